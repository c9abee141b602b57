"""What officers decide on disputes, and who may."""

from datetime import datetime

import pytest
from sqlalchemy import select

from billing.database import Database
from billing.models import Credit, CreditOffer, Ticket
from billing.staff.acts import ACTS
from tests.integration.billing.officers import Browser, path_of, text_of
from tests.integration.billing.staff_reports.filed import (
    CAMILLE,
    OLIVERS_ACCOUNT,
    acted,
    fee,
    open_dispute,
    status_of,
)


def test_the_whole_sum_is_given_back_after_saying_how_much_and_where_to(
    clerk: Browser, database: Database
):
    ticket = open_dispute(database, CAMILLE)
    assert ticket.disputed_amount is not None
    page = clerk.get(f"/staff/reports/{ticket.id}/credit")
    sum_ = f"€{ticket.disputed_amount / 100:.2f}"
    assert f"Give back {sum_}" in text_of(page)
    assert "to bill FR" in text_of(page)
    assert "Merci de nous avoir prévenus" in page.text, "in the customer's language"

    done = clerk.send(f"/staff/reports/{ticket.id}/credit", words="Un avoir suit.\r\nMerci.")
    assert path_of(done) == f"/staff/reports/{ticket.id}?done=credit"
    assert "The amount has been given back" in done.text
    assert status_of(database, ticket.id) == ("resolved", "credited")
    assert acted(database, ticket.id) == [("clerk-1", "decide")]
    with database.read() as session:
        (credit,) = session.scalars(select(Credit).where(Credit.ticket_id == ticket.id))
        words = session.get_one(Ticket, ticket.id).notes[-1].text
    assert credit.amount == ticket.disputed_amount
    assert words == "Un avoir suit.\nMerci."


@pytest.mark.parametrize("typed", ["1,25", "1.25", " 1,25 € ", "EUR 1.25"])
def test_a_part_is_offered_however_its_sum_is_written(
    clerk: Browser, database: Database, now: datetime, typed: str
):
    number = fee(database, now, 12.5)
    page = clerk.get(f"/staff/reports/{number}/offer", sum=typed)
    assert "Offer €1.25" in text_of(page)
    assert "1,25\xa0€" in page.text, "in the customer's way of writing sums"
    clerk.send(f"/staff/reports/{number}/offer", words="Le ofrecemos una parte.")
    assert status_of(database, number) == ("pending", "creditOffered")
    with database.read() as session:
        (offer,) = session.scalars(select(CreditOffer).where(CreditOffer.ticket_id == number))
    assert (offer.amount, offer.officer) == (125, "clerk-1")
    assert "An offer is waiting" in clerk.get(f"/staff/reports/{number}").text


@pytest.mark.parametrize(
    "typed", ["0", "-1", "abc", "1,255", "1.2345", "1e3", "12,50", "13", "9" * 40, "١٢"]
)
def test_what_is_no_part_is_not_offered(
    clerk: Browser, database: Database, now: datetime, typed: str
):
    number = fee(database, now, 12.5)
    page = clerk.get(f"/staff/reports/{number}/offer", sum=typed)
    assert page.status_code == 422
    assert "Nothing has been done yet" in page.text
    clerk.get(f"/staff/reports/{number}/offer", sum="1")
    refused = clerk.send(f"/staff/reports/{number}/offer", sum=typed, words="Una parte.")
    assert refused.status_code == 422
    assert status_of(database, number) == ("acknowledged", None)


def test_a_refusal_asks_for_its_reason_and_brings_words_for_it(
    clerk: Browser, database: Database, now: datetime
):
    number = fee(database, now, 12.5, OLIVERS_ACCOUNT)
    choice = clerk.get(f"/staff/reports/{number}/refuse")
    assert "the charge is due" in choice.text
    page = clerk.get(f"/staff/reports/{number}/refuse", reason="chargeIsDue")
    assert "calculated correctly under your plan" in page.text
    clerk.send(f"/staff/reports/{number}/refuse", words="The calls were made from your line.")
    assert status_of(database, number) == ("rejected", "chargeIsDue")


