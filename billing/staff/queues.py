"""The desk's queues."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from billing.models import Ticket
from billing.reports import ACKNOWLEDGED, OPEN

QUEUES = ("open", "overdue", "new", "waiting")


def queue(session: Session, name: str, now: datetime, officer: str | None = None) -> list[Ticket]:
    """The reports of a queue, those due soonest first."""
    kept = select(Ticket).where(Ticket.status.in_(OPEN)).order_by(Ticket.answer_due_at, Ticket.id)
    if name == "overdue":
        kept = kept.where(Ticket.answer_due_at < now)
    elif name == "new":
        kept = kept.where(Ticket.status == ACKNOWLEDGED)
    elif name == "waiting":
        kept = kept.where(Ticket.status == "pending")
    return list(session.scalars(kept))


def counts(session: Session, now: datetime, officer: str | None = None) -> dict[str, int]:
    return {name: len(queue(session, name, now, officer)) for name in QUEUES}
