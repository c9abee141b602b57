"""What is said after a report was told of: it may answer what that report waits for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from actions.base import SelfcareAction
from actions.conversation import ActionConfirm, ActionCourtesy, ActionFallback, ActionStop
from actions.dispute import ActionStartDispute
from actions.report import ActionReportStatus
from actions.report_answers import ActionStartReportAnswer, ReportAnswerForm
from actions.written_report import ActionStartWrittenReport
from selfcare.draft import Draft
from tests.unit.actions.customer import Customer
from tests.unit.selfcare.fakes import CHAT, World, a_report, euros

FIRST, SECOND = "DSP-068V-CD18", "DSP-7F3K-29QE"
ASKED: dict[str, Any] = {
    "status": "pending",
    "question": "¿Desde dónde llamó?",
    "note_day": date(2026, 11, 18),
}
OFFERED: dict[str, Any] = {"status": "pending", "offered": euros(150)}


def test_when_the_technician_comes_is_asked_of_the_fault_just_filed(
    customer: Customer, world: World
):
    fault = replace(a_report("FLT-068V-CD18"), kind="fault", reason=None, amount=None, calls=0)
    world.billing.its_reports = [fault, a_report(SECOND)]
    filed_at = int(world.services.now().timestamp())
    filed = Draft(topic="report_fault", confirmed=True, report=fault, filed_at=filed_at)
    world.services.drafts.save(CHAT, filed)

    answer = customer.attends(
        ActionStartWrittenReport(), "¿cuándo viene el técnico?", "track_order"
    )

    assert answer.said == ["utter_report", "utter_report_answer_by"]
    assert answer.follow_up == "action_listen"


def is_told(customer: Customer, world: World, **more: Any) -> None:
    """A report that waits for something is asked about."""
    world.billing.its_reports = [replace(a_report(FIRST), **more), a_report(SECOND)]
    customer.attends(ActionReportStatus(), f'/check_report_status{{"report_number":"{FIRST}"}}')


@pytest.mark.parametrize(
    ("action", "intent"),
    [
        (ActionConfirm(), "inform"),
        (ActionConfirm(), "deny"),
        (ActionFallback(), "nlu_fallback"),
        (ActionStartDispute(), "report_fraud"),
        (ActionStartWrittenReport(), "report_fault"),
        (ActionCourtesy(), "out_of_scope"),
    ],
)
def test_words_after_a_question_answer_it(
    customer: Customer, world: World, action: ActionConfirm, intent: str
):
    is_told(customer, world, **ASKED)
    answer = customer.attends(action, "fue mi hijo", intent)
    assert (answer.said, answer.follow_up) == ([], "written_report_form")
    draft = world.services.drafts.of(CHAT)
    assert draft is not None
    assert (draft.about, draft.words, draft.confirmed) == (FIRST, "fue mi hijo", False)


@pytest.mark.parametrize("action", [ActionFallback(), ActionConfirm(), ActionStartWrittenReport()])
def test_who_only_says_that_they_want_to_answer_is_told_the_question_again(
    customer: Customer, world: World, action: SelfcareAction
):
    is_told(customer, world, **ASKED)
    answer = customer.attends(action, "quiero contestar a la pregunta", "nlu_fallback")
    assert answer.said == ["utter_report", "utter_report_question"]
    assert answer.follow_up == "action_listen"


@pytest.mark.parametrize(
    ("text", "intent"), [("¿y fue mi hijo?", "report_fraud"), ("quiero una queja", "view_bill")]
)
def test_a_question_or_another_wish_answers_nothing(
    customer: Customer, world: World, text: str, intent: str
):
    is_told(customer, world, **ASKED)
    customer.attends(ActionStartWrittenReport(), text, intent)
    draft = world.services.drafts.of(CHAT)
    assert draft is None or draft.about is None


def test_what_is_told_of_another_report_is_no_offer_of_this_one(customer: Customer, world: World):
    is_told(customer, world, status="inProgress")
    world.billing.its_reports[1] = replace(a_report(SECOND), **OFFERED)
    assert customer.attends(ActionConfirm(), "no", "deny").said == ["utter_goodbye"]


@pytest.mark.parametrize(
    ("text", "intent"), [("¿cuánto era?", "view_bill"), ("es muy poco", "dispute_charge")]
)
def test_what_is_said_of_an_offer_asks_about_it(
    customer: Customer, world: World, text: str, intent: str
):
    is_told(customer, world, **OFFERED)
    answer = customer.attends(ActionStartWrittenReport(), text, intent)
    assert answer.follow_up == "report_answer_form"
    assert world.billing.its_reports[0].status == "pending"


@pytest.mark.parametrize("stops", [True, False])
def test_an_offer_that_is_thought_over_is_answered_later(
    customer: Customer, world: World, stops: bool
):
    is_told(customer, world, **OFFERED)
    customer.starts(ActionStartReportAnswer(), "la oferta", "answer_offer", ReportAnswerForm())
    if stops:
        assert customer.attends(ActionStop(), "para", "cancel").said == ["utter_left_as_it_is"]
    else:
        assert customer.says("déjeme pensarlo", "help").said == []
        assert customer.slots["answered_report"] == "left"
        return
    customer.form = None
    assert customer.attends(ActionConfirm(), "no", "deny").follow_up == "report_answer_form"


def test_a_no_that_says_what_is_wrong_is_not_asked_for_it(customer: Customer, world: World):
    is_told(customer, world, status="resolved")
    customer.attends(ActionConfirm(), "no, sigue sin funcionar", "deny")
    wish = world.services.views.wish(CHAT)
    assert wish is not None
    assert wish["entities"] == {
        "report_number": FIRST, "answer": "no", "words": "no, sigue sin funcionar",
    }  # fmt: skip


def test_thanks_with_a_yes_settle_it(customer: Customer, world: World):
    is_told(customer, world, status="resolved")
    assert customer.attends(ActionCourtesy(), "sí, gracias", "thank").follow_up
    is_told(customer, world, status="resolved")
    assert customer.attends(ActionCourtesy(), "gracias", "thank").said == ["utter_thank"]


def test_who_asks_what_was_asked_hears_it_again(customer: Customer, world: World):
    is_told(customer, world, **ASKED)
    answer = customer.attends(ActionCourtesy(), "¿qué me preguntaron?", "help")
    assert answer.said[-1] == "utter_report_question"


def test_help_is_help_where_nothing_was_asked(customer: Customer, world: World):
    is_told(customer, world, status="inProgress")
    answer = customer.attends(ActionCourtesy(), "¿qué me preguntaron?", "help")
    assert answer.said == ["utter_help"]


def test_a_recalculation_is_told_of_with_its_report(customer: Customer, world: World):
    number = "RCL-068V-CD18"
    is_told(customer, world, recalculation=number, recalculated_by=date(2026, 11, 25))
    asked = customer.attends(ActionStartWrittenReport(), f"¿qué es {number}?", "explain_bill")
    assert asked.follow_up == "action_report_status"
    answer = customer.attends(ActionReportStatus(), f"¿qué es {number}?", "explain_bill")
    assert "utter_report_recalculation" in answer.said


def test_of_a_withdrawn_report_nothing_more_is_told(customer: Customer, world: World):
    world.billing.its_reports = [
        replace(a_report(FIRST), status="cancelled", note="Una parte.", note_day=date(2026, 11, 18))
    ]
    answer = customer.attends(
        ActionReportStatus(), f'/check_report_status{{"report_number":"{FIRST}"}}'
    )
    assert answer.said == ["utter_report"]


@pytest.mark.parametrize("intent", ["nlu_fallback", "out_of_scope"])
def test_anger_about_an_offer_is_asked_about_and_moves_nothing(
    customer: Customer, world: World, intent: str
):
    is_told(customer, world, **OFFERED)
    answer = customer.attends(ActionFallback(), "es una broma, quiero todo", intent)
    assert (answer.said, answer.follow_up) == ([], "report_answer_form")
    assert world.billing.its_reports[0].offered == OFFERED["offered"]


@pytest.mark.parametrize("action", [ActionStartDispute(), ActionFallback()])
def test_the_other_report_is_told(customer: Customer, world: World, action: ActionFallback):
    is_told(customer, world, status="inProgress")
    answer = customer.attends(action, "¿y la otra?", "dispute_charge")
    assert answer.said[0] == "utter_report"
    assert SECOND in answer.texts[0]
    assert answer.follow_up == "action_listen"


def test_of_several_others_one_is_chosen(customer: Customer, world: World):
    is_told(customer, world, status="inProgress")
    world.billing.its_reports.append(a_report("DSP-0000-0009"))
    answer = customer.attends(ActionFallback(), "¿y la otra?")
    assert answer.follow_up == "action_report_status"


def test_whether_to_pay_what_is_disputed_has_an_answer(customer: Customer, world: World):
    is_told(customer, world, status="inProgress")
    said = "¿y ahora qué, pago o no pago la factura?"
    answer = customer.attends(ActionStartWrittenReport(), said, "payment_options")
    assert answer.said == ["utter_pay_meanwhile"]


def test_who_disputes_nothing_hears_of_no_part_to_pay(customer: Customer, world: World):
    is_told(customer, world, status="resolved")
    world.billing.its_reports.pop()
    answer = customer.attends(ActionStartWrittenReport(), "¿tengo que pagar?", "payment_options")
    assert "utter_pay_meanwhile" not in answer.said
