"""`make evaluate`: figures on the terminal, and a page with pictures.

Three sets are asked: the training phrases by cross-validation, the project's own set under
`tests/understanding/`, and with `--dev PATH` another file, where it is present. None is trained on
but the first. Values are read in the sentences under `tests/understanding/entities/`.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "passive")

import yaml

from scripts.evaluation.entities import Sentence, entity_figures, entity_sentences, misread
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
from scripts.evaluation.page import write_page

OWN_SET = Path("tests/understanding")
ENTITY_SET = OWN_SET / "entities"
REASON_SET = OWN_SET / "reasons"
PAGE = Path("var/evaluation/index.html")
MOST_CONFUSIONS = 12


def main() -> None:
    parser = argparse.ArgumentParser(prog="evaluate", description=__doc__)
    parser.add_argument("--dev", type=Path, help="phrases with language, intent and text (tsv)")
    parser.add_argument("--page", type=Path, default=PAGE, help="where the page is written")
    parser.add_argument("--no-folds", action="store_true", help="without cross-validation")
    arguments = parser.parse_args()
    config = yaml.safe_load(Path("config.yml").read_text(encoding="utf-8"))
    threshold = settings_of(config, "FallbackClassifier")["threshold"]
    phrases = trained_phrases("data/nlu")
    pipeline = Pipeline(config, phrases)

    sets: dict[str, list[Answer]] = {}
    own = own_phrases(OWN_SET)
    if own:
        sets["The project's own evaluation set"] = list(pipeline.answers(own))
    reasons = own_phrases(REASON_SET)
    if reasons:
        sets["Why a charge is wrong"] = list(pipeline.answers(reasons))
    if arguments.dev and arguments.dev.is_file():
        asked = development_phrases(arguments.dev)
        sets["The development set"] = list(pipeline.answers(asked))
    if not arguments.no_folds:
        sets["Cross-validation of the training phrases"] = list(cross_validated(config, phrases))

    for title, answers in sets.items():
        tell(title, answers, threshold)
    tell_languages(language_figures(identifier(config, "data/nlu"), own))
    tell_entities(entity_sentences(ENTITY_SET))
    write_page(arguments.page, sets, threshold, len(phrases))
    print(f"\nWith pictures: {arguments.page}")


def tell(title: str, answers: Sequence[Answer], threshold: float) -> None:
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


def tell_entities(sentences: Sequence[Sentence]) -> None:
    """Prints a line per language, and the sentences that were misread."""
    print("\nValues in sentences")
    print(f"{'':9}{'sentences':>10}{'found':>8}{'precise':>8}")
    for language in sorted({sentence.language for sentence in sentences}):
        it = entity_figures(language, sentences)
        shares = f"{_percent(it.found):>8}{_percent(it.precision):>8}"
        print(f"{language:9}{it.sentences:10}{shares}")
    for sentence, found in misread(sentences):
        print(f"  {sentence.text}: {', '.join(' '.join(it) for it in sorted(found)) or '–'}")


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"


if __name__ == "__main__":
    main()
