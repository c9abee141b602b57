"""Turns a message into numbers: what it means in any language, and how it is written."""

import json
import os
from abc import abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from assistant.nlu.component import (
    StateDoesNotFit,
    TrainedComponent,
    is_spoken,
    load_arrays,
    save_arrays,
)
from assistant.nlu.prepared_vectors import PreparedVectors
from assistant.nlu.sentence_vectors import SentenceVectors, Vectors, model_named
from assistant.nlu.stored_vectors import StoredVectors
from assistant.nlu.text import fold, meant

CACHE: Final = "sentence-vectors.db"


class MessageFeaturizer(TrainedComponent):
    """Gives each message that says something one row of features."""

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from all phrases and saves what it learned."""
        self.fit([meant(phrase.get(TEXT)) for phrase in _spoken(training_data.nlu_examples)])
        return self.save()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Adds features to the training phrases."""
        phrases = _spoken(training_data.training_examples)
        if phrases:
            self._add(phrases, self.training_rows([meant(p.get(TEXT)) for p in phrases]))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds features to the messages that say something."""
        spoken = _spoken(messages)
        if spoken:
            self._add(spoken, self.rows([meant(message.get(TEXT)) for message in spoken]))
        return messages

    @abstractmethod
    def fit(self, texts: Sequence[str]) -> None:
        """Learns from clean texts."""

    @abstractmethod
    def rows(self, texts: Sequence[str]) -> Any:
        """One row of features, dense or sparse, for each clean text."""

    def training_rows(self, texts: Sequence[str]) -> Any:
        """The same for training phrases, which may be cached where messages may not."""
        return self.rows(texts)

    def _add(self, messages: list[Message], rows: Any) -> None:
        # Iterating sparse rows is four times as fast as slicing them.
        each = rows if sparse.issparse(rows) else rows[:, np.newaxis]
        for message, row in zip(messages, each, strict=True):
            origin = self._resource.name
            message.add_features(Features(row, FEATURE_TYPE_SENTENCE, TEXT, origin))


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class E5Featurizer(MessageFeaturizer):
    """Multilingual sentence vectors, centred on the phrases' mean and brought to one length.

    Raw E5 vectors all point nearly the same way; what tells meanings apart is the rest.
    """

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._model: SentenceVectors = model_named(config["model"])
        self._mean: Vectors = np.zeros(0, dtype=np.float32)

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`model`: a key of `MODELS`; `weight`: the rows' length beside the n-grams' 1."""
        return {"model": "onnx", "weight": 2.0}

    def fit(self, texts: Sequence[str]) -> None:
        """Learns the mean."""
        self._mean = self._at_hand().encode(texts).mean(axis=0)

    def rows(self, texts: Sequence[str]) -> Vectors:
        """Rows of length `weight`."""
        return self._centred(self._model.encode(texts))

    def training_rows(self, texts: Sequence[str]) -> Vectors:
        """The same from those that came along, or the cache on disk."""
        return self._centred(self._at_hand().encode(texts))

    def write(self, directory: Path) -> None:
        """Saves the mean and the name of the model that it belongs to."""
        state = {"model": self._model.name, "mean": self._mean.tolist()}
        (directory / "e5.json").write_text(json.dumps(state), encoding="utf-8")

    def read(self, directory: Path) -> None:
        """Reads the mean, if it is of the model in use."""
        state = json.loads((directory / "e5.json").read_text(encoding="utf-8"))
        if state["model"] != self._model.name:
            raise StateDoesNotFit(f"trained with {state['model']}, not {self._model.name}: train")
        self._mean = np.asarray(state["mean"], dtype=np.float32)

    def _centred(self, vectors: Vectors) -> Vectors:
        centred = vectors - self._mean
        lengths = np.linalg.norm(centred, axis=1, keepdims=True)
        scaled: Vectors = self.config["weight"] * centred / np.maximum(lengths, 1e-6)
        return scaled

    def _at_hand(self) -> PreparedVectors:
        path = Path(os.environ.get("ACLARO_VAR", "var")) / CACHE
        return PreparedVectors(StoredVectors(self._model, path))


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class NgramFeaturizer(MessageFeaturizer):
    """Tf-idf of words and of the letters within them, without case or accents."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        letters, whole = tuple(config["characters"]), tuple(config["words"])
        rarest = config["rarest"]
        self._ngrams = {
            "characters": _tf_idf(analyzer="char_wb", ngram_range=letters, min_df=rarest),
            "words": _tf_idf(token_pattern=r"\w+", ngram_range=whole, min_df=rarest),
        }

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`characters`, `words`: the shortest and the longest n-gram; `rarest`: in how many
        phrases one must be to count.
        """
        return {"characters": [2, 4], "words": [1, 2], "rarest": 2}

    def fit(self, texts: Sequence[str]) -> None:
        """Learns which n-grams there are and how rare each is."""
        folded = [fold(text) for text in texts]
        for vectorizer in self._ngrams.values():
            vectorizer.fit(folded)
            del vectorizer.stop_words_  # a hundred thousand n-grams that are too rare

    def rows(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """Rows of length 1 for the characters and 1 for the words."""
        folded = [fold(text) for text in texts]
        return sparse.hstack([v.transform(folded) for v in self._ngrams.values()]).tocsr()

    def write(self, directory: Path) -> None:
        """Saves the n-grams and their rarity."""
        for kind, vectorizer in self._ngrams.items():
            terms = vectorizer.get_feature_names_out().astype(str)
            save_arrays(directory / f"{kind}.npz", terms=terms, rarity=vectorizer.idf_)

    def read(self, directory: Path) -> None:
        """Reads the n-grams and their rarity."""
        for kind, vectorizer in self._ngrams.items():
            state = load_arrays(directory / f"{kind}.npz")
            terms = state["terms"].tolist()
            if len(terms) != len(state["rarity"]):
                raise StateDoesNotFit(f"{len(terms)} {kind}, {len(state['rarity'])} rarities")
            vectorizer.vocabulary = {term: index for index, term in enumerate(terms)}
            vectorizer.idf_ = state["rarity"]


def _tf_idf(**settings: Any) -> TfidfVectorizer:
    """Of a word said twice, the second time counts less: long stories repeat themselves."""
    return TfidfVectorizer(sublinear_tf=True, dtype=np.float32, **settings)


def _spoken(messages: Sequence[Message]) -> list[Message]:
    return [message for message in messages if is_spoken(message.get(TEXT))]
