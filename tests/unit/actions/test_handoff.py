"""A person is wanted: one comes, or there is another way; what was open goes on afterwards."""

from dataclasses import replace
from typing import Any

import pytest

from actions.base import START
from actions.confirmation import agrees
from actions.conversation import ActionConfirm
from actions.dispute import ActionStartDispute, DisputeForm
from actions.handoff import ActionHumanHandoff, ActionPersonLeft
from locales import LANGUAGES
from selfcare.errors import Unavailable
from selfcare.handoff import Wish
from selfcare.handoffs import CLOSED, HANDED_BACK, SILENCE, TAKEN, UNANSWERED, WITH_PERSON
from selfcare.people import People
from tests.unit.actions.customer import Answer, Customer, create_turn, rendered
from tests.unit.selfcare.fakes import ACCOUNT, CHAT, NAME, World

GRACE = "Grace Bennett"
STARTS = [choice["payload"] for choice in START]


@pytest.fixture(autouse=True)
def somebody_is_there(world: World) -> None:
    world.desk.present = 1


def wants_a_person(customer: Customer, payload: str = "/human_handoff") -> Answer:
    return customer.attends(ActionHumanHandoff(), payload, "human_handoff")


def person_left(customer: Customer) -> Answer:
    return customer.attends(ActionPersonLeft(), "EXTERNAL: person_left", "person_left")


def handed_over(world: World) -> Wish:
    (wish,) = world.desk.wishes.values()
    return wish


def taken(world: World) -> str:
    live = world.services.people.handoffs.of(CHAT)
    assert live
    world.services.people.handoffs.take("e-taken", live.id, TAKEN, GRACE, "")
    world.services.people.handoffs.told("e-taken")
    return live.id


@pytest.mark.parametrize("ahead", [0, 1, 2, 5, 22])
def test_who_is_before_is_said_in_every_language(customer: Customer, world: World, ahead: int):
    world.desk.ahead = ahead
    answer = wants_a_person(customer)
    assert answer.said == ["utter_person_called"]
    assert answer.messages[0]["args"] == {"ahead": ahead}
    for language in LANGUAGES:
        text = rendered(answer.messages[0], language)[0]
        assert (str(ahead) in text) or ahead < 2


def test_somebody_who_waits_may_look_stop_or_leave_a_message(customer: Customer):
    assert wants_a_person(customer).payloads == [
        '/human_handoff{"answer":"place"}',
        '/human_handoff{"answer":"stop"}',
        '/human_handoff{"answer":"message"}',
    ]


def test_nobody_is_called_twice(customer: Customer, world: World):
    wants_a_person(customer)
    world.desk.ahead = 1
    again = wants_a_person(customer)
    assert again.said == ["utter_place_in_queue"]
    assert len(world.desk.wishes) == 1


def test_where_one_is_in_the_queue_is_not_lost_with_the_desk(customer: Customer, world: World):
    wants_a_person(customer)
    world.desk.fails = Unavailable("down")
    assert wants_a_person(customer, '/human_handoff{"answer":"place"}').said == [
        "utter_still_waiting"
    ]


def test_who_stops_waiting_waits_no_more(customer: Customer, world: World):
    wants_a_person(customer)
    stopped = wants_a_person(customer, '/human_handoff{"answer":"stop"}')
    assert stopped.said == ["utter_stopped_waiting"]
    assert stopped.payloads == STARTS
    world.services.people.run_errands()
    assert list(world.desk.ended.values()) == ["customer_ended"]
    assert wants_a_person(customer, '/human_handoff{"answer":"stop"}').said == ["utter_not_waiting"]
    assert person_left(customer).said == []


def test_who_leaves_a_message_instead_waits_no_more(customer: Customer, world: World):
    wants_a_person(customer)
    answer = wants_a_person(customer, '/human_handoff{"answer":"message"}')
    assert answer.follow_up == "written_report_form"
    assert world.services.people.handoffs.of(CHAT) is None


@pytest.mark.parametrize("reason", ["nobody", "down", "night"])
def test_without_anybody_there_a_message_can_be_left(customer: Customer, world: World, reason: str):
    if reason == "nobody":
        world.desk.present = 0
    elif reason == "down":
        world.desk.fails = Unavailable("down")
    else:
        world.clock.move(hours=12)
    assert wants_a_person(customer).follow_up == "written_report_form"
    assert world.services.people.handoffs.of(CHAT) is None
    assert world.desk.wishes == {}


def test_in_the_middle_of_a_form_there_are_the_contacts(customer: Customer, world: World):
    world.desk.present = 0
    customer.starts(ActionStartDispute(), "/dispute_charge", "dispute_charge", DisputeForm())
    answer = wants_a_person(customer)
    assert (answer.said, answer.follow_up) == (["utter_contacts_open"], None)


def test_where_people_do_not_answer_in_the_chat_there_are_the_contacts(
    customer: Customer, world: World
):
    world.services = replace(
        world.services,
        people=People(None, world.services.people.handoffs, world.services.hours, world.clock),
    )
    assert wants_a_person(customer).said == ["utter_contacts_open"]


