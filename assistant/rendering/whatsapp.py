"""What the assistant says, as messages of WhatsApp.

Limits by Meta's reference of the Cloud API, which pywa 4.5 repeats (`types/callback.py`,
`client.send_message`), in characters: text 4,096; body of an interactive message 1,024; up to 3
reply buttons of 20; lists of up to 10 rows, 24 and 72 for the description, opened by a button
of 20; a button with a link 20; ids 256 on buttons and 200 on rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.rendering.message import CallList, Choice, Link, Message
from assistant.rendering.plain import content
from assistant.rendering.splitting import split

Piece = dict[str, Any]

MAX_TEXT = 4096
MAX_BODY = 1024
MAX_BUTTONS = 3
MAX_BUTTON_TITLE = 20
MAX_ROWS = 10
MAX_ROW_TITLE = 24
MAX_DESCRIPTION = 72

MORE = "more:"
"""Begins the id of the row that asks for the choices which the list had no room for."""

_ELLIPSIS = "…"
_BORDERS = ("\n\n", "\n", ". ", " ")


@dataclass(frozen=True)
class Labels:
    """The words on what only WhatsApp shows: the button that opens a list, the row that goes on."""

    choose: str
    more: str


def whatsapp_pieces(message: Message, labels: Labels) -> list[Piece]:
    """The messages of WhatsApp that a message of the assistant becomes: mostly one.

    Raises ValueError for a message that says nothing.
    """
    text = "\n\n".join(filter(None, _parts(message)))
    if not text:
        raise ValueError("WhatsApp shows no choices without words")
    if message.choices:
        return _with_choices(message, text, labels)
    if isinstance(message.content, Link):
        return _with_link(message.content, text)
    return [_text(part) for part in split(text, MAX_TEXT)]


def next_choices(row: str) -> str | None:
    """The key of the first choice that the row `row` asks for; None if it is a choice itself."""
    return row.removeprefix(MORE) if row.startswith(MORE) else None


def first_hidden(message: Message) -> str | None:
    """The key of the first choice that the list of `message` has no room for, if there is one."""
    choices = message.choices
    return choices[MAX_ROWS - 1].key if len(choices) > MAX_ROWS else None


def shorten(title: str, limit: int) -> str:
    """`title` in at most `limit` characters, cut between words, or before a dash or a bracket that
    would stay open; what is joined by a no-break space stays together.
    """
    if len(title) <= limit:
        return title
    room = limit - len(_ELLIPSIS)
    head = title[: room + 1].rpartition(" ")[0].partition(" – ")[0]
    if head.count("(") > head.count(")"):
        head = head[: head.rindex("(")]
    return (head.rstrip(" ,;:.–—-·") or title[:room]) + _ELLIPSIS


def shorten_all(titles: Sequence[str], limit: int) -> list[str]:
    """Every title in at most `limit` characters, no two alike."""
    short: list[str] = []
    for place, title in enumerate(titles, 1):
        one = shorten(title, limit)
        if one in short:
            mark = f" ({place})"
            one = shorten(title, limit - len(mark)) + mark
        short.append(one)
    return short


def _parts(message: Message) -> list[str]:
    """A list comes before what is said of it, or its question would be far from the choices."""
    told, words = content(message), message.text.strip()
    if isinstance(message.content, CallList):
        return [message.content.label, told, words]
    return [words, told]


def _with_choices(message: Message, text: str, labels: Labels) -> list[Piece]:
    titles = [choice.title for choice in message.choices]
    if any(len(title) > MAX_DESCRIPTION for title in titles):
        text = f"{text}\n\n{_written_out(message)}"
    before, body = _last(text, MAX_BODY)
    pieces = [_text(part) for part in split(before, MAX_TEXT)]
    fit = len(titles) <= MAX_BUTTONS and all(len(title) <= MAX_BUTTON_TITLE for title in titles)
    if fit and len(set(titles)) == len(titles):
        buttons = [{"id": choice.key, "title": choice.title} for choice in message.choices]
        return [*pieces, {"kind": "buttons", "text": body, "buttons": buttons}]
    rows = list(_rows(message.choices, labels))
    return [*pieces, {"kind": "list", "text": body, "button": labels.choose, "rows": rows}]


def _rows(choices: Sequence[Choice], labels: Labels) -> Iterator[Piece]:
    shown = choices if len(choices) <= MAX_ROWS else choices[: MAX_ROWS - 1]
    titles = shorten_all([choice.title for choice in shown], MAX_ROW_TITLE)
    for choice, title in zip(shown, titles, strict=True):
        yield _row(choice.key, title, choice.title)
    if len(choices) > MAX_ROWS:
        yield _row(MORE + choices[MAX_ROWS - 1].key, labels.more, labels.more)


def _row(key: str, title: str, whole: str) -> Piece:
    row = {"id": key, "title": title}
    return row if title == whole else {**row, "description": shorten(whole, MAX_DESCRIPTION)}


def _with_link(link: Link, text: str) -> list[Piece]:
    """A button opens the page, so its address is not spelled out."""
    told = "\n".join(line for line in text.split("\n") if line.strip() != link.url).strip()
    if link.url in told or not told or not link.url.startswith(("https://", "http://")):
        return [_text(part) for part in split(text, MAX_TEXT)]
    before, body = _last(told, MAX_BODY)
    title = shorten(link.title, MAX_BUTTON_TITLE)
    button = {"kind": "link", "text": body, "title": title, "url": link.url}
    return [*(_text(part) for part in split(before, MAX_TEXT)), button]


def _written_out(message: Message) -> str:
    """The choices as lines, for titles that no row has room for; numbers mean calls where there
    are calls.
    """
    numbered = not isinstance(message.content, CallList)
    titles = enumerate((choice.title for choice in message.choices), 1)
    return "\n".join(f"{n}. {title}" if numbered else f"– {title}" for n, title in titles)


def _text(text: str) -> Piece:
    return {"kind": "text", "text": text}


def _last(text: str, limit: int) -> tuple[str, str]:
    """`text` in two: as much as `limit` allows of its end, whole paragraphs if possible."""
    if len(text) <= limit:
        return "", text
    first = len(text) - limit
    for border in _BORDERS:
        found = text.find(border, max(0, first - len(border)))
        if 0 <= found < len(text) - len(border):
            start = found + len(border)
            return text[:start].rstrip(), text[start:].lstrip()
    return text[:first], text[first:]
