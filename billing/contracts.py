"""What was ordered and promised, and what was delivered: signed orders, outages, availability.

Money is in integer minor units of the account's currency.
"""

from datetime import datetime
from typing import TypedDict

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from billing.models import Base, Credit


class OrderedItem(TypedDict):
    """A line or a service, and what it costs a month and once; `number` is a line's."""

    name: str
    number: str | None
    monthly: int
    one_off: int


class SignedOrder(Base):
    """What a customer ordered and signed; the database refuses to change or remove it. The
    document is the signed PDF, read only where it is asked for.
    """

    __tablename__ = "signed_order"
    __table_args__ = (UniqueConstraint("account_id", "sha256"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id"))
    signed_at: Mapped[datetime]
    kept_at: Mapped[datetime]
    items: Mapped[list[OrderedItem]] = mapped_column(JSON)
    file_name: Mapped[str]
    sha256: Mapped[str]
    document: Mapped[bytes] = mapped_column(deferred=True)


class Outage(Base):
    """A time in which a line did not work; with no end it lasts. Its `id` is the monitoring's."""

    __tablename__ = "outage"
    __table_args__ = (Index(None, "line_id", "began_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    line_id: Mapped[str] = mapped_column(ForeignKey("line.id"))
    began_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    reported_by: Mapped[str]


class LineMonth(Base):
    """How available a line was in a finished month ("2026-10"), what was promised of it, in parts
    per million, and the credit that the difference was worth.
    """

    __tablename__ = "line_month"

    line_id: Mapped[str] = mapped_column(ForeignKey("line.id"), primary_key=True)
    month: Mapped[str] = mapped_column(primary_key=True)
    planned_minutes: Mapped[int]
    lost_minutes: Mapped[int]
    measured_ppm: Mapped[int]
    promised_ppm: Mapped[int | None]
    credit_id: Mapped[str | None] = mapped_column(ForeignKey("credit.id"), unique=True)
    measured_at: Mapped[datetime]

    credit: Mapped[Credit | None] = relationship()
