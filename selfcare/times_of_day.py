"""Times of day by which a customer describes calls: "at 18:29", "after 22:00", "at night"."""

import re
from functools import cache

from selfcare.calls import Call
from selfcare.lexicon import any_of, lexicon, pattern
from selfcare.sentence import MARK, ORDINAL, Aside, Part, Sentence, Unclear

NOON = 12
MIDNIGHT = 24
NIGHT = 22
#: Minutes before the hour that still are "at" it.
JUST_BEFORE = 15


def read_times(sentence: Sentence) -> None:
    """Times of day: "at 18:29", "6 pm", "after 22:00", "at night"."""
    time = _time(sentence.language)
    through = "|".join(
        sentence.pattern(name) for name in ("also", "between_positions", "between_and")
    )
    hour = rf"(?:{sentence.pattern('clock_dotted')}\s+|{sentence.pattern('day_links')}\s+){{0,3}}"
    between = rf"(?:{sentence.pattern('between')}|{hour})\s*{hour}"
    sentence.take(
        rf"{between}(?P<first>{time})\s*(?:[-–]|{through})\s*{hour}(?P<last>{time})",
        lambda it: _hours(
            sentence, _minutes(sentence, it["first"]), _minutes(sentence, it["last"])
        ),
    )
    edge = rf"(?P<time>{time}|(?<!\d)(?:1[3-9]|2[0-3])(?![\w:.,]))"
    sentence.take(
        rf"(?:{sentence.pattern('after')})\s+{hour}{edge}",
        lambda it: _hours(sentence, _minutes(sentence, it["time"]), MIDNIGHT * 60),
    )
    sentence.take(
        rf"(?:{sentence.pattern('before')})\s+{hour}{edge}",
        lambda it: _hours(sentence, 0, _minutes(sentence, it["time"])),
    )
    spoken = rf"\d{{1,2}}{ORDINAL}\s+[0-5]\d(?!\d)"
    sentence.take(
        rf"{sentence.pattern('clock_dotted')}\s+(?P<time>{spoken})",
        lambda it: _at(sentence, it["time"]),
    )
    clock = rf"(?:{sentence.pattern('clock')}\s+|{sentence.pattern('clock_dotted')}\s+)?"
    sentence.take(rf"{clock}(?P<time>{time})", lambda it: _at(sentence, it["time"]))
    sentence.take(
        rf"{sentence.pattern('clock')}\s+(?P<time>\d{{1,2}})(?![\w:.,{ORDINAL}])",
        lambda it: _at(sentence, it["time"]),
    )
    for phrase, (first, last) in lexicon(sentence.language)["hours"].items():
        sentence.mark(any_of([phrase]), _hours(sentence, first * 60, last * 60))
    for phrase, (first, last) in lexicon(sentence.language)["day_hours"].items():
        written = rf"(?<={MARK} ) *{any_of([phrase]).pattern}"
        sentence.mark(written, _hours(sentence, first * 60, last * 60))


def read_dotted_times(sentence: Sentence) -> None:
    """ "At 18.29", which is no price where a call began then."""
    began = {_began(sentence, call) for call in sentence.calls if sentence.now}
    at, half = sentence.pattern("clock_dotted"), _half_words(sentence.language)
    time = r"(?<![\w.,])\d{1,2}\.[0-5]\d(?!\d)"
    sentence.take(
        rf"{at}\s+(?P<time>{time}(?:\s*{half})?)|(?P<half>{time}\s*{half})",
        lambda it: _at_known(sentence, it["time"] or it["half"], began),
    )


def _at_known(sentence: Sentence, written: str, began: "set[int]") -> "Part | None":
    start = _minutes(sentence, written)
    return _at(sentence, written) if {start, start + NOON * 60} & began else None


@cache
def _halves(language: str) -> "dict[str, tuple[int, int]]":
    """What after a number says which half of the day is meant."""
    words = lexicon(language)
    return {**words["hours"], **words["meridiem"]}


@cache
def _half_words(language: str) -> str:
    return any_of(_halves(language)).pattern.removeprefix(r"(?<!\w)")


@cache
def _time(language: str) -> str:
    half = _half_words(language)
    signs = pattern(language, "hour_signs").pattern.removeprefix(r"(?<!\w)")
    return (
        rf"(?<![\w.,])\d{{1,2}}\s?(?::|h)\s?[0-5]\d(?!\d)(?:\s*{half})?"
        rf"|(?<![\w.,])\d{{1,2}}\s*(?:{signs}\s*)?{half}|(?<![\w.,])\d{{1,2}}\s*{signs}"
    )


def _minutes(sentence: Sentence, written: str) -> int:
    """Minutes since midnight."""
    numbers = [int(number) for number in re.findall(r"\d+", written)]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    half = _half(sentence, written)
    if half and half[1] > NOON and hour < NOON and not (half[0] == NIGHT and hour < NOON // 2):
        hour += NOON
    elif half == (0, NOON) and hour == NOON:
        hour = 0
    return hour * 60 + minute


def _half(sentence: Sentence, written: str) -> "tuple[int, int] | None":
    for phrase, span in _halves(sentence.language).items():
        if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)|\d{re.escape(phrase)}(?!\w)", written):
            first, last = span
            return first, last if last > first else MIDNIGHT
    return None


def _began(sentence: Sentence, call: Call) -> int:
    local = sentence.local(call)
    return local.hour * 60 + local.minute


def _hours(sentence: Sentence, first: int, last: int) -> Part:
    """From a minute of the day to the one before another; over midnight if need be."""

    def fits(call: Call) -> bool:
        began = _began(sentence, call)
        return first <= began < last if first <= last else began >= first or began < last

    return sentence.when("time", fits)


def _at(sentence: Sentence, written: str) -> Part:
    """At a minute, or within an hour; in the other half of the day where none is named. A call
    just before the hour began "at three", too, where none began after it.
    """
    start = _minutes(sentence, written)
    length = 1 if len(re.findall(r"\d+", written)) > 1 else 60
    if start >= MIDNIGHT * 60:
        return Unclear()
    if sentence.now is None:
        return Aside()
    can_be_later = _half(sentence, written) is None and start < NOON * 60
    began = {_began(sentence, call) for call in sentence.calls}

    def is_known(start: int) -> bool:
        return any(start <= minute < start + length for minute in began)

    if can_be_later and not is_known(start):
        start += NOON * 60
    if length > 1 and not is_known(start):
        start -= JUST_BEFORE
    return _hours(sentence, start % (MIDNIGHT * 60), start + length)
