"""Photos and documents that customers send on WhatsApp."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from assistant.channels.whatsapp.customers import WHATSAPP
from assistant.channels.whatsapp.graph import Graph, NotFetchedError
from selfcare.received import NotTaken, ReceivedFiles
from selfcare.signin import Conversation

logger = logging.getLogger(__name__)

ATTEMPTS = 3
"""So often a file is fetched that does not come; a pause of some seconds lies between."""
PAUSE = 3.0


@dataclass(frozen=True)
class Taken:
    """A file that is kept, by its id and name; or why it is not, as the response `utter_<reason>`
    says it.
    """

    file: str = ""
    name: str = ""
    reason: str = ""
    args: dict[str, Any] = field(default_factory=dict)


class Files:
    """Fetches them from Meta and keeps them for the conversation."""

    def __init__(
        self,
        graph: Graph,
        received: ReceivedFiles,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._graph = graph
        self._received = received
        self._pause = pause

    async def take(self, sender: str, media_id: str, name: str) -> Taken:
        """Keep a file, if it is one that is taken."""
        limits = self._received.limits
        try:
            content = await self._fetch(media_id, limits.largest)
            conversation = Conversation(WHATSAPP, sender)
            file = await asyncio.to_thread(self._received.keep, conversation, name, content)
        except NotFetchedError:
            return Taken(reason="file_not_fetched")
        except NotTaken as error:
            return Taken(reason=f"file_{error.reason}", args=limits.told)
        return Taken(file, name)

    async def _fetch(self, media_id: str, largest: int) -> bytes:
        for _ in range(ATTEMPTS - 1):
            with contextlib.suppress(NotFetchedError):
                return await self._graph.fetch(media_id, largest)
            await self._pause(PAUSE)
        return await self._graph.fetch(media_id, largest)
