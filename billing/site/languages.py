"""The languages of the pages, and which of them a visitor gets."""

from functools import cache
from pathlib import Path

import yaml
from babel import Locale, negotiate_locale

TEXTS = Path(__file__).parents[2] / "locales"
LANGUAGES = tuple(sorted(folder.parent.name for folder in TEXTS.glob("*/site")))


def best_of(wanted: list[str]) -> str | None:
    """The first wanted language (BCP 47) that we have; `fr-CA` is content with `fr`."""
    return negotiate_locale([tag.replace("-", "_").lower() for tag in wanted], LANGUAGES, sep="_")


def accepted(header: str) -> list[str]:
    """The languages of an Accept-Language header, dearest first."""
    ranked = []
    for part in header.split(","):
        tag, _, parameter = part.strip().partition(";")
        try:
            quality = float(parameter.strip().removeprefix("q=")) if parameter else 1.0
        except ValueError:
            continue
        if tag and quality > 0:
            ranked.append((-quality, tag.strip()))
    return [tag for _, tag in sorted(ranked, key=lambda each: each[0])]


def own_name(language: str) -> str:
    """What a language calls itself, as its speakers write it at the start of a line."""
    name = Locale.parse(language).get_display_name(language)
    if name is None:
        raise ValueError(f"CLDR does not know the language {language!r}")
    return name[0].upper() + name[1:]


@cache
def locale_of(language: str) -> Locale:
    """Whose habits of writing money and dates go with a language: British ones with English."""
    registry = yaml.safe_load((TEXTS / "languages.yml").read_text(encoding="utf-8"))
    return Locale.parse(registry["languages"][language]["locale"], sep="-")
