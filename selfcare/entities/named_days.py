"""Marks what names a day or a month by itself: "3 de octubre", "03/10", "October", "el día 3"."""

import re
from datetime import date
from functools import cache
from re import Match, Pattern

from babel import Locale

from selfcare.dates import day_in_numbers, latest_day_of_month
from selfcare.entities.marks import day_mark, month_mark
from selfcare.entities.reading import TAKEN, Setting
from selfcare.entities.words import NOTHING, either, one_of, words_at
from selfcare.lexicon import any_of, lexicon
from selfcare.months import MONTHS, month_names

#: "le 3" is an entry of a list too; lists in view are shorter than this.
LATE_IN_THE_MONTH = 10

_NO_NUMBER_BEFORE = r"(?<![\w.,/:])"
_ISO = re.compile(rf"{_NO_NUMBER_BEFORE}(?<!-)(20\d\d)-(\d{{1,2}})-(\d{{1,2}})(?![\w/-])")
_FULL = re.compile(
    rf"{_NO_NUMBER_BEFORE}(?<!-)(\d{{1,2}})([./-])(\d{{1,2}})\2(20\d\d|\d\d)(?![\w/-])"
)
_MONTH_OF_YEAR = re.compile(rf"{_NO_NUMBER_BEFORE}(?<!-)(\d{{1,2}})[./-](20\d\d)(?![\w/-])")
_MONTH = r"<[mn](?P<year>\d{4})-(?P<month>\d\d)>"


def mark_numeric_days(words: str, setting: Setting) -> str:
    """ "2026-10-03", "3/10/26", "3/10" with the separator that the language's dates have."""
    today = setting.today
    words = _ISO.sub(lambda it: _day(it, today, it[3], it[2], it[1]), words)
    words = _FULL.sub(lambda it: _day(it, today, it[1], it[3], it[4]), words)
    words = _MONTH_OF_YEAR.sub(_month_of_year, words)
    return _short(setting.language).sub(lambda it: _day(it, today, it[1], it[2], None), words)


def _day(found: "Match[str]", today: date, day: str, month: str, year: str | None) -> str:
    meant = day_in_numbers(today, day, month, year)
    return day_mark(meant) if meant else found[0]


def _month_of_year(found: "Match[str]") -> str:
    month = int(found[1])
    return month_mark(int(found[2]), month) if month in MONTHS else found[0]


@cache
def _short(language: str) -> Pattern[str]:
    written = Locale(language).date_formats["short"].pattern
    separator = re.escape("".join(sorted(set(re.findall(r"[./]", written)))))
    return re.compile(rf"{_NO_NUMBER_BEFORE}(\d{{1,2}})[{separator}](\d{{2}})(?!\w|[./:-]\d)")


def mark_months(words: str, setting: Setting) -> str:
    """Names of months, and the years that are said with them."""
    language = setting.language
    words = _names(language).sub(lambda it: _named_month(it, language), words)
    return _with_year(language).sub(r"<m\2-\1>", words)


@cache
def _names(language: str) -> Pattern[str]:
    """Any name of a month."""
    return re.compile("|".join(name.pattern for name, _ in _months(language)))


@cache
def _months(language: str) -> "list[tuple[Pattern[str], int]]":
    """How months are written, in nouns and adjectives, and what may end them: "October's"."""
    nouns = list(zip(month_names(language), MONTHS, strict=True))
    listed = words_at(language, "more_months").items()
    adjectives = [(any_of([form]), month) for form, month in listed]
    endings = "|".join(map(re.escape, words_at(language, "possessive")))
    end = rf"(?:{endings})?(?!\w)"
    return [
        (re.compile(name.pattern.replace(r"(?!\w)", end)), month)
        for name, month in [*nouns, *adjectives]
    ]


@cache
def _with_year(language: str) -> Pattern[str]:
    of = rf"(?:\s*,\s*|\s+(?:{one_of(language, 'of')}\s*)?)"
    return re.compile(rf"<[mn]0000-(\d\d)>{of}(?:<y)?(20\d\d)(?!\d)>?")


