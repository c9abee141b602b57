"""The TM Forum adapter before an operator that answers well, badly, late or not at all."""

from collections.abc import Callable
from datetime import date, datetime, timezone
from typing import Any

import pytest

from selfcare.billing_tmf import (
    ACCOUNTS,
    BILLS,
    PRODUCTS,
    TICKETS,
    USAGE,
    TmfBilling,
)
from selfcare.errors import (
    NotEligible,
    NotFound,
    Rejected,
    SelfcareError,
    SignedOut,
    TimedOut,
    Unavailable,
)
from selfcare.operator_http import OperatorHttp
from tests.unit.selfcare.fakes import ACCOUNT, TOKEN, euros
from tests.unit.selfcare.operator_answers import CALLS_DISPUTE, HOME
from tests.unit.selfcare.operator_server import NEVER, OperatorServer, Reply, serving

SINCE = datetime(2026, 9, 30, 22, tzinfo=timezone.utc)
BEFORE = datetime(2026, 10, 31, 23, tzinfo=timezone.utc)


def usage(number: int = 1, **changed: Any) -> dict[str, Any]:
    said = {
        "calledNumber": "+34806123457",
        "callType": "premium",
        "destinationCountry": "ES",
        "duration": "2008",
        "creditEligible": True,
        "billId": "B-10",
        "productId": "P-1",
    }
    return {
        "id": f"U-{number}",
        "usageDate": "2026-10-18T20:35:17+02:00",
        "usageCharacteristic": [
            {"name": name, "value": value} for name, value in (said | changed).items()
        ],
        "ratedProductUsage": [{"taxIncludedRatingAmount": {"unit": "EUR", "value": 9.99}}],
    }


def bill(**changed: Any) -> dict[str, Any]:
    return {
        "id": "B-10",
        "billNo": "F-2026-10",
        "billingPeriod": {
            "startDateTime": "2026-09-30T22:00:00Z",
            "endDateTime": "2026-10-31T22:59:59Z",
        },
        "taxIncludedAmount": {"unit": "EUR", "value": 24.9},
        "remainingAmount": {"unit": "EUR", "value": 0},
        "paymentDueDate": "2026-11-28T23:00:00Z",
        **changed,
    }


#: Every call of the port that reads, with the path it asks first.
READING: list[tuple[str, Callable[[TmfBilling], Any]]] = [
    (ACCOUNTS, lambda it: it.account(TOKEN)),
    (PRODUCTS, lambda it: it.lines(TOKEN)),
    (BILLS, lambda it: it.bills(TOKEN, ACCOUNT)),
    (USAGE, lambda it: it.calls(TOKEN, ACCOUNT, SINCE, BEFORE)),
    (TICKETS, lambda it: it.find_report(TOKEN, "key-1")),
    (TICKETS, lambda it: it.reports(TOKEN)),
    (f"{TICKETS}/DSP-068V-CD18", lambda it: it.report(TOKEN, "DSP-068V-CD18")),
]
NAMES = ["account", "lines", "bills", "calls", "find", "reports", "report"]

FAILURES: list[tuple[int, Any, type[SelfcareError]]] = [
    (401, {"code": "invalidToken"}, SignedOut),
    (409, {"code": "notEligible", "reason": "too_old"}, NotEligible),
    (409, {"code": "idempotencyKeyReused"}, Rejected),
    (400, {"code": 23, "reason": "an integer, as TM Forum's own examples have it"}, Rejected),
    (403, {"code": "forbidden"}, Rejected),
    (422, b"<html>Unprocessable</html>", Rejected),
    (429, {"code": "tooManyRequests"}, Unavailable),
    (500, {"code": "internalError"}, Unavailable),
    (502, b"Bad gateway", Unavailable),
    (503, ["not", "an", "object"], Unavailable),
]


@pytest.mark.parametrize(("status", "body", "error"), FAILURES)
@pytest.mark.parametrize(("path", "ask"), READING, ids=NAMES)
def test_every_error_has_its_name(
    operator: OperatorServer,
    billing: TmfBilling,
    path: str,
    ask: Callable[[TmfBilling], Any],
    status: int,
    body: Any,
    error: type[SelfcareError],
):
    operator.tell("GET", path, Reply(body, status))
    with pytest.raises(error) as raised:
        ask(billing)
    assert not isinstance(raised.value, TimedOut)


