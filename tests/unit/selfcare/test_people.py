"""Calling a person, taking them what the customer writes, and not waiting for ever."""

import pytest

from selfcare.errors import TimedOut, Unavailable
from selfcare.handoff import Ended, Wish, Words
from selfcare.handoffs import (
    CLOSED,
    END_ERRAND,
    HANDED_BACK,
    LATE,
    MISSED,
    SAID,
    SILENCE,
    STILL_THERE,
    TAKEN,
    UNANSWERED,
    Live,
)
from selfcare.people import People
from tests.unit.selfcare.fakes import CHAT, World

GRACE = "Grace Bennett"
WISH = Wish(CHAT, "en")
DOWN = Unavailable("the desk is down")


@pytest.fixture
def people(world: World) -> People:
    """With one at the desk."""
    world.desk.present = 1
    return world.services.people


def called(people: People) -> Live:
    people.call(WISH)
    live = people.handoffs.of(CHAT)
    assert live
    return live


def taken(people: People) -> Live:
    live = called(people)
    people.handoffs.take("e-taken", live.id, TAKEN, GRACE, "")
    people.handoffs.told("e-taken")
    return live


def write(world: World, text: str, message: str = "m-1") -> None:
    words = Words(message, text, world.clock())
    world.services.people.handoffs.hear(CHAT, words, text)


def test_somebody_who_is_there_in_the_hours_can_be_called(people: People):
    presence = people.presence("web")
    assert presence
    assert presence.present == 1
    assert people.call(WISH).position == 1


@pytest.mark.parametrize("reason", ["nobody", "closed", "down", "rest", "none"])
def test_nobody_can_be_called_for_one_reason_or_another(world: World, people: People, reason: str):
    channel = "rest" if reason == "rest" else "web"
    if reason == "nobody":
        world.desk.present = 0
    elif reason == "closed":
        world.clock.move(hours=12)
    elif reason == "down":
        world.desk.fails = DOWN
    elif reason == "none":
        people = People(None, people.handoffs, world.services.hours, world.clock)
    assert people.presence(channel) is None


def test_what_could_not_be_opened_is_none_and_the_desk_hears_so(world: World, people: People):
    world.desk.fails = DOWN
    with pytest.raises(Unavailable):
        people.call(WISH)
    assert people.handoffs.of(CHAT) is None
    assert not people.handoffs.is_attended(CHAT)
    (errand,) = people.handoffs.errands()
    assert errand.kind == END_ERRAND


class Forgetful:
    """Loses its first answer."""

    def __init__(self, world: World) -> None:
        self.open = world.desk.open
        self.lost = 0

    def __call__(self, id_: str, wish: Wish) -> str:
        reference = self.open(id_, wish)
        if not self.lost:
            self.lost += 1
            raise TimedOut("lost")
        return reference


