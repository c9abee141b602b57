"""What is old is put away at the start and once a day."""

from __future__ import annotations

import asyncio

import pytest

from assistant.channels import housekeeping
from assistant.channels.housekeeping import Housekeeping


def test_a_day_that_failed_is_made_up_for_by_the_next(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(housekeeping, "A_DAY", 0.001)
    days: list[int] = []

    async def run() -> None:
        is_enough = asyncio.Event()

        def tidy() -> None:
            days.append(len(days))
            if len(days) == 2:
                raise OSError("no room")
            if len(days) == 4:
                is_enough.set()

        daily = Housekeeping(tidy)
        daily.begin()
        assert days == [0], "the start is not a day later"
        await asyncio.wait_for(is_enough.wait(), 10)
        daily.end()
        seen = len(days)
        await asyncio.sleep(0.05)
        assert len(days) == seen

    asyncio.run(run())
