"""A customer with Telegram: what they do becomes updates, as Telegram posts them."""

from __future__ import annotations

import itertools
import json
from typing import Any

import requests

from assistant.channels.telegram.webhook import SECRET_HEADER
from tests import telegram_updates as updates
from tests.bot_api import BotApi, Call
from tests.telegram_server import SECRET, TelegramServer

CHATS = itertools.count(1_000)
"""Of those who have never written before."""


class TelegramUser:
    """Somebody with a phone."""

    def __init__(self, server: TelegramServer, telegram: BotApi, language: str = "es") -> None:
        self.server = server
        self.telegram = telegram
        self.language = language
        self.chat = next(CHATS)

    def sends(self, update: updates.Update) -> None:
        assert post(self.server, update) == 200

    def writes(self, words: str) -> str:
        """The answer."""
        before = len(self.texts)
        self.sends(updates.text(self.chat, words, self.language))
        return self.reads(before)

    def reads(self, before: int) -> str:
        """The newest message, once there are more than `before`."""
        self.telegram.wait_until(lambda: len(self.texts) > before, "an answer")
        return self.texts[-1]

    def presses(self, title: str, **changes: Any) -> str:
        """The answer to the newest button of this title."""
        before = len(self.texts)
        self.sends(updates.press(self.chat, self.key(title), **changes))
        return self.reads(before)

    def key(self, title: str) -> str:
        buttons = [it for row in self.last.buttons for it in row]
        return next(it["callback_data"] for it in buttons if it["text"] == title)

    def sees_marks(self, titles: list[str]) -> Call:
        """The change by which the first row of a list has these titles, once it is the newest."""

        def newest() -> Call | None:
            edits = self.telegram.called("editMessageReplyMarkup")
            return next((it for it in reversed(edits) if it.chat == self.chat), None)

        def is_seen() -> bool:
            edit = newest()
            return edit is not None and [it["text"] for it in edit.buttons[0]] == titles

        self.telegram.wait_until(is_seen, "the marks")
        seen = newest()
        assert seen
        return seen

    def in_the_end(self) -> list[str]:
        """Everything that was said, once nothing more comes: a message of our own comes last."""
        self.sends(updates.text(self.chat, "eso es todo", self.language))
        self.telegram.wait_until(lambda: "> eso es todo" in self.texts, "the last answer")
        assert self.texts[-1] == "> eso es todo"
        return self.texts[:-1]

    @property
    def texts(self) -> list[str]:
        return self.telegram.texts(self.chat)

    @property
    def last(self) -> Call:
        return self.telegram.said(self.chat)[-1]


def post(
    server: TelegramServer, content: object, secret: str | bytes | None = SECRET, **how: Any
) -> int:
    headers = {SECRET_HEADER: secret} if secret is not None else {}
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return requests.post(server.webhook, body, headers=headers, timeout=30, **how).status_code
