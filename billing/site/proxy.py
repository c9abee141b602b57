"""The chat's ways to Rasa: `/socket.io/` by HTTP and WebSocket, the files that customers send, what
Telegram, WhatsApp and Chatwoot tell, and nothing else of it.
"""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

import httpx
from fastapi import APIRouter, FastAPI, Request, Response, WebSocket, WebSocketDisconnect
from fastapi.requests import HTTPConnection
from fastapi.responses import JSONResponse, StreamingResponse
from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope, Send
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException

from billing.settings import Settings
from billing.site.forms import BodyTooLarge, body_of

PATH = "/socket.io/"
FILES_PATH = "/webhooks/web/files"
TELEGRAM_PATH = "/webhooks/telegram/webhook"
WHATSAPP_PATH = "/webhooks/whatsapp/webhook"
CHATWOOT_PATH = "/webhooks/chatwoot/"
LONGEST_POLL = 90  # seconds; Engine.IO answers a poll within its ping interval, 25 by default
LARGEST_MESSAGE = 1024 * 1024  # bytes
LARGEST_FILE = 6 * 1024 * 1024  # bytes; the assistant takes 5 MiB, and says so of what is larger
LARGEST_WEBHOOK = 3 * 1024 * 1024  # bytes; Meta's have up to 3 MB, Telegram's are shorter
HOP_BY_HOP = {
    *("connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te"),
    *("trailer", "transfer-encoding", "upgrade"),
}
NOT_RASAS = HOP_BY_HOP | {"host", "content-length", "cookie", "forwarded", "authorization"}


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Holds the connections to Rasa."""
    settings: Settings = app.state.settings
    async with httpx.AsyncClient(
        base_url=settings.rasa_url,
        timeout=httpx.Timeout(10, connect=3, read=LONGEST_POLL, pool=None),
        limits=httpx.Limits(max_connections=None, max_keepalive_connections=20),
        trust_env=False,
    ) as client:
        app.state.rasa = client
        yield


router = APIRouter(lifespan=lifespan)


@router.api_route(PATH, methods=["GET", "POST", "OPTIONS"], include_in_schema=False)
async def poll(request: Request) -> Response:
    """One request of HTTP long-polling."""
    return await _passed_on(request, PATH, LARGEST_MESSAGE)


@router.post(TELEGRAM_PATH, include_in_schema=False)
async def hear_telegram(request: Request) -> Response:
    """An update, with the header that shows whose it is."""
    return await _passed_on(request, TELEGRAM_PATH, LARGEST_WEBHOOK)


@router.api_route(WHATSAPP_PATH, methods=["GET", "POST"], include_in_schema=False)
async def hear_whatsapp(request: Request) -> Response:
    """What Meta tells, byte for byte because that is what is signed; and its question, by GET,
    whether the address is ours.
    """
    return await _passed_on(request, WHATSAPP_PATH, LARGEST_WEBHOOK)


@router.post(CHATWOOT_PATH, include_in_schema=False)
async def hear_chatwoot(request: Request) -> Response:
    """What people do in Chatwoot, byte for byte because that is what is signed."""
    return await _passed_on(request, CHATWOOT_PATH, LARGEST_WEBHOOK)


@router.api_route(FILES_PATH, methods=["POST", "OPTIONS"], include_in_schema=False)
async def upload(request: Request) -> Response:
    """A photo or document, passed on as it comes: no file is ever whole in the site's memory."""
    client: httpx.AsyncClient = request.app.state.rasa
    asked = client.build_request(
        request.method, FILES_PATH, headers=_raw_headers(request), content=_of_a_file(request)
    )
    try:
        answer = await client.send(asked, stream=True)
    except BodyTooLarge:
        return JSONResponse({"reason": "too_large"}, 413)
    except ClientDisconnect:
        return Response(status_code=499)  # nobody reads it
    except httpx.TransportError:
        return _unavailable()
    return Relayed(answer)


@router.websocket(PATH)
async def talk(browser: WebSocket) -> None:
    """One WebSocket, carried in both directions until either side closes it."""
    settings: Settings = browser.app.state.settings
    address = urlsplit(settings.rasa_url)
    scheme = "wss" if address.scheme == "https" else "ws"
    try:
        rasa = await connect(
            f"{scheme}://{address.netloc}{PATH}?{browser.url.query}",
            additional_headers=_forwarded(browser),
            user_agent_header=None,
            compression=None,
            proxy=None,
            open_timeout=5,
            ping_interval=None,
            max_size=LARGEST_MESSAGE,
        )
    except InvalidStatus as refusal:
        await browser.send_denial_response(Response(status_code=refusal.response.status_code))
        return
    except (OSError, WebSocketException):
        await browser.send_denial_response(_unavailable())
        return
    async with rasa:
        await browser.accept()
        await _first_of(_upwards(browser, rasa), _downwards(rasa, browser))


