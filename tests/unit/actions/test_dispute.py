"""The dispute form from the first word to the report number, and what goes wrong on the way."""

import json
from typing import Any

import pytest

from actions.base import SelfcareAction
from actions.conversation import ActionConfirm, ActionStop
from actions.dispute import ActionStartDispute, ActionSubmitDispute, DisputeForm
from actions.form import REQUESTED
from selfcare.errors import NotEligible, Rejected, SelfcareError, TimedOut, Unavailable
from selfcare.signin import IDLE
from tests.unit.actions.customer import Customer
from tests.unit.selfcare.fakes import CHAT, NAME, OCTOBER, TOKEN, World

WORDS = "Esa noche yo dormía, se lo juro"


def start(customer: Customer, text: str = "quiero disputar un cargo") -> None:
    customer.starts(ActionStartDispute(), text, "dispute_charge", DisputeForm())


def choose_calls(customer: Customer, positions: str = "1,3") -> None:
    start(customer)
    customer.presses('/inform{"line":2}')
    customer.presses('/inform{"cycle":2}')
    customer.presses(f'/inform{{"choice":"{positions}"}}')


def fill(customer: Customer) -> None:
    """Answer everything but the last question."""
    choose_calls(customer)
    customer.presses('/inform{"dispute_reason":"fraud"}')
    customer.says(WORDS, "dispute_charge", 0.6)
    assert customer.asked == "confirmed"


def submit(customer: Customer, action: SelfcareAction | None = None) -> Any:
    if customer.asked:
        customer.presses("/affirm")
    assert customer.asked is None
    customer.form = None
    return customer.attends(action or ActionSubmitDispute())


def test_calls_are_disputed_from_the_first_word_to_the_number(customer: Customer, world: World):
    fill(customer)
    answer = submit(customer)
    (dispute,) = world.billing.filed.values()

    assert answer.said == ["utter_dispute_filed", "utter_credit_next_bill"]
    assert "DSP-TEST-0001" in answer.texts[0]
    assert [call.id for call in dispute.calls] == [OCTOBER[0].id, OCTOBER[2].id]
    assert (dispute.reason, dispute.words) == ("fraud", WORDS)


def test_why_it_is_wrong_may_be_told_before_which_call_it_is(customer: Customer, world: World):
    start(customer)
    said = customer.says(WORDS, "dispute_charge", dispute_reason="unrecognised_call").said
    assert said == ["utter_reason_understood", "utter_ask_line"]
    customer.presses('/inform{"line":2}')
    customer.presses('/inform{"cycle":2}')
    answer = customer.presses('/inform{"choice":"1"}')
    assert answer.said == ["utter_calls_chosen", "utter_ask_confirmed_calls"]
    submit(customer)
    (dispute,) = world.billing.filed.values()
    assert (dispute.reason, dispute.words) == ("unrecognised_call", WORDS)


def test_a_period_that_is_named_beside_no_line_is_kept(customer: Customer):
    start(customer)
    assert customer.says("es del mes pasado", "inform").said == ["utter_ask_line"]
    assert customer.says("no sé", "deny").said == ["utter_ask_disputed_calls"]


def test_all_that_there_are_are_shown_again_to_who_wants_more(customer: Customer):
    start(customer)
    customer.presses('/inform{"line":2}')
    customer.presses('/inform{"cycle":2}')
    answer = customer.says("ver más", "view_call_activity")
    assert answer.said == ["utter_ask_disputed_calls"]
    assert customer.asked == "disputed_calls"


def test_a_payment_is_disputed(customer: Customer, world: World):
    start(customer)
    customer.presses('/inform{"answer":"not_a_call"}')
    customer.presses('/inform{"dispute_reason":"payment_not_credited"}')
    customer.says("45,50 euros")
    customer.presses('/inform{"answer":"yesterday"}')
    customer.presses('/inform{"answer":"card"}')
    summary = customer.presses('/inform{"answer":"no_words"}')
    submit(customer)
    (dispute,) = world.billing.filed.values()

    assert summary.said == ["utter_ask_confirmed_payment"]
    assert dispute.payment is not None
    assert dispute.payment.amount.minor == 4550
    assert dispute.payment.day.isoformat() == "2026-11-17"
    assert not dispute.calls


