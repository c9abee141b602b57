"""The commands of the bot's menu: what they are called in each language, and what they ask for."""

from __future__ import annotations

from functools import cache

import locales
from assistant.texts import texts

START = "start"
"""What Telegram itself sends when a customer opens the chat: it has this name in every language."""
_PAYLOADS = {
    "dispute": "/dispute_charge",
    "calls": "/view_call_activity",
    "reports": "/check_report_status",
    "person": "/human_handoff",
    "language": "/change_language",
    "help": "/help",
    "cancel": "/cancel",
}
"""What a button would send, by the command's name in the catalogue."""


def menu(language: str) -> list[tuple[str, str]]:
    """The commands in a language, each with what it does."""
    say = texts()
    own = [
        (say.render(language, f"command_{it}"), say.render(language, f"command_does_{it}"))
        for it in _PAYLOADS
    ]
    return [(START, say.render(language, "command_does_start")), *own]


def payload(command: str) -> str | None:
    """What a command asks for, in whichever language it is; None if it is none of the menu's."""
    return _by_command().get(command.lower())


@cache
def _by_command() -> dict[str, str]:
    return {
        texts().render(language, f"command_{name}"): payload
        for language in locales.LANGUAGES
        for name, payload in _PAYLOADS.items()
    }
