"""Log-ins on the operator's page: begun by a password, ended by logging out, by a new password, or
in time. They are rows, so they end for every holder of the cookie.
"""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from billing.models import Customer
from billing.signin.codes import digest, new_secret
from billing.signin.passwords import stamp_of
from billing.signin.tables import PageLogIn

LONGEST = timedelta(hours=2)


def begin(session: Session, customer: Customer, now: datetime) -> str:
    """A new log-in's secret, for the cookie; those that are over are forgotten."""
    session.execute(delete(PageLogIn).where(PageLogIn.begun_at <= now - LONGEST))
    secret = new_secret()
    session.add(
        PageLogIn(
            digest=digest(secret),
            customer_id=customer.id,
            of_password=stamp_of(customer.password_hash),
            begun_at=now,
        )
    )
    return secret


def standing(session: Session, of_secret: str, now: datetime) -> PageLogIn | None:
    """The log-in with this digest of a secret, unless it is over."""
    log_in = session.get(PageLogIn, of_secret)
    if log_in is None or now - log_in.begun_at >= LONGEST:
        return None
    return log_in if log_in.of_password == stamp_of(log_in.customer.password_hash) else None


def end(session: Session, secret: str) -> None:
    """Nobody is logged in with this secret any more."""
    session.execute(delete(PageLogIn).where(PageLogIn.digest == digest(secret)))
