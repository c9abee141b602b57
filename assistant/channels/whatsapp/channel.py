"""The WhatsApp channel: Rasa's input and output for the Cloud API, if it has its settings.

Nothing is asked of Meta at the start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.channels.messaging import MessagingInput
from assistant.channels.whatsapp.customers import WHATSAPP
from assistant.channels.whatsapp.settings import Settings
from selfcare.store import state_directory

if TYPE_CHECKING:
    from assistant.channels.whatsapp.office import WhatsAppOffice


class WhatsAppInput(MessagingInput):
    """The channel named `whatsapp`."""

    @classmethod
    def name(cls) -> str:
        """The name that trackers keep as the input channel."""
        return WHATSAPP

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> WhatsAppInput:
        """Read the environment. Raises IncompleteError where some settings are missing."""
        settings = Settings.from_environment()
        return cls(_office(settings) if settings else None)


def _office(settings: Settings) -> WhatsAppOffice:
    # Only here: who has no number on WhatsApp need not wait until pywa is loaded.
    from assistant.channels.whatsapp.office import WhatsAppOffice

    return WhatsAppOffice(settings, state_directory())
