"""What sign-in remembers. Secrets are kept as digests only."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from billing.models import Base, Customer

PENDING, APPROVED, REFUSED, USED = "pending", "approved", "refused", "used"


class DeviceSignIn(Base):
    """A sign-in that a device (the chat) has asked for.

    `interval` is in seconds; `polled_at` is when the newest poll came, or was due if it came early.
    `of_password` is the stamp of the password that approved it.
    """

    __tablename__ = "device_sign_in"

    device_code_digest: Mapped[str] = mapped_column(primary_key=True)
    user_code_digest: Mapped[str] = mapped_column(unique=True)
    client_id: Mapped[str]
    scope: Mapped[str]
    language: Mapped[str | None]
    state: Mapped[str]
    customer_id: Mapped[str | None] = mapped_column(ForeignKey("customer.id"))
    of_password: Mapped[str | None]
    interval: Mapped[int]
    asked_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    polled_at: Mapped[datetime | None]


class PageLogIn(Base):
    """A customer's log-in on the operator's page; its secret is in the cookie, `of_password` the
    stamp of the password that began it.
    """

    __tablename__ = "page_log_in"

    digest: Mapped[str] = mapped_column(primary_key=True)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"), index=True)
    of_password: Mapped[str]
    begun_at: Mapped[datetime] = mapped_column(index=True)

    customer: Mapped[Customer] = relationship(lazy="joined")


class AccessToken(Base):
    """A customer's permission to a client, or without a customer the operator's to a system of its
    own, until it expires or is revoked. `scope` has spaces between its words.
    """

    __tablename__ = "access_token"

    digest: Mapped[str] = mapped_column(primary_key=True)
    customer_id: Mapped[str | None] = mapped_column(ForeignKey("customer.id"))
    client_id: Mapped[str]
    scope: Mapped[str]
    issued_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    revoked_at: Mapped[datetime | None]


class OperatorClient(Base):
    """A system of the operator's own, which signs in by itself as long as it is active."""

    __tablename__ = "operator_client"

    id: Mapped[str] = mapped_column(primary_key=True)
    secret_digest: Mapped[str]
    scopes: Mapped[list[str]] = mapped_column(JSON)
    created_at: Mapped[datetime]
    active: Mapped[bool]


class UsedAssertion(Base):
    """A visitor's token that became an access token: none does so twice."""

    __tablename__ = "used_assertion"

    digest: Mapped[str] = mapped_column(primary_key=True)
    expires_at: Mapped[datetime] = mapped_column(index=True)


class SignInAttempt(Base):
    """A guess that has not (yet) been right, counted against its subject."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (Index(None, "subject_digest", "tried_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    subject_digest: Mapped[str]
    tried_at: Mapped[datetime] = mapped_column(index=True)
