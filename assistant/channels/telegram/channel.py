"""The Telegram channel: Rasa's input and output for the Bot API, if it has its settings.

Telegram is told where the webhook is once the server runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.channels.messaging import MessagingInput
from assistant.channels.telegram.settings import TELEGRAM, Settings
from selfcare.store import state_directory

if TYPE_CHECKING:
    from assistant.channels.telegram.office import TelegramOffice


class TelegramInput(MessagingInput):
    """The channel named `telegram`."""

    @classmethod
    def name(cls) -> str:
        """The name that trackers keep as the input channel."""
        return TELEGRAM

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> TelegramInput:
        """Read the environment. Raises SettingsError where it makes no sense."""
        settings = Settings.from_environment()
        return cls(_office(settings) if settings else None)


def _office(settings: Settings) -> TelegramOffice:
    # Only here: who has no bot need not wait until its library is loaded.
    from assistant.channels.telegram.office import TelegramOffice

    return TelegramOffice(settings, state_directory())
