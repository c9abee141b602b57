"""What calls are like in a customer's words: price, length, country, kind, number."""

import operator
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, partial
from re import Match, Pattern

from babel import Locale

from selfcare.calls import Call
from selfcare.lexicon import any_of, fold, lexicon, pattern, value_of
from selfcare.sentence import (
    MARK,
    ORDINAL,
    Aside,
    Condition,
    Count,
    Extreme,
    Part,
    Sentence,
    Unclear,
)

FEWEST_DIGITS_OF_A_NUMBER = 5
LONGEST_POSITION = 3
#: From here on a price is rounded up.
HALF = 50
#: More hours than these are a time of day (seconds).
LONGEST_CALL = 6 * 3600
NUMBER = rf"\d+(?:[.,]\d{{1,2}})?(?!{ORDINAL}|[.,]?\d)"
COMPARISONS: "dict[str, Callable[[int, int], bool]]" = {
    "over": operator.gt,
    "under": operator.lt,
    "at_least": operator.ge,
    "at_most": operator.le,
    "longer": operator.gt,
    "shorter": operator.lt,
}
#: What only a length can be.
OF_LENGTH = ("longer", "shorter")
EXTREMES: "dict[str, tuple[Callable[[Call], int], bool]]" = {
    "most_expensive": (lambda call: call.price.minor, True),
    "cheapest": (lambda call: call.price.minor, False),
    "longest": (lambda call: call.duration, True),
    "shortest": (lambda call: call.duration, False),
}


def read_one_unit(sentence: Sentence) -> None:
    """ "Over a quid", "longer than an hour": one of them."""
    units = any_of([*_currencies(sentence.language), *_time_units(sentence.language)]).pattern
    written = rf"({_comparison(sentence.language)}\s+)(?:{sentence.pattern('articles')}\s+)?"
    sentence.drop(rf"{written}(?={units})", r"\g<1>1 ")
    # "1 second" has no position two in it.
    language = sentence.language
    seconds = [word for word in lexicon(language)["durations"][1] if _is_number(language, word)]
    if seconds:
        sentence.drop(rf"(?<=\d)\s+{any_of(seconds).pattern}", " s")


def _is_number(language: str, word: str) -> bool:
    return value_of(language, word, "ordinals") is not None


def read_twins(sentence: Sentence) -> None:
    """Calls that equal another one; where there are none, nobody knows what is meant."""
    twins = Counter(_face(call) for call in sentence.calls)
    are_there = any(many > 1 for many in twins.values())
    part = Condition("twin", lambda call: twins[_face(call)] > 1) if are_there else Unclear()
    sentence.mark(pattern(sentence.language, "twins"), part)


def _face(call: Call) -> "tuple[object, ...]":
    return call.number, call.started.replace(second=0, microsecond=0), call.price.minor


def read_prices(sentence: Sentence) -> None:
    """Sums: a rate is none, a comparison is before a bare sum."""
    money = _money(sentence.language)
    per = sentence.pattern("per")
    minute = any_of(_time_units(sentence.language)).pattern
    sentence.mark(rf"{money}\s*(?:{per}|/)\s*(?:1\s+)?{minute}", Aside())
    for written, read in _comparisons(sentence, money, _minor, "price"):
        sentence.take(written, read)
    sentence.take(money, lambda found: _exactly(sentence, found))


def read_lengths(sentence: Sentence) -> None:
    """Durations that are compared; "it lasted 30 seconds" tells a story."""
    for written, read in _comparisons(sentence, _time(sentence.language), _seconds, "length"):
        sentence.take(written, read)


