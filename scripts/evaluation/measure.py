"""Phrases with what they mean, what the pipeline makes of them, and the figures of that."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

from scipy import sparse
from sklearn.model_selection import StratifiedKFold

from assistant.nlu.featurizers import E5Featurizer, NgramFeaturizer
from assistant.nlu.importer import LANGUAGE, SUB_INTENT, PhraseImporter
from assistant.nlu.meaning import intent_ranking, top_sub_intent
from assistant.nlu.regression import Regression
from assistant.nlu.text import meant

FOLDS = 5
BINS = 10


@dataclass(frozen=True)
class Phrase:
    """What somebody says, in which language, and what they mean by it."""

    language: str
    meaning: str
    text: str
    style: str = "-"

    @property
    def intent(self) -> str:
        """The meaning without its sub-intent."""
        return self.meaning.split("/")[0]

    @property
    def reason(self) -> str | None:
        """The sub-intent, if there is one."""
        return self.meaning.partition("/")[2] or None


@dataclass(frozen=True)
class Answer:
    """What was understood: the best intent, with its best sub-intent, and how sure that is."""

    phrase: Phrase
    meaning: str
    intent: str
    confidence: float

    @property
    def is_right(self) -> bool:
        """Whether the intent is the one meant."""
        return self.intent == self.phrase.intent


class Pipeline:
    """The featurizers and the regression of `config.yml`, without Rasa around them."""

    def __init__(self, config: dict[str, Any], phrases: Sequence[Phrase]) -> None:
        self._featurizers: list[Any] = [
            kind({**kind.get_default_config(), **settings_of(config, kind.__name__)}, None, None)
            for kind in (E5Featurizer, NgramFeaturizer)
        ]
        texts = [meant(phrase.text) for phrase in phrases]
        for featurizer in self._featurizers:
            featurizer.fit(texts)
        classifier = settings_of(config, "MeaningClassifier")
        self._sharpness = classifier["sharpness"]
        meanings = [phrase.meaning for phrase in phrases]
        self._regression = Regression.learned(self._rows(phrases), meanings, classifier["C"])

    def answers(self, phrases: Sequence[Phrase]) -> Iterator[Answer]:
        """What each phrase is understood as."""
        likely = self._regression.likelihoods(self._rows(phrases))
        for phrase, row in zip(phrases, likely, strict=True):
            yield self._answer(phrase, dict(zip(self._regression.meanings, row, strict=True)))

    def _answer(self, phrase: Phrase, meanings: dict[str, float]) -> Answer:
        best = intent_ranking(meanings, self._sharpness)[0]
        sub_intent = top_sub_intent(best["name"], meanings, self._sharpness)
        meaning = f"{best['name']}/{sub_intent[0]}" if sub_intent else best["name"]
        return Answer(phrase, meaning, best["name"], best["confidence"])

    def _rows(self, phrases: Sequence[Phrase]) -> sparse.csr_matrix:
        texts = [meant(phrase.text) for phrase in phrases]
        return sparse.hstack([f.training_rows(texts) for f in self._featurizers], format="csr")


def settings_of(config: dict[str, Any], component: str) -> dict[str, Any]:
    """What `config.yml` says of a component."""
    return next(c for c in config["pipeline"] if c["name"].split(".")[-1] == component)


def trained_phrases(folder: str) -> list[Phrase]:
    """All training phrases."""
    examples = PhraseImporter(training_data_paths=[folder]).get_nlu_data().intent_examples
    return [
        Phrase(e.get(LANGUAGE), e.get(SUB_INTENT) or e.get("intent"), e.get("text"))
        for e in examples
    ]


def own_phrases(folder: Path) -> list[Phrase]:
    """The project's evaluation set: a file per language; intent, reason, style, text."""
    return [
        Phrase(path.stem, _meaning(row), row["text"], row["style"])
        for path in sorted(folder.glob("*.tsv"))
        for row in _rows_of(path)
    ]


def development_phrases(path: Path) -> list[Phrase]:
    """The phrases of a file with language, intent and text."""
    return [Phrase(row["language"], row["intent"], row["text"]) for row in _rows_of(path)]


def _rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _meaning(row: dict[str, str]) -> str:
    reason = row["reason"]
    return row["intent"] if reason == "-" else f"{row['intent']}/{reason}"


def cross_validated(config: dict[str, Any], phrases: Sequence[Phrase]) -> Iterator[Answer]:
    """Each phrase as understood by a pipeline that has not seen it."""
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    strata = [f"{phrase.language} {phrase.meaning}" for phrase in phrases]
    for seen, unseen in folds.split(phrases, strata):
        pipeline = Pipeline(config, [phrases[i] for i in seen])
        yield from pipeline.answers([phrases[i] for i in unseen])


@dataclass(frozen=True)
class Figures:
    """Shares from 0 to 1, of the answers to one set in one language; None where nothing counts.

    `found` is the share of out-of-scope phrases recognised as such or refused as unsure;
    `refused` the share of the others that were taken for out of scope or refused.
    """

    language: str
    phrases: int
    right: float | None
    reasons: float | None
    found: float | None
    refused: float | None
    right_if_sure: float | None


def figures(language: str, answers: Sequence[Answer], threshold: float) -> Figures:
    """The figures of one language, or of "all"."""
    some = [a for a in answers if language in (a.phrase.language, "all")]
    outside = [a for a in some if a.phrase.intent == "out_of_scope"]
    inside = [a for a in some if a.phrase.intent != "out_of_scope"]
    with_reason = [a for a in some if a.phrase.reason]
    return Figures(
        language=language,
        phrases=len(some),
        right=share(a.is_right for a in some),
        reasons=share(a.meaning == a.phrase.meaning for a in with_reason),
        found=share(is_refused(a, threshold) for a in outside),
        refused=share(is_refused(a, threshold) for a in inside),
        right_if_sure=share(a.is_right for a in some if a.confidence >= threshold),
    )


def is_refused(answer: Answer, threshold: float) -> bool:
    """Whether the customer is told that it was not understood, or is not our business."""
    return answer.intent == "out_of_scope" or answer.confidence < threshold


def share(truths: Iterable[bool]) -> float | None:
    """How many of them are true."""
    values = list(truths)
    return sum(values) / len(values) if values else None


def reliability(answers: Sequence[Answer]) -> list[tuple[float, float, int]]:
    """Per tenth of confidence: mean confidence, share that was right, and how many."""
    bins: dict[int, list[Answer]] = {}
    for answer in answers:
        bins.setdefault(min(int(answer.confidence * BINS), BINS - 1), []).append(answer)
    return [
        (mean(a.confidence for a in some), mean(a.is_right for a in some), len(some))
        for _, some in sorted(bins.items())
    ]


def calibration_error(answers: Sequence[Answer]) -> float:
    """How far confidence is from being right, on average (expected calibration error)."""
    return sum(abs(sure - right) * n for sure, right, n in reliability(answers)) / len(answers)


def confusions(answers: Iterable[Answer]) -> list[tuple[str, str, int]]:
    """What is taken for what, most often first."""
    counts = Counter((a.phrase.intent, a.intent) for a in answers if not a.is_right)
    return [(meant, taken, count) for (meant, taken), count in counts.most_common()]
