"""The operator's days: public holidays, and days that are closed or have hours of their own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import cache
from typing import Any

import holidays

Span = tuple[time, time]
#: The days by name, as `date.weekday` counts them.
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = "weekdays"
SATURDAY = 5


@dataclass(frozen=True)
class SpecialDay:
    """A day on which some ways to reach the operator, or with none named all, have other hours.

    Without a `span` they are closed. `reason` may be shown to customers, by language.
    """

    day: date
    span: Span | None = None
    ways: tuple[str, ...] = ()
    reason: Mapping[str, str] = field(default_factory=dict)

    def is_about(self, way: str) -> bool:
        """Whether it changes the hours of `way`; "chat" stands for the chat of every channel."""
        return not self.ways or way in self.ways or way.partition(".")[0] in self.ways

    @classmethod
    def read(cls, said: "dict[str, Any]") -> "SpecialDay":
        """From the operator's file. Raises ValueError for what cannot be meant."""
        if not isinstance(said.get("day"), date):
            raise ValueError(f"special_days: {said.get('day')!r} is no day")
        hours = said.get("hours")
        ways = tuple(said.get("ways") or ())
        return cls(said["day"], read_span(hours) if hours else None, ways, said.get("reason") or {})


@dataclass(frozen=True)
class Holidays:
    """The public holidays of a country, with those of one of its regions where that is named."""

    country: str
    region: str | None = None

    def __contains__(self, day: date) -> bool:
        return day in _holidays(self.country, self.region)


def hours_on(week: "Mapping[str, Span]", day: date) -> Span | None:
    """The hours that a week has on that day: by its name, or those of all days from Monday on."""
    name = DAYS[day.weekday()]
    if name in week:
        return week[name]
    return week.get(WEEKDAYS) if day.weekday() < SATURDAY else None


def read_week(said: "dict[str, list[str]]") -> "dict[str, Span]":
    """The hours of a week by day. Raises ValueError for a day that there is not."""
    strange = set(said) - {WEEKDAYS, *DAYS}
    if strange:
        raise ValueError(f"hours: no such day: {', '.join(sorted(strange))}")
    return {name: read_span(span) for name, span in said.items()}


def read_span(said: "list[str]") -> Span:
    """From when to when, on one day. Raises ValueError where it ends before it begins."""
    opens, closes = (time.fromisoformat(moment) for moment in said)
    if opens >= closes:
        raise ValueError(f"hours: {said[0]} is not before {said[1]}")
    return opens, closes


@cache
def _holidays(country: str, region: str | None) -> Any:
    return holidays.country_holidays(country, subdiv=region)
