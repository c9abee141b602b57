"""The life of a report at the desk: taken, asked about, answered, and closed by its customer."""

import sys
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from billing.__main__ import main
from billing.database import Database
from billing.deadlines import answer_due
from billing.decisions import Desk, Officer
from billing.errors import BillingError, DecidedError, ForbiddenError, InvalidError, NotFoundError
from billing.models import AuditEntry
from tests.integration.billing.desk_work import (
    CLERK,
    VISITOR,
    life,
    read,
    reported,
    say,
    trail,
    write_note,
)
from tests.integration.billing.test_decisions import CUSTOMER, two_calls

OTHER = Officer("clerk-2", "clerk")
WORDS = "Hemos cambiado el router de la central."
SPAIN = ("ES", "Europe/Madrid")
LATER = timedelta(days=30)


@pytest.mark.parametrize(
    ("ticket_type", "days"),
    [("fraud", 5), ("fault", 2), ("request", 5), ("serviceRequest", 5), ("complaint", 15)],
)
def test_each_kind_of_report_has_a_deadline_of_its_own(
    database: Database, now: datetime, ticket_type: str, days: int
):
    ticket = read(database, reported(database, now, ticket_type))
    assert ticket.answer_due_at == answer_due(now, days, *SPAIN)
    assert ticket.remind_at is not None
    assert now < ticket.remind_at < ticket.answer_due_at


def test_who_takes_a_report_looks_after_it(database: Database, desk: Desk, now: datetime):
    number = reported(database, now)
    desk.take(number, CLERK, now)
    desk.take(number, CLERK, now)
    assert read(database, number).owner == CLERK.name
    assert life(database, number) == [("acknowledged", None), ("inProgress", "underReview")]
    assert trail(database, number) == [(CLERK.name, "take")]


def test_a_report_is_taken_over_and_the_trail_says_from_whom(
    database: Database, desk: Desk, now: datetime
):
    number, _ = two_calls(database, now)
    desk.take(number, CLERK, now)
    desk.take(number, OTHER, now)
    assert read(database, number).owner == OTHER.name
    assert life(database, number)[1:] == [("inProgress", "underReview")]
    with database.read() as session:
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
        assert entry is not None
    assert (entry.actor, entry.detail) == (OTHER.name, {"from": CLERK.name, "role": "clerk"})


def test_a_question_waits_until_its_customer_writes(database: Database, desk: Desk, now: datetime):
    number = reported(database, now)
    desk.ask(number, CLERK, "¿Qué luces están encendidas?", now)
    asked = read(database, number)
    assert (asked.status, asked.status_reason) == ("pending", "informationRequired")
    assert (asked.notes[-1].author, asked.notes[-1].text) == (
        "operator",
        "¿Qué luces están encendidas?",
    )

    write_note(database, number, "Ninguna", now + LATER)

    answered = read(database, number)
    assert (answered.status, answered.status_reason) == ("inProgress", "customerAnswered")
    assert answered.answer_due_at == answer_due(now + LATER, 2, *SPAIN)
    assert trail(database, number) == [(CLERK.name, "ask"), (CUSTOMER, "answer")]


def test_a_note_that_nobody_asked_for_changes_no_status(
    database: Database, desk: Desk, now: datetime
):
    number = reported(database, now)
    write_note(database, number, "Sigue igual", now)
    desk.note(number, CLERK, "Un técnico está de camino.", now)
    assert life(database, number) == [("acknowledged", None)]
    assert [note.text for note in read(database, number).notes] == [
        "Sigue igual",
        "Un técnico está de camino.",
    ]
    assert trail(database, number) == [(CLERK.name, "note")]


def test_what_the_operator_resolved_is_closed_by_the_customer_alone(
    database: Database, desk: Desk, now: datetime
):
    number = reported(database, now)
    desk.resolve(number, CLERK, WORDS, now)
    assert read(database, number).resolved_at == now
    say(database, number, "closed", now)
    assert life(database, number)[1:] == [
        ("resolved", "resolvedByOperator"),
        ("closed", "confirmedByCustomer"),
    ]
    assert trail(database, number) == [(CLERK.name, "resolve"), (CUSTOMER, "answer")]


