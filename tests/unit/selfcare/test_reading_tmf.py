"""What other TM Forum servers write differently, and what cannot be read at all."""

import gzip
import json
from datetime import date, datetime, timezone
from typing import Any

import pytest

from selfcare.account import Account
from selfcare.billing_tmf import ACCOUNTS, BILLS, CREDITS, PRODUCTS, TICKETS, USAGE, TmfBilling
from selfcare.errors import Unavailable
from selfcare.money import Money
from selfcare.reading_tmf import read_account, read_bill, read_call, read_line, read_report
from tests.unit.selfcare.fakes import ACCOUNT, TOKEN, euros
from tests.unit.selfcare.operator_answers import HOME, ITS_ACCOUNT, ITS_TICKET
from tests.unit.selfcare.operator_server import OperatorServer, Reply

BILL: dict[str, Any] = {
    "id": "B-10",
    "billingPeriod": {
        "startDateTime": "2026-09-30T22:00:00Z",
        "endDateTime": "2026-10-31T22:59:59Z",
    },
    "taxIncludedAmount": {"unit": "EUR", "value": 24.9},
    "remainingAmount": {"unit": "EUR", "value": 0},
}
SAID = {
    "calledNumber": "+34806123457",
    "callType": "premium",
    "destinationCountry": "ES",
    "duration": 65,
    "productId": "P-1",
}


def usage(said: dict[str, Any] | None = None, **changed: Any) -> dict[str, Any]:
    characteristics = {**SAID, **(said or {})}
    return {
        "id": "U-1",
        "usageDate": "2026-10-18T20:35:17+02:00",
        "usageCharacteristic": [{"name": n, "value": v} for n, v in characteristics.items()],
        **changed,
    }


def rated(amount: Any) -> dict[str, Any]:
    return usage(ratedProductUsage=[{"taxIncludedRatingAmount": amount}])


@pytest.mark.parametrize(
    ("amount", "read"),
    [
        ({"unit": "EUR", "value": 12.5}, euros(1250)),
        ({"unit": "EUR", "value": "12.50"}, euros(1250)),
        ({"unit": "EUR", "value": 12}, euros(1200)),
        ({"unit": "eur", "value": 12.5}, euros(1250)),
        ({"value": 12.5}, euros(1250)),
        ({"unit": None, "value": 12.5}, euros(1250)),
        ({"unit": "PLN", "value": 12.5}, Money(1250, "PLN")),
        ({"unit": "EUR", "value": None}, euros(0)),
        ({"unit": "EUR"}, euros(0)),
        ({}, euros(0)),
        (None, euros(0)),
    ],
)
def test_sums_come_in_many_forms(amount: Any, read: Money):
    assert read_call(rated(amount), ACCOUNT).price == read


@pytest.mark.parametrize(
    "amount",
    [
        {"unit": "EUR", "value": "12,50"},
        {"unit": "EUR", "value": "12.50 EUR"},
        {"unit": "EUR", "value": True},
        {"unit": "EUR", "value": [1]},
        {"unit": "EUR", "value": float("nan")},
        {"unit": "EUR", "value": float("inf")},
        {"unit": "EUR", "value": -3.402823669209385e38},
        {"unit": "euro", "value": 1},
        {"unit": 978, "value": 1},
        [1],
        12.5,
    ],
    ids=str,
)
def test_a_sum_that_is_none_is_unavailable(amount: Any):
    with pytest.raises(Unavailable):
        read_call(rated(amount), ACCOUNT)


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-18T18:35:00Z",
        "2026-10-18T18:35:00.0Z",
        "2026-10-18T18:35:00.000Z",
        "2026-10-18T18:35:00.000000000Z",
        "2026-10-18T20:35:00+02:00",
        "2026-10-18T20:35:00.000+0200",
        "2026-10-18T18:35:00+00",
        "2026-10-18T18:35Z",
        "2026-10-18 18:35:00Z",
        "20261018T183500Z",
    ],
)
def test_instants_come_in_many_forms(text: str):
    started = read_call(usage(usageDate=text), ACCOUNT).started
    assert started == datetime(2026, 10, 18, 18, 35, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    "text", ["2026-10-18T18:35:00", "2026-10-18", "yesterday", "", 1792348500, "0001-01-01"]
)
def test_what_names_no_instant_is_unavailable(text: Any):
    with pytest.raises(Unavailable):
        read_call(usage(usageDate=text), ACCOUNT)


def test_an_instant_before_all_calendars_is_unavailable():
    with pytest.raises(Unavailable):
        read_bill({**BILL, "paymentDueDate": "0001-01-01T00:00:00+14:00"}, ACCOUNT)


