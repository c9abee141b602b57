"""The vectors that come with the project are those of its phrases."""

from assistant.nlu.prepared_vectors import PreparedVectors
from assistant.nlu.sentence_vectors import OnnxE5
from scripts.prepare_vectors import phrases


def test_nearly_every_phrase_has_its_vector_prepared() -> None:
    vectors = PreparedVectors(OnnxE5())
    said = phrases()
    missing = [text for text in said if not vectors.has(text)]
    assert len(missing) <= len(said) // 20, f"{len(missing)} are missing: run `make vectors`"
