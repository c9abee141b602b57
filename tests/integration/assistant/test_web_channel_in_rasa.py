"""The web channel inside the real Rasa, through the site's address."""

from __future__ import annotations

import pytest
import requests

from locales import LANGUAGES
from tests.chat_client import ChatClient
from tests.stack import Stack


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_conversation_begins_with_a_greeting_in_its_language(stack: Stack, language: str):
    with ChatClient.connect(stack.site_url, language) as chat:
        assert chat.last.language == language
        assert "Telvia" in chat.last.text
        assert chat.last.buttons


def test_what_the_backend_triggers_reaches_the_browser(stack: Stack):
    with ChatClient.connect(stack.site_url, "en") as chat:
        assert chat.session
        sender, before = chat.session.split(".")[0], chat.seen
        path = f"/conversations/{sender}/trigger_intent?output_channel=latest"
        stack.post(path, {"name": "greet"})
        assert "Telvia" in chat.wait_for(lambda message: True, after=before).text


def test_a_typed_internal_intent_is_not_obeyed(stack: Stack):
    with ChatClient.connect(stack.site_url, "en") as chat:
        assert chat.session
        sender = chat.session.split(".")[0]
        chat.say("/signed_in")
        chat.say('/session_start{"language":"pl"}')
        url = f"{stack.rasa_url}/conversations/{sender}/tracker?include_events=ALL"
        events = requests.get(url, timeout=10).json()["events"]
        heard = [e for e in events if e["event"] == "user"][-2:]
        assert [e["text"] for e in heard] == ["signed_in", 'session_start{"language":"pl"}']
        intents = {e["parse_data"]["intent"]["name"] for e in heard}
        assert not intents & {"signed_in", "session_start"}


def test_the_conversation_goes_on_after_rasa_was_restarted(stack: Stack):
    chat = ChatClient.connect(stack.site_url, "pl")
    chat.close()
    stack.restart("rasa")
    with ChatClient.connect(stack.site_url, "en", session=chat.session, seen=chat.seen) as again:
        answers = again.press("/greet")
        assert answers[0].language == "pl"
        assert answers[0].seq > chat.seen
