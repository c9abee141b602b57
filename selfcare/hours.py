"""When a person can be reached: the operator's hours and contacts, by the calendar and the clock.

Hours are times of the clock where the operator is. They become instants before they are compared,
so a night in which the clocks change is as long as it is.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml

from selfcare.calendar import Holidays, Span, SpecialDay, hours_on, read_week

#: Days that are looked at for the next opening.
HORIZON = 366
#: What the hours of a way are that never closes.
ALWAYS = "always"
#: The live chat; each channel may have hours of its own: "chat.web", "chat.telegram" …
CHAT = "chat"
#: What a promise is rounded up to.
PROMISED_TO = timedelta(minutes=30)


@dataclass(frozen=True)
class Operator:
    """What is true of this operator: names, contacts, hours per way of reaching it.

    `hours` has a week for each way, or nothing for one that is always there. `answer_hours`: so
    many hours in which somebody is there pass at most until what was written is answered.
    """

    name: str
    zone: ZoneInfo
    city: str
    country: str
    phone: str
    email: str
    address: str
    hours: "dict[str, dict[str, Span] | None]"
    closed_days: list[date]
    region: str | None = None
    special_days: list[SpecialDay] = field(default_factory=list)
    answer_hours: int = 4

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
            hours={
                way: None if week == ALWAYS else read_week(week)
                for way, week in said["hours"].items()
            },
            closed_days=said.get("closed_days") or [],
            region=said.get("region"),
            special_days=[SpecialDay.read(day) for day in said.get("special_days") or []],
            answer_hours=int(said.get("answer_hours", 4)),
        )

    def chat_of(self, channel: str) -> str:
        """The way whose hours the live chat on `channel` has."""
        for way in (f"{CHAT}.{channel}", f"{CHAT}.web", CHAT):
            if way in self.hours:
                return way
        return "phone"


@dataclass(frozen=True)
class Opening:
    """Whether somebody is there now, and the instant (aware) at which that changes.

    Of what is always there nothing changes: then `changes` is the end of the horizon.
    """

    is_open: bool
    changes: datetime


class Hours:
    """Answers from the operator's calendar and the clock."""

    def __init__(self, operator: Operator, now: Callable[[], datetime]) -> None:
        self.operator = operator
        self._now = now
        self._holidays = Holidays(operator.country, operator.region)

    def of(self, way: str) -> Opening:
        """Whether `way` (phone, office, chat.web …) is open now.

        Raises ValueError if it never opens, KeyError for a way that there is not.
        """
        now, today = self._now(), self._today()
        if self.operator.hours[way] is None:
            return Opening(True, self._at(today + timedelta(days=HORIZON), time.min))
        for opens, closes in self._spans(way, today):
            if now < opens:
                return Opening(False, opens)
            if now < closes:
                return Opening(True, closes)
        raise ValueError(f"{way} does not open within {HORIZON} days")

    def answered_by(self, way: str) -> datetime:
        """By when somebody has answered what is written now: the hours that are promised, counted
        while `way` is open, rounded up to half an hour. Raises what `of` raises.
        """
        now, left = self._now(), timedelta(hours=self.operator.answer_hours)
        if self.operator.hours[way] is None:
            return self._rounded(now + left)
        for opens, closes in self._spans(way, self._today()):
            begins = max(opens, now)
            if closes <= begins:
                continue
            if left <= closes - begins:
                return min(self._rounded(begins + left), closes)
            left -= closes - begins
        raise ValueError(f"{way} is not open long enough within {HORIZON} days")

    def special_days(self, days: int) -> list[SpecialDay]:
        """The special days from today on that are at most so many days away, in their order."""
        today = self._today()
        near = [
            it for it in self.operator.special_days if today <= it.day <= today + timedelta(days)
        ]
        return sorted(near, key=lambda it: it.day)

    def closed_because(self, way: str) -> "SpecialDay | None":
        """The special day on which `way` is closed today, if that is why."""
        found = self._special(way, self._today())
        return found if found and found.span is None else None

    def is_holiday(self) -> bool:
        """Whether today is a public holiday where the operator is."""
        return self._today() in self._holidays

    def _spans(self, way: str, first: date) -> "Iterator[tuple[datetime, datetime]]":
        """From when to when `way` is open, day by day from `first` on."""
        for ahead in range(HORIZON):
            day = first + timedelta(days=ahead)
            span = self._span(way, day)
            if span:
                yield self._at(day, span[0]), self._at(day, span[1])

    def _span(self, way: str, day: date) -> Span | None:
        special, usual = self._special(way, day), hours_on(self.operator.hours[way] or {}, day)
        if special:
            # A day's hours for all ways do not open one that is closed on that day of the week.
            return special.span if usual or special.ways else None
        if day in self.operator.closed_days or day in self._holidays:
            return None
        return usual

    def _special(self, way: str, day: date) -> "SpecialDay | None":
        special = self.operator.special_days
        return next((it for it in special if it.day == day and it.is_about(way)), None)

    def _today(self) -> date:
        return self._now().astimezone(self.operator.zone).date()

    def _at(self, day: date, moment: time) -> datetime:
        """The instant, in UTC: in one zone, Python compares what the clocks show."""
        return datetime.combine(day, moment, self.operator.zone).astimezone(timezone.utc)

    def _rounded(self, moment: datetime) -> datetime:
        over = (moment - datetime.min.replace(tzinfo=timezone.utc)) % PROMISED_TO
        return moment + (PROMISED_TO - over) if over else moment
