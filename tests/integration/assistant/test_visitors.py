"""Visitors at the web channel: a conversation opens for its own visitor, and for nobody else."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
import requests

from tests.chat_client import TIMEOUT, ChatClient
from tests.chat_server import HELLO, ChatServer
from tests.visitors import OperatorsPage

PDF = b"%PDF-1.4\n%%EOF\n"
NOBODY = "http://127.0.0.1:9"
SOON = 5.0


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> OperatorsPage:
    return OperatorsPage(tmp_path_factory.mktemp("operator"))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, page: OperatorsPage) -> Iterator[ChatServer]:
    server = ChatServer(tmp_path_factory.mktemp("web"), BILLING_URL=NOBODY, **page.environment)
    server.start()
    yield server
    server.kill()


def visitor(page: OperatorsPage, subject: str) -> Callable[[], str]:
    """A page on which this customer is logged in."""
    return lambda: page.token(subject)


def texts(chat: ChatClient) -> list[str]:
    return [message.text for message in chat.messages]


def test_a_visitor_finds_the_conversation_again_without_anything_kept_in_the_browser(
    server: ChatServer, page: OperatorsPage
):
    with ChatClient.connect(server.url, visitor=visitor(page, "V-1")) as chat:
        assert chat.session is None
        assert not chat.is_refused
        chat.say("mine")
    with ChatClient.connect(server.url, visitor=visitor(page, "V-1")) as elsewhere:
        elsewhere.say("mine too")
        assert elsewhere.conversation == chat.conversation
        assert texts(elsewhere) == [HELLO["es"], "> mine", "> mine too"]


def test_two_devices_of_a_visitor_stay_in_step(server: ChatServer, page: OperatorsPage):
    with (
        ChatClient.connect(server.url, visitor=visitor(page, "V-2")) as phone,
        ChatClient.connect(server.url, visitor=visitor(page, "V-2")) as desktop,
    ):
        phone.say("from the phone")
        assert desktop.wait_for("> from the phone", after=0)


def test_another_visitor_sees_nothing_of_it(server: ChatServer, page: OperatorsPage):
    with ChatClient.connect(server.url, visitor=visitor(page, "V-3")) as chat:
        chat.say("mine")
    with ChatClient.connect(server.url, visitor=visitor(page, "V-4"), seen=0) as other:
        assert other.conversation != chat.conversation
        assert texts(other) == [HELLO["es"]]


@pytest.mark.parametrize(
    "token",
    [
        lambda page: page.token("V-5", iat=int(time.time()) - 90, exp=int(time.time()) - 30),
        lambda page: page.token("V-5", aud="another"),
        lambda page: page.token("V-5")[:-10] + "AAAAAAAAAA",
        lambda _: "V-5",
        lambda _: {"sub": "V-5"},
    ],
    ids=["expired", "another audience", "forged", "a name", "an object"],
)
def test_who_has_no_good_token_is_nobody_in_particular(
    server: ChatServer, page: OperatorsPage, token: Callable[[OperatorsPage], str]
):
    with ChatClient.connect(server.url, visitor=visitor(page, "V-5")) as chat:
        chat.say("mine")
    with ChatClient.connect(server.url, visitor=lambda: token(page)) as nobody:
        assert nobody.is_refused
        assert nobody.session
        assert nobody.conversation != chat.conversation
        assert texts(nobody) == [HELLO["es"]]
        assert nobody.say("hola")[-1].text == "> hola"


def test_a_token_that_was_seen_on_its_way_opens_nothing(server: ChatServer, page: OperatorsPage):
    token = page.token("V-6")
    with ChatClient.connect(server.url, visitor=lambda: token) as chat:
        chat.say("mine")
        with ChatClient.connect(server.url, visitor=lambda: token) as thief:
            assert thief.is_refused
            assert texts(thief) == [HELLO["es"]]


def test_a_visitor_sends_files_as_long_as_they_are_connected(
    server: ChatServer, page: OperatorsPage
):
    with ChatClient.connect(server.url, visitor=visitor(page, "V-8")) as chat:
        assert chat.send_file("recibo.pdf", PDF)[-1].text == "> /send_file"
    url, headers = f"{server.url}/webhooks/web/files", {"X-Session": chat.files["token"]}
    ends = time.monotonic() + TIMEOUT
    while (status := requests.post(url, PDF, headers=headers, timeout=10).status_code) == 200:
        assert time.monotonic() < ends
        time.sleep(0.1)
    assert status == 401


def test_the_token_for_files_opens_no_conversation(server: ChatServer, page: OperatorsPage):
    with (
        ChatClient.connect(server.url, visitor=visitor(page, "V-9")) as chat,
        ChatClient.connect(server.url, session=chat.files["token"]) as thief,
    ):
        assert thief.conversation != chat.conversation


def test_the_name_of_a_visitors_conversation_does_not_open_it(
    server: ChatServer, page: OperatorsPage
):
    with ChatClient.connect(server.url, visitor=visitor(page, "V-7")) as chat:
        chat.say("mine")
    for session in (chat.conversation, f"{chat.conversation}.{'0' * 64}"):
        with ChatClient.connect(server.url, session=session) as thief:
            assert thief.conversation != chat.conversation


def test_after_logging_out_the_browser_has_its_own_conversation_again(
    server: ChatServer, page: OperatorsPage
):
    with ChatClient.connect(server.url) as before:
        before.say("before")
    with ChatClient.connect(
        server.url, session=before.session, visitor=visitor(page, "V-8")
    ) as chat:
        assert chat.conversation != before.conversation
        chat.say("mine")
    with ChatClient.connect(server.url, session=before.session, seen=0) as after:
        after.say("after")
        assert texts(after) == [HELLO["es"], "> before", "> after"]


def test_what_was_seen_of_one_conversation_hides_nothing_of_another(
    server: ChatServer, page: OperatorsPage
):
    with ChatClient.connect(server.url, visitor=visitor(page, "V-9")) as chat:
        for number in range(3):
            chat.say(str(number))
    chat.visitor = visitor(page, "V-10")
    chat.open()
    with chat:
        assert chat.wait_for(HELLO["es"], after=0).seq == 1
        assert texts(chat) == [HELLO["es"]]


def test_a_socket_is_ended_when_its_page_says_no_more_who_is_there(
    server: ChatServer, page: OperatorsPage
):
    answers = iter([page.token("V-11", 1), page.token("V-11", 1), None])
    with ChatClient.connect(server.url, visitor=lambda: next(answers)) as chat:
        deadline = time.monotonic() + SOON
        while chat.is_connected and time.monotonic() < deadline:
            time.sleep(0.05)

        assert not chat.is_connected
        assert next(answers, "all asked for") == "all asked for"


def test_a_page_that_goes_on_saying_it_keeps_its_visitor(server: ChatServer, page: OperatorsPage):
    with ChatClient.connect(server.url, visitor=lambda: page.token("V-12", 1)) as chat:
        time.sleep(2.5)

        assert chat.is_connected
        assert chat.say("still here")[-1].text == "> still here"