def _comparisons(
    sentence: Sentence,
    measured: str,
    measure: "Callable[[str, str], int | None]",
    about: str,
) -> "list[tuple[str, Callable[[Match[str]], Part | None]]]":
    """Between, more than, or more: how prices and lengths are compared."""
    language = sentence.language
    value: Callable[[Call], int] = (
        (lambda call: call.price.minor) if about == "price" else (lambda call: call.duration)
    )
    number = r"(?<![\w.,])\d+(?:[.,]\d{1,2})?"
    through = sentence.pattern("between_positions")
    both = sentence.pattern("between_and")
    between = sentence.pattern("between")

    def compare(found: "Match[str]") -> "Part | None":
        how = _how(language, found["how"])
        limit = measure(language, found["sum"])
        if limit is None or (how in OF_LENGTH and about == "price"):
            return None
        holds = COMPARISONS[how]
        return Condition(f"{about} {how}", lambda call: holds(value(call), limit))

    def within(found: "Match[str]") -> "Part | None":
        high = measure(language, found["high"])
        unit = re.sub(r"^[€£$]?\s*[\d.,]+", "", found["high"]).strip()
        written = found["low"].strip()
        bare = re.fullmatch(r"[\d.,]+", written)
        is_hour = about == "length" and pattern(language, "hour_signs").fullmatch(unit)
        if is_hour and high and high > LONGEST_CALL:
            return None  # "3, à 12 h", "entre 20 h et 21 h"
        low = measure(language, f"{written} {unit}" if bare else written)
        if low is None or high is None or low > high:
            return None  # "celui du 16 à 3 h": a day and an hour
        return Condition(f"{about} between", lambda call: low <= value(call) <= high)

    lower = rf"(?P<low>{measured}|{number})"
    at_least, at_most = sentence.pattern("or_more"), sentence.pattern("or_less")
    up_to = sentence.pattern("up_to")
    return [
        (rf"{between}\s+{lower}\s*(?:{both}|{through}|-)\s*(?P<high>{measured})", within),
        (rf"{lower}\s*(?:{through}|[-–])\s*(?P<high>{measured})", within),
        (rf"(?P<how>{_comparison(language)}|{up_to})\s+(?P<sum>{measured})", compare),
        (rf"(?P<sum>{measured})\s*(?P<how>{at_least}|{at_most})", compare),
    ]


@cache
def _comparison(language: str) -> str:
    return any_of(word for name in COMPARISONS for word in lexicon(language)[name]).pattern


def _how(language: str, written: str) -> str:
    if pattern(language, "or_more").fullmatch(written):
        return "at_least"
    if any(pattern(language, name).fullmatch(written) for name in ("or_less", "up_to")):
        return "at_most"
    return next(name for name in COMPARISONS if pattern(language, name).fullmatch(written))


