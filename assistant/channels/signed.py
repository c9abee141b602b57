"""What the operator's backend signs, and how it is listened to."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TypeVar

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.channels.body import is_proven, read_body, refusal
from assistant.clock import now

LARGEST_BODY = 64 * 1024
"""Bytes; an event of a report has a few hundred, what a person says a few thousand."""
OLDEST = timedelta(minutes=5)
"""How old a signature may be, and how far ahead the sender's clock."""

Event = TypeVar("Event")


def add_listener(
    blueprint: Blueprint,
    secret: bytes,
    read: Callable[[bytes], Event | None],
    take: Callable[[Request, Event], Awaitable[HTTPResponse]],
) -> None:
    """Have `take` answer what is posted to the blueprint's address, is signed under `secret` and is
    an event to `read`.
    """

    @blueprint.route("/", methods=["POST"], stream=True)
    async def listen(request: Request) -> HTTPResponse:
        body = await read_body(request, LARGEST_BODY)
        if body is None:
            return refusal("too long", 413)
        if not is_signed(request, body, secret):
            return refusal("not signed", 401)
        event = read(body)
        return refusal("not an event", 400) if event is None else await take(request, event)


def is_signed(request: Request, body: bytes, secret: bytes) -> bool:
    """Whether `X-Signature-256` is the HMAC of method, path with query, `X-Event-Time` and body, a
    line break between each two, and that time is now.
    """
    time = request.headers.get("X-Event-Time", "")
    signed_at = read_instant(time)
    if signed_at is None or not is_recent(signed_at):
        return False
    said = b"\n".join((request.method.encode(), request.raw_url, time.encode(), body))
    return is_hmac(request.headers.get("X-Signature-256", ""), said, secret)


def is_hmac(signature: str, said: bytes, secret: bytes) -> bool:
    """Whether `signature` is `sha256=` and the HMAC of what is said."""
    expected = hmac.new(secret, said, hashlib.sha256).hexdigest()
    return is_proven(signature, f"sha256={expected}".encode())


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
