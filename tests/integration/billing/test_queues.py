"""What waits at the desk, and of what it is reminded."""

import sys
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from billing.__main__ import main
from billing.database import Database
from billing.decisions import Desk
from billing.errors import InvalidError
from billing.models import AuditEntry, Ticket
from billing.queues import counts, queue
from billing.reminders import remind
from tests.integration.billing.desk_work import CLERK, read, reported, say, trail, write_note

SECOND = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def _no_others(database: Database, now: datetime) -> None:
    """The demonstration's reports are over."""
    with database.write() as session:
        for ticket in session.scalars(select(Ticket).where(Ticket.status == "inProgress")):
            ticket.move("cancelled", None, now)


def named(database: Database, name: str, now: datetime, officer: str | None = None) -> list[str]:
    with database.read() as session:
        return [ticket.id for ticket in queue(session, name, now, officer)]


def counted(database: Database, now: datetime, officer: str | None = None) -> dict[str, int]:
    with database.read() as session:
        return counts(session, now, officer)


def reminded(database: Database, now: datetime) -> list[str]:
    with database.write() as session:
        return [ticket.id for ticket in remind(session, now)]


def due(database: Database, number: str) -> tuple[datetime, datetime]:
    """When its reminder comes, and its answer is due."""
    ticket = read(database, number)
    assert ticket.remind_at is not None
    return ticket.remind_at, ticket.answer_due_at


def test_what_is_overdue_comes_first_and_then_what_is_due_soonest(
    database: Database, desk: Desk, now: datetime
):
    complaint, fault, waiting = (
        reported(database, now, it) for it in ("complaint", "fault", "fault")
    )
    desk.ask(waiting, CLERK, "¿Qué luces ve?", now)
    _, fault_due = due(database, fault)
    assert named(database, "open", now)[-1] == complaint
    later = fault_due + SECOND
    assert named(database, "open", later) == [fault, waiting, complaint]
    assert named(database, "overdue", later) == [fault]
    assert named(database, "overdue", fault_due) == []
    assert named(database, "dueSoon", fault_due) == [fault]


def test_each_queue_has_what_it_is_named_for(database: Database, desk: Desk, now: datetime):
    new, taken, asked, withdrawn = (reported(database, now) for _ in range(4))
    desk.take(taken, CLERK, now)
    desk.ask(asked, CLERK, "¿Qué luces ve?", now)
    say(database, withdrawn, "cancelled", now)
    assert named(database, "new", now) == [new]
    assert named(database, "mine", now, CLERK.name) == [taken]
    assert named(database, "mine", now, "clerk-2") == named(database, "mine", now) == []
    assert named(database, "waiting", now) == [asked]
    assert set(named(database, "open", now)) == {new, taken, asked}
    expected = {"overdue": 0, "dueSoon": 0, "new": 1, "mine": 1, "waiting": 1, "open": 3}
    remind_at, _ = due(database, new)
    assert counted(database, remind_at - SECOND, CLERK.name) == expected
    assert counted(database, remind_at, CLERK.name) == expected | {"dueSoon": 2}
    assert counted(database, now)["mine"] == 0


def test_there_are_no_other_queues(database: Database, now: datetime):
    with pytest.raises(InvalidError):
        named(database, "urgent", now)


def test_the_desk_is_reminded_once(database: Database, now: datetime):
    number = reported(database, now)
    remind_at, due_at = due(database, number)
    assert reminded(database, remind_at - SECOND) == []
    assert reminded(database, remind_at) == [number]
    assert reminded(database, due_at) == []
    assert read(database, number).reminded_at == remind_at
    assert trail(database, number) == [("billing", "remind")]
    with database.read() as session:
        (entry,) = session.scalars(select(AuditEntry).where(AuditEntry.action == "remind"))
    assert entry.detail == {"due": due_at.isoformat()}


def test_while_its_customer_has_to_answer_the_desk_is_not_reminded(
    database: Database, desk: Desk, now: datetime
):
    number = reported(database, now)
    desk.ask(number, CLERK, "¿Qué luces ve?", now)
    _, due_at = due(database, number)
    assert reminded(database, due_at) == []
    write_note(database, number, "Ninguna", due_at)
    remind_again_at, _ = due(database, number)
    assert remind_again_at > due_at
    assert reminded(database, remind_again_at) == [number]


def test_what_is_opened_again_is_reminded_of_again(database: Database, desk: Desk, now: datetime):
    number = reported(database, now)
    remind_at, due_at = due(database, number)
    assert reminded(database, remind_at) == [number]
    desk.resolve(number, CLERK, "Está arreglado.", due_at)
    assert reminded(database, due_at) == []
    say(database, number, "inProgress", due_at)
    assert reminded(database, due(database, number)[1]) == [number]


def test_reminders_on_the_command_line(
    database: Database,
    desk: Desk,
    database_address: str,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    number = reported(database, now)
    desk.take(number, CLERK, now)
    remind_at, due_at = due(database, number)
    monkeypatch.setenv("DATABASE_URL", database_address)
    monkeypatch.setattr("billing.clock.now", lambda: remind_at)
    monkeypatch.setattr(sys, "argv", ["billing", "remind"])
    main()
    assert capsys.readouterr().out == f"{number} due {due_at:%Y-%m-%d %H:%M} UTC {CLERK.name}\n"
    main()
    assert capsys.readouterr().out == ""
