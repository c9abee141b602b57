"""The Telegram channel with a scripted assistant behind it; see `chat_server`.

Run as `python -m tests.telegram_server PORT DIRECTORY`, with the channel's settings in the
environment.
"""

from __future__ import annotations

import os
import sys
import urllib.request
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import UserMessage
from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.channels.host import Host
from assistant.channels.telegram.channel import TelegramInput
from tests.chat_server import ChatServer, ScriptedHost

TOKEN = "4711:a-token-of-a-bot"
SECRET = "a_secret-of-the-webhook"


class ScriptedTelegram(TelegramInput):
    """The Telegram channel before a scripted assistant."""

    def host(self, app: Sanic, on_message: Callable[[UserMessage], Awaitable[Any]]) -> Host:
        """The assistant that the tests talk to."""
        app.ctx.host = ScriptedHost()
        return app.ctx.host


class TelegramServer(ChatServer):
    """The server in its own process, whose Telegram is at `api_url`."""

    module = "tests.telegram_server"

    def __init__(self, directory: Path, api_url: str) -> None:
        super().__init__(
            directory, TELEGRAM_TOKEN=TOKEN, TELEGRAM_SECRET=SECRET, TELEGRAM_API_URL=api_url
        )
        self.webhook = f"{self.url}/webhooks/telegram/webhook"

    def write_first(self, sender: str, text: str) -> None:
        """Have the assistant say what nobody asked for."""
        self.post(f"/control/say/{sender}", text)

    def address(self) -> str:
        """Where `output_channel=latest` would find the channel."""
        with urllib.request.urlopen(f"{self.url}/control/name", timeout=10) as answer:
            name: str = answer.read().decode()
        return name


def application(directory: Path) -> Sanic:
    """The channel, and the controls of the tests."""
    os.environ["ACLARO_VAR"] = str(directory)
    app = Sanic("telegram_server", configure_logging=False)
    channel = ScriptedTelegram.from_credentials(None)
    app.blueprint(channel.blueprint(_nobody), url_prefix="/webhooks/telegram")

    @app.post("/control/gate")
    async def gate(_: Request) -> HTTPResponse:
        app.ctx.host.gate.set()
        return response.empty()

    @app.post("/control/say/<sender>")
    async def say(request: Request, sender: str) -> HTTPResponse:
        output = channel.get_output_channel()
        assert output
        await output.send_response(sender, {"text": request.body.decode()})
        return response.empty()

    @app.get("/control/name")
    async def name(_: Request) -> HTTPResponse:
        output = channel.get_output_channel()
        return response.text(output.name() if output else "")

    @app.get("/control/heard")
    async def heard(_: Request) -> HTTPResponse:
        return response.text("\n".join(app.ctx.host.heard))

    async def tell(*_: Any) -> None:
        print("ready", flush=True)

    app.register_listener(tell, "after_server_start")
    return app


async def _nobody(_: UserMessage) -> None:
    raise AssertionError("the scripted host hears everything")


if __name__ == "__main__":
    application(Path(sys.argv[2])).run("127.0.0.1", int(sys.argv[1]), access_log=False)
