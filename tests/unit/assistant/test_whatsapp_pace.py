"""Six seconds lie between two messages to the same customer, and nobody else waits for them."""

from __future__ import annotations

import asyncio

from assistant.channels.whatsapp.pace import SECONDS_APART, Pace


class Time:
    """Passes when somebody waits, and notes when who had a turn."""

    def __init__(self) -> None:
        self.now = 100.0
        self.turns: list[tuple[str, float]] = []
        self.pace = Pace(clock=lambda: self.now, pause=self._pass)

    async def _pass(self, seconds: float) -> None:
        self.now += seconds

    async def send(self, sender: str, seconds: float = 0.0) -> None:
        await self.pace.turn(sender)
        self.turns.append((sender, self.now))
        self.now += seconds
        self.pace.answered(sender)


def test_the_pause_is_six_seconds_unless_it_is_set():
    assert SECONDS_APART == 6


def test_the_pause_begins_when_meta_has_answered():
    async def talk(time: Time) -> None:
        await time.send("ann")
        await time.send("ann", seconds=2.5)
        await time.send("ann")

    time = Time()
    asyncio.run(talk(time))
    assert time.turns == [("ann", 100), ("ann", 106), ("ann", 114.5)]


def test_nobody_waits_for_somebody_else():
    async def talk(time: Time) -> None:
        await time.send("ann")
        await time.send("ben")

    time = Time()
    asyncio.run(talk(time))
    assert time.turns == [("ann", 100), ("ben", 100)]


def test_who_has_waited_long_enough_does_not_wait():
    async def talk(time: Time) -> None:
        await time.send("ann")
        time.now += 6
        await time.send("ann")

    time = Time()
    asyncio.run(talk(time))
    assert time.turns == [("ann", 100), ("ann", 106)]
