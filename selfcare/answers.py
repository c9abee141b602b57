"""Lines, billing cycles, amounts, days and means of payment in a customer's words."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from re import Pattern
from typing import Any, TypeVar

import phonenumbers

from selfcare.account import Line
from selfcare.bills import BillingCycle
from selfcare.dates import day_in_numbers, latest_day_of_month
from selfcare.entities import read_entities
from selfcare.lexicon import (
    any_of,
    fold,
    in_digits,
    lexicon,
    pattern,
    without_idioms,
)
from selfcare.money import Money
from selfcare.months import month_names, months_in
from selfcare.sentence import ORDINAL

Offered = TypeVar("Offered")

#: More than this is taken for a typing error or a telephone number (major units).
LARGEST_PAYMENT = 100_000
FEWEST_DIGITS_OF_A_LINE = 3
#: "the second one": longer answers say something else.
WORDS_OF_A_PLACE = 3
#: "no wait, just the second": longer ones tell something.
WORDS_OF_A_CORRECTION = 6


def read_position(text: str, language: str, count: int) -> int | None:
    """The one position that `text` is: "2", "la segunda", "number 3"."""
    words = re.findall(r"[^\s,;.!?()#]+", _without_counts(fold(text), language))
    found = {
        int(word) for word in words if word.isdecimal() and len(word) < FEWEST_DIGITS_OF_A_LINE
    }
    if len(found) == 1:
        position = found.pop()
        return position if 1 <= position <= count else None
    if not found and pattern(language, "last").search(without_idioms(language, fold(text))):
        return count
    return None


def _without_counts(words: str, language: str) -> str:
    """Folded `words` in digits, but for the numbers of times, months, people: "dwa razy"."""
    words = in_digits(language, words, ORDINAL)
    names = ("times", "units", "spells")
    counted = "|".join(pattern(language, name).pattern for name in names)
    words = re.sub(rf"\d+{ORDINAL}?\.?\s*(?:{counted})", " ", words)
    words = re.sub(rf"\d+\s*{pattern(language, 'things').pattern}", " ", words)
    return words.replace(ORDINAL, "")


def names_a_place(text: str, language: str) -> bool:
    """Whether `text` has a position on a list, or a month: "the first one", "from October"."""
    numbered = in_digits(language, without_idioms(language, fold(text)))
    return bool(re.search(r"\d", numbered)) or bool(months_in(text, language))


def read_place(text: str, language: str, offered: Sequence[Offered]) -> Offered | None:
    """Which of the things offered is meant, where `text` is nothing but its place: "2"."""
    if not text or len(text.split()) > WORDS_OF_A_PLACE:
        return None
    position = read_position(text, language, len(offered))
    return offered[position - 1] if position else None


def read_plain_answer(
    text: str, language: str, yes: Sequence[str], no: Sequence[str]
) -> "bool | None":
    """Yes or no, where `text` is made of nothing but words for it, at the lexicon's keys `yes` and
    `no`, and courtesies: "perhaps yes", "yes?" and "not saying no" are neither.
    """
    if not text or "?" in text:
        return None
    rest, has_no = _without(fold(text), language, no)
    rest, has_yes = _without(rest, language, yes)
    rest, _ = _without(rest, language, ["courtesies"])
    is_plain = not any(sign.isalnum() for sign in rest)
    return has_yes if is_plain and has_yes is not has_no else None


def begins_with_no(text: str, language: str, yes: Sequence[str], no: Sequence[str]) -> bool:
    """Whether `text` begins with a word for no and has none for yes, at the lexicon's keys."""
    words = fold(text)
    listed = [word for key in no for word in lexicon(language)[key]]
    rest, _ = _without(words, language, no)
    _, has_yes = _without(rest, language, yes)
    return "?" not in text and any_of(listed).match(words) is not None and not has_yes


def correction_in(text: str, language: str) -> str | None:
    """What a few words put right, without those that say so: of "no wait, just 2", "2"."""
    words = " ".join(re.sub(r"[^\w' ]+", " ", fold(text)).split())
    begins = rf"(?:{pattern(language, 'corrects').pattern}\s*)+"
    rest = re.sub(rf"^{begins}", "", words)
    is_short = len(words.split()) <= WORDS_OF_A_CORRECTION
    return rest if is_short and rest != words else None


