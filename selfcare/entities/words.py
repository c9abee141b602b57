"""Words around values, per language, from the files in `words/`, beside those of the lexicon."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from re import Pattern
from typing import Any

import yaml

from selfcare.lexicon import Lexicon, any_of

_DIRECTORY = Path(__file__).with_name("words")
#: A pattern that is found nowhere.
NOTHING = r"(?!)"


@cache
def said(language: str) -> Lexicon:
    """The words of one language. Raises FileNotFoundError for one that has none."""
    content = (_DIRECTORY / f"{language}.yml").read_text(encoding="utf-8")
    words: Lexicon = yaml.safe_load(content)
    return words


def words_at(language: str, *path: Any) -> Any:
    """What stands at `path`; no words where there are none."""
    found: Any = said(language)
    for name in path:
        found = found.get(name, ())
    return found


def one_of(language: str, *path: Any) -> str:
    """A pattern that finds one of the words at `path`, whole."""
    return either(words_at(language, *path))


def either(words: Iterable[str]) -> str:
    """A pattern that finds one of `words`, whole, the longest first; signs need no space."""
    listed = list(words)
    letters = [word for word in listed if word[-1].isalnum() or word[-1] in "*'."]
    signs = [re.escape(word) for word in listed if word not in letters]
    patterns = [_whole(letters)] if letters else []
    return "(?:" + "|".join([*patterns, *signs]) + ")" if listed else NOTHING


def glued(words: Iterable[str]) -> str:
    """The same where a figure may stand right before it: "20eur"."""
    return either(words).replace(r"(?<!\w)", "")


def _whole(words: Iterable[str]) -> str:
    """As the lexicon's `any_of`, but what ends in an apostrophe or a dot ends there."""
    return any_of(words).pattern.removesuffix(r"(?!\w)") + r"(?:(?<=['.])|(?!\w))"


@cache
def finds(language: str, *path: Any) -> Pattern[str]:
    """The same, compiled."""
    return re.compile(one_of(language, *path))
