"""What waits at the desk: reports in queues by what they need, in the order of their deadlines."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, false, func, select
from sqlalchemy.orm import Session

from billing.errors import InvalidError
from billing.models import Ticket
from billing.reports import ACKNOWLEDGED, OPEN

Condition = ColumnElement[bool]


def queue(session: Session, name: str, now: datetime, officer: str | None = None) -> list[Ticket]:
    """The reports of a queue: what is overdue first, then what is due soonest.

    Raises InvalidError for a queue that there is not. `mine` is the officer's; nobody's is empty.
    """
    queues = _queues(now, officer)
    if name not in queues:
        raise InvalidError(f"the queue is none of: {', '.join(queues)}")
    in_order = (_overdue(now).desc(), Ticket.answer_due_at, Ticket.id)
    return list(session.scalars(select(Ticket).where(queues[name]).order_by(*in_order)))


def counts(session: Session, now: datetime, officer: str | None = None) -> dict[str, int]:
    """How many reports each queue has."""
    return {
        name: session.scalars(select(func.count()).select_from(Ticket).where(condition)).one()
        for name, condition in _queues(now, officer).items()
    }


def at_the_desk() -> Condition:
    """Open, and it is not its customer who has to answer."""
    return and_(Ticket.status.in_(OPEN), Ticket.status != "pending")


def _overdue(now: datetime) -> Condition:
    return and_(at_the_desk(), Ticket.answer_due_at < now)


def _queues(now: datetime, officer: str | None) -> dict[str, Condition]:
    is_open = Ticket.status.in_(OPEN)
    is_mine = false() if officer is None else Ticket.owner == officer
    return {
        "overdue": _overdue(now),
        "dueSoon": and_(at_the_desk(), Ticket.remind_at <= now, Ticket.answer_due_at >= now),
        "new": Ticket.status == ACKNOWLEDGED,
        "mine": and_(is_open, is_mine),
        "waiting": Ticket.status == "pending",
        "open": is_open,
    }