def test_a_reason_that_the_rules_do_not_know_is_refused(
    clerk: Browser, database: Database, now: datetime
):
    number = fee(database, now, 12.5)
    assert clerk.get(f"/staff/reports/{number}/refuse", reason="mood").status_code == 422
    clerk.get(f"/staff/reports/{number}/refuse", reason="tooLate")
    answer = clerk.send(f"/staff/reports/{number}/refuse", reason="mood", words="No.")
    assert answer.status_code == 422
    assert status_of(database, number)[0] == "acknowledged"


@pytest.mark.parametrize("words", ["", "  \r\n ", "x" * 2001, "nothing\x00"])
def test_without_words_that_can_be_sent_nothing_happens(
    clerk: Browser, database: Database, now: datetime, words: str
):
    number = fee(database, now, 12.5)
    page = clerk.act(number, "credit", words)
    assert page.status_code == 422
    assert status_of(database, number)[0] == "acknowledged"


def test_above_a_clerks_limit_the_desk_says_so_and_a_supervisor_decides(
    clerk: Browser, lead: Browser, database: Database, now: datetime
):
    number = fee(database, now, 50.01)
    page = clerk.get(f"/staff/reports/{number}")
    assert "up to €50.00" in text_of(page)
    assert f"/staff/reports/{number}/credit" not in page.text
    assert clerk.get(f"/staff/reports/{number}/credit").status_code == 422
    clerk.get(f"/staff/reports/{number}/offer", sum="1")
    for act, fields in (("credit", {}), ("offer", {"sum": "50.00"})):
        answer = clerk.send(f"/staff/reports/{number}/{act}", words="Sí.", **fields)
        assert answer.status_code in (422, 409), act
    assert status_of(database, number)[0] == "acknowledged"

    assert "given back" in lead.act(number, "credit", "Sí.").text
    assert status_of(database, number) == ("resolved", "credited")


def test_a_part_within_the_limit_is_a_clerks_to_offer(
    clerk: Browser, database: Database, now: datetime
):
    number = fee(database, now, 80)
    assert "Offer €50.00" in text_of(clerk.get(f"/staff/reports/{number}/offer", sum="50"))
    assert clerk.get(f"/staff/reports/{number}/offer", sum="50.01").status_code == 422


@pytest.mark.parametrize("act", ACTS)
def test_an_auditor_reads_and_cannot_act(
    auditor: Browser, database: Database, now: datetime, act: str
):
    number = fee(database, now, 12.5)
    page = auditor.get(f"/staff/reports/{number}")
    assert page.status_code == 200
    assert f"/staff/reports/{number}/{act}" not in page.text
    assert auditor.get(f"/staff/reports/{number}/{act}").status_code == 403
    auditor.get("/staff")
    fields = {"words": "No.", "sum": "0,01", "reason": "tooLate"}
    assert auditor.send(f"/staff/reports/{number}/{act}", **fields).status_code == 403
    assert status_of(database, number) == ("acknowledged", None)
    assert acted(database, number) == []


@pytest.mark.parametrize("act", ACTS)
def test_without_its_token_no_form_does_anything(
    clerk: Browser, database: Database, now: datetime, act: str
):
    number = fee(database, now, 12.5)
    clerk.get(f"/staff/reports/{number}/refuse", reason="tooLate")
    fields = {**clerk.hidden, "words": "No.", "reason": "tooLate"}
    for token in ({}, {"csrf": ""}, {"csrf": "x" * 64}):
        posted = {name: value for name, value in fields.items() if name != "csrf"} | token
        answer = clerk.http.post(f"/staff/reports/{number}/{act}", data=posted)
        assert answer.status_code == 403
    assert acted(database, number) == []
