"""The only place in this room that asks the time."""

from __future__ import annotations

import os
import time
from datetime import datetime, timedelta, timezone

_STARTED = time.monotonic()


def now() -> datetime:
    """The present instant, aware, in UTC.

    With `ACLARO_NOW` set to an ISO instant, the clock started there and runs on.
    """
    start = os.environ.get("ACLARO_NOW")
    if not start:
        return datetime.now(timezone.utc)
    begun = datetime.fromisoformat(start.replace("Z", "+00:00")).astimezone(timezone.utc)
    return begun + timedelta(seconds=time.monotonic() - _STARTED)
