"""Instants as a customer says them: "tomorrow at 8", with their own clock beside the operator's."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from actions import say
from actions.turn import Turn
from selfcare.errors import SelfcareError

#: Days from today that are called by a name of their own.
DAYS_WITH_A_NAME = {0: "today", 1: "tomorrow"}


def at(turn: Turn, instant: datetime) -> Any:
    """ "Tomorrow at 8", where the operator is; and where the customer is, if that differs."""
    return _with_your_time(turn, instant, "opens")


def by(turn: Turn, instant: datetime) -> Any:
    """ "Tomorrow by 12": an instant until which something is done."""
    return _with_your_time(turn, instant, "by")


def time_of(turn: Turn, instant: datetime) -> Any:
    """An instant of today by the clock alone."""
    return _with_your_time(turn, instant, "")


def your_zone(turn: Turn, instant: datetime) -> "ZoneInfo | None":
    """The zone of the account that is signed in, where its clock is another than the operator's at
    that instant. What billing does not tell is not told: the operator's own time is right, too.
    """
    if not turn.services.signin.is_signed_in(turn.conversation):
        return None
    try:
        zone = turn.services.billing.account(turn.token).zone
    except SelfcareError:
        return None
    ours = instant.astimezone(turn.services.hours.operator.zone)
    return zone if instant.astimezone(zone).utcoffset() != ours.utcoffset() else None


def _with_your_time(turn: Turn, instant: datetime, kind: str) -> Any:
    zone = turn.services.hours.operator.zone
    said = _said(turn, instant, zone, kind)
    yours = your_zone(turn, instant)
    if yours is None:
        return said
    same_day = _days_ahead(turn, instant, yours) == _days_ahead(turn, instant, zone)
    there = _said(turn, instant, yours, "" if same_day else "opens")
    return say.message("with_your_time", at=said, yours=there)


def _said(turn: Turn, instant: datetime, zone: ZoneInfo, kind: str) -> Any:
    time = say.moment(instant, zone.key, "time")
    if not kind:
        return time
    ahead = _days_ahead(turn, instant, zone)
    if ahead in DAYS_WITH_A_NAME:
        return say.message(f"{kind}_{DAYS_WITH_A_NAME[ahead]}", time=time)
    day = say.weekday(instant.astimezone(zone).date())
    return say.message(f"{kind}_on", day=day, time=time)


def _days_ahead(turn: Turn, instant: datetime, zone: ZoneInfo) -> int:
    today = turn.services.now().astimezone(zone).date()
    return (instant.astimezone(zone).date() - today).days
