"""Reports that tests of the desk file, and what became of them."""

import re
from datetime import datetime, timedelta

from sqlalchemy import select

from billing import clock, reports, unsigned
from billing.database import Database
from billing.models import AuditEntry, Ticket
from billing.tmf.body import TicketCreate

ANA, ANAS_ACCOUNT = "C-1001", "BA-ES-1001"
CAMILLE = "C-1002"
OLIVER, OLIVERS_ACCOUNT = "C-1004", "BA-GB-1004"
LISTED = re.compile(r'<th scope="row"><a href="/staff/reports/([\w-]+)')
POLICY = reports.Policy(age_limit=timedelta(days=90))


def fee(database: Database, now: datetime, value: float, account: str = ANAS_ACCOUNT) -> str:
    """The number of a dispute about a fee of that sum."""
    customer, unit = (ANA, "EUR") if account == ANAS_ACCOUNT else (OLIVER, "GBP")
    body = {
        "description": "Cuota de alta <no avisada>",
        "severity": "Minor",
        "ticketType": "billingDispute",
        "disputeReason": "setup_fee",
        "disputedAmount": {"unit": unit, "value": value},
        "relatedEntity": [{"id": account, "role": "account", "@referredType": "BillingAccount"}],
    }
    create = TicketCreate.model_validate(body)
    return reports.file(database, customer, create, now, POLICY)[0]


def by_the_assistant(database: Database, now: datetime, *words: str) -> str:
    """The number of a dispute as the assistant files it: a code, and words if there are any."""
    body = {
        "description": "Billing dispute: setup_fee",
        "severity": "Minor",
        "ticketType": "billingDispute",
        "disputeReason": "setup_fee",
        "disputedAmount": {"unit": "EUR", "value": 3},
        "relatedEntity": [
            {"id": ANAS_ACCOUNT, "role": "account", "@referredType": "BillingAccount"}
        ],
        "note": [{"text": each} for each in words],
    }
    return reports.file(database, ANA, TicketCreate.model_validate(body), now, POLICY)[0]


def fault(database: Database, now: datetime) -> str:
    """The number of a report that is no dispute."""
    body = {"description": "No hay línea.", "severity": "Major", "ticketType": "fault"}
    return reports.file(database, ANA, TicketCreate.model_validate(body), now, POLICY)[0]


def open_dispute(database: Database, customer: str = ANA) -> Ticket:
    """The demonstration's, about one call on the latest bill."""
    with database.read() as session:
        return session.scalars(
            select(Ticket).where(
                Ticket.customer_id == customer,
                Ticket.external_id.startswith("demo:"),
                Ticket.status == "inProgress",
            )
        ).one()


def status_of(database: Database, number: str) -> tuple[str, str | None]:
    with database.read() as session:
        ticket = session.get_one(Ticket, number)
        return ticket.status, ticket.status_reason


def acted(database: Database, number: str) -> list[tuple[str, str]]:
    with database.read() as session:
        statement = select(AuditEntry).where(AuditEntry.ticket_id == number)
        return [(entry.actor, entry.action) for entry in session.scalars(statement)]


def unsigned_report(database: Database, contact: str) -> str:
    """The number of a report that somebody who speaks Polish filed without signing in."""
    body = {
        "description": "Written report: contact_form",
        "severity": "Minor",
        "ticketType": "message",
        "language": "pl",
        "relatedParty": [
            {"id": "a-digest", "role": "writer", "@referredType": "Conversation"},
            {"id": contact, "role": "contact", "@referredType": "ContactMedium"},
        ],
        "note": [{"text": "Nie mam zasięgu."}],
    }
    filed, _ = unsigned.file_and_show(
        database,
        "assistant",
        TicketCreate.model_validate(body),
        clock.now(),
        POLICY,
        lambda _session, ticket, _customer: ticket.id,
    )
    return filed
