"""Conversations that are long over, and contacts of reports that are, are forgotten; no more."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from billing import clock, forgetting
from billing.__main__ import main
from billing.database import Database
from billing.events.tables import OutboxEntry
from billing.forgetting import Forgotten, forget
from billing.models import AuditEntry, Base, Handoff, HandoffLine, Ticket
from billing.settings import Settings
from tests.integration.billing.assistant_side import SECRET
from tests.integration.billing.desk_work import reported, say
from tests.integration.billing.handoff_work import (
    end,
    handed_over,
    listen,
    take,
    trail,
    writes,
)
from tests.integration.billing.handoff_work import say as tell
from tests.integration.billing.visitor import MovingClock

DAY = timedelta(days=1)
EMAIL = {"id": "mailto:ana@example.com", "role": "contact", "@referredType": "ContactMedium"}


@pytest.fixture
def listened_to(database: Database) -> Database:
    """Where the assistant hears what the desk does."""
    listen(database, Settings(handoff_secret=SECRET, handoff_callback="http://127.0.0.1:9/"))
    return database


def talked(database: Database, **changes: object) -> str:
    """The id of a conversation that has just ended."""
    id_ = handed_over(database, **changes)
    take(database, id_)
    tell(database, id_, "Buenos días.", "1")
    writes(database, id_, "Me llamo Ana y vivo en la calle Mayor.")
    end(database, id_)
    return id_


def about(number: str) -> dict[str, object]:
    return {"wish": "check_report_status", "report": number}


def kept(database: Database) -> list[str]:
    with database.read() as session:
        return list(session.scalars(select(Handoff.id)))


def how_many(database: Database, table: type[Base]) -> int:
    with database.read() as session:
        return session.scalars(select(func.count()).select_from(table)).one()


def contact_of(database: Database, number: str) -> str | None:
    with database.read() as session:
        return session.get_one(Ticket, number).contact


def test_a_conversation_is_forgotten_with_all_its_words_and_its_trail_stays(listened_to: Database):
    id_ = talked(listened_to)
    before, acts = how_many(listened_to, AuditEntry), trail(listened_to, id_)
    assert how_many(listened_to, OutboxEntry) == 3

    assert forget(listened_to, clock.now()) == Forgotten(conversations=1, contacts=0)

    assert [how_many(listened_to, it) for it in (Handoff, HandoffLine, OutboxEntry)] == [0, 0, 0]
    assert how_many(listened_to, AuditEntry) == before
    assert trail(listened_to, id_) == acts
    assert forget(listened_to, clock.now()) == Forgotten(0, 0)


def test_what_is_younger_stays(listened_to: Database, moving: MovingClock):
    old = talked(listened_to)
    moving.forward(days=2)
    young = talked(listened_to)
    lines = how_many(listened_to, HandoffLine)

    assert forget(listened_to, clock.now() - DAY).conversations == 1

    assert kept(listened_to) == [young] != [old]
    assert how_many(listened_to, HandoffLine) == lines / 2


def test_one_that_nobody_ended_counts_from_its_beginning(
    listened_to: Database, moving: MovingClock
):
    handed_over(listened_to)
    take(listened_to, handed_over(listened_to))
    moving.forward(days=2)
    long = handed_over(listened_to)

    assert forget(listened_to, clock.now() - DAY).conversations == 2
    assert kept(listened_to) == [long]


def test_one_about_an_open_report_stays_until_that_is_over(listened_to: Database):
    number = reported(listened_to, clock.now())
    id_ = talked(listened_to, summary=about(number))
    elsewhere = talked(listened_to, summary=about("ELSEWHERE-7"))

    assert forget(listened_to, clock.now()).conversations == 1
    assert kept(listened_to) == [id_] != [elsewhere]
    say(listened_to, number, "cancelled", clock.now())
    assert forget(listened_to, clock.now()).conversations == 1
    assert kept(listened_to) == []


def test_where_the_answer_was_wanted_is_forgotten_once_the_report_is_over(
    database: Database, now: datetime
):
    number = reported(database, now, relatedParty=[EMAIL])
    assert forget(database, now + DAY).contacts == 0
    say(database, number, "cancelled", now)
    entries = how_many(database, OutboxEntry)

    assert forget(database, now - timedelta(seconds=1)).contacts == 0
    assert contact_of(database, number) == EMAIL["id"]
    assert forget(database, now).contacts == 1
    assert contact_of(database, number) is None
    assert how_many(database, OutboxEntry) == entries, "that is no news of the report"
    with database.read() as session:
        assert session.get_one(Ticket, number).updated_at == now
    assert forget(database, now).contacts == 0


def test_many_are_forgotten_and_by_two_at_once(
    listened_to: Database, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(forgetting, "AT_ONCE", 2)
    for _ in range(5):
        talked(listened_to)

    with ThreadPoolExecutor(2) as two:
        counts = list(two.map(lambda _: forget(listened_to, clock.now()).conversations, range(2)))

    assert sum(counts) == 5
    assert kept(listened_to) == []


@pytest.mark.parametrize(("days", "stays"), [("", True), ("89", False)])
def test_the_command_keeps_them_for_as_many_days_as_are_set(
    listened_to: Database,
    database_address: str,
    moving: MovingClock,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    days: str,
    stays: bool,
):
    talked(listened_to)
    moving.forward(days=89, hours=1)
    monkeypatch.setenv("DATABASE_URL", database_address)
    if days:
        monkeypatch.setenv("FORGET_AFTER_DAYS", days)
    run = command(monkeypatch)

    run()
    assert bool(kept(listened_to)) is stays
    assert capsys.readouterr().out == f"conversations: {int(not stays)}, contacts: 0\n"
    run()
    assert capsys.readouterr().out == "conversations: 0, contacts: 0\n"


def command(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    monkeypatch.setattr(sys, "argv", ["billing", "forget"])
    return main
