"""Marks that stand in a text for days and periods, until it is clear which of them belong together.

`<d2026-11-03>` is a day, `<w2026-11-02>` the week that begins on it, `<m2026-10>` a month, `<n…>` a
month whose name is another word as often, `<y2025>` a year, `<p2026-10-03/2026-10-09>` what lies
between two days. The year 0000 was not said.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from selfcare.dates import latest_day_of_year

UNSAID = "0000"
#: Any mark, by its kind and what it says.
MARK = re.compile(r"<(?P<kind>[dwmnyp])(?P<said>[\d/-]+)>")
DAY_MARK = r"<d\d{4}-\d\d-\d\d>"
WEEK_MARK = r"<w\d{4}-\d\d-\d\d>"
MONTH_MARK = r"<[mn]\d{4}-\d\d>"

Span = tuple[date, date]


def day_mark(day: date) -> str:
    """The mark of a day."""
    return f"<d{day.isoformat()}>"


def week_mark(day: date) -> str:
    """The mark of the week around `day`, from its Monday on."""
    return f"<w{(day - timedelta(days=day.weekday())).isoformat()}>"


def month_mark(year: int, month: int, is_doubtful: bool = False) -> str:
    """The mark of a month; the year 0 was not said."""
    return f"<{'n' if is_doubtful else 'm'}{year:04}-{month:02}>"


def months_before(today: date, count: int) -> str:
    """The mark of the month so many months before this one."""
    months = today.year * 12 + today.month - 1 - count
    return month_mark(months // 12, months % 12 + 1)


def day_of(said: str, today: date) -> date | None:
    """The day that a mark says; without a year the latest one that is not after `today`."""
    year, month, day = said.split("-")
    if year == UNSAID:
        return latest_day_of_year(int(day), int(month), today)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def span_of(kind: str, said: str, today: date) -> Span:
    """The first and the last day of the period that a mark says."""
    if kind == "w":
        monday = date.fromisoformat(said)
        return monday, monday + timedelta(days=6)
    if kind == "y":
        return date(int(said), 1, 1), date(int(said), 12, 31)
    if kind == "p":
        start, _, end = said.partition("/")
        return date.fromisoformat(start), date.fromisoformat(end)
    year, month = map(int, said.split("-"))
    if not year:
        year = today.year if month <= today.month else today.year - 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def between(start: Span, end: Span) -> str:
    """The mark of what lies between two days or months."""
    return f"<p{start[0].isoformat()}/{end[1].isoformat()}>"
