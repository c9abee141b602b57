"""Numbers of reports, also those that are dictated: "dsp siete efe cero uno"."""

import re
from functools import cache
from re import Pattern

from selfcare.entities.reading import TAKEN, Entity, Found
from selfcare.entities.words import either, words_at
from selfcare.lexicon import fold, lexicon
from selfcare.report import PREFIXES, ReportNumber, read_report_number

NAME = "report_number"
SYMBOLS = 8
#: With as many, it is a number of ours although the check symbol is wrong.
FEWEST_DIGITS = 2

_PREFIX = re.compile(
    r"(?<!\w)(" + "|".join(r"\s?".join(prefix.lower()) for prefix in PREFIXES) + r")"
)
_GAP = r"[\s\-–—.:,_]*"


def read_reports(words: str, language: str) -> Found:
    """Numbers of ours; misread letters are put right, the check symbol may be wrong."""
    kept: list[str] = []
    found: list[Entity] = []
    end = 0
    for prefix in _PREFIX.finditer(words):
        if prefix.start() < end:
            continue
        symbols, stop = _symbols(words, prefix.end(), language)
        number = read_report_number(f"{prefix[1].replace(' ', '')} {symbols}")
        if number is None or not _is_plausible(number, symbols, words[prefix.start() : stop]):
            continue
        found.append(Entity(NAME, number.text))
        kept.append(words[end : prefix.start()])
        end = stop
    return TAKEN.join([*kept, words[end:]]), found


def is_only_report(text: str, language: str) -> bool:
    """Whether `text` is a report's number and at most a word like "report" or "please"."""
    rest, found = read_reports(fold(text), language)
    beside = re.compile(either(words_at(language, "report_words")))
    return bool(found) and not re.search(r"\w", beside.sub(" ", rest))


def _is_plausible(number: ReportNumber, symbols: str, written: str) -> bool:
    """Whether it is more than a word that begins like a number: "required"."""
    digits = sum(map(str.isdigit, symbols))
    return digits >= FEWEST_DIGITS or (number.is_valid and (digits > 0 or "-" in written))


def _symbols(words: str, start: int, language: str) -> tuple[str, int]:
    """The symbols from `start` on, written or said one by one, and where they end."""
    symbols = ""
    part = _part(language)
    while len(symbols) < SYMBOLS:
        found = part.match(words, start)
        if found is None:
            break
        symbols += _spelled(language).get(found[1], found[1])
        start = found.end()
    return symbols, start


@cache
def _part(language: str) -> Pattern[str]:
    """The next few symbols, after dashes written or said."""
    return re.compile(rf"{_GAP}(?:{either(words_at(language, 'dash'))}{_GAP})?([a-z0-9]+)")


@cache
def _spelled(language: str) -> dict[str, str]:
    """Words for one symbol: digits and names of letters."""
    numbers = lexicon(language)["numbers"]
    digits = {word: str(value) for word, value in numbers.items() if value < len("0123456789")}
    digits |= dict.fromkeys(lexicon(language).get("one", ()), "1")
    digits |= dict.fromkeys(words_at(language, "zero"), "0")
    letters: dict[str, str] = dict(words_at(language, "letters"))
    return letters | digits
