"""Which day a customer means who leaves out the month or the year."""

from datetime import date

from selfcare.months import MONTHS


def day_in_numbers(today: date, day: str, month: str, year: str | None) -> date | None:
    """Day and month as Europeans write them; without a year the latest one that is past."""
    try:
        if year:
            return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None
    return latest_day_of_year(int(day), int(month), today)


def latest_day_of_year(day: int, month: int, today: date) -> date | None:
    """The latest such day that is not after `today`: the 29th of February may be years ago."""
    for year in range(today.year, today.year - 9, -1):
        try:
            candidate = date(year, month, day)
        except ValueError:
            continue
        if candidate <= today:
            return candidate
    return None


def latest_day_of_month(day: int, today: date) -> date | None:
    """The latest day with this number that is not after `today`."""
    year, month = today.year, today.month
    for _ in MONTHS:
        try:
            candidate = date(year, month, day)
        except ValueError:
            candidate = None
        if candidate and candidate <= today:
            return candidate
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return None
