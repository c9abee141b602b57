"""What WhatsApp shows of a message of the assistant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.rendering.message import Bar, CallList, Chart, Choice, Item, Link, Message
from assistant.rendering.whatsapp import (
    MAX_BODY,
    MAX_TEXT,
    Labels,
    next_choices,
    shorten,
    shorten_all,
    whatsapp_pieces,
)
from tests.graph_rules import check_message
from tests.whatsapp_body import as_sent

LABELS = Labels("Elegir", "Más opciones…")
LINK = Link("Iniciar sesión", "https://telvia.example/device?user_code=WDJB-MJHT", "WDJB-MJHT")


def choices(*titles: str) -> tuple[Choice, ...]:
    return tuple(Choice(title, f"7.{place}") for place, title in enumerate(titles))


def said(text: str, *titles: str, **more: object) -> Message:
    return Message(text, "es", choices(*titles), **more)  # type: ignore[arg-type]


def test_words_alone_are_a_text():
    assert whatsapp_pieces(said("Hola."), LABELS) == [{"kind": "text", "text": "Hola."}]


def test_up_to_three_short_choices_are_buttons():
    (piece,) = whatsapp_pieces(said("¿Lo envío?", "Sí", "No", "Cambiar algo"), LABELS)
    assert piece["kind"] == "buttons"
    assert [it["title"] for it in piece["buttons"]] == ["Sí", "No", "Cambiar algo"]
    assert [it["id"] for it in piece["buttons"]] == ["7.0", "7.1", "7.2"]


@pytest.mark.parametrize(
    "titles",
    [("Uno", "Dos", "Tres", "Cuatro"), ("Consultar una reclamación",), ("Igual", "Igual")],
)
def test_more_longer_or_like_choices_are_a_list(titles: tuple[str, ...]):
    (piece,) = whatsapp_pieces(said("¿Qué desea?", *titles), LABELS)
    assert piece["kind"] == "list"
    assert piece["button"] == "Elegir"
    assert len({it["title"] for it in piece["rows"]}) == len(titles)


@pytest.mark.parametrize(
    ("title", "row"),
    [
        ("Consultar una reclamación", "Consultar una…"),
        ("Noviembre de 2026 (aún sin facturar)", "Noviembre de 2026…"),
        ("Julio de 2026 – factura de 88,47\u00a0€", "Julio de 2026…"),
        ("Octubre de 2026 – factura de 22 €", "Octubre de 2026…"),
        ("Être rappelé par un conseiller", "Être rappelé par un…"),
        ("Listopad 2026 – rachunek na 22,40\u00a0zł", "Listopad 2026…"),
        ("Disconnected wrongfully by them", "Disconnected wrongfully…"),
        ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsg…"),
    ],
)
def test_titles_are_shortened_at_words_and_whole_below(title: str, row: str):
    (piece,) = whatsapp_pieces(said("¿?", title), LABELS)
    assert piece["rows"] == [{"id": "7.0", "title": row, "description": title}]


def test_titles_that_begin_alike_stay_distinct():
    titles = [f"Llamada del 3 de octubre a {place}" for place in ("Marruecos", "Francia", "Italia")]
    assert shorten_all(titles, 24) == [
        "Llamada del 3 de…",
        "Llamada del 3 de… (2)",
        "Llamada del 3 de… (3)",
    ]


@given(st.lists(st.text("ab cdé(–).\u00a0", min_size=1, max_size=60), min_size=1, max_size=12))
def test_no_title_is_too_long_and_no_two_are_alike(titles: list[str]):
    short = shorten_all(titles, 24)
    assert all(0 < len(title) <= 24 for title in short)
    assert len(set(short)) == len(short)


@given(st.text(max_size=100), st.integers(2, 80))
def test_what_fits_stays_as_it_is(title: str, limit: int):
    assert len(shorten(title, limit)) <= max(limit, 0)
    if len(title) <= limit:
        assert shorten(title, limit) == title


def test_ten_choices_are_one_list_and_eleven_go_on():
    titles = [f"Factura {n}" for n in range(1, 12)]
    (ten,) = whatsapp_pieces(said("¿Cuál?", *titles[:10]), LABELS)
    assert [it["id"] for it in ten["rows"]] == [f"7.{n}" for n in range(10)]
    (eleven,) = whatsapp_pieces(said("¿Cuál?", *titles), LABELS)
    assert len(eleven["rows"]) == 10
    assert eleven["rows"][-1] == {"id": "more:7.9", "title": "Más opciones…"}
    assert next_choices("more:7.9") == "7.9"
    assert next_choices("7.9") is None


def test_what_no_row_has_room_for_is_written_out():
    long = "Una razón que alguien ha descrito con todo detalle " * 2
    (piece,) = whatsapp_pieces(said("¿Por qué?", long.strip(), "Otra"), LABELS)
    assert f"1. {long.strip()}\n2. Otra" in piece["text"]


def test_calls_are_numbered_lines_above_the_choices():
    items = (
        Item(1, "3 oct, 18:30 · +212 600", "Marruecos · 4 min", "1,20 €", None),
        Item(2, "2 oct, 18:30 · +34 600", "móvil · 1 min", "0,20 €", "demasiado antigua"),
    )
    message = said("¿Cuáles?", "Otro periodo", content=CallList("Sus llamadas", items))
    (piece,) = whatsapp_pieces(message, LABELS)
    assert piece["kind"] == "buttons"
    assert piece["text"] == (
        "Sus llamadas\n\n1. 3 oct, 18:30 · +212 600\nMarruecos · 4 min · 1,20 €\n"
        "2. 2 oct, 18:30 · +34 600\nmóvil · 1 min · 0,20 € (demasiado antigua)\n\n¿Cuáles?"
    )


def test_after_many_calls_the_question_stays_with_its_choices():
    items = tuple(Item(n, "3 oct, 18:30 · +212 600", None, "1,20 €", None) for n in range(1, 41))
    message = said("¿Cuáles?", "Otro periodo", content=CallList("Sus llamadas", items))
    calls, question = whatsapp_pieces(message, LABELS)
    assert calls["kind"] == "text"
    assert calls["text"].startswith("Sus llamadas\n\n1. ")
    assert (question["kind"], question["text"]) == ("buttons", "¿Cuáles?")


def test_a_chart_is_bars_of_text():
    bars = (Bar("Móviles", "4,00 €", 1.0), Bar("Datos", "1,00 €", 0.25))
    (piece,) = whatsapp_pieces(said("Octubre", content=Chart("Por tipo", bars)), LABELS)
    assert "▇▇▇▇▇▇▇▇▇▇ Móviles: 4,00 €" in piece["text"]


def test_a_link_is_a_button_beside_its_code():
    text = f"Abra esta página: código {LINK.code}.\n{LINK.url}\nNunca escriba su contraseña."
    (piece,) = whatsapp_pieces(said(text, content=LINK), LABELS)
    assert piece == {
        "kind": "link",
        "text": "Abra esta página: código WDJB-MJHT.\nNunca escriba su contraseña.",
        "title": "Iniciar sesión",
        "url": LINK.url,
    }


def test_a_link_beside_choices_is_spelled_out():
    (piece,) = whatsapp_pieces(said(f"Aquí:\n{LINK.url}", "Parar", content=LINK), LABELS)
    assert piece["kind"] == "buttons"
    assert LINK.url in piece["text"]


@pytest.mark.parametrize(("length", "count"), [(MAX_TEXT, 1), (MAX_TEXT + 1, 2)])
def test_a_long_text_is_cut_where_it_must_be(length: int, count: int):
    pieces = whatsapp_pieces(said("Una frase. " * 500), LABELS)
    assert all(it["text"].endswith("frase.") for it in pieces)
    assert len(whatsapp_pieces(said("x" * length), LABELS)) == count


@pytest.mark.parametrize(("length", "count"), [(MAX_BODY, 1), (MAX_BODY + 1, 2)])
def test_choices_stand_below_the_end_of_a_long_text(length: int, count: int):
    pieces = whatsapp_pieces(said("y" * length, "Sí"), LABELS)
    assert len(pieces) == count
    assert pieces[-1]["kind"] == "buttons"


def test_choices_without_words_are_an_error():
    with pytest.raises(ValueError, match="without words"):
        whatsapp_pieces(said(" ", "Sí"), LABELS)


@given(
    st.text("ab. \n", min_size=1, max_size=6000).filter(str.strip),
    st.lists(st.text("abc é(", min_size=1, max_size=90).filter(str.strip), max_size=25),
)
def test_meta_takes_whatever_is_said_and_no_word_is_lost(text: str, titles: list[str]):
    pieces = whatsapp_pieces(said(text, *titles), LABELS)
    whole = "".join("".join(it["text"].split()) for it in pieces)
    assert "".join(text.split()) in whole
    for piece in pieces:
        check_message(as_sent(piece), {})
