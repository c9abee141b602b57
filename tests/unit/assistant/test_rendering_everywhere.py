"""Whatever is said in whatever language, every channel takes it."""

from __future__ import annotations

import pytest

from locales import LANGUAGES
from tests.rendered import catalogue, check, message, responses


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_fits_every_channel(language: str) -> None:
    said = list(catalogue(language))
    assert len(said) > 4 * len(responses()) > 400
    for one in said:
        check(one)


def test_a_button_without_a_title_is_noticed() -> None:
    with pytest.raises(AssertionError):
        check(message("es", "¿Y bien?", [{"title": " ", "payload": "/affirm"}]))


def test_nothing_to_read_is_noticed() -> None:
    with pytest.raises(AssertionError):
        check(message("es", ""))
