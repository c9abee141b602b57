"""A person: contacts, and when they answer."""

from typing import Any

from actions import say, when
from actions.base import START, SelfcareAction
from actions.messages import begin_message, is_chat_open
from actions.turn import Turn
from selfcare.calendar import SpecialDay
from selfcare.hours import Opening, Operator

#: Days for which special days are told of beforehand.
SOON = 14
#: What a special day without any named is about.
ALL_WAYS = ("phone", "office", "chat")


def reach_a_person(turn: Turn) -> None:
    """Outside the hours of the channel's live chat a message can be left; in the middle of a form
    that has to wait.
    """
    if is_busy(turn) or is_chat_open(turn):
        tell_contacts(turn)
    else:
        begin_message(turn)


def is_busy(turn: Turn) -> bool:
    """Whether a message would take the place of something: of what is being put together, or was
    confirmed and may not have arrived.
    """
    draft = turn.services.drafts.of(turn.conversation)
    is_on_its_way = draft is not None and draft.confirmed and draft.report is None
    return turn.form not in (None, "sign_in_form") or is_on_its_way


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
        for special in turn.services.hours.special_days(SOON):
            _tell_special_day(turn, special)
        turn.say(
            "utter_opening_hours",
            phone=say.phone(operator.phone),
            address=operator.address,
            city=operator.city,
            phone_hours=_week(operator, "phone"),
            office_hours=_week(operator, "office"),
            chat_hours=_week(operator, operator.chat_of(turn.conversation.channel)),
            choices=[] if turn.form else START,
        )
        _tell_clocks(turn)


def _change(turn: Turn, opening: Opening) -> "dict[str, Any]":
    """When it closes, or when it opens: "tomorrow at 8"."""
    if opening.is_open:
        return {"closes": when.time_of(turn, opening.changes)}
    return {"opens": when.at(turn, opening.changes)}


def _week(operator: Operator, way: str) -> Any:
    week = operator.hours[way]
    if week is None:
        return say.message("hours_always")
    return say.several(
        [
            say.message(f"hours_{days}", **{"from": say.clock(span[0]), "to": say.clock(span[1])})
            for days, span in week.items()
        ]
    )


def _tell_special_day(turn: Turn, special: SpecialDay) -> None:
    """A day with other hours, with its reason where there is one to be shown."""
    response, day = "utter_special_day", say.weekday(special.day)
    told: dict[str, Any] = {"day": day, "ways": _ways(special)}
    if special.span:
        response += "_hours"
        told |= {"from": say.clock(special.span[0]), "to": say.clock(special.span[1])}
    reason = special.reason.get(turn.language)
    if reason:
        turn.say(f"{response}_because", reason=reason, **told)
    else:
        turn.say(response, **told)


def _ways(special: SpecialDay) -> Any:
    named = special.ways or ALL_WAYS
    return say.several([say.message(f"way_{way.partition('.')[0]}") for way in named])


def _tell_clocks(turn: Turn) -> None:
    """What the clocks show now, there and here, where they differ."""
    now = turn.services.now()
    zone = when.your_zone(turn, now)
    if zone is not None:
        operator = turn.services.hours.operator
        there = say.moment(now, operator.zone.key, "time")
        turn.say(
            "utter_clocks", city=operator.city, there=there, here=say.moment(now, zone.key, "time")
        )