def test_an_opening_whose_answer_is_lost_is_one(
    world: World, people: People, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(world.desk, "open", Forgetful(world))
    called(people)
    assert len(world.desk.wishes) == 1


def test_words_wait_while_the_desk_is_out_of_reach_and_arrive_in_order(
    world: World, people: People
):
    live = taken(people)
    world.desk.fails = DOWN
    write(world, "first", "m-1")
    write(world, "second", "m-2")
    people.run_errands()
    world.clock.move(seconds=70)
    people.run_errands()
    assert [it.event for it in people.handoffs.untold()] == [LATE]
    for _ in range(3):
        world.clock.move(seconds=70)
        people.run_errands()
    assert [it.event for it in people.handoffs.untold()] == [LATE]

    world.desk.fails = None
    world.clock.move(seconds=70)
    people.run_errands()

    assert [it.text for it in world.desk.heard] == ["first", "second"]
    found = people.handoffs.find(live.id)
    assert found
    assert not found.is_late


def test_a_desk_that_fails_is_not_asked_all_the_time(world: World, people: People):
    taken(people)
    world.desk.fails = DOWN
    write(world, "hello")
    people.run_errands()
    world.desk.fails = None

    people.run_errands()
    assert world.desk.heard == []

    world.clock.move(seconds=3)
    people.run_errands()
    assert [it.text for it in world.desk.heard] == ["hello"]


def test_words_that_came_after_the_end_are_owned_up_to(world: World, people: People):
    live = taken(people)
    world.desk.ended[live.id] = "handed_back"
    write(world, "one more thing")
    people.run_errands()
    people.run_errands()
    assert [it.event for it in people.handoffs.untold()] == [MISSED]
    assert people.handoffs.of(CHAT) is None


def test_a_person_hears_that_words_after_the_end_are_told_to_nobody(world: World, people: People):
    live = taken(people)
    people.handoffs.take("e-said", live.id, SAID, GRACE, "good bye")
    people.handoffs.take("e-over", live.id, HANDED_BACK, GRACE, "")
    for _ in range(2):
        people.handoffs.take("e-more", live.id, SAID, GRACE, "one more thing")
    people.handoffs.take("e-again", live.id, HANDED_BACK, GRACE, "")
    people.run_errands()
    assert world.desk.untold_words == ["e-more"]


def test_that_it_cannot_be_noted_is_nothing_to_the_customer(world: World, people: People):
    live = taken(people)
    people.handoffs.take("e-over", live.id, HANDED_BACK, GRACE, "")
    people.handoffs.take("e-more", live.id, SAID, GRACE, "one more thing")
    world.desk.fails = Ended(live.id)
    people.run_errands()
    assert people.handoffs.untold() == []
    assert people.handoffs.errands() == []


def test_who_falls_silent_is_asked_and_then_let_go(world: World, people: People):
    live = taken(people)
    world.clock.move(minutes=9)
    people.mind_the_time()
    assert people.handoffs.untold() == []

    world.clock.move(minutes=1)
    people.mind_the_time()
    people.mind_the_time()
    (asked,) = people.handoffs.untold()
    assert asked.event == STILL_THERE
    people.handoffs.told(asked.event_id)

    world.clock.move(minutes=5)
    people.mind_the_time()
    people.run_errands()
    assert [it.ending for it in people.handoffs.left()] == [SILENCE]
    assert world.desk.ended == {live.id: "customer_left"}


def test_who_answers_is_not_let_go(world: World, people: People):
    live = taken(people)
    world.clock.move(minutes=11)
    people.mind_the_time()
    write(world, "sorry, I am here")
    people.handoffs.take("e2", live.id, SAID, GRACE, "Good")
    world.clock.move(minutes=9)
    people.mind_the_time()
    assert people.handoffs.of(CHAT)


def test_a_person_who_does_not_answer_is_waited_for_no_longer(world: World, people: People):
    taken(people)
    world.clock.move(minutes=1)
    write(world, "are you there?")
    world.clock.move(minutes=15)
    people.mind_the_time()
    assert [it.ending for it in people.handoffs.left()] == [UNANSWERED]


def test_nobody_waits_longer_than_a_quarter_of_an_hour(world: World, people: People):
    live = called(people)
    world.clock.move(minutes=15)
    people.mind_the_time()
    people.run_errands()
    assert [(it.ending, it.officer) for it in people.handoffs.left()] == [(UNANSWERED, None)]
    assert world.desk.ended == {live.id: "customer_left"}


def test_nobody_waits_when_the_chat_closes(world: World, people: People):
    world.clock.move(hours=6, minutes=55)
    live = called(people)
    world.clock.move(minutes=6)
    people.mind_the_time()
    people.run_errands()
    assert [it.ending for it in people.handoffs.left()] == [CLOSED]
    assert world.desk.ended == {live.id: "closed_for_today"}


def test_who_is_with_a_person_stays_when_the_chat_closes(world: World, people: People):
    world.clock.move(hours=6, minutes=55)
    taken(people)
    world.clock.move(minutes=6)
    people.mind_the_time()
    assert people.handoffs.of(CHAT)


def test_an_opening_that_was_interrupted_is_none(world: World, people: People):
    people.handoffs.begin(CHAT, "en")
    world.clock.move(minutes=2)
    people.mind_the_time()
    assert people.handoffs.of(CHAT) is None
    assert people.handoffs.left() == []


def test_what_is_handed_back_is_not_ended_by_us(world: World, people: People):
    live = taken(people)
    people.handoffs.take("e2", live.id, HANDED_BACK, GRACE, "")
    people.mind_the_time()
    people.run_errands()
    assert world.desk.ended == {}
