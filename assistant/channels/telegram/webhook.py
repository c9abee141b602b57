"""The address that Telegram calls with every update.

200: kept, came before, or nothing to us; 400: cannot be read; 401: not Telegram's; 413: too long.
Whatever takes time is done after the answer.
"""

from __future__ import annotations

import hmac
import logging
from collections.abc import Callable
from datetime import datetime

from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.channels.telegram.attendant import Attendant
from assistant.channels.telegram.mailbox import Mailbox, is_late
from assistant.channels.telegram.settings import Settings
from assistant.channels.telegram.updates import MalformedError, read_update

logger = logging.getLogger(__name__)

LARGEST_BODY = 1024 * 1024
"""Bytes. An update has some thousands; a long text and what it answers, some ten thousand."""
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


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
        body = await _read(request)
        if body is None:
            return _refusal("too long", 413)
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret):
            return _refusal("not Telegram's", 401)
        try:
            received = read_update(body)
        except MalformedError as error:
            logger.warning("An update cannot be read: %s", error)
            return _refusal("not an update", 400)
        now = self._true_time()
        if not is_late(received, now) and self._mailbox.take(received, body, now):
            self._attendant.attend(received.sender)
        return response.json({})


async def _read(request: Request) -> bytes | None:
    """The body; None as soon as it is too long."""
    assert request.stream, "a request that is being read has a stream"
    body = bytearray()
    while chunk := await request.stream.read():
        body += chunk
        if len(body) > LARGEST_BODY:
            return None
    return bytes(body)


def _refusal(reason: str, status: int) -> HTTPResponse:
    return response.json({"error": reason}, status)
