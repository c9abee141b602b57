"""Billing cycles: the billed ones and the one that is running."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from selfcare.account import Account
from selfcare.money import Money


@dataclass(frozen=True)
class Bill:
    """An issued bill over the days `first` to `last` (both included, the account's time zone)."""

    id: str
    number: str
    first: date
    last: date
    amount: Money
    remaining: Money
    due: date | None


@dataclass(frozen=True)
class BillingCycle:
    """The days `first` to `last` (both included), with their bill once it is issued."""

    first: date
    last: date
    bill: Bill | None

    @property
    def key(self) -> str:
        """Names the cycle among this customer's: its first day."""
        return self.first.isoformat()

    @property
    def month(self) -> str:
        """The calendar month in which most of the cycle lies, as `YYYY-MM`."""
        middle = self.first + (self.last - self.first) / 2
        return f"{middle:%Y-%m}"

    def instants(self, account: Account) -> "tuple[datetime, datetime]":
        """From the first instant (included) to the first one after the cycle (not included)."""
        start = datetime.combine(self.first, time(), account.zone)
        end = datetime.combine(self.last + timedelta(days=1), time(), account.zone)
        return start.astimezone(timezone.utc), end.astimezone(timezone.utc)


def billing_cycles(bills: Sequence[Bill], today: date) -> list[BillingCycle]:
    """The cycles that a customer can look at, the running one first."""
    billed = [BillingCycle(bill.first, bill.last, bill) for bill in bills]
    billed.sort(key=lambda cycle: cycle.first, reverse=True)
    start = billed[0].last + timedelta(days=1) if billed else today.replace(day=1)
    running = BillingCycle(start, _end_of_cycle(start), None)
    return [running, *billed] if start <= today else billed


def _end_of_cycle(start: date) -> date:
    year, month = divmod(start.year * 12 + start.month, 12)
    try:
        following = date(year, month + 1, start.day)
    except ValueError:  # the day does not exist in the following month
        following = date(year, month + 1, 28)
    return following - timedelta(days=1)
