from __future__ import annotations

from pathlib import Path

import pytest
from rasa.shared.nlu.training_data.message import Message

from assistant.nlu.language_identifier import FOREIGN, LanguageIdentifier
from tests.unit.assistant.nlu_model import ROOT, Model, read_phrases


@pytest.fixture(scope="module")
def identifier(tmp_path_factory: pytest.TempPathFactory) -> LanguageIdentifier:
    data = read_phrases(ROOT / "data" / "nlu")
    model = Model(tmp_path_factory.mktemp("languages"), data, ("LanguageIdentifier",))
    component = model.components[0]
    assert isinstance(component, LanguageIdentifier)
    return component


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("no reconozco esta llamada", "es"),
        ("quiero ver mis llamadas de septiembre", "es"),
        ("me cobraron dos veces", "es"),
        ("que numero es este", "es"),
        ("la llamada más cara", "es"),
        ("je ne reconnais pas cet appel", "fr"),
        ("ca ne vient pas de moi", "fr"),
        ("toutes sauf la deuxieme", "fr"),
        ("j'ai ete debite deux fois", "fr"),
        ("nie rozpoznaje tej rozmowy", "pl"),
        ("wszystkie oprocz trzeciej", "pl"),
        ("prosze pokazac moje polaczenia", "pl"),
        ("I don't recognise this call", "en"),
        ("the ones to Morocco please", "en"),
        ("show me my calls", "en"),
    ],
)
def test_three_words_tell_our_languages_with_or_without_accents(
    identifier: LanguageIdentifier, text: str, language: str
):
    assert identifier.language_of(text)[0] == language


@pytest.mark.parametrize(
    "text",
    [
        "die teuerste",
        "ich verstehe die Rechnung nicht",
        "Guten Tag",
        "diesen Anruf habe ich nicht gemacht",
        "non capisco la bolletta",
        "não reconheço esta chamada",
        "ik begrijp de rekening niet",
        "nu recunosc acest apel",
        "no reconec aquesta trucada",
        "не розумію рахунок",
        "спасибо",
        "你好，我不明白账单",
        "لا أفهم الفاتورة",
    ],
)
def test_a_language_that_is_not_spoken_is_noticed(identifier: LanguageIdentifier, text: str):
    assert identifier.language_of(text)[0] == FOREIGN


@pytest.mark.parametrize(
    "text",
    [
        *["qqq zzz kkk", "xqzvw brmpf plk"],
        *["no", "ok", "sí", "oui", "tak", "nope", "roaming", "dzięki", "la cara", "la 2 y la 4"],
        *["merci", "danke", "super", "München", "Marruecos", "Den Haag", "Giovanni Rossi"],
        *["Jan Kowalski", "Maria Garcia Lopez", "Jean Dupont", "New York", "Telvia Mobile Plus"],
        *[
            "1,3",
            "+34 600 111 222",
            "DSP-7F3K-29QX",
            "👍",
            "",
            "...",
            "12.10.2026",
            "ana@example.com",
        ],
        *['"ich verstehe die Rechnung nicht"', "«vous avez un appel»"],
    ],
)
def test_short_words_names_numbers_and_quotations_tell_nothing(
    identifier: LanguageIdentifier, text: str
):
    assert identifier.language_of(text)[0] is None


@pytest.mark.parametrize(("confidence", "language"), [(0.9, "fr"), (0.4, None)])
def test_a_language_is_named_where_it_is_asked_for_surely(
    identifier: LanguageIdentifier, confidence: float, language: str | None
):
    intent = {"name": "change_language", "confidence": confidence}
    message = Message({"text": "the French", "intent": intent})
    identifier.process([message])
    named = [it["value"] for it in message.get("entities", []) if it["entity"] == "language"]
    assert named == [language] * (language is not None)


def test_an_operator_may_speak_one_language(tmp_path: Path):
    data = read_phrases(ROOT / "data" / "nlu" / "es")
    (identifier,) = Model(tmp_path, data, ("LanguageIdentifier",)).components
    assert identifier.language_of("buenos días, necesito ayuda")[0] == "es"
    assert identifier.language_of("ich verstehe die Rechnung nicht")[0] == FOREIGN
