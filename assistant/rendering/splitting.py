"""Long texts in pieces that a platform takes, cut where a reader would pause."""

from __future__ import annotations

import re

_PAUSES = (
    re.compile(r"\n+"),
    re.compile(r"(?<=[.!?…])[»”’\")\]]*\s+"),
    re.compile(r"\s+"),
)
"""Between lines rather than between sentences, and there rather than between words."""


def utf16_length(text: str) -> int:
    """How long platforms find `text` that count as Java and JavaScript do."""
    return len(text.encode("utf-16-le")) // 2


def split(text: str, longest: int) -> list[str]:
    """`text` in pieces of at most `longest` UTF-16 code units, each as long as it reads well."""
    pieces = []
    rest = text.strip()
    while utf16_length(rest) > longest:
        place = _place_to_cut(_beginning(rest, longest))
        pieces.append(rest[:place].rstrip())
        rest = rest[place:].lstrip()
    return [*pieces, rest] if rest else pieces


def _beginning(text: str, longest: int) -> str:
    """As much of `text` as fits; a character that takes two units is not cut in half."""
    return text.encode("utf-16-le")[: 2 * longest].decode("utf-16-le", "ignore")


def _place_to_cut(head: str) -> int:
    """After the last pause in the second half: a piece should not be short for a line's sake."""
    for pause in _PAUSES:
        ends = [found.end() for found in pause.finditer(head, len(head) // 2)]
        if ends:
            return ends[-1]
    return len(head)
