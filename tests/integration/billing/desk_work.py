"""What tests of the desk begin with: reports on file, and what a customer does with them."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from billing import reports
from billing.answers import answer
from billing.database import Database
from billing.decisions import Officer
from billing.models import AuditEntry, Ticket
from billing.tmf.body import TicketCreate, TicketUpdate
from tests.integration.billing.test_decisions import CUSTOMER, POLICY

CLERK, VISITOR = Officer("clerk-1", "clerk"), Officer("visitor-1", "visitor")


def reported(database: Database, now: datetime, ticket_type: str = "fault", **more: Any) -> str:
    """The number of a report that is no dispute."""
    body = {"description": "no hay línea", "severity": "Major", "ticketType": ticket_type}
    number, _ = reports.file(
        database, CUSTOMER, TicketCreate.model_validate(body | more), now, POLICY
    )
    return number


def read(database: Database, number: str) -> Ticket:
    """The report with its notes, findings and recalculations."""
    with database.read() as session:
        ticket = session.get_one(Ticket, number)
        assert ticket.notes is not None
        assert ticket.findings is not None
        assert ticket.recalculations is not None
    return ticket


def life(database: Database, number: str) -> list[tuple[str, str | None]]:
    """Every step of it: status and reason."""
    with database.read() as session:
        steps = session.get_one(Ticket, number).status_changes
        return [(step.status, step.reason) for step in steps]


def trail(database: Database, number: str) -> list[tuple[str, str]]:
    """Who did what, in the order in which it was done."""
    with database.read() as session:
        entries = session.scalars(
            select(AuditEntry).where(AuditEntry.ticket_id == number).order_by(AuditEntry.id)
        )
        return [(entry.actor, entry.action) for entry in entries]


def write_note(database: Database, number: str, text: str, now: datetime) -> None:
    """The customer adds words of their own."""
    body = TicketUpdate.model_validate({"note": [{"text": text}]})
    with database.write() as session:
        reports.add_notes(session, Ticket.customer_id == CUSTOMER, number, body, now)


def say(database: Database, number: str, status: str, now: datetime) -> None:
    """The customer answers by a status."""
    with database.write() as session:
        ticket = session.get_one(Ticket, number, with_for_update=True)
        answer(session, ticket, status, now)
