"""What a channel of the stack still has to do for a customer: it is over when nothing is left."""

from __future__ import annotations

import time
from collections.abc import Callable, Sized
from datetime import timedelta
from pathlib import Path

from assistant.channels.database import open_database
from assistant.channels.mailbox import Mailbox
from assistant.channels.outbox import Outbox
from tests.graph_api import PHONE_ID
from tests.stack import Stack
from tests.telegram_server import BOT

LOOKS_APART = 0.05
QUIET = 1.5
"""Seconds without anything new, where something waits for longer: for a window, for a pause."""


class ChannelWork:
    """Reads, beside the server, what its channel has taken and not done."""

    def __init__(self, channel: str, outbox: Path, mailbox: Path, account: str) -> None:
        self._channel = channel
        self._outbox = Outbox(outbox)
        self._mailbox = Mailbox(open_database(mailbox), account, timedelta(days=1))

    @classmethod
    def on_telegram(cls, stack: Stack) -> ChannelWork:
        """Of the stack's bot."""
        folder = stack.folder
        return cls("telegram", folder / "telegram.db", folder / "telegram-updates.db", BOT)

    @classmethod
    def on_whatsapp(cls, stack: Stack) -> ChannelWork:
        """Of the stack's telephone number."""
        folder = stack.folder
        return cls("whatsapp", folder / "whatsapp.db", folder / "whatsapp-customers.db", PHONE_ID)

    def is_left(self, customer: object) -> bool:
        """Whether something waits to be read, answered or delivered, in the order in which a
        message passes.
        """
        sender = f"{self._channel}-{customer}"
        return (
            sender in self._mailbox.senders()
            or self._outbox.next_waiting(sender) is not None
            or self._outbox.undelivered(sender) is not None
        )

    def read_all(self, shown: Callable[[], Sized], customer: object) -> None:
        """Wait until nothing more comes."""
        quiet_since, count = time.monotonic(), -1
        while self.is_left(customer) and time.monotonic() < quiet_since + QUIET:
            if len(shown()) != count:
                quiet_since, count = time.monotonic(), len(shown())
            time.sleep(LOOKS_APART)
