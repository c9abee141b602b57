"""What Telegram sends, read with python-telegram-bot and reduced to what matters here."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from telegram import CallbackQuery, Chat, ChatMemberUpdated, Message, Update, User

import locales
from assistant.channels.files import File
from assistant.channels.telegram.commands import START, payload

_LARGEST_ID = 2**53
"""Ids have at most 52 significant bits."""
_COMMAND = re.compile(r"/(?P<name>\w{1,32})(?:@\w+)?(?=\s|$)")
_JOINED = ("member", "administrator", "restricted")

_NOT_READ = {
    "voice": "voice",
    "audio": "voice",
    "video_note": "voice",
    "sticker": "sticker",
    "animation": "sticker",
    "dice": "sticker",
}
"""What is neither words nor a file, by the name of its field; all else is "other"."""


NAMELESS = "file"
"""What a document without a name is called."""
NOTHING = "nothing"
"""The kind of what asks for no answer: what happened in a chat, or is not known here."""


class MalformedError(Exception):
    """It is no update of Telegram's."""


@dataclass(frozen=True)
class Received:
    """One update, as what it is to us.

    `kind` is start, command, text, choice, file, voice, sticker, other, edited, group, or nothing.
    `text` is what was written, or a file's caption; `key` is what a command asks for, or a pressed
    button's, `query` its query's, `message` the message that it was on. `at` is when it was sent,
    or the message of a choice.
    """

    update: int
    kind: str
    chat: int = 0
    language: str | None = None
    at: datetime | None = None
    text: str = ""
    key: str = ""
    query: str = ""
    message: int = 0
    file: File | None = None

    @property
    def sender(self) -> str:
        """Names the conversation."""
        return f"telegram-{self.chat}"

    @property
    def id(self) -> str:
        """Names the update among the messages of its conversation."""
        return f"update-{self.update}"


def read_update(body: bytes) -> Received:
    """The update that `body` is. Raises MalformedError."""
    try:
        content = json.loads(body)
        update = Update.de_json(content, None)
        return _Reader(update).read()
    except MalformedError:
        raise
    except Exception as error:
        # python-telegram-bot trusts what it reads: what is not Telegram's may raise anything.
        raise MalformedError(type(error).__name__) from error


class _Reader:
    """Reads one update; each field that is used is what it should be."""

    def __init__(self, update: Update) -> None:
        self._update = update
        self._id = _id(update.update_id)

    def read(self) -> Received:
        update = self._update
        if update.callback_query:
            return self._pressed(update.callback_query)
        if update.my_chat_member:
            return self._membership(update.my_chat_member)
        if update.edited_message:
            return self._edited(update.edited_message)
        message = update.message or update.channel_post
        return self._message(message) if message else self._nothing()

    def _pressed(self, query: CallbackQuery) -> Received:
        query_id, key = _text(query.id), _text(query.data or "")
        message = query.message
        if message is None or not _is_private(message.chat):
            return Received(self._id, "choice", query=query_id)
        return Received(
            self._id,
            "choice",
            chat=_id(message.chat.id),
            language=_language(query.from_user),
            # A message that is too old to be seen has no date.
            at=message.date if message.is_accessible else None,
            key=key,
            query=query_id,
            message=_id(message.message_id),
        )

    def _membership(self, change: ChatMemberUpdated) -> Received:
        is_new = change.new_chat_member.status in _JOINED
        if is_new and not _is_private(change.chat):
            return self._in(change.chat, "group", change.from_user, change.date)
        return self._nothing()

    def _edited(self, message: Message) -> Received:
        # What nobody edits, such as a location that moves, is edited too.
        if not _is_private(message.chat) or message.text is None:
            return self._nothing()
        return self._in(message.chat, "edited", message.from_user, message.edit_date)

    def _message(self, message: Message) -> Received:
        _id(message.message_id)
        if not _is_private(message.chat):
            if message.left_chat_member or message.migrate_to_chat_id:
                return self._nothing()
            return self._in(message.chat, "group", message.from_user, message.date)
        kind, told = _content(message)
        return self._in(message.chat, kind, message.from_user, message.date, **told)

    def _nothing(self) -> Received:
        return Received(self._id, NOTHING)

    def _in(
        self, chat: Chat, kind: str, who: User | None, at: datetime | None, **told: Any
    ) -> Received:
        return Received(self._id, kind, _id(chat.id), _language(who), at, **told)


def _content(message: Message) -> tuple[str, dict[str, Any]]:
    """What a message is, and what of it is read."""
    if message.text is not None:
        text = _text(message.text)
        return _command(text) or ("text", {"text": text})
    found = next((name for name in _NOT_READ if getattr(message, name)), None)
    if found:
        return _NOT_READ[found], {}
    file = _file(message)
    if file:
        return "file", {"file": file, "text": _text(message.caption or "")}
    # A message without anything in it says what happened in the chat: a pinned message, for one.
    return ("other", {}) if message.effective_attachment else (NOTHING, {})


def _command(text: str) -> tuple[str, dict[str, Any]] | None:
    """What a command asks for; one that is not of the menu, or has words behind it, is words."""
    found = _COMMAND.match(text)
    if not found:
        return None
    name, rest = found["name"], text[found.end() :]
    if name.lower() == START:
        return "start", {}
    asked = payload(name)
    if asked and not rest.strip():
        return "command", {"text": f"/{name}", "key": asked}
    return "text", {"text": name + rest}


def _file(message: Message) -> File | None:
    """A photo comes in several sizes, of which the largest is taken."""
    if message.document:
        found = message.document
        name = _text(found.file_name or "")
        return File(_text(found.file_id), name, NAMELESS, _size(found.file_size))
    if message.photo:
        largest = max(message.photo, key=lambda it: it.width * it.height)
        return File(_text(largest.file_id), "photo.jpg", NAMELESS, _size(largest.file_size))
    return None


def _is_private(chat: Chat) -> bool:
    return chat.type == Chat.PRIVATE


def _language(who: User | None) -> str | None:
    """The language of somebody's app, if it is spoken here: `pt-br` is `pt`."""
    tag = who.language_code if who else None
    return locales.spoken(tag.partition("-")[0].lower()) if isinstance(tag, str) else None


def _id(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= _LARGEST_ID:
        raise MalformedError("an id that is none")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise MalformedError("no text where there should be")
    return value


def _size(value: object) -> int | None:
    return None if value is None else _id(value)
