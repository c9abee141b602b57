"""Guessing is slowed down: so many tries per subject, then a pause that ends by itself.

A try is counted before it is judged, so tries at the same time cannot slip past the limit;
one that turns out right is taken back. Tries during the pause do not make it longer.
"""

import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from billing import clock
from billing.database import Database
from billing.signin.codes import digest
from billing.signin.tables import SignInAttempt

WINDOW = timedelta(minutes=15)


@dataclass(frozen=True)
class Subject:
    """What tries are counted against: a user name, an address."""

    digest: str
    limit: int


def user(name: str) -> Subject:
    """Wrong passwords for this user name, whether or not somebody has it."""
    return Subject(digest(f"user {name.casefold()}"), limit=5)


def address(host: str) -> Subject:
    """Wrong passwords from this address, whoever they are for."""
    return Subject(digest(f"address {_network(host)}"), limit=30)


def officer(name: str) -> Subject:
    """Wrong passwords for this officer, whether or not there is one of that name."""
    return Subject(digest(f"officer {name.casefold()}"), limit=5)


def second_factor(name: str) -> Subject:
    """Wrong codes of this officer, whose password was right."""
    return Subject(digest(f"second factor {name}"), limit=5)


def code_entry(host: str) -> Subject:
    """Codes that nobody was given, from this address."""
    return Subject(digest(f"code {_network(host)}"), limit=30)


class Paused(Exception):
    """There were too many tries; `remaining` says how long the pause still lasts."""

    def __init__(self, remaining: timedelta) -> None:
        super().__init__(remaining)
        self.remaining = remaining


def count(database: Database, *subjects: Subject) -> list[int]:
    """Count one try against each subject; the ids serve to take it back.

    Raises Paused, counting nothing, when one of them has no tries left.
    """
    now = clock.now()
    with database.write() as session:
        session.execute(delete(SignInAttempt).where(SignInAttempt.tried_at <= now - WINDOW))
        tries = [SignInAttempt(subject_digest=each.digest, tried_at=now) for each in subjects]
        session.add_all(tries)
    ids = [each.id for each in tries]
    with database.write() as session:
        pause = max(_pause(session, each, now) for each in subjects)
        if pause > timedelta(0):
            session.execute(delete(SignInAttempt).where(SignInAttempt.id.in_(ids)))
    if pause > timedelta(0):
        raise Paused(pause)
    return ids


def forgive(database: Database, ids: list[int], *subjects: Subject) -> None:
    """The try was right: take it back, and whatever was counted against these subjects."""
    digests = [each.digest for each in subjects]
    with database.write() as session:
        session.execute(
            delete(SignInAttempt).where(
                SignInAttempt.id.in_(ids) | SignInAttempt.subject_digest.in_(digests)
            )
        )


def _pause(session: Session, subject: Subject, now: datetime) -> timedelta:
    tried = session.scalars(
        select(SignInAttempt.tried_at)
        .where(SignInAttempt.subject_digest == subject.digest)
        .order_by(SignInAttempt.tried_at.desc())
        .offset(subject.limit)
        .limit(1)
    ).first()
    return timedelta(0) if tried is None else max(tried + WINDOW - now, timedelta(seconds=1))


def _network(host: str) -> str:
    """One household counts as one address: an IPv6 customer has a whole /64."""
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return host
    if found.version == 6:
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)
