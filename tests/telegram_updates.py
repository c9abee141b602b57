"""Updates as Telegram sends them."""

from __future__ import annotations

import itertools
import time
from collections.abc import Mapping
from typing import Any

Update = dict[str, Any]

_numbers = itertools.count(500_000_000)


def person(chat: int, language: str | None = "es") -> dict[str, Any]:
    """A customer of this chat."""
    who: dict[str, Any] = {"id": chat, "is_bot": False, "first_name": "Ana"}
    return {**who, "language_code": language} if language else who


def update(**content: Any) -> Update:
    """An update of the next number."""
    return {"update_id": next(_numbers), **content}


def message(chat: int, language: str | None = "es", **content: Any) -> dict[str, Any]:
    """A message in a private chat."""
    return {
        "message_id": next(_numbers) % 1_000_000,
        "date": int(time.time()),
        "chat": {"id": chat, "type": "private", "first_name": "Ana"},
        "from": person(chat, language),
        **content,
    }


def text(chat: int, words: str, language: str | None = "es") -> Update:
    """Words that were written."""
    command = [{"type": "bot_command", "offset": 0, "length": len(words.split()[0])}]
    entities = {"entities": command} if words.startswith("/") else {}
    return update(message=message(chat, language, text=words, **entities))


def sent(chat: int, **content: Any) -> Update:
    """A message with anything in it: a sticker, a voice message, a photo…"""
    return update(message=message(chat, **content))


def press(chat: int, key: str, age: int = 0, **changes: Any) -> Update:
    """A pressed button of a message that is so many seconds old."""
    shown = message(chat, text="¿Y bien?", date=int(time.time()) - age)
    query: Mapping[str, Any] = {
        "id": str(next(_numbers)),
        "from": person(chat),
        "chat_instance": "-1",
        "message": shown,
        "data": key,
    }
    return update(callback_query={**query, **changes})


def file(file_id: str, size: int | None = None, **more: Any) -> dict[str, Any]:
    """What Telegram says of any file."""
    told = {"file_id": file_id, "file_unique_id": f"u-{file_id}", **more}
    return {**told, "file_size": size} if size is not None else told


def photo(file_id: str, width: int) -> dict[str, Any]:
    """One size of a photo."""
    return file(file_id, width * 100, width=width, height=width // 2)


def in_group(chat: int, words: str, language: str | None = "es", kind: str = "group") -> Update:
    """Words that were written where several can read them."""
    group = {"id": chat, "type": kind, "title": "Familia"}
    return update(message={**message(7, language, text=words), "chat": group})
