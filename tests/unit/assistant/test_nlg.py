"""What a response becomes on its way to a customer."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.shared.core.events import SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from assistant.nlg import FluentNaturalLanguageGenerator
from assistant.texts import TextError, Texts
from tests.unit.assistant.dialogue import domain_of

FILES = {
    "es": """
utter_internal_error = Algo ha fallado.
utter_calls = { $count ->
    [one] { $count } llamada
   *[other] { $count } llamadas
}
utter_said = Usted dijo: { $words }
utter_cost = Son { $price }.
button_yes = Sí
button_more = { $count } más
reason_other = otro motivo
utter_operator = Esto es { -operator }.
-operator = Telvia
""",
    "pl": """
utter_internal_error = Coś poszło nie tak.
utter_calls = { $count ->
    [one] { $count } połączenie
    [few] { $count } połączenia
    [many] { $count } połączeń
   *[other] { $count } połączenia
}
button_yes = Tak
""",
    "fr": "utter_internal_error = Un problème est survenu.\n",
    "en": "utter_internal_error = Something went wrong.\n",
}

DOMAIN = domain_of(
    """
entities: [language]
slots:
  language: {type: text, mappings: [{type: from_entity, entity: language}]}
responses:
  utter_calls:
  - text: ""
    buttons: [{title: button_yes, payload: /affirm}]
"""
)


@pytest.fixture
def directory(tmp_path: Path):
    for language, text in FILES.items():
        (tmp_path / language).mkdir()
        (tmp_path / language / "all.ftl").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def generator(directory: Path):
    return FluentNaturalLanguageGenerator(domain=DOMAIN, own_texts=Texts(directory))


def conversation_in(language: str):
    tracker = DialogueStateTracker("someone", DOMAIN.slots)
    tracker.update(SlotSet("language", language))
    return tracker


def say(generator: FluentNaturalLanguageGenerator, language: str, response: str, **fields: Any):
    return asyncio.run(generator.generate(response, conversation_in(language), "web", **fields))


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "1 połączenie"),
        (2, "2 połączenia"),
        (5, "5 połączeń"),
        (12, "12 połączeń"),
        (22, "22 połączenia"),
        (112, "112 połączeń"),
    ],
)
def test_polish_counts_have_their_own_plural(
    generator: FluentNaturalLanguageGenerator, count: int, text: str
):
    assert say(generator, "pl", "utter_calls", args={"count": count})["text"] == text


def test_buttons_of_the_domain_come_first_and_their_titles_are_messages(
    generator: FluentNaturalLanguageGenerator,
):
    choices = [{"title": "button_more", "args": {"count": 3}, "payload": '/inform{"page":2}'}]
    said = say(generator, "es", "utter_calls", args={"count": 1}, choices=choices)
    assert said["buttons"] == [
        {"title": "Sí", "payload": "/affirm"},
        {"title": "3 más", "payload": '/inform{"page":2}'},
    ]


def test_a_preface_comes_before_the_text(generator: FluentNaturalLanguageGenerator):
    said = say(generator, "es", "utter_operator", preface="reason_other")
    assert said["text"] == "otro motivo\nEsto es Telvia."


def test_a_conversation_without_a_known_language_is_held_in_the_default_one(
    generator: FluentNaturalLanguageGenerator,
):
    said = say(generator, "tlh", "utter_calls", args={"count": 2})
    assert said["text"] == "2 llamadas"


@pytest.mark.parametrize(
    "words", ["<b>no</b>\nni {hablar}", "{ $count }", "é\u0000 🙂", "x" * 9000]
)
def test_a_customers_words_are_never_interpreted(
    generator: FluentNaturalLanguageGenerator, words: str
):
    said = say(generator, "es", "utter_said", args={"words": words})
    assert said["text"] == f"Usted dijo: {words}"


@pytest.mark.parametrize(
    ("response", "args"),
    [
        ("utter_nobody_wrote", {}),
        ("utter_cost", {}),
        ("utter_cost", {"price": None}),
        ("utter_cost", {"price": {"prize": 3}}),
        ("utter_cost", {"price": {"money": 1.5, "currency": "EUR"}}),
        ("utter_cost", {"price": {"money": 150}}),
    ],
)
def test_what_cannot_be_said_raises_and_the_customer_hears_of_an_internal_error(
    generator: FluentNaturalLanguageGenerator,
    caplog: pytest.LogCaptureFixture,
    response: str,
    args: dict[str, Any],
):
    with pytest.raises(TextError):
        generator.message("es", response, args)
    said = say(generator, "es", response, args=args)
    assert said == {"text": "Algo ha fallado.", "language": "es"}
    assert response in caplog.text


def test_structured_content_is_said_throughout(generator: FluentNaturalLanguageGenerator):
    content = {
        "kind": "calls",
        "label": {"message": "reason_other"},
        "items": [
            {
                "position": 1,
                "price": {"money": 121, "currency": "EUR"},
                "note": None,
                "selected": False,
                "title": {"list": ["a", {"message": "reason_other"}]},
            }
        ],
    }
    said = say(generator, "es", "utter_calls", args={"count": 1}, content=content)
    assert said["custom"] == {
        "kind": "calls",
        "label": "otro motivo",
        "items": [
            {
                "position": 1,
                "price": "1,21\u00a0€",
                "note": None,
                "selected": False,
                "title": "a y otro motivo",
            }
        ],
    }


def test_the_brand_name_can_be_replaced(directory: Path):
    assert Texts(directory).render("es", "utter_operator") == "Esto es Telvia."
    assert Texts(directory, 'A"B\\{').render("es", "utter_operator") == 'Esto es A"B\\{.'


def test_the_same_message_in_two_files_is_refused(directory: Path):
    (directory / "es" / "more.ftl").write_text("button_yes = Vale\n", encoding="utf-8")
    with pytest.raises(TextError, match="button_yes"):
        Texts(directory)


def test_a_file_that_is_no_fluent_is_refused(directory: Path):
    (directory / "fr" / "more.ftl").write_text("button yes\n", encoding="utf-8")
    with pytest.raises(TextError, match=r"more\.ftl"):
        Texts(directory)


def test_rasa_makes_the_generator_from_its_configuration_and_hands_it_the_responses():
    config = EndpointConfig(type="assistant.nlg.FluentNaturalLanguageGenerator")
    made = NaturalLanguageGenerator.create(config, DOMAIN)
    assert isinstance(made, FluentNaturalLanguageGenerator)
    assert made.responses == DOMAIN.responses
