"""The languages that customers are spoken to in, read from `languages.yml` beside this file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

DIRECTORY = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Language:
    """A language of the registry.

    `code` is its ISO 639 code and the name of its folders, `name` what its speakers call it,
    `locale` the BCP 47 tag of the CLDR data that format its money, dates and plurals.
    """

    code: str
    name: str
    locale: str


def _registry() -> tuple[dict[str, Language], str]:
    content = yaml.safe_load((DIRECTORY / "languages.yml").read_text(encoding="utf-8"))
    languages = {
        code: Language(code, entry["name"], entry["locale"])
        for code, entry in content["languages"].items()
    }
    return languages, languages[content["default"]].code


LANGUAGES, DEFAULT = _registry()


def spoken(code: object) -> str | None:
    """Return `code` if it is a language of the registry, else nothing."""
    return code if isinstance(code, str) and code in LANGUAGES else None
