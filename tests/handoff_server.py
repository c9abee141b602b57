"""The web channel with a scripted assistant, and the listeners of both desks."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from rasa.core.channels.channel import register
from rasa.shared.core.domain import Domain
from sanic import Sanic

from assistant.channels.chatwoot import ChatwootInput
from assistant.channels.handoff import HandoffInput
from assistant.nlg import FluentNaturalLanguageGenerator
from tests.channel_server import ROOT, ChannelServer, run, say_when_ready
from tests.chat_server import ScriptedInput
from tests.chatwoot_api import ACCOUNT, INBOX, SECRET

DESK_SECRET = "a secret of the desk"


class HandoffServer(ChannelServer):
    """The server of all of them."""

    module = "tests.handoff_server"

    def __init__(self, directory: Path) -> None:
        super().__init__(
            directory,
            HANDOFF_SECRET=DESK_SECRET,
            CHATWOOT_WEBHOOK_SECRET=SECRET,
            CHATWOOT_ACCOUNT_ID=str(ACCOUNT),
            CHATWOOT_INBOX_ID=str(INBOX),
        )


def application() -> Sanic:
    """The three channels, with the assistant's own words."""
    app = Sanic("handoff_server", configure_logging=False)
    nlg = FluentNaturalLanguageGenerator(domain=Domain.load(str(ROOT / "domain.yml")))
    app.ctx.agent = SimpleNamespace(nlg=nlg)
    channels = [
        HandoffInput.from_credentials(None),
        ChatwootInput.from_credentials(None),
        ScriptedInput.from_credentials({"messages_per_minute": 240}),
    ]
    register(channels, app, "/webhooks/")
    say_when_ready(app)
    return app


if __name__ == "__main__":
    run(application)
