"""Naming something of the list last shown, where no question is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from actions.calls import ActionShowCalls
from actions.conversation import ActionConfirm, ActionFallback
from actions.dispute import DisputeForm
from actions.report import OFFERED, ActionReportStatus
from tests.unit.actions.customer import Customer
from tests.unit.selfcare.fakes import World, a_report

NUMBERS = [f"DSP-0000-000{place}" for place in range(OFFERED + 2)]


@pytest.fixture
def customer(world: World) -> Customer:
    customer = Customer(world)
    customer.slots.update({"line": "all", "cycle": "2026-10-01"})
    return customer


def test_calls_of_the_list_in_view_are_disputed(customer: Customer):
    customer.attends(ActionShowCalls(), "/view_call_activity")
    answer = customer.attends(ActionConfirm(), "la 2 y la 4", "inform")
    assert answer.follow_up == "dispute_form"

    customer.form = DisputeForm()
    customer.says("la 2 y la 4", "inform")
    assert customer.slots["disputed_calls"] == "2,4"
    assert customer.asked == "dispute_reason"


def test_a_bare_number_is_understood_as_well(customer: Customer):
    customer.attends(ActionShowCalls(), "/view_call_activity")
    assert customer.attends(ActionFallback(), "3").follow_up == "dispute_form"


def test_a_report_of_the_list_is_told(customer: Customer, world: World):
    world.billing.its_reports = [a_report(number) for number in NUMBERS]
    customer.attends(ActionReportStatus(), "/check_report_status")
    answer = customer.attends(ActionConfirm(), "la segunda", "inform")
    assert answer.said[0] == "utter_report"
    assert NUMBERS[1] in answer.texts[0]


def test_every_report_can_be_reached(customer: Customer, world: World):
    world.billing.its_reports = [a_report(number) for number in NUMBERS]
    first = customer.attends(ActionReportStatus(), "/check_report_status")
    assert first.payloads[-1] == '/check_report_status{"page":2}'
    second = customer.attends(ActionReportStatus(), first.payloads[-1])
    offered = [*first.payloads[:-1], *second.payloads]
    assert all(number in payload for number, payload in zip(NUMBERS, offered, strict=True))


def test_who_has_no_list_in_view_picks_nothing(customer: Customer):
    assert customer.attends(ActionFallback(), "3").said == ["utter_not_understood"]


@pytest.mark.parametrize("said", ["la que está en estudio", "la del 4 de noviembre"])
def test_a_report_is_named_by_its_state_or_its_day(customer: Customer, world: World, said: str):
    studied = replace(a_report(NUMBERS[1]), status="inProgress", filed=date(2026, 11, 4))
    world.billing.its_reports = [a_report(NUMBERS[0]), studied, a_report(NUMBERS[2])]
    customer.attends(ActionReportStatus(), "/check_report_status")
    answer = customer.attends(ActionFallback(), said)
    assert answer.said[0] == "utter_report"
    assert NUMBERS[1] in answer.texts[0]


def test_what_fits_two_reports_names_none(customer: Customer, world: World):
    world.billing.its_reports = [a_report(number) for number in NUMBERS[:2]]
    customer.attends(ActionReportStatus(), "/check_report_status")
    assert customer.attends(ActionFallback(), "la recibida").said == ["utter_not_understood"]