@pytest.mark.parametrize(("status", "body", "error"), FAILURES)
def test_a_filing_that_is_refused_says_why(
    operator: OperatorServer,
    billing: TmfBilling,
    status: int,
    body: Any,
    error: type[SelfcareError],
):
    operator.tell("POST", TICKETS, Reply(body, status))
    with pytest.raises(error) as raised:
        billing.file_dispute(TOKEN, ACCOUNT, CALLS_DISPUTE)
    assert not isinstance(raised.value, TimedOut)
    in_how_many_forms = 2 if status == 400 else 1
    assert len(operator.requests("POST", TICKETS)) == in_how_many_forms


@pytest.mark.parametrize(
    "nonsense",
    [
        b"",
        b"<html>Welcome</html>",
        b'[{"id": "1", "hr',
        b"\xff\xfe\x00",
        b"null",
        b"17",
        b'"DSP"',
        b"[null]",
        b"[17]",
        b'["text"]',
        b"[[]]",
        b'[{"id": {}, "externalId": "key-1", "productSerialNumber": 17}]',
        b'[{"creationDate": "yesterday", "externalId": "key-1", "productSerialNumber": "+34"}]',
    ],
)
@pytest.mark.parametrize(("path", "ask"), READING, ids=NAMES)
def test_nonsense_is_unavailable_and_nothing_is_made_up(
    operator: OperatorServer,
    billing: TmfBilling,
    path: str,
    ask: Callable[[TmfBilling], Any],
    nonsense: bytes,
):
    operator.tell("GET", path, Reply(nonsense))
    with pytest.raises(Unavailable):
        ask(billing)


@pytest.mark.parametrize("nonsense", [b"", b"[]", b"{}", b"null", b'{"id": "DSP-068V-CD18"}'])
def test_a_filing_without_a_readable_answer_is_unavailable(
    operator: OperatorServer, billing: TmfBilling, nonsense: bytes
):
    operator.tell("POST", TICKETS, Reply(nonsense, 201))
    with pytest.raises(Unavailable):
        billing.file_dispute(TOKEN, ACCOUNT, CALLS_DISPUTE)


def test_an_object_in_place_of_a_list_is_unavailable(operator: OperatorServer, billing: TmfBilling):
    operator.tell("GET", USAGE, Reply({"items": []}))
    with pytest.raises(Unavailable):
        billing.calls(TOKEN, ACCOUNT, SINCE, BEFORE)


def test_no_redirect_is_followed_with_the_customers_token(
    operator: OperatorServer, billing: TmfBilling
):
    operator.tell("GET", "/elsewhere", Reply([bill()]))
    operator.tell("GET", BILLS, Reply([], 302, {"Location": f"{operator.url}/elsewhere"}))
    with pytest.raises(Unavailable):
        billing.bills(TOKEN, ACCOUNT)

    assert operator.requests("GET", "/elsewhere") == []


def test_nobody_there_is_unavailable_and_not_a_time_out():
    with serving() as server:
        url = server.url
    with pytest.raises(Unavailable) as raised:
        TmfBilling(OperatorHttp(url), HOME).account(TOKEN)
    assert not isinstance(raised.value, TimedOut)


@pytest.mark.parametrize(("path", "ask"), READING, ids=NAMES)
def test_no_answer_in_time_is_a_time_out(
    operator: OperatorServer,
    impatient: TmfBilling,
    path: str,
    ask: Callable[[TmfBilling], Any],
):
    operator.tell("GET", path, NEVER)
    with pytest.raises(TimedOut):
        ask(impatient)


def test_every_request_carries_the_token_and_asks_for_json(
    operator: OperatorServer, billing: TmfBilling
):
    billing.account(TOKEN)
    (asked,) = operator.asked
    assert asked.headers["Authorization"] == f"Bearer {TOKEN}"
    assert asked.headers["Accept"] == "application/json"


def test_the_account_is_read_once_a_minute_for_each_token(
    operator: OperatorServer, billing: TmfBilling
):
    assert billing.account(TOKEN) == ACCOUNT
    assert billing.account(TOKEN) == ACCOUNT
    billing.account("another")

    assert len(operator.requests("GET", ACCOUNTS)) == 2


def test_a_customer_without_an_account_has_none(operator: OperatorServer, billing: TmfBilling):
    operator.tell("GET", ACCOUNTS, Reply([]))
    with pytest.raises(NotFound):
        billing.account(TOKEN)


def test_lines_are_ordered_by_number_and_products_without_one_are_no_lines(
    operator: OperatorServer, billing: TmfBilling
):
    products = [
        {"id": "P-2", "productSerialNumber": "+34612345182"},
        {"id": "P-3"},
        {"id": "P-1", "productSerialNumber": "+34910123471"},
    ]
    operator.tell("GET", PRODUCTS, Reply(products, 206))

    assert [line.id for line in billing.lines(TOKEN)] == ["P-2", "P-1"]
    assert operator.asked[0].query["status"] == "active"


