"""Turns away what should not be read at all: bodies too large or not JSON, null bytes in addresses,
conditions that cannot be true.
"""

import re

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from billing.access import NotSignedInError, caller_of
from billing.tmf.errors import not_signed_in, tmf_error
from billing.tmf.specified import ROOT

#: What attachments are attached to.
REPORTS = f"{ROOT}/troubleTicket/v4/troubleTicket"
#: The content of an attachment as it stands in the body; a slash may be escaped.
CONTENT = re.compile(rb'"content"\s*:\s*"([A-Za-z0-9+/=\\]*)"')
#: What bodies are written in, by the methods that have one.
MEDIA_TYPES = {
    "POST": ("application/json",),
    "PATCH": ("application/json", "application/merge-patch+json"),
}


class Guard:
    """ASGI middleware; `largest_body` in bytes, and that of a report with its attachments.

    A larger body is read with a valid token alone, and only base64 may make it large: so nobody
    makes the server read, or parse, many megabytes of anything else.
    """

    def __init__(self, app: ASGIApp, largest_body: int, largest_with_attachments: int) -> None:
        self.app = app
        self.largest_body = largest_body
        self.largest_with_attachments = largest_with_attachments

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        if "\x00" in scope["path"] or b"%00" in scope["query_string"]:
            answer = tmf_error(400, "invalid", "Invalid request", "a null byte in the address")
            return await answer(scope, receive, send)
        headers = Headers(scope=scope)
        if scope["method"] != "GET" and headers.get("if-match", "*").strip() != "*":
            answer = tmf_error(
                412, "preconditionFailed", "Precondition failed", "no resource has an ETag here"
            )
            return await answer(scope, receive, send)
        if "content-length" not in headers and "transfer-encoding" not in headers:
            return await self.app(scope, receive, send)
        try:
            messages = await self._body(scope, receive)
        except NotSignedInError as error:
            return await not_signed_in(Request(scope), error)(scope, receive, send)
        if messages is None:
            limit = f"at most {self.largest_body} bytes beside what is attached to a report"
            answer = tmf_error(413, "tooLarge", "Request too large", limit)
            return await answer(scope, receive, send)
        if any(message.get("body") for message in messages) and not _is_json(scope, headers):
            return await _no_such_media(scope)(scope, receive, send)

        async def replay() -> Message:
            return messages.pop(0) if messages else await receive()

        return await self.app(scope, replay, send)

    async def _body(self, scope: Scope, receive: Receive) -> list[Message] | None:
        """The body's messages; None as soon as they are too much.

        Raises NotSignedInError where so much takes a token.
        """
        may_attach = scope["method"] in ("POST", "PATCH") and scope["path"].startswith(REPORTS)
        largest = self.largest_with_attachments if may_attach else self.largest_body
        size = int(Headers(scope=scope).get("content-length", "0"))
        if size > largest:
            return None
        is_known = False
        messages: list[Message] = []
        received = 0
        while True:
            if max(size, received) > self.largest_body and not is_known:
                await run_in_threadpool(caller_of, Request(scope))
                is_known = True
            message = await receive()
            messages.append(message)
            received += len(message.get("body", b""))
            if received > largest:
                return None
            if not message.get("more_body", False):
                break
        return messages if received <= self.largest_body or self._is_small(messages) else None

    def _is_small(self, messages: list[Message]) -> bool:
        """Whether the body without the content of attachments is as small as any other."""
        body = b"".join(message.get("body", b"") for message in messages)
        contents = sum(len(found[1]) for found in CONTENT.finditer(body))
        return len(body) - contents <= self.largest_body


def _is_json(scope: Scope, headers: Headers) -> bool:
    """Whether a body is in a form that its method takes, and not compressed."""
    taken = MEDIA_TYPES.get(scope["method"])
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    encoding = headers.get("content-encoding", "identity").lower()
    return taken is None or (media_type in taken and encoding == "identity")


def _no_such_media(scope: Scope) -> JSONResponse:
    method: str = scope["method"]
    taken = ", ".join(MEDIA_TYPES[method])
    return tmf_error(
        415,
        "unsupportedMediaType",
        "Unsupported media type",
        f"this takes {taken}, not compressed",
        {f"Accept-{method.title()}": taken, "Accept-Encoding": "identity"},
    )
