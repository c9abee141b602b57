"""What a customer sends, looked at before anybody else reads it, and taken once."""

from __future__ import annotations

import json
from typing import Any

from rasa.core.channels.channel import OutputChannel

import locales
from assistant.channels.conversations import Conversations
from assistant.channels.host import Host
from assistant.channels.outbox import Outbox, Waiting
from assistant.channels.payloads import (
    MAX_TEXT,
    SEND_FILE,
    allowed_payload,
    as_words,
    clean_text,
    turned_over,
    typed_button,
)

MAX_TITLE = 200
"""Characters of a button's title that are kept in a conversation."""


class Reception:
    """The customers' side of one channel's conversations.

    `write`, `press`, `hand_in` and `greet` return None once the message is kept, else the word for
    why not: "too_long" and "not_text" have been answered, "not_allowed" and "malformed"
    have not.
    """

    def __init__(
        self, host: Host, outbox: Outbox, conversations: Conversations, output: OutputChannel
    ) -> None:
        self._host = host
        self._outbox = outbox
        self._conversations = conversations
        self._output = output

    def resume(self) -> None:
        """Answer what waited when the server stopped."""
        self._conversations.resume(self._host, self._output)

    def answer(self, sender: str) -> None:
        """See to it that what waits is answered."""
        self._conversations.answer(sender, self._host, self._output)

    async def greet(self, sender: str, message_id: str = "opening") -> None:
        """A conversation begins: the assistant says so, and whatever else it says at first."""
        await self._conversations.take(sender, Waiting(message_id, "/greet"), shown=None)
        self.answer(sender)

    async def write(self, sender: str, message_id: str, text: str) -> str | None:
        """Take what was typed: words, or a button on offer."""
        if len(text) > MAX_TEXT:
            return await self.turn_down(sender, message_id, "too_long", {"limit": MAX_TEXT})
        shown = clean_text(text)
        pressed = self._typed(sender, shown)
        words = pressed or as_words(shown)
        if not any(letter.isalnum() for letter in words):
            return await self.turn_down(sender, message_id, "not_text", {})
        await self._take(sender, Waiting(message_id, words), {"text": shown})
        return None

    async def press(self, sender: str, message_id: str, payload: str, title: str) -> str | None:
        """Take a button's payload; `title` is what the customer saw on it."""
        allowed = allowed_payload(payload, self._host.intents(), locales.LANGUAGES)
        if allowed is None:
            return "not_allowed"
        shown = clean_text(title)[:MAX_TITLE]
        own = {"text": shown, "payload": payload} if shown else None
        await self._take(sender, Waiting(message_id, allowed), own)
        return None

    async def hand_in(self, sender: str, message_id: str, file: str, name: str) -> str | None:
        """Take a file that `ReceivedFiles` has kept for them; the conversation shows its `name`."""
        shown = clean_text(name)[:MAX_TITLE]
        if not shown:
            return "malformed"
        heard = f"/{SEND_FILE}{json.dumps({'file': file})}"
        await self._take(sender, Waiting(message_id, heard), {"text": shown, "kind": "file"})
        return None

    async def choose(self, sender: str, message_id: str, key: str) -> str | None:
        """Take the button that `Outbox.offer` finds by its key."""
        button = self._outbox.offer(sender, key)
        if button is None:
            return "not_allowed"
        return await self.press(sender, message_id, button["payload"], button["title"])

    async def turn_down(
        self, sender: str, message_id: str, reason: str, args: dict[str, Any]
    ) -> str:
        """Answer with the response `utter_<reason>` what cannot be taken, once."""
        await self._conversations.say_phrase(sender, self._host, f"utter_{reason}", args)
        await self._conversations.end_turn(sender, message_id)
        return reason

    def _typed(self, sender: str, text: str) -> str | None:
        """The payload of the button that was typed; "more" is the one that goes on with a list."""
        offered = self._outbox.offered(sender)
        language = locales.spoken(self._outbox.language(sender)) or locales.DEFAULT
        return typed_button(text, offered) or turned_over(text, offered, language)

    async def _take(self, sender: str, waiting: Waiting, shown: dict[str, str] | None) -> None:
        await self._conversations.take(sender, waiting, shown)
        self.answer(sender)
