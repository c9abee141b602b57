"""What numbers, dates and names look like in the customer's language, by CLDR.

Each format takes a Babel locale and the fields of one kind of tagged JSON. A value that makes no
sense raises `ValueError` or `LookupError`; a field too many or too few `TypeError`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import phonenumbers
from babel import Locale, dates, lists, numbers

import locales as registry

# Symbols of the SI are the same in every language; CLDR's "short" names are not short in all.
_UNITS = (("h", 3600), ("min", 60), ("s", 1))
_DAY_AND_NEXT_WORD = re.compile(r"\b(\d{1,2}) (?=[^\W\d])")


def money(locale: Locale, money: int, currency: str) -> str:
    """An amount in minor units: 1210 EUR is "12,10 €" or "€12.10"."""
    if not isinstance(money, int):
        raise ValueError("money is counted in whole minor units")
    amount = Decimal(money).scaleb(-numbers.get_currency_precision(currency))
    return numbers.format_currency(amount, currency, locale=locale)


def day(locale: Locale, day: str) -> str:
    """A day: "18 de octubre de 2026"."""
    return _readable(locale, dates.format_date(date.fromisoformat(day), "long", locale))


def weekday(locale: Locale, weekday: str) -> str:
    """A near day with its weekday: "viernes 27 de noviembre"."""
    near = date.fromisoformat(weekday)
    name = dates.format_date(near, "EEEE", locale)
    return _readable(locale, f"{name} {dates.format_skeleton('MMMMd', near, locale=locale)}")


def month(locale: Locale, month: str) -> str:
    """A month of a year: "octubre de 2026"."""
    return dates.format_skeleton("yMMMM", date.fromisoformat(f"{month}-01"), locale=locale)


def period(locale: Locale, period: Sequence[str]) -> str:
    """The days from the first to the last: "1–31 de octubre de 2026"."""
    first, last = (date.fromisoformat(end) for end in period)
    return _readable(locale, dates.format_interval(first, last, "yMMMMd", locale=locale))


def instant(locale: Locale, instant: str, zone: str, style: str = "short") -> str:
    """An ISO instant as the clocks of `zone` show it: `short`, or its `time` alone."""
    local = datetime.fromisoformat(instant.replace("Z", "+00:00")).astimezone(ZoneInfo(zone))
    clock = dates.format_time(time(local.hour, local.minute), "short", locale=locale)
    if style == "time":
        return clock
    dated = dates.format_date(local.date(), "medium", locale)
    pattern = str(locale.datetime_formats["medium"])
    return pattern.replace("{0}", clock).replace("{1}", _readable(locale, dated))


def clock(locale: Locale, clock: str) -> str:
    """An hour of every week: "8:00"."""
    return dates.format_time(time.fromisoformat(clock), "short", locale=locale)


def _readable(locale: Locale, dated: str) -> str:
    """A day stays on one line with its month; the first of a French month is "1er"."""
    return _DAY_AND_NEXT_WORD.sub(lambda found: f"{_ordinal(locale, found[1])}\u00a0", dated)


def _ordinal(locale: Locale, number: str) -> str:
    return "1er" if (locale.language, number) == ("fr", "1") else number


def duration(locale: Locale, duration: int) -> str:
    """A length of time in seconds: "1 min 5 s"; units of which there are none are left out."""
    parts: list[str] = []
    rest = duration
    for unit, seconds in _UNITS:
        count, rest = divmod(rest, seconds)
        if count or (not parts and unit == "s"):
            parts.append(f"{count}\u00a0{unit}")
    return " ".join(parts)


def phone(locale: Locale, phone: str, home: str | None = None) -> str:
    """An E.164 number, in the national way within the country `home`; short ones as they are."""
    try:
        number = phonenumbers.parse(phone, None)
    except phonenumbers.NumberParseException:
        return phone
    national = home is not None and phonenumbers.region_code_for_number(number) == home
    kind = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(number, kind.NATIONAL if national else kind.INTERNATIONAL)


def country(locale: Locale, country: str) -> str:
    """The name of a country, from its ISO 3166 code."""
    return locale.territories[country]


def language(locale: Locale, language: str) -> str:
    """The name of a language of the registry, in the reader's own."""
    return locale.languages[registry.LANGUAGES[language].code]


def enumerated(locale: Locale, items: Sequence[str]) -> str:
    """Several things in a row: "a, b y c"."""
    return lists.format_list(items, locale=locale)


FORMATS: dict[str, Callable[..., str]] = {
    "money": money,
    "day": day,
    "weekday": weekday,
    "month": month,
    "period": period,
    "instant": instant,
    "clock": clock,
    "duration": duration,
    "phone": phone,
    "country": country,
    "language": language,
}