def says_only(text: str, language: str, *keys: str) -> bool:
    """Whether `text` is made of nothing but words at the lexicon's keys."""
    rest, has_any = _without(fold(text), language, keys)
    return has_any and not any(sign.isalnum() for sign in rest)


def _without(words: str, language: str, keys: Sequence[str]) -> "tuple[str, bool]":
    """Folded `words` without those at `keys`, and whether there were any."""
    listed = [word for key in keys for word in lexicon(language)[key]]
    rest, found = any_of(listed).subn(" ", words)
    return " ".join(rest.split()), found > 0


def read_line(text: str, language: str, lines: Sequence[Line]) -> Line | None:
    """The line meant by its number, the end of it or its first digits, or its position."""
    for digits in re.findall(r"\d[\d\s.\-]*\d", text):
        bare = re.sub(r"\D", "", digits).lstrip("0")
        if len(bare) >= FEWEST_DIGITS_OF_A_LINE:
            ending = [line for line in lines if line.number.endswith(bare)]
            fitting = ending or [line for line in lines if bare in line.number]
            return fitting[0] if len(fitting) == 1 else None
    position = read_position(text, language, len(lines))
    named = lines[position - 1] if position else None
    kinds = _kinds_of_line(text, language)
    if not kinds:
        return named
    fitting = [line for line in lines if number_kind(line.number) in kinds]
    if len(fitting) == 1:
        return fitting[0]
    return named if named in fitting else None


def _kinds_of_line(text: str, language: str) -> "set[str]":
    """Mobile or fixed, where `text` says it; both, where it says both."""
    words = fold(text)
    return {kind for kind in ("mobile", "fixed") if pattern(language, f"{kind}_line").search(words)}


def number_kind(number: str) -> "str | None":
    """Whether a number (E.164) is of a mobile or of a fixed line, where that can be told."""
    try:
        kind = phonenumbers.number_type(phonenumbers.parse(number, None))
    except phonenumbers.NumberParseException:
        return None
    kinds = phonenumbers.PhoneNumberType
    return {kinds.MOBILE: "mobile", kinds.FIXED_LINE: "fixed"}.get(kind)


def read_cycle(text: str, language: str, cycles: Sequence[BillingCycle]) -> BillingCycle | None:
    """The cycle meant by its month ("w październiku"), by "last month", or by its position."""
    named = named_cycle(text, language, cycles)
    if named or months_in(text, language):
        return named
    if pattern(language, "last").search(fold(text)):
        return next((cycle for cycle in cycles if cycle.bill), None)
    position = read_position(text, language, len(cycles))
    return cycles[position - 1] if position else None


def named_cycle(text: str, language: str, cycles: Sequence[BillingCycle]) -> BillingCycle | None:
    """The cycle that `text` names by its month or as the last or running one."""
    months = months_in(text, language)
    if months:
        return next((cycle for cycle in cycles if int(cycle.month[5:]) in months), None)
    words = fold(text)
    ago = _months_ago(words, language)
    if ago and cycles:
        wanted = _month_before(cycles[0].month, ago)
        return next((cycle for cycle in cycles if cycle.month == wanted), None)
    billed = [cycle for cycle in cycles if cycle.bill]
    if pattern(language, "previous_cycle").search(words) and billed:
        return billed[0]
    if pattern(language, "current_cycle").search(words) and cycles:
        return cycles[0]
    return None


def _months_ago(words: str, language: str) -> "int | None":
    """How many months back "two months ago" is."""
    if pattern(language, "two_months_ago").search(words):
        return 2
    numbered = in_digits(language, words)
    for phrase in lexicon(language)["ago"]["months"]:
        found = re.search(any_of([phrase]).pattern.replace("N", r"(\d{1,2})"), numbered)
        if found:
            return int(found[1])
    return None


def _month_before(month: str, many: int) -> str:
    """The calendar month (`YYYY-MM`) that is `many` before another."""
    year, index = divmod(int(month[:4]) * 12 + int(month[5:]) - 1 - many, 12)
    return f"{year}-{index + 1:02}"


