"""The address that Telegram calls with every update.

200: kept, came before, or nothing to us; 400: cannot be read; 401: not Telegram's; 413: too long.
Whatever takes time is done after the answer.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.channels.body import is_proven, read_body, refusal
from assistant.channels.mailbox import Mail, Mailbox
from assistant.channels.telegram.attendant import Attendant
from assistant.channels.telegram.settings import Settings
from assistant.channels.telegram.updates import NOTHING, MalformedError, Received, read_update

logger = logging.getLogger(__name__)

LARGEST_BODY = 1024 * 1024
"""Bytes. An update has some thousands; a long text and what it answers, some ten thousand."""
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
RETRIED_FOR = timedelta(hours=24)
"""Telegram keeps an update that it cannot deliver for at most 24 hours; what is a day older than
that is no delivery of Telegram's.
"""
_LATE = RETRIED_FOR + timedelta(days=1)
REMEMBERED = _LATE + timedelta(days=1)
"""So long an update is known again by its id."""


class Webhook:
    """Checks and keeps what Telegram tells."""

    def __init__(
        self,
        settings: Settings,
        mailbox: Mailbox,
        attendant: Attendant,
        true_time: Callable[[], datetime],
    ) -> None:
        self._secret = settings.secret.encode()
        self._mailbox = mailbox
        self._attendant = attendant
        self._true_time = true_time

    def mount(self, blueprint: Blueprint) -> None:
        """Add the address to `blueprint`."""

        @blueprint.route("/webhook", methods=["POST"], stream=True)
        async def listen(request: Request) -> HTTPResponse:
            return await self._listen(request)

    async def _listen(self, request: Request) -> HTTPResponse:
        """Keep what there is to do, and do it afterwards."""
        body = await read_body(request, LARGEST_BODY)
        if body is None:
            return refusal("too long", 413)
        if not is_proven(request.headers.get(SECRET_HEADER, ""), self._secret):
            return refusal("not Telegram's", 401)
        try:
            received = read_update(body)
        except MalformedError as error:
            logger.warning("An update cannot be read: %s", error)
            return refusal("not an update", 400)
        now = self._true_time()
        if received.kind != NOTHING and not is_late(received, now):
            self._take(received, body, now)
        return response.json({})

    def _take(self, received: Received, body: bytes, now: datetime) -> None:
        # In Telegram's order, as far as it is here.
        if self._mailbox.take(received.sender, Mail(received.id, body), now, rank=received.update):
            self._attendant.attend(received.sender)


def is_late(received: Received, now: datetime) -> bool:
    """Whether an update is older than anything that Telegram still delivers.

    Of a pressed button only its message is dated, which may be of any age.
    """
    return received.kind != "choice" and received.at is not None and now - received.at > _LATE
