"""What is said in text alone: nothing is left out, and a number picks a choice."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.rendering.message import Message, read_message
from assistant.rendering.plain import numbered_choice, plain

YES_NO = [{"title": "Sí", "payload": "/affirm"}, {"title": "No", "payload": "/deny"}]
CALLS = {
    "kind": "calls",
    "label": "Sus llamadas",
    "items": [
        {"position": 4, "title": "1 oct, 18:30", "detail": "Marruecos", "price": "4,20 €"},
        {"position": 5, "title": "2 oct, 9:00", "price": "1,00 €", "note": "demasiado antigua"},
    ],
}


def said(custom: dict[str, Any] | None = None, text: str = "¿Lo envío?") -> Message:
    return read_message(
        {"seq": 7, "text": text, "language": "es", "buttons": YES_NO, "custom": custom}
    )


def test_choices_are_numbered():
    assert plain(said()) == "¿Lo envío?\n\n1. Sí\n2. No"


@pytest.mark.parametrize(("typed", "key"), [("1", "7.0"), ("2", "7.1")])
def test_a_number_picks_a_choice(typed: str, key: str):
    choice = numbered_choice(said(), typed)
    assert choice
    assert choice.key == key


@pytest.mark.parametrize("typed", ["0", "3", "²", "-1", "uno", "1.", ""])
def test_what_is_no_number_on_the_list_picks_none(typed: str):
    assert numbered_choice(said(), typed) is None


def test_positions_of_calls_are_the_only_numbers():
    assert plain(said(CALLS)) == (
        "¿Lo envío?\n\n4. 1 oct, 18:30\nMarruecos · 4,20 €\n"
        "5. 2 oct, 9:00\n1,00 € (demasiado antigua)\n\n– Sí\n– No"
    )
    assert numbered_choice(said(CALLS), "1") is None


def test_a_link_is_said_once():
    link = {"kind": "link", "title": "Entrar", "url": "https://t.example/d", "code": "WDJB-MJHT"}
    assert "Entrar\nhttps://t.example/d\nWDJB-MJHT" in plain(said(link))
    assert plain(said(link, "Entre: https://t.example/d")).count("https://t.example/d") == 1


def test_a_chart_has_its_values_in_words():
    bars = [
        {"label": "Marruecos", "value": "40,00 €", "share": 1},
        {"label": "Móviles", "value": "2,00 €", "share": 0.05},
    ]
    chart = {"kind": "chart", "title": "Por destino", "bars": bars}
    assert "Por destino\n▇▇▇▇▇▇▇▇▇▇ Marruecos: 40,00 €\n▇ Móviles: 2,00 €" in plain(said(chart))


def test_content_that_no_renderer_knows_is_an_error():
    with pytest.raises(ValueError, match="hologram"):
        said({"kind": "hologram"})


def test_a_person_is_named_before_their_words():
    body = {"seq": 7, "text": "Buenos días.", "language": "es", "from": {"name": "Lucía Romero"}}
    message = read_message(body)
    assert message.speaker == "Lucía Romero"
    assert plain(message) == "Lucía Romero: Buenos días."
    assert said().speaker is None
