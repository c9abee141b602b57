"""Photos and documents that customers send on a messaging platform."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from assistant.channels.reception import Reception
from selfcare.received import NotTaken, ReceivedFiles
from selfcare.signin import Conversation

ATTEMPTS = 3
"""So often a file is fetched that does not come; a pause of some seconds lies between."""
PAUSE = 3.0
AT_ONCE = 8
"""Files whose bytes are in memory at the same time."""


class NotFetchedError(Exception):
    """A file could not be fetched."""


@dataclass(frozen=True)
class File:
    """One that is not fetched yet; `size` in bytes if the platform says it. What has no name of its
    own is `called` something all the same.
    """

    id: str
    name: str
    called: str
    size: int | None = None


Fetch = Callable[[str, int], Awaitable[bytes]]
"""Gets a file by its id, or the beginning of one that has more bytes than the number.

Raises NotTaken or NotFetchedError.
"""


class Files:
    """Fetches them and hands them in, or says why not."""

    def __init__(
        self,
        channel: str,
        fetch: Fetch,
        received: ReceivedFiles,
        reception: Reception,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._channel = channel
        self._fetch = fetch
        self._received = received
        self._reception = reception
        self._pause = pause
        self._room = asyncio.Semaphore(AT_ONCE)

    async def take(self, sender: str, message_id: str, file: File) -> None:
        """Answer a message that is a file; one that is too large is not even fetched."""
        told = self._received.limits.told
        try:
            kept = await self._keep(Conversation(self._channel, sender), file)
        except NotFetchedError:
            await self._reception.turn_down(sender, message_id, "file_not_fetched", {})
        except NotTaken as error:
            await self._reception.turn_down(sender, message_id, f"file_{error.reason}", told)
        else:
            await self._reception.hand_in(sender, message_id, kept, file.name or file.called)

    async def _keep(self, conversation: Conversation, file: File) -> str:
        if (file.size or 0) > self._received.limits.largest:
            raise NotTaken("too_large")
        for _ in range(ATTEMPTS - 1):
            with contextlib.suppress(NotFetchedError):
                return await self._try(conversation, file)
            await self._pause(PAUSE)
        return await self._try(conversation, file)

    async def _try(self, conversation: Conversation, file: File) -> str:
        async with self._room:
            content = await self._fetch(file.id, self._received.limits.largest)
            return await asyncio.to_thread(self._received.keep, conversation, file.name, content)
