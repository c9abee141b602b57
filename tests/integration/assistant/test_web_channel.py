"""The web channel over real Socket.IO, with a scripted assistant behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
import socketio

from tests.chat_client import TIMEOUT, ChatClient, RefusedError
from tests.chat_server import HELLO, ChatServer


@pytest.fixture(scope="module")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChatServer]:
    server = ChatServer(tmp_path_factory.mktemp("web"))
    server.start()
    yield server
    server.kill()


@pytest.fixture
def server(shared_server: ChatServer) -> ChatServer:
    return shared_server


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[ChatServer]:
    """A server that a test may kill."""
    server = ChatServer(tmp_path)
    server.start()
    yield server
    server.kill()


def texts(chat: ChatClient) -> list[str]:
    return [message.text for message in chat.messages]


@pytest.mark.parametrize("language", HELLO)
def test_a_new_conversation_is_greeted_in_the_language_of_the_page(
    server: ChatServer, language: str
):
    with ChatClient.connect(server.url, language) as chat:
        assert texts(chat) == [HELLO[language]]
        assert chat.last.language == language


def test_a_language_that_nobody_speaks_here_becomes_the_default(server: ChatServer):
    with ChatClient.connect(server.url, "../de") as chat:
        assert texts(chat) == [HELLO["es"]]


def test_a_pressed_button_and_a_typed_word_reach_the_assistant(server: ChatServer):
    with ChatClient.connect(server.url) as chat:
        assert [m.text for m in chat.press("Sí")] == ["> /affirm"]
        assert [m.text for m in chat.say("hola")] == ["> hola"]
        assert [own["text"] for own in chat.own] == ["Sí", "hola"]


def test_a_message_is_one_message_with_its_structure(server: ChatServer):
    with ChatClient.connect(server.url) as chat:
        [answer] = chat.say("calls 3")
        assert answer.text
        assert answer.custom
        assert len(answer.custom["items"]) == 3
        assert chat.mark(1, 3)[-1].text == '> /inform{"choice": "1,3"}'


def test_a_typed_payload_is_only_words(server: ChatServer):
    with ChatClient.connect(server.url) as chat:
        assert chat.say("/signed_in")[-1].text == "> signed_in"
        assert chat.say(' //inform{"choice":"1"}')[-1].text == '> inform{"choice":"1"}'
        assert chat.own[0]["text"] == "/signed_in"


@pytest.mark.parametrize("payload", ["/signed_in", "/session_start", '/inform{"language":"../"}'])
def test_a_forged_payload_is_refused(server: ChatServer, payload: str):
    with ChatClient.connect(server.url) as chat, pytest.raises(RefusedError, match="not_allowed"):
        chat.press(payload)


@pytest.mark.parametrize(
    "data",
    [None, "text", 7, [], {}, {"id": "1", "text": "short id"}, {"id": "12345678"},
     {"id": "12345678", "text": 7}],
)  # fmt: skip
def test_a_malformed_message_is_refused_and_the_conversation_goes_on(
    server: ChatServer, data: object
):
    with ChatClient.connect(server.url) as chat:
        assert chat.send_raw(data) == {"ok": False, "reason": "malformed"}
        assert chat.say("hola")


def test_an_overlong_message_gets_a_kind_answer(server: ChatServer):
    with ChatClient.connect(server.url, "pl") as chat:
        assert [m.text for m in chat.say("a" * 10_000)] == ["utter_too_long (pl)"]


def test_a_message_without_anything_to_read_gets_a_kind_answer(server: ChatServer):
    with ChatClient.connect(server.url, "fr") as chat:
        assert [m.text for m in chat.say("\0\0")] == ["utter_not_text (fr)"]


def test_null_bytes_half_surrogates_emoji_and_html_are_survived(server: ChatServer):
    with ChatClient.connect(server.url) as chat:
        assert chat.say("a\0b\ud800c")[-1].text == "> abc"
        assert chat.say("👩‍👧 hola 🤬")[-1].text == "> 👩‍👧 hola 🤬"
        assert chat.say("👩‍👧🤬")[-1].text == "utter_not_text (es)"
        assert chat.say("<b onclick=x>&amp;")[-1].text == "> <b onclick=x>&amp;"


def test_a_failing_turn_is_answered_in_the_language_of_the_conversation(server: ChatServer):
    with ChatClient.connect(server.url, "es") as chat:
        chat.press('/change_language{"language":"pl"}')
        assert [m.text for m in chat.say("fail")] == ["utter_internal_error (pl)"]
        assert chat.say("hola")[-1].text == "> hola"


def test_a_turn_without_a_word_is_answered_all_the_same(server: ChatServer):
    with ChatClient.connect(server.url, "fr") as chat:
        assert [m.text for m in chat.say("silence")] == ["utter_internal_error (fr)"]


def test_two_messages_at_once_are_answered_in_order(server: ChatServer):
    with ChatClient.connect(server.url) as chat:
        chat.post("wait")
        second = chat.post("two")
        server.open_gate()
        chat.wait_until_answered(second)
        assert texts(chat)[-2:] == ["> wait", "> two"]


def test_a_repeated_message_is_acknowledged_and_not_heard_again(server: ChatServer):
    with ChatClient.connect(server.url) as chat:
        chat.say("once only, please", message_id="message-1")
        chat.say("once only, please", message_id="message-1")
        assert texts(chat).count("> once only, please") == 1
        assert server.heard().count("once only, please") == 1


def test_who_comes_back_hears_what_was_missed_once(server: ChatServer):
    with ChatClient.connect(server.url) as chat:
        chat.say("one")
        session, seen = chat.session, chat.seen
        chat.say("two")
    assert session
    server.say(session, "three")
    with ChatClient.connect(server.url, session=session, seen=seen) as chat:
        chat.wait_for("three", after=0)
        assert texts(chat) == ["> two", "three"]
        assert [own["text"] for own in chat.own] == ["two"]
    with ChatClient.connect(server.url, session=session) as chat:
        chat.wait_for("three", after=0)
        assert texts(chat) == [HELLO["es"], "> one", "> two", "three"]


@pytest.mark.parametrize("seen", [10**30, -1, 2, "1", None])
def test_who_claims_to_have_seen_what_was_never_said_hears_everything(
    server: ChatServer, seen: object
):
    with ChatClient.connect(server.url) as chat:
        auth = {"session": chat.session, "conversation": chat.conversation, "seen": seen}
    with socketio.SimpleClient(websocket_extra_options={"suppress_origin": True}) as browser:
        browser.connect(server.url, auth=auth, transports=["websocket"])
        assert browser.receive(TIMEOUT)[0] == "session"
        event, body = browser.receive(TIMEOUT)
        assert (event, body["text"]) == ("bot", HELLO["es"])


def test_the_assistant_can_write_first(server: ChatServer):
    with ChatClient.connect(server.url) as chat:
        assert chat.session
        server.say(chat.session, "Su reclamación está resuelta.")
        assert chat.wait_for("resuelta", after=0).language == "es"


def test_a_strange_token_opens_a_conversation_of_its_own(server: ChatServer):
    with ChatClient.connect(server.url) as chat:
        chat.say("a secret")
        assert chat.session
        forged = chat.session[:-1] + ("0" if chat.session[-1] != "0" else "1")
    stranger = ChatClient(server.url, session=forged)
    stranger.open()
    with stranger:
        stranger.wait_for(HELLO["es"], after=0)
        assert stranger.session not in (forged, chat.session)
        assert texts(stranger) == [HELLO["es"]]


def test_a_page_of_another_origin_is_turned_away(server: ChatServer):
    with pytest.raises(socketio.exceptions.ConnectionError):
        ChatClient.connect(server.url, origin="https://evil.example")


def test_a_page_of_our_own_origin_is_let_in(server: ChatServer):
    with ChatClient.connect(server.url, origin=server.url) as chat:
        assert chat.messages


def test_who_floods_is_told_to_wait(server: ChatServer):
    with ChatClient.connect(server.url) as chat:
        answers = [chat.send_raw({"id": f"message-{number}", "text": "x"}) for number in range(260)]
        refused = [answer for answer in answers if not answer["ok"]]
        assert refused
        assert refused[0]["reason"] == "too_fast"
        assert refused[0]["retry_after"] > 0


def test_the_channel_says_that_it_is_well(server: ChatServer):
    assert requests.get(f"{server.url}/webhooks/web/", timeout=10).json() == {"status": "ok"}


def test_a_conversation_survives_a_killed_server(own_server: ChatServer):
    chat = ChatClient.connect(own_server.url)
    chat.say("before")
    own_server.kill()
    own_server.start()
    with ChatClient.connect(own_server.url, session=chat.session, seen=chat.seen) as again:
        assert again.session == chat.session
        assert again.say("after")[-1].text == "> after"
        assert again.seen == chat.seen + 2


def test_what_was_taken_before_the_server_was_killed_is_answered_afterwards(
    own_server: ChatServer,
):
    chat = ChatClient.connect(own_server.url)
    chat.post("wait")
    waiting = chat.post("taken")
    own_server.kill()
    own_server.start()
    with ChatClient.connect(own_server.url, session=chat.session, seen=chat.seen) as again:
        own_server.open_gate()
        again.wait_until_answered(waiting)
        assert texts(again) == ["> wait", "> taken"]
