"""What sends a dispute or a written report, and what does not: only a plain yes."""

from __future__ import annotations

import pytest

from actions.dispute import ActionStartDispute, DisputeForm
from actions.form import REQUESTED
from actions.written_report import ActionStartWrittenReport, WrittenReportForm
from tests.unit.actions.customer import Customer
from tests.unit.selfcare.fakes import World

SLOTS = {
    "signed_in": True,
    "disputed_calls": "none",
    "dispute_reason": "setup_fee",
    "disputed_bill": "2026-10",
    "own_words": False,
}


def before_the_summary(world: World, language: str = "es") -> Customer:
    """Somebody to whom a dispute about a bill has been summed up."""
    customer = Customer(world, language)
    customer.starts(ActionStartDispute(), "/dispute_charge", "", DisputeForm())
    customer.slots.update({**SLOTS, REQUESTED: "confirmed"})
    return customer


@pytest.fixture
def customer(world: World) -> Customer:
    return before_the_summary(world)


@pytest.mark.parametrize("words", ["sí", "sí, por favor", "dale", "claro que sí, envíelo"])
def test_a_plain_yes_sends(customer: Customer, words: str):
    customer.says(words, "affirm")
    assert customer.slots["confirmed"] is True


@pytest.mark.parametrize(
    ("words", "confidence"),
    [
        ("depende", 0.6),
        ("eeeh", 0.45),
        ("espera", 0.95),
        ("sí, pero era la de agosto", 0.95),
        ("sí, la de agosto", 0.95),
        ("la primera", 0.95),
        ("sí, antes cambia el motivo", 0.95),
    ],
)
def test_what_is_no_plain_yes_sends_nothing(customer: Customer, words: str, confidence: float):
    customer.says(words, "affirm", confidence)
    assert not customer.slots.get("confirmed")
    assert customer.asked


def test_after_no_a_written_yes_sends_nothing_and_the_button_does(customer: Customer):
    asked = customer.says("no", "deny")
    assert asked.said == ["utter_ask_what_to_change"]
    assert asked.payloads[-2:] == ["/affirm", "/cancel"]
    assert customer.says("sí", "affirm").said == ["utter_ask_what_to_change"]
    assert not customer.slots.get("confirmed")
    customer.presses("/affirm")
    assert customer.slots["confirmed"] is True


def test_after_something_was_changed_a_yes_is_a_yes_again(customer: Customer):
    customer.says("no", "deny")
    customer.presses('/inform{"step":"words"}')
    customer.says("me lo cobraron sin avisar", "dispute_charge")
    assert customer.asked == "confirmed"
    customer.says("sí", "affirm")
    assert customer.slots["confirmed"] is True


def test_what_is_written_at_the_summary_of_a_report_is_added_to_it(world: World):
    customer = Customer(world)
    story = "me mudo el mes que viene"
    customer.starts(ActionStartWrittenReport(), story, "move_service", WrittenReportForm())
    answer = customer.says("a la calle Mayor 27, desde el 1 de diciembre", "inform")
    assert answer.said == ["utter_ask_confirmed_report"]
    assert "calle Mayor 27" in answer.texts[0]
    assert story in answer.texts[0]


def test_a_yes_to_a_person_gives_the_contacts_in_the_middle_of_a_form(customer: Customer):
    customer.slots[REQUESTED] = "line"
    customer.slots["disputed_calls"] = None
    customer.slots["dispute_reason"] = None
    customer.says("pues eso")
    assert customer.says("lo de siempre").said[-1] == "utter_not_understood_again"
    assert customer.says("sí", "affirm").said == ["utter_contacts_open", "utter_ask_line"]


@pytest.fixture
def offered(customer: Customer) -> Customer:
    """At the summary, twice not understood: a person has just been offered."""
    customer.says("cómo que eso")
    assert customer.says("lo otro, digo").said[-1] == "utter_not_understood_again"
    return customer


def test_who_says_send_it_means_the_summary_and_not_the_person(offered: Customer):
    assert offered.says("mándalo", "affirm").said == []
    assert offered.slots["confirmed"] is True


def test_a_yes_to_a_person_sends_nothing(offered: Customer):
    answer = offered.says("ok", "affirm")
    assert answer.said[0] == "utter_contacts_open"
    assert offered.asked == "confirmed"
    offered.says("sí", "affirm")
    assert offered.slots["confirmed"] is True


def test_a_no_to_a_person_goes_on_where_it_was(offered: Customer):
    answer = offered.says("no", "deny")
    assert answer.said == ["utter_ask_confirmed_bill"]
    assert offered.slots.get("confirmed") is None


@pytest.mark.parametrize(
    ("language", "words"),
    [("es", "eso es todo"), ("fr", "oui, c'est tout"), ("pl", "to wszystko"), ("en", "that's all")],
)
def test_that_was_all_is_no_yes(world: World, language: str, words: str):
    customer = before_the_summary(world, language)
    customer.says(words, "affirm")
    assert customer.slots.get("confirmed") is None
