"""A message in which what has been understood is replaced by marks.

What is left of its words stays in sight: a number or a condition that nobody read must not
be passed over, since the choice would then be wider than what was said.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from re import Match, Pattern

from selfcare.calls import Call
from selfcare.lexicon import pattern

#: Private characters: a part of the sentence, an ordinal's sign, the beginning of a new choice.
FIRST_MARK = 0xE000
MARK = "[\ue000-\uefff]"
ORDINAL = "\uf8ff"
AFRESH = "\uf8fe"


@dataclass(frozen=True)
class Condition:
    """What calls have to be like. Of those `about` the same one has to fit; the others all do."""

    about: str
    fits: Callable[[Call], bool]


@dataclass(frozen=True)
class Places:
    """Positions on the list, or the nth of what is described."""

    positions: frozenset[int]
    is_ordinal: bool = False


@dataclass(frozen=True)
class Edge:
    """The first, the last, or the one before: a slice of the list or of what is described."""

    part: slice
    many: int = 1


@dataclass(frozen=True)
class Extreme:
    """The most or least expensive, the longest or shortest; all that tie if no number is said."""

    measure: Callable[[Call], int]
    is_most: bool
    many: int | None


@dataclass(frozen=True)
class Count:
    """How many there are: a check of what is described."""

    many: int


@dataclass(frozen=True)
class Aside:
    """What may belong to a story or be a condition that cannot be applied: "two weeks ago"."""


@dataclass(frozen=True)
class Unclear:
    """What makes a choice of any kind too bold: "over 3"."""


Part = Condition | Places | Edge | Extreme | Count | Aside | Unclear


@dataclass
class Sentence:
    """A message on its way to being understood, with what is needed to understand it.

    `now` is the present in the customer's time zone; without it no day is understood.
    """

    words: str
    language: str
    calls: Sequence[Call]
    now: datetime | None
    parts: list[Part] = field(default_factory=list)
    said: str = ""

    def __post_init__(self) -> None:
        self.said = self.words

    def take(
        self, written: "str | Pattern[str]", part: "Callable[[Match[str]], Part | None]"
    ) -> None:
        """Replace what is `written` so by marks, unless it makes no `part`."""

        def replace(found: "Match[str]") -> str:
            made = part(found)
            if made is None:
                return found[0]
            self.parts.append(made)
            return f" {chr(FIRST_MARK + len(self.parts) - 1)} "

        self.words = re.sub(written, replace, self.words)

    def mark(self, written: "str | Pattern[str]", part: Part) -> None:
        """Replace what is `written` so by marks of one `part`."""
        self.take(written, lambda _: part)

    def drop(self, written: "str | Pattern[str]", instead: str = " ") -> None:
        """Take out what says nothing about calls."""
        self.words = re.sub(written, instead, self.words)

    def parts_in(self, words: str) -> list[Part]:
        """What the marks in `words` stand for."""
        return [self.parts[ord(mark) - FIRST_MARK] for mark in re.findall(MARK, words)]

    def pattern(self, *path: str) -> str:
        """Finds the words at `path` of the lexicon."""
        return pattern(self.language, *path).pattern

    def when(self, about: str, fits: "Callable[[Call], bool]") -> Part:
        """A condition in time; without a clock of the customer's, nobody can tell."""
        return Condition(about, fits) if self.now else Aside()

    def local(self, call: Call) -> datetime:
        """When a call began, by the customer's clock."""
        return call.started.astimezone(self.now.tzinfo if self.now else None)
