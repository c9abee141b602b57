"""Taking what was said to a messaging platform: in order, each piece once, for as long as it takes.

A message of the assistant becomes one or more pieces, what the platform takes at a time. How many
it has taken is in the outbox, so that a restart goes on where it was.
"""

from __future__ import annotations

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from assistant.channels.carrier import Carrier
from assistant.channels.outbox import Entry, Outbox

logger = logging.getLogger(__name__)

Piece = dict[str, Any]

FIRST_PAUSE = 1.0
"""Seconds before a piece is tried again after a failure; each pause is twice the one before."""
LONGEST_PAUSE = 60.0
TIRED_AFTER = 12
"""Failures of one piece in a row, about eight minutes, after which the rest waits for the next
message or the next start."""


class PostponedError(Exception):
    """The platform wants the piece later: after `seconds`, if it says when."""

    def __init__(self, seconds: float | None = None) -> None:
        super().__init__(f"again in {seconds or 'a while'}")
        self.seconds = seconds


class RefusedError(Exception):
    """The platform will never take this piece."""


class GoneError(Exception):
    """The customer cannot be reached any more: has blocked us, or is not there."""


class Platform(ABC):
    """A messaging platform as the assistant writes to it."""

    @abstractmethod
    def pieces(self, entry: Entry) -> Sequence[Piece]:
        """What the platform takes of a message; the same entry gives the same pieces."""

    @abstractmethod
    async def send(self, sender: str, piece: Piece) -> None:
        """Send one piece. Raises PostponedError, RefusedError, or GoneError."""

    @abstractmethod
    async def typing(self, sender: str, on: bool) -> None:
        """Show that the assistant is busy; a failure does not matter."""


class Delivery(Carrier):
    """Carries the messages of a platform's conversations, those of one customer in order."""

    def __init__(
        self,
        platform: Platform,
        outbox: Outbox,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._platform = platform
        self._outbox = outbox
        self._pause = pause
        self._rounds: dict[str, asyncio.Task[None]] = {}

    async def carry(self, sender: str, entry: Entry) -> None:
        """Take what is said on its way; what the customer wrote is on their screen already."""
        if entry.event == "bot":
            self._set_out(sender)

    async def typing(self, sender: str, on: bool) -> None:
        """Show it where the platform can."""
        await self._platform.typing(sender, on)

    async def answered(self, sender: str, message_id: str) -> None:
        """Nobody on a platform waits for that."""

    def resume(self) -> None:
        """Take on their way what was said before a restart."""
        for sender in self._outbox.senders_undelivered():
            self._set_out(sender)

    async def settle(self) -> None:
        """Wait until nothing is on its way."""
        while self._rounds:
            await asyncio.wait(list(self._rounds.values()))

    def _set_out(self, sender: str) -> None:
        if sender not in self._rounds:
            task = asyncio.create_task(self._deliver_all(sender))
            self._rounds[sender] = task
            task.add_done_callback(lambda _: self._rounds.pop(sender, None))

    async def _deliver_all(self, sender: str) -> None:
        try:
            while found := self._outbox.undelivered(sender):
                if not await self._deliver(sender, *found):
                    return
        except Exception:
            logger.exception("A message could not be delivered")

    async def _deliver(self, sender: str, entry: Entry, taken: int) -> bool:
        """Whether the customer's next message may follow."""
        seq = entry.body["seq"]
        for place, piece in enumerate(self._platform.pieces(entry)):
            if place < taken:
                continue
            try:
                if not await self._send(sender, piece):
                    return False
            except RefusedError as error:
                logger.error("The platform refused a message: %s", error)
            except GoneError:
                logger.info("A customer cannot be reached any more")
                self._outbox.delivered(sender, self._outbox.last_seq(sender))
                return False
            self._outbox.delivered(sender, seq - 1, place + 1)
        self._outbox.delivered(sender, seq)
        return True

    async def _send(self, sender: str, piece: Piece) -> bool:
        """Whether it was taken in the end."""
        pause = FIRST_PAUSE
        for _ in range(TIRED_AFTER):
            postponed = await self._try(sender, piece)
            if postponed is None:
                return True
            await self._pause(postponed.seconds or pause)
            pause = min(2 * pause, LONGEST_PAUSE)
        logger.error("The platform has not taken a message; the rest of its conversation waits")
        return False

    async def _try(self, sender: str, piece: Piece) -> PostponedError | None:
        try:
            await self._platform.send(sender, piece)
        except PostponedError as error:
            return error
        return None
