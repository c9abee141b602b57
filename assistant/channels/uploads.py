"""Photos and documents from the widget: kept for the conversation whose session sends them.

POST /webhooks/web/files with a token in `X-Session`, the name in `X-File-Name` (percent-encoded)
and the file as the body. 200: `{"id"}`, for the event `user` of the web channel; else `{"reason",
"retry_after"?}`. The type is read from the bytes, whatever the headers say.

The token is the session's; a visitor, who has no session that lasts, gets one for as long as they
are connected.
"""

from __future__ import annotations

import asyncio
import math
import secrets
from collections.abc import Callable, Collection
from typing import Any
from urllib.parse import unquote

from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.channels.limits import RateLimit
from selfcare.received import NotTaken, ReceivedFiles
from selfcare.signin import Conversation

PATH = "/files"
FILES_PER_MINUTE = 12
AT_ONCE = 8
"""Files whose bytes are in memory at the same time."""
LONGEST_SECONDS = 120
"""For one file over a slow line; the widget tries again."""

_STATUS = {"too_large": 413, "wrong_type": 415, "too_many": 409, "empty": 400}


class Uploads:
    """The way in for files; `sender_of` knows whose session a token is, if anybody's."""

    def __init__(
        self,
        files: ReceivedFiles,
        channel: str,
        sender_of: Callable[[str], str | None],
        origins: Collection[str],
        per_minute: int = FILES_PER_MINUTE,
    ) -> None:
        self._files = files
        self._channel = channel
        self._sender_of = sender_of
        self._origins = origins
        self._limit = RateLimit(per_minute)
        self._room = asyncio.Semaphore(AT_ONCE)
        self._tickets: dict[str, str] = {}
        self._ticket_of: dict[str, str] = {}

    def told(self, sid: str, sender: str, session: str | None) -> dict[str, Any]:
        """What the browser at the socket `sid` has to know: what is taken, and by which token."""
        if session is None:
            session = secrets.token_urlsafe(32)
            self._ticket_of[sid] = session
            self._tickets[session] = sender
        limits = self._files.limits
        return {"types": list(limits.types), "largest": limits.largest, "token": session}

    def gone(self, sid: str) -> None:
        """The socket's own token, if it has one, is good no more."""
        self._tickets.pop(self._ticket_of.pop(sid, ""), None)

    def has(self, sender: str, file: object) -> bool:
        """Whether `sender` sent this file, and it is still here."""
        return isinstance(file, str) and self._files.has(Conversation(self._channel, sender), file)

    def add_to(self, blueprint: Blueprint) -> None:
        """Take files at PATH, from pages of the origins that may embed the widget."""

        @blueprint.route(PATH, methods=["OPTIONS"], name="files_asked")
        async def ask(request: Request) -> HTTPResponse:
            return self._may_send(request)

        @blueprint.route(PATH, methods=["POST"], stream=True, name="files")
        async def take(request: Request) -> HTTPResponse:
            return self._readable(request, await self._take(request))

    def go_first(self, app: Sanic) -> None:
        """Say ourselves who may send: Rasa's own CORS answers every OPTIONS, and allows nobody."""

        async def ask(request: Request) -> HTTPResponse | None:
            is_ours = request.path.endswith(f"/{self._channel}{PATH}")
            is_asked = request.method == "OPTIONS" and is_ours
            return self._may_send(request) if is_asked else None

        # That one comes to the front when the server starts; who comes after it is before it.
        app.register_listener(
            lambda *_: app.request_middleware.appendleft(ask), "before_server_start"
        )

    def _may_send(self, request: Request) -> HTTPResponse:
        return self._readable(request, response.empty())

    async def _take(self, request: Request) -> HTTPResponse:
        if self._is_foreign(request):
            return _refusal("not_allowed", 403)
        token = request.headers.get("X-Session", "")
        sender = self._tickets.get(token) or self._sender_of(token)
        if sender is None:
            return _refusal("no_session", 401)
        if seconds := self._limit.wait(sender):
            return _refusal("too_fast", 429, seconds)
        try:
            async with self._room:
                content = await asyncio.wait_for(self._read(request), LONGEST_SECONDS)
                name = unquote(request.headers.get("X-File-Name", ""))
                conversation = Conversation(self._channel, sender)
                file = await asyncio.to_thread(self._files.keep, conversation, name, content)
        except NotTaken as refusal:
            return _refusal(refusal.reason, _STATUS[refusal.reason])
        except asyncio.TimeoutError:
            return _refusal("too_slow", 408)
        return response.json({"id": file})

    async def _read(self, request: Request) -> bytes:
        """The body. Raises NotTaken as soon as it is too large, before it is read if it says so."""
        assert request.stream, "a request that is being read has a stream"
        largest = self._files.limits.largest
        if int(request.headers.get("Content-Length", "0")) > largest:
            raise NotTaken("too_large")
        content = bytearray()
        while chunk := await request.stream.read():
            content += chunk
            if len(content) > largest:
                raise NotTaken("too_large")
        return bytes(content)

    def _is_foreign(self, request: Request) -> bool:
        origin = request.headers.get("Origin")
        return origin is not None and origin not in self._origins

    def _readable(self, request: Request, answer: HTTPResponse) -> HTTPResponse:
        """With the headers that let a page of an allowed origin send a file and read the answer."""
        answer.headers["Vary"] = "Origin"
        answer.headers["Cache-Control"] = "no-store"
        if "Origin" in request.headers and not self._is_foreign(request):
            answer.headers["Access-Control-Allow-Origin"] = request.headers["Origin"]
            answer.headers["Access-Control-Allow-Headers"] = "x-session, x-file-name, content-type"
            answer.headers["Access-Control-Max-Age"] = "600"
        return answer


def _refusal(reason: str, status: int, retry_after: float | None = None) -> HTTPResponse:
    if retry_after is None:
        return response.json({"reason": reason}, status)
    headers = {"Retry-After": str(math.ceil(retry_after))}
    return response.json({"reason": reason, "retry_after": retry_after}, status, headers)
