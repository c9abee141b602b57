"""A proxy between the assistant and billing that does damage on request, and counts."""

from __future__ import annotations

import http.client
import json
import socket
import struct
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal
from urllib.parse import urlsplit

Kind = Literal["down", "slow", "status", "malformed", "empty", "lost"]
UPSTREAM_SECONDS = 60
NOT_PASSED_ON = {"connection", "content-length", "date", "host", "server", "transfer-encoding"}


@dataclass(frozen=True)
class Request:
    """What the assistant asked of billing."""

    method: str
    path: str
    body: bytes
    headers: Mapping[str, str]

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Fault:
    """One kind of damage to the requests of a path; ``times`` None is until cleared."""

    kind: Kind
    path: str
    method: str | None = None
    times: int | None = None
    seconds: float = 0.0
    code: int = 500
    body: Any = None

    def hits(self, request: Request) -> bool:
        return (
            self.times != 0
            and self.method in (None, request.method)
            and fnmatchcase(urlsplit(request.path).path, self.path)
        )


@dataclass
class Answer:
    """What goes back to the assistant."""

    code: int
    body: bytes
    headers: list[tuple[str, str]] = field(default_factory=list)


class Faults:
    """The proxy. Paths are shell patterns without the query: ``*/troubleTicket``.

    The newest fault whose pattern and method fit is the one that is applied.
    """

    def __init__(self, port: int, upstream: str) -> None:
        self.requests: list[Request] = []
        self.upstream = urlsplit(upstream)
        self._faults: list[Fault] = []
        self._cleared = threading.Event()
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", port), _Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._server.faults = self
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def down(self, path: str = "*", method: str | None = None, times: int | None = None) -> None:
        """The connection is reset; billing hears nothing."""
        self._add(Fault("down", path, method, times))

    def lost(self, path: str = "*", method: str | None = None, times: int | None = None) -> None:
        """Billing carries the request out; the connection is reset before its answer."""
        self._add(Fault("lost", path, method, times))

    def slow(
        self,
        path: str = "*",
        seconds: float = 10,
        method: str | None = None,
        times: int | None = None,
    ) -> None:
        """The request reaches billing so many seconds late."""
        self._add(Fault("slow", path, method, times, seconds=seconds))

    def status(
        self,
        path: str,
        code: int,
        body: Any = None,
        method: str | None = None,
        times: int | None = None,
    ) -> None:
        """An error of this code instead of billing's answer; ``body`` replaces the usual one."""
        self._add(Fault("status", path, method, times, code=code, body=body))

    def malformed(
        self, path: str = "*", method: str | None = None, times: int | None = None
    ) -> None:
        """Billing's answer, cut in the middle of its JSON."""
        self._add(Fault("malformed", path, method, times))

    def empty(self, path: str = "*", method: str | None = None, times: int | None = None) -> None:
        """An empty list."""
        self._add(Fault("empty", path, method, times))

    def clear(self) -> None:
        """No more faults, slow answers are let go, and the count starts at nothing."""
        with self._lock:
            self._faults.clear()
            self.requests.clear()
            self._cleared.set()
            self._cleared = threading.Event()

    def count(self, path: str = "*", method: str | None = None) -> int:
        """How many requests of this kind came since the last clearing."""
        return len(self.seen(path, method))

    def seen(self, path: str = "*", method: str | None = None) -> list[Request]:
        """The requests of this kind since the last clearing, oldest first."""
        with self._lock:
            pattern = Fault("down", path, method)
            return [request for request in self.requests if pattern.hits(request)]

    def close(self) -> None:
        self.clear()
        self._server.shutdown()
        self._server.server_close()

    def _add(self, fault: Fault) -> None:
        with self._lock:
            self._faults.insert(0, fault)

    def answer(self, request: Request) -> Answer | None:
        """The answer to a request, or None where the connection is to be reset."""
        with self._lock:
            self.requests.append(request)
            fault = next((fault for fault in self._faults if fault.hits(request)), None)
            cleared = self._cleared
            if fault and fault.times:
                fault.times -= 1
        if fault is None:
            return self._forward(request)
        return self._damaged(fault, request, cleared)

    def _damaged(self, fault: Fault, request: Request, cleared: threading.Event) -> Answer | None:
        if fault.kind == "status":
            return _json(fault.code, fault.body or _error_body(request, fault.code))
        if fault.kind == "empty":
            return _json(200, [], [("X-Total-Count", "0"), ("X-Result-Count", "0")])
        if fault.kind == "malformed":
            return Answer(200, b'[{"id": "1", "hr', [("Content-Type", "application/json")])
        if fault.kind == "slow":
            let_go = cleared.wait(fault.seconds)
            return None if let_go else self._forward(request)
        if fault.kind == "lost":
            self._forward(request)
        return None

    def _forward(self, request: Request) -> Answer | None:
        connection = http.client.HTTPConnection(
            self.upstream.hostname or "", self.upstream.port, timeout=UPSTREAM_SECONDS
        )
        try:
            connection.request(request.method, request.path, request.body, dict(request.headers))
            response = connection.getresponse()
            kept = [(n, v) for n, v in response.getheaders() if n.lower() not in NOT_PASSED_ON]
            return Answer(response.status, self._through_here(request, response.read()), kept)
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()

    def _through_here(self, request: Request, body: bytes) -> bytes:
        """The sign-in's own endpoints lead through the proxy too; the customer's page does not."""
        if not request.path.startswith("/.well-known/"):
            return body
        return body.replace(
            f"{self.upstream.geturl()}/oauth/".encode(), f"{self.url}/oauth/".encode()
        )


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    faults: Faults


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        headers = {n: v for n, v in self.headers.items() if n.lower() not in NOT_PASSED_ON}
        headers["Host"] = self.server.faults.upstream.netloc
        request = Request(self.command, self.path, self.rfile.read(length), headers)
        answer = self.server.faults.answer(request)
        if answer is None:
            self._reset()
        else:
            self._send(answer)

    do_POST = do_PATCH = do_PUT = do_DELETE = do_HEAD = do_GET  # noqa: N815

    def log_message(self, *args: object) -> None:
        """Says nothing."""

    def _send(self, answer: Answer) -> None:
        try:
            self.send_response(answer.code)
            for name, value in answer.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)
        except OSError:  # the assistant has waited long enough
            self.close_connection = True

    def _reset(self) -> None:
        """Closes so that the other side sees a reset, not an end."""
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.close_connection = True


def _json(code: int, body: Any, headers: list[tuple[str, str]] | None = None) -> Answer:
    kind = [("Content-Type", "application/json")]
    return Answer(code, json.dumps(body).encode(), kind + (headers or []))


def _error_body(request: Request, code: int) -> dict[str, Any]:
    if request.path.startswith("/oauth/"):
        return {"error": "invalid_token" if code == 401 else "server_error"}
    return {"code": "injected", "reason": "A fault of the test", "status": str(code)}
