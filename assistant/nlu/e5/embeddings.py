"""The embedding of each piece of a text: what E5's network starts from."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.nlu.e5.packed import Floats, PackedModel


class Embeddings:
    """Rows of the packed table, read when they are needed: there are a quarter of a million."""

    def __init__(self, model: PackedModel) -> None:
        self._model = model
        kind = model.numbers("emb.type")[: model.width]
        self._places = model.numbers("emb.pos").reshape(-1, model.width) + kind

    def of(self, pieces: Sequence[int]) -> Floats:
        """Shape (pieces, width)."""
        embedded: Floats = self._model.matrix("emb.word", self._model.width, pieces).whole()
        embedded += self._places[: len(pieces)]
        return embedded
