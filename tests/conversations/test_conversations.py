"""Whole conversations: the trained model, the real actions, the real backend, every language."""

from __future__ import annotations

from typing import Any

import pytest

from locales import LANGUAGES
from tests.conversations.play import Player
from tests.conversations.scenarios import OFFLINE, scenarios
from tests.faults import Faults
from tests.stack import Stack

PLAYED = [
    pytest.param(language, steps, id=f"{language}-{name}")
    for language in LANGUAGES
    for name, steps in scenarios(language).items()
    if not name.startswith(OFFLINE)
]


@pytest.mark.parametrize(("language", "steps"), PLAYED)
def test_conversation(
    stack: Stack, faults: Faults, fresh_billing: None, language: str, steps: list[dict[str, Any]]
) -> None:
    """The customer hears what the scenario says, and billing has what was confirmed."""
    Player(stack, language).play(steps)
