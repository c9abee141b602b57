"""Whole conversations at half past ten at night, when nobody is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from locales import LANGUAGES
from tests.conversations.play import Player
from tests.conversations.scenarios import OFFLINE, scenarios
from tests.stack import Stack, running_stack

#: Wednesday, in Madrid at UTC+1.
NIGHT = "2026-11-18T21:30:00Z"
PLAYED = [
    pytest.param(language, steps, id=f"{language}-{name}")
    for language in LANGUAGES
    for name, steps in scenarios(language).items()
    if name.startswith(OFFLINE)
]


@pytest.fixture(scope="module")
def night() -> Iterator[Stack]:
    """The real parts, with the clock at night."""
    with running_stack(now=NIGHT) as stack:
        yield stack


@pytest.mark.parametrize(("language", "steps"), PLAYED)
def test_conversation_at_night(night: Stack, language: str, steps: list[dict[str, Any]]) -> None:
    """The customer hears what the scenario says, and billing has what was left."""
    night.restore_billing()
    Player(night, language).play(steps)
