"""A person: contacts, and when they answer."""

from typing import Any

from actions import say
from actions.base import START, SelfcareAction
from actions.turn import Turn
from selfcare.hours import Opening, Operator

#: Days from today that are called by a name of their own.
DAYS_WITH_A_NAME = {0: "today", 1: "tomorrow"}


def tell_contacts(turn: Turn) -> None:
    """How to reach a person, by the calendar and the clock."""
    operator, phone = turn.services.hours.operator, turn.services.hours.of("phone")
    turn.set("misses", 0)
    turn.say(
        "utter_contacts_open" if phone.is_open else "utter_contacts_closed",
        choices=[say.choice("button_opening_hours", "/opening_hours")],
        phone=say.phone(operator.phone),
        email=operator.email,
        **_change(turn, phone),
    )


class ActionOpeningHours(SelfcareAction):
    """The hours of every way to reach the operator, and whether somebody is there now."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_opening_hours"

    def act(self, turn: Turn) -> None:
        """Now first, then the week."""
        operator, phone = turn.services.hours.operator, turn.services.hours.of("phone")
        response = "utter_opening_hours_open" if phone.is_open else "utter_opening_hours_closed"
        turn.say(response, **_change(turn, phone))
        turn.say(
            "utter_opening_hours",
            phone=say.phone(operator.phone),
            address=operator.address,
            city=operator.city,
            phone_hours=_week(operator, "phone"),
            office_hours=_week(operator, "office"),
            choices=[] if turn.form else START,
        )


def _change(turn: Turn, opening: Opening) -> "dict[str, Any]":
    """When it closes, or when it opens: "tomorrow at 8"."""
    zone = turn.services.hours.operator.zone
    at = say.moment(opening.changes, str(zone), "time")
    if opening.is_open:
        return {"closes": at}
    today = turn.services.now().astimezone(zone).date()
    ahead = (opening.changes.date() - today).days
    if ahead in DAYS_WITH_A_NAME:
        return {"opens": say.message(f"opens_{DAYS_WITH_A_NAME[ahead]}", time=at)}
    weekday = say.weekday(opening.changes.date())
    return {"opens": say.message("opens_on", day=weekday, time=at)}


def _week(operator: Operator, way: str) -> Any:
    return say.several(
        [
            say.message(f"hours_{days}", **{"from": f"{span[0]:%H:%M}", "to": f"{span[1]:%H:%M}"})
            for days, span in operator.hours[way].items()
        ]
    )
