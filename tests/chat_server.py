"""The web channel with a scripted assistant behind it, and a page with the widget.

What is said to the assistant decides what it does: see `ScriptedHost`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection
from typing import Any

from rasa.core.channels.channel import UserMessage
from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.channels.host import Host
from assistant.channels.web import WebInput
from tests.channel_server import ROOT, ChannelServer, run
from tests.channel_server import application as channel_application

DEMO_PAGE = ROOT / "web" / "demo.html"
WIDGET = ROOT / "web" / "dist" / "aclaro-chat.js"

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'"
)
"""The strictest that an operator may have: what it does not name is refused."""

HELLO = {"es": "Hola.", "fr": "Bonjour.", "pl": "Dzień dobry.", "en": "Hello."}
YES = {"es": "Sí", "fr": "Oui", "pl": "Tak", "en": "Yes"}
NO = {"es": "No", "fr": "Non", "pl": "Nie", "en": "No"}


def call(position: int, note: str | None = None) -> dict[str, Any]:
    """A call as the channel gets it from the assistant."""
    when, number = f"{position} oct 2026, 18:3{position % 10}", f"+34 600 11 12 {position:02}"
    return {
        "position": position,
        "title": f"{when} · {number}",
        "detail": "Marruecos · 4 min 12 s",
        "price": f"{position},20 €",
        "note": note,
        "cells": {
            "when": when,
            "number": number,
            "place": "Marruecos",
            "length": "4 min 12 s",
            "note": note,
        },
        "selected": False,
        "enabled": note is None,
    }


def calls(count: int) -> dict[str, Any]:
    """A list of calls, every fourth of them not eligible."""
    return {
        "kind": "calls",
        "label": "Sus llamadas",
        "items": [
            call(n, "demasiado antigua" if n % 4 == 0 else None) for n in range(1, count + 1)
        ],
        "payload": '/inform{"choice":"%s"}',
        "submit": "Reclamar las marcadas",
        "select": "many",
    }


CHART = {
    "kind": "chart",
    "title": "Cuánto cuestan sus llamadas, por tipo",
    "bars": [
        {"label": "Internacionales", "value": "8,40 €", "share": 1.0},
        {"label": "Móviles", "value": "4,20 €", "share": 0.5},
        {"label": "Fijos", "value": "0,01 €", "share": 0.0012},
    ],
}


HOSTILE = (
    '<img src="x" onerror="document.title=1"><script>document.title=2</script>'
    " javascript:document.title=3 \u202eexe.fdp\u202c " + "ł" * 300
)
"""What no server of ours says: markup, a link that is code, words that run backwards or on."""


def hostile(kind: str) -> dict[str, Any]:
    """A message that says it wherever a message says anything."""
    contents: dict[str, dict[str, Any]] = {
        "calls": {
            **calls(2),
            "label": HOSTILE,
            "submit": HOSTILE,
            "items": [
                {
                    **call(1),
                    "price": HOSTILE,
                    "cells": dict.fromkeys(("when", "number", "place", "length", "note"), HOSTILE),
                }
            ],
        },
        "chart": {
            "kind": "chart",
            "title": HOSTILE,
            "bars": [{"label": HOSTILE, "value": HOSTILE, "share": 'x" onload="document.title=4'}],
        },
        "link": {
            "kind": "link",
            "title": HOSTILE,
            "url": "javascript:document.title=5",
            "code": "<b>",
        },
    }
    button = {"title": HOSTILE, "payload": "/affirm"}
    return {"text": HOSTILE, "buttons": [button], "custom": contents[kind]}


class ScriptedHost(Host):
    """An assistant that does what its customer says."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.heard: list[str] = []

    def intents(self) -> Collection[str]:
        """What its buttons need, and an internal one that no button may raise."""
        return frozenset(
            {
                "greet",
                "affirm",
                "deny",
                "inform",
                "change_language",
                "human_handoff",
                "signed_in",
                "restart",
            }
        )

    async def has_heard(self, sender: str, message_id: str) -> bool:
        """It forgets everything when it is restarted."""
        return False

    async def phrase(self, name: str, language: str, args: dict[str, Any]) -> dict[str, Any]:
        """The name of the response in place of its words."""
        return {"text": f"{name} ({language})", "language": language}

    async def hear(self, message: UserMessage) -> None:
        """Answer by the first word: fail, wait, list calls, show a link; else say it back."""
        text, language = message.text, message.metadata["language"]
        self.heard.append(text)
        if text == "fail":
            raise RuntimeError("as asked")
        if text == "silence":
            return
        if text == "wait":
            await self.gate.wait()
            self.gate.clear()
        await message.output_channel.send_response(message.sender_id, self._answer(text, language))

    def _answer(self, text: str, language: str) -> dict[str, Any]:
        yes_no = [
            {"title": YES[language], "payload": "/affirm"},
            {"title": NO[language], "payload": "/deny"},
        ]
        word, _, rest = text.partition(" ")
        if text == "/greet":
            return {"text": HELLO[language], "buttons": yes_no}
        if text.startswith("/send_file"):
            return {"text": "> /send_file"}
        if text.startswith("/change_language"):
            return {"text": HELLO[text[-4:-2]], "language": text[-4:-2]}
        if word == "calls":
            ways_out = [{"title": "Otro periodo", "payload": "/deny"}]
            return {
                "text": "Estas son sus llamadas.",
                "custom": calls(int(rest)),
                "buttons": ways_out,
            }
        if word == "chart":
            return {"text": "En octubre: 12,61 €.", "custom": CHART}
        if word == "hostile":
            return hostile(rest)
        if word == "link":
            link = {"kind": "link", "title": "Iniciar sesión", "url": rest, "code": "WDJB-MJHT"}
            return {"text": f"Inicie sesión aquí.\n{rest}", "custom": link}
        if word == "ask":
            return {"text": rest, "buttons": yes_no}
        return {"text": f"> {text}"}


class ScriptedInput(WebInput):
    """The web channel before a scripted assistant."""

    def host(self, app: Sanic, on_message: Callable[[UserMessage], Awaitable[Any]]) -> Host:
        """The assistant that the tests talk to."""
        app.ctx.host = ScriptedHost()
        return app.ctx.host


class ChatServer(ChannelServer):
    """The server with the page."""

    module = "tests.chat_server"

    def say(self, session: str, text: str) -> None:
        """Have the assistant write first to whose session it is."""
        self.write_first(session.split(".")[0], text)


def application() -> Sanic:
    """The channel, and the page."""
    app = channel_application(ScriptedInput.from_credentials({"messages_per_minute": 240}))

    @app.get("/<language:[a-z]{2}>")
    async def page(request: Request, language: str) -> HTTPResponse:
        html = DEMO_PAGE.read_text().replace('lang="es"', f'lang="{language}"')
        for name in ("mode", "class"):
            if asked := request.args.get(name):
                html = html.replace("<aclaro-chat ", f'<aclaro-chat {name}="{asked}" ')
        return response.html(html, headers={"Content-Security-Policy": POLICY})

    @app.get("/demo.css")
    async def style(_: Request) -> HTTPResponse:
        return await response.file(DEMO_PAGE.with_suffix(".css"))

    @app.get("/widget/aclaro-chat.js")
    async def widget(_: Request) -> HTTPResponse:
        return await response.file(WIDGET, mime_type="text/javascript")

    return app


if __name__ == "__main__":
    run(application)
