"""Reads the training phrases of a language as they are written."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

NLU = Path("data/nlu")


@cache
def phrases(language: str) -> dict[str, dict[str, list[str]]]:
    """The phrases of each intent in each file of a language."""
    found: dict[str, dict[str, list[str]]] = {}
    for path in sorted((NLU / language).glob("*.yml")):
        blocks = yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
        found[path.name] = {
            block["intent"]: [line[2:].strip() for line in block["examples"].splitlines()]
            for block in blocks
        }
    return found


def by_intent(language: str) -> dict[str, list[str]]:
    """The phrases of each intent of a language."""
    found: dict[str, list[str]] = {}
    for intents in phrases(language).values():
        for intent, said in intents.items():
            found.setdefault(intent, []).extend(said)
    return found
