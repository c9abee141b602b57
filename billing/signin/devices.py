"""The sign-ins that devices have asked for, from pending to used."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from billing.models import Customer
from billing.signin.codes import digest
from billing.signin.passwords import stamp_of
from billing.signin.tables import APPROVED, PENDING, REFUSED, DeviceSignIn

KEPT = timedelta(hours=24)  # after it has expired, so that its page can say so
SLOWER_BY = 5  # seconds (RFC 8628, 3.5)


def by_digest(session: Session, user_code_digest: str) -> DeviceSignIn | None:
    """The sign-in with this user code, if there is one."""
    return session.scalar(
        select(DeviceSignIn).where(DeviceSignIn.user_code_digest == user_code_digest)
    )


def by_user_code(session: Session, user_code: str) -> DeviceSignIn | None:
    """The sign-in with this (tidy) user code, if there is one."""
    return by_digest(session, digest(user_code))


def approve(session: Session, sign_in: DeviceSignIn, customer: Customer, now: datetime) -> bool:
    """The customer signs the device in, by the password as it is here; False if it was too late or
    somebody was faster.
    """
    return sign_in.expires_at > now and change(
        session,
        sign_in,
        PENDING,
        APPROVED,
        customer_id=customer.id,
        of_password=stamp_of(customer.password_hash),
    )


def is_by_the_present_password(session: Session, sign_in: DeviceSignIn) -> bool:
    """Whether the customer has no other password than when the device was signed in."""
    customer = session.get_one(Customer, sign_in.customer_id)
    return sign_in.of_password == stamp_of(customer.password_hash)


def refuse(session: Session, sign_in: DeviceSignIn) -> bool:
    """Whoever holds the code says that they did not ask; False if somebody was faster."""
    return change(session, sign_in, PENDING, REFUSED)


def change(session: Session, sign_in: DeviceSignIn, before: str, after: str, **values: str) -> bool:
    """Move on from one state to the next; False if it was not in that state any more."""
    moved = session.execute(
        update(DeviceSignIn)
        .where(
            DeviceSignIn.device_code_digest == sign_in.device_code_digest,
            DeviceSignIn.state == before,
        )
        .values(state=after, **values)
        .returning(DeviceSignIn.device_code_digest)
    )
    return moved.first() is not None


def is_polled_too_fast(sign_in: DeviceSignIn, now: datetime) -> bool:
    """Notes the poll; one that comes too early makes the interval longer from now on.

    One early poll is let pass and the next one is due later for it: clients that count whole
    seconds, and networks, keep the pace on average only.
    """
    due = sign_in.polled_at
    if due is not None and now < due:
        sign_in.interval += SLOWER_BY
        return True
    interval = timedelta(seconds=sign_in.interval)
    sign_in.polled_at = now if due is None else max(now, due + interval)
    return False


def forget_old(session: Session, now: datetime) -> None:
    """Delete the sign-ins that expired long ago."""
    session.execute(delete(DeviceSignIn).where(DeviceSignIn.expires_at <= now - KEPT))
