"""What is filed with the operator, and what is told of it, over the TM Forum adapter."""

from datetime import date
from typing import Any

import pytest

from selfcare.billing_tmf import CREDITS, TICKETS, TmfBilling
from selfcare.dispute import Dispute
from selfcare.errors import NotFound, Rejected, TimedOut, Unavailable
from selfcare.report import ReportAnswer
from selfcare.written_report import WrittenReport
from tests.unit.selfcare.fakes import ACCOUNT, OCTOBER, TOKEN, euros
from tests.unit.selfcare.operator_answers import CALLS_DISPUTE, ITS_TICKET, PAYMENT_DISPUTE
from tests.unit.selfcare.operator_server import NEVER, Asked, OperatorServer, Reply


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


EXTENSION = {"@type", "@baseType", "disputeReason", "disputedAmount", "disputedPayment"}


@pytest.mark.parametrize(
    ("dispute", "description"),
    [
        (CALLS_DISPUTE, "Billing dispute: fraud"),
        (
            PAYMENT_DISPUTE,
            "Billing dispute: payment_not_credited; 45.50 EUR, paid on 2026-11-09 by card",
        ),
    ],
)
def test_a_server_that_takes_no_field_of_ours_gets_the_dispute_in_fields_of_tmf621(
    operator: OperatorServer, billing: TmfBilling, dispute: Dispute, description: str
):
    def strict(asked: Asked) -> Reply:
        if EXTENSION & set(asked.json()):
            return Reply({"code": 24, "reason": "Property not allowed"}, 400)
        return Reply(ITS_TICKET, 201)

    operator.tell("POST", TICKETS, strict)
    assert billing.file_dispute(TOKEN, ACCOUNT, dispute).number == "DSP-068V-CD18"
    full, plain = (asked.json() for asked in operator.requests("POST", TICKETS))
    assert plain["description"] == description
    assert {**full, **plain} == {**full, "description": description}
    assert set(full) - set(plain) == EXTENSION & set(full)


def test_a_written_report_has_no_other_form(operator: OperatorServer, billing: TmfBilling):
    operator.tell("POST", TICKETS, Reply({"code": 24, "reason": "no"}, 400))
    with pytest.raises(Rejected):
        billing.file_written_report(
            TOKEN, ACCOUNT, WrittenReport("key-1", "web", "report_fault", "no hay tono")
        )
    assert len(operator.requests("POST", TICKETS)) == 1


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"", {}),
        (b"<html>Created</html>", {}),
        ({}, {}),
        (b"", {"Location": f"{TICKETS}/DSP-068V-CD18"}),
        (b"", {"Location": f"https://elsewhere.example{TICKETS}/DSP-068V-CD18"}),
        ({"id": "DSP-068V-CD18", "href": f"{TICKETS}/DSP-068V-CD18"}, {}),
    ],
)
def test_a_dispute_that_was_filed_without_saying_as_what_is_looked_for(
    operator: OperatorServer, billing: TmfBilling, body: Any, headers: dict[str, str]
):
    operator.tell("POST", TICKETS, Reply(body, 201, headers))
    operator.tell("GET", TICKETS, Reply([ITS_TICKET]))
    operator.tell("GET", f"{TICKETS}/DSP-068V-CD18", Reply(ITS_TICKET))
    report = billing.file_dispute(TOKEN, ACCOUNT, CALLS_DISPUTE)

    assert (report.number, report.filed) == ("DSP-068V-CD18", date(2026, 11, 19))
    assert len(operator.requests("POST", TICKETS)) == 1


def test_a_number_that_billing_gave_is_told_even_if_only_the_ticket_knows_the_rest(
    operator: OperatorServer, billing: TmfBilling
):
    unkeyed = {name: value for name, value in ITS_TICKET.items() if name != "externalId"}
    operator.tell("POST", TICKETS, Reply({"id": "DSP-068V-CD18"}, 201))
    operator.tell("GET", TICKETS, Reply([unkeyed]))
    operator.tell("GET", f"{TICKETS}/DSP-068V-CD18", Reply(unkeyed))
    assert billing.file_dispute(TOKEN, ACCOUNT, CALLS_DISPUTE).number == "DSP-068V-CD18"


