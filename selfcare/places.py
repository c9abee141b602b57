"""Positions on a list in a customer's words: "2 and 4", "from 3 to 5", "the last two"."""

from re import Match

from selfcare.lexicon import any_of, lexicon
from selfcare.narrowing import LONGEST_POSITION
from selfcare.sentence import ORDINAL, Condition, Edge, Part, Places, Sentence

#: Digits of the end of a number, where the list has no such position.
END_OF_A_NUMBER = (3, 4)
WIDEST_RANGE = 99
COUNT = rf"(?<![\w+.,])\d{{1,2}}(?!{ORDINAL}|[\w:]|[.,]\d)"
PLACE = rf"(?<![\w+./])\d{{1,3}}{ORDINAL}?(?![\w:/{ORDINAL}]|[.,]\d\d\d)"
THROUGH = r"\s*[-–]\s*"


def read_from_the_end(sentence: Sentence) -> None:
    """ "Last but one", before its words are read by themselves."""
    for phrase, place in lexicon(sentence.language)["from_end"].items():
        stop = 1 - place or None
        sentence.mark(any_of([phrase]), Edge(slice(-place, stop)))


def read_edges(sentence: Sentence) -> None:
    """ "The first two", "las dos últimas": a number beside a first or last; "the last"."""
    first, last = rf"(?<!\w)1{ORDINAL}", sentence.pattern("last")
    for order in (rf"{first}\s+({COUNT})", rf"({COUNT})\s+{first}"):
        sentence.take(order, _first)
    for order in (rf"{last}\s+({COUNT})", rf"({COUNT})\s+{last}"):
        sentence.take(order, _last)
    sentence.mark(last, Edge(slice(-1, None)))


def _first(found: "Match[str]") -> "Part | None":
    many = int(found[1])
    return Edge(slice(0, many), many) if many else None


def _last(found: "Match[str]") -> "Part | None":
    many = int(found[1])
    return Edge(slice(-many, None), many) if many else None


def read_ranges(sentence: Sentence) -> None:
    """ "2-4", "from the second to the fourth"."""
    through = rf"(?:{THROUGH}|\s+{sentence.pattern('between_positions')}\s+)"
    begins = any_of(lexicon(sentence.language)["day_links"]).pattern
    sentence.take(rf"(?:{begins}\s+)?({PLACE}){through}({PLACE})", _range)


def _range(found: "Match[str]") -> "Part | None":
    first, last = (int(number.rstrip(ORDINAL)) for number in found.groups())
    if first > last or last - first > WIDEST_RANGE:
        return None
    return Places(frozenset(range(first, last + 1)))


def read_places(sentence: Sentence) -> None:
    """Numbers that nothing else has taken, and what numbers of the list end in."""
    sentence.take(
        rf"(?<![\w+./\-])(\d{{1,4}})({ORDINAL}?)(?![\w:/]|[.,]\d\d\d|-\w)",
        lambda found: _place(sentence, found[1], bool(found[2])),
    )


def _place(sentence: Sentence, digits: str, is_ordinal: bool) -> "Part | None":
    calls = sentence.calls
    is_end = any(call.number.endswith(digits) for call in calls)
    if len(digits) in END_OF_A_NUMBER and int(digits) > len(calls) and is_end:
        return Condition("number", lambda call: call.number.endswith(digits))
    if len(digits) > LONGEST_POSITION:
        return None
    return Places(frozenset({int(digits)}), is_ordinal)
