"""An operator's HTTP service that answers what a test tells it, and notes what it was asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Asked:
    """One request."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)

    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode()))


@dataclass(frozen=True)
class Reply:
    """One answer: `body` as JSON unless it is bytes; `never` if it does not come at all, `broken`
    if the connection ends instead.
    """

    body: Any = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    never: bool = False
    broken: bool = False

    @property
    def content(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


NEVER = Reply(never=True)
BROKEN = Reply(broken=True)
Answering = Callable[[Asked], Reply]


class OperatorServer(ThreadingHTTPServer):
    """Answers each path's requests with the replies told, the last one for good."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.asked: list[Asked] = []
        self.over = threading.Event()
        self._replies: dict[tuple[str, str], list[Reply | Answering]] = {}

    def tell(self, method: str, path: str, *replies: Reply | Answering) -> None:
        """What to answer there, one request after the other."""
        self._replies[method, path] = list(replies)

    def answer(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        replies = self._replies.get((asked.method, asked.path))
        if not replies:
            return Reply({"code": "notTold"}, 404)
        reply = replies.pop(0) if len(replies) > 1 else replies[0]
        return reply if isinstance(reply, Reply) else reply(asked)

    def requests(self, method: str, path: str) -> list[Asked]:
        """What was asked there."""
        return [it for it in self.asked if (it.method, it.path) == (method, path)]


@contextmanager
def serving() -> Iterator[OperatorServer]:
    """A server on a free port; gone at the end, with whoever waits for an answer."""
    server = OperatorServer()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: OperatorServer

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        query = dict(parse_qsl(parts.query))
        reply = self.server.answer(
            Asked(self.command, parts.path, query, dict(self.headers.items()), body)
        )
        if reply.never:
            self.server.over.wait()
        if reply.never or reply.broken:
            return
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.content)))
        self.end_headers()
        self.wfile.write(reply.content)

    do_POST = do_PATCH = do_GET  # noqa: N815

    def log_message(self, *args: object) -> None:
        """Says nothing."""
