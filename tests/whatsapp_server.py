"""The WhatsApp channel with the scripted assistant of `chat_server` behind it.

Run as `python -m tests.whatsapp_server PORT DIRECTORY`; `WhatsAppServer` does, in a process of its
own that tests can kill and start again.
"""

from __future__ import annotations

import os
import sys
import urllib.parse
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import UserMessage
from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.channels.host import Host
from assistant.channels.whatsapp.channel import WhatsAppInput
from tests.chat_server import ChatServer, ScriptedHost
from tests.graph_api import PHONE_ID, TOKEN, GraphApi
from tests.whatsapp_user import APP_SECRET, VERIFY_TOKEN


class ManyChoicesHost(ScriptedHost):
    """Offers as many choices as it is told to, "choices 12", or answers twice, "twice ask"."""

    async def hear(self, message: UserMessage) -> None:
        """Answer; where that is asked for, twice in one turn."""
        if not message.text.startswith("twice "):
            await super().hear(message)
            return
        text, language = message.text.removeprefix("twice "), message.metadata["language"]
        for _ in range(2):
            answer = self._answer(text, language)
            await message.output_channel.send_response(message.sender_id, answer)

    def _answer(self, text: str, language: str) -> dict[str, Any]:
        word, _, rest = text.partition(" ")
        if word == "choices":
            titles = [f"Factura número {n} del año 2026" for n in range(1, int(rest) + 1)]
            buttons = [
                {"title": title, "payload": f'/inform{{"cycle":{n}}}'}
                for n, title in enumerate(titles, 1)
            ]
            return {"text": "¿Qué factura?", "buttons": buttons}
        return super()._answer(text, language)


class ScriptedWhatsApp(WhatsAppInput):
    """The channel before a scripted assistant."""

    def host(self, app: Sanic, on_message: Callable[[UserMessage], Awaitable[Any]]) -> Host:
        """The assistant that the tests talk to."""
        app.ctx.host = ManyChoicesHost()
        return app.ctx.host


def whatsapp_variables(graph: GraphApi) -> dict[str, str]:
    """The settings of the channel, for tests."""
    return {
        "WHATSAPP_TOKEN": TOKEN,
        "WHATSAPP_APP_SECRET": APP_SECRET,
        "WHATSAPP_VERIFY_TOKEN": VERIFY_TOKEN,
        "WHATSAPP_PHONE_ID": PHONE_ID,
        "WHATSAPP_API_URL": graph.url,
        "WHATSAPP_SECONDS_APART": str(graph.seconds_apart),
    }


class WhatsAppServer(ChatServer):
    """The server in its own process, writing to `graph`."""

    module = "tests.whatsapp_server"

    def __init__(self, directory: Path, graph: GraphApi, **environment: str) -> None:
        super().__init__(directory, **{**whatsapp_variables(graph), **environment})

    def write_first(self, sender: str, text: str, response_name: str = "") -> None:
        """Have the assistant write first, as `trigger_intent` would."""
        query = urllib.parse.urlencode({"response": response_name})
        self.post(f"/control/say/{sender}?{query}", text)


def application(directory: Path) -> Sanic:
    """The channel, and the controls of the tests."""
    os.environ["ACLARO_VAR"] = str(directory)
    app = Sanic("whatsapp_server", configure_logging=False)
    channel = ScriptedWhatsApp.from_credentials(None)
    app.blueprint(channel.blueprint(_nobody), url_prefix="/webhooks/whatsapp")

    @app.post("/control/gate")
    async def gate(_: Request) -> HTTPResponse:
        app.ctx.host.gate.set()
        return response.empty()

    @app.post("/control/say/<sender>")
    async def say(request: Request, sender: str) -> HTTPResponse:
        message = {
            "text": request.body.decode(),
            "utter_action": request.args.get("response", ""),
        }
        output = channel.get_output_channel()
        assert output
        await output.send_response(sender, message)
        return response.empty()

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
