from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.nlu.component import StateDoesNotFit, load_arrays
from tests.endless import soon_done
from tests.unit.assistant.nlu_model import Model, entity, read_phrases, write_phrases

GREET = {"es": "hola\nbuenos días\nqué tal", "en": "hello\nhi there\ngood morning"}
DUPLICATE = {
    "es": "me cobraron dos veces\nla llamada está cobrada doble\nes un cargo duplicado",
    "en": "I was charged twice\nthe call is billed double\nthis is a duplicate charge",
}
ROAMING = {
    "es": "me cobraron roaming\nestaba en Francia y me cobran itinerancia\nroaming en Europa",
    "en": "roaming I never used\nI was abroad and you charge roaming\nroaming in Europe",
}
DISPUTE = {
    "es": "quiero reclamar un cargo\nno estoy de acuerdo con la factura\nquiero disputar",
    "en": "I want to dispute a charge\nI disagree with the bill\nI want to dispute",
}
CHANGE = {
    "es": "en inglés por favor\nhabla francés\ncambiar de idioma\nen alemán por favor\n"
    "prefiero que hablemos en polaco\n¿puede contestarme en italiano?",
    "en": "in Spanish please\ndo you speak Polish\nswitch the language\nin German please\n"
    "I would rather talk in French\ncan you answer me in Italian please",
}
HOURS = {"es": "a qué hora abren\nhorario de atención", "en": "when do you open\nopening hours"}

PHRASES = {
    language: {
        "greet": GREET[language],
        "dispute_charge": DISPUTE[language],
        "dispute_charge/duplicate_charge": DUPLICATE[language],
        "dispute_charge/roaming": ROAMING[language],
        "change_language": CHANGE[language],
        "opening_hours": HOURS[language],
    }
    for language in ("es", "en")
}


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    return trained(tmp_path_factory.mktemp("meaning"))


def trained(directory: Path) -> Model:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("ACLARO_VAR", str(directory / "var"))
        data = read_phrases(write_phrases(directory / "phrases", PHRASES))
        (directory / "model").mkdir()
        return Model(directory / "model", data)


def test_a_phrase_of_one_language_is_understood_in_another(model: Model):
    assert model.parse("le doublon sur ma facture, c'est facturé deux fois")["intent"]["name"] == (
        "dispute_charge"
    )


def test_a_reason_within_a_dispute_is_an_entity_with_a_confidence(model: Model):
    parsed = model.parse("I was charged twice for the call")
    (reason,) = [e for e in parsed["entities"] if e["entity"] == "dispute_reason"]
    assert reason["value"] == "duplicate_charge"
    assert reason["confidence"] >= 0.5


def test_a_dispute_without_a_reason_has_no_sure_one(model: Model):
    parsed = model.parse("quiero reclamar un cargo")
    assert parsed["intent"]["name"] == "dispute_charge"
    (reason,) = [e for e in parsed["entities"] if e["entity"] == "dispute_reason"]
    assert reason["confidence"] < 0.5


def test_the_letters_of_a_report_number_are_chance(model: Model):
    asked = "I disagree with the answer on {}"
    one, other = (model.parse(asked.format(it)) for it in ("MSG-GP1X-F3AN", "DSP-XZMY-HJYD"))
    assert one["intent_ranking"] == other["intent_ranking"]


def test_a_greeting_has_no_reason(model: Model):
    assert entity(model.parse("good morning"), "dispute_reason") is None


def test_the_ranking_adds_up_and_begins_with_the_intent(model: Model):
    parsed = model.parse("hola")
    assert parsed["intent"] == parsed["intent_ranking"][0]
    assert sum(i["confidence"] for i in parsed["intent_ranking"]) == pytest.approx(1.0)
    assert not any("/" in i["name"] for i in parsed["intent_ranking"])


@pytest.mark.parametrize("text", ["/affirm", '/inform{"choice":"1"}', "", "\x00\x00", "2"])
def test_what_is_not_said_is_not_interpreted(model: Model, text: str):
    parsed = model.parse(text)
    assert parsed["intent"]["name"] == "nlu_fallback"
    assert parsed.get("entities", []) == []


STRANGE = {
    "very long": "hola " * 2_000,
    "one long word": "x" * 10_000,
    "emoji": "😀" * 50,
    "null bytes": "no\x00es\x00mía",
    "Chinese": "你好" * 100,
    "half a character": "\ud800",
    "markup": "<b>&</b>",
}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE.keys())
def test_strange_messages_are_answered_in_time(model: Model, text: str):
    with soon_done():
        assert model.parse(text)["intent"]["name"]


def test_a_message_in_a_foreign_language_becomes_its_own_intent(model: Model):
    parsed = model.parse("ich verstehe die Rechnung nicht")
    assert parsed["intent"] == {"name": "foreign_language", "confidence": 1.0}
    assert entity(parsed, "language") is None


def test_the_language_that_is_named_wins_over_the_one_spoken(model: Model):
    assert entity(model.parse("do you speak Spanish please"), "language") == "es"


def test_asking_for_a_language_that_is_not_spoken_is_foreign(model: Model):
    assert model.parse("in German please")["intent"]["name"] == "foreign_language"


def test_the_same_phrases_make_the_same_model(model: Model, tmp_path: Path):
    text = "someone billed me double"
    assert trained(tmp_path).parse(text)["intent_ranking"] == model.parse(text)["intent_ranking"]


def test_phrases_know_their_language_and_hide_their_sub_intent_from_rasa(tmp_path: Path):
    data = read_phrases(write_phrases(tmp_path, PHRASES))
    assert data.retrieval_intents == set()
    assert not data.response_examples
    phrase = next(p for p in data.intent_examples if p.get("text") == "me cobraron roaming")
    assert (phrase.get("intent"), phrase.get("sub_intent"), phrase.get("phrase_language")) == (
        "dispute_charge",
        "dispute_charge/roaming",
        "es",
    )


def test_a_state_that_would_have_to_be_unpickled_is_not_loaded(tmp_path: Path):
    np.savez(tmp_path / "state.npz", weights=np.array([object()]))
    with pytest.raises(ValueError, match="allow_pickle"):
        load_arrays(tmp_path / "state.npz")


def test_a_model_of_other_sentence_vectors_is_not_loaded(model: Model, tmp_path: Path):
    featurizer = model.components[0]
    (tmp_path / "e5.json").write_text('{"model": "another", "mean": [0.0]}', encoding="utf-8")
    with pytest.raises(StateDoesNotFit, match="trained with another"):
        featurizer.read(tmp_path)
