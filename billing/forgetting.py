"""What is over is not kept for ever: what customers and officers said to each other, and where the
answer to a report was wanted. Reports, what was decided on them, and the trail stay.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select, update

from billing.database import Database
from billing.events.tables import OutboxEntry
from billing.models import Handoff, HandoffLine, Ticket
from billing.reports import OPEN

#: Conversations in one transaction.
AT_ONCE = 500


@dataclass(frozen=True)
class Forgotten:
    """How much that was."""

    conversations: int
    contacts: int


def forget(database: Database, before: datetime) -> Forgotten:
    """Forget what was over by then. A conversation that nobody ended counts from its beginning, and
    one about a report that is open stays as long as that is.
    """
    conversations = 0
    while some := _forget_conversations(database, before):
        conversations += some
    return Forgotten(conversations, _forget_contacts(database, before))


def _forget_conversations(database: Database, before: datetime) -> int:
    is_needed = select(Ticket.id).where(Ticket.id == Handoff.report, Ticket.status.in_(OPEN))
    over = (
        select(Handoff.id)
        .where(func.coalesce(Handoff.ended_at, Handoff.opened_at) <= before, ~is_needed.exists())
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    with database.write() as session:
        ids = session.scalars(over).all()
        session.execute(delete(OutboxEntry).where(OutboxEntry.handoff_id.in_(ids)))
        session.execute(delete(HandoffLine).where(HandoffLine.handoff_id.in_(ids)))
        session.execute(delete(Handoff).where(Handoff.id.in_(ids)))
    return len(ids)


def _forget_contacts(database: Database, before: datetime) -> int:
    over = (
        Ticket.contact.is_not(None),
        Ticket.status.not_in(OPEN),
        Ticket.resolved_at <= before,
    )
    with database.write() as session:
        ids = session.scalars(update(Ticket).where(*over).values(contact=None).returning(Ticket.id))
        return len(ids.all())