def test_a_bill_is_disputed(customer: Customer, world: World):
    start(customer)
    customer.presses('/inform{"answer":"not_a_call"}')
    customer.presses('/inform{"dispute_reason":"setup_fee"}')
    customer.presses('/inform{"cycle":1}')
    customer.presses('/inform{"answer":"no_words"}')
    submit(customer)
    (dispute,) = world.billing.filed.values()

    assert (dispute.bill_id, dispute.reason) == ("B-10", "setup_fee")


def test_a_customer_who_is_not_signed_in_signs_in_first_and_goes_on(
    customer: Customer, world: World
):
    world.services.signin.forget(CHAT)
    start(customer)
    assert customer.asked == "signed_in"
    assert customer.says("ya").said == ["utter_sign_in_waiting"]

    world.sign_in()
    answer = customer.presses("/signed_in")
    assert answer.said == ["utter_signed_in", "utter_ask_line"]


def test_a_customer_signed_out_by_idling_keeps_what_was_entered(customer: Customer, world: World):
    fill(customer)
    world.clock.move(seconds=IDLE)
    answer = customer.presses("/affirm")
    assert customer.asked == "signed_in"
    assert answer.said == ["utter_signed_out_meanwhile"]

    world.sign_in()
    customer.presses("/signed_in")
    submit(customer)
    (dispute,) = world.billing.filed.values()
    assert dispute.words == WORDS


def test_going_back_leads_through_every_question_to_the_first(customer: Customer):
    fill(customer)
    customer.presses('/inform{"step":"words"}')
    asked = [customer.asked]
    for _ in range(5):
        customer.says("atrás", "go_back")
        asked.append(customer.asked)

    assert asked == ["own_words", "dispute_reason", "disputed_calls", "cycle", "line", "line"]


@pytest.mark.parametrize(
    ("step", "question"),
    [("calls", "disputed_calls"), ("reason", "dispute_reason"), ("words", "own_words")],
)
def test_one_answer_is_changed_and_the_others_stay(
    customer: Customer, world: World, step: str, question: str
):
    fill(customer)
    key = world.services.drafts.of(CHAT)
    customer.presses(f'/inform{{"step":"{step}"}}')
    assert customer.asked == question
    kept = world.services.drafts.of(CHAT)
    assert kept is not None
    assert key is not None
    assert kept.key == key.key


def test_an_ineligible_call_is_named_and_left_out(customer: Customer, world: World):
    choose_calls(customer, "1,4")
    draft = world.services.drafts.of(CHAT)
    assert draft is not None
    assert [call.id for call in draft.calls] == [OCTOBER[0].id]

    customer = Customer(world)
    choose_calls(customer, "4")
    assert customer.asked == "disputed_calls"


def at_the_calls(customer: Customer) -> None:
    start(customer)
    customer.presses('/inform{"line":2}')
    customer.presses('/inform{"cycle":2}')
    assert customer.asked == "disputed_calls"


def test_where_nothing_can_be_marked_calls_are_asked_for_by_their_numbers(
    customer: Customer, monkeypatch: pytest.MonkeyPatch
):
    at_the_calls(customer)
    monkeypatch.setattr("actions.call_content.MARKING", ("telegram",))
    answer = customer.says("todas las que duran más de 5")
    assert answer.said == ["utter_ask_disputed_calls_again_by_number"]
    customer.presses('/inform{"step":"cycle"}')
    answer = customer.presses('/inform{"cycle":2}')
    assert answer.said == ["utter_ask_disputed_calls_by_number"]


@pytest.mark.parametrize("said", ["ninguna", "ninguna de ellas"])
def test_who_chooses_no_call_is_told_so_and_shown_ways_on(customer: Customer, said: str):
    at_the_calls(customer)
    answer = customer.says(said, "deny", 0.5)
    assert answer.said == ["utter_no_call_chosen"]
    assert '/inform{"answer":"not_a_call"}' in answer.payloads
    assert customer.asked == "disputed_calls"


def test_a_position_beyond_the_list_marks_nothing_and_says_so(customer: Customer, world: World):
    at_the_calls(customer)
    answer = customer.says("1, 2 y 99")
    draft = world.services.drafts.of(CHAT)
    assert answer.said == ["utter_calls_not_on_list"]
    assert "haven’t marked any" in answer.texts[0]
    assert customer.asked == "disputed_calls"
    assert draft is None or not draft.calls


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("la de Marruecos del 28 de octubre", [0]),
        ("las de las 8:30 de más de 5 euros", [0]),
        ("la de las 9:30 de más de 5 euros", [2]),
        ("las del 20 de octubre", [1]),
    ],
)
def test_calls_are_described_by_the_accounts_clock(
    customer: Customer, world: World, said: str, places: list[int]
):
    at_the_calls(customer)
    customer.says(said)
    draft = world.services.drafts.of(CHAT)
    assert draft is not None
    assert [call.id for call in draft.calls] == [OCTOBER[place].id for place in places]


