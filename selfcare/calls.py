"""Calls as rated: what a customer sees in the list and can dispute."""

from dataclasses import dataclass
from datetime import datetime

from selfcare.money import Money


@dataclass(frozen=True)
class Call:
    """One call detail record (CDR).

    `started` is aware; `duration` in seconds; `price` with tax; `kind` is local, mobile,
    international, premium or roaming; `ineligible` is a reason code, or nothing where a
    credit can be asked for.
    """

    id: str
    line_id: str
    started: datetime
    number: str
    kind: str
    country: str
    duration: int
    price: Money
    bill_id: str | None
    ineligible: str | None

    @property
    def is_charged(self) -> bool:
        """Whether it cost anything."""
        return self.price.minor > 0
