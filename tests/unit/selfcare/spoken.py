"""What is before a customer whose words are read: a list of calls, and the latest cycles."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from selfcare.bills import Bill, BillingCycle
from selfcare.calls import Call
from selfcare.money import Money


def sunday(zone: str) -> datetime:
    """Three o'clock on a Sunday afternoon."""
    return datetime(2026, 10, 18, 15, 0, tzinfo=ZoneInfo(zone))


def a_call(
    number: str, kind: str, country: str, seconds: int, minor: int, currency: str = "EUR"
) -> Call:
    """A call of this day; a price in minor units."""
    price = Money(minor, currency)
    started = sunday("Europe/Madrid")
    return Call(number, "line", started, number, kind, country, seconds, price, "bill", None)


def _cycle(month: int, days: int, is_billed: bool = True) -> BillingCycle:
    first, last = date(2026, month, 1), date(2026, month, days)
    nothing = Money(0, "EUR")
    bill = Bill(f"b{month}", f"F-{month}", first, last, nothing, nothing, None)
    return BillingCycle(first, last, bill if is_billed else None)


#: Those of six calls.
ALL = (1, 2, 3, 4, 5, 6)
CYCLES = [
    _cycle(10, 31, is_billed=False),
    _cycle(9, 30),
    _cycle(8, 31),
    _cycle(7, 31),
    _cycle(6, 30),
    _cycle(5, 31),
]
