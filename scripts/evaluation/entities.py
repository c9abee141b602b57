"""How many of the values that sentences name are read, and how many of those read are named.

`language` is left out: it is another component's, and only told where a language is asked for.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from assistant.nlu.entities import country_of
from locales import LANGUAGES
from selfcare.entities import read_entities

#: The present of the set, a Wednesday.
NOW = datetime(2026, 11, 18, 11, 0, tzinfo=ZoneInfo("Europe/Madrid"))
OTHERS = frozenset({"language", "dispute_reason"})

#: A name and a value that can be compared.
Named = tuple[str, str]


@dataclass(frozen=True)
class Sentence:
    """What somebody says, and the values that it names."""

    language: str
    text: str
    named: frozenset[Named]


@dataclass(frozen=True)
class EntityFigures:
    """Of one language: the share of values that were found exactly, and the share of those found
    that are named.
    """

    language: str
    sentences: int
    found: float
    precision: float


def entity_sentences(folder: Path) -> list[Sentence]:
    """The sentences of a folder with a file per language: text, and entities in JSON."""
    return [
        Sentence(path.stem, row["text"], _named(json.loads(row["entities"])))
        for path in sorted(folder.glob("*.tsv"))
        for row in _rows(path)
    ]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _named(entities: Iterable[Sequence[Any]]) -> frozenset[Named]:
    return frozenset(
        (name, json.dumps(value, sort_keys=True)) for name, value in entities if name not in OTHERS
    )


def read(sentence: Sentence) -> frozenset[Named]:
    """The values that are read in a sentence whose language is known."""
    country = country_of(LANGUAGES[sentence.language].locale)
    found = read_entities(sentence.text, sentence.language, NOW, country)
    return _named((entity.name, entity.value) for entity in found)


def entity_figures(language: str, sentences: Iterable[Sentence]) -> EntityFigures:
    """The figures of one language."""
    some = [sentence for sentence in sentences if sentence.language == language]
    both = [(sentence.named, read(sentence)) for sentence in some]
    right = sum(len(named & found) for named, found in both)
    return EntityFigures(
        language=language,
        sentences=len(some),
        found=right / sum(len(named) for named, _ in both),
        precision=right / sum(len(found) for _, found in both),
    )


def misread(sentences: Iterable[Sentence]) -> list[tuple[Sentence, frozenset[Named]]]:
    """Sentences of which something else was read than they name, and what."""
    both = [(sentence, read(sentence)) for sentence in sentences]
    return [(sentence, found) for sentence, found in both if found != sentence.named]
