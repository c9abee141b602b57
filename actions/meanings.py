"""What an unclear message may have meant, as buttons in words that customers use."""

from typing import Any

from actions import say
from actions.turn import Turn
from selfcare.written_report import TOPICS

#: The title of each meaning that can be offered; the others are no wishes ("yes", "hello").
TITLES = {
    "dispute_charge": "button_dispute",
    "view_call_activity": "button_view_calls",
    "check_report_status": "button_check_report",
    "human_handoff": "button_person",
    "opening_hours": "button_opening_hours",
    "help": "button_help",
    "log_in": "button_sign_in",
    **{
        name: f"topic_{name}"
        for name in (
            *TOPICS,
            "login_problem",
            "view_account",
            "credit_timing",
            "report_fraud",
            "withdraw_dispute",
            "answer_offer",
        )
    },
}
#: What a meaning says besides itself.
CARRIED = {"report_fraud": '{"dispute_reason":"fraud"}'}
#: How likely a meaning must be to be offered, and how many are.
LIKELY = 0.2
MOST = 3


def likely_meanings(turn: Turn) -> "list[dict[str, Any]]":
    """A button for each likely meaning of the message, the likeliest first."""
    ranking = turn.tracker.latest_message.get("intent_ranking") or []
    likely = [
        meaning["name"]
        for meaning in ranking
        if meaning["name"] in TITLES and meaning["confidence"] >= LIKELY
    ]
    return [
        say.choice(TITLES[intent], f"/{intent}{CARRIED.get(intent, '')}")
        for intent in likely[:MOST]
    ]
