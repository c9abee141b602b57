"""The only place that asks the time."""

import os
from datetime import datetime, timedelta, timezone


def _lead() -> timedelta:
    start = os.environ.get("ACLARO_NOW")
    if not start:
        return timedelta(0)
    instant = datetime.fromisoformat(start.replace("Z", "+00:00"))
    if instant.tzinfo is None:
        raise ValueError("ACLARO_NOW needs a time zone, as in 2026-11-22T10:00:00Z")
    return instant - datetime.now(timezone.utc)


_LEAD = _lead()


def now() -> datetime:
    """The present instant in UTC; starts at ACLARO_NOW where that is set, and runs on."""
    return datetime.now(timezone.utc) + _LEAD


def true_time() -> datetime:
    """The present instant in UTC whatever ACLARO_NOW says, to agree with other devices' clocks."""
    return datetime.now(timezone.utc)
