"""The demonstration's officers: whoever reads this can sign in as them, so never anywhere else."""

from datetime import datetime

from sqlalchemy.orm import Session

from billing.demo.people import PASSWORD
from billing.errors import ForbiddenError, NotFoundError
from billing.staff.officers import NewOfficer, add
from billing.staff.second_factor import code
from billing.staff.tables import StaffMember
from billing.staff.vault import Vault

SECRET = "ACLARODEMODESKACLARODEMODESK2345"
OFFICERS = (
    NewOfficer("desk-es", "Lucía Romero", PASSWORD, "clerk", "es"),
    NewOfficer("desk-fr", "Hugo Marchand", PASSWORD, "clerk", "fr"),
    NewOfficer("desk-pl", "Marta Zielińska", PASSWORD, "clerk", "pl"),
    NewOfficer("desk-en", "Grace Bennett", PASSWORD, "clerk", "en"),
    NewOfficer("desk-lead", "Thomas Reid", PASSWORD, "supervisor", "en"),
)


def add_officers(session: Session, vault: Vault, now: datetime) -> None:
    """Add every demonstration officer who is not there yet."""
    for officer in OFFICERS:
        if session.get(StaffMember, officer.user_name) is None:
            add(session, vault, officer, now, SECRET)


def demo_code(session: Session, vault: Vault, user_name: str, now: datetime) -> str:
    """The code with which a demonstration officer signs in at this moment.

    Raises NotFoundError, and ForbiddenError for an officer with a secret of their own.
    """
    member = session.get(StaffMember, user_name)
    if member is None:
        raise NotFoundError(f"no officer {user_name}")
    if vault.open(member.totp_secret) != SECRET:
        raise ForbiddenError(f"{user_name} has an authenticator app of their own")
    return code(SECRET, now)
