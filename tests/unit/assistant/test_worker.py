"""What is in a mailbox is worked on once and in order, whoever else sends what."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace

import pytest

from assistant.channels.database import open_database
from assistant.channels.limits import MESSAGES_PER_MINUTE
from assistant.channels.mailbox import Mail, Mailbox
from assistant.channels.worker import AT_ONCE, Worker

NOW = datetime(2026, 11, 18, 10, tzinfo=timezone.utc)
ANN, BEN = "telegram-1", "telegram-2"


class Reception(SimpleNamespace):
    """Notes what it has to turn down."""

    def __init__(self) -> None:
        super().__init__(turned_down=[])

    async def turn_down(self, sender: str, id_: str, reason: str, args: dict[str, str]) -> str:
        self.turned_down.append((sender, id_, reason))
        return reason


class Office(Worker):
    """Works at once, unless it is told to fail; its pauses move its clock and last no time."""

    def __init__(self, mailbox: Mailbox) -> None:
        self.mailbox = mailbox
        self.reception = Reception()
        self.worked_on: list[tuple[str, str]] = []
        self.seconds = 0.0
        self.waited: dict[str, float] = {}
        super().__init__(
            mailbox,
            self.reception,  # type: ignore[arg-type]
            pause=self._wait,
            clock=lambda: self.seconds,
        )

    async def work_on(self, sender: str, content: bytes) -> None:
        await asyncio.sleep(0)
        if content == b"fail":
            raise RuntimeError("as asked")
        self.worked_on.append((sender, content.decode()))
        self.waited[sender] = self.seconds

    async def _wait(self, seconds: float) -> None:
        await asyncio.sleep(0)
        self.seconds += seconds

    def gets(self, sender: str, *contents: str) -> None:
        for content in contents:
            id_ = f"{sender}-{content}-{len(self.worked_on)}"
            assert self.mailbox.take(sender, Mail(id_, content.encode()), NOW)

    async def is_done(self) -> None:
        while self.mailbox.senders():
            await asyncio.sleep(0)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    db = open_database(tmp_path / "mail.db")
    yield Office(Mailbox(db, "4711", timedelta(days=1)))
    db.close()


def test_what_comes_in_between_is_worked_on_after_it(office: Office):
    async def run() -> None:
        office.gets(ANN, "uno", "dos")
        office.attend(ANN)
        await asyncio.sleep(0)
        office.gets(ANN, "tres")
        office.attend(ANN)
        await office.is_done()

    asyncio.run(run())
    assert office.worked_on == [(ANN, "uno"), (ANN, "dos"), (ANN, "tres")]


def test_a_failure_is_said_and_stops_nothing(office: Office):
    async def run() -> None:
        office.gets(ANN, "uno", "fail", "dos")
        office.attend(ANN)
        await office.is_done()

    asyncio.run(run())
    assert office.worked_on == [(ANN, "uno"), (ANN, "dos")]
    assert office.reception.turned_down == [(ANN, f"{ANN}-fail-0", "internal_error")]


def test_it_goes_on_where_a_restart_interrupted_it(office: Office):
    async def run() -> None:
        office.gets(ANN, "uno")
        office.gets(BEN, "dos")
        office.resume()
        await office.is_done()

    asyncio.run(run())
    assert sorted(office.worked_on) == [(ANN, "uno"), (BEN, "dos")]


def test_who_writes_faster_than_a_minute_allows_waits_and_nobody_else_does(office: Office):
    many = [str(number) for number in range(500)]

    async def run() -> None:
        office.gets(ANN, *many)
        office.attend(ANN)
        office.gets(BEN, "hola")
        office.attend(BEN)
        await office.is_done()

    asyncio.run(run())
    assert [content for sender, content in office.worked_on if sender == ANN] == many
    assert office.worked_on.index((BEN, "hola")) < 5
    assert office.waited[BEN] == 0
    too_many = len(many) - AT_ONCE
    assert office.waited[ANN] == pytest.approx(60 * too_many / MESSAGES_PER_MINUTE, abs=1)
