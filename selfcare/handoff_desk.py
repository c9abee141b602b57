"""The operator's own desk, over signed HTTP: `/handoff/v1` of the billing backend."""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from typing import Any
from urllib.parse import quote

from requests import PreparedRequest
from requests.auth import AuthBase

from selfcare.errors import NotFound, SignedOut, Unavailable
from selfcare.handoff import MOST_LINES, Ended, Handoff, Place, Presence, Wish, Words
from selfcare.operator_http import NobodyThere, OperatorHttp, Over

CONVERSATIONS = "/handoff/v1/conversations"
#: Characters that the desk takes of a line; lists are longer than anybody reads there.
LONGEST_LINE = 10_000


class SignedAuth(AuthBase):
    """Signs a request: `X-Event-Time`, and the HMAC of method, path with query, that time and body,
    a line break between each two.
    """

    def __init__(self, secret: str, now: Callable[[], datetime]) -> None:
        self._secret = secret.encode()
        self._now = now

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        """The request with its two headers."""
        body = request.body or b""
        content = body.encode() if isinstance(body, str) else body
        time = self._now().isoformat()
        said = "\n".join((str(request.method), request.path_url, time, "")).encode() + content
        digest = hmac.new(self._secret, said, hashlib.sha256)
        request.headers["X-Event-Time"] = time
        request.headers["X-Signature-256"] = f"sha256={digest.hexdigest()}"
        return request


class HandoffDesk(Handoff):
    """Calls a hand-off by our id, which makes everything safe to say twice."""

    def __init__(self, http: OperatorHttp) -> None:
        self._http = http

    def presence(self) -> Presence:
        """Who is there."""
        answer = self._ask("GET", "/handoff/v1/presence")
        return Presence(_number(answer, "present"), _number(answer, "waiting"))

    def open(self, id_: str, wish: Wish) -> str:
        """Put it on the waiting list."""
        customer = wish.customer
        self._ask(
            "POST",
            CONVERSATIONS,
            {
                "id": id_,
                "channel": wish.conversation.channel,
                "language": wish.language,
                "customer": customer and {"name": customer.name, "accountId": customer.account},
                "summary": {
                    "wish": wish.intent,
                    "report": wish.report,
                    "language": wish.language,
                },
                "transcript": [
                    {**asdict(line), "text": line.text[:LONGEST_LINE], "at": line.at.isoformat()}
                    for line in wish.lines[-MOST_LINES:]
                ],
            },
        )
        return id_

    def place(self, reference: str) -> Place:
        """How it stands."""
        answer = self._about(reference, "GET")
        return Place(
            str(answer.get("state")), _number(answer, "position"), _number(answer, "present")
        )

    def hear(self, reference: str, words: Words) -> None:
        """The customer's words, under the id of the message."""
        body = {"id": words.id, "text": words.text, "at": words.at.isoformat()}
        self._about(reference, "POST", "/messages", body)

    def untold(self, reference: str, words: str) -> None:
        """The desk knows: it takes no words after the end, and shows by whom it came."""

    def end(self, reference: str, reason: str) -> None:
        """Off the list, or out of the officer's hands."""
        self._about(reference, "POST", "/end", {"reason": reason})

    def _about(
        self, reference: str, method: str, what: str = "", body: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        try:
            return self._ask(method, f"{CONVERSATIONS}/{quote(reference, safe='')}{what}", body)
        except NobodyThere as error:
            raise Unavailable(str(error)) from error
        except (NotFound, Over) as error:
            raise Ended(str(error)) from error

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        try:
            answer = self._http.send(method, path, body=body).json_body
        except SignedOut as error:
            raise Unavailable("the desk does not know our signature: HANDOFF_SECRET") from error
        if not isinstance(answer, dict):
            raise Unavailable(f"{path} did not answer with an object")
        return answer


def _number(answer: dict[str, Any], name: str) -> int:
    value = answer.get(name)
    if not isinstance(value, int):
        raise Unavailable(f"the desk says no {name}")
    return value
