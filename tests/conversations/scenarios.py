"""Reads the scenarios of `tests/conversations/<lang>/*.yml`; `play.py` says what a step is."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
#: What is played at night begins with this.
OFFLINE = "offline/"

Step = dict[str, Any]


@cache
def scenarios(language: str) -> dict[str, list[Step]]:
    """The scenarios of a language by `file/name`."""
    found: dict[str, list[Step]] = {}
    for file in sorted((HERE / language).glob("*.yml")):
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
        found.update({f"{file.stem}/{name}": steps for name, steps in content.items()})
    return found
