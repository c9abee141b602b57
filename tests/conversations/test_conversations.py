"""Whole conversations: the trained model, the real actions, the real backend, four languages."""

from __future__ import annotations

from typing import Any

import pytest

from locales import LANGUAGES
from tests.conversations.play import Player, scenarios
from tests.faults import Faults
from tests.stack import Stack

PLAYED = [
    pytest.param(language, steps, id=f"{language}-{name}")
    for language in LANGUAGES
    for name, steps in scenarios(language).items()
]


@pytest.mark.parametrize(("language", "steps"), PLAYED)
def test_conversation(
    stack: Stack, faults: Faults, fresh_billing: None, language: str, steps: list[dict[str, Any]]
) -> None:
    """The customer hears what the scenario says, and billing has what was confirmed."""
    Player(stack, language).play(steps)


def test_every_language_has_the_same_scenarios() -> None:
    """Same names, and the same kinds of step in the same order."""
    shapes = {
        language: {
            name: [next(iter(step)) for step in steps]
            for name, steps in scenarios(language).items()
        }
        for language in LANGUAGES
    }
    for language, shape in shapes.items():
        assert shape == shapes["en"], f"the scenarios of {language} differ from the English ones"
