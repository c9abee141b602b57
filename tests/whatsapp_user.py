"""A customer with WhatsApp: what they do becomes webhooks, signed as Meta signs them."""

from __future__ import annotations

import hashlib
import hmac
import itertools
import json
import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import requests

from tests.graph_api import PHONE_ID, GraphApi, Message

APP_SECRET = "app-secret-of-the-operator"
VERIFY_TOKEN = "what the operator entered at Meta"
NUMBERS = itertools.count(34600000001)
"""Of those who have never written before."""

Json = dict[str, Any]


def signed(body: bytes, secret: str = APP_SECRET) -> dict[str, str]:
    """The headers of a webhook."""
    signature = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return {"Content-Type": "application/json", "X-Hub-Signature-256": f"sha256={signature}"}


def webhook(*values: Json, phone_id: str = PHONE_ID) -> bytes:
    """A body with these values, each in a change of its own."""
    metadata = {"display_phone_number": "34910000000", "phone_number_id": phone_id}
    changes = [
        {
            "field": "messages",
            "value": {"messaging_product": "whatsapp", "metadata": metadata, **value},
        }
        for value in values
    ]
    entry = [{"id": "102290129340398", "changes": changes}]
    return json.dumps({"object": "whatsapp_business_account", "entry": entry}).encode()


def status(message: Message, state: str, at: datetime, code: int | None = None) -> Json:
    """What became of a message."""
    told: Json = {
        "id": message.id,
        "status": state,
        "timestamp": str(int(at.timestamp())),
        "recipient_id": message.to,
        "biz_opaque_callback_data": message.mark,
    }
    if code:
        told["errors"] = [{"code": code, "title": "an error", "message": "an error"}]
    return {"statuses": [told]}


class WhatsAppUser:
    """A customer who is known by a number, a user id, or both."""

    def __init__(
        self,
        graph: GraphApi,
        address: str,
        phone: str | None = "34600111222",
        user_id: str | None = None,
    ) -> None:
        self.graph = graph
        self.address = address
        self.phone = phone
        self.user_id = user_id
        self.transcript: list[str] = []
        self._shown = 0
        self._count = itertools.count(1)

    @property
    def sender(self) -> str:
        """The name of the conversation, for somebody who has had a number from the beginning."""
        return f"whatsapp-{self.phone}"

    @property
    def got(self) -> list[Message]:
        """All that the telephone shows."""
        return self.graph.to(*filter(None, (self.phone, self.user_id)))

    @property
    def last(self) -> Message:
        """The newest message."""
        return self.got[-1]

    def wait(self, count: int = 1) -> list[Message]:
        """The next `count` messages that were not looked at yet."""
        wanted = self._shown + count
        names = filter(None, (self.phone, self.user_id))
        new = self.graph.wait_for(wanted, *names)[self._shown : wanted]
        self._shown = wanted
        self.transcript += map(picture, new)
        return new

    def say(self, text: str, **more: Any) -> Json:
        """Type something."""
        self.transcript.append(f"                    > {text}")
        return self.send({"type": "text", "text": {"body": text}, **more})

    def tap(self, title: str) -> Json:
        """Tap on the newest choice whose title begins like this."""
        for message in reversed(self.got):
            for key, shown in message.choices.items():
                if shown.startswith(title):
                    return self._tap(message, key, shown)
        raise AssertionError(f"nothing to tap says {title}: {[m.choices for m in self.got[-3:]]}")

    def _tap(self, message: Message, key: str, shown: str) -> Json:
        self.transcript.append(f"                    > [{shown}]")
        kind = (
            "button_reply" if "buttons" in message.body["interactive"]["action"] else "list_reply"
        )
        reply = {"type": kind, kind: {"id": key, "title": shown[:24]}}
        return self.send({"type": "interactive", "interactive": reply})

    def send(self, *messages: Json) -> Json:
        """Send messages in one webhook; the last one as it was sent."""
        whole = [self.message(it) for it in messages]
        answer = self.post(webhook(self.value(*whole)))
        assert answer.status_code == 200, answer.text
        return whole[-1]

    def message(self, content: Json) -> Json:
        """A message as Meta tells of it; the customer has been heard now."""
        now = self.graph.now()
        for name in filter(None, (self.phone, self.user_id)):
            self.graph.heard[name] = now
        named = {"from": self.phone, "from_user_id": self.user_id}
        return {
            "id": f"wamid.{uuid.uuid4().hex}",
            "timestamp": str(int(now.timestamp())),
            **{name: it for name, it in named.items() if it},
            **content,
        }

    def value(self, *messages: Json) -> Json:
        """What a change says: the messages, and from whom they are."""
        named = {"wa_id": self.phone, "user_id": self.user_id}
        contact = {name: it for name, it in named.items() if it}
        return {"contacts": [{"profile": {"name": "Ann"}, **contact}], "messages": list(messages)}

    def post(
        self, body: bytes, headers: Mapping[str, str | bytes] | None = None
    ) -> requests.Response:
        """Post a webhook."""
        return requests.post(
            f"{self.address}/webhooks/whatsapp/webhook",
            body,
            headers=headers or signed(body),
            timeout=30,
        )


def picture(message: Message) -> str:
    """A message as WhatsApp shows it, for people who read a whole conversation."""
    lines = [message.text]
    interactive = message.body.get("interactive", {})
    action = interactive.get("action", {})
    lines += [f"  ( {it['reply']['title']} )" for it in action.get("buttons", ())]
    if interactive.get("type") == "list":
        lines.append(f"  ≡ {action['button']}")
        lines += _rows(row for it in action["sections"] for row in it["rows"])
    if message.link:
        lines.append(f"  ↗ {action['parameters']['display_text']}")
    return "\n".join(lines)


def _rows(rows: Iterable[Json]) -> Iterable[str]:
    for row in rows:
        yield f"      ○ {row['title']}"
        if "description" in row:
            yield f"        {row['description']}"
