"""The WhatsApp channel with the scripted assistant of `chat_server` behind it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import UserMessage
from sanic import Sanic

from assistant.channels.host import Host
from assistant.channels.whatsapp.channel import WhatsAppInput
from tests.channel_server import ChannelServer, run
from tests.channel_server import application as channel_application
from tests.chat_server import ScriptedHost
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


class WhatsAppServer(ChannelServer):
    """The server, writing to `graph`."""

    module = "tests.whatsapp_server"

    def __init__(self, directory: Path, graph: GraphApi, **environment: str) -> None:
        super().__init__(directory, **{**whatsapp_variables(graph), **environment})


def application() -> Sanic:
    """The channel of the settings in the environment."""
    return channel_application(ScriptedWhatsApp.from_credentials(None))


if __name__ == "__main__":
    run(application)
