"""E5's network as ONNX Runtime runs it: from the embedding of each piece to its meaning.

Weights are read as they are kept, in 4 bits, or brought to 8: processors multiply 8 bits fastest.
What feeds a matrix of 8 bits is rounded to 8 bits with one scale for the whole sentence, and that
would drown the output of GELU, which has few great numbers among many small ones; so the matrix
behind it stays in 4 bits, whose input has a scale for each 32 numbers.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt
from onnx import ModelProto, NodeProto, TensorProto, ValueInfoProto, helper, numpy_helper

from assistant.nlu.e5.packed import BLOCK, FourBits, PackedModel

INPUT: Final = "embeddings"
OUTPUT: Final = "meanings"

_STANDARD: Final = helper.make_opsetid("", 17)
_RUNTIMES_OWN: Final = helper.make_opsetid("com.microsoft", 1)
_WITH_8_BITS: Final = 4
"""How MatMulNBits works: its input in 8 bits, block by block."""

_MOST: Final = 63
"""Weights take 7 of their 8 bits: processors without VNNI add two products up in 16 bits."""


def network(model: PackedModel) -> ModelProto:
    """Input and output: float32 of shape (1, pieces, width)."""
    return _Network(model).built()


class _Network:
    def __init__(self, model: PackedModel) -> None:
        self._model = model
        self._nodes: list[NodeProto] = []
        self._weights: list[TensorProto] = []

    def built(self) -> ModelProto:
        hidden = self._normalised("emb.ln", INPUT)
        for layer in range(self._model.layers):
            hidden = self._layer(f"l{layer}", hidden)
        self._nodes.append(helper.make_node("Identity", [hidden], [OUTPUT]))
        graph = helper.make_graph(
            self._nodes, "e5", [self._end(INPUT)], [self._end(OUTPUT)], self._weights
        )
        operators = [_STANDARD, _RUNTIMES_OWN]
        return helper.make_model(graph, opset_imports=operators, ir_version=9)

    def _end(self, name: str) -> ValueInfoProto:
        shape = [1, "pieces", self._model.width]
        return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)

    def _layer(self, name: str, hidden: str) -> str:
        width, inner = self._model.width, self._model.inner
        parts = [self._times_8_bits(f"{name}.{part}", hidden, width) for part in "qkv"]
        heads = self._model.heads
        attended = self._own("MultiHeadAttention", f"{name}.attended", parts, num_heads=heads)
        attended = self._times_8_bits(f"{name}.ao", attended, width)
        hidden = self._added_and_normalised(f"{name}.aln", attended, hidden)
        between = self._times_8_bits(f"{name}.fi", hidden, width)
        between = self._own("Gelu", f"{name}.gelu", [between])
        forward = self._times_4_bits(f"{name}.fo", between, inner)
        return self._added_and_normalised(f"{name}.oln", forward, hidden)

    def _times_8_bits(self, name: str, left: str, columns: int) -> str:
        whole = self._model.matrix(f"{name}.w", columns).whole().T
        scales = np.abs(whole).max(axis=0) / _MOST
        rows = np.rint(whole / scales).astype(np.int8)
        zeros = np.zeros(len(scales), dtype=np.int8)
        bias = self._model.numbers(f"{name}.b")
        right = [
            self._weight(f"{name}.{part}", numbers)
            for part, numbers in (("w", rows), ("s", scales), ("z", zeros), ("b", bias))
        ]
        return self._own("DynamicQuantizeMatMul", f"{name}.product", [left, *right])

    def _times_4_bits(self, name: str, left: str, columns: int) -> str:
        matrix = self._model.matrix(f"{name}.w", columns)
        pairs = self._weight(f"{name}.w", _pairs(matrix))
        scales = self._weight(f"{name}.s", matrix.scales.ravel())
        sizes = {"K": columns, "N": len(matrix.weights), "bits": 4, "block_size": BLOCK}
        right = [left, pairs, scales]
        product = self._own(
            "MatMulNBits", f"{name}.product", right, accuracy_level=_WITH_8_BITS, **sizes
        )
        bias = self._weight(f"{name}.b", self._model.numbers(f"{name}.b"))
        return self._node("Add", f"{name}.sum", [product, bias])

    def _normalised(self, name: str, numbers: str) -> str:
        inputs = [numbers, *self._scale_and_shift(name)]
        return self._node(
            "LayerNormalization", f"{name}.normal", inputs, epsilon=self._model.epsilon
        )

    def _added_and_normalised(self, name: str, new: str, old: str) -> str:
        inputs = [new, old, *self._scale_and_shift(name)]
        return self._own(
            "SkipLayerNormalization", f"{name}.normal", inputs, epsilon=self._model.epsilon
        )

    def _scale_and_shift(self, name: str) -> list[str]:
        return [self._weight(it, self._model.numbers(it)) for it in (f"{name}.w", f"{name}.b")]

    def _weight(self, name: str, numbers: npt.NDArray[Any]) -> str:
        self._weights.append(numpy_helper.from_array(np.ascontiguousarray(numbers), name))
        return name

    def _own(self, kind: str, output: str, inputs: list[str], **settings: Any) -> str:
        return self._node(kind, output, inputs, domain=_RUNTIMES_OWN.domain, **settings)

    def _node(self, kind: str, output: str, inputs: list[str], **settings: Any) -> str:
        self._nodes.append(helper.make_node(kind, inputs, [output], **settings))
        return output


def _pairs(matrix: FourBits) -> npt.NDArray[np.uint8]:
    """Two weights a byte, neighbours together, the first in the lower half; 8 stands for 0."""
    shifted = (matrix.weights + 8).astype(np.uint8)
    return np.bitwise_or(shifted[..., 0::2], np.left_shift(shifted[..., 1::2], 4), dtype=np.uint8)
