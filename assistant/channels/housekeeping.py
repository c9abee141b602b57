"""What is old is put away when the server starts, and every day as long as it runs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

logger = logging.getLogger(__name__)

A_DAY = 24 * 60 * 60.0


class Housekeeping:
    """Calls `tidy` once a day; a day on which that fails is made up for by the next."""

    def __init__(self, tidy: Callable[[], None]) -> None:
        self._tidy = tidy
        self._days: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Tidy now, and from now on."""
        self._tidy()
        self._days = asyncio.create_task(self._every_day())

    def end(self) -> None:
        """Never again."""
        if self._days:
            self._days.cancel()

    async def _every_day(self) -> None:
        while True:
            await asyncio.sleep(A_DAY)
            try:
                self._tidy()
            except Exception:
                logger.exception("What is old could not be put away")