def test_a_condition_that_is_not_understood_marks_nothing(customer: Customer):
    at_the_calls(customer)
    answer = customer.says("todas las que duran más de 5")
    assert answer.said == ["utter_ask_disputed_calls_again"]
    assert customer.asked == "disputed_calls"


@pytest.mark.parametrize("method", ["account", "lines", "bills", "calls"])
@pytest.mark.parametrize("error", [Unavailable("down"), TimedOut("slow")])
def test_a_failure_keeps_the_question_open_and_a_second_try_goes_on(
    customer: Customer, world: World, method: str, error: SelfcareError
):
    start(customer)
    customer.presses('/inform{"line":2}')
    assert customer.asked == "cycle"
    world.billing.fails = {method: error}
    customer.presses('/inform{"cycle":2}')
    kept = customer.asked
    world.billing.fails = {}
    customer.presses('/inform{"answer":"retry"}')
    if customer.asked == "cycle":
        customer.presses('/inform{"cycle":2}')

    assert kept in ("cycle", "disputed_calls")
    assert customer.asked == "disputed_calls"


@pytest.mark.parametrize(
    ("error", "said", "reopened"),
    [
        (NotEligible("too old"), "utter_dispute_not_eligible", "disputed_calls"),
        (Rejected("no"), "utter_dispute_rejected", "confirmed"),
        (TimedOut("slow"), "utter_dispute_unsure", None),
        (Unavailable("down"), "utter_billing_unavailable", None),
    ],
)
def test_a_failed_filing_says_what_to_do_and_loses_nothing(
    customer: Customer, world: World, error: SelfcareError, said: str, reopened: str | None
):
    fill(customer)
    world.billing.fails = {"file_dispute": error}
    answer = submit(customer)
    draft = world.services.drafts.of(CHAT)

    assert answer.said == [said]
    assert draft is not None
    assert (len(draft.calls), draft.words) == (2, WORDS)
    assert draft.confirmed is (reopened is None)
    assert answer.follow_up == ("dispute_form" if reopened else None)
    assert reopened is None or customer.slots[reopened] is None


def test_a_yes_after_a_time_out_sends_the_same_dispute_again(customer: Customer, world: World):
    fill(customer)
    world.billing.loses_answer = TimedOut("slow")
    submit(customer)
    answer = customer.attends(ActionConfirm(), '/inform{"answer":"retry"}')
    assert answer.follow_up == "action_submit_dispute"

    customer.attends(ActionSubmitDispute())
    assert len(world.billing.filed) == 1
    again = customer.attends(ActionConfirm(), "sí", "affirm")
    assert again.follow_up == "action_submit_dispute"
    assert submit(customer).said[0] == "utter_dispute_filed_before"


def test_stopping_forgets_the_draft_and_the_list(customer: Customer, world: World):
    fill(customer)
    customer.attends(ActionStop(), "/cancel")

    assert world.services.drafts.of(CHAT) is None
    assert world.services.views.of(CHAT).calls == ()
    assert customer.slots["dispute_reason"] is None


def test_no_event_carries_a_token_a_name_a_number_or_the_customers_words(
    customer: Customer, world: World
):
    world.services.signin.forget(CHAT)
    events: list[Any] = []
    for message in (
        lambda: customer.starts(ActionStartDispute(), "disputar", "dispute_charge", DisputeForm()),
        lambda: world.sign_in(),
        lambda: customer.presses("/signed_in"),
        lambda: customer.says("el que acaba en 471"),
        lambda: customer.says("octubre"),
        lambda: customer.says("la 1 y la 3"),
        lambda: customer.says("no fui yo, me robaron el móvil", "dispute_charge"),
        lambda: customer.says(WORDS),
        lambda: customer.presses("/affirm"),
        lambda: submit(customer),
    ):
        answer = message()
        events += answer.events if answer else []
    written = json.dumps(events, ensure_ascii=False)

    assert len(world.billing.filed) == 1
    for secret in (TOKEN, NAME, "dormía", "robaron", "+34910123471", "+212520123777", "B-10"):
        assert secret not in written
    assert customer.slots[REQUESTED] is None
