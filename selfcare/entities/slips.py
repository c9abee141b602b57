"""Slips of the keyboard in words that nothing else is spelt like: "septemebre", "yesterdy"."""

import re
from functools import cache

from babel.dates import get_month_names

from selfcare.entities.words import words_at
from selfcare.lexicon import fold, lexicon

SHORTEST = 5
LONGEST = 16
#: Shorter names of months are near other words: "mayo" and "mazo".
SHORTEST_MONTH = 6
#: Tables of the lexicon that have every form of their words.
FORMS = ("all", "numbers", "ordinals")

_WORD = re.compile(rf"[a-z]{{{SHORTEST},{LONGEST}}}")


def without_slips(words: str, language: str) -> str:
    """Folded `words` with one letter left out, added, changed or swapped put right."""
    return _WORD.sub(lambda found: _meant(found[0], language), words)


def _meant(word: str, language: str) -> str:
    known, shortened = _known(language)
    if word in known or word in _spelt_so(language):
        return word
    near = {shortened.get(word), *(shortened.get(short) for short in _shorter(word))}
    near |= {short for short in _shorter(word) if short in known}
    alike = {one for one in near if one and one[0] == word[0]}
    return alike.pop() if len(alike) == 1 else word


@cache
def _spelt_so(language: str) -> frozenset[str]:
    """Other forms of the words that are forgiven: "wszystkim" is not "wszystkie"."""
    return frozenset(word for name in FORMS for word in lexicon(language)[name])


@cache
def _known(language: str) -> "tuple[frozenset[str], dict[str, str]]":
    """The words that are forgiven, and each with one letter less."""
    months = {fold(name) for name in get_month_names("wide", "stand-alone", language).values()}
    longer = {name for name in months if len(name) >= SHORTEST_MONTH}
    known = frozenset(longer | set(words_at(language, "forgiven")))
    return known, {short: word for word in known for short in _shorter(word)}


def _shorter(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}
