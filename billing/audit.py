"""The trail of what persons did; triggers of the database keep it as it was written."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from billing.models import AuditEntry, Ticket


def note_down(
    session: Session,
    actor: str,
    action: str,
    ticket: Ticket | None,
    detail: Mapping[str, object],
    now: datetime,
) -> None:
    """Add an entry, in the transaction of what it tells; details that are None are left out. A
    log-in is about no report.
    """
    said = {name: str(value) for name, value in detail.items() if value is not None}
    ticket_id = None if ticket is None else ticket.id
    session.add(AuditEntry(at=now, actor=actor, action=action, ticket_id=ticket_id, detail=said))