@pytest.mark.parametrize(
    ("start", "end", "last"),
    [
        ("2026-10-01", "2026-10-31", date(2026, 10, 31)),
        ("2026-10-01T00:00:00+02:00", "2026-10-31T23:59:59.999+01:00", date(2026, 10, 31)),
        # The first instant of the next period.
        ("2026-10-01T00:00:00+02:00", "2026-11-01T00:00:00+01:00", date(2026, 10, 31)),
        ("2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z", date(2026, 10, 31)),
        # Midnight stands for the day.
        ("2026-10-01T00:00:00+02:00", "2026-10-31T00:00:00+01:00", date(2026, 10, 31)),
        ("2026-10-01", "2026-11-01", date(2026, 11, 1)),
        ("2026-10-01T10:00:00Z", "2026-11-01T11:00:00Z", date(2026, 11, 1)),
    ],
)
def test_a_period_ends_on_its_last_day_however_that_is_written(start: str, end: str, last: date):
    period = {"startDateTime": start, "endDateTime": end}
    read = read_bill({**BILL, "billingPeriod": period}, ACCOUNT)
    assert read
    assert (read.first, read.last) == (date(2026, 10, 1), last)


@pytest.mark.parametrize(
    ("changed", "remaining"),
    [
        ({}, euros(0)),
        ({"remainingAmount": None, "state": "settled"}, euros(0)),
        ({"remainingAmount": None, "amountDue": {"value": 10}}, euros(1000)),
        ({"remainingAmount": {"unit": "EUR", "value": None}}, euros(2490)),
    ],
)
def test_what_remains_of_a_bill_may_be_told_in_other_ways(
    changed: dict[str, Any], remaining: Money
):
    read = read_bill({**BILL, **changed}, ACCOUNT)
    assert read
    assert read.remaining == remaining


def test_ids_may_be_integers():
    product = read_line({"id": 7, "productSerialNumber": 34910123471})
    call = read_call(usage({"productId": 7, "billId": 10}, id=1), ACCOUNT)
    bill = read_bill({**BILL, "id": 10, "billingAccount": {"id": "BA-1"}}, ACCOUNT)

    assert product
    assert bill
    assert (product.id, product.number) == ("7", "34910123471")
    assert (call.id, call.line_id, call.bill_id) == ("1", "7", bill.id)
    assert read_report({**ITS_TICKET, "id": 4711}, ACCOUNT).number == "4711"


@pytest.mark.parametrize("value", ["65", 65, 65.0, "65.0"])
def test_a_duration_is_a_number_or_the_text_of_one(value: Any):
    assert read_call(usage({"duration": value}), ACCOUNT).duration == 65


def test_the_line_of_a_call_may_stand_with_its_price():
    said = usage({"productId": None}, ratedProductUsage=[{"productRef": {"id": "P-9"}}])
    assert read_call(said, ACCOUNT).line_id == "P-9"


@pytest.mark.parametrize(
    ("written", "read", "is_open"),
    [
        ("inProgress", "inProgress", True),
        ("InProgress", "inProgress", True),
        ("IN_PROGRESS", "inProgress", True),
        ("In Progress", "inProgress", True),
        ("Cancelled", "cancelled", False),
        ("waitingForFullMoon", "waitingForFullMoon", False),
    ],
)
def test_a_status_is_read_in_any_spelling_and_an_unknown_one_as_it_stands(
    written: str, read: str, is_open: bool
):
    report = read_report({**ITS_TICKET, "status": written}, ACCOUNT)
    assert (report.status, report.is_open) == (read, is_open)


def test_an_account_of_the_specification_alone_is_at_the_operators_home():
    plain = {"id": "BA-1", "name": "Ana", "relatedParty": []}
    assert read_account(plain, HOME) == Account("BA-1", "Ana", "GBP", "Europe/London", "GB")
    assert read_account(ITS_ACCOUNT, HOME) == ACCOUNT


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "..", "Europe", 1])
def test_a_time_zone_that_is_nowhere_is_unavailable(zone: Any):
    with pytest.raises(Unavailable):
        read_account({**ITS_ACCOUNT, "timeZone": zone}, HOME)


def test_what_is_unreadable_is_logged_by_field_and_reason_without_the_value(
    operator: OperatorServer, billing: TmfBilling, caplog: pytest.LogCaptureFixture
):
    number = "+34806123457"
    operator.tell("GET", USAGE, Reply([usage({"duration": f"long, to {number}"})]))
    with pytest.raises(Unavailable) as raised:
        billing.calls(TOKEN, ACCOUNT, _at(1), _at(31))

    assert "usage.usageCharacteristic.duration is out of range or malformed" in caplog.text
    assert number not in caplog.text + str(raised.value)
    assert TOKEN not in caplog.text


