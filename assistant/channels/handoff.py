"""People at the operator's desk, as they reach the customers of every channel.

POST /webhooks/handoff/ with `{"eventId", "handoff", "event", "officer", "text", "at"}`, signed as
events of reports are, under HANDOFF_SECRET. `event` is taken, said, handed_back or unanswered.
201: it is kept, or came before; 400: it cannot be read; 401: it is not the desk's, or old; 404: no
such hand-off; 413: it is too long.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.channels.attendant import PersonAttendant
from assistant.channels.body import refusal
from assistant.channels.conversations import ChannelOutput
from assistant.channels.host import RasaHost
from assistant.channels.signed import add_listener, read_instant
from assistant.channels.teller import Teller
from assistant.clock import now
from selfcare.handoffs import HANDED_BACK, SAID, TAKEN, UNANSWERED, Handoffs
from selfcare.store import Store

LONGEST_NAME = 200
LONGEST_TEXT = 4_000
"""Characters of what a person says at a time."""

OnMessage = Callable[[UserMessage], Awaitable[Any]]


class DeskEvent(NamedTuple):
    """What the desk tells of a hand-off."""

    id: str
    handoff: str
    event: str
    officer: str
    text: str


class HandoffInput(InputChannel):
    """The channel named `handoff`: nobody writes here. It has every other channel ask whether a
    person is there before the assistant answers, and tells customers what the person says.
    """

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    @classmethod
    def name(cls) -> str:
        """The name in its address."""
        return "handoff"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> HandoffInput:
        """With the secret in HANDOFF_SECRET."""
        return cls(os.environ.get("HANDOFF_SECRET", ""))

    def blueprint(self, on_new_message: OnMessage) -> Blueprint:
        """The attendant, the teller, and with a secret the listener."""
        blueprint = Blueprint("handoff_channel")
        handoffs = Handoffs(Store.from_environment(), now)

        @blueprint.listener("before_server_start")
        async def attend(app: Sanic, _: Any) -> None:
            for output in _outputs(app).values():
                output.attend(PersonAttendant(handoffs))

        @blueprint.listener("after_server_start")
        async def begin_telling(app: Sanic, _: Any) -> None:
            teller = _teller(app, handoffs, on_new_message)
            app.ctx.teller = teller
            app.ctx.telling = asyncio.create_task(teller.run())

        @blueprint.listener("before_server_stop")
        async def end_telling(app: Sanic, _: Any) -> None:
            app.ctx.telling.cancel()

        if self._secret:
            self._listen(blueprint, handoffs)
        return blueprint

    def _listen(self, blueprint: Blueprint, handoffs: Handoffs) -> None:
        async def take(request: Request, event: DeskEvent) -> HTTPResponse:
            if await asyncio.to_thread(handoffs.take, *event) is None:
                return refusal("no such hand-off", 404)
            request.app.ctx.teller.hurry()
            return response.json({}, 201)

        add_listener(blueprint, self._secret, read_event, take)


def read_event(body: bytes) -> DeskEvent | None:
    """The event that `body` is; None if it is none."""
    try:
        content = json.loads(body)
        id_, handoff, event = content["eventId"], content["handoff"], content["event"]
        officer, text = content.get("officer") or "", content.get("text") or ""
        at = read_instant(content["at"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    is_named = all(isinstance(it, str) and 0 < len(it) <= LONGEST_NAME for it in (id_, handoff))
    is_words = isinstance(officer, str) and isinstance(text, str) and len(text) <= LONGEST_TEXT
    if at is None or not is_named or not is_words or len(officer) > LONGEST_NAME:
        return None
    is_whole = {
        TAKEN: bool(officer),
        SAID: bool(officer and text.strip()),
        HANDED_BACK: True,
        UNANSWERED: True,
    }
    if not isinstance(event, str) or not is_whole.get(event):
        return None
    return DeskEvent(id_, handoff, event, officer, text)


def _outputs(app: Sanic) -> dict[str, ChannelOutput]:
    """The channels in which something can be said that nobody asked for, by name."""
    found = ((it.name(), it.get_output_channel()) for it in app.ctx.input_channels)
    return {name: output for name, output in found if isinstance(output, ChannelOutput)}


def _teller(app: Sanic, handoffs: Handoffs, on_new_message: OnMessage) -> Teller:
    outputs = _outputs(app)
    return Teller(handoffs, outputs.get, lambda channel: RasaHost(channel, app, on_new_message))