class Relayed(StreamingResponse):
    """Rasa's answer as it comes, given up when the browser has gone."""

    def __init__(self, answer: httpx.Response) -> None:
        kept = {k: v for k, v in answer.headers.items() if k.lower() not in HOP_BY_HOP}
        super().__init__(answer.aiter_raw(), answer.status_code, kept)
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            await self._answer.aclose()


async def _passed_on(request: Request, path: str, largest: int) -> Response:
    """Rasa's answer to the request with its whole body."""
    client: httpx.AsyncClient = request.app.state.rasa
    try:
        body = await body_of(request, largest)
        url = httpx.URL(path, query=request.url.query.encode())
        asked = client.build_request(
            request.method, url, headers=_raw_headers(request), content=body
        )
        answer = await _unless_gone(request, client.send(asked, stream=True))
    except BodyTooLarge:
        return JSONResponse({"code": "too_large"}, 413)
    except ClientDisconnect:
        return Response(status_code=499)  # nobody reads it
    except httpx.TransportError:
        return _unavailable()
    return Relayed(answer)


def _raw_headers(request: Request) -> httpx.Headers:
    """The headers byte for byte: Starlette reads them as Latin-1, httpx would want ASCII."""
    return httpx.Headers(_forwarded(request), encoding="latin-1")


def _forwarded(connection: HTTPConnection) -> dict[str, str]:
    """The visitor's headers, and where they came from as our own server saw it."""
    headers = {
        name: value
        for name, value in connection.headers.items()
        if name not in NOT_RASAS and not name.startswith(("sec-websocket-", "x-forwarded-"))
    }
    secure = connection.url.scheme in ("https", "wss")
    headers["x-forwarded-proto"] = "https" if secure else "http"
    headers["x-forwarded-host"] = connection.headers.get("host", "")
    if connection.client:
        headers["x-forwarded-for"] = connection.client.host
    return headers


async def _of_a_file(request: Request) -> AsyncIterator[bytes]:
    """The body piece by piece. Raises BodyTooLarge at the byte that is one too many."""
    size = 0
    async for piece in request.stream():
        size += len(piece)
        if size > LARGEST_FILE:
            raise BodyTooLarge
        yield piece


def _unavailable() -> JSONResponse:
    return JSONResponse(
        {"code": "unavailable"}, 503, headers={"Retry-After": "2", "Cache-Control": "no-store"}
    )


async def _unless_gone(
    request: Request, sending: Coroutine[Any, Any, httpx.Response]
) -> httpx.Response:
    """Rasa's answer; stops waiting for it, with ClientDisconnect, when the browser has gone."""

    async def gone() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass

    answering, going = asyncio.create_task(sending), asyncio.create_task(gone())
    try:
        await asyncio.wait({answering, going}, return_when=asyncio.FIRST_COMPLETED)
        if not answering.done():
            raise ClientDisconnect
        return answering.result()
    finally:
        answering.cancel()
        going.cancel()


async def _first_of(*ways: Coroutine[Any, Any, None]) -> None:
    """Runs the ways together until one of them ends, then stops the others."""
    tasks = [asyncio.create_task(way) for way in ways]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _upwards(browser: WebSocket, rasa: ClientConnection) -> None:
    with suppress(ConnectionClosed):
        while (message := await browser.receive())["type"] == "websocket.receive":
            text = message.get("text")
            await rasa.send(message["bytes"] if text is None else text)
        await rasa.close()


async def _downwards(rasa: ClientConnection, browser: WebSocket) -> None:
    with suppress(WebSocketDisconnect):
        with suppress(ConnectionClosed):
            async for message in rasa:
                if isinstance(message, str):
                    await browser.send_text(message)
                else:
                    await browser.send_bytes(message)
        # A connection that broke has no code of its own to pass on (RFC 6455, 7.4.1).
        code = rasa.close_code
        await browser.close(1012 if code in (None, 1005, 1006, 1015) else code)
