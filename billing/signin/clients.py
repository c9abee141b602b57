"""The operator's own systems: added with their scopes, and disabled.

Their secrets are 256 bits of chance, which nobody guesses: a digest of them is kept, as of tokens.
"""

import re
import secrets
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from billing.access import OPERATOR_SCOPES
from billing.errors import InvalidError, NotFoundError
from billing.signin.codes import digest, new_secret
from billing.signin.tables import OperatorClient

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
#: Names that stand for somebody else: the assistant, and in the notes the operator.
_TAKEN = ("aclaro", "operator")


def add(session: Session, name: str, scopes: Collection[str], now: datetime) -> str:
    """Let a system in; its secret, which is not to be had again.

    Raises InvalidError for a name that is no name or taken, and for a scope that there is not.
    """
    if not _NAME.fullmatch(name):
        raise InvalidError("a name is made of letters, digits, dots and dashes")
    if name in _TAKEN or session.get(OperatorClient, name) is not None:
        raise InvalidError(f"{name} is taken")
    strange = set(scopes) - set(OPERATOR_SCOPES)
    if strange or not scopes:
        raise InvalidError(f"the scopes are some of: {', '.join(OPERATOR_SCOPES)}")
    secret = new_secret()
    session.add(
        OperatorClient(
            id=name,
            secret_digest=digest(secret),
            scopes=sorted(scopes),
            created_at=now,
            active=True,
        )
    )
    return secret


def disable(session: Session, name: str) -> None:
    """Keep a system out, with all its tokens. Raises NotFoundError."""
    client = session.get(OperatorClient, name)
    if client is None:
        raise NotFoundError(f"no client {name}")
    client.active = False


def everyone(session: Session) -> list[OperatorClient]:
    """Every system that was ever let in, by name."""
    return list(session.scalars(select(OperatorClient).order_by(OperatorClient.id)))


def active(session: Session, name: str) -> OperatorClient | None:
    """The system of this name, if it may sign in."""
    client = session.get(OperatorClient, name)
    return client if client is not None and client.active else None


def is_secret(client: OperatorClient, secret: str) -> bool:
    """Whether the secret is the system's."""
    return secrets.compare_digest(client.secret_digest, digest(secret))
