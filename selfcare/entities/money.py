"""Sums of money, where a currency is named."""

import re
from decimal import Decimal
from functools import cache
from re import Match, Pattern

from selfcare.entities.reading import Entity, Found, Setting, take
from selfcare.entities.words import either, glued, one_of, words_at
from selfcare.lexicon import lexicon

MINOR = 100
THOUSAND = 1000
#: "1 249,00", "1.250", "35'90", "1249": separators of thousands, then one or two decimals.
_NUMBER = r"(?:\d{1,3}(?:[ .,']\d{3})+|\d{1,7})(?:[.,']\d{1,2})?"
_BEFORE = r"(?<![\w.,/:@])(?<!\w-)"
_HALF = Decimal("0.5")


def read_amounts(words: str, setting: Setting) -> Found:
    """Sums with the code, the sign or the name of their currency, in words by now in figures."""
    found: list[Entity] = []
    for written in _patterns(setting.language):
        words, more = take(words, written, lambda it: _entities(it, setting.language))
        found += more
    return words, found


@cache
def _patterns(language: str) -> "tuple[Pattern[str], ...]":
    """A sum behind the sign of its currency, before its name, of smaller money, in one word."""
    major, minor = glued(_major(language)), glued(_minor(language))
    signs = glued([*_signs(language), *map(str.lower, _codes(language))])
    half = rf"\s+(?P<half>{one_of(language, 'half')})"
    return (
        re.compile(rf"{_BEFORE}(?P<currency>{signs})\s?{_number(language)}(?!\w|[.,]\d)"),
        re.compile(
            rf"{_BEFORE}{_sum(language)}\s*(?P<currency>{major})(?:{half}|{_smaller(language)})?"
        ),
        re.compile(rf"{_BEFORE}(?P<alone>{major}){half}"),
        re.compile(rf"{_BEFORE}(?P<small>\d{{1,3}})\s?(?P<smaller>{minor})(?![\w.]\w)"),
        re.compile(rf"{_BEFORE}(?P<coin>{either(words_at(language, 'coins'))})"),
    )


@cache
def _number(language: str) -> str:
    """ "45,50", "2 tys."."""
    thousand = glued(words_at(language, "thousand"))
    return rf"(?P<number>{_NUMBER})(?:\s*(?P<thousand>{thousand}))?"


def _sum(language: str) -> str:
    """A number as it is said before the name of a currency: "18 con 75", "półtora tysiąca"."""
    thousand = glued(words_at(language, "thousand"))
    point = either(lexicon(language).get("point", ()))
    return (
        rf"(?:(?P<once>{one_of(language, 'one_and_a_half')}(?:\s*{thousand})?)"
        rf"|(?P<whole>\d{{1,5}})\s+{point}\s+(?P<decimals>\d{{2}})"
        rf"|(?P<units>\d{{1,5}})\s+(?P<halves>{one_of(language, 'half')})"
        rf"|{_number(language)}"
        rf"|(?P<one>{one_of(language, 'a')}\s+))"
    )


def _smaller(language: str) -> str:
    """Smaller money behind the name of a currency, with its own name or without."""
    point = either(lexicon(language).get("point", ()))
    joint = one_of(language, "minor_after")
    counted = either([*_major(language), *_minor(language), *map(str, lexicon(language)["units"])])
    alone = rf"(?!\d|[.,/:-]\d|\s*{counted})"
    return (
        rf"\s*(?:{joint}\s+)?(?P<minor>\d{{1,2}})\s*{glued(_minor(language))}"
        rf"|\s*(?:{point}\s+)?(?P<tail>\d\d){alone}"
        rf"|\s+{joint}\s+(?P<joined>\d\d){alone}(?=\s*(?:$|[^\w\s]))"
    )


def _entities(found: "Match[str]", language: str) -> "list[Entity] | None":
    parts = found.groupdict()
    if parts.get("coin"):
        ((currency, minor),) = words_at(language, "coins")[found["coin"]].items()
        return [_amount(currency, minor)]
    if parts.get("small"):
        return [_amount(_named(_minor(language), found["smaller"]), int(found["small"]))]
    name = parts.get("currency") or parts["alone"]
    value = _value(parts)
    return [_amount(_named(_major(language), name), int(value * MINOR))] if value else None


def _amount(currency: str, minor: int) -> Entity:
    return Entity("amount", {"currency": currency, "minor": minor})


def _value(parts: "dict[str, str | None]") -> Decimal:
    """The sum in the larger money."""
    value = _whole(parts)
    if parts.get("thousand"):
        value *= THOUSAND
    minor = parts.get("minor") or parts.get("tail") or parts.get("joined")
    if minor:
        value += Decimal(minor) / MINOR
    return value + (_HALF if parts.get("half") else 0)


def _whole(parts: "dict[str, str | None]") -> Decimal:
    if parts.get("number"):
        return _decimal(str(parts["number"]))
    if parts.get("whole"):
        return Decimal(f"{parts['whole']}.{parts['decimals']}")
    if parts.get("units"):
        return Decimal(str(parts["units"])) + _HALF
    if parts.get("once"):
        return Decimal("1.5") * (THOUSAND if " " in str(parts["once"]).strip() else 1)
    return Decimal(1)


def _decimal(written: str) -> Decimal:
    """The last separator is the decimal one if one or two digits follow it."""
    whole, decimals = written, "0"
    found = re.fullmatch(r"(.*?)[.,'](\d{1,2})", written)
    if found:
        whole, decimals = found.groups()
    return Decimal(re.sub(r"\D", "", whole) + "." + decimals)


@cache
def _major(language: str) -> dict[str, str]:
    """Names and signs of currencies with their codes."""
    doubtful = words_at(language, "doubtful_money")
    named = _by_word(lexicon(language)["currencies"])
    return {word: code for word, code in named.items() if word not in doubtful}


@cache
def _minor(language: str) -> dict[str, str]:
    return _by_word(words_at(language, "minor_money"))


def _by_word(currencies: dict[str, list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for code, words in currencies.items():
        found |= {word: code for word in words if word not in found}
    return found


def _named(words: dict[str, str], name: str) -> str:
    exact = words.get(name)
    stems = (code for word, code in words.items() if word[-1] == "*" and name.startswith(word[:-1]))
    return exact or next(stems)


def _signs(language: str) -> list[str]:
    return [word for word in _major(language) if not word[0].isalnum()]


def _codes(language: str) -> list[str]:
    return list(lexicon(language)["currencies"])
