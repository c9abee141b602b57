"""How much of a request is read, which headers prove whose it is, and what a refusal says."""

from __future__ import annotations

import hmac

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


def is_proven(given: str, expected: bytes) -> bool:
    """Whether a header is what is `expected`, which who guesses does not find out byte by byte.

    A header may have bytes that are no text; Sanic has them as half surrogates.
    """
    return hmac.compare_digest(given.encode(errors="surrogateescape"), expected)


def refusal(reason: str, status: int) -> HTTPResponse:
    """Why something is not taken."""
    return response.json({"error": reason}, status)
