"""A part of the sum is offered; its customer accepts or refuses it, or withdraws the report."""

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from sqlalchemy import select

from billing.__main__ import main
from billing.answers import answer
from billing.database import Database
from billing.decisions import Desk, Officer, shared_out
from billing.errors import BillingError, DecidedError, ForbiddenError, InvalidError
from billing.models import AuditEntry, Call, Credit, Decision, Ticket
from billing.tmf.body import Money
from tests.integration.billing.test_decisions import filed, two_calls

CLERK = Officer("clerk-1", "clerk")
WORDS = "Le ofrecemos una parte del importe."


@pytest.fixture
def offered(database: Database, desk: Desk, now: datetime) -> tuple[str, list[Call]]:
    """A dispute about two calls, of which all but a cent is offered."""
    number, calls = two_calls(database, now)
    desk.offer(number, CLERK, sum(call.amount for call in calls) - 1, WORDS, now)
    return number, calls


def say(
    database: Database, number: str, status: str, now: datetime, seen: Money | None = None
) -> None:
    with database.write() as session:
        ticket = session.scalar(select(Ticket).where(Ticket.id == number).with_for_update())
        assert ticket is not None
        answer(session, ticket, status, now, seen)


def told(database: Database, number: str) -> tuple[str, str | None, int]:
    """The report's status, the reason for it, and what was credited for it."""
    with database.read() as session:
        ticket = session.get_one(Ticket, number)
        credits_ = session.scalars(select(Credit.amount).where(Credit.ticket_id == number)).all()
        return ticket.status, ticket.status_reason, sum(credits_)


def test_an_offer_waits_for_its_customer(
    database: Database, desk: Desk, offered: tuple[str, list[Call]], now: datetime
):
    number, _ = offered
    assert told(database, number) == ("pending", "creditOffered", 0)
    with database.read() as session:
        assert session.get_one(Ticket, number).notes[-1].text == WORDS
    with pytest.raises(DecidedError):
        desk.credit(number, CLERK, WORDS, now)
    with pytest.raises(DecidedError):
        desk.offer(number, CLERK, 1, WORDS, now)


def test_an_offer_that_is_accepted_is_credited_call_by_call(
    database: Database, offered: tuple[str, list[Call]], now: datetime
):
    number, calls = offered
    total = sum(call.amount for call in calls) - 1
    say(database, number, "resolved", now)
    assert told(database, number) == ("resolved", "offerAccepted", total)
    with database.read() as session:
        decision = session.get_one(Decision, number)
        credited = session.scalars(select(Credit.call_id).where(Credit.ticket_id == number)).all()
        actors = session.scalars(select(AuditEntry.actor).where(AuditEntry.ticket_id == number))
        ticket = session.get_one(Ticket, number)
        assert list(actors) == [CLERK.name, ticket.customer_id]
    assert (decision.amount, decision.officer) == (total, CLERK.name)
    assert set(credited) == {call.id for call in calls}


def test_an_offer_that_is_refused_is_looked_at_again(
    database: Database, desk: Desk, offered: tuple[str, list[Call]], now: datetime
):
    number, calls = offered
    say(database, number, "inProgress", now)
    assert told(database, number) == ("inProgress", "offerRefused", 0)
    desk.credit(number, CLERK, WORDS, now)
    total = sum(call.amount for call in calls)
    assert told(database, number) == ("resolved", "credited", total)


@pytest.mark.parametrize("status", ["resolved", "inProgress", "cancelled"])
def test_an_answer_given_twice_counts_once(
    database: Database, offered: tuple[str, list[Call]], now: datetime, status: str
):
    number, _ = offered
    say(database, number, status, now)
    once = told(database, number)
    say(database, number, status, now)
    assert told(database, number) == once


@pytest.mark.parametrize(("unit", "more"), [("EUR", 1), ("GBP", 0)])
def test_only_what_was_seen_is_accepted(
    database: Database, offered: tuple[str, list[Call]], now: datetime, unit: str, more: int
):
    number, calls = offered
    total = sum(call.amount for call in calls) - 1
    with pytest.raises(DecidedError):
        say(database, number, "resolved", now, Money(unit=unit, value=(total + more) / 100))
    assert told(database, number) == ("pending", "creditOffered", 0)
    say(database, number, "resolved", now, Money(unit="EUR", value=total / 100))
    assert told(database, number) == ("resolved", "offerAccepted", total)


