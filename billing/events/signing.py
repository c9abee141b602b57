"""What goes between the backend and those who know its secret is signed, in both directions.

`X-Event-Time` is an ISO instant, `X-Signature-256` `sha256=` and the HMAC of four things, a line
break between each two: the method, the target (path and query, as they are sent), that time and the
body. So what was signed for one address is worth nothing at another.
"""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

TIME, SIGNATURE = "X-Event-Time", "X-Signature-256"
#: How old a signature may be, and how far ahead the sender's clock.
OLDEST = timedelta(minutes=5)


@dataclass(frozen=True)
class Sent:
    """What is signed of a request; `target` is its path and query."""

    method: str
    target: bytes
    content: bytes


def signed(sent: Sent, secret: str, now: datetime) -> dict[str, str]:
    """The headers by which the receiver knows that it is us, and now."""
    time = now.isoformat()
    return {TIME: time, SIGNATURE: _signature(sent, time, secret)}


def is_signed(sent: Sent, headers: Mapping[str, str], secret: str, now: datetime) -> bool:
    """Whether the sender knows the secret, and has signed this just now."""
    time = headers.get(TIME, "")
    expected = _signature(sent, time, secret).encode()
    is_theirs = hmac.compare_digest(headers.get(SIGNATURE, "").encode(), expected)
    signed_at = _instant(time)
    return is_theirs and signed_at is not None and abs(now - signed_at) <= OLDEST


def _signature(sent: Sent, time: str, secret: str) -> str:
    said = b"\n".join((sent.method.encode(), sent.target, time.encode(), sent.content))
    return f"sha256={hmac.new(secret.encode(), said, hashlib.sha256).hexdigest()}"


def _instant(text: str) -> datetime | None:
    try:
        instant = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None
    return instant if instant.tzinfo else None