def test_a_bill_has_the_days_of_the_accounts_time_zone(
    operator: OperatorServer, billing: TmfBilling
):
    operator.tell("GET", BILLS, Reply([bill()]))
    (read,) = billing.bills(TOKEN, ACCOUNT)

    assert (read.first, read.last) == (date(2026, 10, 1), date(2026, 10, 31))
    assert read.due == date(2026, 11, 29)
    assert (read.number, read.amount, read.remaining) == ("F-2026-10", euros(2490), euros(0))
    assert operator.asked[0].query["billingAccount.id"] == "BA-1"


def test_a_bill_may_lack_its_number_its_due_day_and_its_total(
    operator: OperatorServer, billing: TmfBilling
):
    due = {"unit": "EUR", "value": 12.5}
    short = bill(billNo=None, paymentDueDate=None, taxIncludedAmount=None, amountDue=due)
    operator.tell("GET", BILLS, Reply([short]))
    (read,) = billing.bills(TOKEN, ACCOUNT)

    assert (read.number, read.due, read.amount) == ("B-10", None, euros(1250))


def test_a_bill_without_a_period_is_unavailable(operator: OperatorServer, billing: TmfBilling):
    operator.tell("GET", BILLS, Reply([bill(billingPeriod=None)]))
    with pytest.raises(Unavailable):
        billing.bills(TOKEN, ACCOUNT)


def test_a_call_is_read_with_its_characteristics(operator: OperatorServer, billing: TmfBilling):
    operator.tell("GET", USAGE, Reply([usage()]))
    (read,) = billing.calls(TOKEN, ACCOUNT, SINCE, BEFORE)

    assert read.started == datetime(2026, 10, 18, 18, 35, 17, tzinfo=timezone.utc)
    assert (read.number, read.kind, read.country) == ("+34806123457", "premium", "ES")
    assert (read.duration, read.price) == (2008, euros(999))
    assert (read.line_id, read.bill_id, read.ineligible) == ("P-1", "B-10", None)
    asked = operator.asked[0].query
    assert asked["usageDate.gte"] == "2026-09-30T22:00:00Z"
    assert asked["usageDate.lt"] == "2026-10-31T23:00:00Z"


@pytest.mark.parametrize(
    ("said", "ineligible"),
    [
        ({"creditEligible": True, "creditIneligibilityReason": "too_old"}, None),
        ({"creditEligible": False, "creditIneligibilityReason": "too_old"}, "too_old"),
        ({"creditEligible": False}, "other"),
        ({"creditEligible": None}, "other"),
        ({"creditEligible": "false", "creditIneligibilityReason": "too_old"}, "too_old"),
        ({"creditEligible": "true"}, None),
    ],
)
def test_a_call_is_disputable_only_if_the_operator_says_so(
    operator: OperatorServer, billing: TmfBilling, said: dict[str, Any], ineligible: str | None
):
    operator.tell("GET", USAGE, Reply([usage(**said)]))
    (read,) = billing.calls(TOKEN, ACCOUNT, SINCE, BEFORE)
    assert read.ineligible == ineligible


def test_a_call_that_is_not_rated_costs_nothing_yet(operator: OperatorServer, billing: TmfBilling):
    operator.tell("GET", USAGE, Reply([{**usage(billId=None), "ratedProductUsage": None}]))
    (read,) = billing.calls(TOKEN, ACCOUNT, SINCE, BEFORE)

    assert read.price == euros(0)
    assert read.bill_id is None


@pytest.mark.parametrize("missing", ["calledNumber", "callType", "destinationCountry", "duration"])
def test_a_call_that_lacks_what_a_customer_sees_is_unavailable(
    operator: OperatorServer, billing: TmfBilling, missing: str
):
    short = usage()
    short["usageCharacteristic"] = [
        it for it in short["usageCharacteristic"] if it["name"] != missing
    ]
    operator.tell("GET", USAGE, Reply([usage(), short]))
    with pytest.raises(Unavailable):
        billing.calls(TOKEN, ACCOUNT, SINCE, BEFORE)


def test_an_instant_without_a_time_zone_is_unavailable(
    operator: OperatorServer, billing: TmfBilling
):
    operator.tell("GET", USAGE, Reply([{**usage(), "usageDate": "2026-10-18T20:35:17"}]))
    with pytest.raises(Unavailable):
        billing.calls(TOKEN, ACCOUNT, SINCE, BEFORE)
