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
TIRED_AFTER = 1_440
"""Failures of one piece in a row, about a day, after which the rest waits for the next message or
the next start: a platform that was out of reach for hours gets everything when it is back."""


class PostponedError(Exception):
    """The platform wants the piece later: after `seconds`, if it says when."""

    def __init__(self, seconds: float | None = None) -> None:
        super().__init__(f"again in {seconds or 'a while'}")
        self.seconds = seconds


class RefusedError(Exception):
    """The platform will never take this piece."""


class GoneError(Exception):
    """The customer cannot be reached any more: has blocked us, or is not there."""


class HeldError(Exception):
    """The platform takes nothing more until the customer writes."""


class Platform(ABC):
    """A messaging platform as the assistant writes to it."""

    @abstractmethod
    def pieces(self, entry: Entry) -> Sequence[Piece]:
        """What the platform takes of a message; the same entry gives the same pieces."""

    @abstractmethod
    async def send(self, sender: str, piece: Piece) -> None:
        """Send one piece. Raises PostponedError, RefusedError, GoneError, or HeldError."""

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
        self._came_back: dict[str, tuple[int, int]] = {}

    async def carry(self, sender: str, entry: Entry) -> None:
        """Take what is said on its way; what the customer wrote is on their screen already."""
        if entry.event == "bot":
            self.go_on(sender)

    async def typing(self, sender: str, on: bool) -> None:
        """Show it where the platform can."""
        await self._platform.typing(sender, on)

    async def answered(self, sender: str, message_id: str) -> None:
        """Nobody on a platform waits for that."""

    def resume(self) -> None:
        """Take on their way what was said before a restart."""
        for sender in self._outbox.senders_undelivered():
            self.go_on(sender)

    def go_on(self, sender: str) -> None:
        """Take on its way what is not delivered yet, such as what was held until now."""
        if sender not in self._rounds:
            self._rounds[sender] = asyncio.create_task(self._deliver_all(sender))

    def take_back(self, sender: str, seq: int, piece: int) -> None:
        """A piece that the platform had taken did not arrive: it goes again, and what follows."""
        self._came_back[sender] = min((seq, piece), self._came_back.get(sender, (seq, piece)))
        self.go_on(sender)

    async def settle(self) -> None:
        """Wait until nothing is on its way."""
        while self._rounds:
            await asyncio.wait(list(self._rounds.values()))

    async def _deliver_all(self, sender: str) -> None:
        try:
            while found := self._next(sender):
                if not await self._deliver(sender, *found):
                    return
        except Exception:
            logger.exception("A message could not be delivered")
        finally:
            # Here and not when the task is noticed to be done: what is said in between would wait.
            self._rounds.pop(sender, None)
            self._note_what_came_back(sender)

    def _next(self, sender: str) -> tuple[Entry, int] | None:
        self._note_what_came_back(sender)
        return self._outbox.undelivered(sender)

    def _note_what_came_back(self, sender: str) -> None:
        """Between two messages, because a message that is being delivered moves the mark on."""
        if sender in self._came_back:
            self._outbox.take_back(sender, *self._came_back.pop(sender))

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
            except HeldError:
                return False
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
