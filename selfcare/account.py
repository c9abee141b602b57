"""Who the customer is to the operator: the account and its telephone lines."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Home:
    """Where the operator is at home: what an account has that does not say otherwise."""

    currency: str
    time_zone: str
    country: str


@dataclass(frozen=True)
class Account:
    """A billing account. Currency and time zone belong to it."""

    id: str
    holder: str
    currency: str
    time_zone: str
    country: str

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which this account's days and months run."""
        return ZoneInfo(self.time_zone)


@dataclass(frozen=True)
class Line:
    """A telephone line: a product of the inventory with its number (E.164)."""

    id: str
    number: str
