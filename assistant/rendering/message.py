"""What the assistant says, as every channel's renderer reads it.

It is the body of an entry of the outbox: `text`, `buttons`, `custom`, `language`, `seq`, and `from`
where a person says it. The browser's widget renders the same for itself (web/src).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.channels.outbox import button_key


@dataclass(frozen=True)
class Choice:
    """A button: its title, and the key by which the outbox finds what it sends."""

    title: str
    key: str


@dataclass(frozen=True)
class Item:
    """A call on a list; `note` says why no credit can be asked for it, `enabled` if it can be
    marked.
    """

    position: int
    title: str
    detail: str | None
    price: str | None
    note: str | None
    enabled: bool = False


@dataclass(frozen=True)
class CallList:
    """Calls that the customer may name by their positions; `submit` is the title of the button that
    sends those that are marked, if any can be.
    """

    label: str
    items: tuple[Item, ...]
    submit: str | None = None


@dataclass(frozen=True)
class Link:
    """A page of the operator's, and the code that is compared there."""

    title: str
    url: str
    code: str | None


@dataclass(frozen=True)
class Bar:
    """A bar of a chart; `share` of the longest one, from 0 to 1."""

    label: str
    value: str
    share: float


@dataclass(frozen=True)
class Chart:
    """Amounts side by side."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Message:
    """One message of the assistant, or of the person who is the `speaker`."""

    text: str
    language: str
    choices: tuple[Choice, ...] = ()
    content: CallList | Link | Chart | None = None
    seq: int = 0
    speaker: str | None = None


def read_message(body: Mapping[str, Any]) -> Message:
    """The message that an entry's body is. Raises ValueError for content that is unknown.

    A platform shows one sender for all: the name of a person stands before the words.
    """
    buttons = enumerate(body.get("buttons") or ())
    speaker = (body.get("from") or {}).get("name")
    return Message(
        text=f"{speaker}: {body['text']}" if speaker else body["text"],
        language=body["language"],
        choices=tuple(Choice(it["title"], button_key(body["seq"], n)) for n, it in buttons),
        content=_content(body.get("custom")),
        seq=body["seq"],
        speaker=speaker,
    )


def _content(custom: Mapping[str, Any] | None) -> CallList | Link | Chart | None:
    if not custom:
        return None
    kind = custom.get("kind")
    if kind == "calls":
        items = (
            Item(
                position=it["position"],
                title=it["title"],
                detail=it.get("detail"),
                price=it.get("price"),
                note=it.get("note"),
                enabled=bool(it.get("enabled")),
            )
            for it in custom["items"]
        )
        return CallList(custom["label"], tuple(items), custom.get("submit"))
    if kind == "link":
        return Link(custom["title"], custom["url"], custom.get("code"))
    if kind == "chart":
        bars = (Bar(it["label"], it["value"], it["share"]) for it in custom["bars"])
        return Chart(custom["title"], tuple(bars))
    raise ValueError(f"no renderer knows {kind}")
