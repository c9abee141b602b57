"""`python -m scripts.evaluation.rasa_default --dev PATH`: Rasa's default pipeline, measured.

Trains the pipeline with DIET that Rasa fills in where a project names none, on the phrases of
this project, and asks it the evaluation sets. It takes about an hour; its figures are kept in
`docs/measurements/`, and `make evaluate` shows them beside ours.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import asdict
from importlib import metadata, resources
from pathlib import Path
from statistics import median
from typing import Any

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import yaml

from scripts.evaluation.cost import cost_of
from scripts.evaluation.measure import (
    Answer,
    Phrase,
    calibration_error,
    development_phrases,
    figures,
    own_phrases,
    trained_phrases,
)
from scripts.evaluation.parsed import parsed
from scripts.settings import ASSISTANT_ENVIRONMENT, ROOT

KEPT = Path("docs/measurements/rasa_default.json")
FOLDER = Path("var/evaluation/rasa-default")
OWN_SET = Path("tests/understanding")
COMMAND = "python -m scripts.evaluation.rasa_default --dev nlu_dev.tsv"


def main() -> None:
    parser = argparse.ArgumentParser(prog="rasa_default", description=__doc__)
    parser.add_argument("--dev", type=Path, required=True, help="the development set (tsv)")
    arguments = parser.parse_args()
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    config = default_config()
    (FOLDER / "config.yml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")

    rasa = ASSISTANT_ENVIRONMENT / "bin" / "rasa"
    train = [rasa, "train", "nlu", "--nlu", "data/nlu", "--domain", "domain.yml"]
    train += ["--config", FOLDER / "config.yml", "--out", FOLDER, "--fixed-model-name", "default"]
    cost = cost_of(train, {"PYTHONPATH": str(ROOT)}, ROOT)
    print(cost, flush=True)

    own, development = own_phrases(OWN_SET), development_phrases(arguments.dev)
    found = parsed(FOLDER / "default.tar.gz", [*own, *development])
    (threshold,) = (step["threshold"] for step in config["pipeline"] if "threshold" in step)
    phrases = trained_phrases("data/nlu")
    kept = {
        "command": COMMAND,
        "measured": datetime.datetime.now(datetime.timezone.utc).date().isoformat(),
        "rasa": metadata.version("rasa"),
        "phrases": len(phrases),
        "phrases_digest": digest(phrases),
        "training": asdict(cost),
        "milliseconds_new": median(found.new),
        "milliseconds_seen": median(found.seen),
        "sets": {
            "own": described(found.answers[: len(own)], threshold),
            "development": described(found.answers[len(own) :], threshold),
        },
    }
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    print(KEPT)


def default_config() -> dict[str, Any]:
    """Rasa's own default, with our reader of phrases."""
    defaults = resources.files("rasa.engine.recipes.config_files") / "default_config.yml"
    config = yaml.safe_load(defaults.read_text(encoding="utf-8"))
    return {
        "recipe": config["recipe"],
        "assistant_id": "rasa-default",
        "language": "xx",
        "importers": [{"name": "assistant.nlu.importer.PhraseImporter"}],
        "pipeline": config["pipeline"],
    }


def digest(phrases: Sequence[Phrase]) -> str:
    """Changes when a phrase does."""
    lines = sorted(f"{p.language}\t{p.meaning}\t{p.text}" for p in phrases)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def described(answers: Sequence[Answer], threshold: float) -> dict[str, Any]:
    """The figures of each language and of all, and the calibration error."""
    languages = [*sorted({answer.phrase.language for answer in answers}), "all"]
    return {
        "figures": [asdict(figures(language, answers, threshold)) for language in languages],
        "calibration_error": calibration_error(answers),
    }


if __name__ == "__main__":
    main()
