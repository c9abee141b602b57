"""Words that customers use for numbers, positions, periods and payments, per language.

A trailing `*` stands for any ending. Everything is written without accents, in small
letters, since what customers write is folded in the same way before it is compared.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from re import Pattern
from typing import Any

import yaml

Lexicon = dict[str, Any]

TEN = 10
#: Words after which a smaller number is added: "twenty one".
TENS = range(20, 100, 10)


@cache
def lexicon(language: str) -> Lexicon:
    """The words of one language. Raises FileNotFoundError for one that has none."""
    file = Path(__file__).with_name(f"{language}.yml")
    with file.open(encoding="utf-8") as content:
        words: Lexicon = yaml.safe_load(content)
    # Who only asks whether money is named need not know which.
    words["currency"] = [word for named in words["currencies"].values() for word in named]
    return words


def fold(text: str) -> str:
    """Small letters without accents, apostrophes straight, spaces single."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("ł", "l").replace("’", "'"))
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(kept.split())


@cache
def pattern(language: str, *path: str) -> Pattern[str]:
    """Finds any of the words at `path` of the lexicon in folded text, as whole words."""
    words: Any = lexicon(language)
    for name in path:
        words = words[name]
    return any_of(words)


def any_of(words: Iterable[str]) -> Pattern[str]:
    """Finds any of `words`, the longest first; `*` at the end of one takes any ending."""
    written: list[str] = sorted((str(word) for word in words), key=len, reverse=True)
    alternatives = [re.escape(word).replace(r"\*", r"\w*") for word in written]
    return re.compile(r"(?<!\w)(?:" + "|".join(alternatives) + r")(?!\w)")


def says(language: str, text: str, *path: str) -> bool:
    """Whether `text` has one of the words at `path`."""
    return bool(pattern(language, *path).search(fold(text)))


def is_only(language: str, text: str, *path: str) -> bool:
    """Whether `text` is one of the words at `path` and nothing else but punctuation."""
    bare = re.sub(r"[^\w' ]+", " ", fold(text)).strip()
    return bool(pattern(language, *path).fullmatch(" ".join(bare.split())))


def without_idioms(language: str, words: str) -> str:
    """Folded `words` without phrases that only sound like a number or a choice: "sobre todo"."""
    idioms = lexicon(language).get("idioms")
    return any_of(idioms).sub(" ", words) if idioms else words


def value_of(language: str, word: str, table: str) -> Any:
    """What `word` stands for in a table such as `numbers`; nothing if it is not there."""
    for written, value in _table(language, table):
        if written.fullmatch(word):
            return value
    return None


@cache
def _table(language: str, table: str) -> "list[tuple[Pattern[str], Any]]":
    return [(any_of([word]), value) for word, value in lexicon(language)[table].items()]


def in_digits(language: str, words: str, ordinal: str = "") -> str:
    """Folded `words` with numbers in digits: "the third" is "the 3", "twenty first" is "21".

    `ordinal` is written after those that say which one, and not how many.
    """
    parts = re.split(r"([\s,;.!?()#]+)", _joined(language, words, ordinal))
    written: list[str] = []
    tens = 0
    for part in parts:
        word = part.strip("'\"ªº°:„”“«»")
        value = _number_in(language, word)
        sign = ordinal if value is not None and _is_ordinal(language, word) else ""
        if value is None:
            written.append(part)
            tens = tens if part == " " else 0
        elif tens and value < TEN:
            written[-2:] = [f"{tens + value}{sign}"]
            tens = 0
        else:
            written.append(f"{value}{sign}")
            tens = value if value in TENS else 0
    return "".join(written)


def _is_ordinal(language: str, word: str) -> bool:
    return value_of(language, word, "ordinals") is not None


def _joined(language: str, words: str, ordinal: str) -> str:
    """Numbers of several words in digits: "treinta y un" is "31", "quatre-vingt-dix" is "90"."""
    written, values = _compounds(language)

    def in_figures(found: "re.Match[str]") -> str:
        sign = ordinal if _is_ordinal(language, re.split(r"[ -]", found[0])[-1]) else ""
        return f"{values[found[0].replace('-', ' ')]}{sign}"

    words = written.sub(in_figures, words)
    one = lexicon(language).get("one")
    if not one:
        return words
    # "un" is a number where others stand beside it or nothing at all, else an article.
    joint = any_of([*lexicon(language)["and"], *lexicon(language)["between_positions"]]).pattern
    both = any_of(lexicon(language)["and"]).pattern
    return re.sub(
        rf"(^|[,;]\s*|{both}\s+){any_of(one).pattern}(?=\s*(?:$|[,;.!?]|{joint}))", r"\g<1>1", words
    )


@cache
def _compounds(language: str) -> "tuple[Pattern[str], dict[str, int]]":
    """Finds numbers of several words, with spaces or hyphens between them, and their values."""
    numbers: dict[str, int] = lexicon(language)["numbers"]
    joint = lexicon(language).get("joins_tens", {"words": [], "ones": {}})
    simple = numbers | lexicon(language)["ordinals"] | joint["ones"]
    ones = {word: value for word, value in simple.items() if value < TEN}
    tens = {word: value for word, value in numbers.items() if value in TENS}
    found = {word: value for word, value in simple.items() if " " in word or "-" in word}
    for ten, many in tens.items():
        for one, more in ones.items():
            for between in (" ", *(f" {word} " for word in joint["words"])):
                found[f"{ten}{between}{one}"] = many + more
    values = {word.replace("-", " "): int(value) for word, value in found.items()}
    written = any_of(values).pattern.replace(r"\ ", "[ -]") if values else r"(?!)"
    return re.compile(written), values


def _number_in(language: str, word: str) -> "int | None":
    ordinal = value_of(language, word, "ordinals")
    value = ordinal if ordinal is not None else value_of(language, word, "numbers")
    return None if value is None else int(value)
