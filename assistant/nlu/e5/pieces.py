"""Cuts a text into the pieces of words that E5 knows."""

from __future__ import annotations

import re
from typing import Final

from sentencepiece import SentencePieceProcessor
from sentencepiece.sentencepiece_model_pb2 import ModelProto, TrainerSpec

from assistant.nlu.e5.packed import PackedModel

_SPACES: Final = re.compile(" {2,}")
_Kind: Final = ModelProto.SentencePiece


class Pieces:
    """XLM-RoBERTa's pieces, cut by SentencePiece."""

    def __init__(self, model: PackedModel) -> None:
        self._cutter = SentencePieceProcessor(model_proto=_described(model))
        self._replaced = model.replaced
        self._first, self._last, self._longest = model.first, model.last, model.longest

    def of(self, text: str) -> list[int]:
        """The numbers of a text's pieces between those of beginning and end: what is too long for
        the model is left out.
        """
        ids = self._cutter.encode(_SPACES.sub(" ", text.translate(self._replaced)))
        return [self._first, *ids[: self._longest - 2], self._last]


def _described(model: PackedModel) -> bytes:
    """The model's vocabulary as SentencePiece reads it; characters are replaced before."""
    description = ModelProto()
    description.trainer_spec.model_type = TrainerSpec.UNIGRAM
    description.normalizer_spec.name = "identity"
    description.normalizer_spec.remove_extra_whitespaces = False
    never_in_a_text = dict.fromkeys((model.first, model.last, model.padding), _Kind.CONTROL)
    kinds = {**never_in_a_text, model.unknown: _Kind.UNKNOWN}
    for place, (piece, score) in enumerate(model.pieces()):
        kind = kinds.get(place, _Kind.NORMAL)
        description.pieces.add(piece=piece, score=score, type=kind)
    written: bytes = description.SerializeToString()
    return written
