from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from assistant.nlu.prepared_vectors import PreparedVectors
from assistant.nlu.sentence_vectors import OnnxE5, SentenceVectors, Vectors
from assistant.nlu.stored_vectors import StoredVectors


class CountingVectors(SentenceVectors):
    """Vectors that depend on the text alone, and a list of what was asked."""

    def __init__(self, name: str = "counting") -> None:
        self.name = name
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        digests = [hashlib.sha256(text.encode()).digest()[:4] for text in texts]
        return np.array([list(digest) for digest in digests], dtype=np.float32)


def test_vectors_of_training_phrases_outlive_the_process(tmp_path: Path):
    path = tmp_path / "deep" / "vectors.db"
    first = StoredVectors(CountingVectors(), path).encode(["uno", "dos"])
    model = CountingVectors()
    again = StoredVectors(model, path).encode(["dos", "tres", "uno"])
    assert np.array_equal(again[[2, 0]], first)
    assert model.asked == ["tres"]


def test_another_model_does_not_get_the_vectors_of_the_first(tmp_path: Path):
    path = tmp_path / "vectors.db"
    StoredVectors(CountingVectors("first"), path).encode(["uno"])
    second = CountingVectors("second")
    StoredVectors(second, path).encode(["uno"])
    assert second.asked == ["uno"]


@pytest.mark.parametrize("text", ["", "😀😀", "中文", "a " * 250])
def test_e5_has_a_vector_of_length_one_for_every_text(text: str):
    assert np.linalg.norm(OnnxE5().encode([text])[0]) == pytest.approx(1.0, abs=1e-3)


def test_e5_places_the_same_meaning_in_two_languages_near():
    spanish, polish, other = OnnxE5().encode(
        ["no reconozco esta llamada", "nie rozpoznaję tego połączenia", "¿a qué hora abren?"]
    )
    assert spanish @ polish > spanish @ other


def test_a_prepared_vector_does_not_reach_the_model(tmp_path: Path):
    path = tmp_path / "vectors.npz"
    PreparedVectors(CountingVectors(), path).save(["uno", "dos"], path)
    model = CountingVectors()
    prepared = PreparedVectors(model, path)
    assert prepared.encode(["dos", "tres", "uno"]).shape == (3, 4)
    assert model.asked == ["tres"]


def test_a_vector_is_the_same_prepared_or_not(tmp_path: Path):
    path = tmp_path / "vectors.npz"
    fresh = PreparedVectors(CountingVectors(), path)
    fresh.save(["uno"], path)
    prepared = PreparedVectors(CountingVectors(), path)
    assert np.array_equal(prepared.encode(["uno"]), fresh.encode(["uno"]))


def test_prepared_vectors_of_another_model_are_not_used(tmp_path: Path):
    path = tmp_path / "vectors.npz"
    PreparedVectors(CountingVectors("first"), path).save(["uno"], path)
    assert not PreparedVectors(CountingVectors("second"), path).has("uno")
