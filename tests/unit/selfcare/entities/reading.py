"""What is read on a Wednesday at eleven."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from selfcare.entities import read_entities

NOW = datetime(2026, 11, 18, 11, 0, tzinfo=ZoneInfo("Europe/Madrid"))
HOME = {"es": "ES", "fr": "FR", "pl": "PL", "en": "GB"}


def read(language: str, text: str, name: str) -> list[Any]:
    """The values of one kind, in the order in which they are read."""
    found = read_entities(text, language, NOW, HOME[language])
    return [entity.value for entity in found if entity.name == name]


def read_all(language: str, text: str) -> dict[str, Any]:
    """Each kind of value that is read, and its first."""
    found = read_entities(text, language, NOW, HOME[language])
    return {entity.name: entity.value for entity in reversed(found)}


def cycle(start: str, end: str) -> dict[str, str]:
    """A period, both days included, of 2026 where no year is said."""
    return {"from": _of_this_year(start), "to": _of_this_year(end)}


def _of_this_year(day: str) -> str:
    return day if len(day) > len("11-03") else f"2026-{day}"


def money(amount: str) -> dict[str, Any]:
    """ "12.30 EUR"."""
    value, currency = amount.split()
    whole, _, decimals = value.partition(".")
    return {"currency": currency, "minor": int(whole) * 100 + int(decimals or 0)}