def read_amount(text: str, language: str, currency: str) -> Money | None:
    """The sum of money in `text`: "45,50", "1.200,00 €", "40 złotych", "forty pounds"."""
    words = re.sub(r"(?<=\d[€£$])(?=\d)", " ", fold(text))  # "45€50"
    priced = _with_currency(language).search(words)
    if priced:
        minor = f",{priced['minor']}" if priced["minor"] else ""
        return _amount(priced["whole"] + minor, currency)
    words = _without_days(words, language)
    found = re.search(r"(?<=[€£$])\s?\d[\d.,' ]*", words) or re.search(r"\d[\d.,' ]*", words)
    return _amount(found[0], currency) if found else _spoken_amount(words, language, currency)


def _without_days(words: str, language: str) -> str:
    """Without numbers that are days or count something: "15 paź", "two weeks ago"."""
    months = "|".join(name.pattern for name in month_names(language))
    of = rf"(?:{pattern(language, 'of_day').pattern}\s+|d')?"
    words = re.sub(rf"(?<![\d.,])\d{{1,2}}[^\W\d_]{{0,4}}\.?\s*{of}(?:{months})", " ", words)
    words = re.sub(r"(?<!\d)(?:\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{4})(?!\d)", " ", words)
    names = ("times", "spells")
    counted = "|".join(pattern(language, name).pattern for name in names)
    return re.sub(rf"(?<![\d.,])\d{{1,2}}\s*(?:{counted})", " ", words)


@cache
def _with_currency(language: str) -> Pattern[str]:
    """A number before a currency, and smaller money after it: "45 zl 50 gr", "45 euros y 50"."""
    units = any_of(lexicon(language)["currency"]).pattern.removeprefix(r"(?<!\w)")
    point = lexicon(language).get("point")
    if point:
        units = rf"(?:{units}|{any_of(point).pattern}(?=\s+\d\d(?!\d)))"
    joint = "|".join([r"\w", *(point or ()), *lexicon(language).get("and", ())])
    months = "|".join(name.pattern for name in month_names(language))
    return re.compile(
        rf"(?P<whole>\d[\d.,' ]*?)\s*{units}"
        rf"(?:\s*(?:(?:{joint})\s+)?(?P<minor>(?<!\d)\d\d)(?![\d./-])(?!\s*(?:\w+\s+)?(?:{months})))?"
    )


def _spoken_amount(words: str, language: str, currency: str) -> Money | None:
    """A sum in words; what follows the currency is smaller money."""
    currencies = any_of(lexicon(language)["currency"])
    words = _without_days(in_digits(language, without_idioms(language, words)), language)
    if lexicon(language).get("one"):
        one = any_of(lexicon(language)["one"]).pattern
        words = re.sub(rf"{one}(?=\s+{currencies.pattern})", "1", words)
    before, *after = currencies.split(words, maxsplit=1)
    major = _sum_of_words(before)
    minor = _sum_of_words(after[0], below=100) if after else 0
    point = lexicon(language).get("point")
    parts = [_sum_of_words(part) for part in any_of(point).split(before)] if point else []
    if len(parts) == 2 and all(parts):
        major, minor = parts
    value = Decimal(major) + (Decimal(minor) / 100 if minor < 100 else 0)
    return Money.of(value, currency) if value else None


def _sum_of_words(words: str, below: int = 1_000_000) -> int:
    """The sum of the numbers `below` a limit: "2 1000 3 100 45" is 2345."""
    thousands = spoken = 0
    for word in words.split():
        bare = word.strip(".,;!?")
        value = int(bare) if bare.isdecimal() else 0
        if value >= below:
            continue
        if value == 1000:
            thousands, spoken = thousands + max(spoken, 1) * value, 0
        elif value == 100 and 0 < spoken < value:
            spoken *= value
        else:
            spoken += value
    return thousands + spoken


def _amount(written: str, currency: str) -> Money | None:
    """The last separator is the decimal one if one or two digits follow it."""
    written = re.sub(r"'(?=\d{1,2}(?!\d))", ",", written)
    bare = re.sub(r"[^\d.,]", "", written).rstrip(".,")
    whole, fraction = bare, "0"
    decimal = re.fullmatch(r"(.*?)[.,](\d{1,2})", bare)
    if decimal:
        whole, fraction = decimal[1], decimal[2]
    try:
        value = Decimal(re.sub(r"[.,]", "", whole) + "." + fraction)
    except InvalidOperation:
        return None
    return Money.of(value, currency) if 0 < value <= LARGEST_PAYMENT else None


