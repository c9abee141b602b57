"""What the assistant says, as Telegram shows it: plain text, and rows of buttons below it.

Without a parse mode, because nothing that is said has letters of its own, and no word of a
customer's can be taken for markup. The numbers are the Bot API's, as python-telegram-bot has them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any
from urllib.parse import urlsplit

from telegram.constants import InlineKeyboardMarkupLimit, MessageLimit

from assistant.rendering.message import CallList, Choice, Link, Message
from assistant.rendering.plain import content
from assistant.rendering.splitting import split

LONGEST_TEXT = int(MessageLimit.MAX_TEXT_LENGTH)
MOST_BUTTONS = int(InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER)

LONGEST_ROW = 34
"""Characters that a row of a small phone shows whole, all its buttons being equally wide."""
LONGEST_TITLE = 40
"""Characters of a title that a phone shows on a button of its own row."""
MOST_IN_A_ROW = 3
MARKS_IN_A_ROW = 5
MOST_MARKS = 80
"""Calls that have a button of their own; the others are named by their numbers."""

CHOSEN = "✓ "
NOTHING = "-"
"""The key of a button that only shows what was chosen."""

Button = dict[str, str]
"""As the Bot API has it: `text`, and `callback_data` or `url`."""
Keyboard = list[list[Button]]


def pieces(message: Message) -> list[dict[str, Any]]:
    """The messages that Telegram takes, each with `text` and `keyboard`; the last has the buttons,
    because people read downwards.
    """
    parts = [message.text, content(message), _choices_in_words(message)]
    texts = split("\n\n".join(part for part in parts if part), LONGEST_TEXT)
    last = len(texts) - 1
    return [
        {"text": text, "keyboard": keyboard(message) if place == last else []}
        for place, text in enumerate(texts)
    ]


def keyboard(message: Message, marked: Collection[int] = ()) -> Keyboard:
    """The buttons in rows: a link, the calls that can be marked and what sends them, choices."""
    rows: Keyboard = []
    told = message.content
    if isinstance(told, Link) and _takes(told.url):
        rows.append([{"text": told.title, "url": told.url}])
    if isinstance(told, CallList) and told.submit:
        rows.extend(_marks(message, told, marked))
        if marked:
            title = f"{told.submit} ({len(marked)})"
            rows.append([{"text": title, "callback_data": submit_key(message.seq)}])
    with_a_button = message.choices[: _room_for_choices(message)]
    return [*rows, *_in_rows(_choice(choice) for choice in with_a_button)]


def chosen_keyboard(titles: Iterable[str]) -> Keyboard:
    """What is left of a keyboard when a button of it was pressed."""
    return [[{"text": CHOSEN + title, "callback_data": NOTHING}] for title in titles]


def mark_key(seq: int, position: int) -> str:
    """Names a call of the list in the entry `seq`."""
    return f"{seq}.m{position}"


def submit_key(seq: int) -> str:
    """Names the button that sends the calls that are marked."""
    return f"{seq}.s"


def _choice(choice: Choice) -> Button:
    return {"text": choice.title, "callback_data": choice.key}


def _marks(message: Message, told: CallList, marked: Collection[int]) -> Keyboard:
    buttons = [
        {
            "text": f"{CHOSEN if position in marked else ''}{position}",
            "callback_data": mark_key(message.seq, position),
        }
        for position in _markable(told)
    ]
    return [buttons[at : at + MARKS_IN_A_ROW] for at in range(0, len(buttons), MARKS_IN_A_ROW)]


def _markable(told: CallList) -> list[int]:
    return [item.position for item in told.items if item.enabled][:MOST_MARKS]


def _room_for_choices(message: Message) -> int:
    told = message.content
    if isinstance(told, CallList) and told.submit:
        return MOST_BUTTONS - len(_markable(told)) - 1
    return MOST_BUTTONS - isinstance(told, Link)


def _choices_in_words(message: Message) -> str:
    """All choices where a button would not show one whole, else those beyond what a keyboard holds:
    a title may be typed.
    """
    is_cut = any(len(choice.title) > LONGEST_TITLE for choice in message.choices)
    told = message.choices[0 if is_cut else _room_for_choices(message) :]
    return "\n".join(f"– {choice.title}" for choice in told)


def _in_rows(buttons: Iterable[Button]) -> Keyboard:
    rows: Keyboard = []
    for button in buttons:
        if rows and _fits([*rows[-1], button]):
            rows[-1].append(button)
        else:
            rows.append([button])
    return rows


def _fits(row: Sequence[Button]) -> bool:
    widest = max(len(button["text"]) for button in row)
    return len(row) <= MOST_IN_A_ROW and len(row) * widest <= LONGEST_ROW


def _takes(url: str) -> bool:
    """Whether Telegram takes `url` for a button: not where its host has no dot, as `localhost`."""
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "")
