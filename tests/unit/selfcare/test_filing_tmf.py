"""What is filed with the operator, and what is told of it, over the TM Forum adapter."""

from datetime import date
from typing import Any

import pytest

from selfcare.billing_tmf import TICKETS, TmfBilling
from selfcare.dispute import Dispute
from selfcare.errors import Rejected, TimedOut
from selfcare.written_report import WrittenReport
from tests.unit.selfcare.fakes import ACCOUNT, OCTOBER, TOKEN
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
