"""What happens to reports, as the operator's backend tells it: TMF621's events, signed.

POST /webhooks/events/ with `X-Event-Time`, an ISO instant, and `X-Signature-256`: `sha256=` and the
HMAC under EVENTS_SECRET of method, path with query, that time and the body, a line break between
each two. 201: it is kept, or came before; 400: it cannot be read; 401: it is not the backend's, or
old; 413: it is too long.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, NamedTuple

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.channels.signed import add_listener, read_instant
from assistant.clock import now
from selfcare.news import News
from selfcare.store import Store

LONGEST_NAME = 100

_TOLD_OF = {
    "TroubleTicketStatusChangeEvent",
    "TroubleTicketResolvedEvent",
    "TroubleTicketInformationRequiredEvent",
}
_TOLD_OF_FIELDS = {"note", "creditOffer", "expectedResolutionDate"}


class Event(NamedTuple):
    """What of an event matters here; `is_news` if a customer wants to hear of it."""

    id: str
    report: str
    happened: datetime
    is_news: bool


class EventsInput(InputChannel):
    """The channel named `events`: nobody writes here, and nothing is said. The watch of the action
    server tells what it keeps.
    """

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    @classmethod
    def name(cls) -> str:
        """The name in its address."""
        return "events"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> EventsInput:
        """With the secret in EVENTS_SECRET."""
        return cls(os.environ.get("EVENTS_SECRET", ""))

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The listener; nothing without a secret."""
        blueprint = Blueprint("events_channel")
        if not self._secret:
            return blueprint
        news = News(Store.from_environment(), now)

        async def take(_: Request, event: Event) -> HTTPResponse:
            if event.is_news:
                await asyncio.to_thread(news.take, event.id, event.report, event.happened)
            return response.json({}, 201)

        add_listener(blueprint, self._secret, read_event, take)
        return blueprint


def read_event(body: bytes) -> Event | None:
    """The event that `body` is, as TMF621 writes it; None if it is none."""
    try:
        content = json.loads(body)
        ticket = content["event"]["troubleTicket"]
        id_, kind, report = content["eventId"], content["eventType"], ticket["id"]
        happened = read_instant(ticket["lastUpdate"])
    except (ValueError, KeyError, TypeError):
        return None
    if happened is None or not all(map(_is_name, (id_, kind, report))):
        return None
    is_news = kind in _TOLD_OF or content.get("fieldPath") in _TOLD_OF_FIELDS
    return Event(id_, report, happened, is_news)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= LONGEST_NAME
