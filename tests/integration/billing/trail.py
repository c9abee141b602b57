"""What the audit trail tells of a resource."""

from sqlalchemy import select

from billing.database import Database
from billing.models import AuditEntry
from billing.settings import Settings


def told(settings: Settings, id_: str) -> list[tuple[str, str, dict[str, str]]]:
    """Who did what with it, and the details beside its id."""
    database = Database(settings.database)
    with database.read() as session:
        entries = session.scalars(
            select(AuditEntry).where(AuditEntry.ticket_id.is_(None)).order_by(AuditEntry.id)
        ).all()
    database.close()
    return [
        (entry.actor, entry.action, {k: v for k, v in entry.detail.items() if k != "id"})
        for entry in entries
        if entry.detail.get("id") == id_
    ]
