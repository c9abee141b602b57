"""The service's own database: tokens, pending sign-ins, drafts, and the list in view."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    Integer,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    create_engine,
    event,
)
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session, declarative_base
from sqlalchemy.pool import QueuePool

Base: Any = declarative_base()


def state_directory() -> Path:
    """Where everything that must survive a restart lives."""
    directory = Path(os.environ.get("ACLARO_VAR", "var"))
    directory.mkdir(parents=True, exist_ok=True)
    return directory


class SignInRow(Base):
    """One conversation's sign-in: its token, encrypted. Instants in seconds since 1970."""

    __tablename__ = "sign_in"
    conversation = Column(String, primary_key=True)
    token = Column(LargeBinary, nullable=False)
    expires = Column(Integer, nullable=False)
    used = Column(Integer, nullable=False)
    name = Column(String, nullable=False)


class PendingRow(Base):
    """A sign-in that was started in the chat and is not finished on the operator's page."""

    __tablename__ = "pending_sign_in"
    conversation = Column(String, primary_key=True)
    device_code = Column(LargeBinary, nullable=False)
    user_code = Column(String, nullable=False)
    link = Column(String, nullable=False)
    expires = Column(Integer, nullable=False)
    interval = Column(Integer, nullable=False)
    poll_at = Column(Float, nullable=False)
    finished = Column(Boolean, nullable=False, default=False)


class VisitRow(Base):
    """The newest log-in on the operator's page by which the customer was in a conversation; `left`
    if they have signed out of the conversation since.
    """

    __tablename__ = "visit"
    conversation = Column(String, primary_key=True)
    log_in = Column(String, nullable=False)
    left = Column(Boolean, nullable=False)


class UsedTokenRow(Base):
    """A visitor's token that has opened a conversation. Expires in seconds since 1970."""

    __tablename__ = "used_token"
    digest = Column(String, primary_key=True)
    expires = Column(Integer, nullable=False, index=True)


class DraftRow(Base):
    """A dispute that is being put together, or was submitted, in a conversation."""

    __tablename__ = "draft"
    conversation = Column(String, primary_key=True)
    key = Column(String, nullable=False)
    content = Column(Text, nullable=False)
    confirmed = Column(Boolean, nullable=False, default=False)
    report = Column(Text)


class WishRow(Base):
    """What a customer asked for when a journey began: it goes on after the sign-in."""

    __tablename__ = "wish"
    conversation = Column(String, primary_key=True)
    content = Column(Text, nullable=False)


class ViewRow(Base):
    """The list of calls that a conversation shows: positions in it name calls."""

    __tablename__ = "view"
    conversation = Column(String, primary_key=True)
    content = Column(Text, nullable=False)


class NewsRow(Base):
    """Something that happened to a report. Instants in seconds since 1970."""

    __tablename__ = "news"
    event_id = Column(String, primary_key=True)
    report = Column(String, nullable=False, index=True)
    happened = Column(Float, nullable=False)
    received = Column(Float, nullable=False)


class FollowedReportRow(Base):
    """The conversation that hears of a report; it knows what happened until `seen`."""

    __tablename__ = "followed_report"
    report = Column(String, primary_key=True)
    conversation = Column(String, nullable=False)
    seen = Column(Float, nullable=False)


class ReceivedFileRow(Base):
    """A file that a customer sent, encrypted; `report` is the number of the one it
    goes to. Instants in seconds since 1970.
    """

    __tablename__ = "received_file"
    id = Column(String, primary_key=True)
    conversation = Column(String, nullable=False, index=True)
    received = Column(Float, nullable=False, index=True)
    digest = Column(String, nullable=False)
    mime_type = Column(String, nullable=False)
    name = Column(LargeBinary, nullable=False)
    content = Column(LargeBinary, nullable=False)
    report = Column(String)
    tried = Column(Boolean, nullable=False, default=False)


