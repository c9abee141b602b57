"""Decides what a message means: its intent, and the sub-intent as an entity."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy import sparse
from sklearn.linear_model import LogisticRegression

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
from assistant.nlu.text import words

Probabilities = npt.NDArray[np.float64]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class MeaningClassifier(TrainedComponent, IntentClassifier):
    """One logistic regression over intents and sub-intents alike.

    An intent is as likely as all its sub-intents together. That sub-intents compete with every
    other meaning keeps them from being seen in messages that have none.
    """

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._regression: LogisticRegression | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`C`: inverse strength of regularisation; `sub_intents`: intent → entity of its subs;
        `certain`: from which confidence on a sub-intent is told when another intent leads.
        """
        return {"C": 10.0, "sub_intents": {}, "certain": 0.5}

    @classmethod
    def required_components(cls) -> list[type]:
        """Something must make features."""
        return [MessageFeaturizer]

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from all phrases that have an intent."""
        phrases = [p for p in training_data.intent_examples if is_spoken(p.get(TEXT))]
        meanings = [phrase.get(SUB_INTENT) or phrase.get(INTENT) for phrase in phrases]
        self._regression = regression(self.config["C"]).fit(_rows(phrases), meanings)
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
        meanings = self._regression.classes_.tolist()
        likely = _likelihoods(self._regression, _rows([message]))
        ranking = intent_ranking(meanings, likely)
        message.set(INTENT, dict(ranking[0]), add_to_output=True)
        message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        entities = message.get(ENTITIES, []) + self._subintent_ranking(message, meanings, likely)
        message.set(ENTITIES, entities, add_to_output=True)

    def _subintent_ranking(
        self, message: Message, meanings: Sequence[str], likely: Probabilities
    ) -> list[dict[str, Any]]:
        if not words(message.get(TEXT)):
            return []
        entities = []
        for intent, entity in self.config["sub_intents"].items():
            top = top_sub_intent(intent, meanings, likely)
            if top is None:
                continue
            name, confidence = top
            if intent == message.get(INTENT)["name"] or confidence >= self.config["certain"]:
                entities.append(entity_of_message(self, message, entity, name, confidence))
        return entities

    def write(self, directory: Path) -> None:
        """Saves the meanings and their weights, in single precision."""
        learned = self._regression
        assert learned is not None, "not trained"
        save_arrays(
            directory / "meaning.npz",
            meanings=learned.classes_.astype(str),
            weights=learned.coef_.astype(np.float32),
            biases=learned.intercept_,
        )

    def read(self, directory: Path) -> None:
        """Reads the meanings and their weights."""
        state = load_arrays(directory / "meaning.npz")
        if not len(state["meanings"]) == len(state["weights"]) == len(state["biases"]):
            raise StateDoesNotFit("as many rows of weights are needed as there are meanings")
        self._regression = regression(self.config["C"])
        self._regression.classes_ = state["meanings"]
        self._regression.coef_ = state["weights"]
        self._regression.intercept_ = state["biases"]


def regression(strength: float) -> LogisticRegression:
    """The estimator; its dual solver is as good as the others here, and twice as fast. With a
    finer `tol` nothing is understood better, and training takes half as long again.
    """
    return LogisticRegression(
        C=strength, solver="liblinear", dual=True, tol=0.5, max_iter=200, random_state=0
    )


def _likelihoods(learned: LogisticRegression, row: sparse.csr_matrix) -> Probabilities:
    """What `predict_proba` says of one message, from the features that the message has: it would
    copy the weights of all of them first, which takes longer than everything else.
    """
    present = regression(learned.C)
    present.classes_, present.intercept_ = learned.classes_, learned.intercept_
    present.coef_ = learned.coef_[:, row.indices]
    likely: Probabilities = present.predict_proba(row.data.reshape(1, -1))[0]
    return likely


def intent_ranking(meanings: Sequence[str], likely: Probabilities) -> list[dict[str, Any]]:
    """The intents, the likeliest first, each as likely as its sub-intents together."""
    totals: dict[str, float] = {}
    for meaning, probability in zip(meanings, likely, strict=True):
        intent = meaning.split("/")[0]
        totals[intent] = totals.get(intent, 0.0) + float(probability)
    ranking = sorted(totals.items(), key=lambda pair: -pair[1])
    return [{"name": intent, "confidence": confidence} for intent, confidence in ranking]


def top_sub_intent(
    intent: str, meanings: Sequence[str], likely: Probabilities
) -> tuple[str, float] | None:
    """The likeliest sub-intent of an intent, and its probability among all meanings; None where
    the intent was learned without any.
    """
    confidences = {
        meaning.split("/")[1]: float(probability)
        for meaning, probability in zip(meanings, likely, strict=True)
        if meaning.startswith(f"{intent}/")
    }
    return max(confidences.items(), key=lambda pair: pair[1], default=None)


def _rows(messages: Sequence[Message]) -> sparse.csr_matrix:
    kinds = [
        [sparse.csr_matrix(feature.features) for feature in message.features]
        for message in messages
    ]
    return sparse.hstack([sparse.vstack(rows) for rows in zip(*kinds, strict=True)]).tocsr()
