"""What is before a customer whose words are read: a list of calls, and the latest cycles."""

from datetime import date, datetime, timezone
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


def a_list(
    home: str, mobile: str, local: str, premium: str, away: str, currency: str
) -> list[Call]:
    """Ten calls of a week, the latest first; the fifth and the sixth are the same one twice."""
    told = [
        (17, "23:40:00", local, "local", home, 30, 45),
        (16, "18:29:00", mobile + "123", "mobile", home, 65, 121),
        (16, "09:05:00", "+212661234567", "international", "MA", 600, 840),
        (14, "12:30:00", "+4915112345678", "international", "DE", 1200, 310),
        (12, "20:16:40", mobile + "777", "mobile", home, 120, 180),
        (12, "20:16:05", mobile + "777", "mobile", home, 120, 180),
        (12, "00:15:00", premium, "premium", home, 90, 999),
        (11, "20:45:00", "+380441234999", "international", "UA", 301, 500),
        (11, "06:10:00", "+212522998877", "international", "MA", 60, 250),
        (10, "14:00:00", "+351912345000", "roaming", away, 400, 210),
    ]
    return [
        Call(
            f"call-{place}",
            "line",
            datetime.fromisoformat(f"2026-10-{day:02}T{clock}+02:00").astimezone(timezone.utc),
            number,
            kind,
            country,
            seconds,
            Money(minor, currency),
            "bill",
            None,
        )
        for place, (day, clock, number, kind, country, seconds, minor) in enumerate(told, 1)
    ]


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