@pytest.mark.parametrize(
    "listed", [Reply([]), Reply([{**ITS_TICKET, "externalId": "another"}]), Reply({}, 500)]
)
def test_what_was_filed_and_cannot_be_found_may_have_arrived(
    operator: OperatorServer, billing: TmfBilling, listed: Reply
):
    operator.tell("POST", TICKETS, Reply(b"", 201))
    operator.tell("GET", TICKETS, listed)
    with pytest.raises(TimedOut):
        billing.file_dispute(TOKEN, ACCOUNT, CALLS_DISPUTE)


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


def test_question_recalculation_and_next_step_are_read_where_there_are_any(
    operator: OperatorServer, billing: TmfBilling
):
    path = f"{TICKETS}/DSP-068V-CD18"
    asked = {
        **ITS_TICKET,
        "status": "pending",
        "statusChangeReason": "informationRequired",
        "note": [{"author": "operator", "date": "2026-11-19T09:00:00Z", "text": "¿Desde dónde?"}],
        "recalculation": {
            "number": "RCL-068V-CD18",
            "owner": "billing",
            "resolutionDate": "2026-11-25T22:59:59Z",
        },
    }
    refused = {**ITS_TICKET, "status": "rejected", "nextStep": "complaint"}
    operator.tell("GET", path, Reply(ITS_TICKET), Reply(asked), Reply(refused))
    operator.tell("GET", CREDITS, Reply([]))
    plain, waiting, over = (billing.report(TOKEN, "DSP-068V-CD18") for _ in range(3))

    assert (plain.question, plain.recalculation, plain.next_step) == (None, None, None)
    assert waiting.question == "¿Desde dónde?"
    assert (waiting.recalculation, waiting.recalculated_by) == (
        "RCL-068V-CD18",
        date(2026, 11, 25),
    )
    assert (over.question, over.next_step) == (None, "complaint")


@pytest.mark.parametrize("since", [{}, {"statusChangeDate": "2026-11-19T09:00:00Z"}])
def test_the_question_is_what_was_said_before_the_report_waited(
    operator: OperatorServer, billing: TmfBilling, since: dict[str, str]
):
    later = {"author": "operator", "date": "2026-11-19T11:00:00Z", "text": "Hoy cerramos pronto."}
    asked = {**ITS_TICKET, "statusChangeReason": "informationRequired", **since}
    operator.tell(
        "GET", f"{TICKETS}/DSP-068V-CD18", Reply({**asked, "note": [QUESTION, ANSWER, later]})
    )
    operator.tell("GET", CREDITS, Reply([]))
    report = billing.report(TOKEN, "DSP-068V-CD18")

    assert report.question == (QUESTION if since else later)["text"]
    assert report.note == later["text"]


QUESTION = {"author": "operator", "date": "2026-11-19T09:00:00Z", "text": "¿Desde dónde?"}
ANSWER = {"author": "C-1", "date": "2026-11-19T10:00:00Z", "text": "Desde casa"}


@pytest.mark.parametrize("notes", [[], [QUESTION], [ANSWER, QUESTION]])
def test_words_are_added_after_all_that_was_said(
    operator: OperatorServer, billing: TmfBilling, notes: list[Any]
):
    path = f"{TICKETS}/DSP-068V-CD18"
    operator.tell("GET", path, Reply({**ITS_TICKET, "note": notes}))
    operator.tell("PATCH", path, Reply(ITS_TICKET))
    billing.add_to_report(TOKEN, "DSP-068V-CD18", "Desde casa")

    (patch,) = operator.requests("PATCH", path)
    assert patch.json() == {"note": [*notes, {"text": "Desde casa"}]}


