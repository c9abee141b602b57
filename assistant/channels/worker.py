"""Works on what is in a mailbox, that of one customer one after the other."""

from __future__ import annotations

import asyncio
import logging
import time
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable

from assistant.channels.limits import MESSAGES_PER_MINUTE, RateLimit
from assistant.channels.mailbox import Mailbox
from assistant.channels.reception import Reception

logger = logging.getLogger(__name__)

AT_ONCE = 20
"""Messages of one customer that are worked on without a pause: more than anybody types."""


class Worker(ABC):
    """Hands what was received to the reception; a platform's own knows as what.

    What comes too fast waits its turn here, as it waits in the widget that is told so; a platform
    cannot be told to send it again later.
    """

    def __init__(
        self,
        mailbox: Mailbox,
        reception: Reception,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._mailbox = mailbox
        self._reception = reception
        self._pause = pause
        self._limit = RateLimit(MESSAGES_PER_MINUTE, clock, burst=AT_ONCE)
        self._busy: dict[str, asyncio.Task[None]] = {}

    @abstractmethod
    async def work_on(self, sender: str, content: bytes) -> None:
        """Do what the customer wants with it."""

    def attend(self, sender: str) -> None:
        """See to it that what waits in the mailbox is worked on, in the background."""
        if sender not in self._busy:
            self._busy[sender] = asyncio.create_task(self._work_on_all(sender))

    def resume(self) -> None:
        """Go on where a restart interrupted the work."""
        for sender in self._mailbox.senders():
            self.attend(sender)

    async def _work_on_all(self, sender: str) -> None:
        try:
            while mail := self._mailbox.next(sender):
                while seconds := self._limit.wait(sender):
                    await self._pause(seconds)
                try:
                    await self.work_on(sender, mail.content)
                except Exception:
                    logger.exception("What a customer sent could not be worked on")
                    await self._reception.turn_down(sender, mail.id, "internal_error", {})
                self._mailbox.done(mail.id)
        finally:
            # Not when the task is noticed to be done: what comes in between would wait.
            self._busy.pop(sender, None)
