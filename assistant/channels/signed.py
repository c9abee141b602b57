"""What the operator's backend signs, and how much of it is read."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime, timedelta

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.clock import now

OLDEST = timedelta(minutes=5)
"""How old a signature may be, and how far ahead the sender's clock."""


async def read_body(request: Request, largest: int) -> bytes | None:
    """The body; None as soon as it has more bytes than `largest`."""
    assert request.stream, "a request that is being read has a stream"
    body = b""
    while chunk := await request.stream.read():
        body += chunk
        if len(body) > largest:
            return None
    return body


def is_signed(request: Request, body: bytes, secret: bytes) -> bool:
    """Whether `X-Signature-256` is the HMAC of `X-Event-Time`, a full stop and the body, and that
    time is now.
    """
    time = request.headers.get("X-Event-Time", "")
    signed_at = read_instant(time)
    is_ours = is_hmac(request.headers.get("X-Signature-256", ""), time, body, secret)
    return is_ours and signed_at is not None and is_recent(signed_at)


def is_hmac(signature: str, time: str, body: bytes, secret: bytes) -> bool:
    """Whether `signature` is `sha256=` and the HMAC of a time, a full stop and a body."""
    expected = hmac.new(secret, f"{time}.".encode() + body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(signature.encode(), f"sha256={expected}".encode())


def is_recent(signed_at: datetime) -> bool:
    """Whether somebody may have signed it just now."""
    return abs(now() - signed_at) <= OLDEST


def read_instant(text: object) -> datetime | None:
    """An ISO instant with its zone."""
    try:
        instant = datetime.fromisoformat(str(text).replace("Z", "+00:00"))
    except ValueError:
        return None
    return instant if instant.tzinfo else None


def refusal(reason: str, status: int) -> HTTPResponse:
    """Why something is not taken."""
    return response.json({"error": reason}, status)
