"""Whose turn it is in a conversation, while messages come in at awkward moments."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import UserMessage

from assistant.channels.attendant import Attendant
from assistant.channels.carrier import Carrier
from assistant.channels.conversations import ChannelOutput, Conversations
from assistant.channels.host import Host
from assistant.channels.outbox import Entry, Outbox, Waiting
from selfcare.signin import Conversation

ANN = "web-ann"
NOW = datetime(2026, 11, 18, 10, tzinfo=timezone.utc)


class Echo(Host):
    """Says everything back, after a moment."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def intents(self) -> Collection[str]:
        return ()

    async def hear(self, message: UserMessage) -> None:
        self.heard.append(message.text or "")
        for _ in range(5):
            await asyncio.sleep(0)
        await message.output_channel.send_response(message.sender_id, {"text": message.text})

    async def has_heard(self, sender: str, message_id: str) -> bool:
        return False

    async def phrase(self, name: str, language: str, args: dict[str, Any]) -> dict[str, Any]:
        return {"text": name}


class Watcher(Carrier):
    """Does something at the very moment at which a turn is over."""

    def __init__(self) -> None:
        self.when_over: list[Callable[[], None]] = []
        self.typed: list[bool] = []

    async def carry(self, sender: str, entry: Entry) -> None:
        """Nobody listens."""

    async def typing(self, sender: str, on: bool) -> None:
        self.typed.append(on)
        if not on and self.when_over:
            self.when_over.pop(0)()

    async def answered(self, sender: str, message_id: str) -> None:
        """Nobody waits."""


class Officer(Attendant):
    """Takes what is not for the assistant."""

    async def takes(self, conversation: Conversation, message: Waiting, shown: str | None) -> bool:
        return not message.text.startswith("assistant")


def test_nobody_is_shown_typing_while_a_person_reads(tmp_path: Path):
    outbox, host, watcher = Outbox(tmp_path / "web.db"), Echo(), Watcher()
    outbox.open(ANN, "es", NOW)
    conversations = Conversations("web", watcher, outbox)
    conversations.attendant = Officer()
    output = ChannelOutput(conversations)

    async def talk() -> None:
        for words in ("for the person", "assistant, are you there?"):
            outbox.take(ANN, Waiting(words, words), {"text": words}, NOW)
            conversations.answer(ANN, host, output)
            while conversations.is_answering(ANN):
                await asyncio.sleep(0)
            await asyncio.sleep(0)
            assert (True in watcher.typed) == (words in host.heard)
            assert watcher.typed[-1] is False

    asyncio.run(talk())
    outbox.close()
    assert host.heard == ["assistant, are you there?"]


def test_a_message_that_comes_as_a_turn_ends_is_answered_once(tmp_path: Path):
    outbox, host, watcher = Outbox(tmp_path / "web.db"), Echo(), Watcher()
    outbox.open(ANN, "es", NOW)
    conversations = Conversations("web", watcher, outbox)
    output = ChannelOutput(conversations)

    def write(id_: str) -> None:
        outbox.take(ANN, Waiting(id_, id_), {"text": id_}, NOW)
        conversations.answer(ANN, host, output)

    async def talk() -> None:
        watcher.when_over = [lambda: write("second")]
        write("first")
        while "second" not in host.heard:
            await asyncio.sleep(0)
        write("third")
        while conversations.is_answering(ANN):
            await asyncio.sleep(0)

    asyncio.run(talk())
    outbox.close()
    assert host.heard == ["first", "second", "third"]
