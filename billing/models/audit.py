"""Who did what."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from billing.models.base import Base


class AuditEntry(Base):
    """Who did what, and when; the database refuses to change or remove it."""

    __tablename__ = "audit_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    actor: Mapped[str]
    action: Mapped[str]
    ticket_id: Mapped[str | None] = mapped_column(ForeignKey("ticket.id"), index=True)
    detail: Mapped[dict[str, str]] = mapped_column(JSON)
