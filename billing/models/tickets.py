"""What customers report, and what becomes of it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from billing.models.base import Base
from billing.models.bills import Bill

#: Who writes on a report without having signed in.
WRITER = "writer"


class Ticket(Base):
    """A report. Its `id` is the report number; `external_id` is the sender's idempotency key;
    `owner` is the officer who looks after it, `remind_at` when the desk is reminded of it.

    A report of somebody who has not signed in has no customer: `filed_by` is the system that filed
    it, `writer` a digest of where they wrote, `language` theirs. `contact` is where the answer is
    wanted besides, as an address (mailto:, tel:).
    """

    __tablename__ = "ticket"
    __table_args__ = (
        UniqueConstraint("customer_id", "external_id"),
        Index(None, "customer_id", "created_at"),
        Index(None, "status", "answer_due_at"),
        Index(None, "filed_by", "external_id", unique=True),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    customer_id: Mapped[str | None] = mapped_column(ForeignKey("customer.id"))
    account_id: Mapped[str | None] = mapped_column(ForeignKey("account.id"))
    filed_by: Mapped[str | None]
    writer: Mapped[str | None] = mapped_column(index=True)
    language: Mapped[str | None]
    contact: Mapped[str | None]
    external_id: Mapped[str | None]
    fingerprint: Mapped[str]
    ticket_type: Mapped[str]
    name: Mapped[str]
    description: Mapped[str] = mapped_column(Text)
    severity: Mapped[str]
    status: Mapped[str]
    status_reason: Mapped[str | None]
    channel_id: Mapped[str | None]
    channel_name: Mapped[str | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    answer_due_at: Mapped[datetime]
    remind_at: Mapped[datetime | None]
    reminded_at: Mapped[datetime | None]
    owner: Mapped[str | None]
    resolved_at: Mapped[datetime | None]
    dispute_reason: Mapped[str | None]
    disputed_amount: Mapped[int | None]
    currency: Mapped[str | None]
    payment_amount: Mapped[int | None]
    payment_date: Mapped[str | None]
    payment_means: Mapped[str | None]
    credit_target: Mapped[str | None]
    credit_bill_id: Mapped[str | None] = mapped_column(ForeignKey("bill.id"))

    credit_bill: Mapped[Bill | None] = relationship()
    relations: Mapped[list["TicketRelation"]] = relationship(
        order_by="TicketRelation.id", cascade="all, delete-orphan"
    )
    notes: Mapped[list["TicketNote"]] = relationship(
        order_by="TicketNote.id", cascade="all, delete-orphan"
    )
    status_changes: Mapped[list["TicketStatusChange"]] = relationship(
        order_by="TicketStatusChange.id", cascade="all, delete-orphan"
    )
    offers: Mapped[list["CreditOffer"]] = relationship(order_by="CreditOffer.id")
    findings: Mapped[list["Finding"]] = relationship(order_by="Finding.id")
    recalculations: Mapped[list["Recalculation"]] = relationship(order_by="Recalculation.opened_at")
    attachments: Mapped[list["Attachment"]] = relationship(order_by="Attachment.id")

    @property
    def author(self) -> str:
        """Whose the words of its customer are, signed in or not."""
        return self.customer_id or WRITER

    @property
    def open_offer(self) -> "CreditOffer | None":
        """The part of the sum that its customer has not answered yet."""
        return next((offer for offer in self.offers if offer.answer is None), None)

    @property
    def found_undue(self) -> bool | None:
        """What was found last: whether the charge was wrong; None while nobody has looked."""
        return self.findings[-1].undue if self.findings else None

    @property
    def open_recalculation(self) -> "Recalculation | None":
        """The one that its customer waits for."""
        return next((it for it in self.recalculations if it.closed_at is None), None)

    def related(self, role: str) -> list[str]:
        """The ids of what it is about in that role."""
        return [relation.entity_id for relation in self.relations if relation.role == role]

    def move(self, status: str, reason: str | None, now: datetime) -> None:
        """Take the next step of its life; what ends it is its resolution."""
        self.status, self.status_reason, self.updated_at = status, reason, now
        if status in ("resolved", "rejected", "cancelled"):
            self.resolved_at = now
            if self.open_recalculation is not None:
                self.open_recalculation.closed_at = now
        self.status_changes.append(TicketStatusChange(status=status, reason=reason, changed_at=now))


class TicketRelation(Base):
    """What a report is about: a call, a bill, a line."""

    __tablename__ = "ticket_relation"
    __table_args__ = (Index(None, "entity_id", "referred_type"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[str] = mapped_column(ForeignKey("ticket.id"), index=True)
    entity_id: Mapped[str]
    role: Mapped[str]
    referred_type: Mapped[str]
    name: Mapped[str | None]


class TicketNote(Base):
    """Somebody's words on a report; nobody changes or removes them."""

    __tablename__ = "ticket_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[str] = mapped_column(ForeignKey("ticket.id"), index=True)
    author: Mapped[str]
    written_at: Mapped[datetime]
    text: Mapped[str] = mapped_column(Text)


class Attachment(Base):
    """A document or picture on a report; the database refuses to change or remove it. `size` in
    bytes; the content is read only where it is asked for.
    """

    __tablename__ = "attachment"

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[str] = mapped_column(ForeignKey("ticket.id"), index=True)
    author: Mapped[str]
    attached_at: Mapped[datetime]
    attachment_type: Mapped[str | None]
    name: Mapped[str]
    description: Mapped[str | None] = mapped_column(Text)
    mime_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    content: Mapped[bytes] = mapped_column(deferred=True)


class TicketStatusChange(Base):
    """One step of a report's history."""

    __tablename__ = "ticket_status_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[str] = mapped_column(ForeignKey("ticket.id"), index=True)
    status: Mapped[str]
    reason: Mapped[str | None]
    changed_at: Mapped[datetime]


class Finding(Base):
    """What a person found out about a disputed charge, before anything is done about it: whether
    it was `undue`. The latest one counts.
    """

    __tablename__ = "finding"

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[str] = mapped_column(ForeignKey("ticket.id"), index=True)
    officer: Mapped[str]
    undue: Mapped[bool]
    found_at: Mapped[datetime]


class Recalculation(Base):
    """A bill that is calculated anew, because a charge was found undue. Its `id` is the number that
    the customer hears, `owner` the team that does it, `due_at` the date of its resolution.
    """

    __tablename__ = "recalculation"

    id: Mapped[str] = mapped_column(primary_key=True)
    ticket_id: Mapped[str] = mapped_column(ForeignKey("ticket.id"), index=True)
    route: Mapped[str]
    owner: Mapped[str]
    opened_at: Mapped[datetime]
    due_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class Decision(Base):
    """What a person decided on a dispute, once: `amount` back in minor units, or a refusal's
    `reason`.
    """

    __tablename__ = "decision"

    ticket_id: Mapped[str] = mapped_column(ForeignKey("ticket.id"), primary_key=True)
    officer: Mapped[str]
    amount: Mapped[int | None]
    reason: Mapped[str | None]
    decided_at: Mapped[datetime]


class CreditOffer(Base):
    """A part of a disputed sum, in minor units, that a person offered. `answer` is what its
    customer said to it: accepted, refused, or withdrawn with the whole report.
    """

    __tablename__ = "credit_offer"

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[str] = mapped_column(ForeignKey("ticket.id"), index=True)
    officer: Mapped[str]
    amount: Mapped[int]
    offered_at: Mapped[datetime]
    answer: Mapped[str | None]
    answered_at: Mapped[datetime | None]
