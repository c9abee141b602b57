"""Who works at the desk, and who of them is signed in."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from billing.models import Base


class StaffMember(Base):
    """An officer's log-in. `totp_secret` is encrypted; of `totp_step`, the step of the code used
    last, and of earlier ones no code is taken any more. `failed_attempts`: since the last log-in.
    """

    __tablename__ = "officer"

    user_name: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    password_hash: Mapped[str]
    role: Mapped[str]
    language: Mapped[str]
    totp_secret: Mapped[bytes]
    totp_step: Mapped[int | None]
    active: Mapped[bool]
    created_at: Mapped[datetime]
    failed_attempts: Mapped[int]


class StaffSession(Base):
    """A log-in at the desk, `confirmed` once the code was right; its secret is in the cookie."""

    __tablename__ = "officer_session"

    digest: Mapped[str] = mapped_column(primary_key=True)
    user_name: Mapped[str] = mapped_column(ForeignKey("officer.user_name"), index=True)
    begun_at: Mapped[datetime] = mapped_column(index=True)
    seen_at: Mapped[datetime]
    confirmed: Mapped[bool]

    member: Mapped[StaffMember] = relationship(lazy="joined")
