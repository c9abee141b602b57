"""The ways to Rasa: `/socket.io/` and the customers' files, with a real server behind them."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI, Request, Response, WebSocket, WebSocketDisconnect
from fastapi.responses import JSONResponse, StreamingResponse
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from billing.app import create_app
from billing.settings import Settings
from tests.integration.billing.server import running

ENOUGH = 10  # seconds
FILES_PATH = "/webhooks/web/files"
WEBHOOKS = ("/webhooks/telegram/webhook", "/webhooks/whatsapp/webhook", "/webhooks/chatwoot/")


class Rasa:
    """Stands where Rasa stands: an echo that notes what it saw."""

    def __init__(self) -> None:
        self.polls_under_way = 0
        self.talks_under_way = 0
        self.app = FastAPI()
        self.app.add_api_route("/socket.io/", self.poll, methods=["GET", "POST"])
        self.app.add_api_route("/webhooks/web/files", self.file, methods=["POST", "OPTIONS"])
        self.app.add_api_route("/webhooks/web/{rest:path}", self.closed, methods=["GET", "POST"])
        self.app.add_api_websocket_route("/socket.io/", self.talk)
        for path in WEBHOOKS:
            self.app.add_api_route(path, self.hear, methods=["GET", "POST"])
        self.app.add_api_route("/model/parse", self.closed, methods=["GET", "POST"])
        self.app.add_api_route("/socket.io/{rest:path}", self.closed, methods=["GET"])

    async def poll(self, request: Request, wait: str = "") -> Response:
        body = (await request.body()).decode()
        if wait == "for ever":
            return await self._wait(request)
        if wait == "in pieces":
            return StreamingResponse(self._pieces(), media_type="text/plain")
        seen = {"query": request.url.query, "headers": dict(request.headers), "body": body}
        return JSONResponse(seen, 200 if body != "refuse" else 400, {"X-Of": "Rasa"})

    async def file(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(headers={"Access-Control-Allow-Origin": request.headers["origin"]})
        content = await request.body()
        seen = {"size": len(content), "headers": dict(request.headers)}
        return JSONResponse(seen, 415 if content == b"text" else 200)

    async def hear(self, request: Request) -> Response:
        body = hashlib.sha256(await request.body()).hexdigest()
        seen = {"query": request.url.query, "headers": dict(request.headers), "sha256": body}
        return JSONResponse({**seen, "method": request.method, "path": request.url.path}, 202)

    async def talk(self, socket: WebSocket) -> None:
        if socket.query_params.get("refuse"):
            await socket.close()
            return
        await socket.accept()
        self.talks_under_way += 1
        await socket.send_text(json.dumps(dict(socket.headers)))
        try:
            while (message := await socket.receive())["type"] == "websocket.receive":
                if message.get("text") == "leave":
                    await socket.close(4001)
                    return
                await socket.send(_echo(message))
        except WebSocketDisconnect:
            return
        finally:
            self.talks_under_way -= 1

    async def closed(self) -> str:
        return "of no concern to the world"

    async def _wait(self, request: Request) -> Response:
        self.polls_under_way += 1
        try:
            while not await request.is_disconnected():
                await asyncio.sleep(0.01)
        finally:
            self.polls_under_way -= 1
        return Response()

    async def _pieces(self) -> AsyncIterator[str]:
        yield "first"
        await asyncio.sleep(ENOUGH * 3)
        yield "second"


def _echo(message: Any) -> dict[str, Any]:
    echo = {"type": "websocket.send"}
    text = message.get("text")
    return {**echo, "bytes": message["bytes"]} if text is None else {**echo, "text": text}


@pytest.fixture(scope="module")
def rasa() -> Rasa:
    return Rasa()


@pytest.fixture(scope="module")
def site_url(rasa: Rasa, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running(rasa.app, timeout_graceful_shutdown=1) as rasa_url:
        settings = Settings(aclaro_var=tmp_path_factory.mktemp("site"), rasa_url=rasa_url)
        with running(create_app(settings), timeout_graceful_shutdown=1, proxy_headers=False) as url:
            yield url


@pytest.fixture
def lonely_url(tmp_path: Path) -> Iterator[str]:
    """A site whose Rasa is not running."""
    settings = Settings(aclaro_var=tmp_path, rasa_url="http://127.0.0.1:9")
    with running(create_app(settings)) as url:
        yield url


def http(url: str, method: str = "GET", path: str = "/socket.io/", **how: Any) -> httpx.Response:
    return httpx.request(method, url + path, trust_env=False, timeout=ENOUGH, **how)


async def until(happens: Callable[[], bool]) -> None:
    async def wait() -> None:
        while not happens():
            await asyncio.sleep(0.01)

    await asyncio.wait_for(wait(), ENOUGH)


def over_websocket(
    site_url: str, talk: Callable[[ClientConnection], Awaitable[None]], query: str = "EIO=4"
) -> None:
    async def whole() -> None:
        address = f"{site_url.replace('http', 'ws')}/socket.io/?{query}"
        origin = {"Origin": site_url}
        async with connect(address, proxy=None, additional_headers=origin) as socket:
            await asyncio.wait_for(talk(socket), ENOUGH)

    asyncio.run(whole())


def test_a_poll_reaches_rasa_with_its_query_and_body_and_comes_back(site_url: str):
    query = {"EIO": "4", "transport": "polling", "sid": "a+b/ć"}

    answer = http(site_url, "POST", params=query, content=b"40{}")

    assert answer.status_code == 200
    assert answer.headers["x-of"] == "Rasa"
    seen = answer.json()
    assert httpx.QueryParams(seen["query"]) == httpx.QueryParams(query)
    assert seen["body"] == "40{}"


def test_rasa_is_told_where_the_visitor_is_and_only_what_our_server_saw(site_url: str):
    said = {
        "X-Forwarded-For": "203.0.113.9",
        "X-Forwarded-Proto": "https",
        "Forwarded": "for=203.0.113.9",
        "Cookie": "signin=secret",
        "Authorization": "Bearer secret",
        "Origin": site_url,
    }

    headers = http(site_url, headers=said).json()["headers"]

    assert headers["x-forwarded-for"] == "127.0.0.1"
    assert headers["x-forwarded-proto"] == "http"
    assert headers["x-forwarded-host"] == site_url.removeprefix("http://")
    assert headers["origin"] == site_url
    assert not {"cookie", "authorization", "forwarded"} & set(headers)


def test_an_error_of_rasas_comes_back_as_it_is(site_url: str):
    assert http(site_url, "POST", content=b"refuse").status_code == 400


def test_an_answer_comes_piece_by_piece(site_url: str):
    with httpx.stream(
        "GET", f"{site_url}/socket.io/?wait=in+pieces", trust_env=False, timeout=ENOUGH
    ) as answer:
        assert next(answer.iter_text()) == "first"


def test_a_poll_ends_at_rasa_when_the_browser_goes_away(rasa: Rasa, site_url: str):
    async def poll_and_go() -> None:
        async with httpx.AsyncClient(trust_env=False, timeout=60) as browser:
            poll = asyncio.create_task(browser.get(f"{site_url}/socket.io/?wait=for+ever"))
            await until(lambda: rasa.polls_under_way == 1)
            poll.cancel()
            await asyncio.gather(poll, return_exceptions=True)
        await until(lambda: rasa.polls_under_way == 0)

    asyncio.run(poll_and_go())


def test_a_message_that_is_too_large_is_refused(site_url: str):
    answer = http(site_url, "POST", content=b"x" * (1024 * 1024 + 1))

    assert answer.status_code == 413


def test_a_file_reaches_rasa_with_its_session_and_its_name(site_url: str):
    headers = {"X-Session": "token", "X-File-Name": "recibo.pdf", "X-Forwarded-For": "203.0.113.9"}

    answer = http(site_url, "POST", FILES_PATH, content=b"x" * 5 * 1024 * 1024, headers=headers)

    assert answer.status_code == 200
    seen = answer.json()
    assert seen["size"] == 5 * 1024 * 1024
    assert seen["headers"]["x-session"] == "token"
    assert seen["headers"]["x-file-name"] == "recibo.pdf"
    assert seen["headers"]["x-forwarded-for"] == "127.0.0.1"


def test_what_rasa_says_of_a_file_comes_back(site_url: str):
    assert http(site_url, "POST", FILES_PATH, content=b"text").status_code == 415
    asked = http(site_url, "OPTIONS", FILES_PATH, headers={"Origin": "https://telvia.example"})
    assert asked.headers["access-control-allow-origin"] == "https://telvia.example"


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_a_file_can_only_be_sent(site_url: str, method: str):
    assert http(site_url, method, FILES_PATH).status_code == 405


def test_a_file_that_is_far_too_large_is_refused_on_its_way(site_url: str):
    def without_a_length() -> Iterator[bytes]:
        for _ in range(7):
            yield b"x" * 1024 * 1024

    answer = http(site_url, "POST", FILES_PATH, content=without_a_length())

    assert answer.status_code == 413
    assert answer.json() == {"reason": "too_large"}


@pytest.mark.parametrize(
    "path",
    [
        "/model/parse",
        "/socket.io/../model/parse",
        "/socket.io/%2e%2e/model/parse",
        "/socket.io/..%2fmodel/parse",
        "/socket.io//model/parse",
        "/socket.io/anything",
        "/webhooks/rest/webhook",
        "/webhooks/web/",
        "/webhooks/web/files/../../rest/webhook",
        "/webhooks/web/files%2f..%2fwebhook",
        "/conversations/x/tracker",
    ],
)
def test_nothing_else_of_rasa_can_be_reached(site_url: str, path: str):
    request = httpx.Request("GET", site_url)
    request.url = httpx.URL(site_url).copy_with(raw_path=path.encode())
    with httpx.Client(trust_env=False) as client:
        answer = client.send(request)

    assert answer.status_code == 404


@pytest.mark.parametrize("path", WEBHOOKS)
def test_a_webhook_reaches_rasa_byte_for_byte_with_its_signature(site_url: str, path: str):
    body = b'{"text": "za\\u017c\xc3\xb3\xc5\x82\xc4\x87 \xff", "n": 1.0}  \n'
    said = {
        "X-Telegram-Bot-Api-Secret-Token": "a_secret",
        "X-Hub-Signature-256": "sha256=abc",
        "X-Chatwoot-Signature": "sha256=abc",
        "X-Chatwoot-Timestamp": "1790000000",
        "Content-Type": "application/json",
    }

    answer = http(site_url, "POST", path=path, content=body, headers=said)

    assert answer.status_code == 202
    seen = answer.json()
    assert (seen["method"], seen["path"]) == ("POST", path)
    assert seen["sha256"] == hashlib.sha256(body).hexdigest()
    assert {name: seen["headers"][name.lower()] for name in said} == said


@pytest.mark.parametrize("path", [*WEBHOOKS, FILES_PATH, "/socket.io/"])
def test_a_header_that_is_no_text_reaches_rasa_as_it_is(site_url: str, path: str):
    answer = http(site_url, "POST", path=path, content=b"{}", headers={b"X-Odd": b"sha256=\xff"})

    assert answer.is_success
    assert answer.json()["headers"]["x-odd"] == "sha256=ÿ"


def test_whatsapp_asks_whether_the_address_is_ours(site_url: str):
    query = {"hub.mode": "subscribe", "hub.verify_token": "a+b", "hub.challenge": "1158201444"}

    answer = http(site_url, path="/webhooks/whatsapp/webhook", params=query)

    assert answer.json()["method"] == "GET"
    assert httpx.QueryParams(answer.json()["query"]) == httpx.QueryParams(query)


@pytest.mark.parametrize("path", ["/webhooks/telegram/webhook", "/webhooks/chatwoot/"])
def test_telegram_and_chatwoot_only_post(site_url: str, path: str):
    assert http(site_url, path=path).status_code == 405


@pytest.mark.parametrize(("more", "status"), [(0, 202), (1, 413)])
def test_a_webhook_may_have_three_megabytes(site_url: str, more: int, status: int):
    body = b"x" * (3 * 1024 * 1024 + more)

    answer = http(site_url, "POST", path="/webhooks/whatsapp/webhook", content=body)

    assert answer.status_code == status


def test_without_rasa_a_webhook_is_503_so_that_it_comes_again(lonely_url: str):
    answer = http(lonely_url, "POST", path="/webhooks/telegram/webhook", content=b"{}")

    assert answer.status_code == 503


def test_text_and_bytes_go_both_ways_over_a_websocket(site_url: str):
    async def talk(socket: ClientConnection) -> None:
        headers = json.loads(await socket.recv())
        assert headers["x-forwarded-for"] == "127.0.0.1"
        assert headers["x-forwarded-host"] == site_url.removeprefix("http://")
        assert headers["origin"] == site_url
        for message in ("40", "zażółć", b"\x00\x01", "x" * 200_000):
            await socket.send(message)
            assert await socket.recv() == message

    over_websocket(site_url, talk)


def test_when_the_browser_leaves_rasa_is_told(rasa: Rasa, site_url: str):
    async def talk(socket: ClientConnection) -> None:
        await socket.recv()
        assert rasa.talks_under_way > 0
        await socket.close()
        await until(lambda: rasa.talks_under_way == 0)

    over_websocket(site_url, talk)


def test_when_rasa_leaves_the_browser_is_told_why(site_url: str):
    async def talk(socket: ClientConnection) -> None:
        await socket.recv()
        await socket.send("leave")
        with pytest.raises(ConnectionClosed):
            await socket.recv()
        assert socket.close_code == 4001

    over_websocket(site_url, talk)


def test_a_websocket_that_rasa_refuses_is_refused(site_url: str):
    async def nothing(_: ClientConnection) -> None:
        return

    with pytest.raises(InvalidStatus) as refusal:
        over_websocket(site_url, nothing, "refuse=1")

    assert refusal.value.response.status_code == 403


def test_without_rasa_a_poll_is_503_with_a_short_reason(lonely_url: str):
    answer = http(lonely_url)

    assert answer.status_code == 503
    assert answer.json() == {"code": "unavailable"}
    assert answer.headers["retry-after"] == "2"


def test_without_rasa_a_file_is_503(lonely_url: str):
    assert http(lonely_url, "POST", FILES_PATH, content=b"x").status_code == 503


def test_without_rasa_a_websocket_is_503(lonely_url: str):
    async def nothing(_: ClientConnection) -> None:
        return

    with pytest.raises(InvalidStatus) as refusal:
        over_websocket(lonely_url, nothing)

    assert refusal.value.response.status_code == 503


def test_without_rasa_the_rest_of_the_site_goes_on(lonely_url: str):
    assert http(lonely_url, path="/?lang=en").status_code == 200
