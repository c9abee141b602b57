"""Telegram as the assistant writes to it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from telegram import (
    Bot,
    BotCommandScopeAllPrivateChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
)
from telegram.constants import ChatAction, FloodLimit
from telegram.error import (
    BadRequest,
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)
from telegram.request import HTTPXRequest

from assistant.channels.conversations import TURN_SECONDS
from assistant.channels.delivery import (
    FIRST_PAUSE,
    GoneError,
    Piece,
    Platform,
    PostponedError,
    RefusedError,
)
from assistant.channels.files import NotFetchedError
from assistant.channels.limits import RateLimit
from assistant.channels.outbox import Entry
from assistant.channels.telegram.settings import Settings
from assistant.rendering.message import read_message
from assistant.rendering.telegram import Keyboard, pieces
from selfcare.received import NotTaken

logger = logging.getLogger(__name__)

READ_TIMEOUT = 30.0
"""Seconds: a message whose answer is not waited for is sent again, and may have arrived."""
AT_ONCE = 3
"""Messages to one chat that may follow each other without a pause; Telegram allows short bursts."""
IN_A_CHAT = 60 * int(FloodLimit.MESSAGES_PER_SECOND_PER_CHAT)
IN_ALL = int(FloodLimit.MESSAGES_PER_SECOND)
BEFORE_TYPING = 0.5
"""Seconds: an answer that is there by then needs no announcement."""
TYPING_LASTS = 4.5
"""Seconds between two announcements, each of which is shown for five."""
LONGEST_PAUSE = 60.0
"""Seconds between two attempts to tell Telegram where we hear, or what our menu is."""
UPDATES = ["message", "edited_message", "channel_post", "callback_query", "my_chat_member"]
"""What Telegram is to tell us of."""

_PRIVATE = BotCommandScopeAllPrivateChats()
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
"""Telegram would open the link of a sign-in to show what is behind it."""


class TelegramPlatform(Platform):
    """Writes to chats, no faster than Telegram allows, and fetches what was sent there."""

    def __init__(
        self, settings: Settings, pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._settings = settings
        self._http = HTTPXRequest(read_timeout=READ_TIMEOUT)
        self._bot = Bot(
            settings.token,
            base_url=f"{settings.api_url}/bot",
            base_file_url=f"{settings.api_url}/file/bot",
            request=self._http,
            get_updates_request=self._http,
        )
        self._pause = pause
        self._in_a_chat = RateLimit(IN_A_CHAT, burst=AT_ONCE)
        self._in_all = RateLimit(60 * IN_ALL, burst=IN_ALL)
        self._typing: dict[str, asyncio.Task[None]] = {}

    async def close(self) -> None:
        """Let the connections go."""
        await self._http.shutdown()

    def pieces(self, entry: Entry) -> Sequence[Piece]:
        """Texts, and the buttons below the last of them."""
        return pieces(read_message(entry.body))

    async def send(self, sender: str, piece: Piece) -> None:
        """Send a text and its buttons; where only those are refused, the text alone."""
        await self._keep_pace(sender)
        try:
            await self._send(sender, piece["text"], piece["keyboard"])
        except RefusedError:
            if not piece["keyboard"]:
                raise
            logger.exception("Telegram refused the buttons of a message")
            await self._send(sender, piece["text"], [])

    async def typing(self, sender: str, on: bool) -> None:
        """Show it while an answer takes its time."""
        task = self._typing.pop(sender, None)
        if task:
            task.cancel()
        if on:
            self._typing[sender] = asyncio.create_task(self._show_typing(sender))

    async def acknowledge(self, query: str, words: str | None = None) -> None:
        """Answer the query of a pressed button, so that it stops turning; a failure does not
        matter.
        """
        with contextlib.suppress(TelegramError):
            await self._bot.answer_callback_query(query, words)

    async def show(self, sender: str, message: int, keyboard: Keyboard) -> None:
        """Put other buttons below a message; a failure does not matter: they still do the same.

        Raises PostponedError where there is only too much at once.
        """
        try:
            await self._bot.edit_message_reply_markup(
                _chat(sender), message, reply_markup=_markup(keyboard)
            )
        except RetryAfter as error:
            raise PostponedError(_seconds(error)) from error
        except TelegramError as error:
            logger.info("The buttons of a message stay as they were: %s", type(error).__name__)

    async def fetch(self, file_id: str, largest: int) -> bytes:
        """A file that was sent, see `files.Fetch`; a bot may have none that is very large."""
        try:
            file = await self._bot.get_file(file_id)
            if (file.file_size or 0) > largest:
                raise NotTaken("too_large")
            return bytes(await file.download_as_bytearray())
        except BadRequest as error:
            if "too big" in str(error):
                raise NotTaken("too_large") from error
            raise NotFetchedError from error
        except (TelegramError, RuntimeError) as error:  # a file without a path is a RuntimeError
            raise NotFetchedError from error

    async def listen(self) -> None:
        """Tell Telegram where we hear, for as long as it takes."""
        await self._insist(
            self._settings.webhook,
            lambda: self._bot.set_webhook(
                self._settings.webhook, secret_token=self._settings.secret, allowed_updates=UPDATES
            ),
        )

    async def offer(self, menu: Sequence[tuple[str, str]], language: str | None = None) -> None:
        """Have private chats show a menu of commands, for as long as it takes: to customers whose
        app has this language, or one for which there is no menu.
        """
        await self._insist(
            f"the menu {language or 'of all others'}",
            lambda: self._bot.set_my_commands(menu, _PRIVATE, language),
        )

    async def _insist(self, what: str, ask: Callable[[], Awaitable[object]]) -> None:
        """Ask Telegram for something until it hears; what it does not take is logged."""
        pause = FIRST_PAUSE
        while True:
            try:
                await ask()
                return
            except (BadRequest, Forbidden, InvalidToken, EndPointNotFound) as error:
                logger.error("Telegram does not take %s: %s", what, error)
                return
            except TelegramError as error:
                logger.warning("Telegram cannot be reached yet: %s", type(error).__name__)
                await self._pause(_seconds(error) or pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    async def _send(self, sender: str, text: str, keyboard: Keyboard) -> None:
        try:
            await self._bot.send_message(
                _chat(sender),
                text,
                reply_markup=_markup(keyboard) if keyboard else None,
                link_preview_options=_NO_PREVIEW,
            )
        except TelegramError as error:
            raise _told(error) from error

    async def _keep_pace(self, sender: str) -> None:
        for limit, whom in ((self._in_a_chat, sender), (self._in_all, "")):
            while seconds := limit.wait(whom):
                await self._pause(seconds)

    async def _show_typing(self, sender: str) -> None:
        await self._pause(BEFORE_TYPING)
        for _ in range(int(TURN_SECONDS / TYPING_LASTS)):
            with contextlib.suppress(TelegramError):
                await self._bot.send_chat_action(_chat(sender), ChatAction.TYPING)
            await self._pause(TYPING_LASTS)


def _told(error: TelegramError) -> Exception:
    """What an error means for the message that was to be sent."""
    if isinstance(error, RetryAfter):
        return PostponedError(_seconds(error))
    if isinstance(error, Forbidden | ChatMigrated) or "chat not found" in str(error).lower():
        return GoneError()
    if isinstance(error, BadRequest | EndPointNotFound):
        return RefusedError(str(error))
    return PostponedError()


def _seconds(error: TelegramError) -> float | None:
    """How long Telegram wants to be left alone, if it says so."""
    if not isinstance(error, RetryAfter):
        return None
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)


def _chat(sender: str) -> int:
    return int(sender.removeprefix("telegram-"))


def _markup(keyboard: Keyboard) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(
                    it["text"], url=it.get("url"), callback_data=it.get("callback_data")
                )
                for it in row
            ]
            for row in keyboard
        ]
    )
