"""Whatever is said in whatever language, every channel takes it."""

from __future__ import annotations

import re

import pytest

from assistant.channels.telegram.commands import menu
from assistant.texts import texts
from locales import LANGUAGES
from tests.rendered import catalogue, check, message, responses


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_fits_every_channel(language: str) -> None:
    said = list(catalogue(language))
    assert len(said) > 4 * len(responses()) > 400
    for one in said:
        check(one)


@pytest.mark.parametrize("language", LANGUAGES)
def test_telegram_takes_the_commands_of_every_language(language: str) -> None:
    """The Bot API's limits: setMyCommands and BotCommand."""
    commands = menu(language)
    assert 1 < len(commands) <= 100
    assert len({name for name, _ in commands}) == len(commands)
    for name, does in commands:
        assert re.fullmatch(r"[a-z0-9_]{1,32}", name)
        assert does.strip() == does
        assert 1 <= len(does) <= 256


@pytest.mark.parametrize("language", LANGUAGES)
def test_telegram_shows_what_a_dead_button_says(language: str) -> None:
    """The Bot API's limit: answerCallbackQuery."""
    assert 0 < len(texts().render(language, "utter_button_gone")) <= 200


def test_a_command_means_the_same_in_every_language() -> None:
    places: dict[str, set[int]] = {}
    for language in LANGUAGES:
        for place, (name, _) in enumerate(menu(language)):
            places.setdefault(name, set()).add(place)
    assert all(len(found) == 1 for found in places.values()), places


def test_a_button_without_a_title_is_noticed() -> None:
    with pytest.raises(AssertionError):
        check(message("es", "¿Y bien?", [{"title": " ", "payload": "/affirm"}]))


def test_nothing_to_read_is_noticed() -> None:
    with pytest.raises(AssertionError):
        check(message("es", ""))
