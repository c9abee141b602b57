"""Conversations in which a customer of the assistant wants, or has, a person."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from billing.models.base import Base


class Handoff(Base):
    """A conversation that the assistant has handed to the desk, under the id that it gave. `wish`
    is what the customer wanted, as the assistant calls it; `report` the number of the report that
    it is about; both and the account may be those of another system.

    `officer` has it, or had it last. `owed_since`: since when the customer waits for the officer's
    words; None while it is the customer's turn. `outcome` is why it is over.
    """

    __tablename__ = "handoff"
    __table_args__ = (Index(None, "state", "opened_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    channel: Mapped[str]
    language: Mapped[str]
    customer_name: Mapped[str | None]
    account_id: Mapped[str | None]
    wish: Mapped[str | None]
    report: Mapped[str | None]
    state: Mapped[str]
    officer: Mapped[str | None]
    opened_at: Mapped[datetime]
    taken_at: Mapped[datetime | None]
    owed_since: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    outcome: Mapped[str | None]

    lines: Mapped[list["HandoffLine"]] = relationship(
        order_by="HandoffLine.id", cascade="all, delete-orphan"
    )


class HandoffLine(Base):
    """What happened next in a conversation: somebody's words, or a step (`event`). `who` is the
    customer, the assistant, an officer or the desk itself; `officer_name` is what the customer
    reads; `message_id` is the sender's, so that nothing is said twice.
    """

    __tablename__ = "handoff_line"
    __table_args__ = (UniqueConstraint("handoff_id", "message_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    handoff_id: Mapped[str] = mapped_column(ForeignKey("handoff.id"), index=True)
    event: Mapped[str]
    who: Mapped[str]
    officer: Mapped[str | None]
    officer_name: Mapped[str | None]
    message_id: Mapped[str | None]
    text: Mapped[str | None] = mapped_column(Text)
    at: Mapped[datetime]


class OfficerPresence(Base):
    """An officer who has said to be there for customers; `seen_at` is the last sign of life."""

    __tablename__ = "officer_presence"

    user_name: Mapped[str] = mapped_column(ForeignKey("officer.user_name"), primary_key=True)
    there_since: Mapped[datetime]
    seen_at: Mapped[datetime] = mapped_column(index=True)
