"""Text alone: for channels without buttons, and for people who read a conversation elsewhere."""

from __future__ import annotations

from assistant.rendering.message import CallList, Chart, Choice, Item, Link, Message

BAR = "▇"
LONGEST_BAR = 10
"""Characters of the longest bar of a chart."""


def plain(message: Message) -> str:
    """Everything that the message says; its choices are numbered, unless positions of calls are
    numbers already.
    """
    parts = [message.text, content(message), *_choices(message)]
    return "\n\n".join(part for part in parts if part)


def content(message: Message) -> str:
    """The list, link or chart of a message in words; nothing for what its text says already."""
    told = message.content
    if isinstance(told, CallList):
        return "\n".join(_call(item) for item in told.items)
    if isinstance(told, Chart):
        return "\n".join([told.title, *(_bar(b.label, b.value, b.share) for b in told.bars)])
    if isinstance(told, Link) and told.url not in message.text:
        return "\n".join(filter(None, (told.title, told.url, told.code)))
    return ""


def numbered_choice(message: Message, typed: str) -> Choice | None:
    """The choice whose number was typed, in a message that numbers them."""
    if isinstance(message.content, CallList) or not typed.isascii() or not typed.isdigit():
        return None
    place = int(typed)
    return message.choices[place - 1] if 0 < place <= len(message.choices) else None


def _choices(message: Message) -> list[str]:
    if isinstance(message.content, CallList):
        return ["\n".join(f"– {choice.title}" for choice in message.choices)]
    return ["\n".join(f"{n}. {choice.title}" for n, choice in enumerate(message.choices, 1))]


def _call(item: Item) -> str:
    rest = " · ".join(filter(None, (item.detail, item.price)))
    note = f" ({item.note})" if item.note else ""
    return f"{item.position}. {item.title}" + (f"\n{rest}{note}" if rest or note else "")


def _bar(label: str, value: str, share: float) -> str:
    return f"{BAR * max(1, round(share * LONGEST_BAR))} {label}: {value}"
