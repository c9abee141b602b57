"""The only place that asks what time it is."""

import os
from datetime import datetime, timedelta, timezone

_STARTED = datetime.now(timezone.utc)


def _shift() -> timedelta:
    start = os.environ.get("ACLARO_NOW")
    return datetime.fromisoformat(start.replace("Z", "+00:00")) - _STARTED if start else timedelta()


_SHIFT = _shift()


def now() -> datetime:
    """The present instant, aware, in UTC; shifted to start at `ACLARO_NOW` where that is set."""
    return datetime.now(timezone.utc) + _SHIFT
