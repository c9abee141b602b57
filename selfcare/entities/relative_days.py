"""Marks days and periods that are counted from today: "ayer", "last week", "dwa dni temu"."""

import re
from datetime import date, timedelta
from functools import cache
from re import Match, Pattern

from babel.dates import get_day_names

from selfcare.entities.marks import DAY_MARK, day_mark, months_before, week_mark
from selfcare.entities.reading import Setting
from selfcare.entities.words import either, one_of, words_at
from selfcare.lexicon import any_of, fold, lexicon

WEEK = 7
WEEKDAYS = range(WEEK)
#: Words between "not" and "billed": "no me lo habéis facturado".
_WORDS_BETWEEN = r"(?:\s+[\w']+){0,4}\s+"


def mark_periods(words: str, setting: Setting) -> str:
    """ "Last month", "this week", "the previous bill", "two months ago", "2025"."""
    for period, before, written in _phrases(setting.language):
        words = written.sub(_mark(period, before, setting.today), words)
    words = _ago(setting.language).sub(lambda it: _counted(it, setting), words)
    words = _unbilled(setting.language).sub(_mark("month", 0, setting.today), words)
    return _year(setting.language).sub(r"<y\1>", words)


@cache
def _phrases(language: str) -> "tuple[tuple[str, int, Pattern[str]], ...]":
    """What each phrase means: which kind of period, and how many before this one."""
    past, present = one_of(language, "past"), one_of(language, "present")
    current = one_of(language, "current")
    ending = rf"(?:{either(words_at(language, 'possessive'))})?"
    found = []
    for period in ("month", "week", "year"):
        for before, phrases in words_at(language, "phrases", period).items():
            found.append((period, -before, any_of(phrases) if phrases else re.compile("(?!)")))
    for period in ("month", "week", "year", "bill"):
        unit = one_of(language, "units", period) + ending
        found.append((period, 1, re.compile(rf"{past}\s+{unit}|{unit}\s+{past}")))
        found.append((period, 0, re.compile(rf"{current}\s+{unit}|{unit}\s+{current}")))
        if period != "bill":
            found.append((period, 0, re.compile(rf"{present}\s+{unit}")))
    return tuple(found)


def _mark(period: str, before: int, today: date) -> str:
    """The mark of a week, a month (a bill is one's) or a year so many before this one."""
    if period == "day":
        return day_mark(today - timedelta(days=before))
    if period == "week":
        return week_mark(today - timedelta(weeks=before))
    if period == "year":
        return f"<y{today.year - before}>"
    return months_before(today, before)


@cache
def _ago(language: str) -> Pattern[str]:
    """A number of days, weeks, months or years with a word like "ago" on one side."""
    before, after = words_at(language, "ago", "before"), words_at(language, "ago", "after")
    duration = rf"(?P<duration>{one_of(language, 'not_ago')}\s+)?"
    count = rf"(?:(?P<count>\d{{1,3}})|{one_of(language, 'one')})"
    sides = []
    for name, leads, follows in (("a", before, None), ("b", None, after)):
        units = "|".join(
            rf"(?P<{period}_{name}>{one_of(language, 'units', period)})"
            for period in ("day", "week", "month", "year")
        )
        counted = rf"{count.replace('count', f'count_{name}')}\s+(?:{units})"
        lead = rf"{either(leads)}\s+" if leads is not None else ""
        follow = rf"\s+{either(follows)}" if follows is not None else ""
        sides.append(lead + counted + follow)
    return re.compile(rf"{duration}(?:{'|'.join(sides)})")


def _counted(found: "Match[str]", setting: Setting) -> str:
    if found["duration"]:
        return found[0]
    parts = {name.rpartition("_")[0]: text for name, text in found.groupdict().items() if text}
    period = next(name for name in ("day", "week", "month", "year") if name in parts)
    count = int(parts.get("count", "1"))
    return _mark(period, count, setting.today) if count < setting.today.year else found[0]


@cache
def _unbilled(language: str) -> Pattern[str]:
    no, billed = one_of(language, "unbilled", "not"), one_of(language, "unbilled", "billed")
    return re.compile(rf"{no}{_WORDS_BETWEEN}?{billed}|{no}\s+{billed}")


@cache
def _year(language: str) -> Pattern[str]:
    units = either(map(str, lexicon(language)["units"]))
    return re.compile(
        rf"{one_of(language, 'before_year')}\s+(20\d\d)(?![\d:/-]|[.,]\d|\s*{units})"
        rf"(?:\s+{one_of(language, 'units', 'year')})?"
    )


def mark_relative_days(words: str, setting: Setting) -> str:
    """ "Ayer", "hoy", "the day before yesterday", "demain"."""
    listed, days = _days(setting.language)
    return listed.sub(lambda it: _mark("day", days[it[0]], setting.today), words)


@cache
def _days(language: str) -> "tuple[Pattern[str], dict[str, int]]":
    """Words for days, and how many days ago they are."""
    days = {word: int(ago) for word, ago in lexicon(language)["days_ago"].items()}
    days |= {word: -ahead for word, ahead in words_at(language, "days_ahead").items()}
    return any_of(days), days


def mark_weekdays(words: str, setting: Setting) -> str:
    """ "El lunes": the latest one that is not to come; beside a date it says nothing more."""
    beside, alone, names = _weekdays(setting.language)
    words = beside.sub("", words)
    return alone.sub(lambda it: _weekday(it, names, setting.today), words)


@cache
def _weekdays(language: str) -> "tuple[Pattern[str], Pattern[str], list[tuple[Pattern[str], int]]]":
    long, short = _names(language)
    article = rf"(?:{one_of(language, 'day_article')}\s+)?"
    last = one_of(language, "last_weekday")
    every = rf"(?P<every>(?:{one_of(language, 'every')}|{one_of(language, 'names')})\s+)?"
    lead = rf"(?<!\w)(?P<lead>{one_of(language, 'short_weekday_after')}\s+)"
    name = rf"(?:(?P<name>{either(long)})|{lead}(?P<short>{either(short)}))"
    both = either([*long, *short])
    return (
        re.compile(rf"(?<!\w){both}\.?(?:\s*,\s*|\s+){article}(?={DAY_MARK})"),
        re.compile(rf"{every}(?P<before>{last}\s+)?{name}(?P<after>\s+{last})?"),
        [(re.compile(either([form])), day) for form, day in (long | short).items()],
    )


@cache
def _names(language: str) -> "tuple[dict[str, int], dict[str, int]]":
    """Names of the days of the week, and short ones that are other words too."""
    cldr = get_day_names("wide", "stand-alone", language)
    long = {fold(cldr[day]): day for day in WEEKDAYS}
    for day, forms in words_at(language, "weekdays").items():
        long |= dict.fromkeys(forms, day)
    short: dict[str, int] = {}
    for day, forms in (words_at(language, "short_weekdays") or {}).items():
        short |= dict.fromkeys(forms, day)
    return long, short


def _weekday(found: "Match[str]", names: "list[tuple[Pattern[str], int]]", today: date) -> str:
    if found["every"]:
        return found[0]
    written = found["name"] or found["short"]
    wanted = next(day for name, day in names if name.fullmatch(written))
    ago = (today.weekday() - wanted) % WEEK
    if not ago and (found["before"] or found["after"]):
        ago = WEEK  # "last Wednesday" on a Wednesday
    return (found["lead"] or "") + day_mark(today - timedelta(days=ago))
