"""Photos and documents that customers send on Telegram."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from assistant.channels.telegram.platform import (
    LARGEST_FILE,
    NotFetchedError,
    TelegramPlatform,
    TooLargeError,
)
from assistant.channels.telegram.updates import File
from selfcare.received import NotTaken, ReceivedFiles
from selfcare.signin import Conversation

ATTEMPTS = 3
"""So often a file is fetched that does not come; a pause of some seconds lies between."""
PAUSE = 3.0


@dataclass(frozen=True)
class Taken:
    """A file that is kept, by its id; or why not, as the response `utter_<reason>` says it."""

    file: str = ""
    reason: str = ""
    args: dict[str, Any] = field(default_factory=dict)


class Files:
    """Fetches them from Telegram and keeps them for the conversation."""

    def __init__(
        self,
        platform: TelegramPlatform,
        received: ReceivedFiles,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._platform = platform
        self._received = received
        self._pause = pause

    async def take(self, conversation: Conversation, file: File) -> Taken:
        """Keep a file, if it is one that is taken; one that is too large is not even fetched."""
        limits = self._received.limits
        try:
            if (file.size or 0) > min(limits.largest, LARGEST_FILE):
                raise TooLargeError
            content = await self._fetch(file)
            kept = await asyncio.to_thread(self._received.keep, conversation, file.name, content)
        except TooLargeError:
            return Taken(reason="file_too_large", args=limits.told)
        except NotFetchedError:
            return Taken(reason="file_not_fetched")
        except NotTaken as error:
            return Taken(reason=f"file_{error.reason}", args=limits.told)
        return Taken(kept)

    async def _fetch(self, file: File) -> bytes:
        for _ in range(ATTEMPTS - 1):
            with contextlib.suppress(NotFetchedError):
                return await self._platform.fetch(file.id)
            await self._pause(PAUSE)
        return await self._platform.fetch(file.id)
