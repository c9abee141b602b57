"""Who waits for a person or is with one: kept over restarts, each thing once and in order."""

from datetime import timedelta

import pytest

from selfcare.back_to_assistant import asks_for_assistant
from selfcare.handoff import Wish, Words
from selfcare.handoffs import (
    BY_CUSTOMER,
    HANDED_BACK,
    MISSED,
    SAID,
    TAKEN,
    UNANSWERED,
    WAITING,
    WITH_PERSON,
    Handoffs,
)
from tests.unit.selfcare.fakes import CHAT, NOW, OTHER_CHAT, World

GRACE = "Grace Bennett"
WISH = Wish(CHAT, "en")


@pytest.fixture
def handoffs(world: World) -> Handoffs:
    """With somebody at the desk."""
    world.desk.present = 1
    return world.services.people.handoffs


def called(world: World) -> str:
    """The id of a hand-off that waits."""
    world.services.people.call(WISH)
    live = world.services.people.handoffs.of(CHAT)
    assert live
    return live.id


def taken(world: World) -> str:
    """The id of one that somebody has taken, and the customer has heard so."""
    id_ = called(world)
    handoffs = world.services.people.handoffs
    handoffs.take("e-taken", id_, TAKEN, GRACE, "")
    handoffs.told("e-taken")
    return id_


def words(text: str, message: str = "m-1") -> Words:
    return Words(message, text, NOW)


def hear(handoffs: Handoffs, text: str, message: str = "m-1", payload: str | None = None) -> bool:
    return handoffs.hear(CHAT, words(text, message), payload or text)


def test_nobody_attends_a_conversation_that_asked_for_nobody(world: World, handoffs: Handoffs):
    assert not hear(handoffs, "hello")
    assert handoffs.errands() == []


def test_who_waits_is_answered_by_the_assistant_and_the_person_reads_it_later(
    world: World, handoffs: Handoffs
):
    called(world)
    assert not hear(handoffs, "it is about October")
    assert not hear(handoffs, "See my calls", "m-2", "/view_call_activity")

    world.services.people.run_errands()

    assert [it.text for it in world.desk.heard] == ["it is about October"]


def test_a_person_who_is_there_hears_words_and_buttons_in_order_and_once(
    world: World, handoffs: Handoffs
):
    taken(world)
    for _ in range(2):
        assert hear(handoffs, "my bill is wrong")
        assert hear(handoffs, "Yes", "m-2", "/affirm")
    world.restart()

    world.services.people.run_errands()
    world.services.people.run_errands()

    assert [it.text for it in world.desk.heard] == ["my bill is wrong", "Yes"]


def test_other_conversations_are_the_assistants(world: World, handoffs: Handoffs):
    taken(world)
    assert not handoffs.hear(OTHER_CHAT, words("hello"), "hello")
    assert not handoffs.is_attended(OTHER_CHAT)


def test_what_the_desk_tells_is_kept_once_in_order_and_over_restarts(
    world: World, handoffs: Handoffs
):
    id_ = called(world)
    assert handoffs.take("e1", id_, TAKEN, GRACE, "")
    assert handoffs.take("e2", id_, SAID, GRACE, "Good morning")
    assert handoffs.take("e2", id_, SAID, GRACE, "Good morning") is False
    assert handoffs.take("e3", id_, SAID, GRACE, "How can I help?")
    world.restart()

    untold = world.services.people.handoffs.untold()

    assert [(it.event, it.officer, it.text) for it in untold] == [
        (TAKEN, GRACE, ""),
        (SAID, GRACE, "Good morning"),
        (SAID, GRACE, "How can I help?"),
    ]
    assert {it.conversation for it in untold} == {CHAT}


def test_an_event_of_an_unknown_hand_off_is_none(handoffs: Handoffs):
    assert handoffs.take("e1", "nobody-knows", SAID, GRACE, "hello") is None
    assert handoffs.untold() == []


