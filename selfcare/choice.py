"""Which calls of the list a customer means: by position, by words, or by what they are.

A message is read part by part (`sentence`): days, prices, countries, positions. What calls are
like narrows a choice down, positions are added to one another, and anything that sounds like
one more condition but was not understood makes the whole message one to ask about again:
too few calls are soon added, a wrong one may go into a dispute unseen.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from selfcare import days, narrowing, places, times_of_day
from selfcare.calls import Call
from selfcare.lexicon import any_of, fold, in_digits, is_only, lexicon, pattern, without_idioms
from selfcare.selection import choose
from selfcare.sentence import AFRESH, MARK, ORDINAL, Aside, Places, Sentence
from selfcare.story import tells_a_story


@dataclass(frozen=True)
class Choice:
    """Positions on the list (1 is the first) and those that the list does not have.

    Neither of them: the customer chose, and no call of the list is it.
    """

    positions: tuple[int, ...]
    missing: tuple[int, ...] = ()


NO_CALL = Choice(())
#: Letters of a message that may still choose calls; what is longer tells a story.
LONGEST_CHOICE = 500
#: Characters that stand for something while a sentence is read.
PRIVATE = re.compile("[\ue000-\uf8ff]")

BEFORE_NUMBERS: "tuple[Callable[[Sentence], None], ...]" = (
    narrowing.read_one_unit,
    days.keep_months,
    days.read_relative_days,
    narrowing.read_twins,
    narrowing.read_both,
    places.read_from_the_end,
    narrowing.read_unclear,
    narrowing.read_kinds,
)
WITH_NUMBERS: "tuple[Callable[[Sentence], None], ...]" = (
    days.read_days,
    times_of_day.read_dotted_times,
    narrowing.read_prices,
    narrowing.read_lengths,
    times_of_day.read_times,
    days.read_days_of_a_month,
    narrowing.read_numbers,
    narrowing.read_countries,
    narrowing.read_extremes,
    narrowing.read_endings,
    places.read_edges,
    places.read_ranges,
    narrowing.read_what_is_counted,
    narrowing.read_counts,
    narrowing.read_number_of_things,
    places.read_places,
)


def read_choice(
    text: str, language: str, calls: Sequence[Call], now: "datetime | None" = None
) -> Choice | None:
    """What `text` chooses from `calls`; nothing if it is not a choice at all.

    Understands "2 and 4", "3-5", "all but the third", "the last two", "the Moroccan one from
    the 16th", "between 2 and 5 euros", "the two cheapest", or the end of a telephone number.
    `now` is the present in the customer's time zone; without it, days say nothing.
    """
    if len(text) > LONGEST_CHOICE:
        return None
    if says_none(text, language):
        return NO_CALL
    said = _without_interjections(PRIVATE.sub(" ", fold(text)), language)
    sentence = Sentence(said, language, calls, now)
    _read(sentence)
    if tells_a_story(sentence):
        return None
    taken, left_out, is_rest = _split(sentence)
    if left_out is None and _is_denied(sentence):
        return None
    chosen = choose(taken, sentence, everything=is_rest)
    if chosen is None or left_out is None:
        return _choice(chosen, len(calls))
    without = choose(left_out, sentence)
    return None if without is None else _choice(chosen - without, len(calls))


def read_positions(expression: str, count: int) -> Choice | None:
    """The positions a button carries: `2`, `1,3`, `all` or `all-3`."""
    chosen, _, left_out = expression.replace(" ", "").partition("-")
    if not re.fullmatch(r"all|\d{1,3}(,\d{1,3})*", chosen):
        return None
    if left_out and not re.fullmatch(r"\d{1,3}(,\d{1,3})*", left_out):
        return None
    taken = set(range(1, count + 1)) if chosen == "all" else set(map(int, chosen.split(",")))
    return _choice(taken - set(map(int, filter(None, left_out.split(",")))), count)


def _without_interjections(words: str, language: str) -> str:
    """Without what only gets somebody going: "well, the dearest one"."""
    return re.sub(rf"^(?:\W*{pattern(language, 'interjections').pattern})+\W+", "", words)


def _choice(positions: "Iterable[int] | None", count: int) -> Choice | None:
    if positions is None:
        return None
    ordered = sorted(positions)
    return Choice(
        tuple(position for position in ordered if 1 <= position <= count),
        tuple(position for position in ordered if not 1 <= position <= count),
    )


def _read(sentence: Sentence) -> None:
    """Everything that is understood of a sentence, in the order in which it must be."""
    language = sentence.language
    for read in BEFORE_NUMBERS:
        read(sentence)
    sentence.drop(rf"{sentence.pattern('also')}\s+(?={sentence.pattern('heads')})", f" {AFRESH} ")
    sentence.words = without_idioms(language, sentence.words)
    sentence.words = in_digits(language, sentence.words, ORDINAL)
    endings = lexicon(language).get("ordinal_endings")
    if endings:
        ending = any_of(endings).pattern.removeprefix(r"(?<!\w)")
        sentence.drop(rf"(?<!\w)(\d{{1,2}})-?{ending}", rf"\1{ORDINAL}")
    sentence.drop(r"(?<!\w)n(?:o|r)?[°.]?\s?(?=\d)", "")
    for read in WITH_NUMBERS:
        read(sentence)


def _split(sentence: Sentence) -> "tuple[str, str | None, bool]":
    """What is taken, what is left out, and whether that may be all: "all but 3", "2, not 3"."""
    words, no = sentence.words, sentence.pattern("not")
    parts = re.split(pattern(sentence.language, "except"), words, maxsplit=1)
    if len(parts) == 2 and (re.search(MARK, parts[1]) or not _is_about_places(sentence, parts[0])):
        left_out = re.sub(rf"(?:^|\s){no}(?=\s|$)", " ", parts[1])
        return parts[0], left_out, not re.search(MARK, parts[0])
    parts = re.split(rf"{no}\s+(?:\w{{1,6}}\s+)?(?={MARK})", words, maxsplit=1)
    return (parts[0], parts[1], False) if len(parts) == 2 else (words, None, False)


def _is_denied(sentence: Sentence) -> bool:
    """Whether it takes back what it names: "la 2 no"."""
    return bool(re.search(rf"{MARK}\s+{sentence.pattern('not')}\s*(?:$|[,;.!])", sentence.words))


def _is_about_places(sentence: Sentence, words: str) -> bool:
    """Whether positions are all there is: "4, made without my consent" leaves nothing out."""
    parts = [part for part in sentence.parts_in(words) if not isinstance(part, Aside)]
    return bool(parts) and all(isinstance(part, Places) for part in parts)


def says_none(text: str, language: str) -> bool:
    """Whether it is "none of them", and not "none of them is mine"."""
    words = pattern(language, "please").sub(" ", fold(text))
    return is_only(language, words, "none")
