"""Whether a message chooses calls at all, or tells about something that has numbers in it.

"I paid on the 3rd" and "you rounded everything up" have a position and an "all" in them. A
choice is introduced by words that say little by themselves, or is clearly about calls.
"""

import re
from collections.abc import Sequence

from selfcare.lexicon import pattern
from selfcare.sentence import (
    AFRESH,
    MARK,
    Aside,
    Condition,
    Count,
    Extreme,
    Part,
    Sentence,
    Unclear,
)

#: A longer message says something else as well, even if it is about calls.
WORDS_OF_A_CHOICE = 12
WORDS_ABOUT_CALLS = 25
#: What may surround a choice and add nothing to it.
LITTLE_WORDS = (
    "except", "fillers", "heads", "article", "plural_article", "to", "also", "not", "of_the",
    "day_links", "numbered", "pronouns",
)  # fmt: skip
#: What every message may have in it: the day, the line, the rate.
CIRCUMSTANCES = ("day", "time", "kind", "twin")


def tells_a_story(sentence: Sentence) -> bool:
    """Whether days, lines or numbers are in a message that is about something else."""
    parts = [part for part in sentence.parts if not isinstance(part, Aside | Unclear)]
    if parts and all(_is_circumstance(part) for part in parts):
        return not _is_about_calls_by(parts, sentence)
    if any(_is_telling(part) for part in parts):
        return _is_long(sentence) and not _is_introduced(sentence)
    is_about_calls = parts and not _is_long(sentence) and _has_a_call(sentence)
    return not (is_about_calls or _is_introduced(sentence))


def _is_circumstance(part: Part) -> bool:
    if isinstance(part, Condition):
        return part.about in CIRCUMSTANCES
    return isinstance(part, Extreme | Count)


def _is_telling(part: Part) -> bool:
    """Countries and telephone numbers are hardly about anything but calls."""
    return isinstance(part, Condition) and part.about in ("country", "number")


def _is_about_calls_by(parts: "Sequence[Part]", sentence: Sentence) -> bool:
    if _begins_with_a_pronoun(sentence) or _says_nothing_else(sentence):
        return True
    is_counted = all(isinstance(part, Count) for part in parts)
    is_short = len(sentence.said.split()) <= WORDS_OF_A_CHOICE
    return not is_counted and is_short and bool(_search("a_call", sentence))


def _search(name: str, sentence: Sentence) -> bool:
    return bool(pattern(sentence.language, name).search(sentence.said))


def _is_long(sentence: Sentence) -> bool:
    is_about_calls = _search("a_call", sentence) or _search("pronouns", sentence)
    limit = WORDS_ABOUT_CALLS if is_about_calls else WORDS_OF_A_CHOICE
    return len(sentence.said.split()) > limit


def _has_a_call(sentence: Sentence) -> bool:
    """Whether a position or a price is a call's: "call 3", "the one for 9.99"."""
    numbered, pronouns = sentence.pattern("numbered"), sentence.pattern("pronouns")
    beside = rf"(?:{numbered}|{pronouns})\s+(?:\w{{1,6}}\s+){{0,2}}{MARK}|{MARK}\s+{numbered}"
    return bool(re.search(beside, sentence.words))


def _begins_with_a_pronoun(sentence: Sentence) -> bool:
    fillers = f"{sentence.pattern('fillers')}|{sentence.pattern('all')}"
    return bool(
        re.match(rf"(?:(?:{fillers})\s+){{0,6}}?{sentence.pattern('pronouns')}", sentence.said)
    )


def _says_nothing_else(sentence: Sentence) -> bool:
    """Whether a choice is all there is, but for words without a meaning of their own."""
    words = sentence.words
    for name in ("except", "all"):
        words = re.sub(sentence.pattern(name), " ", words)
    return _is_little(words, sentence)


def _is_introduced(sentence: Sentence) -> bool:
    """Whether only such words come before a choice."""
    choice = re.search(f"{MARK}|{sentence.pattern('all')}", sentence.words)
    before = sentence.words[: choice.start()] if choice else ""
    if choice and any(isinstance(part, Aside) for part in sentence.parts_in(choice[0])):
        return False
    return _is_little(pattern(sentence.language, "introduces").sub(" ", before), sentence)


def _is_little(words: str, sentence: Sentence) -> bool:
    for name in LITTLE_WORDS:
        words = re.sub(sentence.pattern(name), " ", words)
    return not re.search(r"[^\W\d_]{2,}", re.sub(f"{MARK}|{AFRESH}", " ", words))
