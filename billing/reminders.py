"""The desk is reminded, once, of a report whose answer is due soon."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from billing.audit import note_down
from billing.models import Ticket
from billing.queues import at_the_desk

#: Who reminds, in the audit trail.
BILLING = "billing"


def remind(session: Session, now: datetime) -> list[Ticket]:
    """Note down the reminders whose time has come; the reports, in the order in which they are due.

    A report that waits for its customer is not reminded of.
    """
    due = (
        select(Ticket)
        .where(at_the_desk(), Ticket.remind_at <= now, Ticket.reminded_at.is_(None))
        .order_by(Ticket.answer_due_at, Ticket.id)
        .with_for_update()
    )
    reports = list(session.scalars(due))
    for report in reports:
        report.reminded_at = now
        told = {"due": report.answer_due_at.isoformat(), "owner": report.owner}
        note_down(session, BILLING, "remind", report, told, now)
    return reports
