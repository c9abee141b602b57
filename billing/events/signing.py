"""What goes between the backend and those who know its secret is signed, in both directions.

`X-Event-Time` is an ISO instant, `X-Signature-256` `sha256=` and the HMAC of that time, a full stop
and the body.
"""

import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta

TIME, SIGNATURE = "X-Event-Time", "X-Signature-256"
#: How old a signature may be, and how far ahead the sender's clock.
OLDEST = timedelta(minutes=5)


def signed(content: bytes, secret: str, now: datetime) -> dict[str, str]:
    """The headers by which the receiver knows that it is us, and now."""
    time = now.isoformat()
    return {TIME: time, SIGNATURE: _signature(time, content, secret)}


def is_signed(headers: Mapping[str, str], content: bytes, secret: str, now: datetime) -> bool:
    """Whether the sender knows the secret, and has signed this just now."""
    time = headers.get(TIME, "")
    expected = _signature(time, content, secret).encode()
    is_theirs = hmac.compare_digest(headers.get(SIGNATURE, "").encode(), expected)
    signed_at = _instant(time)
    return is_theirs and signed_at is not None and abs(now - signed_at) <= OLDEST


def _signature(time: str, content: bytes, secret: str) -> str:
    digest = hmac.new(secret.encode(), f"{time}.".encode() + content, hashlib.sha256)
    return f"sha256={digest.hexdigest()}"


def _instant(text: str) -> datetime | None:
    try:
        instant = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None
    return instant if instant.tzinfo else None
