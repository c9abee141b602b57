"""Withdrawing a report, accepting and refusing an offer: once, by a plain word, and told truly."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.conversation import ActionConfirm, ActionStop
from actions.report import ActionReportStatus
from actions.report_answers import ActionAnswerReport, ActionStartReportAnswer, ReportAnswerForm
from selfcare.draft import Draft
from selfcare.errors import SelfcareError, TimedOut, Unavailable
from selfcare.report import Report
from tests.unit.actions.customer import Answer, Customer
from tests.unit.selfcare.fakes import CHAT, TOKEN, World, a_report, euros

FIRST, SECOND = "DSP-068V-CD18", "DSP-7F3K-29QE"
WITHDRAW, OFFER = "withdraw_dispute", "answer_offer"


def offered(number: str) -> Report:
    """A dispute of which a part is offered."""
    return replace(a_report(number), status="pending", offered=euros(150))


def start(customer: Customer, intent: str, text: str = "quiero responder") -> Answer:
    return customer.starts(ActionStartReportAnswer(), text, intent, ReportAnswerForm())


def send(customer: Customer) -> Answer:
    return customer.attends(ActionAnswerReport(), "", "affirm")


def status(world: World, number: str = FIRST) -> str:
    return next(it.status for it in world.billing.its_reports if it.number == number)


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("sí", "affirm"),
        ("acepto", "affirm"),
        ("acepto la oferta", OFFER),
        ("sí, acepto, gracias", "affirm"),
        ("la acepto", "request_service"),
    ],
)
def test_an_offer_is_accepted_in_a_plain_word(
    customer: Customer, world: World, words: str, intent: str
):
    world.billing.its_reports.append(offered(FIRST))
    assert start(customer, OFFER).said == ["utter_ask_offer_answer"]
    customer.says(words, intent)
    assert customer.asked is None
    assert send(customer).said == ["utter_offer_accepted_next_bill"]
    assert status(world) == "resolved"


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("sí, pero solo si me devuelven todo", "affirm"),
        ("acepto si me devuelven todo mañana", OFFER),
        ("acepto 300 euros", OFFER),
        ("rápido", "affirm"),
        ("¿y si acepto qué pasa?", "affirm"),
        ("¿sí?", "affirm"),
        ("pues a lo mejor sí", "affirm"),
        ("y si digo que no qué pasa", "deny"),
        ("todavía no", "deny"),
        ("no, sí", "deny"),
        ("quiero responder a la oferta", OFFER),
    ],
)
def test_what_is_no_plain_word_moves_no_money(
    customer: Customer, world: World, words: str, intent: str
):
    world.billing.its_reports.append(offered(FIRST))
    start(customer, OFFER)
    assert customer.says(words, intent).said[0] == "utter_ask_offer_answer_again"
    assert status(world) == "pending"


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("no", "deny"),
        ("no acepto", OFFER),
        ("la rechazo", OFFER),
        ("es muy poco, no", "deny"),
        ("es muy poco", "dispute_charge"),
    ],
)
def test_an_offer_is_refused(customer: Customer, world: World, words: str, intent: str):
    world.billing.its_reports.append(offered(FIRST))
    start(customer, OFFER)
    customer.says(words, intent)
    assert send(customer).said == ["utter_offer_refused"]
    assert status(world) == "inProgress"


@pytest.mark.parametrize(
    ("button", "said"), [(0, "utter_offer_accepted_next_bill"), (1, "utter_offer_refused")]
)
def test_an_offer_is_answered_by_its_buttons(
    customer: Customer, world: World, button: int, said: str
):
    world.billing.its_reports.append(offered(FIRST))
    payload = start(customer, OFFER).payloads[button]
    said_by_it = f'"report_number":"{FIRST}","answer":"{("yes", "no")[button]}","offered":150'
    assert payload == f"/answer_offer{{{said_by_it}}}"
    assert customer.presses(payload).said == []
    assert send(customer).said == [said]


@pytest.mark.parametrize("payload", ["/affirm", "/deny"])
def test_a_button_of_an_older_question_answers_no_offer(
    customer: Customer, world: World, payload: str
):
    world.billing.its_reports.append(offered(FIRST))
    start(customer, OFFER)
    assert customer.presses(payload).said == ["utter_ask_offer_answer"]
    assert status(world) == "pending"


def test_a_button_accepts_the_sum_on_it_and_no_other(customer: Customer, world: World):
    world.billing.its_reports.append(offered(FIRST))
    accept = start(customer, OFFER).payloads[0]
    world.billing.its_reports[0] = replace(offered(FIRST), offered=euros(5))
    customer.presses(accept)
    said = send(customer).said
    assert said == ["utter_report_moved_on", "utter_report", "utter_report_offer"]
    assert status(world) == "pending"


def test_a_button_answers_on_its_own_report(customer: Customer, world: World):
    world.billing.its_reports += [offered(FIRST), offered(SECOND)]
    accept_first = start(customer, OFFER, f'/answer_offer{{"report_number":"{FIRST}"}}')
    customer.form = None
    start(customer, OFFER, f'/answer_offer{{"report_number":"{SECOND}"}}')
    customer.presses(accept_first.payloads[0])
    send(customer)
    assert (status(world), status(world, SECOND)) == ("resolved", "pending")


def test_what_was_just_filed_is_what_is_withdrawn(customer: Customer, world: World):
    world.billing.its_reports += [a_report(SECOND), a_report(FIRST)]
    filed_at = int(world.services.now().timestamp())
    world.services.drafts.save(
        CHAT, Draft(confirmed=True, report=a_report(FIRST), filed_at=filed_at)
    )
    answer = start(customer, WITHDRAW, "quiero cancelar la reclamación")
    assert answer.said == ["utter_ask_withdraw_sum"]
    assert FIRST in answer.texts[0]
    customer.form = None
    assert start(customer, WITHDRAW, "quiero cancelar la otra").said == [
        "utter_ask_answered_report_withdraw_dispute"
    ]


def test_an_old_button_withdraws_after_the_form_is_closed(customer: Customer, world: World):
    world.billing.its_reports.append(a_report(FIRST))
    withdraw, _ = start(customer, WITHDRAW).payloads
    customer.form = None
    start(customer, WITHDRAW, withdraw)
    assert customer.asked is None
    assert send(customer).said == ["utter_report_withdrawn"]


def test_where_the_money_goes_is_told(customer: Customer, world: World):
    on_a_bill = replace(offered(FIRST), credit_target="unpaidBill", credit_bill="F-2026-10")
    world.billing.its_reports.append(on_a_bill)
    start(customer, OFFER)
    customer.says("sí", "affirm")
    assert send(customer).said == ["utter_offer_accepted_unpaid_bill"]


def test_a_report_is_withdrawn_after_a_yes(customer: Customer, world: World):
    world.billing.its_reports.append(a_report(FIRST))
    assert start(customer, WITHDRAW, "quiero retirar mi reclamo").said == ["utter_ask_withdraw_sum"]
    customer.says("sí, retírela", "affirm")
    assert send(customer).said == ["utter_report_withdrawn"]
    assert status(world) == "cancelled"


def test_a_report_is_kept_after_a_no(customer: Customer, world: World):
    world.billing.its_reports.append(a_report(FIRST))
    _, keep = start(customer, WITHDRAW).payloads
    customer.presses(keep)
    assert send(customer).said == ["utter_report_kept"]
    assert status(world) == "acknowledged"


def test_a_report_without_a_sum_is_withdrawn_too(customer: Customer, world: World):
    world.billing.its_reports.append(replace(a_report(FIRST), amount=None, kind="fault"))
    assert start(customer, WITHDRAW).said == ["utter_ask_withdraw"]


@pytest.mark.parametrize("answer", ["la segunda", SECOND, f'/inform{{"report_number":"{SECOND}"}}'])
def test_of_several_the_one_is_chosen(customer: Customer, world: World, answer: str):
    world.billing.its_reports += [a_report(FIRST), a_report(SECOND)]
    assert start(customer, WITHDRAW).said == ["utter_ask_answered_report_withdraw_dispute"]
    if answer.startswith("/"):
        customer.presses(answer)
    else:
        customer.says(answer, "inform")
    customer.says("sí", "affirm")
    send(customer)
    assert (status(world, FIRST), status(world, SECOND)) == ("acknowledged", "cancelled")


def test_a_place_that_is_not_on_the_list_chooses_none(customer: Customer, world: World):
    world.billing.its_reports += [a_report(FIRST), a_report(SECOND)]
    start(customer, WITHDRAW)
    for other in ("la quinta", "todas", "las dos"):
        customer.says(other, "inform")
        assert customer.asked == "answered_report"


def test_a_number_that_nobody_gave_is_said_to_be_wrong(customer: Customer, world: World):
    world.billing.its_reports += [a_report(FIRST), a_report(SECOND)]
    started = start(customer, WITHDRAW, "quiero retirar el DSP-V97N-SRDR")
    assert started.said[-1] == "utter_ask_answered_report_withdraw_dispute"
    assert len(started.said) == 2
    assert len(customer.says("DSP-V97N-SRDR", "check_report_status").said) == 1
    assert customer.asked == "answered_report"


def test_an_unknown_number_withdraws_no_other_report(customer: Customer, world: World):
    world.billing.its_reports.append(a_report(FIRST))
    start(customer, WITHDRAW, "quiero retirar el DSP-V97N-SRDR")
    assert customer.asked == "answered_report"
    assert status(world) == "acknowledged"


def test_rather_none_of_the_list_leaves_all_as_it_is(customer: Customer, world: World):
    world.billing.its_reports += [a_report(FIRST), a_report(SECOND)]
    start(customer, WITHDRAW)
    customer.says("no, déjelo", "deny")
    assert send(customer).said == ["utter_left_as_it_is"]


def test_another_number_at_the_question_is_another_report(customer: Customer, world: World):
    world.billing.its_reports += [a_report(FIRST), a_report(SECOND)]
    start(customer, WITHDRAW, f"retiren {FIRST}")
    said = customer.says(f"no ese, {SECOND}", "check_report_status")
    assert said.said == ["utter_ask_withdraw_sum"]
    assert SECOND in said.texts[0]


def test_who_would_rather_withdraw_is_not_asked_to_accept(customer: Customer, world: World):
    world.billing.its_reports.append(offered(FIRST))
    start(customer, OFFER)
    assert customer.says("mejor la retiro", WITHDRAW).said == ["utter_ask_withdraw_offer"]
    customer.says("sí", "affirm")
    assert send(customer).said == ["utter_report_withdrawn"]
    assert status(world) == "cancelled"


def test_a_yes_to_one_sum_accepts_no_other(customer: Customer, world: World):
    world.billing.its_reports.append(offered(FIRST))
    start(customer, OFFER)
    customer.says("sí", "affirm")
    world.billing.its_reports[0] = replace(offered(FIRST), offered=euros(5))
    said = send(customer).said
    assert said == ["utter_report_moved_on", "utter_report", "utter_report_offer"]
    assert status(world) == "pending"


def test_what_was_asked_for_before_is_not_forgotten_over_a_status(customer: Customer, world: World):
    world.billing.its_reports.append(offered(FIRST))
    start(customer, OFFER)
    customer.attends(ActionReportStatus(), "¿qué pasó con mi reclamo?", "check_report_status")
    assert customer.returns().said == ["utter_ask_offer_answer"]


@pytest.mark.parametrize(("words", "intent"), [("sí", "affirm"), ("no acepto", "deny")])
def test_an_answer_to_an_offer_that_was_told_is_asked_for(
    customer: Customer, world: World, words: str, intent: str
):
    world.billing.its_reports.append(offered(FIRST))
    customer.attends(ActionReportStatus(), "¿qué pasó?", "check_report_status")
    assert customer.attends(ActionConfirm(), words, intent).follow_up == "report_answer_form"
    customer.form = ReportAnswerForm()
    assert customer.returns(words, intent).said == ["utter_ask_offer_answer"]
    assert status(world) == "pending"


def test_to_stop_changes_nothing(customer: Customer, world: World):
    world.billing.its_reports.append(offered(FIRST))
    start(customer, OFFER)
    assert customer.attends(ActionStop(), "para", "cancel").said == ["utter_left_as_it_is"]


def test_to_stop_right_after_filing_asks_whether_to_withdraw(customer: Customer, world: World):
    world.services.drafts.start(CHAT, reason="fraud", words="no he sido yo", bill_id="B-9")
    world.services.drafts.change(CHAT, confirmed=True)
    world.services.filing.submit(CHAT, TOKEN)
    assert customer.attends(ActionStop(), "mejor no", "cancel").follow_up == "report_answer_form"
    customer.form = ReportAnswerForm()
    assert customer.returns("mejor no", "cancel").said == ["utter_ask_withdraw"]


def test_the_one_that_was_named_is_not_asked_for(customer: Customer, world: World):
    world.billing.its_reports += [a_report(FIRST), a_report(SECOND)]
    said = start(customer, WITHDRAW, f"quiero retirar el {SECOND.lower()}")
    assert said.said == ["utter_ask_withdraw_sum"]
    assert SECOND in said.texts[0]


@pytest.mark.parametrize(
    ("intent", "said"), [(WITHDRAW, "utter_nothing_to_withdraw"), (OFFER, "utter_no_offers")]
)
def test_where_there_is_nothing_to_answer_that_is_said(
    customer: Customer, world: World, intent: str, said: str
):
    world.billing.its_reports.append(replace(a_report(FIRST), status="resolved"))
    start(customer, intent)
    assert customer.asked is None
    assert send(customer).said == [said]


def test_of_a_named_report_that_is_over_it_is_told_how_it_stands(customer: Customer, world: World):
    world.billing.its_reports.append(replace(a_report(FIRST), status="resolved"))
    start(customer, WITHDRAW, f"retiren {FIRST}")
    said = send(customer).said
    assert said == ["utter_report_cannot_be_answered", "utter_report", "utter_ask_settled"]


def test_what_was_decided_meanwhile_is_told(customer: Customer, world: World):
    world.billing.its_reports.append(offered(FIRST))
    start(customer, OFFER)
    customer.says("sí", "affirm")
    world.billing.its_reports[0] = replace(a_report(FIRST), status="rejected")
    assert send(customer).said == ["utter_report_moved_on", "utter_report"]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (TimedOut("slow"), "utter_report_answer_unsure"),
        (Unavailable("down"), "utter_billing_unavailable"),
    ],
)
def test_a_failure_says_so_and_a_second_try_counts_once(
    customer: Customer, world: World, error: SelfcareError, said: str
):
    world.billing.its_reports.append(a_report(FIRST))
    start(customer, WITHDRAW)
    customer.says("sí", "affirm")
    world.billing.fails = {"answer_report": error}
    failed = send(customer)
    assert failed.said == [said]
    world.billing.fails = {}
    customer.form = None
    start(customer, WITHDRAW, failed.payloads[0])
    customer.says("sí", "affirm")
    assert send(customer).said == ["utter_report_withdrawn"]


def test_who_is_not_signed_in_signs_in_first(customer: Customer, world: World):
    world.billing.its_reports.append(a_report(FIRST))
    world.services.signin.forget(CHAT)
    start(customer, WITHDRAW)
    assert customer.asked == "signed_in"
    world.sign_in()
    said = customer.presses("/signed_in").said
    assert said == ["utter_signed_in", "utter_ask_withdraw_sum"]


def test_the_status_of_a_report_offers_what_can_be_answered(customer: Customer, world: World):
    world.billing.its_reports.append(offered(FIRST))
    told = customer.attends(ActionReportStatus(), "¿qué pasó?", "check_report_status")
    assert told.said == ["utter_report", "utter_report_offer"]
    assert told.payloads == [
        f'/answer_offer{{"report_number":"{FIRST}"}}',
        f'/withdraw_dispute{{"report_number":"{FIRST}"}}',
        "/human_handoff",
    ]