def _named_month(found: "Match[str]", language: str) -> str:
    month = next(month for name, month in _months(language) if name.fullmatch(found[0]))
    before, after = found.string[: found.start()].rstrip(" ,"), found.string[found.end() :]
    if _names_somebody(language).search(before):
        return found[0]
    is_doubtful = month in words_at(language, "doubtful_months")
    return month_mark(0, month, is_doubtful and not _is_month(before, after, language))


def _is_month(before: str, after: str, language: str) -> bool:
    """Whether what is another word as often is a month between these words."""
    if not re.search(r"\w", before + after):
        return True
    leads, follows = _around_month(language)
    return bool(leads.search(before) or follows.match(after))


@cache
def _around_month(language: str) -> "tuple[Pattern[str], Pattern[str]]":
    bill = one_of(language, "units", "bill")
    return re.compile(rf"{one_of(language, 'before_month')}$"), re.compile(rf"\s+{bill}|\s+20\d\d")


@cache
def _names_somebody(language: str) -> Pattern[str]:
    return re.compile(rf"{one_of(language, 'names')}$")


def mark_days(words: str, setting: Setting) -> str:
    """A number beside a month, or after "on the": "3 de octubre", "October the 21st"."""
    words = _before_month(setting.language).sub(_day_of_month, words)
    words = _after_month(setting.language).sub(_day_of_month, words)
    for alone in _alone(setting.language):
        words = alone.sub(lambda it: _lone(it, setting.today), words)
    return words


def mark_late_days(words: str, setting: Setting) -> str:
    """ "Le 12" by itself: for what lies between two days, it is too early to say so."""
    return _late(setting.language).sub(lambda it: _lone(it, setting.today), words)


@cache
def _before_month(language: str) -> Pattern[str]:
    of = rf"(?:{one_of(language, 'of')}\s*){{0,2}}"
    street = rf"(?P<street>{one_of(language, 'streets')}\.?\s+{of})?"
    day = rf"{_NO_NUMBER_BEFORE}(?<![a-z]-)(?P<day>\d{{1,2}})(?:º|{_endings(language)})?"
    return re.compile(rf"{street}{day}[.\s-]*{of}{_MONTH}")


@cache
def _after_month(language: str) -> Pattern[str]:
    if not words_at(language, "month_first"):
        return re.compile(NOTHING)
    return re.compile(rf"{_MONTH}\s+(?:{one_of(language, 'day_article')}\s+)?{_lone_day(language)}")


@cache
def _alone(language: str) -> "tuple[Pattern[str], ...]":
    """Days of a month that is not said: "el día 3", "25-tego"."""
    day = _lone_day(language)
    return (
        re.compile(rf"{one_of(language, 'on_day')}\s+{day}"),
        re.compile(rf"{_NO_NUMBER_BEFORE}(?P<day>\d{{1,2}}){_endings(language)}(?!\w)"),
    )


@cache
def _late(language: str) -> Pattern[str]:
    return re.compile(
        rf"(?<=\S\s){one_of(language, 'on_late_day')}\s+(?P<late>){_lone_day(language)}"
    )


@cache
def _lone_day(language: str) -> str:
    units = either(map(str, lexicon(language)["units"]))
    ordinal = "º?" if words_at(language, "ordinal_days") else "(?!º)"
    return rf"(?P<day>\d{{1,2}}){ordinal}(?!\d|[:.,/]\d|\s*{units})"


@cache
def _endings(language: str) -> str:
    endings = sorted(words_at(language, "day_endings"), key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, endings))})" if endings else NOTHING


def _day_of_month(found: "Match[str]") -> str:
    if found.groupdict().get("street"):
        return TAKEN
    day, month = int(found["day"]), int(found["month"])
    is_day = day_in_numbers(date(2000, 12, 31), str(day), str(month), "2000") is not None
    return f"<d{found['year']}-{month:02}-{day:02}>" if is_day else found[0]


def _lone(found: "Match[str]", today: date) -> str:
    day = int(found["day"])
    if "late" in found.groupdict() and day < LATE_IN_THE_MONTH:
        return found[0]
    meant = latest_day_of_month(day, today)
    return day_mark(meant) if meant else found[0]
