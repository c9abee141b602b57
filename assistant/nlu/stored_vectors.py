"""The vectors of training phrases, on disk in front of the model that makes them."""

import hashlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.nlu.sentence_vectors import SentenceVectors, Vectors

_SCHEMA = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB)"


class StoredVectors(SentenceVectors):
    """Keeps the vectors of training phrases in a file: of those that did not come along.

    What customers write must not come here: it would be kept for ever.
    """

    def __init__(self, model: SentenceVectors, path: Path) -> None:
        self.name = model.name
        self._model = model
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row for each text; only those not in the file reach the model."""
        connection = sqlite3.connect(self._path, timeout=30)
        try:
            with connection:
                connection.execute(_SCHEMA)
            known = self._read(connection, texts)
            new = _absent(texts, known)
            if new:
                known.update(zip(new, self._model.encode(new), strict=True))
                with connection:
                    connection.executemany(
                        "INSERT OR REPLACE INTO vectors VALUES (?, ?)",
                        [(self._key(text), known[text].tobytes()) for text in new],
                    )
        finally:
            connection.close()
        return np.stack([known[text] for text in texts])

    def _read(self, connection: sqlite3.Connection, texts: Sequence[str]) -> dict[str, Vectors]:
        known: dict[str, Vectors] = {}
        for text in texts:
            query = "SELECT vector FROM vectors WHERE key = ?"
            row = connection.execute(query, (self._key(text),)).fetchone()
            if row is not None:
                known[text] = np.frombuffer(row[0], dtype=np.float32)
        return known

    def _key(self, text: str) -> bytes:
        return hashlib.sha256(f"{self.name}\0{text}".encode()).digest()


def _absent(texts: Sequence[str], known: dict[str, Vectors]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text not in known]
