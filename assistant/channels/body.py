"""How much of a request is read, and what a refusal of it says."""

from __future__ import annotations

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse


async def read_body(request: Request, largest: int) -> bytes | None:
    """The body; None as soon as it has more bytes than `largest`."""
    assert request.stream, "a request that is being read has a stream"
    body = bytearray()
    while chunk := await request.stream.read():
        body += chunk
        if len(body) > largest:
            return None
    return bytes(body)


def refusal(reason: str, status: int) -> HTTPResponse:
    """Why something is not taken."""
    return response.json({"error": reason}, status)
