"""The calls that a demonstration customer's line made in one cycle."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from billing.demo.cycles import Cycle
from billing.demo.people import ABROAD, DemoCustomer, DemoLine

CALLS_PER_CUSTOMER = 300
CYCLES = 6
SHORTEST, TYPICAL = 20, 240
WAKING_HOURS = (8, 9, 10, 11, 12, 13, 14, 16, 17, 18, 18, 19, 19, 20, 20, 21, 22)


@dataclass(frozen=True)
class DemoCall:
    """A call before it gets an identity and a bill."""

    called_number: str
    country: str
    call_type: str
    started_at: datetime
    duration: int
    rated_millionths: int


def calls_of_cycle(
    chance: Random, customer: DemoCustomer, line: DemoLine, cycle: Cycle, until: datetime
) -> list[DemoCall]:
    """Calls between the cycle's start and `until`, in order, about half of them charged."""
    count = CALLS_PER_CUSTOMER // (CYCLES * len(customer.lines))
    charged = count // 2 + 1
    types = chance.choices(line.included, k=count - charged) + chance.choices(
        [call_type for call_type, _ in line.charged],
        [weight for _, weight in line.charged],
        k=charged,
    )
    calls = [
        _call(chance, customer, line, call_type, _moment(chance, customer, cycle, until))
        for call_type in types
    ]
    return sorted(calls, key=lambda call: call.started_at)


def night_call(customer: DemoCustomer, cycle: Cycle) -> DemoCall:
    """The expensive call at ten to three in the morning, in the middle of the cycle."""
    night = customer.night_call
    middle = (cycle.start + (cycle.end - cycle.start) / 2).astimezone(ZoneInfo(customer.time_zone))
    return DemoCall(
        night.called_number,
        night.country,
        night.call_type,
        middle.replace(hour=2, minute=50, second=9, microsecond=0).astimezone(cycle.start.tzinfo),
        night.duration,
        rated(customer, night.call_type, night.duration),
    )


def twin(call: DemoCall) -> DemoCall:
    """The same call once more, as a faulty exchange records it."""
    return replace(call, started_at=call.started_at + timedelta(seconds=1))


def rated(customer: DemoCustomer, call_type: str, duration: int) -> int:
    """The price in millionths of the unit, by the second."""
    tariff = customer.tariffs[call_type]
    return tariff.setup + tariff.minute * duration // 60


def _call(
    chance: Random, customer: DemoCustomer, line: DemoLine, call_type: str, moment: datetime
) -> DemoCall:
    country = chance.choice(customer.abroad) if call_type == "international" else customer.country
    duration = min(SHORTEST + round(chance.expovariate(1 / TYPICAL)), 3 * TYPICAL)
    included = call_type in line.included
    return DemoCall(
        _dialled(chance, _pattern(chance, customer, call_type, country), line.number),
        country,
        call_type,
        moment,
        duration,
        0 if included else rated(customer, call_type, duration),
    )


def _pattern(chance: Random, customer: DemoCustomer, call_type: str, country: str) -> str:
    match call_type:
        case "international":
            return chance.choice(ABROAD[country])
        case "premium":
            return customer.premium
        case "local":
            return customer.local
        case _:
            return customer.mobile


def _dialled(chance: Random, pattern: str, own_number: str) -> str:
    number = own_number
    while number == own_number:
        number = "".join(str(chance.randrange(10)) if sign == "#" else sign for sign in pattern)
    return number


def _moment(chance: Random, customer: DemoCustomer, cycle: Cycle, until: datetime) -> datetime:
    """A waking hour on one of the cycle's days, before `until`."""
    zone = ZoneInfo(customer.time_zone)
    days = (until - cycle.start).days
    while True:
        day = cycle.start.astimezone(zone).date() + timedelta(days=chance.randrange(days + 1))
        moment = datetime(
            day.year,
            day.month,
            day.day,
            chance.choice(WAKING_HOURS),
            chance.randrange(60),
            chance.randrange(60),
            tzinfo=zone,
        ).astimezone(cycle.start.tzinfo)
        if cycle.start <= moment < until - timedelta(hours=1):
            return moment
