"""`python -m scripts.evaluation.rasa_default --dev PATH`: our pipeline beside Rasa's default.

Trains both on the same phrases, one after the other, and asks both the evaluation sets. The default
is the pipeline with DIET that Rasa fills in where a project names none. On all phrases it takes
hours: `--share 0.3` takes three tenths of each intent's in each language. The figures are kept in
`docs/measurements/`, and `make evaluate` shows them.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import math
import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from importlib import metadata, resources
from pathlib import Path
from statistics import median
from typing import Any

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import yaml

from assistant.__main__ import speak_quietly
from scripts.evaluation.comparison import KEPT
from scripts.evaluation.cost import Cost, cost_of
from scripts.evaluation.measure import (
    Answer,
    Phrase,
    calibration_error,
    development_phrases,
    figures,
    own_phrases,
    settings_of,
    trained_phrases,
)
from scripts.evaluation.parsed import Parsed, parsed
from scripts.fresh_training import COMMAND as TRAIN
from scripts.fresh_training import copy_inputs
from scripts.settings import ASSISTANT_ENVIRONMENT, surroundings

FOLDER = Path("var/evaluation/rasa-default")
OWN_SET = Path("tests/understanding")
DEFAULT_THRESHOLD = 0.3
COMMAND = "python -m scripts.evaluation.rasa_default"


def main() -> None:
    parser = argparse.ArgumentParser(prog="rasa_default", description=__doc__)
    parser.add_argument("--dev", type=Path, required=True, help="the development set (tsv)")
    parser.add_argument("--share", type=float, default=1.0, help="of the phrases; 1.0: all")
    arguments = parser.parse_args()
    speak_quietly()
    sets = {"own": own_phrases(OWN_SET), "development": development_phrases(arguments.dev)}
    asked = [phrase for phrases in sets.values() for phrase in phrases]
    phrases = list(sample(trained_phrases("data/nlu"), arguments.share))

    shutil.rmtree(FOLDER, ignore_errors=True)
    config = yaml.safe_load(Path("config.yml").read_text(encoding="utf-8"))
    threshold = settings_of(config, "FallbackClassifier")["threshold"]
    ours = train_ours(FOLDER / "ours", phrases)
    print("ours:", ours, flush=True)
    ours_said = described(
        ours, parsed(FOLDER / "ours/models/aclaro.tar.gz", asked), sets, threshold
    )
    default = train_default(FOLDER / "default", phrases)
    print("default:", default, flush=True)
    found = parsed(FOLDER / "default/default.tar.gz", asked)
    kept = {
        "command": f"{COMMAND} --dev {arguments.dev.name} --share {arguments.share}",
        "measured": datetime.datetime.now(datetime.timezone.utc).date().isoformat(),
        "rasa": metadata.version("rasa"),
        "phrases": len(phrases),
        "ours": ours_said,
        "default": described(default, found, sets, DEFAULT_THRESHOLD),
    }
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    print(KEPT)


def sample(phrases: Iterable[Phrase], share: float) -> Iterator[Phrase]:
    """That share of each language's phrases of each intent, always the same ones."""
    groups = defaultdict(list)
    for phrase in phrases:
        groups[phrase.language, phrase.intent].append(phrase)
    for some in groups.values():
        some.sort(key=lambda phrase: hashlib.sha256(phrase.text.encode()).digest())
        yield from some[: math.ceil(share * len(some))]


def train_ours(folder: Path, phrases: Sequence[Phrase]) -> Cost:
    """As `make train` does, on these phrases and from nothing."""
    folder.mkdir(parents=True)
    variables = copy_inputs(folder.resolve())
    shutil.rmtree(folder / "data/nlu")
    write_phrases(folder / "data/nlu", phrases)
    return cost_of(TRAIN, surroundings(variables), folder)


def train_default(folder: Path, phrases: Sequence[Phrase]) -> Cost:
    """Rasa's own default, with our reader of phrases."""
    write_phrases(folder / "nlu", phrases)
    defaults = resources.files("rasa.engine.recipes.config_files") / "default_config.yml"
    config = {
        "recipe": "default.v1",
        "assistant_id": "rasa-default",
        "language": "xx",
        "importers": [{"name": "assistant.nlu.importer.PhraseImporter"}],
        "pipeline": yaml.safe_load(defaults.read_text(encoding="utf-8"))["pipeline"],
    }
    (folder / "config.yml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    shutil.copy("domain.yml", folder)
    command = [ASSISTANT_ENVIRONMENT / "bin" / "rasa", "train", "nlu", "--nlu", "nlu"]
    command += ["--out", ".", "--fixed-model-name", "default"]
    return cost_of(command, surroundings(), folder)


def write_phrases(folder: Path, phrases: Iterable[Phrase]) -> None:
    """A file per language, in Rasa's form."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for phrase in phrases:
        said[phrase.language][phrase.meaning].append(f"- {phrase.text}\n")
    for language, meanings in said.items():
        blocks = [{"intent": it, "examples": "".join(lines)} for it, lines in meanings.items()]
        path = folder / language / "phrases.yml"
        path.parent.mkdir(parents=True)
        text = yaml.safe_dump({"version": "3.1", "nlu": blocks}, allow_unicode=True)
        path.write_text(text, encoding="utf-8")


def described(
    cost: Cost, found: Parsed, sets: dict[str, list[Phrase]], threshold: float
) -> dict[str, Any]:
    """What training took, a message takes, and how each set was understood."""
    answers = iter(found.answers)
    return {
        "training": asdict(cost),
        "milliseconds": median(found.new),
        "sets": {
            name: understood([next(answers) for _ in phrases], threshold)
            for name, phrases in sets.items()
        },
    }


def understood(answers: Sequence[Answer], threshold: float) -> dict[str, Any]:
    """The figures of each language and of all, and the calibration error."""
    languages = [*sorted({answer.phrase.language for answer in answers}), "all"]
    return {
        "figures": [asdict(figures(language, answers, threshold)) for language in languages],
        "calibration_error": calibration_error(answers),
    }


if __name__ == "__main__":
    main()