def test_words_that_have_arrived_are_not_sent_again(operator: OperatorServer, billing: TmfBilling):
    path = f"{TICKETS}/DSP-068V-CD18"
    operator.tell("GET", path, Reply({**ITS_TICKET, "note": [QUESTION, ANSWER]}))
    billing.add_to_report(TOKEN, "DSP-068V-CD18", "Desde casa")

    assert operator.requests("PATCH", path) == []


@pytest.mark.parametrize("nonsense", [b"", b"[]", b'{"note": 7}', b'{"note": [7]}'])
def test_nothing_is_added_to_what_cannot_be_read(
    operator: OperatorServer, billing: TmfBilling, nonsense: bytes
):
    path = f"{TICKETS}/DSP-068V-CD18"
    operator.tell("GET", path, Reply(nonsense))
    with pytest.raises(Unavailable):
        billing.add_to_report(TOKEN, "DSP-068V-CD18", "Desde casa")
    assert operator.requests("PATCH", path) == []


PATH = f"{TICKETS}/DSP-068V-CD18"
CANCELLED = {**ITS_TICKET, "status": "cancelled"}


@pytest.mark.parametrize("etag", [None, 'W/"7"', "7"])
def test_without_a_strong_etag_no_condition_is_sent(
    operator: OperatorServer, billing: TmfBilling, etag: str | None
):
    operator.tell("GET", PATH, Reply(ITS_TICKET, 200, {"ETag": etag} if etag else {}))
    operator.tell("PATCH", PATH, Reply(CANCELLED))
    billing.report(TOKEN, "DSP-068V-CD18")
    billing.answer_report(TOKEN, "DSP-068V-CD18", ReportAnswer.WITHDRAW)
    assert "If-Match" not in operator.requests("PATCH", PATH)[0].headers


def test_an_answer_is_to_what_the_customer_was_told(operator: OperatorServer, billing: TmfBilling):
    operator.tell("GET", PATH, Reply(ITS_TICKET, 200, {"etag": '"7"'}))
    operator.tell("PATCH", PATH, Reply(CANCELLED))
    billing.report(TOKEN, "DSP-068V-CD18")
    billing.answer_report(TOKEN, "DSP-068V-CD18", ReportAnswer.WITHDRAW)
    assert operator.requests("PATCH", PATH)[0].headers["If-Match"] == '"7"'


def test_what_somebody_changed_meanwhile_is_read_again_and_answered_once_more(
    operator: OperatorServer, billing: TmfBilling
):
    seen, changed = (Reply(OFFERED, 200, {"ETag": f'"{version}"'}) for version in (7, 8))
    operator.tell("GET", PATH, seen, changed)
    resolved = Reply({**ITS_TICKET, "status": "resolved"})
    operator.tell("PATCH", PATH, Reply({"code": 40, "reason": "changed"}, 412), resolved)
    billing.report(TOKEN, "DSP-068V-CD18")
    accept = ReportAnswer.ACCEPT_OFFER
    report = billing.answer_report(TOKEN, "DSP-068V-CD18", accept, euros(450))

    assert report.status == "resolved"
    conditions = [it.headers["If-Match"] for it in operator.requests("PATCH", PATH)]
    assert conditions == ['"7"', '"8"']


@pytest.mark.parametrize(
    "now",
    [
        CANCELLED,
        {**OFFERED, "creditOffer": {"amount": {"unit": "EUR", "value": 4.0}}},
        {**OFFERED, "creditOffer": None},
    ],
)
def test_an_offer_that_is_another_one_now_is_not_accepted(
    operator: OperatorServer, billing: TmfBilling, now: dict[str, Any]
):
    operator.tell("GET", PATH, Reply(now, 200, {"ETag": '"8"'}))
    operator.tell("PATCH", PATH, Reply({"code": "changed"}, 412))
    accept = ReportAnswer.ACCEPT_OFFER
    with pytest.raises(Rejected):
        billing.answer_report(TOKEN, "DSP-068V-CD18", accept, euros(450))
    assert len(operator.requests("PATCH", PATH)) == 1


