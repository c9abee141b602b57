"""Numbers in figures: "ciento treinta y dos" is "132", "the third" is "the 3º".

An ordinal keeps its sign, since "2º" is a place or a day where "2" may count something.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from re import Pattern

from selfcare.entities.words import NOTHING, either, words_at
from selfcare.lexicon import TEN, TENS, lexicon

ORDINAL = "º"
HUNDRED = 100
THOUSAND = 1000


@dataclass(frozen=True)
class _Number:
    start: int
    end: int
    value: int
    is_ordinal: bool
    #: "un", "one": a number behind tens, by itself an article.
    is_article: bool = False

    @property
    def written(self) -> str:
        return f"{self.value}{ORDINAL if self.is_ordinal else ''}"


def in_figures(words: str, language: str) -> str:
    """Folded `words` with numbers in figures, except in phrases that only sound like numbers."""
    written: list[str] = []
    end = 0
    for idiom in _idioms(language).finditer(words):
        written += [_converted(words[end : idiom.start()], language), idiom[0]]
        end = idiom.end()
    return "".join([*written, _converted(words[end:], language)])


@cache
def _idioms(language: str) -> Pattern[str]:
    return re.compile(either(idioms_of(language)))


@cache
def idioms_of(language: str) -> list[str]:
    """Phrases that only sound like a number or a choice."""
    return [*lexicon(language).get("idioms", ()), *words_at(language, "idioms")]


def _converted(words: str, language: str) -> str:
    words = _typed_ordinal(language).sub(rf"\1{ORDINAL}", words)
    written: list[str] = []
    end = 0
    for number in _composed(words, language):
        written += [words[end : number.start], number.written]
        end = number.end
    return _article(language).sub("1", "".join([*written, words[end:]]))


@cache
def _typed_ordinal(language: str) -> Pattern[str]:
    """ "2nd", "3eme", "1.o" (as "1.º" is folded)."""
    endings = "|".join(map(re.escape, words_at(language, "ordinal_endings")))
    return re.compile(rf"(?<![\w.,])(\d{{1,2}})\.?(?:{endings})(?!\w)")


@cache
def _article(language: str) -> Pattern[str]:
    """Where "un", "one" is the number: beside another one, or after "number"."""
    ones = lexicon(language).get("one")
    if not ones:
        return re.compile(NOTHING)
    one, joints = either(ones), words_at(language, "joints")
    joint = either([*joints, *lexicon(language)["between_positions"]])
    beside = rf"(?=\s*(?:[,;.!?]|$|{joint})|\s+\d)"
    leads = [rf"\d {re.escape(word)} " for word in joints]
    named = [rf"\b{re.escape(word)} " for word in words_at(language, "one_after")]
    return re.compile(
        rf"^{one}{beside}|(?<=\d\s){one}(?=\s\d)|(?:(?<={')|(?<='.join(leads)})){one}{beside}"
        rf"|(?:(?<={')|(?<='.join(named)})){one}"
    )


def _composed(words: str, language: str) -> Iterator[_Number]:
    """The numbers in words, those that belong together added up: "100 20 3" is 123."""
    current: _Number | None = None
    for number in _numbers(words, language):
        joined = current and _joined(current, number, words[current.end : number.start], language)
        if current and not joined and not current.is_article:
            yield current
        current = joined or number
    if current and not current.is_article:
        yield current


def _numbers(words: str, language: str) -> Iterator[_Number]:
    written, values = _vocabulary(language)
    for found in written.finditer(words):
        value, is_ordinal, is_article = values[found[0].replace("-", " ")]
        if value in (HUNDRED, THOUSAND) and re.search(r"\d\s*$", words[: found.start()]):
            continue  # "99 cents" and "2 mil euros" are money
        yield _Number(found.start(), found.end(), value, is_ordinal, is_article)


@cache
def _vocabulary(language: str) -> "tuple[Pattern[str], dict[str, tuple[int, bool, bool]]]":
    """Finds words for numbers, hyphens or spaces within; value, whether an ordinal, an article."""
    ordinals, numbers = lexicon(language)["ordinals"], lexicon(language)["numbers"]
    articles = lexicon(language).get("joins_tens", {"ones": {}})["ones"]
    values = {word: (int(value), False, True) for word, value in articles.items()}
    values |= {word: (int(value), True, False) for word, value in ordinals.items()}
    values |= {word: (int(n), False, False) for word, n in numbers.items() if " " not in word}
    values |= dict.fromkeys(words_at(language, "zero"), (0, False, False))
    written = either(values).replace(r"\-", "[ -]")
    return re.compile(written), {word.replace("-", " "): value for word, value in values.items()}


def _joined(one: _Number, other: _Number, between: str, language: str) -> "_Number | None":
    """Two numbers as one, if that is how they are said."""
    value = _sum(one, other, between, language)
    if value is None:
        return None
    return replace(one, end=other.end, value=value, is_ordinal=other.is_ordinal, is_article=False)


def _sum(one: _Number, other: _Number, between: str, language: str) -> int | None:
    is_close = between in (" ", "-")
    joints = lexicon(language).get("joins_tens", {"words": ()})["words"]
    ends_in_tens = one.value % HUNDRED in TENS and 0 < other.value < TEN
    if ends_in_tens and (is_close or between.strip() in joints):
        return one.value + other.value
    if one.is_ordinal or other.is_article:
        return None
    if not is_close and between.strip() not in words_at(language, "after_hundreds"):
        return None
    return _larger(one.value, other.value, is_close)


def _larger(value: int, more: int, is_close: bool) -> int | None:
    """Hundreds and thousands: what follows one is added, what precedes one multiplies it."""
    ones = value % HUNDRED
    if value >= THOUSAND and value % THOUSAND == 0 and 0 < more < THOUSAND:
        return value + more
    if value >= HUNDRED and ones == 0 and 0 < more < HUNDRED:
        return value + more
    if is_close and more == HUNDRED and 1 < ones < TEN:
        return value - ones + ones * HUNDRED
    if is_close and more == THOUSAND and 0 < value < THOUSAND:
        return value * THOUSAND
    return None
