"""Everything of the channel that is there as long as the server is, put together."""

from __future__ import annotations

import asyncio
from datetime import datetime, timezone
from pathlib import Path

from sanic import Blueprint

import locales
from assistant.channels.conversations import ChannelOutput, Conversations
from assistant.channels.database import open_database
from assistant.channels.delivery import Delivery
from assistant.channels.files import Files
from assistant.channels.host import Host
from assistant.channels.mailbox import Mailbox
from assistant.channels.messaging import Office
from assistant.channels.outbox import Outbox
from assistant.channels.reception import Reception
from assistant.channels.telegram.attendant import Attendant
from assistant.channels.telegram.commands import menu
from assistant.channels.telegram.notes import Notes
from assistant.channels.telegram.platform import TelegramPlatform
from assistant.channels.telegram.settings import TELEGRAM, Settings
from assistant.channels.telegram.webhook import REMEMBERED, Webhook
from assistant.clock import now
from selfcare.received import ReceivedFiles


class TelegramOutput(ChannelOutput):
    """What the assistant says on Telegram."""

    @classmethod
    def name(cls) -> str:
        """The name by which `output_channel=latest` finds this channel."""
        return TELEGRAM


class TelegramOffice(Office):
    """The channel of the operator's bot."""

    def __init__(self, settings: Settings, var: Path) -> None:
        db = open_database(var / "telegram-updates.db")
        self._settings = settings
        self._outbox = Outbox(var / "telegram.db")
        self._mailbox, self._notes = Mailbox(db, settings.bot, REMEMBERED), Notes(db)
        self._platform = TelegramPlatform(settings)
        self._delivery = Delivery(self._platform, self._outbox)
        self._conversations = Conversations(TELEGRAM, self._delivery, self._outbox)
        self._introducing: asyncio.Task[None] | None = None

    def output(self) -> TelegramOutput:
        """Where the assistant says what it says."""
        return TelegramOutput(self._conversations)

    def open(self, host: Host, files: ReceivedFiles, blueprint: Blueprint) -> None:
        """Add the webhook, before which `host` answers, to `blueprint`."""
        self._reception = Reception(host, self._outbox, self._conversations, self.output())
        self._attendant = Attendant(
            self._mailbox,
            self._notes,
            self._outbox,
            self._platform,
            self._conversations,
            self._reception,
            host,
            Files(TELEGRAM, self._platform.fetch, files, self._reception),
            true_time,
        )
        Webhook(self._settings, self._mailbox, self._attendant, true_time).mount(blueprint)

    def tidy(self) -> None:
        """Forget the conversations that nobody goes on with, and what Telegram sends no more."""
        self._outbox.forget_older_than(now())
        self._mailbox.forget_old(true_time())

    def resume(self) -> None:
        """Go on where the last run ended, and tell Telegram where we are and what we offer."""
        self._reception.resume()
        self._attendant.resume()
        self._delivery.resume()
        self._introducing = asyncio.create_task(self._introduce())

    async def close(self) -> None:
        """Nothing more is said, or heard."""
        if self._introducing:
            self._introducing.cancel()
        await self._platform.close()

    async def _introduce(self) -> None:
        await self._platform.listen()
        await self._platform.offer(menu(locales.DEFAULT))
        for language in locales.LANGUAGES:
            await self._platform.offer(menu(language), language)


def true_time() -> datetime:
    """The time that Telegram's dates are in, whatever time it is for the assistant."""
    return datetime.now(timezone.utc)
