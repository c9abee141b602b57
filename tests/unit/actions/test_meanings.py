"""An unclear message: the likeliest meanings as buttons, then a person."""

from __future__ import annotations

from typing import Any

import pytest

from actions.conversation import ActionFallback
from actions.meanings import TITLES
from actions.turn import Turn
from actions.written_report import ActionStartWrittenReport, WrittenReportForm
from tests.unit.actions.customer import Customer, create_turn, read_payload, rendered
from tests.unit.selfcare.fakes import World

UNCLEAR = "pues lo del aparato ese que tengo en el salón"


def unclear(world: World, ranking: dict[str, float], **slots: Any) -> Turn:
    """After a message of which the classifier is so and so sure."""
    turn = create_turn(world, UNCLEAR, slots=slots)
    turn.tracker.latest_message["intent_ranking"] = [
        {"name": name, "confidence": confidence} for name, confidence in ranking.items()
    ]
    ActionFallback().attend(turn)
    return turn


def payloads(turn: Turn) -> list[str]:
    return [it["payload"] for it in turn.dispatcher.messages[0].get("choices") or ()]


def test_the_three_likeliest_wishes_are_offered(world: World):
    turn = unclear(
        world,
        {
            "nlu_fallback": 0.4,
            "report_lost_equipment": 0.24,
            "greet": 0.23,
            "report_fault": 0.22,
            "track_order": 0.21,
            "request_service": 0.2,
            "view_bill": 0.19,
        },
    )
    (message,) = turn.dispatcher.messages
    assert message["response"] == "utter_ask_meaning"
    assert payloads(turn) == ["/report_lost_equipment", "/report_fault", "/track_order", "/help"]


@pytest.mark.parametrize("ranking", [{}, {"greet": 0.3, "affirm": 0.25, "view_bill": 0.15}])
def test_where_nothing_is_likely_the_main_journeys_are_offered(
    world: World, ranking: dict[str, float]
):
    turn = unclear(world, ranking)
    assert turn.dispatcher.messages[0]["response"] == "utter_not_understood"
    assert "/dispute_charge" in payloads(turn)


def test_the_second_time_a_person_is_offered(world: World):
    turn = unclear(world, {"report_fault": 0.3}, misses=1)
    assert payloads(turn)[0] == "/human_handoff"


def test_the_unclear_words_go_into_the_report_that_is_chosen(world: World):
    unclear(world, {"report_fault": 0.3, "report_lost_equipment": 0.3})
    customer = Customer(world)
    answer = customer.starts(
        ActionStartWrittenReport(), "/report_fault", "report_fault", WrittenReportForm()
    )
    assert answer.said == ["utter_ask_confirmed_report"]
    assert UNCLEAR in answer.texts[0]


@pytest.mark.parametrize("intent", TITLES)
def test_every_meaning_can_be_named(world: World, intent: str):
    turn = unclear(world, {intent: 0.3})
    assert read_payload(payloads(turn)[0])[0] == intent
    assert all(rendered(turn.dispatcher.messages[0], "pl"))
