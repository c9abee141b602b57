"""Addresses of e-mail and telephone numbers."""

import re
from functools import cache
from re import Match, Pattern

from phonenumbers import PhoneNumberFormat, PhoneNumberMatcher, format_number

from selfcare.entities.reading import TAKEN, Entity, Found, Setting, take
from selfcare.entities.words import either, one_of, words_at

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[a-z]{2,24}(?![\w@])")
#: Nothing shorter is a telephone number that is valid.
_MANY_DIGITS = re.compile(r"\d(?:[^\d\n]{0,4}\d){6}")


def read_emails(text: str, setting: Setting) -> Found:
    """Addresses of e-mail, in a text in small letters."""
    return take(text, _EMAIL, lambda it: [_email(it[0])])


def read_dictated_emails(words: str, setting: Setting) -> Found:
    """Addresses with words for their signs: "ana arroba gmail punto com"."""
    if not _finds_at(setting.language).search(words):
        return words, []
    language = setting.language
    return take(words, _dictated(language), lambda it: [_email(_in_signs(it, language))])


def _email(address: str) -> Entity:
    return Entity("email", address.strip("."))


@cache
def _finds_at(language: str) -> Pattern[str]:
    return re.compile(one_of(language, "mail", "at"))


@cache
def _dictated(language: str) -> Pattern[str]:
    """Words for the signs of an address between what is written; its end has a word for a dot."""
    words = words_at(language, "mail")
    dot = either(words["dot"])
    sign = either([*words["dot"], *words["dash"], *words["underscore"]])
    return re.compile(
        rf"(?<![\w.+-])[\w.+-]{{1,64}}(?:\s+{sign}\s+[\w.+-]{{1,64}}){{0,4}}"
        rf"\s+{either(words['at'])}\s+[\w-]{{1,63}}(?:\s+{dot}\s+[a-z]{{2,24}}){{1,3}}"
    )


def _in_signs(found: "Match[str]", language: str) -> str:
    words = words_at(language, "mail")
    address = found[0]
    for name, sign in (("underscore", "_"), ("dash", "-"), ("dot", "."), ("at", "@")):
        address = re.sub(rf"\s+{either(words[name])}\s+", sign, address)
    return address


def read_phones(words: str, setting: Setting) -> Found:
    """Numbers that a country's plan knows; without a prefix those of the setting's country."""
    plus = _finds_plus(setting.language)
    words = plus.sub("+", words) if plus.search(words) else words
    if not _MANY_DIGITS.search(words):
        return words, []
    kept: list[str] = []
    found: list[Entity] = []
    end = 0
    for match in PhoneNumberMatcher(words, setting.country):
        number = format_number(match.number, PhoneNumberFormat.E164)
        found.append(Entity("phone_number", number))
        kept.append(words[end : match.start])
        end = match.end
    return TAKEN.join([*kept, words[end:]]), found


@cache
def _finds_plus(language: str) -> Pattern[str]:
    return re.compile(one_of(language, "plus") + r"\s+(?=\d{2,3}\s+\d)")