@pytest.mark.parametrize(
    ("bill", "said"),
    [
        ({**BILL, "id": None}, "customerBill.id is missing"),
        ({**BILL, "billingPeriod": None}, "customerBill.billingPeriod.startDateTime is missing"),
        ({**BILL, "billingPeriod": "October"}, "customerBill.billingPeriod is no object"),
        ({**BILL, "taxIncludedAmount": None}, "has neither taxIncludedAmount nor amountDue"),
        ("bill", "customerBill is no object"),
    ],
)
def test_the_engineer_is_told_which_field_it_was(
    bill: Any, said: str, caplog: pytest.LogCaptureFixture
):
    with pytest.raises(Unavailable, match=said):
        read_bill(bill, ACCOUNT)
    assert said in caplog.text


def _at(day: int) -> datetime:
    return datetime(2026, 10, day, tzinfo=timezone.utc)


def test_a_server_that_knows_no_filters_and_no_order_shows_nothing_that_was_not_asked_for(
    operator: OperatorServer, billing: TmfBilling
):
    days = ["2026-09-30", "2026-10-02", "2026-10-20", "2026-10-31"]
    dated = [usage(id=day, usageDate=f"{day}T12:00:00Z") for day in days]
    operator.tell("GET", USAGE, Reply(dated))
    foreign = {**BILL, "id": "B-99", "billingAccount": {"id": "BA-2"}}
    operator.tell("GET", BILLS, Reply([foreign, BILL]))
    lines = [
        {"id": "P-1", "productSerialNumber": "+34910123471", "status": "terminated"},
        {"id": "P-2", "productSerialNumber": "+34612345182", "status": "active"},
    ]
    operator.tell("GET", PRODUCTS, Reply(lines))
    tickets = [
        {**ITS_TICKET, "id": "early", "creationDate": "2026-11-01T08:00:00.5Z"},
        {**ITS_TICKET, "id": "late", "creationDate": "2026-11-01T10:30:00+01:00"},
        {**ITS_TICKET, "id": "day", "creationDate": "2026-10-30", "externalId": "key-2"},
    ]
    operator.tell("GET", TICKETS, Reply(tickets))

    calls = billing.calls(TOKEN, ACCOUNT, _at(1), _at(31))
    assert [call.id for call in calls] == ["2026-10-20", "2026-10-02"]
    assert [bill.id for bill in billing.bills(TOKEN, ACCOUNT)] == ["B-10"]
    assert [line.id for line in billing.lines(TOKEN)] == ["P-2"]
    assert [report.number for report in billing.reports(TOKEN)] == ["late", "early", "day"]
    found = billing.find_report(TOKEN, "key-2")
    assert found
    assert found.number == "day"
    assert billing.find_report(TOKEN, "key-3") is None


def test_a_charge_or_another_accounts_credit_is_no_credit(
    operator: OperatorServer, billing: TmfBilling
):
    of_it = {
        "characteristic": [{"name": "troubleTicketId", "value": ITS_TICKET["id"]}],
        "taxIncludedAmount": {"unit": "EUR", "value": "4.50"},
    }
    rates = [
        {**of_it, "id": "1", "type": "appliedBillingCharge"},
        {**of_it, "id": "2", "billingAccount": {"id": "BA-2"}},
        {**of_it, "id": "3"},
    ]
    operator.tell("GET", CREDITS, Reply(rates))
    operator.tell("GET", f"{TICKETS}/DSP-068V-CD18", Reply(ITS_TICKET))
    assert billing.report(TOKEN, "DSP-068V-CD18").credited == euros(450)


def test_an_answer_may_be_compressed(operator: OperatorServer, billing: TmfBilling):
    packed = gzip.compress(json.dumps([{**ITS_ACCOUNT, "name": "Łucja"}]).encode())
    operator.tell("GET", ACCOUNTS, Reply(packed, 200, {"Content-Encoding": "gzip"}))
    assert billing.account(TOKEN).holder == "Łucja"


def test_one_that_says_so_and_is_not_is_unavailable(operator: OperatorServer, billing: TmfBilling):
    operator.tell("GET", ACCOUNTS, Reply(b"[]", 200, {"Content-Encoding": "gzip"}))
    with pytest.raises(Unavailable):
        billing.account(TOKEN)
