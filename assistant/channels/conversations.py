"""The conversations of one channel that are going on: what is said, and whose turn it is."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from weakref import WeakValueDictionary

from rasa.core.channels.channel import OutputChannel

from assistant.channels.attendant import Attendant, Nobody
from assistant.channels.carrier import Carrier
from assistant.channels.host import Host, customer_message
from assistant.channels.outbox import Entry, Outbox, Waiting
from assistant.clock import now
from selfcare.signin import Conversation

logger = logging.getLogger(__name__)

TURN_SECONDS = 45
"""How long Rasa may take for an answer before the customer hears that something is wrong."""


class Conversations:
    """Keeps every conversation in order, on the customer's side and on Rasa's.

    What is said goes into the outbox first and to the carrier then, under a lock of the
    conversation, so that a customer who comes back hears everything once and in order. Messages of
    one customer are answered one after the other.
    """

    def __init__(
        self, channel: str, carrier: Carrier, outbox: Outbox, turn_seconds: float = TURN_SECONDS
    ) -> None:
        self._channel = channel
        self._carrier = carrier
        self._outbox = outbox
        self._turn_seconds = turn_seconds
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._turns: dict[str, asyncio.Task[None]] = {}
        #: Who looks after customers in the assistant's place.
        self.attendant: Attendant = Nobody()

    @asynccontextmanager
    async def in_order(self, sender: str) -> AsyncIterator[None]:
        """While nothing else is said to `sender`."""
        lock = self._locks.get(sender)
        if lock is None:
            lock = self._locks[sender] = asyncio.Lock()
        async with lock:
            yield

    def is_answering(self, sender: str) -> bool:
        """Whether the assistant is busy with a message of `sender`."""
        return sender in self._turns

    async def say(self, sender: str, message: dict[str, Any]) -> None:
        """Say a message of the assistant: `text`, `buttons`, `custom`, `language`.

        One `from` a person has their name; what has an id as its `once` is said one time.
        """
        known = self._outbox.language(sender)
        language = message.get("language") or known
        if known is None or language is None:
            logger.error("A message to nobody: %s has no such conversation", self._channel)
            return
        if language != known:
            self._outbox.speak(sender, language)
        body = {
            "text": message.get("text") or "",
            "buttons": message.get("buttons") or [],
            "custom": message.get("custom") or None,
            "language": language,
        }
        if message.get("from"):
            body["from"] = message["from"]
        if body["text"] or body["buttons"] or body["custom"]:
            async with self.in_order(sender):
                await self._say(sender, body, message.get("once"))

    def language(self, sender: str) -> str | None:
        """The language last spoken with `sender`; None if there is no such conversation."""
        return self._outbox.language(sender)

    async def take(self, sender: str, waiting: Waiting, shown: dict[str, str] | None) -> None:
        """Keep the customer's message, and show it to them; its turn comes by `answer`."""
        async with self.in_order(sender):
            entry = self._outbox.take(sender, waiting, shown, now())
            if entry:
                await self._carrier.carry(sender, entry)

    def answer(self, sender: str, host: Host, output: OutputChannel, resumed: bool = False) -> None:
        """See to it that the waiting messages of `sender` are answered, in the background.

        `resumed`: the oldest was begun before a restart, and may have been answered already.
        """
        if sender not in self._turns:
            self._turns[sender] = asyncio.create_task(
                self._answer_all(sender, host, output, resumed)
            )

    def resume(self, host: Host, output: OutputChannel) -> None:
        """Answer what was taken before a restart and not answered."""
        for sender in self._outbox.senders_waiting():
            self.answer(sender, host, output, resumed=True)

    async def say_phrase(
        self, sender: str, host: Host, name: str, args: dict[str, Any] | None = None
    ) -> None:
        """Say the response `name` in the language last spoken; a failure is only logged."""
        language = self._outbox.language(sender)
        if language is None:
            return
        try:
            await self.say(sender, await host.phrase(name, language, args or {}))
        except Exception:
            logger.exception("No words for %s", name)

    async def end_turn(self, sender: str, message_id: str) -> None:
        """Nothing more is to be said to this message."""
        await self._carrier.answered(sender, message_id)

    async def _say(self, sender: str, body: dict[str, Any], once: str | None) -> None:
        if once is None:
            entry: Entry | None = self._outbox.say(sender, body, now())
        else:
            entry = self._outbox.say_once(sender, body, now(), once)
        if entry:
            await self._carrier.carry(sender, entry)

    async def _answer_all(
        self, sender: str, host: Host, output: OutputChannel, resumed: bool
    ) -> None:
        try:
            while waiting := self._outbox.next_waiting(sender):
                if not (resumed and await host.has_heard(sender, waiting.id)):
                    await self._answer_one(sender, waiting, host, output)
                resumed = False
                self._outbox.done(sender, waiting.id)
                await self._carrier.answered(sender, waiting.id)
        finally:
            # Here, and not when the task is noticed to be done: by then the customer may have a
            # turn again, and forgetting that one would let two tasks answer the same message.
            self._turns.pop(sender, None)
        await self._carrier.typing(sender, False)

    async def _answer_one(
        self, sender: str, waiting: Waiting, host: Host, output: OutputChannel
    ) -> None:
        shown = self._outbox.shown(sender, waiting.id)
        language = self._outbox.language(sender) or ""
        message = customer_message(self._channel, sender, waiting, shown, language, output)
        before = self._outbox.last_seq(sender)
        try:
            conversation = Conversation(self._channel, sender)
            if await self.attendant.takes(conversation, waiting, shown):
                return
            await self._carrier.typing(sender, True)
            await asyncio.wait_for(host.hear(message), self._turn_seconds)
        except Exception:
            logger.exception("The turn of a conversation failed")
            await self.say_phrase(sender, host, "utter_internal_error")
            return
        # Rasa logs what an action raises, and goes on; the customer must not be met by silence.
        if all(entry.event != "bot" for entry in self._outbox.since(sender, before)):
            logger.error("The turn of a conversation ended without a word")
            await self.say_phrase(sender, host, "utter_internal_error")


class ChannelOutput(OutputChannel):
    """Says the assistant's messages in a conversation of its channel, whoever began the turn.

    A subclass gives the `name` by which `output_channel=latest` finds the channel.
    """

    def __init__(self, conversations: Conversations) -> None:
        self._conversations = conversations

    def attend(self, attendant: Attendant) -> None:
        """Let somebody look after customers of this channel in the assistant's place."""
        self._conversations.attendant = attendant

    def language(self, recipient_id: str) -> str | None:
        """The language last spoken in a conversation; None if there is none."""
        return self._conversations.language(recipient_id)

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Say one message as one: its text, buttons and structure belong together."""
        await self._conversations.say(recipient_id, message)
