"""Which language a request for a language names."""

import re
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from assistant.nlu.text import fold, words
from locales import LANGUAGES
from selfcare.entities.words import words_at

LANGUAGE_NAMES: Final = Path(__file__).with_name("language_names.yml")

_CLAUSE = re.compile(r"[,.;:!?()\n]+")
_NOT_REACHES: Final = 4
_LONG_ENOUGH_FOR_A_SLIP: Final = 5


def named_language(text: str, spoken_in: str | None = None) -> str | None:
    """The language asked for; `spoken_in`, the text's own, decides between several.

    "no hablo inglés, español por favor" → "es"; a language that has no code of its own in
    `language_names.yml` is "other"; None if no language is named.
    """
    named = [language for clause in _CLAUSE.split(text) for language in _wanted(words(clause))]
    if spoken_in in named:
        return spoken_in
    return named[-1] if named else None


def _wanted(clause: list[str]) -> list[str]:
    folded = [fold(word) for word in clause]
    wanted = []
    for position, word in enumerate(folded):
        language = language_called(word)
        if language and not _is_refused(folded[max(0, position - _NOT_REACHES) : position]):
            wanted.append(language)
    return wanted


def _is_refused(before: list[str]) -> bool:
    """ "I don't speak Spanish", "switch from English": not the language that is wanted."""
    return not _words("not").isdisjoint(before) or not _words("from").isdisjoint(before[-1:])


@cache
def _words(kind: str) -> frozenset[str]:
    """Of all languages: which one a request is in may not be sure."""
    return frozenset(word for code in LANGUAGES for word in words_at(code, "languages", kind))


@cache
def language_called(word: str) -> str | None:
    """The language that a folded word names, typed carelessly or not."""
    exact = (code for stem, code in _stems().items() if _begins(word, stem))
    near = (
        code
        for stem, code in _stems().items()
        if min(len(stem), len(word)) >= _LONG_ENOUGH_FOR_A_SLIP and _one_slip(word, stem)
    )
    return next(exact, None) or next(near, None)


@cache
def _stems() -> dict[str, str]:
    listed = yaml.safe_load(LANGUAGE_NAMES.read_text(encoding="utf-8"))
    return {stem: code for code, line in listed.items() for stem in line.split()}


def _begins(word: str, stem: str) -> bool:
    return word.startswith(stem[:-1]) if stem.endswith("*") else word == stem


def _one_slip(word: str, stem: str) -> bool:
    """Whether one letter was left out, added, changed or swapped with the next."""
    stem = stem.rstrip("*")
    slips = {word[:i] + word[i + 1 :] for i in range(len(word))}
    stem_slips = {stem[:i] + stem[i + 1 :] for i in range(len(stem))}
    swaps = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    changed = len(word) == len(stem) and sum(a != b for a, b in zip(word, stem, strict=True)) == 1
    return stem in slips or word in stem_slips or stem in swaps or changed
