"""The months of the year in a customer's words."""

from functools import cache
from re import Pattern

from babel.dates import get_month_names

from selfcare.lexicon import any_of, fold, lexicon

MONTHS = range(1, 13)


def months_in(text: str, language: str) -> set[int]:
    """The months in `text`; one that is another word too only where the lexicon says so."""
    words = fold(text)
    names = dict(enumerate(month_names(language), 1))
    for month, phrases in lexicon(language).get("ambiguous_months", {}).items():
        names[month] = any_of(phrases)
    bare = words.strip(" .,;!?")
    return {
        month
        for month, name in names.items()
        if name.search(words) or month_names(language)[month - 1].fullmatch(bare)
    }


@cache
def month_names(language: str) -> list[Pattern[str]]:
    """Finds each month in folded text, in any of its cases."""
    return [any_of(_forms_of_month(month, language)) for month in MONTHS]


def _forms_of_month(month: int, language: str) -> list[str]:
    own = lexicon(language).get("months", {})
    forms = {word for word, value in own.items() if value == month}
    for context in ("format", "stand-alone"):
        name = fold(get_month_names("wide", context, language)[month])
        forms.add(name)
        if lexicon(language).get("months_decline") and len(name) > 4:
            forms.add(name[:-1] + "*")  # październiku, listopadem, wrześniu
    return sorted(forms)