class HandoffRow(Base):
    """A conversation's hand-off to a person, from the wish for one until the assistant is back.

    Instants in seconds since 1970: `heard`, when the customer wrote last, `said`, the person.
    """

    __tablename__ = "handoff"
    id = Column(String, primary_key=True)
    conversation = Column(String, nullable=False, index=True)
    language = Column(String, nullable=False)
    state = Column(String, nullable=False)
    opened = Column(Float, nullable=False)
    heard = Column(Float, nullable=False)
    said = Column(Float, nullable=False)
    #: How the desk calls it; nothing until the desk has taken it on.
    reference = Column(String, index=True)
    officer = Column(String)
    #: Whether the customer was asked if they are still there, and told that words are late.
    asked = Column(Boolean, nullable=False, default=False)
    is_late = Column(Boolean, nullable=False, default=False)
    #: Why it ended, and whether the assistant has said that it is back.
    ending = Column(String)
    resumed = Column(Boolean, nullable=False, default=False)


class HandoffErrandRow(Base):
    """What the desk is to hear of a hand-off: words of the customer, or that it is over."""

    __tablename__ = "handoff_errand"
    position = Column(Integer, primary_key=True)
    handoff = Column(String, nullable=False, index=True)
    message = Column(String, nullable=False)
    kind = Column(String, nullable=False)
    text = Column(Text, nullable=False)
    at = Column(Float, nullable=False)
    done = Column(Boolean, nullable=False, default=False)
    __table_args__ = (UniqueConstraint("handoff", "message"),)


class HandoffEventRow(Base):
    """What the customer is to hear of a hand-off: each event once, in its order."""

    __tablename__ = "handoff_event"
    position = Column(Integer, primary_key=True)
    event_id = Column(String, nullable=False, unique=True)
    handoff = Column(String, nullable=False, index=True)
    event = Column(String, nullable=False)
    officer = Column(String, nullable=False)
    text = Column(Text, nullable=False)
    told = Column(Boolean, nullable=False, default=False)


class UnsignedReportRow(Base):
    """A report that was filed without signing in, and the conversation that it belongs to."""

    __tablename__ = "unsigned_report"
    report = Column(String, primary_key=True)
    conversation = Column(String, nullable=False, index=True)


class StatusCodeRow(Base):
    """A code for the status of a report, asked for where it was not filed. Instants in seconds
    since 1970; `digest` is empty while nothing was sent, which is tried at `due`; `tries` counts
    the wrong ones, of which the last was at `counted_from`.
    """

    __tablename__ = "status_code"
    report = Column(String, primary_key=True)
    language = Column(String, nullable=False)
    digest = Column(String, nullable=False, default="")
    settled = Column(Boolean, nullable=False, default=False)
    due = Column(Float, nullable=False)
    expires = Column(Float, nullable=False)
    tries = Column(Integer, nullable=False, default=0)
    counted_from = Column(Float, nullable=False)


class StatusMailRow(Base):
    """A code that went to an address, of which `contact` is a keyed digest; `sent` in seconds since
    1970.
    """

    __tablename__ = "status_mail"
    id = Column(Integer, primary_key=True)
    contact = Column(String, nullable=False, index=True)
    sent = Column(Float, nullable=False, index=True)


class Store:
    """Sessions on the service's database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        Base.metadata.create_all(engine)

    @classmethod
    def from_environment(cls) -> "Store":
        """The database at `SELFCARE_DATABASE_URL`, by default a SQLite file of its own."""
        url = os.environ.get("SELFCARE_DATABASE_URL")
        return cls.at(url or f"sqlite:///{state_directory() / 'selfcare.db'}")

    @classmethod
    def at(cls, url: str) -> "Store":
        """The database at a SQLAlchemy URL."""
        # What was to be stored is in no error's text, and so in no log: it is personal.
        options = {"future": True, "hide_parameters": True}
        if not url.startswith("sqlite"):
            # A database that was started anew has closed them all.
            return cls(create_engine(url, **options, pool_pre_ping=True))
        # Connections are kept: opening one takes longer than what is done with it.
        in_threads = {"check_same_thread": False}
        engine = create_engine(url, **options, poolclass=QueuePool, connect_args=in_threads)
        event.listen(engine, "connect", _prepare_sqlite)
        return cls(engine)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One transaction: committed at the end, rolled back by an error."""
        with Session(self._engine, future=True) as session, session.begin():
            yield session


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA busy_timeout=5000")
