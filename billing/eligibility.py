"""May a credit be asked for this call? The one place that knows."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum


class Ineligible(str, Enum):
    """Why not."""

    ALREADY_CREDITED = "already_credited"
    ALREADY_DISPUTED = "already_disputed"
    INCLUDED_IN_PLAN = "included_in_plan"
    UNBILLED = "unbilled"
    TOO_OLD = "too_old"


@dataclass(frozen=True)
class CallFacts:
    """What decides: `amount` in minor units; `bill_date` None while the call is on no bill.

    `disputed`: a report about the call stands, open or decided; a withdrawn one does not count.
    """

    amount: int
    bill_date: datetime | None
    credited: bool
    disputed: bool


def ineligibility(facts: CallFacts, now: datetime, age_limit: timedelta) -> Ineligible | None:
    """The first reason, in this order, against a credit; None if it may be asked for.

    What was done about the call comes first, because that is what its customer wants to know.
    A call that cost nothing is included in the plan, whatever the plan says of its type; one that
    the plan includes and that was charged nevertheless can be disputed. The age counts from the
    bill's date, and the limit's last moment is still in time.
    """
    if facts.credited:
        return Ineligible.ALREADY_CREDITED
    if facts.disputed:
        return Ineligible.ALREADY_DISPUTED
    if facts.amount == 0:
        return Ineligible.INCLUDED_IN_PLAN
    if facts.bill_date is None:
        return Ineligible.UNBILLED
    if now - facts.bill_date > age_limit:
        return Ineligible.TOO_OLD
    return None
