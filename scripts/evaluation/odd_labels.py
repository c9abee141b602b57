"""Labels of the development set that fit us badly: it is other people's data, much of it banking.

None is left out of the figures. `odd_labels.tsv` knows the sentences by a digest: the set itself
is not part of this project.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scripts.evaluation.measure import Answer, Phrase

LIST = Path(__file__).with_name("odd_labels.tsv")


@dataclass(frozen=True)
class OddLabel:
    """An answer to a sentence, the intent that would fit, and why."""

    answer: Answer
    fits: str
    why: str


def odd_labels(answers: Iterable[Answer]) -> list[OddLabel]:
    """Those among the answers, in their order."""
    with LIST.open(encoding="utf-8", newline="") as lines:
        known = {row["digest"]: row for row in csv.DictReader(lines, delimiter="\t")}
    found = [(answer, known.get(_digest(answer.phrase))) for answer in answers]
    return [OddLabel(answer, row["fits"], row["why"]) for answer, row in found if row]


def _digest(phrase: Phrase) -> str:
    return hashlib.sha256(f"{phrase.language} {phrase.text}".encode()).hexdigest()[:12]
