"""When a person can be reached: the operator's calendar, hours and contacts."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import holidays
import yaml

Span = tuple[time, time]
SATURDAY = 5
#: Days that are looked at for the next opening.
HORIZON = 366


@dataclass(frozen=True)
class Operator:
    """What is true of this operator: names, contacts, hours per way of reaching it."""

    name: str
    zone: ZoneInfo
    city: str
    country: str
    phone: str
    email: str
    address: str
    hours: dict[str, dict[str, Span]]
    closed_days: list[date]

    @classmethod
    def from_environment(cls) -> "Operator":
        """The operator described in `OPERATOR_FILE`, by default the demonstration one."""
        file = os.environ.get("OPERATOR_FILE") or Path(__file__).with_name("operator.yml")
        said = yaml.safe_load(Path(file).read_text(encoding="utf-8"))
        return cls(
            name=said["name"],
            zone=ZoneInfo(said["time_zone"]),
            city=said["city"],
            country=said["country"],
            phone=said["phone"],
            email=said["email"],
            address=said["address"],
            hours={way: _spans(days) for way, days in said["hours"].items()},
            closed_days=said["closed_days"],
        )


@dataclass(frozen=True)
class Opening:
    """Whether somebody is there now, and the instant (aware) at which that changes."""

    is_open: bool
    changes: datetime


class Hours:
    """Answers from the operator's calendar and the clock."""

    def __init__(self, operator: Operator, now: Callable[[], datetime]) -> None:
        self.operator = operator
        self._now = now

    def of(self, way: str) -> Opening:
        """Whether `way` (phone, office) is open now. Raises ValueError if it never opens."""
        moment = self._now().astimezone(self.operator.zone)
        span = self._span(way, moment.date())
        if span and span[0] <= moment.time() < span[1]:
            return Opening(True, self._at(moment.date(), span[1]))
        for ahead in range(HORIZON):
            day = moment.date() + timedelta(days=ahead)
            span = self._span(way, day)
            if span and (ahead > 0 or moment.time() < span[0]):
                return Opening(False, self._at(day, span[0]))
        raise ValueError(f"{way} does not open within {HORIZON} days")

    def _span(self, way: str, day: date) -> Span | None:
        if day in self.operator.closed_days or day in _holidays(self.operator.country):
            return None
        hours = self.operator.hours[way]
        if day.weekday() < SATURDAY:
            return hours.get("weekdays")
        return hours.get("saturday") if day.weekday() == SATURDAY else None

    def _at(self, day: date, moment: time) -> datetime:
        return datetime.combine(day, moment, self.operator.zone)


@cache
def _holidays(country: str) -> Any:
    return holidays.country_holidays(country)


def _spans(days: dict[str, list[str]]) -> dict[str, Span]:
    return {
        name: (time.fromisoformat(span[0]), time.fromisoformat(span[1]))
        for name, span in days.items()
    }
