"""The buttons below messages that are there already."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from assistant.channels.delivery import FIRST_PAUSE, PostponedError
from assistant.channels.telegram.platform import TelegramPlatform
from assistant.rendering.telegram import Keyboard


class Keyboards:
    """Changes them in the background, one message of a chat after the other.

    Telegram lets a chat have one change a second, and who marks calls is faster: so each message
    gets its newest buttons, and those in between are left out where there is no time for them. A
    mark that is never shown would be pressed again, and be none.
    """

    def __init__(
        self,
        platform: TelegramPlatform,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._platform = platform
        self._pause = pause
        self._wanted: dict[str, dict[int, Keyboard]] = {}
        self._rounds: dict[str, asyncio.Task[None]] = {}

    def show(self, sender: str, message: int, keyboard: Keyboard) -> None:
        """See to it that a message gets these buttons."""
        self._wanted.setdefault(sender, {})[message] = keyboard
        if sender not in self._rounds:
            self._rounds[sender] = asyncio.create_task(self._show_all(sender))

    async def _show_all(self, sender: str) -> None:
        wanted = self._wanted[sender]
        try:
            while wanted:
                message, keyboard = next(iter(wanted.items()))
                try:
                    await self._platform.show(sender, message, keyboard)
                except PostponedError as error:
                    await self._pause(error.seconds or FIRST_PAUSE)
                else:
                    if wanted[message] is keyboard:
                        del wanted[message]
        finally:
            del self._wanted[sender], self._rounds[sender]