def test_a_report_is_withdrawn_with_what_is_offered(
    database: Database, desk: Desk, offered: tuple[str, list[Call]], now: datetime
):
    number, calls = offered
    say(database, number, "cancelled", now)
    assert told(database, number) == ("cancelled", "withdrawnByCustomer", 0)
    for too_late in ("resolved", "inProgress", "closed"):
        with pytest.raises(DecidedError):
            say(database, number, too_late, now)
    with pytest.raises(DecidedError):
        desk.credit(number, CLERK, WORDS, now)
    assert filed(database, now, calls) != number


def test_what_is_resolved_is_closed_by_its_customer_alone(
    database: Database, desk: Desk, now: datetime
):
    number, _ = two_calls(database, now)
    with pytest.raises(DecidedError):
        say(database, number, "closed", now)
    desk.credit(number, CLERK, WORDS, now)
    say(database, number, "closed", now)
    assert told(database, number)[:2] == ("closed", "confirmedByCustomer")
    with pytest.raises(DecidedError):
        say(database, number, "cancelled", now)


@pytest.mark.parametrize("status", ["acknowledged", "pending", "rejected", "held", "gone"])
def test_other_statuses_are_not_the_customers_to_set(
    database: Database, offered: tuple[str, list[Call]], now: datetime, status: str
):
    number, _ = offered
    with pytest.raises(ForbiddenError):
        say(database, number, status, now)
    assert told(database, number)[0] == "pending"


def test_of_many_answers_at_once_one_wins(
    database: Database, offered: tuple[str, list[Call]], now: datetime
):
    number, calls = offered

    def give(place: int) -> bool:
        try:
            say(database, number, ("resolved", "inProgress", "cancelled")[place % 3], now)
        except DecidedError:
            return False
        return True

    with ThreadPoolExecutor(8) as customers:
        list(customers.map(give, range(15)))
    status, _, credited = told(database, number)
    assert credited == (sum(call.amount for call in calls) - 1 if status == "resolved" else 0)


@pytest.mark.parametrize(
    ("officer", "of_sum", "words", "error"),
    [
        (CLERK, 1.0, WORDS, InvalidError),
        (CLERK, 0.0, WORDS, InvalidError),
        (CLERK, 0.5, " ", InvalidError),
        (Officer("visitor", "visitor"), 0.5, WORDS, ForbiddenError),
    ],
)
def test_an_offer_outside_the_rules_changes_nothing(
    database: Database,
    desk: Desk,
    now: datetime,
    officer: Officer,
    of_sum: float,
    words: str,
    error: type[BillingError],
):
    number, calls = two_calls(database, now)
    with pytest.raises(error):
        desk.offer(number, officer, int(of_sum * sum(it.amount for it in calls)), words, now)
    assert told(database, number)[0] == "acknowledged"


@pytest.mark.parametrize(
    ("sum_", "amounts", "parts"),
    [
        (100, [50, 150], [25, 75]),
        (10, [1, 1, 1], [4, 3, 3]),
        (1, [5, 6], [0, 1]),
        (199, [100, 100], [100, 99]),
        (300, [100, 200], [100, 200]),
    ],
)
def test_a_sum_is_shared_out_to_the_last_cent(sum_: int, amounts: list[int], parts: list[int]):
    assert shared_out(sum_, amounts) == parts


def test_an_offer_on_the_command_line(
    database: Database, database_address: str, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    number, _ = two_calls(database, now)
    monkeypatch.setenv("DATABASE_URL", database_address)
    command = ["billing", "decide", number, WORDS, "--by", "me", "--offer"]
    monkeypatch.setattr(sys, "argv", [*command, "0.015"])
    with pytest.raises(SystemExit, match="Nothing was decided"):
        main()
    monkeypatch.setattr(sys, "argv", [*command, "0.01"])
    main()
    with database.read() as session:
        offer = session.get_one(Ticket, number).open_offer
        assert offer is not None
        assert offer.amount == 1
