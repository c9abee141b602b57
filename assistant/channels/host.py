"""What a channel needs of Rasa: somebody who hears a message, and who finds the words."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Collection
from typing import Any

from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.shared.core.events import UserUttered
from rasa.shared.core.slots import TextSlot
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Sanic

from assistant.channels.outbox import Waiting


class NotReadyError(Exception):
    """Rasa runs without a model, so nobody hears a message."""


class Host(ABC):
    """The dialogue server behind a channel."""

    @abstractmethod
    def intents(self) -> Collection[str]:
        """The intents that the assistant knows."""

    @abstractmethod
    async def hear(self, message: UserMessage) -> None:
        """Answer `message` through its output channel.

        Raises whatever the dialogue raises, and NotReadyError without a model.
        """

    @abstractmethod
    async def has_heard(self, sender: str, message_id: str) -> bool:
        """Whether the conversation of `sender` holds the message with this id."""

    @abstractmethod
    async def phrase(self, name: str, language: str, args: dict[str, Any]) -> dict[str, Any]:
        """The response `name` in `language`, as the dialogue would send it."""


class RasaHost(Host):
    """Rasa's own server."""

    def __init__(
        self, channel: str, app: Sanic, on_message: Callable[[UserMessage], Awaitable[Any]]
    ) -> None:
        self._channel = channel
        self._app = app
        self._on_message = on_message

    def intents(self) -> Collection[str]:
        """The intents of the domain in the loaded model."""
        agent = self._app.ctx.agent
        return frozenset(agent.domain.intents) if agent.is_ready() else frozenset()

    async def hear(self, message: UserMessage) -> None:
        """Hand `message` to the agent, which drops it silently if it has no model."""
        if not self._app.ctx.agent.is_ready():
            raise NotReadyError
        await self._on_message(message)

    async def has_heard(self, sender: str, message_id: str) -> bool:
        """Look for the message in the stored tracker."""
        tracker = await self._app.ctx.agent.tracker_store.retrieve(sender)
        events = tracker.events if tracker else ()
        return any(isinstance(e, UserUttered) and e.message_id == message_id for e in events)

    async def phrase(self, name: str, language: str, args: dict[str, Any]) -> dict[str, Any]:
        """Ask Rasa's NLG, for a customer of whom nothing but the language is known."""
        slot = TextSlot("language", mappings=[], initial_value=language)
        customer = DialogueStateTracker("channel", [slot])
        message = await self._app.ctx.agent.nlg.generate(name, customer, self._channel, args=args)
        return dict(message or {})


def customer_message(
    channel: str,
    sender: str,
    waiting: Waiting,
    shown: str | None,
    language: str,
    output: OutputChannel,
) -> UserMessage:
    """A customer's message as Rasa takes it; `language` is what a new session starts with.

    `shown` is what the customer sees of it, for a person who reads the conversation later.
    """
    return UserMessage(
        waiting.text,
        output,
        sender,
        input_channel=channel,
        message_id=waiting.id,
        metadata={"language": language, "shown": shown},
    )
