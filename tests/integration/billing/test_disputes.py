"""Disputes: filed once, about what may be disputed, with a number and a way for the money."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import uuid4

import pytest

from billing import report_number
from tests.integration.billing.server import (
    ACCOUNT,
    BILL,
    PRODUCT,
    TICKET,
    USAGE,
    Api,
    dispute,
    price,
    traits,
)

PAYMENT = {
    "amount": {"unit": "EUR", "value": 42.35},
    "date": "2026-10-18",
    "means": "bank_transfer",
}


def fresh_key() -> str:
    return f"test:{uuid4()}"


def related(ticket: dict[str, Any], role: str) -> list[str]:
    return [entity["id"] for entity in ticket["relatedEntity"] if entity["role"] == role]


def without_calls(reason: str, **changes: Any) -> dict[str, Any]:
    return dispute([], fresh_key(), disputeReason=reason, **changes)


def test_a_dispute_gets_a_number_a_sum_a_date_and_a_place_for_the_money(ana: Api):
    bill = ana.bills()[0]
    calls = ana.eligible_calls(bill, 2)

    answer = ana.file(dispute(calls, fresh_key()))

    ticket = answer.json()
    assert answer.status_code == 201
    assert answer.headers["Location"] == ticket["href"]
    assert report_number.is_valid(ticket["id"])
    assert ticket["id"].startswith("DSP-")
    assert ticket["status"] == "acknowledged"
    assert ticket["disputedAmount"] == {
        "unit": "EUR",
        "value": sum(price(call) for call in calls) / 100,
    }
    assert ticket["expectedResolutionDate"] > ticket["creationDate"]
    assert set(related(ticket, "disputedUsage")) == {call["id"] for call in calls}
    assert related(ticket, "disputedBill") == [bill["id"]]
    assert ticket["creditTarget"] == {
        "type": "unpaidBill",
        "bill": {"id": bill["id"], "billNo": bill["billNo"]},
    }
    assert ana.http.get(ticket["href"]).json() == ticket


def test_calls_of_a_paid_bill_are_credited_on_the_next_one(ana: Api):
    bill = ana.bills()[1]

    ticket = ana.file(dispute(ana.eligible_calls(bill, 1))).json()

    assert ticket["creditTarget"] == {"type": "nextBill"}


def test_disputed_calls_show_so_and_cannot_be_disputed_again(ana: Api):
    calls = ana.eligible_calls(ana.bills()[0], 1)
    ana.file(dispute(calls, fresh_key()))

    again = ana.file(dispute(calls, fresh_key()))

    now = ana.http.get(calls[0]["href"]).json()
    assert traits(now)["creditIneligibilityReason"] == "already_disputed"
    assert again.status_code == 409
    assert (again.json()["code"], again.json()["reason"]) == ("notEligible", "already_disputed")
    assert calls[0]["id"] in again.json()["message"]


@pytest.mark.parametrize("reason", ["too_old", "already_credited", "included_in_plan", "unbilled"])
def test_a_call_that_is_not_eligible_takes_the_whole_dispute_down(ana: Api, reason: str):
    good = ana.eligible_calls(ana.bills()[0], 1)
    bad = next(
        call for call in ana.all(USAGE) if traits(call).get("creditIneligibilityReason") == reason
    )

    answer = ana.file(dispute([*good, bad], fresh_key()))

    assert answer.status_code == 409
    assert (answer.json()["code"], answer.json()["reason"]) == ("notEligible", reason)
    assert traits(ana.http.get(good[0]["href"]).json())["creditEligible"]


def test_the_same_key_and_content_give_the_same_ticket(ana: Api):
    body = dispute(ana.eligible_calls(ana.bills()[0], 2), fresh_key())

    first, second = ana.file(body), ana.file(body)

    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    assert len(ana.all(TICKET, externalId=body["externalId"])) == 1


def test_the_same_things_named_in_another_order_are_the_same_content(ana: Api):
    body = dispute(ana.eligible_calls(ana.bills()[0], 2), fresh_key())
    turned = body | {"relatedEntity": body["relatedEntity"][::-1]}

    assert ana.file(body).json()["id"] == ana.file(turned).json()["id"]


def test_the_same_key_with_other_content_is_refused(ana: Api):
    calls = ana.eligible_calls(ana.bills()[0], 2)
    body = dispute(calls[:1], fresh_key())
    ana.file(body)

    answer = ana.file(dispute(calls[1:], body["externalId"]))

    assert (answer.status_code, answer.json()["code"]) == (409, "keyReused")
    assert traits(ana.http.get(calls[1]["href"]).json())["creditEligible"]


def test_the_same_confirmation_many_times_at_once_makes_one_ticket(agnieszka: Api):
    body = dispute(agnieszka.eligible_calls(agnieszka.bills()[0], 3), fresh_key())

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(agnieszka.file, [body] * 8))

    assert sorted(answer.status_code for answer in answers) == [200] * 7 + [201]
    assert len({answer.json()["id"] for answer in answers}) == 1


def test_one_call_in_many_disputes_at_once_gets_into_one(agnieszka: Api):
    calls = agnieszka.eligible_calls(agnieszka.bills()[1], 1)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(agnieszka.file, [dispute(calls, fresh_key()) for _ in range(8)]))

    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 7


def test_two_customers_may_use_the_same_key(ana: Api, oliver: Api):
    key = fresh_key()

    hers = ana.file(dispute(ana.eligible_calls(ana.bills()[1], 1), key))
    his = oliver.file(dispute(oliver.eligible_calls(oliver.bills()[1], 1), key))

    assert (hers.status_code, his.status_code) == (201, 201)
    assert hers.json()["id"] != his.json()["id"]


def test_somebody_else_s_call_bill_or_line_is_not_there(ana: Api, oliver: Api):
    his = {
        "Usage": oliver.eligible_calls(oliver.bills()[0], 1)[0]["id"],
        "CustomerBill": oliver.bills()[0]["id"],
        "Product": oliver.all(PRODUCT)[0]["id"],
        "BillingAccount": oliver.all(ACCOUNT)[0]["id"],
    }
    for type_, id_ in his.items():
        body = without_calls("other") | {
            "relatedEntity": [{"id": id_, "role": "disputedUsage", "@referredType": type_}]
        }
        assert ana.file(body).status_code == 404
    assert (
        ana.file(
            without_calls("other")
            | {"relatedParty": [{"id": "C-1004", "role": "customer", "@referredType": "Customer"}]}
        ).status_code
        == 404
    )


def test_the_sum_is_the_server_s_and_another_one_is_refused(ana: Api):
    calls = ana.eligible_calls(ana.bills()[0], 1)
    right = {"unit": "EUR", "value": price(calls[0]) / 100}

    too_much = ana.file(dispute(calls, fresh_key(), disputedAmount={"unit": "EUR", "value": 900}))
    exact = ana.file(dispute(calls, fresh_key(), disputedAmount=right))

    assert too_much.status_code == 400
    assert exact.json()["disputedAmount"] == right


def test_a_call_named_twice_counts_once(ana: Api):
    (call,) = ana.eligible_calls(ana.bills()[0], 1)

    ticket = ana.file(dispute([call, call], fresh_key())).json()

    assert ticket["disputedAmount"]["value"] == price(call) / 100
    assert related(ticket, "disputedUsage") == [call["id"]]


def test_a_service_is_named_by_its_number(ana: Api):
    line = ana.all(PRODUCT)[0]
    entity = {"id": line["id"], "role": "service", "@referredType": "Product"}

    ticket = ana.file(without_calls("service_lost", relatedEntity=[entity])).json()

    assert ticket["relatedEntity"] == [entity | {"name": line["productSerialNumber"]}]


def test_a_payment_that_was_not_credited_is_disputed_with_its_amount(ana: Api):
    answer = ana.file(without_calls("payment_not_credited", disputedPayment=PAYMENT))

    ticket = answer.json()
    assert answer.status_code == 201
    assert ticket["disputedPayment"] == PAYMENT
    assert ticket["disputedAmount"] == PAYMENT["amount"]
    assert ticket["creditTarget"]["type"] == "unpaidBill"


@pytest.mark.parametrize(
    "payment",
    [
        None,
        PAYMENT | {"amount": {"unit": "USD", "value": 42.35}},
        PAYMENT | {"amount": {"unit": "EUR", "value": 0}},
        PAYMENT | {"amount": {"unit": "EUR", "value": -1}},
        PAYMENT | {"amount": {"unit": "EUR", "value": 1.005}},
        PAYMENT | {"amount": {"unit": "EUR", "value": "much"}},
        PAYMENT | {"date": "2099-01-01"},
        PAYMENT | {"date": "soon"},
        PAYMENT | {"means": ""},
    ],
    ids=str,
)
def test_a_missing_payment_without_what_it_needs_is_refused(ana: Api, payment: object):
    answer = ana.file(without_calls("payment_not_credited", disputedPayment=payment))

    assert answer.status_code == 400


def test_a_payment_goes_with_no_other_reason_and_not_with_calls(ana: Api):
    calls = ana.eligible_calls(ana.bills()[0], 1)
    with_calls = dispute(calls, disputeReason="payment_not_credited", disputedPayment=PAYMENT)

    assert ana.file(without_calls("wrong_rate", disputedPayment=PAYMENT)).status_code == 400
    assert ana.file(with_calls).status_code == 400


def test_a_bill_can_be_disputed_with_or_without_a_sum(ana: Api):
    unpaid, paid = ana.bills()[:2]

    def about(bill: dict[str, Any], **more: Any) -> dict[str, Any]:
        entity = {"id": bill["id"], "role": "disputedBill", "@referredType": "CustomerBill"}
        body = without_calls("higher_than_quoted", relatedEntity=[entity], **more)
        ticket: dict[str, Any] = ana.file(body).json()
        return ticket

    assert about(paid)["creditTarget"] == {"type": "nextBill"}
    assert "disputedAmount" not in about(paid)
    assert about(unpaid)["creditTarget"]["bill"]["id"] == unpaid["id"]
    all_of_it = about(unpaid, disputedAmount={"unit": "EUR", "value": 5000.01})
    assert all_of_it["disputedAmount"]["value"] == 5000.01
    assert all_of_it["creditTarget"] == {"type": "nextBill"}


def test_a_part_paid_bill_takes_what_it_can(camille: Api):
    bill = camille.bills()[0]

    ticket = camille.file(dispute(camille.eligible_calls(bill, 1), fresh_key())).json()

    assert bill["state"] == "partiallyPaid"
    assert ticket["creditTarget"]["bill"]["id"] == bill["id"]


def test_a_dispute_needs_a_reason_that_is_known(ana: Api):
    for reason in (None, "", "because", 7):
        assert ana.file(without_calls("other") | {"disputeReason": reason}).status_code == 400


@pytest.mark.parametrize(
    ("ticket_type", "prefix"),
    [
        ("fraud", "FRD"),
        ("fault", "FLT"),
        ("request", "REQ"),
        ("serviceRequest", "REQ"),
        ("complaint", "CMP"),
        ("message", "MSG"),
    ],
)
def test_other_reports_get_numbers_of_their_own_kind(oliver: Api, ticket_type: str, prefix: str):
    body = {"description": "Hello", "severity": "Minor", "ticketType": ticket_type}

    ticket = oliver.file(body).json()

    assert ticket["id"].startswith(f"{prefix}-")
    assert report_number.is_valid(ticket["id"])
    assert ticket["@type"] == "TroubleTicket"
    assert "disputeReason" not in ticket


def test_what_only_the_operator_decides_is_left_aside(ana: Api):
    body = without_calls("other") | {
        "id": "DSP-0000-0000",
        "status": "resolved",
        "creditTarget": {"type": "nextBill"},
        "expectedResolutionDate": "2026-11-23T00:00:00Z",
    }

    ticket = ana.file(body).json()

    assert ticket["status"] == "acknowledged"
    assert ticket["id"] != "DSP-0000-0000"
    assert ticket["creditTarget"]["type"] == "unpaidBill"


def test_the_channel_and_the_words_come_back_as_they_were(ana: Api):
    words = "¡Żółć! <b>&amp;</b> 🙈\nsegunda línea"
    body = without_calls(
        "other", description=words, note=[{"text": words}], channel={"id": "web", "name": "Web"}
    )

    ticket = ana.file(body).json()

    assert ticket["description"] == words
    assert ticket["note"][0]["text"] == words
    assert ticket["channel"] == {"id": "web", "name": "Web"}


def test_tickets_are_listed_the_latest_first(ana: Api):
    number = ana.file(without_calls("other")).json()["id"]

    tickets = ana.all(TICKET, sort="-creationDate")

    assert tickets[0]["id"] == number
    moments = [ticket["creationDate"] for ticket in tickets]
    assert [datetime.fromisoformat(moment.replace("Z", "+00:00")) for moment in moments] == sorted(
        (datetime.fromisoformat(moment.replace("Z", "+00:00")) for moment in moments),
        reverse=True,
    )
    recently = (datetime.now(timezone.utc) - timedelta(hours=1)).isoformat()
    assert number in {ticket["id"] for ticket in ana.all(TICKET, creationDate__gte=recently)}


def test_a_bill_named_with_its_calls_is_named_once(ana: Api):
    bill = ana.bills()[0]
    body = dispute(ana.eligible_calls(bill, 1), fresh_key())
    body["relatedEntity"].append(
        {"id": bill["id"], "role": "disputedBill", "@referredType": "CustomerBill"}
    )

    assert related(ana.file(body).json(), "disputedBill") == [bill["id"]]
    assert ana.all(BILL, id=bill["id"])
