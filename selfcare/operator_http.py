"""Requests to the operator's billing: again where that is safe, and not while it is down."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import requests
from circuitbreaker import CircuitBreaker, CircuitBreakerError
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from urllib3 import BaseHTTPResponse, Retry, exceptions

from selfcare.errors import (
    Changed,
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
#: Answers that say "not now": reading may be tried once more, unless the server says when.
NOT_NOW = (502, 503, 504)
#: After so many failures in a row nothing is asked for so many seconds: customers hear at once
#: that it cannot be done now, and a backend that comes back is not run over.
FAILURES = 5
REST = 30

Json = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """What came back: JSON (None for a write that was answered without), the headers, and the
    path of the next page where the server links to one of its own.
    """

    json_body: Any
    headers: Mapping[str, str]
    next_page: str | None = None


class NobodyThere(NotFound):
    """404 without TM Forum's error body: more likely a wrong address than a missing thing."""


class NotUnderstood(Rejected):
    """400: the server does not take the request in this form; nothing came of it."""


class Over(Rejected):
    """409: what is asked for fits no more with how things stand there."""


class Stumbled(Unavailable):
    """Billing fails at this request, and may well answer all others."""


class _OnceMore(Retry):
    """Once more for what was read, or never arrived; a time-out was waiting enough, and a server
    that says when to come back (Retry-After) is not asked before.
    """

    def is_retry(self, method: str, status_code: int, has_retry_after: bool = False) -> bool:
        return not has_retry_after and super().is_retry(method, status_code)

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
    """Opens after failures of the backend: it is out of reach, too slow, or says "not now".

    What it refuses is no failure; nor is a request at which it stumbles (500): one customer's
    broken data must not close billing for all.
    """

    def __init__(self, name: str) -> None:
        super().__init__(FAILURES, REST, self._is_down, name=name)

    @staticmethod
    def _is_down(kind: type[BaseException], error: BaseException) -> bool:
        return issubclass(kind, Unavailable) and not issubclass(kind, Stumbled)

    def reset(self) -> None:
        if self.failure_count >= FAILURES:
            logger.warning("%s answers again", self.name)
        super().reset()


class OperatorHttp:
    """JSON over HTTP to `base_url`; `timeout` as in TIMEOUT.

    Requests carry a customer's token, or what `auth` gives them: each is one's own.
    """

    def __init__(
        self,
        base_url: str,
        timeout: tuple[float, float] = TIMEOUT,
        name: str = "billing",
        auth: AuthBase | None = None,
    ) -> None:
        self._base_url = base_url.rstrip("/")
        self._timeout = timeout
        self._name = name
        self._http = requests.Session()
        self._http.trust_env = False
        self._http.auth = auth
        once_more = _OnceMore(
            1, allowed_methods=["GET"], status_forcelist=NOT_NOW, raise_on_status=False
        )
        for scheme in ("http://", "https://"):
            self._http.mount(scheme, HTTPAdapter(max_retries=once_more))
        self._circuit = _Circuit(name)
        self._guarded = self._circuit(self._send)

    def send(
        self,
        method: str,
        path: str,
        token: str | None = None,
        query: Mapping[str, Any] | None = None,
        body: Json | None = None,
        if_match: str | None = None,
    ) -> Answer:
        """Raises what `selfcare.errors` names; TimedOut where a write may have arrived, Changed
        where the resource has another ETag than `if_match`.
        """
        headers = {"Accept": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if if_match:
            headers["If-Match"] = if_match
        try:
            return self._guarded(method, path, headers, query, body)
        except CircuitBreakerError as error:
            raise Unavailable(f"{path}: not asked, {self._name} failed {FAILURES} times") from error
        except Unavailable as error:
            if self._circuit.opened:
                logger.warning("%s fails (%s): it is not asked for a while", self._name, error)
            raise

    def _send(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str],
        query: Mapping[str, Any] | None,
        body: Json | None,
    ) -> Answer:
        where = path.partition("?")[0]  # what is asked for may be personal
        try:
            response = self._http.request(
                method,
                self._base_url + path,
                params=query,
                json=body,
                headers=headers,
                timeout=self._timeout,
                allow_redirects=False,
            )
        except requests.Timeout as error:
            raise TimedOut(where) from error
        except requests.RequestException as error:
            is_known = method == "GET" or _never_stood(error)
            raise (Unavailable if is_known else TimedOut)(where) from error
        return self._answer(response, where)

    def _answer(self, response: requests.Response, path: str) -> Answer:
        succeeded = response.status_code < 300
        try:
            body = response.json()
        except ValueError as error:
            if succeeded and response.request.method == "GET":
                raise Unavailable(f"{path} did not answer with JSON") from error
            body = None
        if succeeded:
            return Answer(body, response.headers, self._next_page(response))
        raise _failure(response.status_code, body if isinstance(body, dict) else {}, path)

    def _next_page(self, response: requests.Response) -> str | None:
        """The token goes to no other host than the one it is for."""
        link = response.links.get("next", {}).get("url")
        url = urljoin(response.url, link) if link else ""
        return url[len(self._base_url) :] if url.startswith(self._base_url + "/") else None


def _failure(status: int, body: Json, path: str) -> SelfcareError:
    code = str(body.get("code", ""))
    told = f"{path}: {status} {code}"
    if status == 400:
        return NotUnderstood(told)
    if status == 401:
        return SignedOut(told)
    if status == 404:
        return NotFound(told) if code else NobodyThere(told)
    if status == 412:
        return Changed(told)
    if code == "notEligible":
        return NotEligible(told)
    if status == 409:
        return Over(told)
    if status >= 500 and status not in NOT_NOW:
        return Stumbled(told)
    is_elsewhere = status < 400  # a redirect is not followed: the token stays with this host
    if is_elsewhere or status >= 500 or status == 429:
        return Unavailable(told)
    return Rejected(told)


def _never_stood(error: requests.RequestException) -> bool:
    """Whether the connection was refused: one that broke later may have carried the request."""
    reason = getattr(error.args[0] if error.args else None, "reason", None)
    return isinstance(reason, exceptions.NewConnectionError)
