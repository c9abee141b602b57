"""Turns away what should not be read at all: bodies too large, null bytes in addresses."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from billing.tmf.errors import tmf_error


class Guard:
    """ASGI middleware; `largest_body` in bytes."""

    def __init__(self, app: ASGIApp, largest_body: int) -> None:
        self.app = app
        self.largest_body = largest_body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        if "\x00" in scope["path"] or b"%00" in scope["query_string"]:
            answer = tmf_error(400, "invalid", "Invalid request", "a null byte in the address")
            return await answer(scope, receive, send)
        headers = Headers(scope=scope)
        if "content-length" not in headers and "transfer-encoding" not in headers:
            return await self.app(scope, receive, send)
        messages = await self._body(headers, receive)
        if messages is None:
            limit = f"at most {self.largest_body} bytes"
            answer = tmf_error(413, "tooLarge", "Request too large", limit)
            return await answer(scope, receive, send)

        async def replay() -> Message:
            return messages.pop(0) if messages else await receive()

        return await self.app(scope, replay, send)

    async def _body(self, headers: Headers, receive: Receive) -> list[Message] | None:
        """The body's messages; None as soon as they are too much."""
        if int(headers.get("content-length", "0")) > self.largest_body:
            return None
        messages: list[Message] = []
        size = 0
        while True:
            message = await receive()
            messages.append(message)
            size += len(message.get("body", b""))
            if size > self.largest_body:
                return None
            if not message.get("more_body", False):
                return messages
