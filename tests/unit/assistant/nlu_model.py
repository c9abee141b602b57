"""The pipeline of `config.yml`, trained on a few phrases or on those of a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.recipes.default_components import DEFAULT_COMPONENTS  # noqa: F401
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.fallback_classifier import FallbackClassifier
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import class_from_module_path

from assistant.nlu.importer import PhraseImporter

ROOT = Path(__file__).resolve().parents[3]

Phrases = dict[str, dict[str, str]]
"""Language → intent → phrases, one a line."""


def write_phrases(folder: Path, phrases: Phrases) -> Path:
    """Write one file per language, in Rasa's form."""
    for language, intents in phrases.items():
        blocks = [
            {"intent": intent, "examples": "".join(f"- {x}\n" for x in lines.strip().splitlines())}
            for intent, lines in intents.items()
        ]
        path = folder / language / "phrases.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump({"version": "3.1", "nlu": blocks}), encoding="utf-8")
    return folder


def read_phrases(folder: Path) -> TrainingData:
    """Read phrases as training does."""
    return PhraseImporter(training_data_paths=[str(folder)]).get_nlu_data()


def settings(name: str) -> dict[str, Any]:
    """Return what `config.yml` says of a component."""
    pipeline = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))["pipeline"]
    return next(dict(component) for component in pipeline if component["name"].endswith(name))


class Model:
    """Components trained one after the other, saved, and loaded again, as Rasa does it."""

    NAMES = (
        "E5Featurizer",
        "NgramFeaturizer",
        "MeaningClassifier",
        "FallbackClassifier",
        "LanguageIdentifier",
    )

    def __init__(self, directory: Path, data: TrainingData, names: tuple[str, ...] = NAMES) -> None:
        self.storage = LocalModelStorage.create(directory)
        self._context = ExecutionContext(GraphSchema({}), "test")
        self.components = [self._trained(name, data) for name in names]

    def parse(self, text: str) -> dict[str, Any]:
        """Return what the pipeline makes of a message."""
        messages = [Message({"text": text})]
        for component in self.components:
            messages = component.process(messages)
        return dict(messages[0].data)

    def _trained(self, name: str, data: TrainingData) -> Any:
        config = settings(name)
        kind = class_from_module_path(config.pop("name")) if "." in config["name"] else None
        if kind is None:
            return FallbackClassifier({**FallbackClassifier.get_default_config(), **config})
        config = {**kind.get_default_config(), **config}
        resource = Resource(f"train_{name}")
        kind.create(config, self.storage, resource, self._context).train(data)
        component = kind.load(config, self.storage, resource, self._context)
        if hasattr(component, "process_training_data"):
            component.process_training_data(data)
        return component


def entity(parsed: dict[str, Any], name: str) -> Any:
    """Return the value of an entity, or None."""
    return next((e["value"] for e in parsed.get("entities", []) if e["entity"] == name), None)