def test_who_is_overtaken_twice_is_rejected(operator: OperatorServer, billing: TmfBilling):
    operator.tell("GET", PATH, Reply(ITS_TICKET, 200, {"ETag": '"8"'}))
    operator.tell("PATCH", PATH, Reply({"code": "changed"}, 412))
    with pytest.raises(Rejected):
        billing.answer_report(TOKEN, "DSP-068V-CD18", ReportAnswer.WITHDRAW)
    assert len(operator.requests("PATCH", PATH)) == 2


@pytest.mark.parametrize(("body", "status"), [(b"", 204), (b"", 200), ({"id": "1"}, 200)])
def test_an_answer_that_was_taken_without_a_word_is_looked_at(
    operator: OperatorServer, billing: TmfBilling, body: Any, status: int
):
    operator.tell("PATCH", PATH, Reply(body, status))
    operator.tell("GET", PATH, Reply(CANCELLED))
    report = billing.answer_report(TOKEN, "DSP-068V-CD18", ReportAnswer.WITHDRAW)
    assert report.status == "cancelled"


def test_a_success_that_changed_nothing_is_no_success(
    operator: OperatorServer, billing: TmfBilling
):
    operator.tell("PATCH", PATH, Reply(ITS_TICKET))
    with pytest.raises(Rejected):
        billing.answer_report(TOKEN, "DSP-068V-CD18", ReportAnswer.WITHDRAW)


@pytest.mark.parametrize(
    ("answer", "status", "is_taken"),
    [
        (ReportAnswer.ACCEPT_OFFER, "closed", True),
        (ReportAnswer.WITHDRAW, "closed", False),
        (ReportAnswer.REFUSE_OFFER, "rejected", False),
    ],
)
def test_only_what_is_resolved_may_be_closed_at_once(
    operator: OperatorServer,
    billing: TmfBilling,
    answer: ReportAnswer,
    status: str,
    is_taken: bool,
):
    operator.tell("PATCH", PATH, Reply({**ITS_TICKET, "status": status}))
    if is_taken:
        assert billing.answer_report(TOKEN, "DSP-068V-CD18", answer).status == status
        return
    with pytest.raises(Rejected):
        billing.answer_report(TOKEN, "DSP-068V-CD18", answer)


WORDS = "me siguen cobrando"


@pytest.mark.parametrize("reopens", [True, False])
def test_the_words_are_on_the_report_whether_or_not_it_is_opened_again(
    operator: OperatorServer, billing: TmfBilling, reopens: bool
):
    path = f"{TICKETS}/DSP-068V-CD18"
    resolved = {**ITS_TICKET, "status": "resolved"}
    reopened = Reply({**ITS_TICKET, "status": "inProgress"})
    operator.tell("GET", path, Reply(resolved))
    refusal = Reply({"code": "decided"}, 409)
    operator.tell("PATCH", path, Reply(resolved), reopened if reopens else refusal)

    assert billing.reopen_report(TOKEN, "DSP-068V-CD18", WORDS).is_open is reopens
    words, status = operator.requests("PATCH", path)
    assert words.json()["note"][-1] == {"text": WORDS}
    assert status.json() == {"status": "inProgress"}


def test_when_a_report_changed_last_is_read(operator: OperatorServer, billing: TmfBilling):
    path = f"{TICKETS}/DSP-068V-CD18"
    operator.tell("GET", path, Reply({**ITS_TICKET, "lastUpdate": "2026-11-20T09:00:00.500000Z"}))
    updated = billing.report(TOKEN, "DSP-068V-CD18").updated
    assert updated is not None
    assert updated.isoformat() == "2026-11-20T09:00:00.500000+00:00"
