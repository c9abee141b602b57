"""The address that Meta calls: GET to make sure that it is ours, POST with what has happened.

200: taken, came before, or is not for us; 400: cannot be read; 401: not signed by Meta; 403: the
wrong verify token; 413: too long. Whatever takes time is done after the answer.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.channels.body import is_proven, read_body, refusal
from assistant.channels.mailbox import Mail, Mailbox
from assistant.channels.whatsapp.attendant import Attendant
from assistant.channels.whatsapp.customers import Customers
from assistant.channels.whatsapp.settings import Settings
from assistant.channels.whatsapp.statuses import Statuses
from assistant.channels.whatsapp.updates import MalformedError, Received, read_updates

logger = logging.getLogger(__name__)

LARGEST_BODY = 3 * 1024 * 1024
"""Bytes: Meta's webhooks have up to 3 MB."""
RETRIED_FOR = timedelta(days=7)
"""Meta delivers a webhook again for up to seven days; what is older is no delivery of Meta's."""
REMEMBERED = RETRIED_FOR + timedelta(days=1)
"""So long a message is known again by its id."""


class Webhook:
    """Checks and keeps what Meta tells."""

    def __init__(
        self,
        settings: Settings,
        customers: Customers,
        mailbox: Mailbox,
        statuses: Statuses,
        attendant: Attendant,
        now: Callable[[], datetime],
    ) -> None:
        self._settings = settings
        self._customers = customers
        self._mailbox = mailbox
        self._statuses = statuses
        self._attendant = attendant
        self._now = now

    def mount(self, blueprint: Blueprint) -> None:
        """Add the address to `blueprint`."""

        @blueprint.route("/webhook", methods=["GET"])
        async def verify(request: Request) -> HTTPResponse:
            return await self.verify(request)

        @blueprint.route("/webhook", methods=["POST"], stream=True)
        async def listen(request: Request) -> HTTPResponse:
            return await self.listen(request)

    async def verify(self, request: Request) -> HTTPResponse:
        """Meta's question whether the address is ours."""
        token = request.args.get("hub.verify_token", "")
        is_asked = request.args.get("hub.mode") == "subscribe"
        is_ours = is_proven(token, self._settings.verify_token.encode())
        if not (is_asked and is_ours):
            return refusal("wrong token", 403)
        return response.text(request.args.get("hub.challenge", ""))

    async def listen(self, request: Request) -> HTTPResponse:
        """Keep what there is to do, and do it afterwards."""
        body = await read_body(request, LARGEST_BODY)
        if body is None:
            return refusal("too long", 413)
        if not self._is_signed(request, body):
            return refusal("not signed", 401)
        try:
            updates = read_updates(body, self._settings.phone_id)
        except MalformedError as error:
            logger.warning("A webhook of WhatsApp cannot be read: %s", error)
            return refusal("cannot be read", 400)
        for received in updates.received:
            self._take(received)
        for status in updates.statuses:
            self._statuses.take(status)
        return response.json({})

    def _take(self, received: Received) -> None:
        if is_late(received, self._now()) or self._mailbox.has(received.id):
            return
        sender = self._customers.known(received.who).sender
        self._mailbox.take(sender, Mail(received.id, received.to_json()), received.at)
        self._attendant.attend(sender)

    def _is_signed(self, request: Request, body: bytes) -> bool:
        given = request.headers.get("X-Hub-Signature-256", "")
        secret = self._settings.app_secret.encode()
        expected = f"sha256={hmac.new(secret, body, hashlib.sha256).hexdigest()}"
        return is_proven(given, expected.encode())


def is_late(received: Received, now: datetime) -> bool:
    """Whether a message is older than anything that Meta still delivers."""
    return now - received.at > RETRIED_FOR
