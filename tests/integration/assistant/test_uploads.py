"""Files from the widget over real HTTP: what is kept, for whom, and what is refused."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

import pytest
import requests

from assistant.channels.uploads import FILES_PER_MINUTE
from tests.chat_client import ChatClient, RefusedError
from tests.chat_server import ChatServer

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PDF = b"%PDF-1.4\n%%EOF\n"
LARGEST = 5 * 1024 * 1024
EVIL = "https://evil.example"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChatServer]:
    server = ChatServer(tmp_path_factory.mktemp("uploads"))
    server.start()
    yield server
    server.kill()


@pytest.fixture
def chat(server: ChatServer) -> Iterator[ChatClient]:
    with ChatClient.connect(server.url) as chat:
        yield chat


def send(
    chat: ChatClient, content: bytes | Iterator[bytes], name: str = "recibo.png", **headers: str
) -> requests.Response:
    named = {"X-Session": chat.session or "", "X-File-Name": quote(name)}
    url = f"{chat.url}/webhooks/web/files"
    return requests.post(url, content, headers={**named, **headers}, timeout=30)  # type: ignore[arg-type]


def hand_in(chat: ChatClient, file: str, name: str) -> None:
    chat._turn({"file": file, "title": name}, None)


def test_a_file_is_kept_and_handed_in(server: ChatServer, chat: ChatClient):
    answer = send(chat, PNG, "recibo de la niña.png")
    assert answer.status_code == 200
    file = answer.json()["id"]

    hand_in(chat, file, "recibo de la niña.png")

    assert json.loads(server.heard()[-1].removeprefix("/send_file")) == {"file": file}
    assert chat.last.text == "> /send_file"
    assert chat.own[-1]["text"] == "recibo de la niña.png"
    assert chat.own[-1]["kind"] == "file"
    assert file not in json.dumps(chat.own)


def test_the_same_file_sent_again_is_the_one_that_is_kept(chat: ChatClient):
    assert send(chat, PDF).json() == send(chat, PDF).json()


def test_a_file_of_another_conversation_is_none(server: ChatServer, chat: ChatClient):
    file = send(chat, PNG).json()["id"]
    with ChatClient.connect(server.url) as stranger:
        with pytest.raises(RefusedError, match="no_file"):
            hand_in(stranger, file, "recibo.png")
        assert stranger.own == []


@pytest.mark.parametrize("file", ["", "0" * 32, "../web.db", None, 7, ["a"]])
def test_what_is_no_file_is_refused(chat: ChatClient, file: object):
    answer = chat.send_raw({"id": "message-1", "file": file, "title": "recibo.png"})
    assert answer == {"ok": False, "reason": "no_file"}


@pytest.mark.parametrize("title", [None, "", "\0", 7])
def test_a_file_without_a_name_to_show_is_malformed(chat: ChatClient, title: object):
    file = send(chat, PNG).json()["id"]
    answer = chat.send_raw({"id": "message-1", "file": file, "title": title})
    assert answer == {"ok": False, "reason": "malformed"}


@pytest.mark.parametrize("payload", ['/send_file{"file":"%s"}', "/send_file"])
def test_neither_a_button_nor_typed_words_hand_a_file_in(
    server: ChatServer, chat: ChatClient, payload: str
):
    said = payload.replace("%s", send(chat, PNG).json()["id"])
    with pytest.raises(RefusedError, match="not_allowed"):
        chat.press(said)
    chat.say(said)
    assert server.heard()[-1] == said.removeprefix("/")


def test_a_token_of_nobody_sends_nothing(chat: ChatClient):
    for token in ("", "x", f"{'0' * 32}.{'0' * 64}", (chat.session or "")[:-1] + "!"):
        answer = send(chat, PNG, **{"X-Session": token})
        assert (answer.status_code, answer.json()) == (401, {"reason": "no_session"})


@pytest.mark.parametrize(
    ("content", "status", "reason"),
    [
        (b"", 400, "empty"),
        (b"just words", 415, "wrong_type"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", 415, "wrong_type"),
        (b"GIF89a" + bytes(20), 415, "wrong_type"),
        (PNG + bytes(LARGEST + 1 - len(PNG)), 413, "too_large"),
    ],
    ids=["empty", "text", "svg", "gif", "too large"],
)
def test_what_cannot_be_taken_is_refused_with_its_reason(
    chat: ChatClient, content: bytes, status: int, reason: str
):
    answer = send(chat, content)
    assert (answer.status_code, answer.json()) == (status, {"reason": reason})


def test_the_largest_file_is_taken(chat: ChatClient):
    assert send(chat, PNG + bytes(LARGEST - len(PNG))).status_code == 200


def test_a_body_without_a_length_is_given_up_where_it_is_too_large(chat: ChatClient):
    def endless() -> Iterator[bytes]:
        yield PNG
        for _ in range(7):
            yield bytes(1024 * 1024)

    assert send(chat, endless()).json() == {"reason": "too_large"}


def test_a_body_that_says_it_is_too_large_is_not_read(chat: ChatClient):
    with closing(HTTPConnection(chat.url.removeprefix("http://"), timeout=10)) as http:
        headers = {"X-Session": chat.session or "", "Content-Length": str(LARGEST + 1)}
        http.request("POST", "/webhooks/web/files", headers=headers)
        assert http.getresponse().status == 413


def test_the_eleventh_file_that_waits_is_one_too_many(chat: ChatClient):
    answers = [send(chat, PDF + bytes([place])) for place in range(11)]
    assert [answer.status_code for answer in answers] == [200] * 10 + [409]
    assert answers[-1].json() == {"reason": "too_many"}


def test_who_floods_is_told_to_wait(chat: ChatClient):
    answers = [send(chat, b"words") for _ in range(FILES_PER_MINUTE + 1)]
    assert answers[-1].status_code == 429
    assert answers[-1].json()["reason"] == "too_fast"
    assert answers[-1].json()["retry_after"] > 0
    assert int(answers[-1].headers["Retry-After"]) > 0


def test_a_page_of_our_own_may_send_from_another_address(chat: ChatClient):
    url, ours = f"{chat.url}/webhooks/web/files", chat.url
    asked = requests.options(url, headers={"Origin": ours}, timeout=10)
    assert asked.headers["Access-Control-Allow-Origin"] == ours
    assert "x-session" in asked.headers["Access-Control-Allow-Headers"]
    assert send(chat, PNG, Origin=ours).headers["Access-Control-Allow-Origin"] == ours


def test_a_page_of_another_origin_may_neither_send_nor_read(chat: ChatClient):
    url = f"{chat.url}/webhooks/web/files"
    asked = requests.options(url, headers={"Origin": EVIL}, timeout=10)
    assert "Access-Control-Allow-Origin" not in asked.headers
    answer = send(chat, PNG, Origin=EVIL)
    assert (answer.status_code, answer.json()) == (403, {"reason": "not_allowed"})
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_the_widget_is_told_what_is_taken(server: ChatServer):
    heard: list[dict[str, object]] = []
    chat = ChatClient(server.url)
    chat._socket.on("session", lambda session: (heard.append(session), chat._on_session(session)))
    chat.open()
    with chat:
        types = ["image/jpeg", "image/png", "image/webp", "application/pdf"]
        assert heard[0]["files"] == {"types": types, "largest": LARGEST}


def test_a_file_survives_a_restart_between_sending_and_handing_in(tmp_path: Path):
    server = ChatServer(tmp_path)
    server.start()
    try:
        chat = ChatClient.connect(server.url)
        file = send(chat, PNG).json()["id"]
        server.kill()
        server.start()
        with ChatClient.connect(server.url, session=chat.session, seen=chat.seen) as again:
            hand_in(again, file, "recibo.png")
            assert again.last.text == "> /send_file"
    finally:
        server.kill()
