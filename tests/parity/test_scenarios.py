"""What is played in one language is played in every language."""

from __future__ import annotations

from collections import defaultdict

import pytest

from locales import DEFAULT, LANGUAGES
from tests.conversations.scenarios import Step, scenarios
from tests.parity.differences import differences, told


def by_file(language: str) -> dict[str, list[str]]:
    """The names of the scenarios in each file."""
    found = defaultdict(list)
    for path in scenarios(language):
        file, _, name = path.partition("/")
        found[f"{file}.yml"].append(name)
    return found


def kinds(steps: list[Step]) -> list[str]:
    return [next(iter(step)) for step in steps]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_the_scenarios_of_the_default(language: str) -> None:
    lines = differences(f"tests/conversations/{language}", by_file(language), by_file(DEFAULT))
    assert not lines, told(lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scenario_has_the_same_kinds_of_step_in_every_language(language: str) -> None:
    wanted = scenarios(DEFAULT)
    lines = [
        f"tests/conversations/{language}: {name} has other steps than in {DEFAULT}: {kinds(steps)}"
        for name, steps in scenarios(language).items()
        if name in wanted and kinds(steps) != kinds(wanted[name])
    ]
    assert not lines, told(lines)
