"""By when the operator answers, and when it is reminded: data, in `deadlines.yml`."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml
from holidays import country_holidays

FILE = Path(__file__).with_name("deadlines.yml")
SATURDAY = 5
END_OF_DAY = time(23, 59, 59)
#: Nobody is promised an answer sooner.
LEAST_TIME = timedelta(hours=1)


@dataclass(frozen=True)
class AnswerTime:
    """In business days: until the answer, and how long before that the reminder comes."""

    answer: int
    remind_before: int


@cache
def answer_times(path: Path = FILE) -> dict[str, AnswerTime]:
    """The operator's, by the type of a ticket."""
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {ticket_type: AnswerTime(**days) for ticket_type, days in read.items()}


def answer_due(received: datetime, business_days: int, country: str, time_zone: str) -> datetime:
    """The end, in the account's time zone, of the last of that many business days after receipt.

    Business days are Monday to Friday without the country's public holidays.
    """
    zone = ZoneInfo(time_zone)
    day = _business_day(received.astimezone(zone).date(), business_days, country)
    return datetime.combine(day, END_OF_DAY, zone).astimezone(timezone.utc)


def reminder_due(due: datetime, business_days: int, country: str, time_zone: str) -> datetime:
    """The beginning, in the account's time zone, of the day that many business days before."""
    zone = ZoneInfo(time_zone)
    day = _business_day(due.astimezone(zone).date(), -business_days, country)
    return datetime.combine(day, time.min, zone).astimezone(timezone.utc)


def _business_day(day: date, distance: int, country: str) -> date:
    """The business day so many business days after `day`, or before it."""
    step = timedelta(days=1 if distance > 0 else -1)
    for _ in range(abs(distance)):
        day += step
        while day.weekday() >= SATURDAY or day in _holidays(country, day.year):
            day += step
    return day


@cache
def _holidays(country: str, year: int) -> frozenset[date]:
    """Worked out once: it takes longer than anything else about a deadline."""
    return frozenset(country_holidays(country, years=year))
