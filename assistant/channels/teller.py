"""Tells customers what people at the desk do and say, in its order and each thing once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from assistant.channels.conversations import ChannelOutput
from assistant.channels.host import Host
from selfcare.handoffs import LATE, MISSED, SAID, STILL_THERE, TAKEN, Handoffs, Told

logger = logging.getLogger(__name__)

LOOK_EVERY = 0.5
"""Seconds between two looks at what the watch of the actions may have noted."""
AGAIN_AFTER = 5.0
"""Seconds after a look that failed."""

RESPONSES = {
    TAKEN: "utter_person_here",
    STILL_THERE: "utter_person_still_there",
    LATE: "utter_person_late",
    MISSED: "utter_person_missed",
}


class Teller:
    """Says what is untold, through the channel that it is for.

    It is marked as told once it is in the conversation, and carries its id there: a restart in
    between says nothing twice.
    """

    def __init__(
        self,
        handoffs: Handoffs,
        output: Callable[[str], ChannelOutput | None],
        host: Callable[[str], Host],
    ) -> None:
        self._handoffs = handoffs
        self._output = output
        self._host = host
        self._has_news = asyncio.Event()

    def hurry(self) -> None:
        """Something has come just now."""
        self._has_news.set()

    async def run(self) -> None:
        """Tell for ever."""
        pause = LOOK_EVERY
        while True:
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._has_news.wait(), pause)
            self._has_news.clear()
            pause = LOOK_EVERY if await self.tell() else AGAIN_AFTER

    async def tell(self) -> bool:
        """Tell what is untold; what cannot be told waits, and so does what comes after it in its
        conversation. Whether everything was told.
        """
        waiting = set()
        try:
            for told in await asyncio.to_thread(self._handoffs.untold):
                if told.conversation not in waiting and not await self._tell(told):
                    waiting.add(told.conversation)
        except Exception:
            logger.exception("What people say cannot be looked up")
            return False
        return not waiting

    async def _tell(self, told: Told) -> bool:
        channel, sender = told.conversation
        output = self._output(channel)
        language = output.language(sender) if output else None
        try:
            if output and language:
                message = await self._message(told, channel, language)
                await output.send_response(sender, {**message, "once": told.event_id})
            else:
                logger.error("A person speaks to a conversation of %s that is not there", channel)
            await asyncio.to_thread(self._handoffs.told, told.event_id)
        except Exception:
            logger.exception("What a person says cannot be told yet")
            return False
        return True

    async def _message(self, told: Told, channel: str, language: str) -> dict[str, Any]:
        if told.event == SAID:
            return {"text": told.text, "from": {"name": told.officer}}
        host = self._host(channel)
        return await host.phrase(RESPONSES[told.event], language, {"name": told.officer})
