"""The operator's own systems: added with their scopes, and disabled.

Their secrets are 256 bits of chance, which nobody guesses: a digest of them is kept, as of tokens.
"""

import re
import secrets
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from billing.access import OPERATOR_SCOPES, UNSIGNED
from billing.errors import InvalidError, NotFoundError
from billing.models import WRITER
from billing.settings import Settings
from billing.signin.codes import digest, new_secret
from billing.signin.tables import OperatorClient

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
#: Names that stand for somebody else: the assistant that customers sign in with, and in the notes
#: the operator, and who has not signed in.
_TAKEN = ("aclaro", "operator", WRITER)


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


def keep_configured(session: Session, settings: Settings, now: datetime) -> None:
    """Have the assistant that the settings name, with the secret as it is now: it files reports of
    people who have not signed in, and no more. One that was disabled stays so.

    Raises InvalidError for a name that is no name, taken, or another system's.
    """
    name = settings.assistant_client_id
    if not name:
        return
    client = session.get(OperatorClient, name)
    if client is None:
        add(session, name, [UNSIGNED], now)
        client = session.get_one(OperatorClient, name)
    if client.scopes != [UNSIGNED]:
        raise InvalidError(f"ASSISTANT_CLIENT_ID: {name} is another system")
    client.secret_digest = digest(settings.assistant_client_secret)


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