def _exactly(sentence: Sentence, found: "Match[str]") -> "Part | None":
    """A whole sum names any price that begins with it, or else those that it rounds: 39.99 is
    "40 euros" to whoever was charged; "2,10" may be two positions.
    """
    minor = _minor(sentence.language, found[0])
    if minor is None:
        return None
    if not re.search(r"\d\D+\d", found[0]) and not _is_small(sentence.language, found[0]):
        return Condition("price", _about(minor // 100, sentence.calls))
    fits = any(call.price.minor == minor for call in sentence.calls)
    is_list = not fits and re.fullmatch(r"\d{1,3},\d\d", found[0].strip())
    if is_list and max(map(int, found[0].split(","))) <= len(sentence.calls):
        return None
    return Condition("price", lambda call: call.price.minor == minor)


def _about(whole: int, calls: "Sequence[Call]") -> "Callable[[Call], bool]":
    is_begun = any(call.price.minor // 100 == whole for call in calls)
    rounding = 0 if is_begun else HALF
    return lambda call: (call.price.minor + rounding) // 100 == whole


@cache
def _currencies(language: str) -> list[str]:
    return [*lexicon(language)["currency"], *lexicon(language)["small_money"]]


@cache
def _money(language: str) -> str:
    """ "2 pounds fifty", "£2", "50p", "2,50": a sum with its currency, or with decimals."""
    currency = _unit(lexicon(language)["currency"])
    small = _unit(lexicon(language)["small_money"])
    words = lexicon(language)
    both = any_of([*words["also"], *words["between_and"], *words.get("point", ())]).pattern
    cents = rf"(?:\s*(?:{both}\s+)?\d\d(?:\s*{small}|(?![\w.,:]|\s*(?:{currency}))))?"
    return (
        rf"(?:(?<![\w.,])[€£$]\s?{NUMBER}|(?<![\w.,]){NUMBER}\s*{currency}{cents}"
        rf"|(?<![\w.,])\d+\s*{small}|(?<![\w.,])\d+[.,]\d\d(?![.,]?\d|\w))"
    )


def _unit(words: "Sequence[str]") -> str:
    return any_of(words).pattern.removeprefix(r"(?<!\w)")


def _is_small(language: str, written: str) -> bool:
    return bool(re.search(rf"^\s*\d+\s*{_unit(lexicon(language)['small_money'])}", written))


def _minor(language: str, written: str) -> "int | None":
    """A sum in hundredths."""
    numbers = re.findall(r"\d+(?:[.,]\d{1,2})?", written)
    if not numbers:
        return None
    if _is_small(language, written):
        return int(float(numbers[0].replace(",", ".")))
    minor = round(float(numbers[0].replace(",", ".")) * 100)
    return minor + int(numbers[1]) if len(numbers) > 1 else minor


@cache
def _time_units(language: str) -> list[str]:
    return [word for words in lexicon(language)["durations"].values() for word in words]


@cache
def _time(language: str) -> str:
    """ "5 minutes", "1 hour 30 minutes"."""
    one = rf"(?<![\w.,]){NUMBER}\s*{_unit(_time_units(language))}"
    both = any_of(lexicon(language)["also"]).pattern
    return rf"(?:{one}(?:\s*(?:{both}\s+)?{one})?)"


def _seconds(language: str, written: str) -> "int | None":
    total = 0.0
    for number, unit in re.findall(r"(\d+(?:[.,]\d{1,2})?)\s*([^\W\d]+)", written):
        for length, words in lexicon(language)["durations"].items():
            if any_of(words).fullmatch(unit):
                total += float(number.replace(",", ".")) * length
    return round(total) or None


def read_numbers(sentence: Sentence) -> None:
    """Telephone numbers, or as much of their end as nobody counts to."""
    sentence.take(r"\+?\d[\d\s.\-]{3,}\d", lambda found: _number(found[0]))


def _number(written: str) -> "Part | None":
    digits = re.sub(r"\D", "", written).lstrip("0")
    if len(digits) < FEWEST_DIGITS_OF_A_NUMBER:
        return None
    parts = written.split()
    is_list = len(parts) > 1 and all(len(part) < LONGEST_POSITION for part in parts)
    if is_list and not written.startswith(("+", "0")):
        return None  # "1 2 3": positions with spaces between them
    return Condition("number", lambda call: call.number.lstrip("+").endswith(digits))


def read_countries(sentence: Sentence) -> None:
    """Countries by their names, and people or things by their country."""
    written = rf"(?:{sentence.pattern('to')}\s+)?(?:{sentence.pattern('article')}\s+)?"
    sentence.take(
        written + rf"(?P<name>{_names(sentence.language).pattern})",
        lambda found: _country(sentence.language, found["name"]),
    )


def _country(language: str, name: str) -> Part:
    codes = {code for code, written in _countries(language) if written.fullmatch(name)}
    return Condition("country", lambda call: call.country in codes)


@cache
def _country_names(language: str) -> "tuple[tuple[str, str], ...]":
    names = [
        (code, fold(name))
        for code, name in Locale(language).territories.items()
        if len(code) == len("XX")
    ]
    return (*names, *((code, word) for word, code in lexicon(language)["countries"].items()))


@cache
def _countries(language: str) -> "tuple[tuple[str, Pattern[str]], ...]":
    return tuple((code, any_of([name])) for code, name in _country_names(language))


@cache
def _names(language: str) -> "Pattern[str]":
    return any_of(name for _, name in _country_names(language))


def read_kinds(sentence: Sentence) -> None:
    """The kinds of call as the list shows them."""
    kinds = lexicon(sentence.language)["kinds"]
    every = any_of(word for words in kinds.values() for word in words)
    sentence.drop(rf"{sentence.pattern('billed_as')}\s+{every.pattern}")
    for kind, words in kinds.items():
        sentence.mark(any_of(words), _of_kind(kind))


def _of_kind(kind: str) -> Part:
    return Condition("kind", lambda call: call.kind == kind)


def read_extremes(sentence: Sentence) -> None:
    """ "The three most expensive", "the longest"."""
    count = rf"\d{{1,2}}(?!{ORDINAL})"
    top = rf"(?:(?:1{ORDINAL}|{sentence.pattern('first')})\s+(?={count}))?"
    for name in EXTREMES:
        words = sentence.pattern(name).replace("N", count)
        sentence.take(
            rf"{top}(?:(?<![\w.,]){count}\s+)?{words}(?:\s+{count}(?!\s*\w))?",
            partial(_extreme, name),
        )


def _extreme(name: str, found: "Match[str]") -> Part:
    measure, is_most = EXTREMES[name]
    return Extreme(measure, is_most, _many(found[0]))


def _many(written: str) -> "int | None":
    number = re.search(rf"\d+(?!{ORDINAL}|\d)", written)
    return int(number[0]) if number else None


def read_counts(sentence: Sentence) -> None:
    """ "Those two", "all six", "two calls": how many there are, and no position."""
    language = sentence.language
    number = rf"(?<![\w+.,])\d{{1,2}}(?!{ORDINAL}|[\w:]|[.,]\d)"
    calls = any_of(lexicon(language)["change"]["calls"]).pattern
    sentence.take(rf"({number})\s+{calls}", lambda found: Count(int(found[1])))
    those = any_of([*lexicon(language)["those"], *lexicon(language)["plural_article"]]).pattern
    one_of = "|".join(sentence.pattern(name) for name in ("heads", "article", "to"))
    sentence.take(
        rf"{those}\s+({number})(?=\s+(?:(?:{one_of})\s+){{0,4}}({MARK}))",
        lambda found: Count(int(found[1])) if _describes(sentence, found[2]) else None,
    )
    if len(re.findall(number, sentence.words)) == 1:
        sentence.take(
            rf"{sentence.pattern('those')}\s+({number})", lambda found: Count(int(found[1]))
        )


def _describes(sentence: Sentence, mark: str) -> bool:
    (part,) = sentence.parts_in(mark)
    return isinstance(part, Condition)


def read_unclear(sentence: Sentence) -> None:
    """ "Half past six", "one of them": no positions, whatever else they are."""
    sentence.mark(pattern(sentence.language, "unclear"), Unclear())


def read_both(sentence: Sentence) -> None:
    """ "Both": two, whatever they are."""
    sentence.mark(pattern(sentence.language, "both"), Count(2))


def read_endings(sentence: Sentence) -> None:
    """ "The last three digits": of a number, and not of the list."""
    last, digits = sentence.pattern("last"), sentence.pattern("digits")
    sentence.drop(rf"{last}\s+(?:\d+\s+)?{digits}|(?:\d+\s+)?{last}\s+{digits}")


def read_what_is_counted(sentence: Sentence) -> None:
    """Numbers of times, days, people: never positions."""
    number = rf"(?<![\w.,])\d+{ORDINAL}?\.?"
    sentence.drop(rf"{number}\s*{sentence.pattern('times')}")
    sentence.mark(rf"{number}\s*{_unit(lexicon(sentence.language)['units'])}", Aside())
    cardinal, those = rf"(?<![\w.,])\d+(?!{ORDINAL}|\d)", sentence.pattern("those")
    sentence.take(
        rf"({those}\s+)?{cardinal}\s+{sentence.pattern('things')}",
        lambda found: None if found[1] else Aside(),
    )
    sentence.mark(rf"{sentence.pattern('owned')}\s+{number}(?!\w)", Aside())
    sentence.take(rf"{_comparison(sentence.language)}\s+(?:\w{{1,3}}\s+)?{number}(?!\w)", _bold)
    edges = "|".join(sentence.pattern(name) for name in ("after", "before", "since", "between"))
    sentence.take(rf"(?:{edges})\s+{number}(?!\w)", _bold)


def read_number_of_things(sentence: Sentence) -> None:
    """ "Two companies": a number in words counts what comes after it."""
    little = "|".join(
        sentence.pattern(name) for name in ("fillers", "also", "heads", "times", "or")
    )
    before = "|".join(sentence.pattern(name) for name in ("article", "numbered"))
    sentence.take(
        rf"((?:{before})\s+)?(?<![\w.,])(\d{{1,3}})(?!{ORDINAL}|[\w.,:])(?=\s+(?!{little})\w{{3,}})",
        lambda found: None if found[1] or _is_written(found[2], sentence) else Aside(),
    )


def _is_written(digits: str, sentence: Sentence) -> bool:
    return bool(re.search(rf"(?<!\d){digits}(?!\d)", sentence.said))


def _bold(_: "Match[str]") -> Part:
    return Unclear()