def test_what_is_not_resolved_for_its_customer_is_opened_again(
    database: Database, desk: Desk, now: datetime
):
    number = reported(database, now)
    desk.resolve(number, CLERK, WORDS, now)
    say(database, number, "inProgress", now + LATER)
    reopened = read(database, number)
    assert (reopened.status, reopened.status_reason) == ("inProgress", "notResolved")
    assert reopened.resolved_at is None
    assert reopened.answer_due_at == answer_due(now + LATER, 2, *SPAIN)
    desk.resolve(number, CLERK, WORDS, now + LATER)


def test_what_was_credited_is_not_opened_again(database: Database, desk: Desk, now: datetime):
    number, _ = two_calls(database, now)
    desk.credit(number, CLERK, WORDS, now)
    with pytest.raises(DecidedError):
        say(database, number, "inProgress", now)


def test_a_report_is_rejected_for_a_reason_of_the_rules(
    database: Database, desk: Desk, now: datetime
):
    number = reported(database, now, "request")
    with pytest.raises(InvalidError):
        desk.reject(number, CLERK, "noIdea", WORDS, now)
    desk.reject(number, CLERK, "notPossible", WORDS, now)
    assert life(database, number)[1:] == [("rejected", "notPossible")]
    assert trail(database, number) == [(CLERK.name, "reject")]


def test_a_dispute_is_neither_resolved_nor_rejected_without_a_decision(
    database: Database, desk: Desk, now: datetime
):
    number, _ = two_calls(database, now)
    with pytest.raises(InvalidError):
        desk.resolve(number, CLERK, WORDS, now)
    with pytest.raises(InvalidError):
        desk.reject(number, CLERK, "notPossible", WORDS, now)
    assert life(database, number) == [("acknowledged", None)]


def act(desk: Desk, name: str, number: str, officer: Officer, words: str, now: datetime) -> None:
    if name == "take":
        desk.take(number, officer, now)
    elif name == "reject":
        desk.reject(number, officer, "notPossible", words, now)
    else:
        {"ask": desk.ask, "note": desk.note, "resolve": desk.resolve}[name](
            number, officer, words, now
        )


@pytest.mark.parametrize("name", ["take", "ask", "note", "resolve", "reject"])
def test_an_act_outside_the_rules_changes_nothing(
    database: Database, desk: Desk, now: datetime, name: str
):
    number = reported(database, now)
    refusals: list[tuple[str, Officer, str, type[BillingError]]] = [
        (number, VISITOR, WORDS, ForbiddenError),
        ("FLT-0000-0000", CLERK, WORDS, NotFoundError),
    ]
    if name != "take":
        refusals.append((number, CLERK, "  ", InvalidError))
    for which, officer, words, error in refusals:
        with pytest.raises(error):
            act(desk, name, which, officer, words, now)
    assert life(database, number) == [("acknowledged", None)]
    assert (read(database, number).notes, trail(database, number)) == ([], [])


@pytest.mark.parametrize("name", ["take", "ask", "note", "resolve", "reject"])
def test_nothing_is_done_with_a_report_that_is_over(
    database: Database, desk: Desk, now: datetime, name: str
):
    number = reported(database, now)
    say(database, number, "cancelled", now)
    with pytest.raises(DecidedError):
        act(desk, name, number, CLERK, WORDS, now)


def test_a_customer_who_has_an_offer_to_answer_is_asked_nothing_else(
    database: Database, desk: Desk, now: datetime
):
    number, _ = two_calls(database, now)
    desk.offer(number, CLERK, 1, WORDS, now)
    with pytest.raises(DecidedError):
        desk.ask(number, CLERK, WORDS, now)
    write_note(database, number, "Me lo pienso", now)
    assert read(database, number).status_reason == "creditOffered"


def test_every_act_is_there_on_the_command_line(
    database: Database, database_address: str, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    fault, request = reported(database, now), reported(database, now, "request")
    monkeypatch.setenv("DATABASE_URL", database_address)
    for command in (
        ["take", fault],
        ["ask", fault, WORDS],
        ["note", fault, WORDS],
        ["resolve", fault, WORDS],
        ["reject", request, WORDS, "--reason", "notPossible"],
    ):
        monkeypatch.setattr(sys, "argv", ["billing", *command, "--by", "me"])
        main()
    acts = ["take", "ask", "note", "resolve"]
    assert trail(database, fault) == [("me", name) for name in acts]
    assert trail(database, request) == [("me", "reject")]
    with pytest.raises(SystemExit, match="Nothing was decided"):
        main()
