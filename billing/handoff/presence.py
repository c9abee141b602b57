"""Officers who are there for customers: they say so, and are gone when they fall silent."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from billing.audit import note_down
from billing.database import Database
from billing.models import OfficerPresence

#: Without a sign of life for so long, nobody is counted on.
GONE_AFTER = timedelta(minutes=5)


def arrive(database: Database, user_name: str, now: datetime) -> None:
    """The officer is there from now on."""

    def arrived() -> None:
        with database.write() as session:
            if is_there(session, user_name, now):
                return
            # Not one that has come in meanwhile, by another click.
            _forget(session, user_name, OfficerPresence.seen_at <= now - GONE_AFTER)
            session.add(OfficerPresence(user_name=user_name, there_since=now, seen_at=now))
            note_down(session, user_name, "handoffThere", None, {}, now)

    try:
        arrived()
    except IntegrityError:  # twice at once: the second look finds the officer there
        arrived()


def leave(session: Session, user_name: str, now: datetime) -> None:
    """The officer is away, unless they were gone already."""
    if _forget(session, user_name):
        note_down(session, user_name, "handoffAway", None, {}, now)


def see(session: Session, user_name: str, now: datetime) -> None:
    """A sign of life of an officer who is there; who is gone is not brought back by it."""
    session.execute(
        update(OfficerPresence)
        .where(OfficerPresence.user_name == user_name, OfficerPresence.seen_at > now - GONE_AFTER)
        .values(seen_at=now)
    )


def is_there(session: Session, user_name: str, now: datetime) -> bool:
    """Whether the officer has said to be there, and shown a sign of life since."""
    presence = session.get(OfficerPresence, user_name)
    return presence is not None and presence.seen_at > now - GONE_AFTER


def how_many(session: Session, now: datetime) -> int:
    """How many officers are there."""
    there = select(func.count()).where(OfficerPresence.seen_at > now - GONE_AFTER)
    return session.scalars(there).one()


def _forget(session: Session, user_name: str, *conditions: ColumnElement[bool]) -> bool:
    """Whether there was something to forget."""
    found = session.scalar(
        delete(OfficerPresence)
        .where(OfficerPresence.user_name == user_name, *conditions)
        .returning(OfficerPresence.user_name)
    )
    return found is not None
