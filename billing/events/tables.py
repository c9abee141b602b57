"""Who listens, and what is on its way to them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from billing.models import Base, HandoffLine, Ticket

WAITING, DELIVERED, FAILED = "waiting", "delivered", "failed"
#: The listener that hears of conversations alone: the assistant that has handed them over.
HANDOFFS = "handoff"


class Subscription(Base):
    """A listener: where events are sent to, which of them ("" for all those of reports), and the
    secret that signs them.
    """

    __tablename__ = "event_subscription"
    __table_args__ = (UniqueConstraint("callback", "query"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    callback: Mapped[str]
    query: Mapped[str]
    secret: Mapped[str]
    created_at: Mapped[datetime]


class OutboxEntry(Base):
    """One event for one listener: of a report, or of a conversation that the desk has (its `line`).
    `status` and `status_reason` are those after what happened at `happened_at`; `field_path` names
    what else changed of a report.

    `attempts` counts those begun, `due_at` is when the next may begin, `problem` is what went
    wrong last.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index(None, "state", "due_at"),
        Index(None, "subscription_id", "ticket_id"),
        Index(None, "subscription_id", "handoff_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    subscription_id: Mapped[str] = mapped_column(ForeignKey("event_subscription.id"))
    ticket_id: Mapped[str | None] = mapped_column(ForeignKey("ticket.id"))
    handoff_id: Mapped[str | None] = mapped_column(ForeignKey("handoff.id"))
    line_id: Mapped[int | None] = mapped_column(ForeignKey("handoff_line.id"))
    event_id: Mapped[str]
    event_type: Mapped[str]
    field_path: Mapped[str | None]
    status: Mapped[str]
    status_reason: Mapped[str | None]
    happened_at: Mapped[datetime]
    state: Mapped[str]
    due_at: Mapped[datetime]
    attempts: Mapped[int]
    problem: Mapped[str | None]
    settled_at: Mapped[datetime | None]

    subscription: Mapped[Subscription] = relationship()
    ticket: Mapped[Ticket | None] = relationship()
    line: Mapped[HandoffLine | None] = relationship()
