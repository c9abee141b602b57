"""What is filed with the operator, and what is told of it, over the TM Forum adapter."""

from datetime import date
from typing import Any

import pytest

from selfcare.billing_tmf import CREDITS, TICKETS, TmfBilling
from selfcare.dispute import Dispute
from selfcare.errors import NotFound, Rejected, TimedOut
from selfcare.report import ReportAnswer
from tests.unit.selfcare.fakes import ACCOUNT, OCTOBER, TOKEN, euros
from tests.unit.selfcare.operator_answers import CALLS_DISPUTE, ITS_TICKET, PAYMENT_DISPUTE
from tests.unit.selfcare.operator_server import NEVER, OperatorServer, Reply


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


OFFERED = {
    **ITS_TICKET,
    "status": "pending",
    "disputedAmount": {"unit": "EUR", "value": 9.99},
    "creditOffer": {
        "amount": {"unit": "EUR", "value": 4.5},
        "offeredAt": "2026-11-20T09:00:00Z",
    },
}


def test_what_is_offered_is_read(operator: OperatorServer, billing: TmfBilling):
    operator.tell("GET", f"{TICKETS}/DSP-068V-CD18", Reply(OFFERED))
    assert billing.report(TOKEN, "DSP-068V-CD18").offered == euros(450)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (ReportAnswer.WITHDRAW, "cancelled"),
        (ReportAnswer.ACCEPT_OFFER, "resolved"),
        (ReportAnswer.REFUSE_OFFER, "inProgress"),
        (ReportAnswer.CONFIRM, "closed"),
    ],
)
def test_an_answer_is_a_change_of_status(
    operator: OperatorServer, billing: TmfBilling, answer: ReportAnswer, status: str
):
    path = f"{TICKETS}/DSP-068V-CD18"
    operator.tell("PATCH", path, Reply({**ITS_TICKET, "status": status}))
    assert billing.answer_report(TOKEN, "DSP-068V-CD18", answer).status == status
    assert operator.requests("PATCH", path)[0].json() == {"status": status}


def test_the_offer_that_is_accepted_is_named(operator: OperatorServer, billing: TmfBilling):
    path = f"{TICKETS}/DSP-068V-CD18"
    operator.tell("PATCH", path, Reply({**ITS_TICKET, "status": "resolved"}))
    billing.answer_report(TOKEN, "DSP-068V-CD18", ReportAnswer.ACCEPT_OFFER, euros(450))
    assert operator.requests("PATCH", path)[0].json() == {
        "status": "resolved",
        "creditOffer": {"amount": {"unit": "EUR", "value": 4.5}},
    }


def test_an_answer_that_comes_too_late_is_rejected(operator: OperatorServer, billing: TmfBilling):
    operator.tell("PATCH", f"{TICKETS}/DSP-068V-CD18", Reply({"code": "decided"}, 409))
    with pytest.raises(Rejected):
        billing.answer_report(TOKEN, "DSP-068V-CD18", ReportAnswer.WITHDRAW)


def test_an_answer_that_arrived_before_the_time_out_is_seen(
    operator: OperatorServer, impatient: TmfBilling
):
    path = f"{TICKETS}/DSP-068V-CD18"
    operator.tell("PATCH", path, NEVER)
    operator.tell("GET", path, Reply({**ITS_TICKET, "status": "cancelled"}))
    report = impatient.answer_report(TOKEN, "DSP-068V-CD18", ReportAnswer.WITHDRAW)
    assert report.status == "cancelled"
    assert len(operator.requests("PATCH", path)) == 1


@pytest.mark.parametrize("found", [Reply({**ITS_TICKET, "status": "pending"}), Reply({}, 503)])
def test_an_answer_that_was_not_seen_to_arrive_is_a_time_out(
    operator: OperatorServer, impatient: TmfBilling, found: Reply
):
    path = f"{TICKETS}/DSP-068V-CD18"
    operator.tell("PATCH", path, NEVER)
    operator.tell("GET", path, found)
    with pytest.raises(TimedOut):
        impatient.answer_report(TOKEN, "DSP-068V-CD18", ReportAnswer.WITHDRAW)
    assert len(operator.requests("PATCH", path)) == 1


NOTE = {"id": "7", "author": "operator", "date": "2026-11-20T09:00:00Z", "text": "Resuelto."}
WORDS = "me siguen cobrando"


def test_what_is_reopened_goes_with_the_words_and_the_notes_that_are_there(
    operator: OperatorServer, billing: TmfBilling
):
    path = f"{TICKETS}/DSP-068V-CD18"
    operator.tell("GET", path, Reply({**ITS_TICKET, "status": "resolved", "note": [NOTE]}))
    operator.tell("PATCH", path, Reply({**ITS_TICKET, "status": "inProgress"}))

    assert billing.reopen_report(TOKEN, "DSP-068V-CD18", WORDS).is_open
    (asked,) = operator.requests("PATCH", path)
    assert asked.json() == {"status": "inProgress", "note": [NOTE, {"text": WORDS}]}


def test_where_nothing_is_reopened_the_words_are_added(
    operator: OperatorServer, billing: TmfBilling
):
    path = f"{TICKETS}/DSP-068V-CD18"
    resolved = {**ITS_TICKET, "status": "resolved"}
    operator.tell("GET", path, Reply(resolved))
    operator.tell("PATCH", path, Reply({"code": "decided"}, 409), Reply(resolved))

    assert billing.reopen_report(TOKEN, "DSP-068V-CD18", WORDS).is_resolved
    assert operator.requests("PATCH", path)[1].json()["note"][-1] == {"text": WORDS}
    assert "status" not in operator.requests("PATCH", path)[1].json()


def test_when_a_report_changed_last_is_read(operator: OperatorServer, billing: TmfBilling):
    path = f"{TICKETS}/DSP-068V-CD18"
    operator.tell("GET", path, Reply({**ITS_TICKET, "lastUpdate": "2026-11-20T09:00:00.500000Z"}))
    updated = billing.report(TOKEN, "DSP-068V-CD18").updated
    assert updated is not None
    assert updated.isoformat() == "2026-11-20T09:00:00.500000+00:00"
