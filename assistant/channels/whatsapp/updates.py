"""What Meta tells the webhook, read: customers' messages, and what became of ours.

pywa reads the first message of a body only; a body may bring many (`entry`, `changes`, `messages`
and `statuses` are lists).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timezone
from typing import Any

Json = Mapping[str, Any]

_PHONE = re.compile(r"\d{5,20}")
_USER_ID = re.compile(r"[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}")
"""Business-scoped: a country, a full stop and up to 128 letters and digits."""
_MESSAGE_ID = re.compile(r"[!-~]{1,256}")

ACCOUNT = "whatsapp_business_account"
"""The kind of thing that webhooks are about."""
NOTHING = "nothing"
"""The kind of what asks for no answer: a message or a reaction taken back."""


class MalformedError(Exception):
    """Nothing of a body is taken, because it cannot be read."""


@dataclass(frozen=True)
class Who:
    """A customer as WhatsApp names them: the telephone number, the business-scoped user id, or
    both.
    """

    phone: str | None = None
    user_id: str | None = None


@dataclass(frozen=True)
class Received:
    """A customer's message.

    `kind` is text, choice, file, news_wanted, welcome, moved, or what is not read: voice, sticker,
    edit, other; `told` what it says.
    """

    id: str
    who: Who
    at: datetime
    kind: str
    told: dict[str, str] = field(default_factory=dict)

    def to_json(self) -> bytes:
        """As `from_json` reads it; in ASCII, because half a surrogate is nothing else."""
        return json.dumps({**asdict(self), "at": self.at.isoformat()}).encode()

    @classmethod
    def from_json(cls, text: bytes) -> Received:
        """What `to_json` wrote."""
        read = json.loads(text)
        at = datetime.fromisoformat(read["at"])
        return cls(read["id"], Who(**read["who"]), at, read["kind"], read["told"])


@dataclass(frozen=True)
class Status:
    """What became of a message of ours: sent, delivered, read, played or failed."""

    id: str
    state: str
    at: datetime
    mark: str | None
    code: int | None


@dataclass(frozen=True)
class Updates:
    """All that one body brings for our number, in order."""

    received: tuple[Received, ...] = ()
    statuses: tuple[Status, ...] = ()


def read_updates(body: bytes, phone_id: str) -> Updates:
    """What is in a body for the number `phone_id`. Raises MalformedError."""
    try:
        values = list(_values(json.loads(body), phone_id))
        received = [it for value in values for it in _all_received(value)]
        statuses = [_status(it) for value in values for it in value.get("statuses", ())]
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as it:
        raise MalformedError(type(it).__name__) from it
    return Updates(tuple(sorted(received, key=lambda it: it.at)), tuple(statuses))


def _values(content: Json, phone_id: str) -> Iterator[Json]:
    if not isinstance(content["object"], str):
        raise TypeError("object")
    for entry in content["entry"]:
        for change in entry["changes"]:
            value = change["value"]
            is_ours = change["field"] == "messages" and content["object"] == ACCOUNT
            if is_ours and value["metadata"]["phone_number_id"] == phone_id:
                yield value


def _all_received(value: Json) -> Iterator[Received]:
    """The messages that ask for something, without those of groups, where the assistant is not."""
    contacts = {it.get("wa_id"): it.get("user_id") for it in value.get("contacts", ())}
    for message in value.get("messages", ()):
        who = _who(message, contacts)
        if not (who.phone or who.user_id) or not _MESSAGE_ID.fullmatch(message["id"]):
            raise ValueError("who, or which message")
        kind, told = _content(message["type"], message)
        at = _instant(message["timestamp"])
        if kind != NOTHING and not message.get("group_id"):
            yield Received(message["id"], who, at, kind, told)


def _who(message: Json, contacts: Json) -> Who:
    """Who sent a message; of somebody who is known by other names from now on, those of before."""
    told = message.get("system")
    change = told if isinstance(told, dict) else {}
    phone = _matching(_PHONE, message.get("from"))
    named = (
        change.get("previous_user_id"),
        message.get("from_user_id"),
        message.get("from"),
        phone and contacts.get(phone),
    )
    new = change.get("user_id")
    user_id = next((it for it in named if it != new and _matching(_USER_ID, it)), None)
    return Who(phone, user_id)


def _content(kind: object, message: Json) -> tuple[str, dict[str, str]]:
    """The kind of a message as we know it; an odd one is one that is not read."""
    if not isinstance(kind, str):
        raise TypeError("type")
    try:
        return _READERS.get(kind, _other)(message.get(kind) or {})
    except (KeyError, TypeError, AttributeError, ValueError):
        return _other({})


def _text(text: Json) -> tuple[str, dict[str, str]]:
    return "text", {"text": _string(text["body"])}


def _interactive(reply: Json) -> tuple[str, dict[str, str]]:
    chosen = reply[reply["type"]]
    return "choice", {"key": _string(chosen["id"]), "title": _string(chosen["title"])}


def _template_button(button: Json) -> tuple[str, dict[str, str]]:
    return "news_wanted", {"text": _string(button["text"])}


def _file(file: Json) -> tuple[str, dict[str, str]]:
    told = {"media": file["id"], "name": file.get("filename"), "caption": file.get("caption")}
    return "file", {name: it for name, it in told.items() if isinstance(it, str)}


def _reaction(reaction: Json) -> tuple[str, dict[str, str]]:
    """One that is taken away asks for nothing."""
    return _other(reaction) if reaction.get("emoji") else _nothing(reaction)


def _system(change: Json) -> tuple[str, dict[str, str]]:
    """Somebody has another number or id from now on; what else the system says is not for us."""
    new = {
        "phone": _matching(_PHONE, change.get("wa_id") or change.get("new_wa_id")),
        "user_id": _matching(_USER_ID, change.get("user_id")),
    }
    found = {name: it for name, it in new.items() if it}
    return ("moved", found) if found else _nothing(change)


def _voice(_: Json) -> tuple[str, dict[str, str]]:
    return "voice", {}


def _sticker(_: Json) -> tuple[str, dict[str, str]]:
    return "sticker", {}


def _edit(_: Json) -> tuple[str, dict[str, str]]:
    return "edit", {}


def _welcome(_: Json) -> tuple[str, dict[str, str]]:
    return "welcome", {}


def _nothing(_: Json) -> tuple[str, dict[str, str]]:
    return NOTHING, {}


def _other(_: Json) -> tuple[str, dict[str, str]]:
    return "other", {}


_READERS = {
    "text": _text,
    "interactive": _interactive,
    "button": _template_button,
    "image": _file,
    "document": _file,
    "audio": _voice,
    "sticker": _sticker,
    "reaction": _reaction,
    "request_welcome": _welcome,
    "system": _system,
    "edit": _edit,
    "revoke": _nothing,
}


def _status(status: Json) -> Status:
    errors = status.get("errors") or ()
    code = next((it["code"] for it in errors if isinstance(it["code"], int)), None)
    mark = status.get("biz_opaque_callback_data")
    return Status(
        _string(status["id"]),
        _string(status["status"]),
        _instant(status["timestamp"]),
        mark if isinstance(mark, str) else None,
        code,
    )


def _matching(pattern: re.Pattern[str], value: object) -> str | None:
    return value if isinstance(value, str) and pattern.fullmatch(value) else None


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text")
    return value


def _instant(seconds: object) -> datetime:
    if isinstance(seconds, bool) or not isinstance(seconds, str | int):
        raise TypeError("timestamp")
    return datetime.fromtimestamp(int(seconds), timezone.utc)
