"""A report is answered in the middle of a form, and the form goes on with all that was said."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from actions.calls import ActionStartCalls, CallsForm
from actions.conversation import ActionStop
from actions.in_between import OFFER_TOLD, PUT_ASIDE
from actions.news import ActionTellNews
from actions.report_answers import ActionAnswerReport, ReportAnswerForm
from actions.signin import SignInForm
from selfcare.errors import TimedOut
from tests.unit.actions.customer import Answer, Customer
from tests.unit.selfcare.fakes import CHAT, NOW, World, a_report, euros

REPORT = replace(a_report(), updated=NOW)
NUMBER = REPORT.number
LATER = NOW + timedelta(hours=1)
WISH = "quiero ver mis llamadas"


def is_offered_something_in_the_middle(customer: Customer, world: World) -> None:
    """The customer is asked which line it is, and hears that a part of a sum is offered."""
    customer.starts(ActionStartCalls(), WISH, "view_call_activity", CallsForm())
    offered = replace(REPORT, status="pending", offered=euros(150), updated=LATER)
    world.billing.its_reports = [offered]
    world.services.news.follow(CHAT, REPORT)
    world.services.news.take("e-1", NUMBER, LATER)
    entities = [{"entity": "report_number", "value": NUMBER}]
    customer.attends(ActionTellNews(), "EXTERNAL: report_news", "report_news", entities)
    customer.returns(intent="report_news")


def goes_on(customer: Customer, text: str, intent: str) -> Answer:
    """Rasa opens the form that was named."""
    customer.form, customer.slots["requested_slot"] = ReportAnswerForm(), None
    return customer.says(text, intent)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("acepto", "affirm"),
        ("no acepto", "deny"),
        ("eso es muy poco", "nlu_fallback"),
        ("a lo que me ofrecen les digo que adelante", "answer_offer"),
    ],
)
def test_words_about_the_offer_that_came_open_its_form(
    customer: Customer, world: World, text: str, intent: str
):
    is_offered_something_in_the_middle(customer, world)

    answer = customer.says(text, intent)

    assert (answer.said, answer.follow_up) == ([], "report_answer_form")
    assert goes_on(customer, text, intent).said == ["utter_ask_offer_answer"]


@pytest.mark.parametrize("text", ["sí", "no", "el segundo"])
def test_what_may_answer_the_question_does_not(customer: Customer, world: World, text: str):
    is_offered_something_in_the_middle(customer, world)
    assert customer.says(text, "affirm").follow_up is None


def test_once_something_else_was_answered_the_word_is_not_about_the_offer(
    customer: Customer, world: World
):
    is_offered_something_in_the_middle(customer, world)
    customer.says("el segundo", "inform")
    assert customer.slots[OFFER_TOLD] is None
    assert customer.says("acepto", "affirm").follow_up is None


def test_afterwards_the_form_goes_on_with_the_wish_behind_it(customer: Customer, world: World):
    is_offered_something_in_the_middle(customer, world)
    customer.says("acepto", "affirm")
    goes_on(customer, "acepto", "affirm")
    customer.says("sí", "affirm")

    answer = customer.attends(ActionAnswerReport(), "sí", "affirm")

    assert answer.said == ["utter_offer_accepted_next_bill"]
    assert answer.follow_up == "calls_form"
    assert world.services.views.wish(CHAT)["text"] == WISH  # type: ignore[index]
    customer.form = CallsForm()
    assert customer.says("sí", "affirm").said == ["utter_ask_line"]
    assert customer.slots[PUT_ASIDE] is None


def test_who_leaves_the_offer_open_goes_on_too(customer: Customer, world: World):
    is_offered_something_in_the_middle(customer, world)
    customer.says("acepto", "affirm")
    goes_on(customer, "acepto", "affirm")

    answer = customer.attends(ActionStop(), "parar", "cancel")

    assert answer.said == ["utter_left_as_it_is"]
    assert answer.follow_up == "calls_form"


def test_the_sign_in_is_not_put_aside(customer: Customer, world: World):
    world.services.signin.forget(CHAT)
    customer.form, customer.slots["requested_slot"] = SignInForm(), "signed_in"
    answer = customer.presses(f'/answer_offer{{"report_number":"{NUMBER}"}}')
    assert answer.follow_up is None
    assert customer.asked == "signed_in"


def test_an_answer_that_may_not_have_arrived_does_not_lose_the_form(
    customer: Customer, world: World
):
    is_offered_something_in_the_middle(customer, world)
    payload = f'/answer_offer{{"report_number":"{NUMBER}","answer":"yes","offered":150}}'
    assert customer.presses(payload).follow_up == "report_answer_form"
    goes_on(customer, payload, "answer_offer")
    world.billing.fails["answer_report"] = TimedOut("slow")

    answer = customer.attends(ActionAnswerReport(), "", "answer_offer")

    assert answer.said == ["utter_report_answer_unsure"]
    assert answer.follow_up == "calls_form"
