"""The desk's queues: those of every officer, and one of what only a supervisor decides."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import Session

from billing import queues
from billing.credit_rules import CreditRules
from billing.decisions import Officer
from billing.models import Ticket
from billing.reports import OPEN

ALL_OPEN, ABOVE_LIMITS = "open", "aboveLimits"


def queue(
    session: Session, name: str, now: datetime, officer: Officer, rules: CreditRules
) -> list[Ticket]:
    """The reports of a queue, what is overdue first, then what is due soonest.

    Raises InvalidError for a queue that there is not.
    """
    if name != ABOVE_LIMITS:
        return queues.queue(session, name, now, officer.name)
    above = select(Ticket).where(_above_limits(rules))
    return list(session.scalars(above.order_by(Ticket.answer_due_at, Ticket.id)))


def counts(session: Session, now: datetime, officer: Officer, rules: CreditRules) -> dict[str, int]:
    """How many reports each queue has, of those that concern the officer's role."""
    counted = queues.counts(session, now, officer.name)
    if officer.role not in rules.limits:
        del counted["mine"]
    elif not rules.limits[officer.role]:
        above = select(func.count()).select_from(Ticket).where(_above_limits(rules))
        counted[ABOVE_LIMITS] = session.scalars(above).one()
    return counted


def _above_limits(rules: CreditRules) -> ColumnElement[bool]:
    """Open, and more than any role with a limit may give back."""
    most: dict[str, int] = {}
    for limits in rules.limits.values():
        for currency, limit in limits.items():
            most[currency] = max(limit, most.get(currency, 0))
    limit_of_currency = case(most, value=Ticket.currency, else_=0)
    return and_(Ticket.status.in_(OPEN), Ticket.disputed_amount > limit_of_currency)
