"""The WhatsApp channel: Rasa's input and output for the Cloud API.

There with its settings (see `settings.py`), at /webhooks/whatsapp/webhook. Nothing is asked of Meta
at the start, so that Meta being out of reach delays messages and stops nothing.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from sanic import Blueprint, Sanic

from assistant.channels.host import Host, RasaHost
from assistant.channels.whatsapp.customers import WHATSAPP
from assistant.channels.whatsapp.settings import Settings
from assistant.clock import now
from selfcare.received import ReceivedFiles
from selfcare.store import Store

if TYPE_CHECKING:
    from assistant.channels.whatsapp.office import Office


class WhatsAppBlueprint(Blueprint):
    """The webhook, which needs to know the application before it has an address."""

    def __init__(self, office: Office, host: Callable[[Sanic], Host]) -> None:
        super().__init__("whatsapp_channel")
        self.ctx.office = office
        self.ctx.host = host

    def register(self, app: Sanic, options: dict[str, Any]) -> None:
        """Add the address to Rasa's application, and go on where the last run ended."""
        files = ReceivedFiles(Store.from_environment(), now)
        webhook, resume = self.ctx.office.open(self.ctx.host(app), files)
        webhook.mount(self)
        app.register_listener(lambda *_: resume(), "after_server_start")
        super().register(app, options)  # type: ignore[no-untyped-call]


class WhatsAppInput(InputChannel):
    """The channel named `whatsapp`; without its settings there is nothing of it."""

    def __init__(self, settings: Settings | None, var: Path) -> None:
        self._office = _office(settings, var) if settings else None

    @classmethod
    def name(cls) -> str:
        """The name that trackers keep as the input channel."""
        return WHATSAPP

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> WhatsAppInput:
        """Read the environment. Raises IncompleteError where some settings are missing."""
        return cls(Settings.from_environment(), Path(os.environ.get("ACLARO_VAR", "var")))

    def get_output_channel(self) -> OutputChannel | None:
        """Where `trigger_intent` says what nobody asked for."""
        return self._office.output() if self._office else None

    def host(self, app: Sanic, on_message: Callable[[UserMessage], Awaitable[Any]]) -> Host:
        """Who answers: Rasa."""
        return RasaHost(WHATSAPP, app, on_message)

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The webhook; nothing without the settings."""
        if self._office is None:
            return Blueprint("no_whatsapp")
        return WhatsAppBlueprint(self._office, lambda app: self.host(app, on_new_message))


def _office(settings: Settings, var: Path) -> Office:
    # Only here: who has no number on WhatsApp need not wait until pywa is loaded.
    from assistant.channels.whatsapp.office import Office

    return Office(settings, var)