def test_another_officer_who_takes_over_is_announced(world: World, handoffs: Handoffs):
    id_ = taken(world)
    handoffs.take("e2", id_, TAKEN, GRACE, "")
    handoffs.take("e3", id_, TAKEN, "Thomas Reid", "")
    assert [(it.event, it.officer) for it in handoffs.untold()] == [(TAKEN, "Thomas Reid")]


@pytest.mark.parametrize("event", [HANDED_BACK, UNANSWERED])
def test_the_assistant_comes_back_once_everything_was_told(
    world: World, handoffs: Handoffs, event: str
):
    id_ = taken(world)
    handoffs.take("e2", id_, SAID, GRACE, "Goodbye")
    handoffs.take("e3", id_, event, GRACE, "")
    assert handoffs.is_attended(CHAT)
    assert handoffs.left() == []

    handoffs.told("e2")

    (live,) = handoffs.left()
    assert (live.id, live.ending, live.officer) == (id_, event, GRACE)
    handoffs.resumed(id_)
    assert handoffs.left() == []
    assert not handoffs.is_attended(CHAT)


def test_words_after_the_end_are_told_to_nobody(world: World, handoffs: Handoffs):
    id_ = taken(world)
    handoffs.take("e2", id_, HANDED_BACK, GRACE, "")
    assert handoffs.take("e3", id_, SAID, GRACE, "one more thing")
    assert handoffs.untold() == []


@pytest.mark.parametrize("payload", ['/human_handoff{"answer": "back"}', "cancel"])
def test_the_customer_goes_back_to_the_assistant(world: World, handoffs: Handoffs, payload: str):
    id_ = taken(world)
    assert hear(
        handoffs, "cancel" if payload == "cancel" else "Back to the assistant", "m", payload
    )

    world.services.people.run_errands()

    assert world.desk.ended == {id_: "customer_ended"}
    assert world.desk.heard == []
    assert [it.ending for it in handoffs.left()] == [BY_CUSTOMER]


@pytest.mark.parametrize(
    "text", ["Volver al asistente", "REVENIR À L’ASSISTANT", "Wróć do asystenta!", "stop", "koniec"]
)
def test_words_that_end_it_in_every_language(text: str):
    assert asks_for_assistant(text)


@pytest.mark.parametrize(
    "text",
    ["cancel my contract", "quiero cancelar la línea", "no, don’t stop", ""],
)
def test_words_that_are_said_to_the_person(text: str):
    assert not asks_for_assistant(text)


def test_a_hand_off_that_is_over_is_forgotten_after_a_week(world: World, handoffs: Handoffs):
    id_ = taken(world)
    handoffs.take("e2", id_, HANDED_BACK, GRACE, "")
    handoffs.resumed(id_)
    world.clock.move(days=8)

    new = handoffs.begin(OTHER_CHAT, "en")

    assert handoffs.find(id_) is None
    assert handoffs.find(new)


def test_state_goes_from_waiting_to_a_person(world: World, handoffs: Handoffs):
    id_ = called(world)
    live = handoffs.find(id_)
    assert live
    assert live.state == WAITING
    handoffs.take("e1", id_, TAKEN, GRACE, "")
    live = handoffs.find(id_)
    assert live
    assert live.state == WITH_PERSON


def test_something_is_told_once_under_one_name(world: World, handoffs: Handoffs):
    id_ = taken(world)
    for _ in range(2):
        handoffs.tell(id_, MISSED, once="missed-m-1")
    assert [it.event for it in handoffs.untold()] == [MISSED]


def test_instants_are_those_of_our_clock(world: World, handoffs: Handoffs):
    id_ = taken(world)
    world.clock.move(minutes=3)
    handoffs.take("e2", id_, SAID, GRACE, "hello")
    live = handoffs.find(id_)
    assert live
    assert live.said - live.opened == timedelta(minutes=3)