def test_the_person_learns_what_it_is_about_and_who_it_is(customer: Customer, world: World):
    customer.starts(ActionStartDispute(), "/dispute_charge", "dispute_charge", DisputeForm())
    wants_a_person(customer)
    wish = handed_over(world)
    assert (wish.intent, wish.language) == ("dispute_charge", "es")
    assert wish.customer
    assert (wish.customer.name, wish.customer.account) == (NAME, ACCOUNT.id)


def test_the_report_that_was_asked_about_is_named(customer: Customer, world: World):
    turn = create_turn(
        world,
        "/check_report_status",
        "check_report_status",
        entities=[{"entity": "report_number", "value": "DSP-068V-CD18"}],
    )
    turn.note_wish()
    wants_a_person(customer)
    assert handed_over(world).report == "DSP-068V-CD18"


def test_a_person_is_called_also_if_billing_does_not_know_the_account(
    customer: Customer, world: World
):
    world.billing.fails["account"] = Unavailable("down")
    assert wants_a_person(customer).said == ["utter_person_called"]
    assert handed_over(world).customer is None


def said(event: str, text: str | None, **more: Any) -> dict[str, Any]:
    return {"event": event, "text": text, **more}


def test_the_person_reads_what_both_have_read(world: World):
    shown = {"metadata": {"shown": "Ver mis llamadas"}}
    turn = create_turn(
        world,
        "una persona",
        "human_handoff",
        events=[
            said("bot", "Hola."),
            said("user", "/greet", metadata={"shown": None}),
            said("user", "/view_call_activity", **shown),
            said("user", "EXTERNAL: signed_in"),
            said("bot", None),
            said("slot", "no words"),
            said("user", "quiero una persona", metadata={"shown": "quiero una persona"}),
        ],
    )
    ActionHumanHandoff().attend(turn)
    assert [(it.who, it.text) for it in handed_over(world).lines] == [
        ("assistant", "Hola."),
        ("customer", "Ver mis llamadas"),
        ("customer", "quiero una persona"),
    ]


def test_of_a_long_conversation_the_person_reads_the_end(world: World):
    events = [said("user", f"line {n}") for n in range(80)]
    ActionHumanHandoff().attend(create_turn(world, "x", "human_handoff", events=events))
    lines = handed_over(world).lines
    assert (len(lines), lines[-1].text) == (50, "line 79")


def test_lines_are_told_by_our_clock(world: World):
    turn = create_turn(world, "x", "human_handoff", events=[said("user", "now")])
    ActionHumanHandoff().attend(turn)
    (line,) = handed_over(world).lines
    assert abs((line.at - world.clock()).total_seconds()) < 5


@pytest.mark.parametrize(
    ("ending", "response"),
    [
        (HANDED_BACK, "utter_handed_back"),
        (UNANSWERED, "utter_person_silent"),
        (SILENCE, "utter_person_gone_for_silence"),
        (CLOSED, "utter_chat_has_closed"),
    ],
)
def test_the_assistant_says_once_that_it_is_back(
    customer: Customer, world: World, ending: str, response: str
):
    wants_a_person(customer)
    world.services.people.handoffs.end(taken(world), ending)
    answer = person_left(customer)
    assert answer.said[0] == response
    assert set(STARTS[:3]) <= set(answer.payloads)
    for language in LANGUAGES:
        assert rendered(answer.messages[0], language)
    assert person_left(customer).said == []


def test_nobody_free_is_told_with_other_ways(customer: Customer, world: World):
    wants_a_person(customer)
    live = world.services.people.handoffs.of(CHAT)
    assert live
    world.services.people.handoffs.end(live.id, UNANSWERED)
    answer = person_left(customer)
    assert answer.said == ["utter_nobody_came"]
    assert answer.payloads[:2] == ['/human_handoff{"answer":"message"}', "/human_handoff"]


def test_in_a_form_its_question_comes_again_and_no_buttons_lead_away(
    customer: Customer, world: World
):
    customer.starts(ActionStartDispute(), "/dispute_charge", "dispute_charge", DisputeForm())
    asked = customer.asked
    called = wants_a_person(customer)
    assert not [it for it in called.payloads if "message" in it]
    assert customer.returns(intent="human_handoff").slots["requested_slot"] == asked
    world.services.people.handoffs.end(taken(world), HANDED_BACK)

    back = person_left(customer)
    again = customer.returns("EXTERNAL: person_left", "person_left")

    assert (back.said, back.payloads) == (["utter_handed_back"], [])
    assert again.slots["requested_slot"] == asked
    assert again.said


def test_the_forms_question_is_not_answered_by_the_news_that_the_person_has_left(
    customer: Customer, world: World
):
    customer.starts(ActionStartDispute(), "/dispute_charge", "dispute_charge", DisputeForm())
    asked = customer.asked
    answer = customer.presses("/person_left")
    assert answer.is_no_answer(asked)


def test_who_agrees_to_talk_to_a_person_is_handed_over(customer: Customer, world: World):
    customer.slots["misses"] = 2
    turn = create_turn(world, "sí", "affirm")
    assert agrees(turn)
    answer = customer.attends(ActionConfirm(), "sí", "affirm")
    assert answer.said == ["utter_person_called"]


def test_a_person_who_is_coming_is_said_to_be(customer: Customer, world: World):
    wants_a_person(customer)
    taken(world)
    live = world.services.people.handoffs.of(CHAT)
    assert live
    assert live.state == WITH_PERSON
    assert wants_a_person(customer).said == ["utter_person_is_coming"]
