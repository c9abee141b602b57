"""Access tokens: issued, read, revoked."""

from datetime import timedelta

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from billing import clock
from billing.signin.codes import digest
from billing.signin.tables import AccessToken

LIFETIME = timedelta(hours=1)
SCOPE = "selfcare"


def keep(session: Session, access_token: str, customer_id: str, client_id: str) -> None:
    """Make the token valid from now on; forget those that no longer are."""
    now = clock.now()
    session.execute(delete(AccessToken).where(AccessToken.expires_at <= now))
    session.add(
        AccessToken(
            digest=digest(access_token),
            customer_id=customer_id,
            client_id=client_id,
            scope=SCOPE,
            issued_at=now,
            expires_at=now + LIFETIME,
            revoked_at=None,
        )
    )


def customer_id_of(session: Session, access_token: str) -> str | None:
    """The id of the customer whom the token stands for; None if it is not valid (any more)."""
    token = session.get(AccessToken, digest(access_token))
    if token is None or token.revoked_at is not None or token.expires_at <= clock.now():
        return None
    return token.customer_id


def revoke(session: Session, token_digest: str) -> None:
    """Make the token invalid for good."""
    session.execute(
        update(AccessToken)
        .where(AccessToken.digest == token_digest, AccessToken.revoked_at.is_(None))
        .values(revoked_at=clock.now())
    )
