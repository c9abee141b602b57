"""What the parts of a sentence choose together.

Conditions narrow a description down; descriptions and positions that "and" joins are added.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from selfcare.lexicon import pattern
from selfcare.narrowing import COMPARISONS
from selfcare.sentence import (
    AFRESH,
    MARK,
    Aside,
    Condition,
    Count,
    Edge,
    Extreme,
    Part,
    Places,
    Sentence,
    Unclear,
)

Positions = set[int]


def choose(words: str, sentence: Sentence, everything: bool = False) -> "Positions | None":
    """The positions that `words` name, in or out of range; nothing if they name none for sure.

    With `everything`, words that name none stand for the whole list.
    """
    parts = sentence.parts_in(words)
    if any(isinstance(part, Unclear) for part in parts) or _has_unread_number(words):
        return None
    clauses = _clauses(words, sentence)
    if _leaves_open(words, sentence):
        return None
    if not clauses:
        return _whole_list(words, sentence, everything)
    if _may_be_shared(clauses):
        return None
    if any(clause.is_described for clause in clauses) and _has_unread_condition(words, sentence):
        return None
    chosen = [clause.chosen() for clause in clauses]
    return None if None in chosen else set().union(*filter(None, chosen))


def _whole_list(words: str, sentence: Sentence, everything: bool) -> "Positions | None":
    """All calls, where all are said or as many as there are."""
    parts, size = sentence.parts_in(words), len(sentence.calls)
    counted = [part.many for part in parts if isinstance(part, Count)]
    said = everything or counted or pattern(sentence.language, "all").search(words)
    if not said or any(many != size for many in counted) or _restricts(words, sentence):
        return None
    return set(range(1, size + 1))


def _may_be_shared(clauses: "Sequence[Clause]") -> bool:
    """ "The first and the last one to Morocco": the first of the list, or of those?"""
    ranked = [clause for clause in clauses if clause.is_ranked]
    return any(one.is_described for one in ranked) and not all(one.is_described for one in ranked)


def _leaves_open(words: str, sentence: Sentence) -> bool:
    """Whether it is one or the other: "2 or 3". "To Morocco or Germany" is both."""
    either = rf"(?={sentence.pattern('or')}\s+(?:\w+\s+){{0,3}}({MARK}))"
    for found in re.finditer(either, words):
        before = sentence.parts_in(words[: found.start()])
        (after,) = sentence.parts_in(found[1])
        if before and not (isinstance(after, Condition) and _is_about(before[-1], after)):
            return True
    return False


def _is_about(part: Part, other: Condition) -> bool:
    return isinstance(part, Condition) and part.about == other.about


def _has_unread_number(words: str) -> bool:
    return bool(re.search(r"(?<![\w-])\d+(?![\w-])", words))


def _has_unread_condition(words: str, sentence: Sentence) -> bool:
    """Whether something else was to narrow the choice: wider than that it must not be."""
    names = (*COMPARISONS, "between", "spells", "qualities")
    if any(isinstance(part, Aside) for part in sentence.parts_in(words)):
        return True
    return any(pattern(sentence.language, name).search(words) for name in names)


def _restricts(words: str, sentence: Sentence) -> bool:
    """Whether "all" is all of some: "all the ones I don't know"."""
    said = pattern(sentence.language, "except").split(sentence.said, maxsplit=1)[0]
    said = pattern(sentence.language, "on_the_list").sub(" ", said)
    restricted = pattern(sentence.language, "restricts").search(said)
    return bool(restricted) or _has_unread_condition(words, sentence)


@dataclass
class Clause:
    """Words that make one description, or positions."""

    words: str
    sentence: Sentence

    @property
    def parts(self) -> "list[Part]":
        """What it is made of."""
        return self.sentence.parts_in(self.words)

    @property
    def conditions(self) -> "list[Condition]":
        """What the calls have to be like."""
        return [part for part in self.parts if isinstance(part, Condition)]

    @property
    def is_described(self) -> bool:
        """Whether it says what calls are like, and not only where they are."""
        return any(isinstance(part, Condition | Extreme) for part in self.parts)

    @property
    def is_ranked(self) -> bool:
        """Whether it says which one in a row: "the second", "the last"."""
        return any(
            isinstance(part, Edge) or (isinstance(part, Places) and part.is_ordinal)
            for part in self.parts
        )

    @property
    def says_something(self) -> bool:
        """Whether it chooses at all."""
        return any(isinstance(part, Condition | Extreme | Places | Edge) for part in self.parts)

    def chosen(self) -> "Positions | None":
        """The positions it names; nothing if nobody knows which."""
        named, edges = self._named(), [part for part in self.parts if isinstance(part, Edge)]
        if not self.is_described:
            return named | self._at_edges(edges)
        fitting = self._fitting()
        if fitting is None:
            return None
        if named:
            return self._numbered(named, fitting)
        if edges:
            return _at_edges_of(sorted(fitting), edges)
        counted = [part.many for part in self.parts if isinstance(part, Count)]
        return None if any(many != len(fitting) for many in counted) else fitting

    def _named(self) -> Positions:
        places = [part.positions for part in self.parts if isinstance(part, Places)]
        return set().union(*places)

    def _at_edges(self, edges: "Sequence[Edge]") -> Positions:
        """Of the whole list; "the first ten" of six has four that are missing."""
        size, found = len(self.sentence.calls), set()
        for edge in edges:
            is_first = edge.part.start == 0
            found |= set(range(1, (max(size, edge.many) if is_first else size) + 1)[edge.part])
        return found

    def _fitting(self) -> "Positions | None":
        calls = self.sentence.calls
        fitting = {place for place, call in enumerate(calls, 1) if self._fits_all(place - 1)}
        extremes = [part for part in self.parts if isinstance(part, Extreme)]
        if not extremes or not fitting:
            return fitting
        tops = [self._top(extreme, fitting) for extreme in extremes]
        return None if None in tops else set().union(*filter(None, tops))

    def _fits_all(self, index: int) -> bool:
        call = self.sentence.calls[index]
        subjects = {condition.about for condition in self.conditions}
        return all(
            any(condition.fits(call) for condition in self.conditions if condition.about == about)
            for about in subjects
        )

    def _top(self, extreme: Extreme, among: Positions) -> "Positions | None":
        """Nothing where a number cuts calls apart that are alike."""
        value = {place: extreme.measure(self.sentence.calls[place - 1]) for place in among}
        ordered = sorted(among, key=lambda place: value[place], reverse=extreme.is_most)
        limit = value[ordered[min(extreme.many or 1, len(ordered)) - 1]]
        top = {
            place
            for place in among
            if (value[place] >= limit if extreme.is_most else value[place] <= limit)
        }
        if extreme.many is None:
            return top
        return top if len(top) == extreme.many else None

    def _numbered(self, named: Positions, fitting: Positions) -> "Positions | None":
        """Positions beside a description: it tells about them, or they count what it describes."""
        places = [part for part in self.parts if isinstance(part, Places)]
        if len(places) == 1 and len(named) == 1 and self._stand_together():
            return _nth_or_place(places[0], fitting)
        if named <= fitting or (not fitting and not self._stand_together()):
            return named
        return None

    def _stand_together(self) -> bool:
        """Whether a position and a condition have only "one of" or the like between them."""
        between = "|".join(self.sentence.pattern(name) for name in ("heads", "article", "to"))
        for found in re.finditer(
            rf"({MARK})\s+(?:(?:{between}|{self._call_word})\s+){{0,4}}({MARK})", self.words
        ):
            first, second = (self.sentence.parts_in(mark)[0] for mark in found.groups())
            if isinstance(first, Places) and isinstance(second, Condition | Extreme):
                return True
        return False

    @property
    def _call_word(self) -> str:
        return self.sentence.pattern("change", "calls")


def _nth_or_place(place: Places, fitting: Positions) -> "Positions | None":
    """ "The second one to Morocco" is on the second place, or the second of those."""
    (number,) = place.positions
    ordered = sorted(fitting)
    readings = [{number}] if number in fitting else []
    if place.is_ordinal and 1 <= number <= len(ordered):
        readings.append({ordered[number - 1]})
    if not place.is_ordinal and number == len(ordered):
        readings.append(fitting)
    is_sure = bool(readings) and all(reading == readings[0] for reading in readings)
    return readings[0] if is_sure else None


def _at_edges_of(ordered: "Sequence[int]", edges: "Sequence[Edge]") -> "Positions | None":
    """The first or last of those described; nothing if there are not so many."""
    if any(edge.many > len(ordered) for edge in edges):
        return None
    return {place for edge in edges for place in ordered[edge.part]}


def _clauses(words: str, sentence: Sentence) -> "list[Clause]":
    """Cut where a new choice begins; "to France and Germany over 2 pounds" is one."""
    pieces = re.split(rf"({AFRESH}|{sentence.pattern('also')})", words)
    clauses = [Clause(pieces[0], sentence)]
    for joint, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        following = Clause(piece, sentence)
        if _begins_anew(clauses[-1], joint, following):
            clauses.append(following)
        else:
            clauses[-1] = Clause(f"{clauses[-1].words} {piece}", sentence)
    return [clause for clause in clauses if clause.says_something]


def _begins_anew(before: Clause, joint: str, after: Clause) -> bool:
    if not (before.says_something and after.says_something):
        return False
    if joint == AFRESH:
        return True
    sentence = before.sentence
    article, to = sentence.pattern("article"), sentence.pattern("to")
    if before.is_described != after.is_described:
        return bool(re.match(rf"\s*(?:(?:{article}|{to})\s+){{0,3}}{MARK}", after.words))
    subjects = {condition.about for condition in before.conditions}
    others = {condition.about for condition in after.conditions}
    is_named = re.match(rf"\s*{article}\s+{MARK}", after.words)
    return bool(is_named) and not subjects & others
