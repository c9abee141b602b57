"""What Telegram shows: texts that it takes, and buttons in rows that a phone shows whole."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.rendering.message import Message, read_message
from assistant.rendering.splitting import split, utf16_length
from assistant.rendering.telegram import (
    LONGEST_TEXT,
    MOST_BUTTONS,
    chosen_keyboard,
    keyboard,
    pieces,
)

LINK = {"kind": "link", "title": "Entrar", "url": "https://telvia.example/d", "code": "WDJB-MJHT"}


def calls(count: int, submit: str | None = "Reclamar las marcadas") -> dict[str, Any]:
    """Calls, of which the second cannot be marked."""
    return {
        "kind": "calls",
        "label": "Sus llamadas",
        "items": [
            {"position": n, "title": f"{n} oct", "price": "1,00 €", "enabled": n != 2}
            for n in range(1, count + 1)
        ],
        "submit": submit,
    }


def said(*titles: str, text: str = "¿Y bien?", custom: dict[str, Any] | None = None) -> Message:
    buttons = [{"title": title, "payload": "/affirm"} for title in titles]
    return read_message(
        {"seq": 7, "text": text, "language": "es", "buttons": buttons, "custom": custom}
    )


def titles(message: Message, *marked: int) -> list[list[str]]:
    return [[button["text"] for button in row] for row in keyboard(message, marked)]


@pytest.mark.parametrize(
    ("given", "rows"),
    [
        (("Sí", "No"), [["Sí", "No"]]),
        (("Sí", "No", "Más"), [["Sí", "No", "Más"]]),
        (("Sí", "No", "Más", "Fin"), [["Sí", "No", "Más"], ["Fin"]]),
        (("Enviarla", "Cambiar algo", "Dejarlo"), [["Enviarla", "Cambiar algo"], ["Dejarlo"]]),
        (("a" * 17, "b"), [["a" * 17, "b"]]),
        (("a" * 18, "b"), [["a" * 18], ["b"]]),
        ((), []),
    ],
)
def test_buttons_share_a_row_when_their_titles_fit(given: tuple[str, ...], rows: list[list[str]]):
    assert titles(said(*given)) == rows


def test_a_button_sends_a_short_key():
    assert keyboard(said("Sí", "No")) == [
        [{"text": "Sí", "callback_data": "7.0"}, {"text": "No", "callback_data": "7.1"}]
    ]


def test_calls_are_numbered_lines_and_those_that_can_be_disputed_can_be_marked():
    message = said("Otro periodo", custom=calls(7))
    [piece] = pieces(message)
    assert piece["text"].startswith("¿Y bien?\n\n1. 1 oct\n1,00 €\n2. 2 oct")
    assert titles(message) == [["1", "3", "4", "5", "6"], ["7"], ["Otro periodo"]]
    assert titles(message, 3, 7) == [
        ["1", "✓ 3", "4", "5", "6"],
        ["✓ 7"],
        ["Reclamar las marcadas (2)"],
        ["Otro periodo"],
    ]


def test_calls_that_are_only_looked_at_have_no_marks():
    assert titles(said("Otro periodo", custom=calls(7, submit=None))) == [["Otro periodo"]]


def test_a_link_is_a_button_before_the_others():
    assert keyboard(said("No puedo", custom=LINK))[0] == [
        {"text": "Entrar", "url": "https://telvia.example/d"}
    ]


@pytest.mark.parametrize("url", ["http://localhost:8080/d", "javascript:alert(1)", "telvia"])
def test_a_link_that_telegram_does_not_take_is_said_in_the_text_alone(url: str):
    [piece] = pieces(said(custom={**LINK, "url": url}))
    assert url in piece["text"]
    assert piece["keyboard"] == []


def test_what_was_chosen_stays_to_be_seen_and_does_nothing():
    assert chosen_keyboard(["Sí"]) == [[{"text": "✓ Sí", "callback_data": "-"}]]


def test_more_choices_than_buttons_can_be_typed():
    message = said(*(f"Número {n}" for n in range(MOST_BUTTONS + 2)))
    [piece] = pieces(message)
    assert sum(map(len, piece["keyboard"])) == MOST_BUTTONS
    assert piece["text"].endswith("– Número 100\n– Número 101")


def test_choices_that_a_button_would_not_show_whole_are_in_the_text_too():
    long = "La tarifa, la duración o el destino están mal"
    [piece] = pieces(said("Otro motivo", long))
    assert piece["text"] == f"¿Y bien?\n\n– Otro motivo\n– {long}"
    assert titles(said("Otro motivo", long)) == [["Otro motivo"], [long]]


def test_the_buttons_are_below_the_last_piece():
    first, second = pieces(said("Sí", text="Una frase. " * 500))
    assert first["keyboard"] == []
    assert second["keyboard"] == [[{"text": "Sí", "callback_data": "7.0"}]]
    assert first["text"].endswith(".")


def test_a_text_is_cut_at_a_line_then_a_sentence_then_a_word():
    assert split("uno dos. tres\ncuatro cinco", 20) == ["uno dos. tres", "cuatro cinco"]
    assert split("uno dos tres. cuatro cinco", 20) == ["uno dos tres.", "cuatro cinco"]
    assert split("uno dos tres cuatro cinco", 20) == ["uno dos tres cuatro", "cinco"]
    assert split("u" * 25, 20) == ["u" * 20, "u" * 5]


def test_an_emoji_is_not_cut_in_half():
    assert split("👍👍👍", 3) == ["👍", "👍", "👍"]


@pytest.mark.parametrize("over", [-1, 0, 1])
def test_a_text_of_just_the_limit_is_one_piece(over: int):
    assert len(split("x" * (LONGEST_TEXT + over), LONGEST_TEXT)) == (2 if over > 0 else 1)


@given(st.text(st.sampled_from("ab. \n!»👍ł\u202f")), st.integers(2, 30))
def test_pieces_fit_and_together_say_everything(text: str, longest: int):
    found = split(text, longest)
    assert all(0 < utf16_length(piece) <= longest for piece in found)
    assert "".join("".join(found).split()) == "".join(text.split())
