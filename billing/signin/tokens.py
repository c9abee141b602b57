"""Access tokens: issued, read, revoked."""

from datetime import timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from billing import clock
from billing.access import Caller
from billing.models import Customer
from billing.signin.codes import digest
from billing.signin.tables import AccessToken, OperatorClient

LIFETIME = timedelta(hours=1)


def keep(
    session: Session, access_token: str, customer_id: str | None, client_id: str, scope: str
) -> None:
    """Make the token valid from now on, without a customer as the client's own; forget those that
    no longer are.
    """
    now = clock.now()
    session.execute(delete(AccessToken).where(AccessToken.expires_at <= now))
    session.add(
        AccessToken(
            digest=digest(access_token),
            customer_id=customer_id,
            client_id=client_id,
            scope=scope,
            issued_at=now,
            expires_at=now + LIFETIME,
            revoked_at=None,
        )
    )


def caller_of(session: Session, access_token: str) -> Caller | None:
    """Whom the token stands for; None if it is not valid (any more)."""
    token = session.get(AccessToken, digest(access_token))
    if token is None or token.revoked_at is not None or token.expires_at <= clock.now():
        return None
    if token.customer_id is None and not session.get_one(OperatorClient, token.client_id).active:
        return None
    return Caller(token.customer_id, frozenset(token.scope.split()), token.client_id)


def hold_password(session: Session, customer_id: str) -> None:
    """Have a new password wait until the token that is about to be issued is there to be revoked;
    what is read of the customer afterwards is as new as it gets.
    """
    session.execute(select(Customer.id).where(Customer.id == customer_id).with_for_update())


def revoke_all(session: Session, customer_id: str) -> None:
    """Sign the customer out everywhere."""
    session.execute(
        update(AccessToken)
        .where(AccessToken.customer_id == customer_id, AccessToken.revoked_at.is_(None))
        .values(revoked_at=clock.now())
    )


def revoke(session: Session, token_digest: str) -> None:
    """Make the token invalid for good."""
    session.execute(
        update(AccessToken)
        .where(AccessToken.digest == token_digest, AccessToken.revoked_at.is_(None))
        .values(revoked_at=clock.now())
    )
