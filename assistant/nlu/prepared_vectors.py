"""Vectors of the training phrases that come with the project, so that nobody waits for them.

A vector costs about 5 ms and there are 25,000 phrases. `make vectors` writes
`vectors.npz` anew; a phrase that is not in it yet is encoded when it is met.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from assistant.nlu.sentence_vectors import SentenceVectors, Vectors

PATH: Final = Path(__file__).with_name("vectors.npz")
_STEPS: Final = 127


class PreparedVectors(SentenceVectors):
    """Looks texts up among the prepared ones before the model is asked.

    Every vector is rounded to 8 bits a number, prepared or not: what is learned does not depend
    on which of the two it was.
    """

    def __init__(self, model: SentenceVectors, path: Path = PATH) -> None:
        self.name = f"{model.name}-int8"
        self._model = model
        self._rows: dict[int, npt.NDArray[np.int8]] = {}
        if path.exists():
            with np.load(path, allow_pickle=False) as saved:
                if str(saved["model"]) == model.name:
                    self._rows = dict(zip(saved["keys"].tolist(), saved["rows"], strict=True))

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, of length 1 as near as 8 bits allow."""
        new = [text for text in dict.fromkeys(texts) if _key(text) not in self._rows]
        if new:
            for text, row in zip(new, rounded(self._model.encode(new)), strict=True):
                self._rows[_key(text)] = row
        rows = np.stack([self._rows[_key(text)] for text in texts]).astype(np.float32)
        lengths: Vectors = np.linalg.norm(rows, axis=1, keepdims=True)
        return rows / lengths

    def has(self, text: str) -> bool:
        """Whether the vector of `text` is at hand."""
        return _key(text) in self._rows

    def save(self, texts: Sequence[str], path: Path = PATH) -> None:
        """Writes the vectors of `texts`, and of nothing else."""
        self.encode(texts)
        keys = sorted({_key(text) for text in texts})
        rows = np.stack([self._rows[key] for key in keys])
        np.savez_compressed(
            path, model=self._model.name, keys=np.array(keys, dtype=np.uint64), rows=rows
        )


def rounded(vectors: Vectors) -> npt.NDArray[np.int8]:
    """Each row scaled so that its largest number is 127 steps, in whole steps."""
    largest = np.abs(vectors).max(axis=1, keepdims=True)
    rows: npt.NDArray[np.int8] = np.rint(vectors / largest * _STEPS).astype(np.int8)
    return rows


def _key(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
