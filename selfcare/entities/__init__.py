"""Values in a customer's words, normalised as docs/entities.md says: `read_entities`."""

import re
from datetime import datetime

from selfcare.entities.choices import read_choices
from selfcare.entities.contacts import read_dictated_emails, read_emails, read_phones
from selfcare.entities.figures import in_figures
from selfcare.entities.money import read_amounts
from selfcare.entities.periods import read_periods
from selfcare.entities.products import read_products
from selfcare.entities.reading import Entity, Found, Reader, Setting
from selfcare.entities.reports import is_only_report, read_reports
from selfcare.entities.slips import without_slips
from selfcare.entities.words import words_at
from selfcare.lexicon import fold

__all__ = ["LONGEST_TEXT", "Entity", "is_only_report", "read_entities"]

#: Characters that are read: what a customer wants is said in the first few sentences.
LONGEST_TEXT = 500
#: Signs that the readers use themselves.
_OURS = str.maketrans(dict.fromkeys("<>§\0", " "))

_AS_WRITTEN: tuple[Reader, ...] = (read_dictated_emails, read_phones)
_IN_FIGURES: tuple[Reader, ...] = (
    read_phones,
    read_amounts,
    read_periods,
    read_products,
    read_choices,
)


def read_entities(text: str, language: str, now: datetime, country: str) -> list[Entity]:
    """The values that `text` names, each once.

    `now` is the present in the operator's zone; telephone numbers without a prefix are of
    `country`. The most specific is read first and taken out, so that no number is read twice.
    """
    setting = Setting(language, now.date(), country)
    plain = text[:LONGEST_TEXT].translate(_OURS).lower().replace("nº", "n°")
    rest, found = read_emails(plain, setting)
    words, reports = read_reports(fold(_unlike(rest, language)), language)
    words, found = without_slips(words, language), [*reports, *found]
    for read in _AS_WRITTEN:
        words, more = _read(read, words, setting)
        found += more
    words = in_figures(words, language)
    for read in _IN_FIGURES:
        words, more = _read(read, words, setting)
        found += more
    return _once(found)


def _unlike(text: str, language: str) -> str:
    """Without words that are another one when folded: "mają" is no May."""
    for word, other in words_at(language, "unlike").items():
        text = re.sub(rf"\b{word}\b", other, text)
    return text


def _read(read: Reader, words: str, setting: Setting) -> Found:
    rest, found = read(words, setting)
    return " ".join(rest.split()), found


def _once(found: list[Entity]) -> list[Entity]:
    """Without repetitions; values that are mappings have no hash."""
    return [entity for place, entity in enumerate(found) if entity not in found[:place]]
