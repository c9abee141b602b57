"""The evaluation as one page: figures, pictures, and the mistakes that were surest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sklearn.metrics import classification_report

from scripts.evaluation.measure import Answer, calibration_error, figures
from scripts.evaluation.pictures import confusion_picture, reliability_picture

WORST = 50


def write_page(
    path: Path, sets: Mapping[str, Sequence[Answer]], threshold: float, trained: int
) -> None:
    """Writes the page with all sets; folders are made."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
    )
    environment.filters["percent"] = _percent
    page = environment.get_template("page.html.j2").render(
        sets=[_described(title, answers, threshold) for title, answers in sets.items()],
        threshold=threshold,
        trained=trained,
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")


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
