"""The web conversations that are going on: who listens, what is said, whose turn it is."""

from __future__ import annotations

import asyncio
import logging
from typing import Any
from weakref import WeakValueDictionary

from rasa.core.channels.channel import OutputChannel
from socketio import AsyncServer

from assistant.channels.host import Host, web_message
from assistant.channels.outbox import Entry, Outbox, Waiting
from assistant.clock import now

logger = logging.getLogger(__name__)

TURN_SECONDS = 45
"""How long Rasa may take for an answer before the customer hears that something is wrong."""


class Conversations:
    """Keeps every conversation in order, on the customer's side and on Rasa's.

    What is said goes into the outbox first and to the listening browsers then, under a lock of
    the conversation, so that a browser that comes back hears everything once and in order.
    Messages of one customer are answered one after the other.
    """

    def __init__(
        self, sio: AsyncServer, outbox: Outbox, turn_seconds: float = TURN_SECONDS
    ) -> None:
        self._sio = sio
        self._outbox = outbox
        self._turn_seconds = turn_seconds
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._turns: dict[str, asyncio.Task[None]] = {}

    async def listen(self, sid: str, sender: str, seen: int) -> None:
        """Let the browser `sid` hear what was said after `seen`, and what will be."""
        async with self._lock(sender):
            for entry in self._outbox.since(sender, seen):
                await self._sio.emit(entry.event, entry.body, to=sid)
            await self._sio.enter_room(sid, sender)
        if sender in self._turns:
            await self._sio.emit("typing", {"on": True}, to=sid)

    async def say(self, sender: str, message: dict[str, Any]) -> None:
        """Say a message of the assistant: `text`, `buttons`, `custom`, `language`."""
        known = self._outbox.language(sender)
        language = message.get("language") or known
        if known is None or language is None:
            logger.error("A message for %s, which is no conversation of this channel", sender)
            return
        if language != known:
            self._outbox.speak(sender, language)
        body = {
            "text": message.get("text") or "",
            "buttons": message.get("buttons") or [],
            "custom": message.get("custom") or None,
            "language": language,
        }
        if body["text"] or body["buttons"] or body["custom"]:
            async with self._lock(sender):
                await self._publish(sender, self._outbox.say(sender, body, now()))

    async def take(self, sender: str, waiting: Waiting, shown: dict[str, str] | None) -> None:
        """Keep the customer's message, show it to their browsers; its turn comes by `answer`."""
        async with self._lock(sender):
            entry = self._outbox.take(sender, waiting, shown, now())
            if entry:
                await self._publish(sender, entry)

    def answer(self, sender: str, host: Host, output: OutputChannel, resumed: bool = False) -> None:
        """See to it that the waiting messages of `sender` are answered, in the background.

        `resumed`: the oldest was begun before a restart, and may have been answered already.
        """
        if sender not in self._turns:
            task = asyncio.create_task(self._answer_all(sender, host, output, resumed))
            self._turns[sender] = task
            task.add_done_callback(lambda _: self._turns.pop(sender, None))

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

    async def _answer_all(
        self, sender: str, host: Host, output: OutputChannel, resumed: bool
    ) -> None:
        await self._sio.emit("typing", {"on": True}, room=sender)
        while waiting := self._outbox.next_waiting(sender):
            if not (resumed and await host.has_heard(sender, waiting.id)):
                await self._answer_one(sender, waiting, host, output)
            resumed = False
            self._outbox.done(sender, waiting.id)
            await self._sio.emit("answered", {"id": waiting.id}, room=sender)
        self._turns.pop(sender, None)
        await self._sio.emit("typing", {"on": False}, room=sender)

    async def _answer_one(
        self, sender: str, waiting: Waiting, host: Host, output: OutputChannel
    ) -> None:
        language = self._outbox.language(sender) or ""
        message = web_message(sender, waiting.id, waiting.text, language, output)
        before = self._outbox.last_seq(sender)
        try:
            await asyncio.wait_for(host.hear(message), self._turn_seconds)
        except Exception:
            logger.exception("The turn of a web conversation failed")
            await self.say_phrase(sender, host, "utter_internal_error")
            return
        # Rasa logs what an action raises, and goes on; the customer must not be met by silence.
        if all(entry.event != "bot" for entry in self._outbox.since(sender, before)):
            logger.error("The turn of a web conversation ended without a word")
            await self.say_phrase(sender, host, "utter_internal_error")

    async def _publish(self, sender: str, entry: Entry) -> None:
        await self._sio.emit(entry.event, entry.body, room=sender)

    def _lock(self, sender: str) -> asyncio.Lock:
        lock = self._locks.get(sender)
        if lock is None:
            lock = self._locks[sender] = asyncio.Lock()
        return lock
