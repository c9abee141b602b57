"""What is billed and paid: bills, calls, payments, credits.

Money is in integer minor units of the account's currency (cents, grosze, pence); what a call was
rated at is in millionths of the currency's unit.
"""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, Integer
from sqlalchemy.orm import Mapped, mapped_column, relationship

from billing.models.base import Base
from billing.models.customers import Account, Line


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
