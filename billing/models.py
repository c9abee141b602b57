"""What the operator knows: customers, accounts, lines, calls, bills, money back, reports.

Money is in integer minor units of the account's currency (cents, grosze, pence); what a call
was rated at is in millionths of the currency's unit. Instants are aware and in UTC.
"""

from datetime import datetime, timezone
from typing import ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Text,
    UniqueConstraint,
    true,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware in Python, UTC in the database, also where it keeps no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(timezone.utc)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            return value.replace(tzinfo=timezone.utc)
        return value.astimezone(timezone.utc)


class Base(DeclarativeBase):
    """The tables; constraints get names so that migrations can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {datetime: UtcDateTime, str: String}


class Customer(Base):
    """Who has a contract, and signs in with `user_name`; without `is_customer` a person whom the
    operator knows, and no more.
    """

    __tablename__ = "customer"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    user_name: Mapped[str] = mapped_column(unique=True)
    password_hash: Mapped[str]
    language: Mapped[str]
    is_customer: Mapped[bool] = mapped_column(default=True, server_default=true())

    accounts: Mapped[list["Account"]] = relationship(back_populates="customer")


class Account(Base):
    """Who pays: time zone, currency and country belong here. `tax_rate` in hundredths of 1 %."""

    __tablename__ = "account"

    id: Mapped[str] = mapped_column(primary_key=True)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"), index=True)
    name: Mapped[str]
    time_zone: Mapped[str]
    currency: Mapped[str]
    country: Mapped[str]
    tax_rate: Mapped[int]
    cycle_day: Mapped[int]
    opened_at: Mapped[datetime]

    customer: Mapped[Customer] = relationship(back_populates="accounts")
    lines: Mapped[list["Line"]] = relationship(back_populates="account")


class Plan(Base):
    """What a line costs: a fixed fee a month, and call types that it includes.

    `promised_ppm` is the contract's level of availability: of a million minutes of a month, how
    many the line works; None where nothing was promised.
    """

    __tablename__ = "plan"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    currency: Mapped[str]
    monthly_fee: Mapped[int]
    included_call_types: Mapped[list[str]] = mapped_column(JSON)
    promised_ppm: Mapped[int | None]


class Line(Base):
    """A telephone number on an account (TM Forum: a product)."""

    __tablename__ = "line"

    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id"), index=True)
    plan_id: Mapped[str] = mapped_column(ForeignKey("plan.id"))
    number: Mapped[str] = mapped_column(unique=True)
    status: Mapped[str]
    started_at: Mapped[datetime]

    account: Mapped[Account] = relationship(back_populates="lines")
    plan: Mapped[Plan] = relationship()


class Bill(Base):
    """One billed cycle. The period runs from `period_start` up to, not including, `period_end`."""

    __tablename__ = "bill"
    __table_args__ = (Index(None, "account_id", "bill_date"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id"))
    number: Mapped[str] = mapped_column(unique=True)
    period_start: Mapped[datetime]
    period_end: Mapped[datetime]
    bill_date: Mapped[datetime]
    due_date: Mapped[datetime]
    next_bill_date: Mapped[datetime]
    fixed_charges: Mapped[int]
    usage_charges: Mapped[int]

    account: Mapped[Account] = relationship()

    @property
    def amount_due(self) -> int:
        """What the bill asked for when it was issued."""
        return self.fixed_charges + self.usage_charges


class Call(Base):
    """A call: what it was rated at, what it was billed at, and the bill it is on, if any.

    `customer_id` is whose the line was when the call was made: a list needs no join to be found.
    """

    __tablename__ = "call"
    __table_args__ = (
        Index(None, "customer_id", "started_at", "id"),
        Index(None, "started_at", "id"),
        Index(None, "line_id", "started_at"),
        Index(None, "bill_id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    customer_id: Mapped[str]
    line_id: Mapped[str] = mapped_column(ForeignKey("line.id"))
    bill_id: Mapped[str | None] = mapped_column(ForeignKey("bill.id"))
    called_number: Mapped[str]
    started_at: Mapped[datetime]
    duration: Mapped[int]
    call_type: Mapped[str]
    destination_country: Mapped[str]
    rated_millionths: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"))
    amount: Mapped[int]
    rated_at: Mapped[datetime]

    line: Mapped[Line] = relationship()
    bill: Mapped[Bill | None] = relationship()


class Payment(Base):
    """Money that came in and was credited to a bill."""

    __tablename__ = "payment"

    id: Mapped[str] = mapped_column(primary_key=True)
    bill_id: Mapped[str] = mapped_column(ForeignKey("bill.id"), index=True)
    amount: Mapped[int]
    paid_at: Mapped[datetime]
    means: Mapped[str]


class Credit(Base):
    """A credit note. Without a bill it waits for the next one; with one it lowers what is owed."""

    __tablename__ = "credit"

    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id"), index=True)
    call_id: Mapped[str | None] = mapped_column(ForeignKey("call.id"), index=True)
    ticket_id: Mapped[str | None] = mapped_column(ForeignKey("ticket.id"), index=True)
    bill_id: Mapped[str | None] = mapped_column(ForeignKey("bill.id"), index=True)
    amount: Mapped[int]
    created_at: Mapped[datetime]

    account: Mapped[Account] = relationship()


class Ticket(Base):
    """A report. Its `id` is the report number; `external_id` is the sender's idempotency key;
    `owner` is the officer who looks after it, `remind_at` when the desk is reminded of it.
    """

    __tablename__ = "ticket"
    __table_args__ = (
        UniqueConstraint("customer_id", "external_id"),
        Index(None, "customer_id", "created_at"),
        Index(None, "status", "answer_due_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"))
    account_id: Mapped[str | None] = mapped_column(ForeignKey("account.id"))
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


class AuditEntry(Base):
    """Who did what, and when; the database refuses to change or remove it."""

    __tablename__ = "audit_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    actor: Mapped[str]
    action: Mapped[str]
    ticket_id: Mapped[str | None] = mapped_column(ForeignKey("ticket.id"), index=True)
    detail: Mapped[dict[str, str]] = mapped_column(JSON)
