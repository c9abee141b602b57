"""The evaluation as one page: figures, pictures, and the mistakes that were surest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sklearn.metrics import classification_report

from scripts.evaluation.comparison import Comparison
from scripts.evaluation.cost import Cost
from scripts.evaluation.entities import EntityFigures
from scripts.evaluation.languages import LanguageFigures
from scripts.evaluation.measure import Answer, calibration_error, figures
from scripts.evaluation.odd_labels import OddLabel
from scripts.evaluation.pictures import confusion_picture, reliability_picture
from scripts.evaluation.speed import Speed

WORST = 50


@dataclass(frozen=True)
class Evaluation:
    """All that is told: answers by the title of their set, and the tables beside them."""

    trained: int
    threshold: float
    sets: Mapping[str, Sequence[Answer]]
    odd_labels: Sequence[OddLabel] = ()
    languages: Sequence[LanguageFigures] = ()
    entities: Sequence[EntityFigures] = ()
    comparison: Comparison | None = None
    cost: Cost | None = None
    speed: Speed | None = None


def write_page(path: Path, evaluation: Evaluation) -> None:
    """Writes the page; folders are made."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
    )
    environment.filters["percent"] = _percent
    environment.filters["figure"] = figure
    page = environment.get_template("page.html.j2").render(
        it=evaluation,
        sets=[
            _described(title, answers, evaluation.threshold)
            for title, answers in evaluation.sets.items()
        ],
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")


def figure(value: float) -> str:
    """A number with as many digits as tell something: 1234, 12.3, 0.123."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def _described(title: str, answers: Sequence[Answer], threshold: float) -> dict[str, Any]:
    languages = sorted({answer.phrase.language for answer in answers})
    wrong = [answer for answer in answers if not answer.is_right]
    wrong.sort(key=lambda answer: -answer.confidence)
    return {
        "title": title,
        "rows": [figures(language, answers, threshold) for language in [*languages, "all"]],
        "languages": languages,
        "by_intent": _by_intent(answers, languages),
        "calibration_error": calibration_error(answers),
        "reliability": reliability_picture(answers),
        "confusion": confusion_picture(answers),
        "worst": wrong[:WORST],
    }


def _by_intent(
    answers: Sequence[Answer], languages: Sequence[str]
) -> dict[str, dict[str, dict[str, float]]]:
    """Precision, recall and F1 by intent and language."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    for language in languages:
        some = [answer for answer in answers if answer.phrase.language == language]
        report = classification_report(
            [a.phrase.intent for a in some],
            [a.intent for a in some],
            output_dict=True,
            zero_division=0,
        )
        for intent in {answer.phrase.intent for answer in some}:
            found.setdefault(intent, {})[language] = report[intent]
    return dict(sorted(found.items()))


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"
