"""Log-ins at the desk: begun by the password, confirmed by the code, ended by either clock."""

from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from billing.signin.codes import digest, new_secret
from billing.staff.tables import StaffSession

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=8)
FOR_THE_CODE = timedelta(minutes=5)
NOTED_EVERY = timedelta(minutes=1)


def begin(session: Session, user_name: str, now: datetime, *, confirmed: bool) -> str:
    """A new log-in's secret, for the cookie; those that are over are forgotten."""
    session.execute(delete(StaffSession).where(StaffSession.begun_at <= now - LONGEST))
    secret = new_secret()
    session.add(
        StaffSession(
            digest=digest(secret),
            user_name=user_name,
            begun_at=now,
            seen_at=now,
            confirmed=confirmed,
        )
    )
    return secret


def standing(session: Session, secret: str, now: datetime) -> StaffSession | None:
    """The log-in of this secret, confirmed or not, unless it is over or its officer is disabled."""
    log_in = session.get(StaffSession, digest(secret))
    if log_in is None or not log_in.member.active:
        return None
    allowed = IDLE if log_in.confirmed else FOR_THE_CODE
    if now - log_in.seen_at >= allowed or now - log_in.begun_at >= LONGEST:
        return None
    return log_in


def see(session: Session, secret: str, now: datetime) -> None:
    """The officer is at work: the log-in does not go idle."""
    session.execute(
        update(StaffSession).where(StaffSession.digest == digest(secret)).values(seen_at=now)
    )


def end(session: Session, secret: str) -> None:
    """Nobody gets in with this secret any more."""
    session.execute(delete(StaffSession).where(StaffSession.digest == digest(secret)))
