"""What a reader is given and what it hands back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from re import Match, Pattern
from typing import Any

#: What stands where a reader took something out: a mark that means nothing to the others.
TAKEN = " § "


@dataclass(frozen=True)
class Entity:
    """A value that a text names; `value` as docs/entities.md has it."""

    name: str
    value: Any


@dataclass(frozen=True)
class Setting:
    """In which language, on which day and in which country something is said."""

    language: str
    today: date
    country: str


#: The words that are left, and what was found in them.
Found = tuple[str, list[Entity]]
Reader = Callable[[str, Setting], Found]


def take(
    words: str, written: Pattern[str], meant: "Callable[[Match[str]], list[Entity] | None]"
) -> Found:
    """Takes out whatever `written` finds and `meant` understands."""
    found: list[Entity] = []

    def taken(it: "Match[str]") -> str:
        entities = meant(it)
        if entities is None:
            return it[0]
        found.extend(entities)
        return TAKEN

    return written.sub(taken, words), found
