"""Who has a contract, and for what: customers, accounts, plans, lines."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, true
from sqlalchemy.orm import Mapped, mapped_column, relationship

from billing.models.base import Base


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
