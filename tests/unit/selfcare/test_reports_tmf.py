"""Reports as TMF621 tells of them."""

from datetime import date
from typing import Any

import pytest

from selfcare.billing_tmf import CREDITS, TICKETS, TmfBilling
from selfcare.errors import NotFound
from tests.unit.selfcare.fakes import TOKEN, euros
from tests.unit.selfcare.operator_answers import ANSWER, ITS_TICKET, OFFERED, QUESTION
from tests.unit.selfcare.operator_server import OperatorServer, Reply


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


def test_what_is_offered_is_read(operator: OperatorServer, billing: TmfBilling):
    operator.tell("GET", f"{TICKETS}/DSP-068V-CD18", Reply(OFFERED))
    assert billing.report(TOKEN, "DSP-068V-CD18").offered == euros(450)


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


def test_when_a_report_changed_last_is_read(operator: OperatorServer, billing: TmfBilling):
    path = f"{TICKETS}/DSP-068V-CD18"
    operator.tell("GET", path, Reply({**ITS_TICKET, "lastUpdate": "2026-11-20T09:00:00.500000Z"}))
    updated = billing.report(TOKEN, "DSP-068V-CD18").updated
    assert updated is not None
    assert updated.isoformat() == "2026-11-20T09:00:00.500000+00:00"
