"""Officers' log-ins: made, found, closed."""

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from billing.audit import note_down
from billing.credit_rules import credit_rules
from billing.errors import InvalidError, NotFoundError
from billing.handoff import presence
from billing.signin.passwords import check_new_password, hash_password
from billing.site.languages import LANGUAGES
from billing.staff.second_factor import new_secret
from billing.staff.tables import StaffMember, StaffSession
from billing.staff.vault import Vault

USER_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")
#: Who acts where nobody is signed in: whoever may run commands on the machine.
COMMAND_LINE = "command line"


@dataclass(frozen=True)
class NewOfficer:
    """What an officer is added with."""

    user_name: str
    name: str
    password: str
    role: str
    language: str

    def check(self) -> None:
        """Raises InvalidError for what cannot be."""
        if not USER_NAME.fullmatch(self.user_name):
            raise InvalidError("a user name is small letters, digits, dots and hyphens")
        check_new_password(self.password)
        if self.role not in credit_rules().roles:
            raise InvalidError(f"the role is none of: {', '.join(credit_rules().roles)}")
        if self.language not in LANGUAGES:
            raise InvalidError(f"the language is none of: {', '.join(LANGUAGES)}")


def add(
    session: Session, vault: Vault, new: NewOfficer, now: datetime, secret: str | None = None
) -> str:
    """Add an officer; the secret of the second factor, to be shown once.

    Raises InvalidError, also for a user name that somebody has.
    """
    new.check()
    if session.get(StaffMember, new.user_name) is not None:
        raise InvalidError(f"there is a {new.user_name} already")
    secret = secret or new_secret()
    session.add(
        StaffMember(
            user_name=new.user_name,
            name=new.name,
            password_hash=hash_password(new.password),
            role=new.role,
            language=new.language,
            totp_secret=vault.lock(secret),
            totp_step=None,
            active=True,
            created_at=now,
            failed_attempts=0,
        )
    )
    told = {"officer": new.user_name, "role": new.role}
    note_down(session, COMMAND_LINE, "officerAdded", None, told, now)
    return secret


def disable(session: Session, user_name: str, now: datetime) -> None:
    """Let an officer in no more, and out at once. Raises NotFoundError."""
    found(session, user_name).active = False
    _sign_out(session, user_name, now)
    note_down(session, COMMAND_LINE, "officerDisabled", None, {"officer": user_name}, now)


def reset_second_factor(session: Session, vault: Vault, user_name: str, now: datetime) -> str:
    """A new secret, to be shown once; codes of the old one are worth nothing.

    Raises NotFoundError.
    """
    member, secret = found(session, user_name), new_secret()
    member.totp_secret, member.totp_step = vault.lock(secret), None
    _sign_out(session, user_name, now)
    note_down(session, COMMAND_LINE, "secondFactorReset", None, {"officer": user_name}, now)
    return secret


def set_password(session: Session, user_name: str, password: str, now: datetime) -> None:
    """A new password; whoever signed in with the one before is out. Raises NotFoundError, and
    InvalidError for one that is too short or too long.
    """
    member = found(session, user_name)
    check_new_password(password)
    member.password_hash = hash_password(password)
    _sign_out(session, user_name, now)
    note_down(session, COMMAND_LINE, "officerPasswordSet", None, {"officer": user_name}, now)


def everyone(session: Session) -> list[StaffMember]:
    """Every officer, by user name."""
    return list(session.scalars(select(StaffMember).order_by(StaffMember.user_name)))


def found(session: Session, user_name: str) -> StaffMember:
    """The officer, locked. Raises NotFoundError."""
    member = session.get(StaffMember, user_name, with_for_update=True)
    if member is None:
        raise NotFoundError(f"no officer {user_name}")
    return member


def _sign_out(session: Session, user_name: str, now: datetime) -> None:
    presence.leave(session, user_name, now)
    session.execute(delete(StaffSession).where(StaffSession.user_name == user_name))
