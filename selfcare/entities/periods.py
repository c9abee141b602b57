"""Days and periods: "el 3 de octubre", "last month", "du 3 au 9 octobre", "dwa dni temu"."""

import re
from datetime import date, timedelta
from functools import cache
from re import Match, Pattern

from selfcare.dates import latest_day_of_month
from selfcare.entities.marks import (
    DAY_MARK,
    MARK,
    MONTH_MARK,
    WEEK_MARK,
    Span,
    between,
    day_mark,
    day_of,
    span_of,
)
from selfcare.entities.named_days import (
    mark_days,
    mark_late_days,
    mark_months,
    mark_numeric_days,
)
from selfcare.entities.reading import Entity, Found, Setting, take
from selfcare.entities.relative_days import mark_periods, mark_relative_days, mark_weekdays
from selfcare.entities.words import one_of

#: With "of", "de la" or "w" in between, if anything.
_SHORT_WORDS = r",?(?:\s+\w{1,3}){0,2}\s+"
_DAY_OF_WEEK = re.compile(
    rf"{DAY_MARK}{_SHORT_WORDS}{WEEK_MARK}|{WEEK_MARK}{_SHORT_WORDS}{DAY_MARK}"
)


def read_periods(words: str, setting: Setting) -> Found:
    """Days and periods in words whose numbers are in figures."""
    for mark in (
        mark_numeric_days,
        mark_periods,
        mark_months,
        mark_days,
        mark_weekdays,
        _mark_days_of_weeks,
        mark_relative_days,
        _mark_ranges,
        mark_late_days,
    ):
        words = mark(words, setting)
    return take(words, MARK, lambda it: _entities(it, setting.today))


def _entities(mark: "Match[str]", today: date) -> "list[Entity]":
    kind, said = mark["kind"], mark["said"]
    if kind == "n":
        return []
    if kind == "d":
        day = day_of(said, today)
        return [Entity("date", day.isoformat())] if day else []
    start, end = span_of(kind, said, today)
    return [Entity("billing_cycle", {"from": start.isoformat(), "to": end.isoformat()})]


def _mark_days_of_weeks(words: str, setting: Setting) -> str:
    """ "Monday of last week", "w zeszłym tygodniu w środę": the day of that very week."""
    return _DAY_OF_WEEK.sub(_day_of_week, words)


def _day_of_week(found: "Match[str]") -> str:
    said = {mark["kind"]: date.fromisoformat(mark["said"]) for mark in MARK.finditer(found[0])}
    return day_mark(said["w"] + timedelta(days=said["d"].weekday()))


def _mark_ranges(words: str, setting: Setting) -> str:
    for written in _ranges(setting.language):
        words = written.sub(lambda it: _range(it, setting.today), words)
    return words


@cache
def _ranges(language: str) -> "tuple[Pattern[str], ...]":
    """Two days or months with words like "from … to" or "between … and", or a dash, around."""
    article = rf"(?:{one_of(language, 'day_article')}\s+)?"
    start, to, dash = one_of(language, "from"), one_of(language, "to"), r"\s*[-–—]\s*"
    first = rf"{article}(?P<start>{DAY_MARK}|(?<![\w.,:/-])\d{{1,2}}º?)"
    last = rf"{article}(?P<end>{DAY_MARK})"
    months, last_month = rf"(?P<start>{MONTH_MARK})", rf"(?P<end>{MONTH_MARK})"
    middle = one_of(language, "between_and")
    return (
        re.compile(rf"{one_of(language, 'between')}\s+{first}\s+{middle}\s+{last}"),
        re.compile(rf"(?:{start}\s+)?{first}(?:\s+{to}\s+|{dash}){last}"),
        re.compile(rf"{start}\s+{months}\s+{to}\s+{last_month}"),
        re.compile(rf"{months}{dash}{last_month}"),
    )


def _range(found: "Match[str]", today: date) -> str:
    end = _span(found["end"], today)
    start = _span(found["start"], end[0]) if end else None
    if start is None or end is None or start[0] > end[1]:
        return found[0]
    return between(start, end)


def _span(written: str, today: date) -> Span | None:
    """The days of a mark, or of a day without its month: the latest not after `today`."""
    mark = MARK.fullmatch(written)
    if mark is None:
        day = latest_day_of_month(int(written.rstrip("º")), today)
    elif mark["kind"] == "d":
        day = day_of(mark["said"], today)
    else:
        return span_of(mark["kind"], mark["said"], today)
    return (day, day) if day else None
