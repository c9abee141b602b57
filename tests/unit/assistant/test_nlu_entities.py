"""The component that adds values to a message."""

from __future__ import annotations

from datetime import timezone
from typing import Any

import pytest
from rasa.shared.nlu.training_data.message import Message

from assistant.nlu.entities import EntityReader, country_of
from selfcare import clock
from tests.endless import soon_done
from tests.unit.assistant.nlu_model import settings
from tests.unit.selfcare.entities.reading import NOW

PL = {"entity": "language", "value": "pl"}


@pytest.fixture(scope="module")
def reader() -> EntityReader:
    return EntityReader()


@pytest.fixture(autouse=True)
def wednesday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


def parsed(reader: EntityReader, text: str, **said: Any) -> dict[str, Any]:
    message = Message({"text": text, **said})
    return dict(reader.process([message])[0].data)


def values(parsed: dict[str, Any]) -> list[tuple[str, Any]]:
    return [(entity["entity"], entity["value"]) for entity in parsed.get("entities", [])]


def test_it_comes_when_the_language_is_known():
    assert settings("EntityReader")


def test_values_are_added_in_the_form_of_rasa(reader: EntityReader):
    found = parsed(reader, "ayer me cobraron 20 euros")["entities"]
    assert found[0] == {
        "entity": "amount",
        "value": {"currency": "EUR", "minor": 2000},
        "confidence": 1.0,
        "start": 0,
        "end": 25,
        "extractor": "EntityReader",
    }
    assert values({"entities": found})[1:] == [("date", "2026-11-17")]


def test_what_others_found_stays(reader: EntityReader):
    assert values(parsed(reader, "drugą", entities=[PL])) == [("language", "pl"), ("choice", "2")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("600 12 34 56", ("phone_number", "+34600123456")),
        ("06 12 34 56 78", ("phone_number", "+33612345678")),
        ("przedwczoraj", ("date", "2026-11-16")),
        ("la dernière", ("choice", "-1")),
        ("2", ("choice", "2")),
    ],
)
def test_where_the_language_is_unknown_the_one_that_makes_most_of_it_counts(
    reader: EntityReader, text: str, value: tuple[str, Any]
):
    assert values(parsed(reader, text)) == [value]


def test_a_language_that_is_asked_for_is_not_the_one_spoken(reader: EntityReader):
    intent = {"name": "change_language", "confidence": 0.9}
    found = parsed(
        reader, "po polsku, kwota 20 złotych", intent=intent, entities=[dict(PL, value="en")]
    )
    assert ("amount", {"currency": "PLN", "minor": 2000}) in values(found)


@pytest.mark.parametrize(
    "text", ["DSP-7F3K-29QX", "zgłoszenie dsp 7f3k 29qx", "report DSP7F3K29QX"]
)
def test_a_report_number_by_itself_asks_about_the_report(reader: EntityReader, text: str):
    ranking = [
        {"name": "greet", "confidence": 0.3},
        {"name": "check_report_status", "confidence": 0.1},
    ]
    found = parsed(reader, text, intent=ranking[0], intent_ranking=ranking)
    meant = {"name": "check_report_status", "confidence": 1.0}
    assert found["intent"] == meant
    assert found["intent_ranking"] == [meant, ranking[0]]
    assert values(found) == [("report_number", "DSP-7F3K-29QX")]


def test_a_report_number_in_a_sentence_leaves_the_intent_alone(reader: EntityReader):
    intent = {"name": "escalate_complaint", "confidence": 0.8}
    found = parsed(reader, "DSP-7F3K-29QX lleva un mes sin respuesta", intent=intent)
    assert found["intent"] == intent
    assert ("report_number", "DSP-7F3K-29QX") in values(found)


@pytest.mark.parametrize("text", ['/inform{"choice": "2"}', " /greet", "", "😀", "我要投诉", "\0"])
def test_payloads_and_noise_are_left_alone(reader: EntityReader, text: str):
    assert parsed(reader, text) == {"text": text}


def test_days_are_those_of_the_operator(reader: EntityReader, monkeypatch: pytest.MonkeyPatch):
    midnight = NOW.replace(hour=0, minute=30).astimezone(timezone.utc)
    assert midnight.day == NOW.day - 1
    monkeypatch.setattr(clock, "now", lambda: midnight)
    assert values(parsed(reader, "ayer mismo me llamaron")) == [("date", "2026-11-17")]


@pytest.mark.parametrize("text", ["2 y la 4 el 3 de octubre " * 400, "9" * 10_000, "1 " * 5_000])
def test_ten_thousand_characters_take_no_time(reader: EntityReader, text: str):
    with soon_done():
        parsed(reader, text, entities=[PL])


@pytest.mark.parametrize(
    ("locale", "country"), [("es", "ES"), ("fr", "FR"), ("pl", "PL"), ("en-GB", "GB"), ("en", "US")]
)
def test_a_locale_has_a_country(locale: str, country: str):
    assert country_of(locale) == country
