"""How fast WhatsApp lets the assistant write to one customer."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

SECONDS_APART = 6.0
"""One message every six seconds to the same customer. Meta lets up to 45 through at once and then
none until the time for them is over (error 131056, "pair rate limit"); a conversation that stops
in the middle is worse than one that is slow throughout.
"""

_MANY = 10_000


class Pace:
    """Gives every customer's messages their turns, first come, first served.

    Kept in memory alone: a restart takes longer than the pause between two messages.
    """

    def __init__(
        self,
        seconds_apart: float = SECONDS_APART,
        clock: Callable[[], float] = time.monotonic,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._apart = seconds_apart
        self._clock = clock
        self._pause = pause
        self._free: dict[str, float] = {}

    async def turn(self, sender: str) -> None:
        """Wait until the next message may go to `sender`."""
        now = self._clock()
        at = max(now, self._free.get(sender, now))
        self._free[sender] = at + self._apart
        if at > now:
            await self._pause(at - now)

    def answered(self, sender: str) -> None:
        """Meta has had the message by now, at some moment between the sending and the answer: the
        pause begins here, or a slow message and a quick one would be too close to each other.
        """
        now = self._clock()
        self._free[sender] = now + self._apart
        if len(self._free) > _MANY:
            self._free = {who: free for who, free in self._free.items() if free > now}
