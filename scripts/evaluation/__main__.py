"""`make evaluate`: figures on the terminal, and a page with pictures.

Asked are the project's own sets under `tests/understanding/`, with `--dev PATH` another file where
it is present, and the training phrases by cross-validation. Training from nothing and a message's
time are measured in processes of their own. Beside all that stands what `rasa_default.py` measured.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "passive")

import yaml

from locales import LANGUAGES
from scripts.evaluation.comparison import KEPT, comparison
from scripts.evaluation.entities import (
    EntityFigures,
    entity_figures,
    entity_sentences,
    misread,
)
from scripts.evaluation.languages import LanguageFigures, identifier, language_figures
from scripts.evaluation.measure import (
    Answer,
    Pipeline,
    calibration_error,
    confusions,
    cross_validated,
    development_phrases,
    figures,
    own_phrases,
    settings_of,
    share,
    trained_phrases,
)
from scripts.evaluation.odd_labels import odd_labels
from scripts.evaluation.page import Evaluation, figure, write_page
from scripts.evaluation.speed import cost_and_speed

OWN_SET = Path("tests/understanding")
ENTITY_SET = OWN_SET / "entities"
REASON_SET = OWN_SET / "reasons"
PAGE = Path("var/evaluation/index.html")
MOST_CONFUSIONS = 12

OWN = "The project's own evaluation set"
REASONS = "Why a charge is wrong"
DEVELOPMENT = "The development set"
FOLDS = "Cross-validation of the training phrases"


def main() -> None:
    parser = argparse.ArgumentParser(prog="evaluate", description=__doc__)
    parser.add_argument("--dev", type=Path, help="phrases with language, intent and text (tsv)")
    parser.add_argument("--page", type=Path, default=PAGE, help="where the page is written")
    parser.add_argument("--quick", action="store_true", help="without folds, cost and speed")
    arguments = parser.parse_args()
    config = yaml.safe_load(Path("config.yml").read_text(encoding="utf-8"))
    phrases = trained_phrases("data/nlu")
    pipeline = Pipeline(config, phrases)

    own = own_phrases(OWN_SET)
    asked = {OWN: own, REASONS: own_phrases(REASON_SET)}
    if arguments.dev and arguments.dev.is_file():
        asked[DEVELOPMENT] = development_phrases(arguments.dev)
    sets = {title: list(pipeline.answers(some)) for title, some in asked.items()}
    cost, speed = (None, None) if arguments.quick else cost_and_speed()
    if not arguments.quick:
        sets[FOLDS] = list(cross_validated(config, phrases))

    sentences = entity_sentences(ENTITY_SET)
    it = Evaluation(
        trained=len(phrases),
        threshold=settings_of(config, "FallbackClassifier")["threshold"],
        sets=sets,
        odd_labels=odd_labels(sets.get(DEVELOPMENT, [])),
        languages=language_figures(identifier(config, "data/nlu"), own),
        entities=[entity_figures(code, sentences) for code in LANGUAGES],
        comparison=comparison() if KEPT.exists() else None,
        cost=cost,
        speed=speed,
    )
    tell(it)
    for sentence, found in misread(sentences):
        print(f"  {sentence.text}: {', '.join(' '.join(value) for value in sorted(found)) or '–'}")
    write_page(arguments.page, it)
    print(f"\nWith pictures: {arguments.page}")


def tell(it: Evaluation) -> None:
    """Prints all figures."""
    for title, answers in it.sets.items():
        tell_set(title, answers, it.threshold)
    tell_languages(it.languages)
    tell_entities(it.entities)
    if it.comparison:
        print(f"\nOn {it.comparison.phrases} phrases, measured on {it.comparison.measured}:")
        print(f"{'':34}{'Aclaro':>10}{'default':>10}{'ratio':>8}")
        for row in it.comparison.rows:
            cells = (figure(row.ours), figure(row.default), figure(row.ratio))
            print(f"{row.what:34}{cells[0]:>10}{cells[1]:>10}{cells[2]:>8}")
    if it.cost and it.speed:
        print(f"\nTraining from nothing: {it.cost.seconds:.0f} s, {it.cost.megabytes:.0f} MB")
        print(f"A message on one thread: {it.speed.new:.1f} ms, seen before {it.speed.seen:.2f} ms")
        strange = (f"{name} {figure(ms)} ms" for name, ms in it.speed.strange.items())
        print("Strange messages: " + ", ".join(strange))


def tell_set(title: str, answers: Sequence[Answer], threshold: float) -> None:
    """Prints a line per language, the shares by style, and the commonest confusions."""
    print(f"\n{title}")
    print(f"{'':9}{'phrases':>8}{'intent':>8}{'reason':>8}{'found':>8}{'refused':>8}{'if sure':>8}")
    for language in [*sorted({a.phrase.language for a in answers}), "all"]:
        it = figures(language, answers, threshold)
        shares = (it.right, it.reasons, it.found, it.refused, it.right_if_sure)
        print(f"{language:9}{it.phrases:8}" + "".join(f"{_percent(one):>8}" for one in shares))
    print(f"calibration error {_percent(calibration_error(answers))}")
    for style in sorted({a.phrase.style for a in answers} - {"-"}):
        some = [a for a in answers if a.phrase.style == style]
        print(f"  {style:12}{len(some):5} {_percent(share(a.is_right for a in some)):>6}")
    for meant, taken, count in confusions(answers)[:MOST_CONFUSIONS]:
        print(f"{count:5}  {meant} → {taken}")


def tell_languages(rows: Sequence[LanguageFigures]) -> None:
    """Prints how often a sentence's language is recognised, and taken for another."""
    print("\nLanguage of sentences of three words and more")
    print(f"{'':9}{'sentences':>10}{'right':>8}{'wrong':>8}")
    for row in rows:
        shares = f"{_percent(row.right):>8}{_percent(row.wrong):>8}"
        print(f"{row.language:9}{row.sentences:10}{shares}")


def tell_entities(rows: Sequence[EntityFigures]) -> None:
    """Prints a line per language."""
    print("\nValues in sentences")
    print(f"{'':9}{'sentences':>10}{'found':>8}{'precise':>8}")
    for row in rows:
        shares = f"{_percent(row.found):>8}{_percent(row.precision):>8}"
        print(f"{row.language:9}{row.sentences:10}{shares}")


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"


if __name__ == "__main__":
    main()
