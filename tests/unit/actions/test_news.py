"""The assistant writes first: as much as the customer may see, once, and no form is lost by it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from actions.conversation import ActionConfirm
from actions.news import ActionTellNews
from actions.report_answers import ActionAnswerReport, ActionStartReportAnswer, ReportAnswerForm
from actions.settled import CONFIRM
from actions.signin import SignInForm
from selfcare.errors import NotFound, Unavailable
from selfcare.report import Report
from tests.unit.actions.customer import Answer, Customer
from tests.unit.selfcare.fakes import CHAT, NOW, World, a_report, euros

REPORT = replace(a_report(), updated=NOW)
LATER = NOW + timedelta(hours=1)
NUMBER = REPORT.number


def happens(world: World, **changes: Any) -> Report:
    """The followed report changes, and its event has come."""
    changed = replace(REPORT, updated=LATER, **changes)
    world.billing.its_reports = [changed]
    world.services.news.follow(CHAT, REPORT)
    world.services.news.take(f"e-{changed.status}", NUMBER, LATER)
    return changed


def hears(customer: Customer) -> Answer:
    """The watch of the action server tells Rasa, as it tells of a sign-in."""
    entities = [{"entity": "report_number", "value": NUMBER}]
    return customer.attends(ActionTellNews(), "EXTERNAL: report_news", "report_news", entities)


def test_who_is_signed_in_hears_how_the_report_stands(customer: Customer, world: World):
    happens(world, status="inProgress", note="Lo miramos.", note_day=NOW.date())

    assert hears(customer).said == [
        "utter_report_news",
        "utter_report",
        "utter_report_answer_by",
        "utter_report_note",
    ]


def test_news_is_told_once(customer: Customer, world: World):
    happens(world, status="inProgress")
    hears(customer)

    assert world.services.news.untold() == []
    assert hears(customer).said == []


def test_who_is_not_signed_in_hears_that_there_is_news_and_nothing_else(
    customer: Customer, world: World
):
    happens(world, status="resolved", credited=euros(999), note="Se lo devolvemos.")
    world.services.signin.forget(CHAT)

    answer = hears(customer)

    assert answer.said == ["utter_report_news_signed_out"]
    assert answer.payloads == [f'/check_report_status{{"report_number":"{NUMBER}"}}']
    assert answer.follow_up is None
    assert "9.99" not in "".join(answer.texts)
    assert world.services.news.untold() == []


def test_who_was_signed_out_by_billing_hears_no_more_either(customer: Customer, world: World):
    happens(world, status="inProgress")
    world.billing.tokens.clear()

    answer = hears(customer)

    assert answer.said == ["utter_report_news_signed_out"]
    assert answer.follow_up is None


def test_somebody_else_who_is_signed_in_by_now_hears_nothing(customer: Customer, world: World):
    happens(world, status="inProgress")
    world.billing.fails["report"] = NotFound(NUMBER)

    assert hears(customer).said == []
    assert world.services.news.untold() == []


def test_news_that_cannot_be_read_is_told_later(customer: Customer, world: World):
    happens(world, status="inProgress")
    world.billing.fails["report"] = Unavailable("down")

    assert hears(customer).said == []
    assert world.services.news.untold() == [(CHAT, NUMBER)]


def test_news_does_not_keep_a_sign_in_awake(customer: Customer, world: World):
    happens(world, status="inProgress")
    world.clock.move(minutes=14)
    hears(customer)
    world.clock.move(minutes=2)
    assert not world.services.signin.is_signed_in(CHAT)


@pytest.mark.parametrize("form", [SignInForm(), ReportAnswerForm()])
def test_an_open_form_steps_back_and_asks_its_question_again(
    customer: Customer, world: World, form: Any
):
    world.services.signin.forget(CHAT)
    customer.form, customer.slots["requested_slot"] = form, "signed_in"

    answer = customer.presses(f'/report_news{{"report_number":"{NUMBER}"}}')

    assert answer.is_no_answer("signed_in")


def test_what_waits_for_a_sign_in_still_waits_after_news(customer: Customer, world: World):
    happens(world, status="inProgress")
    wish = {"intent": "view_call_activity", "confidence": 1.0, "text": "", "entities": {}}
    world.services.views.note_wish(CHAT, {**wish, "reason_confidence": 0.0})
    customer.form = SignInForm()

    hears(customer)

    noted = world.services.views.wish(CHAT)
    assert noted is not None
    assert noted["intent"] == "view_call_activity"


# --- what is resolved is confirmed ---------------------------------------------------------------


def answers(customer: Customer, payload: str) -> Answer:
    """Press a button of what was told; the form's messages."""
    return customer.starts(ActionStartReportAnswer(), payload, CONFIRM, ReportAnswerForm())


def sends(customer: Customer) -> Answer:
    customer.form = None
    return customer.attends(ActionAnswerReport())


def test_a_resolved_report_asks_whether_that_settles_it(customer: Customer, world: World):
    happens(world, status="resolved", credited=euros(999))

    answer = hears(customer)

    assert answer.said[-1] == "utter_ask_settled"
    assert answer.payloads == [
        f'/confirm_report{{"report_number":"{NUMBER}","answer":"{it}"}}' for it in ("yes", "no")
    ]


def test_it_is_closed_by_its_customer(customer: Customer, world: World):
    happens(world, status="resolved")
    yes, _ = hears(customer).payloads

    assert answers(customer, yes).said == []
    assert customer.asked is None
    assert sends(customer).said == ["utter_report_closed"]
    assert world.billing.its_reports[0].status == "closed"


@pytest.mark.parametrize(
    ("reopens", "response", "status"),
    [
        (True, "utter_report_reopened", "inProgress"),
        (False, "utter_report_words_added", "resolved"),
    ],
)
def test_what_is_not_settled_is_looked_at_again_for_a_reason(
    customer: Customer, world: World, reopens: bool, response: str, status: str
):
    happens(world, status="resolved")
    world.billing.reopens = reopens
    _, no = hears(customer).payloads

    assert answers(customer, no).said == ["utter_ask_still_wrong"]
    assert customer.says("eh").said[0] == "utter_ask_still_wrong_again"
    assert customer.says("me siguen cobrando la llamada").said == []
    assert customer.asked is None
    assert sends(customer).said == [response]
    assert world.billing.added == [(NUMBER, "me siguen cobrando la llamada")]
    assert world.billing.its_reports[0].status == status


@pytest.mark.parametrize(
    ("words", "intent", "said"),
    [
        ("sí, todo bien", "affirm", []),
        ("no, sigue igual", "deny", ["utter_ask_still_wrong"]),
        ("sí, pero una cosa", "affirm", ["utter_ask_settled"]),
    ],
)
def test_a_plain_yes_or_no_in_words_counts_and_anything_else_is_asked_about(
    customer: Customer, world: World, words: str, intent: str, said: "list[str]"
):
    happens(world, status="resolved")
    hears(customer)

    assert customer.attends(ActionConfirm(), words, intent).follow_up == "report_answer_form"

    customer.form = ReportAnswerForm()
    assert customer.says(words, intent).said == said


def test_what_was_closed_meanwhile_is_told(customer: Customer, world: World):
    happens(world, status="resolved")
    yes, _ = hears(customer).payloads
    world.billing.its_reports = [replace(REPORT, status="closed")]

    answers(customer, yes)

    assert sends(customer).said[0] == "utter_report_cannot_be_answered"
