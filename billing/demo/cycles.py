"""Monthly billing cycles in an account's time zone."""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

BILLED_CYCLES = 5
DAYS_TO_PAY = 28
FIRST_OF_MONTH, TWENTIETH = 1, 20
YOUNG_MONTH_DAYS = 3


@dataclass(frozen=True)
class Cycle:
    """From `start` up to, not including, `end`; `month` is the one in which it starts.

    Its bill is issued at `end` and is to be paid by `due`.
    """

    start: datetime
    end: datetime
    following: datetime
    due: datetime
    month: str


def cycle_day(now: datetime, zone: ZoneInfo) -> int:
    """The first of the month; in its first days the 20th: the running cycle needs calls."""
    return FIRST_OF_MONTH if now.astimezone(zone).day > YOUNG_MONTH_DAYS else TWENTIETH


def cycles(now: datetime, zone: ZoneInfo) -> list[Cycle]:
    """The billed cycles and the running one, oldest first."""
    local = now.astimezone(zone)
    day = cycle_day(now, zone)
    running = local.year * 12 + local.month - 1 - (1 if local.day < day else 0)
    return [_cycle(running - age, day, zone) for age in range(BILLED_CYCLES, -1, -1)]


def _cycle(month: int, day: int, zone: ZoneInfo) -> Cycle:
    start, end, following = (_midnight(month + ahead, day, zone) for ahead in range(3))
    due = _midnight(month + 1, day, zone, days_later=DAYS_TO_PAY)
    return Cycle(start, end, following, due, f"{month // 12}-{month % 12 + 1:02}")


def _midnight(month: int, day: int, zone: ZoneInfo, days_later: int = 0) -> datetime:
    local = datetime(month // 12, month % 12 + 1, day, tzinfo=zone) + timedelta(days=days_later)
    return local.astimezone(timezone.utc)
