"""The Telegram channel with the scripted assistant of `chat_server` behind it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import UserMessage
from sanic import Sanic

from assistant.channels.host import Host
from assistant.channels.telegram.channel import TelegramInput
from tests.channel_server import ChannelServer, run
from tests.channel_server import application as channel_application
from tests.chat_server import ScriptedHost

BOT = "4711"
TOKEN = f"{BOT}:a-token-of-a-bot"
SECRET = "a_secret-of-the-webhook"


class ScriptedTelegram(TelegramInput):
    """The Telegram channel before a scripted assistant."""

    def host(self, app: Sanic, on_message: Callable[[UserMessage], Awaitable[Any]]) -> Host:
        """The assistant that the tests talk to."""
        app.ctx.host = ScriptedHost()
        return app.ctx.host


def telegram_variables(api_url: str) -> dict[str, str]:
    """The settings of the channel, for tests."""
    return {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_SECRET": SECRET,
        "TELEGRAM_API_URL": api_url,
    }


class TelegramServer(ChannelServer):
    """The server, whose Telegram is at `api_url`."""

    module = "tests.telegram_server"

    def __init__(self, directory: Path, api_url: str, **environment: str) -> None:
        super().__init__(directory, **telegram_variables(api_url), **environment)
        self.webhook = f"{self.url}/webhooks/telegram/webhook"


def application() -> Sanic:
    """The channel of the settings in the environment."""
    return channel_application(ScriptedTelegram.from_credentials(None))


if __name__ == "__main__":
    run(application)
