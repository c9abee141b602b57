"""Which report is asked about: by a button, in words, or by the number that was read in them."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from actions.credit_timing import ActionCreditTiming
from actions.report import ActionReportStatus
from selfcare.draft import Draft
from selfcare.filing import JUST_NOW
from tests.unit.actions.customer import Answer, Customer
from tests.unit.selfcare.fakes import CHAT, World, a_report

NUMBER = "DSP-068V-CD18"


def asked(world: World, text: str, read: "str | None" = None) -> Answer:
    world.billing.its_reports.append(a_report(NUMBER))
    entities: list[dict[str, Any]] = [{"entity": "report_number", "value": read}] if read else []
    return Customer(world).attends(ActionReportStatus(), text, "check_report_status", entities)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("¿qué pasa con dsp 068v cd18?", None),
        ("dsp cero seis ocho uve ce de uno ocho", NUMBER),
        (f'/check_report_status{{"report_number": "{NUMBER}"}}', None),
    ],
)
def test_a_report_is_told_by_its_number(world: World, text: str, read: "str | None"):
    assert asked(world, text, read).said[0] == "utter_report"


@pytest.mark.parametrize("read", [None, "DSP-068V-CD19"])
def test_a_number_with_a_slip_is_said_to_be_incomplete(world: World, read: "str | None"):
    assert asked(world, "DSP-068V-CD19", read).said == ["utter_report_number_wrong"]


def told(world: World, **more: Any) -> Answer:
    """What is said of a report that has these besides."""
    world.billing.its_reports.append(replace(a_report(NUMBER), **more))
    return Customer(world).attends(
        ActionReportStatus(), f'/check_report_status{{"report_number": "{NUMBER}"}}'
    )


def test_of_a_recalculation_number_and_date_are_told(world: World):
    answer = told(world, recalculation="RCL-068V-CD18", recalculated_by=date(2026, 11, 25))
    assert answer.said == ["utter_report", "utter_report_recalculation"]
    assert any("RCL-068V-CD18" in text for text in answer.texts)


def test_a_question_is_told_in_place_of_a_date_and_can_be_answered(world: World):
    question = "¿Desde dónde llamó?"
    answer = told(
        world, status="pending", question=question, note=question, note_day=date(2026, 11, 18)
    )
    assert answer.said == ["utter_report", "utter_report_question"]
    assert any(question in text for text in answer.texts)
    assert f'/add_dispute_information{{"report_number":"{NUMBER}"}}' in answer.payloads


def test_what_was_said_after_a_question_is_told_with_it(world: World):
    answer = told(
        world,
        status="pending",
        question="¿Desde dónde llamó?",
        note="Mañana no trabajamos.",
        note_day=date(2026, 11, 18),
    )
    assert answer.said == ["utter_report", "utter_report_note", "utter_report_question"]


@pytest.mark.parametrize(
    ("step", "kind", "intent"),
    [
        ("complaint", None, "escalate_complaint"),
        ("addInformation", None, "add_dispute_information"),
        ("addInformation", "fault", "report_fault"),
        ("viewBill", None, None),
        ("contactUs", "fault", None),
    ],
)
def test_after_a_refusal_the_next_step_is_told(
    world: World, step: str, kind: str | None, intent: str | None
):
    no = {"status": "rejected", "note": "No.", "note_day": date(2026, 11, 18)}
    answer = told(world, **no, kind=kind, next_step=step)
    assert answer.said == ["utter_report", "utter_report_note", f"utter_next_step_{step}"]
    buttons = [f'/{intent}{{"report_number":"{NUMBER}"}}'] if intent else []
    assert answer.payloads == [*buttons, "/human_handoff"]


def test_a_next_step_that_nobody_knows_is_left_out(world: World):
    assert told(world, status="rejected", next_step="somethingNew").said == ["utter_report"]


def filed_just_now(world: World, seconds_ago: int = 0, **more: Any) -> None:
    """A report was filed in this conversation; there is another one."""
    report = replace(a_report(NUMBER), **more)
    world.billing.its_reports += [report, a_report("DSP-7F3K-29QE")]
    filed_at = int(world.services.now().timestamp()) - seconds_ago
    world.services.drafts.save(CHAT, Draft(confirmed=True, report=report, filed_at=filed_at))


def test_when_it_is_fixed_is_asked_of_the_report_just_filed(customer: Customer, world: World):
    filed_just_now(world)
    answer = customer.attends(ActionReportStatus(), "¿cuándo lo arreglan?", "check_report_status")
    assert answer.said == ["utter_report", "utter_report_answer_by"]
    assert NUMBER in answer.texts[0]


@pytest.mark.parametrize("text", ["¿cómo van mis reclamaciones?", "y la anterior?"])
def test_who_asks_for_others_sees_the_list(customer: Customer, world: World, text: str):
    filed_just_now(world)
    answer = customer.attends(ActionReportStatus(), text, "check_report_status")
    assert answer.said == ["utter_reports"]


def test_a_button_shows_the_list(customer: Customer, world: World):
    filed_just_now(world)
    assert customer.attends(ActionReportStatus(), "/check_report_status").said == ["utter_reports"]


def test_some_time_later_any_may_be_meant(customer: Customer, world: World):
    filed_just_now(world, seconds_ago=JUST_NOW + 1)
    answer = customer.attends(ActionReportStatus(), "¿cuándo lo arreglan?", "check_report_status")
    assert answer.said == ["utter_reports"]


@pytest.mark.parametrize(
    ("target", "bill", "response"),
    [
        ("nextBill", None, "utter_credit_next_bill"),
        ("unpaidBill", "F-2026-10", "utter_credit_unpaid_bill"),
    ],
)
def test_when_the_money_comes_is_asked_of_it_too(
    customer: Customer, world: World, target: str, bill: "str | None", response: str
):
    filed_just_now(world, credit_target=target, credit_bill=bill)
    answer = customer.attends(ActionCreditTiming(), "¿y mi dinero?", "credit_timing")
    assert answer.said == [response, "utter_report", "utter_report_answer_by"]


def test_where_no_dispute_was_filed_the_rule_is_told(customer: Customer, world: World):
    said = ["utter_credit_timing"]
    assert customer.attends(ActionCreditTiming(), "¿y mi dinero?", "credit_timing").said == said
    filed_just_now(world, kind="fault", credit_target=None)
    assert customer.attends(ActionCreditTiming(), "¿y mi dinero?", "credit_timing").said == said
