"""Decides what a message means: its intent, and the sub-intent as an entity."""

from array import array
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy import sparse

from assistant.nlu.component import (
    StateDoesNotFit,
    TrainedComponent,
    entity_of_message,
    is_spoken,
    load_arrays,
    save_arrays,
)
from assistant.nlu.featurizers import MessageFeaturizer
from assistant.nlu.importer import SUB_INTENT
from assistant.nlu.regression import Regression
from assistant.nlu.text import words


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class MeaningClassifier(TrainedComponent, IntentClassifier):
    """One logistic regression over intents and sub-intents alike.

    An intent is as likely as all its sub-intents together. That sub-intents compete with every
    other meaning keeps them from being seen in messages that have none.
    """

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._regression: Regression | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`C`: inverse strength of regularisation; `sharpness`: the power that makes its
        confidences probabilities; `sub_intents`: intent → entity of its subs.
        """
        return {"C": 4.0, "sharpness": 1.0, "sub_intents": {}}

    @classmethod
    def required_components(cls) -> list[type]:
        """Something must make features."""
        return [MessageFeaturizer]

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from all phrases that have an intent."""
        phrases = [p for p in training_data.intent_examples if is_spoken(p.get(TEXT))]
        meanings = [phrase.get(SUB_INTENT) or phrase.get(INTENT) for phrase in phrases]
        self._regression = Regression.learned(_rows(phrases), meanings, self.config["C"])
        return self.save()

    def process(self, messages: list[Message]) -> list[Message]:
        """Sets `intent`, `intent_ranking` and, where there is one, the sub-intent's entity."""
        for message in messages:
            if message.features:
                self._decide(message)
            else:
                message.set(INTENT, {"name": None, "confidence": 0.0}, add_to_output=True)
                message.set(INTENT_RANKING_KEY, [], add_to_output=True)
        return messages

    def _decide(self, message: Message) -> None:
        assert self._regression is not None, "neither trained nor loaded"
        likely = self._regression.likelihoods(_rows([message]))[0]
        meanings = dict(zip(self._regression.meanings, map(float, likely), strict=True))
        ranking = intent_ranking(meanings, self.config["sharpness"])
        message.set(INTENT, dict(ranking[0]), add_to_output=True)
        message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        self._add_sub_intent(message, meanings)

    def _add_sub_intent(self, message: Message, meanings: Mapping[str, float]) -> None:
        intent = message.get(INTENT)
        entity = self.config["sub_intents"].get(intent["name"])
        top = top_sub_intent(intent["name"], meanings, self.config["sharpness"])
        if entity is None or top is None or not words(message.get(TEXT)):
            return
        name, share = top
        found = entity_of_message(self, message, entity, name, intent["confidence"] * share)
        message.set(ENTITIES, [*message.get(ENTITIES, []), found], add_to_output=True)

    def write(self, directory: Path) -> None:
        """Saves the meanings and their weights, in single precision."""
        learned = self._regression
        assert learned is not None, "not trained"
        save_arrays(
            directory / "meaning.npz",
            meanings=np.array(learned.meanings),
            weights=learned.weights,
            biases=learned.biases,
        )

    def read(self, directory: Path) -> None:
        """Reads the meanings and their weights."""
        state = load_arrays(directory / "meaning.npz")
        if not len(state["meanings"]) == state["weights"].shape[1] == len(state["biases"]):
            raise StateDoesNotFit("as many columns of weights are needed as there are meanings")
        self._regression = Regression(state["meanings"].tolist(), state["weights"], state["biases"])


def intent_ranking(meanings: Mapping[str, float], sharpness: float) -> list[dict[str, Any]]:
    """The intents, the likeliest first, each as likely as all that is meant by it together."""
    totals: dict[str, float] = {}
    for meaning, likely in meanings.items():
        intent = meaning.split("/")[0]
        totals[intent] = totals.get(intent, 0.0) + likely
    ranking = sorted(_sharpened(totals, sharpness).items(), key=lambda pair: -pair[1])
    return [{"name": intent, "confidence": confidence} for intent, confidence in ranking]


def top_sub_intent(
    intent: str, meanings: Mapping[str, float], sharpness: float
) -> tuple[str, float] | None:
    """The likeliest sub-intent of an intent, and its share of the intent's likelihood; None where
    the intent was learned without any.
    """
    of_intent = {name: it for name, it in meanings.items() if name.split("/")[0] == intent}
    shares = _sharpened(of_intent, sharpness)
    subs = {name.split("/")[1]: share for name, share in shares.items() if "/" in name}
    return max(subs.items(), key=lambda pair: pair[1], default=None)


def _sharpened(likely: Mapping[str, float], sharpness: float) -> dict[str, float]:
    """Raised to a power, of sum 1: what is told from the rest, one by one, doubts too much."""
    powers = {name: it**sharpness for name, it in likely.items()}
    whole = sum(powers.values())
    return {name: power / whole for name, power in powers.items()}


def _rows(messages: Sequence[Message]) -> sparse.csr_matrix:
    """A row for each message, of all its features side by side.

    Each number goes straight to its place: SciPy's `hstack` holds every one four times.
    """
    numbers, columns, ends = array("d"), array("i"), [0]
    for message in messages:
        width = 0
        for feature in message.features:
            data, indices = _nonzero(feature.features)
            numbers.frombytes(data.astype(np.float64).tobytes())
            columns.frombytes((indices + width).astype(np.intc).tobytes())
            width += feature.features.shape[1]
        ends.append(len(numbers))
    parts = np.frombuffer(numbers), np.frombuffer(columns, dtype=np.intc), ends
    return sparse.csr_matrix(parts, shape=(len(messages), width))


def _nonzero(row: Any) -> tuple[Any, Any]:
    """The numbers of one row, dense or sparse, and their columns."""
    return (row.data, row.indices) if sparse.issparse(row) else (row[0], np.arange(row.shape[1]))
