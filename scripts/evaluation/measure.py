"""How well the assistant understands: by language, and what it takes for what.

`python scripts/evaluate.py` cross-validates the training phrases with the pipeline of
`config.yml`; `--dev PATH` also asks the phrases of a tab-separated file (language, intent, text),
which are never trained on.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

from scipy import sparse
from sklearn.model_selection import StratifiedKFold

from assistant.nlu.featurizers import E5Featurizer, NgramFeaturizer
from assistant.nlu.importer import LANGUAGE, SUB_INTENT, PhraseImporter
from assistant.nlu.meaning import intent_ranking, regression
from assistant.nlu.text import clean

FOLDS = 5


@dataclass(frozen=True)
class Phrase:
    """What somebody says, in which language, and what they mean by it."""

    language: str
    meaning: str
    text: str

    @property
    def intent(self) -> str:
        """The meaning without its sub-intent."""
        return self.meaning.split("/")[0]


@dataclass(frozen=True)
class Answer:
    """What was understood: the best meaning, the best intent, and how sure that is."""

    phrase: Phrase
    meaning: str
    intent: str
    confidence: float


class Pipeline:
    """The featurizers and the regression of `config.yml`, without Rasa around them."""

    def __init__(self, config: dict[str, Any], phrases: Sequence[Phrase]) -> None:
        self._featurizers: list[Any] = [
            kind({**kind.get_default_config(), **settings_of(config, kind)}, None, None)
            for kind in (E5Featurizer, NgramFeaturizer)
        ]
        texts = [clean(phrase.text) for phrase in phrases]
        for featurizer in self._featurizers:
            featurizer.fit(texts)
        self._regression = regression(meaning_settings(config)["C"])
        self._regression.fit(self._rows(phrases), [phrase.meaning for phrase in phrases])

    def answers(self, phrases: Sequence[Phrase]) -> Iterator[Answer]:
        """What each phrase is understood as."""
        meanings = list(self._regression.classes_)
        likely = self._regression.predict_proba(self._rows(phrases))
        for phrase, row in zip(phrases, likely, strict=True):
            best = intent_ranking(meanings, row)[0]
            meaning = meanings[int(np.argmax(row))]
            yield Answer(phrase, meaning, best["name"], best["confidence"])

    def _rows(self, phrases: Sequence[Phrase]) -> sparse.csr_matrix:
        texts = [clean(phrase.text) for phrase in phrases]
        return sparse.hstack([f.training_rows(texts) for f in self._featurizers]).tocsr()


def settings_of(config: dict[str, Any], kind: type) -> dict[str, Any]:
    """What `config.yml` says of a component."""
    return next(c for c in config["pipeline"] if c["name"].split(".")[-1] == kind.__name__)


def meaning_settings(config: dict[str, Any]) -> dict[str, Any]:
    """What `config.yml` says of the classifier."""
    return next(c for c in config["pipeline"] if c["name"].endswith("MeaningClassifier"))


def trained_phrases(folder: str) -> list[Phrase]:
    """All training phrases."""
    examples = PhraseImporter(training_data_paths=[folder]).get_nlu_data().intent_examples
    return [
        Phrase(e.get(LANGUAGE), e.get(SUB_INTENT) or e.get("intent"), e.get("text"))
        for e in examples
    ]


def development_phrases(path: Path, intents: set[str]) -> list[Phrase]:
    """The phrases of a file whose intents are trained."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        phrases = [Phrase(row["language"], row["intent"], row["text"]) for row in rows]
    return [phrase for phrase in phrases if phrase.intent in intents]


def cross_validated(config: dict[str, Any], phrases: Sequence[Phrase]) -> Iterator[Answer]:
    """Each phrase as understood by a pipeline that has not seen it."""
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    strata = [f"{phrase.language} {phrase.meaning}" for phrase in phrases]
    for seen, unseen in folds.split(phrases, strata):
        pipeline = Pipeline(config, [phrases[i] for i in seen])
        yield from pipeline.answers([phrases[i] for i in unseen])


def report(title: str, answers: Sequence[Answer], threshold: float) -> None:
    """Prints a line per language and the worst confusions."""
    print(f"\n{title}\n{'':8}{'phrases':>9}{'intent':>9}{'reason':>9}{'unsure':>9}{'if sure':>9}")
    for language in [*sorted({a.phrase.language for a in answers}), "all"]:
        some = [a for a in answers if language in (a.phrase.language, "all")]
        sure = [a for a in some if a.confidence >= threshold]
        reasons = [a for a in some if "/" in a.phrase.meaning]
        print(
            f"{language:8}{len(some):9}{share(a.intent == a.phrase.intent for a in some):>9}"
            f"{share(a.meaning == a.phrase.meaning for a in reasons):>9}"
            f"{share(a.confidence < threshold for a in some):>9}"
            f"{share(a.intent == a.phrase.intent for a in sure):>9}"
        )
    confusions(answers)


def confusions(answers: Iterable[Answer], most: int = 15) -> None:
    """Prints what is taken for what most often, with examples."""
    wrong = [a for a in answers if a.intent != a.phrase.intent]
    counts = Counter((a.phrase.intent, a.intent) for a in wrong)
    for (intent, taken), count in counts.most_common(most):
        pair = [a for a in wrong if (a.phrase.intent, a.intent) == (intent, taken)]
        pair.sort(key=lambda a: -a.confidence)
        examples = "; ".join(f"{a.phrase.text[:45]} ({a.confidence:.2f})" for a in pair[:3])
        print(f"{count:5}  {intent} → {taken}: {examples}")


def share(truths: Iterable[bool]) -> str:
    """How many of them are true, in per cent."""
    values = list(truths)
    return f"{100 * sum(values) / len(values):.1f}" if values else "–"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", type=Path, help="a file of phrases that are not trained on")
    arguments = parser.parse_args()
    config = yaml.safe_load(Path("config.yml").read_text(encoding="utf-8"))
    threshold = next(c for c in config["pipeline"] if c["name"] == "FallbackClassifier")
    phrases = trained_phrases("data/nlu")
    answers = list(cross_validated(config, phrases))
    report(f"{FOLDS}-fold cross-validation", answers, threshold["threshold"])
    if arguments.dev:
        asked = development_phrases(arguments.dev, {phrase.intent for phrase in phrases})
        answers = list(Pipeline(config, phrases).answers(asked))
        report(str(arguments.dev), answers, threshold["threshold"])


if __name__ == "__main__":
    main()
