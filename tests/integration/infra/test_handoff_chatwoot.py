"""A whole conversation with a person in Chatwoot: the real assistant, and Chatwoot's API."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from tests.chat_client import ChatClient
from tests.chatwoot_api import ACCOUNT, INBOX, INCOMING, SECRET, TOKEN, ChatwootApi, deliver
from tests.stack import Stack

SECONDS = 60
PARTS = ("actions", "rasa")


@pytest.fixture
def api(stack: Stack) -> Iterator[ChatwootApi]:
    """Chatwoot in place of the desk."""
    api = ChatwootApi()
    before = dict(stack.variables)
    stack.variables.update(
        HANDOFF="chatwoot",
        CHATWOOT_URL=api.url,
        CHATWOOT_ACCOUNT_ID=str(ACCOUNT),
        CHATWOOT_INBOX_ID=str(INBOX),
        CHATWOOT_TOKEN=TOKEN,
        CHATWOOT_WEBHOOK_SECRET=SECRET,
        CHATWOOT_LANGUAGE="en",
    )
    stack.restart(*PARTS)
    yield api
    stack.variables = before
    stack.restart(*PARTS)
    api.close()


def wait_until(happened: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + SECONDS
    while not happened():
        assert time.monotonic() < deadline, f"waited in vain until {what}"
        time.sleep(0.1)


def age_of_now(stack: Stack) -> float:
    """Seconds since what the clock shows in the stack."""
    return time.time() - datetime.fromisoformat(stack._clock()).timestamp()


def test_an_agent_takes_over_and_resolves(stack: Stack, api: ChatwootApi) -> None:
    age = age_of_now(stack)
    webhook = f"{stack.rasa_url}/webhooks/chatwoot/"
    with ChatClient.connect(stack.site_url, "en") as chat:
        (called,) = chat.say("I want to talk to a human being")
        assert "you’re next" in called.text
        (number,) = api.talks
        note = api.talks[number].messages[0]
        assert note["private"]
        assert "I want to talk to a human being" in note["content"]

        seen = chat.seen
        assert deliver(webhook, api.agent_writes(number, "Good morning"), age=age) == 200
        chat.wait_for("Grace Bennett is here", after=seen, timeout=SECONDS)
        assert chat.wait_for("Good morning", after=seen, timeout=SECONDS).speaker == "Grace Bennett"

        assert chat.say("my bill is far too high") == []
        said = api.talks[number].messages
        wait_until(lambda: said[-1]["content"] == "my bill is far too high", "it has arrived")
        assert said[-1]["message_type"] == INCOMING

        seen = chat.seen
        assert deliver(webhook, api.resolves(number), age=age) == 200
        chat.wait_for("Grace Bennett has left, and I’m back", after=seen, timeout=SECONDS)
        (answer,) = chat.say("thanks a lot")
        assert "You’re welcome" in answer.text
