"""Which calls of the list a customer means: by position, by words, or by what they are."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from re import Pattern

from babel import Locale

from selfcare.calls import Call
from selfcare.lexicon import (
    any_of,
    fold,
    in_digits,
    lexicon,
    pattern,
    value_of,
    without_idioms,
)

#: Shorter digits are positions; longer ones belong to a telephone number.
LONGEST_POSITION = 3
FEWEST_DIGITS_OF_A_NUMBER = 5
#: Digits of the end of a number, where the list has no such position.
END_OF_A_NUMBER = (3, 4)
#: "12:30", "12h30", "12 h 30": no position.
TIME_OF_DAY = r"(?<!\w)\d{1,2}(?::|\s?h\s?)\d{2}(?!\d)"


@dataclass(frozen=True)
class Choice:
    """Positions on the list (1 is the first) and those that the list does not have."""

    positions: tuple[int, ...]
    missing: tuple[int, ...] = ()


def read_choice(text: str, language: str, calls: Sequence[Call]) -> Choice | None:
    """What `text` chooses from `calls`; nothing if it is not a choice at all.

    Understands "2 and 4", "3-5", "all but the third", "the last two", "the ones to Morocco",
    "over 2 euros", "the most expensive", a price, or the end of a telephone number.
    """
    words = without_idioms(language, fold(text))
    split = pattern(language, "except").split(words, maxsplit=1)
    if len(split) == 2 and split[1].strip() and not _says_under(words, language):
        left_out = _chosen(split[1], language, calls)
        if left_out is None:
            return None
        taken = _chosen(split[0], language, calls)
        base = taken if taken is not None else set(range(1, len(calls) + 1))
        return _choice(base - left_out, len(calls))
    chosen = _chosen(words, language, calls)
    return None if chosen is None else _choice(chosen, len(calls))


def read_positions(expression: str, count: int) -> Choice | None:
    """The positions a button carries: `2`, `1,3`, `all` or `all-3`."""
    chosen, _, left_out = expression.replace(" ", "").partition("-")
    if not re.fullmatch(r"all|\d{1,3}(,\d{1,3})*", chosen):
        return None
    if left_out and not re.fullmatch(r"\d{1,3}(,\d{1,3})*", left_out):
        return None
    taken = set(range(1, count + 1)) if chosen == "all" else set(map(int, chosen.split(",")))
    return _choice(taken - set(map(int, filter(None, left_out.split(",")))), count)


def _choice(positions: Iterable[int], count: int) -> Choice:
    ordered = sorted(positions)
    return Choice(
        tuple(position for position in ordered if 1 <= position <= count),
        tuple(position for position in ordered if not 1 <= position <= count),
    )


def _chosen(words: str, language: str, calls: Sequence[Call]) -> set[int] | None:
    """The positions that `words` name, in or out of range; nothing if they name none."""
    readers: list[Callable[[str, str, Sequence[Call]], tuple[str, set[int] | None]]] = [
        _by_price,
        _by_number,
        _by_country,
        _by_extreme,
        _by_group,
        _by_count,
        _by_position,
    ]
    chosen: set[int] | None = None
    for read in readers:
        words, found = read(words, language, calls)
        if found is not None:
            chosen = found if chosen is None else chosen | found
    if chosen is None and pattern(language, "all").search(words):
        return set(range(1, len(calls) + 1))
    return chosen


def _where(calls: Sequence[Call], fits: Callable[[Call], bool]) -> set[int]:
    return {position for position, call in enumerate(calls, 1) if fits(call)}


def _by_price(words: str, language: str, calls: Sequence[Call]) -> "tuple[str, set[int] | None]":
    over = pattern(language, "over").search(words)
    found = _price(language).search(words)
    if not found:
        return words, None
    minor = round(float((found["amount"]).replace(",", ".")) * 100)
    exact = bool(re.search(r"[.,]", found["amount"]))
    rest = words[: found.start()] + " " + words[found.end() :]
    if over:
        rest = pattern(language, "over").sub(" ", rest)
        return rest, _where(calls, lambda call: call.price.minor > minor)
    if _says_under(words, language):
        return rest, _where(calls, lambda call: call.price.minor < minor)
    if exact:
        fitting = _where(calls, lambda call: call.price.minor == minor)
        if not fitting and re.fullmatch(r"\d{1,3},\d\d", found[0].strip()):
            written = [int(part) for part in found["amount"].split(",")]
            if max(written) <= len(calls):
                return words, None  # "2,10": two positions
        return rest, fitting
    return rest, _where(calls, lambda call: call.price.minor // 100 == minor // 100)


def _says_under(words: str, language: str) -> bool:
    """Whether a highest price is named: "de menos de 2 euros", which leaves nothing out."""
    under = lexicon(language).get("under")
    return bool(under and re.search(rf"{any_of(under).pattern}\s*[€£$]?\s?\d", words))


@cache
def _price(language: str) -> Pattern[str]:
    """A number with a currency after or before it, or with two decimals."""
    units = "|".join(
        re.escape(unit).replace(r"\*", r"\w*") for unit in lexicon(language)["currency"]
    )
    return re.compile(
        rf"(?<![\w.,])[€£]?\s?(?P<amount>\d+[.,]\d\d(?![.,]?\d)|\d+(?=\s*(?:{units})(?!\w))|(?<=[€£])\d+)"
        rf"\s*(?:{units})?(?!\w)"
    )


def _by_number(words: str, language: str, calls: Sequence[Call]) -> "tuple[str, set[int] | None]":
    found = re.search(r"\+?\d[\d\s.\-]{3,}\d", words)
    digits = re.sub(r"\D", "", found[0]).lstrip("0") if found else ""
    if not found or len(digits) < FEWEST_DIGITS_OF_A_NUMBER or "," in found[0]:
        return words, None
    if re.fullmatch(r"(\d{1,3}[\s\-]+)+\d{1,3}", found[0]) and not found[0].startswith("+"):
        written = found[0].split()
        if all(len(part) < LONGEST_POSITION for part in written) and "0" not in words[:1]:
            return words, None  # "1 2 3": positions with spaces between them
    rest = words.replace(found[0], " ")
    return rest, _where(calls, lambda call: call.number.lstrip("+").endswith(digits))


def _by_country(words: str, language: str, calls: Sequence[Call]) -> "tuple[str, set[int] | None]":
    named = {code for code, name in _countries(language) if name.search(words)}
    if not named:
        return words, None
    return words, _where(calls, lambda call: call.country in named)


@cache
def _countries(language: str) -> "tuple[tuple[str, Pattern[str]], ...]":
    names = [
        (code, any_of([fold(name)]))
        for code, name in Locale(language).territories.items()
        if len(code) == 2
    ]
    names += [(code, any_of([word])) for word, code in lexicon(language)["countries"].items()]
    return tuple(names)


def _by_extreme(words: str, language: str, calls: Sequence[Call]) -> "tuple[str, set[int] | None]":
    if not calls:
        return words, None
    for name, measure in (
        ("most_expensive", lambda call: call.price.minor),
        ("longest", lambda call: call.duration),
    ):
        if pattern(language, name).search(words):
            top = max(calls, key=measure)
            return pattern(language, name).sub(" ", words), {calls.index(top) + 1}
    return words, None


def _by_group(words: str, language: str, calls: Sequence[Call]) -> "tuple[str, set[int] | None]":
    """ "the first two", "las dos últimas": a number beside a first or last."""
    number = rf"(?P<number>\d{{1,2}}|{_number_words(language)})"
    for end in ("first", "last"):
        word = pattern(language, end).pattern
        for order in (rf"{word}\s+{number}(?!\w)", rf"(?<!\w){number}\s+{word}"):
            found = re.search(order, words)
            if found:
                many = _number(found["number"], language) or 1
                size = len(calls)
                positions = (
                    range(1, many + 1)
                    if end == "first"
                    else range(max(size - many, 0) + 1, size + 1)
                )
                return words[: found.start()] + " " + words[found.end() :], set(positions)
    return words, None


def _by_count(words: str, language: str, calls: Sequence[Call]) -> "tuple[str, set[int] | None]":
    """ "las dos": all where there are so many; otherwise nobody knows which."""
    those = lexicon(language).get("those")
    if not those:
        return words, None
    digits = in_digits(language, words)
    number = r"(?<!\w)\d{1,2}(?![\w:]|[.,]\d)"
    found = re.search(rf"{any_of(those).pattern}\s+({number})", digits)
    if not found or len(re.findall(number, digits)) > 1:
        return words, None
    rest = digits[: found.start()] + " " + digits[found.end() :]
    return rest, _where(calls, bool) if int(found[1]) == len(calls) else None


@cache
def _number_words(language: str) -> str:
    words = sorted(map(str, lexicon(language)["numbers"]), key=len, reverse=True)
    return "|".join(map(re.escape, words))


def _number(word: str, language: str) -> int | None:
    if word.isdigit():
        return int(word)
    value = value_of(language, word, "numbers")
    return None if value is None else int(value)


def _by_position(words: str, language: str, calls: Sequence[Call]) -> "tuple[str, set[int] | None]":
    positions: set[int] = set()
    counted = rf"(?<!\w)(?:{_number_words(language)})\s+"
    words = re.sub(counted + pattern(language, "change", "calls").pattern, " ", words)
    words = in_digits(language, re.sub(TIME_OF_DAY, " ", words))
    words = re.sub(r"(?<!\w)n(?:o|r)?[°.]?\s?(?=\d)", "", words)
    words = re.sub(r"(?<!\w)(\d{1,3})\s*[-–]\s*(\d{1,3})(?!\w)", _spelled_out, words)
    through = pattern(language, "between_positions").pattern
    words = re.sub(rf"(?<!\w)(\d{{1,3}})\s+{through}\s+(\d{{1,3}})(?!\w)", _spelled_out, words)
    words = re.sub(rf"\d+\.?\s*{pattern(language, 'units').pattern}", " ", words)
    for token in re.findall(r"[^\s,;.!?()#]+", words):
        bare = token.strip("'\"ªº°:„”“«»")
        if not bare.isdecimal():
            continue
        ends = {position for position, call in enumerate(calls, 1) if call.number.endswith(bare)}
        if len(bare) in END_OF_A_NUMBER and int(bare) > len(calls) and ends:
            positions |= ends
        elif len(bare) <= LONGEST_POSITION:
            positions.add(int(bare))
    if pattern(language, "last").search(words) and calls:
        positions.add(len(calls))
    return words, positions or None


def _spelled_out(found: "re.Match[str]") -> str:
    start, end = int(found[1]), int(found[2])
    if start > end or end - start > 99:
        return found[0]
    return " ".join(str(position) for position in range(start, end + 1))
