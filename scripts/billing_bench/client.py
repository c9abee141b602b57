"""Customers' requests to a site, and how long each answer takes."""

import json
import time
from http.client import HTTPConnection, HTTPException
from threading import local
from typing import Any
from urllib.parse import urlencode

JSON = dict[str, Any]


class Client:
    """One connection for each thread, as long as the thread lives."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._own = local()

    def get(self, customer: str, path: str, **query: str | int) -> tuple[float, str]:
        """A list: milliseconds until it was here, and its Link."""
        address = f"{path}?{urlencode(query)}" if query else path
        began = time.perf_counter()
        status, link = self._send("GET", address, customer)
        if status not in (200, 206):
            raise RuntimeError(f"{address} was answered with {status}")
        return (time.perf_counter() - began) * 1000, link

    def post(self, customer: str, path: str, body: JSON) -> int:
        """The status; 0 where no answer came."""
        try:
            return self._send("POST", path, customer, json.dumps(body))[0]
        except (OSError, HTTPException):
            self._own.__dict__.clear()
            return 0

    def _send(
        self, method: str, address: str, customer: str, body: str | None = None
    ) -> tuple[int, str]:
        if not hasattr(self._own, "connection"):
            self._own.connection = HTTPConnection("127.0.0.1", self._port, timeout=30)
        headers = {"Authorization": f"Bearer token {customer}", "Content-Type": "application/json"}
        self._own.connection.request(method, address, body, headers)
        answer = self._own.connection.getresponse()
        answer.read()
        return answer.status, answer.headers.get("Link", "")
