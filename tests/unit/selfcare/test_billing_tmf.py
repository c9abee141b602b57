"""The TM Forum adapter before an operator that answers well, badly, late or not at all."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timezone
from typing import Any

import pytest

from selfcare import billing_tmf
from selfcare.billing_tmf import (
    ACCOUNTS,
    BILLS,
    CREDITS,
    MOST_PAGES,
    PAGE,
    PRODUCTS,
    TICKETS,
    USAGE,
    TmfBilling,
)
from selfcare.dispute import Dispute, Payment
from selfcare.errors import (
    NotEligible,
    NotFound,
    Rejected,
    SelfcareError,
    SignedOut,
    TimedOut,
    Unavailable,
)
from tests.unit.selfcare.fakes import ACCOUNT, OCTOBER, TOKEN, euros
from tests.unit.selfcare.operator_server import NEVER, Asked, OperatorServer, Reply, serving

SINCE = datetime(2026, 9, 30, 22, tzinfo=timezone.utc)
BEFORE = datetime(2026, 10, 31, 23, tzinfo=timezone.utc)

ITS_ACCOUNT = {
    "id": "BA-1",
    "name": "Ana Castro",
    "currency": "EUR",
    "timeZone": "Europe/Madrid",
    "country": "ES",
}
ITS_TICKET = {
    "id": "DSP-068V-CD18",
    "status": "acknowledged",
    "creationDate": "2026-11-18T23:30:00Z",
    "disputeReason": "fraud",
}


@pytest.fixture
def operator() -> Iterator[OperatorServer]:
    with serving() as server:
        server.tell("GET", ACCOUNTS, Reply([ITS_ACCOUNT]))
        server.tell("GET", CREDITS, Reply([]))
        yield server


@pytest.fixture
def billing(operator: OperatorServer) -> TmfBilling:
    return TmfBilling(operator.url)


@pytest.fixture
def impatient(operator: OperatorServer, monkeypatch: pytest.MonkeyPatch) -> TmfBilling:
    """An adapter that does not wait long."""
    monkeypatch.setattr(billing_tmf, "TIMEOUT", (0.5, 0.15))
    return TmfBilling(operator.url)


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


CALLS_DISPUTE = Dispute("key-1", "web", "fraud", "No he sido yo", calls=tuple(OCTOBER[1:3]))
PAYMENT_DISPUTE = Dispute(
    "key-2",
    "web",
    "payment_not_credited",
    "",
    payment=Payment(euros(4550), date(2026, 11, 9), "card"),
)

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
    (404, {"code": "notFound"}, NotFound),
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
    with pytest.raises(SelfcareError) as raised:
        ask(billing)
    assert type(raised.value) is error


@pytest.mark.parametrize(("status", "body", "error"), FAILURES)
def test_a_filing_that_is_refused_says_why(
    operator: OperatorServer,
    billing: TmfBilling,
    status: int,
    body: Any,
    error: type[SelfcareError],
):
    operator.tell("POST", TICKETS, Reply(body, status))
    with pytest.raises(SelfcareError) as raised:
        billing.file_dispute(TOKEN, ACCOUNT, CALLS_DISPUTE)
    assert type(raised.value) is error
    assert len(operator.requests("POST", TICKETS)) == 1


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
        b'[{"id": {}, "productSerialNumber": 17}, {"productSerialNumber": "+34"}]',
        b'[{"creationDate": "yesterday", "productSerialNumber": "+34"}]',
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
        TmfBilling(url).account(TOKEN)
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


@pytest.mark.parametrize("total", [PAGE + 30, None, "many"], ids=str)
def test_a_list_of_two_pages_is_read_to_its_end(
    operator: OperatorServer, billing: TmfBilling, total: int | str | None
):
    everything = [usage(number) for number in range(PAGE + 30)]

    def page(asked: Asked) -> Reply:
        start = int(asked.query["offset"])
        headers = {} if total is None else {"X-Total-Count": str(total)}
        return Reply(everything[start : start + int(asked.query["limit"])], 206, headers)

    operator.tell("GET", USAGE, page)
    read = billing.calls(TOKEN, ACCOUNT, SINCE, BEFORE)

    assert [call.id for call in read] == [it["id"] for it in everything]
    assert len(operator.asked) == 2


def test_a_full_page_that_is_the_whole_list_is_not_asked_for_more(
    operator: OperatorServer, billing: TmfBilling
):
    full = [usage(number) for number in range(PAGE)]
    operator.tell("GET", USAGE, Reply(full, 200, {"X-Total-Count": str(PAGE)}))

    assert len(billing.calls(TOKEN, ACCOUNT, SINCE, BEFORE)) == PAGE
    assert len(operator.asked) == 1


def test_an_operator_that_never_ends_a_list_is_not_asked_for_ever(
    operator: OperatorServer, billing: TmfBilling
):
    operator.tell("GET", PRODUCTS, Reply([{"id": "P-1"}] * PAGE))
    billing.lines(TOKEN)
    assert len(operator.asked) == MOST_PAGES


def test_a_dispute_of_calls_names_calls_bill_and_lines(
    operator: OperatorServer, billing: TmfBilling
):
    operator.tell("POST", TICKETS, Reply(ITS_TICKET, 201))
    report = billing.file_dispute(TOKEN, ACCOUNT, CALLS_DISPUTE)
    ticket = operator.requests("POST", TICKETS)[0].json()

    assert (ticket["@type"], ticket["@baseType"]) == ("BillingDispute", "TroubleTicket")
    assert (ticket["ticketType"], ticket["externalId"]) == ("billingDispute", "key-1")
    assert ticket["disputeReason"] == "fraud"
    assert ticket["note"] == [{"text": "No he sido yo"}]
    assert [(it["role"], it["id"]) for it in ticket["relatedEntity"]] == [
        ("disputedUsage", OCTOBER[1].id),
        ("disputedUsage", OCTOBER[2].id),
        ("disputedBill", "B-10"),
        ("service", "P-1"),
    ]
    assert "disputedAmount" not in ticket
    # Half past midnight in Madrid.
    assert (report.number, report.filed) == ("DSP-068V-CD18", date(2026, 11, 19))


def test_a_dispute_of_a_payment_says_how_much_when_and_how(
    operator: OperatorServer, billing: TmfBilling
):
    operator.tell("POST", TICKETS, Reply(ITS_TICKET, 201))
    billing.file_dispute(TOKEN, ACCOUNT, PAYMENT_DISPUTE)
    ticket = operator.requests("POST", TICKETS)[0].json()
    paid = {"unit": "EUR", "value": 45.5}

    assert ticket["disputedAmount"] == paid
    assert ticket["disputedPayment"] == {"amount": paid, "date": "2026-11-09", "means": "card"}
    assert "note" not in ticket


def test_a_dispute_of_a_bill_names_the_bill(operator: OperatorServer, billing: TmfBilling):
    operator.tell("POST", TICKETS, Reply(ITS_TICKET, 201))
    billing.file_dispute(TOKEN, ACCOUNT, Dispute("key-3", "web", "setup_fee", "", bill_id="B-9"))
    ticket = operator.requests("POST", TICKETS)[0].json()

    assert ticket["relatedEntity"] == [
        {"id": "B-9", "role": "disputedBill", "@referredType": "CustomerBill"}
    ]


def test_a_dispute_that_arrived_before_the_time_out_is_found_by_its_key(
    operator: OperatorServer, impatient: TmfBilling
):
    operator.tell("POST", TICKETS, NEVER)
    operator.tell("GET", TICKETS, Reply([ITS_TICKET]))
    report = impatient.file_dispute(TOKEN, ACCOUNT, CALLS_DISPUTE)

    assert report.number == "DSP-068V-CD18"
    assert len(operator.requests("POST", TICKETS)) == 1
    assert operator.requests("GET", TICKETS)[0].query["externalId"] == "key-1"


def test_a_dispute_that_did_not_arrive_in_time_is_a_time_out(
    operator: OperatorServer, impatient: TmfBilling
):
    operator.tell("POST", TICKETS, NEVER)
    operator.tell("GET", TICKETS, Reply([]))
    with pytest.raises(TimedOut):
        impatient.file_dispute(TOKEN, ACCOUNT, CALLS_DISPUTE)
    assert len(operator.requests("POST", TICKETS)) == 1


def test_a_report_is_read_with_what_it_may_lack(operator: OperatorServer, billing: TmfBilling):
    operator.tell("GET", f"{TICKETS}/DSP-068V-CD18", Reply(ITS_TICKET))
    report = billing.report(TOKEN, "DSP-068V-CD18")

    assert (report.status, report.reason, report.calls) == ("acknowledged", "fraud", 0)
    missing = (report.amount, report.answer_by, report.credit_target, report.credited, report.note)
    assert missing == (None,) * 5


def test_a_report_tells_its_latest_note_of_the_operator_and_where_the_credit_goes(
    operator: OperatorServer, billing: TmfBilling
):
    ticket = {
        **ITS_TICKET,
        "note": [
            {"author": "operator", "date": "2026-11-19T09:00:00Z", "text": "Lo miramos"},
            {"author": "operator", "date": "2026-11-20T23:30:00Z", "text": "Casi"},
            {"author": "customer", "date": "2026-11-21T09:00:00Z", "text": "¿Y?"},
        ],
        "creditTarget": {"type": "unpaidBill", "bill": {"id": "B-10", "billNo": "F-2026-10"}},
        "expectedResolutionDate": "2026-12-02T22:59:59Z",
        "disputedAmount": {"unit": "EUR", "value": 9.99},
        "relatedEntity": [
            {"id": "U-1", "role": "disputedUsage"},
            {"id": "U-2", "role": "disputedUsage"},
            {"id": "B-10", "role": "disputedBill"},
        ],
    }
    credits_given = [
        credit("DSP-068V-CD18", 1.21),
        credit("DSP-XXXX-XXXX", 5.0),
        credit("DSP-068V-CD18", 8.4),
        {"taxIncludedAmount": {"unit": "EUR", "value": 3.0}},
    ]
    operator.tell("GET", f"{TICKETS}/DSP-068V-CD18", Reply(ticket))
    operator.tell("GET", CREDITS, Reply(credits_given))
    report = billing.report(TOKEN, "DSP-068V-CD18")

    assert (report.note, report.note_day) == ("Casi", date(2026, 11, 21))
    assert (report.credit_target, report.credit_bill) == ("unpaidBill", "F-2026-10")
    assert (report.calls, report.amount) == (2, euros(999))
    assert report.answer_by == date(2026, 12, 2)
    assert report.credited == euros(961)


def credit(report: str, value: float) -> dict[str, Any]:
    return {
        "taxIncludedAmount": {"unit": "EUR", "value": value},
        "characteristic": [{"name": "troubleTicketId", "value": report}],
    }


def test_a_number_with_odd_characters_stays_one_part_of_the_path(
    operator: OperatorServer, billing: TmfBilling
):
    with pytest.raises(NotFound):
        billing.report(TOKEN, "../troubleTicket?x=1")
    assert operator.asked[-1].path == f"{TICKETS}/..%2FtroubleTicket%3Fx%3D1"
