"""A messaging platform as a channel of Rasa's: at /webhooks/<name>/webhook, if it has its settings.

Its being out of reach delays messages and stops nothing.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from sanic import Blueprint, Sanic

from assistant.channels.conversations import ChannelOutput
from assistant.channels.host import Host, RasaHost
from assistant.channels.housekeeping import Housekeeping
from assistant.clock import now
from selfcare.received import ReceivedFiles
from selfcare.store import Store


class Office(ABC):
    """Everything of a platform's channel that is there as long as the server is."""

    @abstractmethod
    def output(self) -> ChannelOutput:
        """Where the assistant says what it says."""

    @abstractmethod
    def open(self, host: Host, files: ReceivedFiles, blueprint: Blueprint) -> None:
        """Add the webhook, before which `host` answers, to `blueprint`."""

    @abstractmethod
    def tidy(self) -> None:
        """Forget what is old."""

    @abstractmethod
    def resume(self) -> None:
        """Go on where the last run ended."""

    @abstractmethod
    async def close(self) -> None:
        """Nothing more is said, or heard."""


class MessagingBlueprint(Blueprint):
    """The webhook, which needs to know the application before it has an address."""

    def __init__(self, name: str, office: Office, host: Callable[[Sanic], Host]) -> None:
        super().__init__(f"{name}_channel")
        self.ctx.office = office
        self.ctx.host = host

    def register(self, app: Sanic, options: dict[str, Any]) -> None:
        """Add the address to Rasa's application, and go on where the last run ended."""
        office: Office = self.ctx.office
        office.open(self.ctx.host(app), ReceivedFiles(Store.from_environment(), now), self)
        housekeeping = Housekeeping(office.tidy)
        app.register_listener(lambda *_: housekeeping.begin(), "after_server_start")
        app.register_listener(lambda *_: office.resume(), "after_server_start")
        app.register_listener(lambda *_: housekeeping.end(), "before_server_stop")
        app.register_listener(lambda *_: office.close(), "after_server_stop")
        super().register(app, options)  # type: ignore[no-untyped-call]


class MessagingInput(InputChannel):
    """The channel of an office; without one there is nothing of it.

    A subclass gives the `name` that trackers keep as the input channel.
    """

    def __init__(self, office: Office | None) -> None:
        self._office = office

    def get_output_channel(self) -> OutputChannel | None:
        """Where `trigger_intent` says what nobody asked for."""
        return self._office.output() if self._office else None

    def host(self, app: Sanic, on_message: Callable[[UserMessage], Awaitable[Any]]) -> Host:
        """Who answers: Rasa."""
        return RasaHost(self.name(), app, on_message)

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The webhook; nothing without the settings."""
        if self._office is None:
            return Blueprint(f"no_{self.name()}")
        return MessagingBlueprint(
            self.name(), self._office, lambda app: self.host(app, on_new_message)
        )
