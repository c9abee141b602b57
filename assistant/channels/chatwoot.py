"""People in Chatwoot, as they reach the customers: its webhook, signed.

POST /webhooks/chatwoot/ with `X-Chatwoot-Timestamp`, seconds since 1970, and
`X-Chatwoot-Signature`: `sha256=` and the HMAC of that time, a full stop and the body, under
CHATWOOT_WEBHOOK_SECRET. Chatwoot sends everything that happens in its inbox: what an agent writes
for the customer (`message_created`, outgoing, not private, by a user) and the end
(`conversation_status_changed` to resolved) count, the rest is answered and left. It waits 5 s for
an answer and tries once.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Awaitable, Callable
from datetime import datetime, timezone
from typing import Any, NamedTuple

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.channels.body import read_body, refusal
from assistant.channels.signed import is_hmac, is_recent
from assistant.clock import now
from selfcare.handoffs import HANDED_BACK, SAID, TAKEN, Handoffs
from selfcare.store import Store

LARGEST_BODY = 1024 * 1024
"""Bytes; a message brings its whole conversation and contact along."""
LONGEST_SECONDS = 12
"""Digits of a time in seconds."""

Json = dict[str, Any]


class Said(NamedTuple):
    """What happened in a conversation of Chatwoot's, under an id of its own."""

    id: str
    conversation: str
    event: str
    agent: str
    text: str


class ChatwootInput(InputChannel):
    """The channel named `chatwoot`: nobody writes here. What it keeps, `handoff` tells."""

    def __init__(self, secret: str, account: str, inbox: str) -> None:
        self._secret = secret.encode()
        self._account = account
        self._inbox = inbox

    @classmethod
    def name(cls) -> str:
        """The name in its address."""
        return "chatwoot"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> ChatwootInput:
        """With what the environment says of Chatwoot."""
        names = ("WEBHOOK_SECRET", "ACCOUNT_ID", "INBOX_ID")
        secret, account, inbox = (os.environ.get(f"CHATWOOT_{name}", "") for name in names)
        return cls(secret, account, inbox)

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The listener; nothing without a secret."""
        blueprint = Blueprint("chatwoot_channel")
        if not self._secret:
            return blueprint
        handoffs = Handoffs(Store.from_environment(), now)

        @blueprint.route("/", methods=["POST"], stream=True)
        async def listen(request: Request) -> HTTPResponse:
            body = await read_body(request, LARGEST_BODY)
            if body is None:
                return refusal("too long", 413)
            if not is_chatwoots(request, body, self._secret):
                return refusal("not signed", 401)
            content = read_object(body)
            if content is None:
                return refusal("not an event", 400)
            if self._is_from_our_inbox(content):
                await asyncio.to_thread(_keep, handoffs, content)
            return response.json({}, 200)

        return blueprint

    def _is_from_our_inbox(self, content: Json) -> bool:
        conversation = content.get("conversation")
        about = conversation if isinstance(conversation, dict) else content
        account = content.get("account")
        is_ours = not isinstance(account, dict) or str(account.get("id")) == self._account
        return is_ours and str(about.get("inbox_id")) == self._inbox


def is_chatwoots(request: Request, body: bytes, secret: bytes) -> bool:
    """Whether Chatwoot has signed it just now."""
    time = request.headers.get("X-Chatwoot-Timestamp", "")
    signature = request.headers.get("X-Chatwoot-Signature", "")
    if not time.isascii() or not time.isdigit() or len(time) > LONGEST_SECONDS:
        return False
    if not is_hmac(signature, f"{time}.".encode() + body, secret):
        return False
    try:
        return is_recent(datetime.fromtimestamp(int(time), timezone.utc))
    except (ValueError, OverflowError, OSError):
        return False


def read_object(body: bytes) -> Json | None:
    """The JSON object that `body` is."""
    try:
        content = json.loads(body)
    except ValueError:
        return None
    return content if isinstance(content, dict) else None


def read_said(content: Json) -> Said | None:
    """What an agent wrote or ended; None for everything else."""
    if content.get("event") == "message_created":
        return _read_message(content)
    if content.get("event") == "conversation_status_changed":
        is_over = content.get("status") == "resolved" and isinstance(content.get("id"), int)
        conversation = str(content.get("id"))
        return Said(f"over-{conversation}", conversation, HANDED_BACK, "", "") if is_over else None
    return None


def _read_message(content: Json) -> Said | None:
    conversation, sender = content.get("conversation"), content.get("sender")
    if not isinstance(conversation, dict) or not isinstance(sender, dict):
        return None
    is_for_customer = content.get("message_type") == "outgoing" and content.get("private") is False
    name, text = sender.get("name"), _text(content)
    if not is_for_customer or sender.get("type") != "user" or not name or not text:
        return None
    return Said(f"message-{content.get('id')}", str(conversation.get("id")), SAID, str(name), text)


def _text(content: Json) -> str:
    """The words, and where the files are that came with them."""
    files = content.get("attachments")
    links = [it.get("data_url") for it in files if isinstance(it, dict)] if files else []
    words = content.get("content")
    parts = [words if isinstance(words, str) else None, *links]
    return "\n".join(part for part in parts if isinstance(part, str) and part.strip())


def _keep(handoffs: Handoffs, content: Json) -> None:
    said = read_said(content)
    id_ = handoffs.by_reference(said.conversation) if said else None
    if said is None or id_ is None:
        return
    if said.event == SAID:
        handoffs.take(f"{id_}-{said.agent}", id_, TAKEN, said.agent, "")
    handoffs.take(f"{id_}-{said.id}", id_, said.event, said.agent, said.text)