def read_day(text: str, language: str, now: datetime) -> date | None:
    """The day in `text`, the past one where it could be either: "el 3", "wczoraj", "5 Oct".

    `now` is the present in the customer's time zone.
    """
    import dateparser  # half a second to import: only when a date is asked for
    from dateparser.search import search_dates

    settings: dict[str, Any] = {
        "RELATIVE_BASE": now.replace(tzinfo=None),
        "PREFER_DATES_FROM": "past",
        "DATE_ORDER": "DMY",
    }
    text = re.sub(r"(?<=\d)(?:st|nd|rd|th|er)\b", "", text.strip())
    if not re.search(r"\d", text):
        text = in_digits(language, fold(text))
    known = _day_in_own_words(fold(text), language, now.date()) or _day_said(text, language, now)
    if known:
        return known
    bare = re.fullmatch(r"\D{0,8}(\d{1,2})\.?\D{0,3}", text)
    if bare:
        return latest_day_of_month(int(bare[1]), now.date())
    iso = re.search(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", text)
    if iso:
        return day_in_numbers(now.date(), iso[3], iso[2], iso[1])
    named = _day_of_named_month(fold(text), language, now.date())
    if named:
        return named
    numbers = re.search(r"(?<!\d)(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?(?!\d)", text)
    if numbers:
        return day_in_numbers(now.date(), *numbers.groups())
    if re.search(r"\d", text):
        settings["REQUIRE_PARTS"] = ["day"]
    elif months_in(text, language):
        return None  # a month alone is no day
    # Polish "nie" is "no", and short for Sunday; French "je" is "I", and short for Thursday.
    words = lexicon(language)
    text = any_of([*words["nothing_to_add"], *words.get("not_days", ())]).sub(" ", fold(text))
    parsed = dateparser.parse(text, languages=[language], settings=settings)
    if parsed is None:
        found = search_dates(text, languages=[language], settings=settings) or []
        parsed = next((moment for words, moment in found if _may_be_a_day(words)), None)
    return parsed.date() if parsed else None


def _may_be_a_day(words: str) -> bool:
    """Not "mi" (short for Wednesday), "a" or "się": words of any sentence."""
    return bool(re.search(r"\d|[^\W\d_]{4}", words))


def _day_said(text: str, language: str, now: datetime) -> date | None:
    """The one day that is named in so many words: "Monday of last week"."""
    found = read_entities(text, language, now, country="")
    days = [date.fromisoformat(entity.value) for entity in found if entity.name == "date"]
    return days[0] if len(days) == 1 else None


def _day_in_own_words(words: str, language: str, today: date) -> date | None:
    """A day that the lexicon knows: "antier", "el 3 del mes pasado"."""
    last_month = today.replace(day=1) - timedelta(days=1)
    for phrases, latest in (("of_last_month", last_month), ("of_this_month", today)):
        ends = lexicon(language).get(phrases)
        found = ends and re.search(rf"(?<!\d)(\d{{1,2}})\s+{any_of(ends).pattern}", words)
        if found:
            return latest_day_of_month(int(found[1]), latest)
    for word, days in lexicon(language).get("days_ago", {}).items():
        # With a number it may be another day: "hoy, 5 de octubre"; not the day before yesterday.
        is_sure = int(days) > 1 or not re.search(r"\d", words)
        if any_of([word]).search(words) and is_sure:
            return today - timedelta(days=int(days))
    return None


def _day_of_named_month(words: str, language: str, today: date) -> date | None:
    """A day before the name of its month, with at most two short words in between."""
    for month, name in enumerate(month_names(language), 1):
        written = (
            rf"(?<!\d)(\d{{1,2}})\W*(?:[a-z]{{1,4}}\W+){{0,2}}{name.pattern}(?:\D{{1,5}}(\d{{4}}))?"
        )
        found = re.search(written, words)
        if found:
            return day_in_numbers(today, found[1], str(month), found[2])
    return None


def read_means(text: str, language: str) -> str | None:
    """How a payment was made, as one of `dispute.MEANS_OF_PAYMENT`."""
    words = fold(text)
    for means in lexicon(language)["means"]:
        if pattern(language, "means", means).search(words):
            return str(means)
    return None


def read_step(text: str, language: str) -> str | None:
    """Which answer a customer wants to change: calls, reason, words, payment or bill."""
    words = fold(text)
    for step in lexicon(language)["change"]:
        if pattern(language, "change", step).search(words):
            return str(step)
    return None
