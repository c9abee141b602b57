"""May a credit be asked for this call? The one place that knows."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from functools import cache
from pathlib import Path

from billing.credit_rules import FILE, credit_rules


class Ineligible(str, Enum):
    """Why not."""

    ALREADY_CREDITED = "already_credited"
    ALREADY_DISPUTED = "already_disputed"
    INCLUDED_IN_PLAN = "included_in_plan"
    UNBILLED = "unbilled"
    TOO_OLD = "too_old"


#: Without these, money would be given twice, or where none was taken.
ALWAYS = {Ineligible.ALREADY_CREDITED, Ineligible.ALREADY_DISPUTED, Ineligible.INCLUDED_IN_PLAN}


@dataclass(frozen=True)
class CallFacts:
    """What decides: `amount` in minor units; `bill_date` None while the call is on no bill.

    `disputed`: a report about the call stands, open or decided; a withdrawn one does not count.
    """

    amount: int
    bill_date: datetime | None
    credited: bool
    disputed: bool


def ineligibility(
    facts: CallFacts,
    now: datetime,
    age_limit: timedelta,
    reasons: Collection[Ineligible] | None = None,
) -> Ineligible | None:
    """The first of the reasons, in their order, that stands against a credit: those of
    `credit_rules.yml`, unless others are given.

    A call that cost nothing is included in the plan, whatever the plan says of its type; one that
    the plan includes and that was charged nevertheless can be disputed. The age counts from the
    bill's date, and the limit's last moment is still in time.
    """
    against = {
        Ineligible.ALREADY_CREDITED: facts.credited,
        Ineligible.ALREADY_DISPUTED: facts.disputed,
        Ineligible.INCLUDED_IN_PLAN: facts.amount == 0,
        Ineligible.UNBILLED: facts.bill_date is None,
        Ineligible.TOO_OLD: facts.bill_date is not None and now - facts.bill_date > age_limit,
    }
    asked = read_reasons() if reasons is None else reasons
    return next((reason for reason in asked if against[reason]), None)


@cache
def read_reasons(path: Path = FILE) -> tuple[Ineligible, ...]:
    """Those of the operator's rules. Raises ValueError without the ones that there must be."""
    reasons = tuple(map(Ineligible, credit_rules(path).ineligible))
    if missing := ALWAYS.difference(reasons):
        raise ValueError(f"ineligible: {', '.join(sorted(missing))} must be among them")
    return reasons
