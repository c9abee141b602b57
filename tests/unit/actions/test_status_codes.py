"""The status of a report elsewhere than where it was filed: by its number and a code."""

from dataclasses import replace
from typing import Any

import pytest

from actions.report import ActionReportStatus
from actions.status_codes import ActionTellStatus, StatusCodeForm
from tests.unit.actions.customer import Answer, Customer
from tests.unit.selfcare.fakes import CHAT, World, a_report

NUMBER = "MSG-068V-CD18"
BUTTON = f'/check_report_status{{"report_number":"{NUMBER}","answer":"code"}}'


@pytest.fixture
def customer(world: World) -> Customer:
    filed = replace(
        a_report(NUMBER),
        kind="message",
        reason=None,
        contact="mailto:ana@example.com",
        note="Hemos mirado su línea.",
    )
    world.unsigned_billing.its_reports = [filed]
    world.services.signin.forget(CHAT)
    return Customer(world)


def asks(customer: Customer, **entities: Any) -> Answer:
    text = f"qué hay de {NUMBER}"
    found = [{"entity": "report_number", "value": NUMBER}]
    return customer.attends(ActionReportStatus(), text, "check_report_status", found)


def test_who_is_not_signed_in_hears_of_the_code(customer: Customer):
    answer = asks(customer)
    assert answer.said == ["utter_status_by_code"]
    assert BUTTON in answer.payloads
    assert answer.follow_up == "sign_in_form"


def test_without_a_mail_server_it_says_truly_what_there_is(customer: Customer, world: World):
    world.services = replace(world.services, codes=None)
    answer = asks(customer)
    assert answer.said == ["utter_status_where_filed"]
    assert answer.payloads == []


def test_a_disputes_number_takes_a_sign_in_and_nothing_else(customer: Customer):
    found = [{"entity": "report_number", "value": "DSP-068V-CD18"}]
    text = "qué hay de DSP-068V-CD18"
    answer = customer.attends(ActionReportStatus(), text, "check_report_status", found)
    assert answer.said == []


def test_who_is_signed_in_may_have_filed_it_elsewhere(customer: Customer, world: World):
    world.sign_in()
    answer = asks(customer)
    assert answer.said == ["utter_report_not_found"]
    assert BUTTON in answer.payloads


def with_code(customer: Customer, world: World) -> str:
    answer = customer.starts(ActionReportStatus(), BUTTON, "", StatusCodeForm())
    assert answer.said == ["utter_code_sent", "utter_ask_status_code"]
    world.services.codes.send_due()  # type: ignore[union-attr]
    return world.mail.sent[-1][1] if world.mail.sent else "000000"


def test_the_code_shows_the_status_and_no_more(customer: Customer, world: World):
    code = with_code(customer, world)
    customer.says(f"es {code[:3]} {code[3:]}", "inform")
    assert customer.asked is None
    customer.form = None
    told = customer.attends(ActionTellStatus())
    assert told.said == ["utter_status_alone"]
    assert "Hemos mirado" not in " ".join(told.texts)


def test_a_wrong_code_is_tried_again_five_times(customer: Customer, world: World):
    code = with_code(customer, world)
    wrong = "000000" if code != "000000" else "000001"
    for _ in range(4):
        assert customer.says(wrong, "inform").said == ["utter_code_wrong"]
    customer.says(wrong, "inform")
    assert customer.asked is None
    customer.form = None
    assert customer.attends(ActionTellStatus()).said == ["utter_code_barred"]
    assert customer.attends(ActionReportStatus(), BUTTON).said == ["utter_code_barred"]


def test_an_unknown_number_hears_the_same(customer: Customer, world: World):
    world.unsigned_billing.its_reports = []
    with_code(customer, world)
    assert world.mail.sent == []
    assert customer.says("123456", "inform").said == ["utter_code_wrong"]
