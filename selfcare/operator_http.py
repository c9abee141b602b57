"""Requests to the operator's billing: again where that is safe, and not while it is down."""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import requests
from circuitbreaker import CircuitBreaker, CircuitBreakerError
from requests.adapters import HTTPAdapter
from urllib3 import BaseHTTPResponse, Retry, exceptions

from selfcare.errors import (
    NotEligible,
    NotFound,
    Rejected,
    SelfcareError,
    SignedOut,
    TimedOut,
    Unavailable,
)

logger = logging.getLogger(__name__)

#: Seconds to connect, and to wait for an answer: with a look-up after a time-out, an action
#: stays well under the 12 s that a conversation can wait.
TIMEOUT = (2.0, 4.0)
#: Answers that say "not now": reading may be tried once more.
NOT_NOW = (502, 503, 504)
#: After so many failures in a row nothing is asked for so many seconds: customers hear at once
#: that it cannot be done now, and a backend that comes back is not run over.
FAILURES = 5
REST = 30

Json = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """What came back: JSON, and the headers."""

    json_body: Any
    headers: Mapping[str, str]


class _OnceMore(Retry):
    """Once more for what was read, or never arrived; a time-out was waiting enough."""

    def increment(
        self,
        method: str | None = None,
        url: str | None = None,
        response: BaseHTTPResponse | None = None,
        error: Exception | None = None,
        _pool: Any = None,
        _stacktrace: Any = None,
    ) -> "_OnceMore":
        waited = isinstance(error, exceptions.TimeoutError)
        if error and waited and not isinstance(error, exceptions.NewConnectionError):
            raise error
        return super().increment(method, url, response, error, _pool, _stacktrace)


class _Circuit(CircuitBreaker):
    """Opens after failures of the backend; what it refuses is no failure."""

    def __init__(self) -> None:
        super().__init__(FAILURES, REST, Unavailable, name="billing")

    def reset(self) -> None:
        if self.failure_count >= FAILURES:
            logger.warning("billing answers again")
        super().reset()


class OperatorHttp:
    """JSON over HTTP to `base_url` with a customer's token."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url.rstrip("/")
        self._http = requests.Session()
        self._http.trust_env = False
        once_more = _OnceMore(
            1, allowed_methods=["GET"], status_forcelist=NOT_NOW, raise_on_status=False
        )
        for scheme in ("http://", "https://"):
            self._http.mount(scheme, HTTPAdapter(max_retries=once_more))
        self._circuit = _Circuit()
        self._guarded = self._circuit(self._send)

    def send(
        self,
        method: str,
        path: str,
        token: str,
        query: Mapping[str, Any] | None = None,
        body: Json | None = None,
    ) -> Answer:
        """Raises what `selfcare.errors` names; TimedOut where a write may have arrived."""
        try:
            return self._guarded(method, path, token, query, body)
        except CircuitBreakerError as error:
            raise Unavailable(f"{path}: not asked, billing failed {FAILURES} times") from error
        except Unavailable as error:
            if self._circuit.opened:
                logger.warning("billing fails (%s): it is not asked for a while", error)
            raise

    def _send(
        self, method: str, path: str, token: str, query: Mapping[str, Any] | None, body: Json | None
    ) -> Answer:
        try:
            response = self._http.request(
                method,
                self._base_url + path,
                params=query,
                json=body,
                headers={"Authorization": f"Bearer {token}", "Accept": "application/json"},
                timeout=TIMEOUT,
                allow_redirects=False,
            )
        except requests.Timeout as error:
            raise TimedOut(path) from error
        except requests.RequestException as error:
            is_known = method == "GET" or _never_stood(error)
            raise (Unavailable if is_known else TimedOut)(path) from error
        return _answer(response, path)


def _answer(response: requests.Response, path: str) -> Answer:
    succeeded = response.status_code < 300
    try:
        body = response.json()
    except (ValueError, json.JSONDecodeError) as error:
        if succeeded:
            raise Unavailable(f"{path} did not answer with JSON") from error
        body = {}
    if succeeded:
        return Answer(body, response.headers)
    raise _failure(response.status_code, body if isinstance(body, dict) else {}, path)


def _failure(status: int, body: Json, path: str) -> SelfcareError:
    code = str(body.get("code", ""))
    told = f"{path}: {status} {code}"
    if status == 401:
        return SignedOut(told)
    if status == 404:
        return NotFound(told)
    if code == "notEligible":
        return NotEligible(told)
    is_elsewhere = status < 400  # a redirect is not followed: the token stays with this host
    if is_elsewhere or status >= 500 or status == 429:
        return Unavailable(told)
    return Rejected(told)


def _never_stood(error: requests.RequestException) -> bool:
    """Whether the connection was refused: one that broke later may have carried the request."""
    reason = getattr(error.args[0] if error.args else None, "reason", None)
    return isinstance(reason, exceptions.NewConnectionError)
