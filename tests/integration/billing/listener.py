"""Somebody who listens to events: a real HTTP server of a test's own."""

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

JSON = dict[str, Any]


class Listener:
    """Keeps what it was sent and accepted; `answers` says how it answers next (then 204)."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.address = f"http://127.0.0.1:{server.server_port}/events"
        self.answers: list[int] = []
        self.attempts: list[JSON] = []
        self.accepted: list[JSON] = []
        self.headers: list[dict[str, str]] = []
        self.targets: list[str] = []
        self.contents: list[bytes] = []
        #: While it is not set, nothing is answered.
        self.awake = threading.Event()
        self.awake.set()
        self._lock = threading.Lock()

    def hear(self, content: bytes, headers: dict[str, str]) -> int:
        """The status with which it answers."""
        with self._lock:
            body: JSON = json.loads(content)
            self.attempts.append(body)
            self.headers.append(headers)
            self.contents.append(content)
            status = self.answers.pop(0) if self.answers else 204
            if status == 204:
                self.accepted.append(body)
        self.awake.wait()
        return status

    def types(self) -> list[str]:
        """The types of what it accepted, without their common beginning and end."""
        return [short(event) for event in self.accepted]


def short(event: JSON) -> str:
    """TroubleTicketStatusChangeEvent → StatusChange."""
    name: str = event["eventType"]
    return name.removeprefix("TroubleTicket").removesuffix("Event")


def signature(secret: str, method: str, target: str, time: str, content: bytes) -> str:
    """As a listener works it out."""
    said = "\n".join((method, target, time, "")).encode() + content
    return "sha256=" + hmac.new(secret.encode(), said, hashlib.sha256).hexdigest()


@contextmanager
def listening() -> Iterator[Listener]:
    """A listener on a free port."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"]))
            listener.targets.append(self.path)
            status = listener.hear(content, dict(self.headers.items()))
            self.send_response(status)
            if status == 302:
                self.send_header("Location", listener.address)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listener = Listener(server)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield listener
    finally:
        listener.awake.set()
        server.shutdown()
        server.server_close()
        thread.join()
