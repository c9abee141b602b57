"""By when the operator answers."""

from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

from holidays import country_holidays

SATURDAY = 5
END_OF_DAY = time(23, 59, 59)


def answer_due(received: datetime, business_days: int, country: str, time_zone: str) -> datetime:
    """The end, in the account's time zone, of the last of that many business days after receipt.

    Business days are Monday to Friday without the country's public holidays.
    """
    zone = ZoneInfo(time_zone)
    day = received.astimezone(zone).date()
    while business_days:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY and day not in _holidays(country, day.year):
            business_days -= 1
    return datetime.combine(day, END_OF_DAY, zone).astimezone(timezone.utc)


@cache
def _holidays(country: str, year: int) -> frozenset[date]:
    """Worked out once: it takes longer than anything else about a deadline."""
    return frozenset(country_holidays(country, years=year))
