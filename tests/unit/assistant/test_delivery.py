"""What is said reaches a platform in order, each piece once, whatever the platform does."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from datetime import datetime, timezone
from pathlib import Path

import pytest

from assistant.channels.delivery import (
    TIRED_AFTER,
    Delivery,
    GoneError,
    Piece,
    Platform,
    PostponedError,
    RefusedError,
)
from assistant.channels.outbox import Entry, Outbox, Waiting, button_key

NOW = datetime(2026, 11, 18, 10, tzinfo=timezone.utc)
ANN, BEN = "telegram-1", "telegram-2"


class FakePlatform(Platform):
    """Takes words one by one; `fails` holds what it does instead, next first."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, str]] = []
        self.fails: list[Exception] = []

    def pieces(self, entry: Entry) -> Sequence[Piece]:
        return [{"word": word} for word in entry.body["text"].split()]

    async def send(self, sender: str, piece: Piece) -> None:
        if self.fails:
            raise self.fails.pop(0)
        self.taken.append((sender, piece["word"]))

    async def typing(self, sender: str, on: bool) -> None:
        """Nobody looks."""

    def words(self, sender: str) -> list[str]:
        return [word for who, word in self.taken if who == sender]


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    box = Outbox(tmp_path / "telegram.db")
    for sender in (ANN, BEN):
        box.open(sender, "es", NOW)
    yield box
    box.close()


@pytest.fixture
def platform() -> FakePlatform:
    return FakePlatform()


class Office:
    """A delivery whose pauses are noted and not waited for."""

    def __init__(self, platform: FakePlatform, outbox: Outbox) -> None:
        self.pauses: list[float] = []
        self.outbox = outbox
        self.delivery = Delivery(platform, outbox, self._pause)

    async def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        await asyncio.sleep(0)

    async def say(self, *said: tuple[str, str]) -> None:
        for sender, text in said:
            entry = self.outbox.say(sender, {"text": text, "buttons": []}, NOW)
            await self.delivery.carry(sender, entry)
        await self.delivery.settle()


@pytest.fixture
def office(platform: FakePlatform, outbox: Outbox) -> Office:
    return Office(platform, outbox)


def test_messages_arrive_in_order_piece_by_piece(office: Office, platform: FakePlatform):
    asyncio.run(office.say((ANN, "one two"), (BEN, "eins"), (ANN, "three")))
    assert platform.words(ANN) == ["one", "two", "three"]
    assert platform.words(BEN) == ["eins"]
    assert office.outbox.undelivered(ANN) is None


def test_what_the_customer_wrote_is_not_sent_back(office: Office, platform: FakePlatform):
    async def write() -> None:
        entry = office.outbox.take(ANN, Waiting("m-1", "hola"), {"text": "hola"}, NOW)
        assert entry
        await office.delivery.carry(ANN, entry)
        await office.delivery.settle()

    asyncio.run(write())
    assert platform.taken == []


def test_a_piece_is_tried_again_when_the_platform_says(office: Office, platform: FakePlatform):
    platform.fails = [PostponedError(7), PostponedError(), PostponedError()]
    asyncio.run(office.say((ANN, "one two")))
    assert platform.words(ANN) == ["one", "two"]
    assert office.pauses == [7, 2, 4]


def test_a_restart_goes_on_with_the_next_piece(
    office: Office, platform: FakePlatform, outbox: Outbox
):
    platform.fails = [PostponedError()] * TIRED_AFTER
    asyncio.run(office.say((ANN, "one two")))
    assert platform.taken == []
    outbox.delivered(ANN, 0, pieces=1)

    async def restart() -> None:
        again = Delivery(platform, outbox)
        again.resume()
        await again.settle()

    asyncio.run(restart())
    assert platform.words(ANN) == ["two"]


def test_what_is_refused_holds_up_nothing(office: Office, platform: FakePlatform):
    platform.fails = [RefusedError("too long")]
    asyncio.run(office.say((ANN, "one two"), (ANN, "three")))
    assert platform.words(ANN) == ["two", "three"]


def test_who_is_gone_is_not_written_to(office: Office, platform: FakePlatform, outbox: Outbox):
    platform.fails = [GoneError()]
    asyncio.run(office.say((ANN, "one"), (ANN, "two")))
    assert platform.taken == []
    assert outbox.senders_undelivered() == []
    asyncio.run(office.say((ANN, "three")))
    assert platform.words(ANN) == ["three"]


def test_a_button_is_known_by_its_place(outbox: Outbox):
    yes = {"title": "Sí", "payload": "/affirm"}
    entry = outbox.say(ANN, {"text": "¿?", "buttons": [yes]}, NOW)
    assert outbox.offer(ANN, button_key(entry.body["seq"], 0)) == yes
    for key in (button_key(1, 1), button_key(2, 0), "0.0", "1", "1.0.0", "../1", "", "1.0 "):
        assert outbox.offer(ANN, key) is None
    assert outbox.offer(BEN, button_key(1, 0)) is None
