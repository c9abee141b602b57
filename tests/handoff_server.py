"""The web channel with a scripted assistant, and the listeners of both desks.

Run as `python -m tests.handoff_server PORT DIRECTORY`; `HandoffServer` does, in a process of its
own that tests can kill and start again.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from rasa.core.channels.channel import register
from rasa.shared.core.domain import Domain
from sanic import Sanic

from assistant.channels.chatwoot import ChatwootInput
from assistant.channels.handoff import HandoffInput
from assistant.nlg import FluentNaturalLanguageGenerator
from tests.chat_server import ROOT, ChatServer, ScriptedInput
from tests.chatwoot_api import ACCOUNT, INBOX, SECRET

DESK_SECRET = "a secret of the desk"


class HandoffServer(ChatServer):
    """The server in its own process."""

    module = "tests.handoff_server"

    def __init__(self, directory: Path) -> None:
        super().__init__(
            directory,
            HANDOFF_SECRET=DESK_SECRET,
            CHATWOOT_WEBHOOK_SECRET=SECRET,
            CHATWOOT_ACCOUNT_ID=str(ACCOUNT),
            CHATWOOT_INBOX_ID=str(INBOX),
        )


def application(directory: Path) -> Sanic:
    """The three channels, with the assistant's own words."""
    os.environ["ACLARO_VAR"] = str(directory)
    app = Sanic("handoff_server", configure_logging=False)
    nlg = FluentNaturalLanguageGenerator(domain=Domain.load(str(ROOT / "domain.yml")))
    app.ctx.agent = SimpleNamespace(nlg=nlg)
    channels = [
        HandoffInput.from_credentials(None),
        ChatwootInput.from_credentials(None),
        ScriptedInput.from_credentials({"messages_per_minute": 240}),
    ]
    register(channels, app, "/webhooks/")

    async def tell(*_: Any) -> None:
        print("ready", flush=True)

    app.register_listener(tell, "after_server_start")
    return app


if __name__ == "__main__":
    application(Path(sys.argv[2])).run("127.0.0.1", int(sys.argv[1]), access_log=False)
