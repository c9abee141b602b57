"""Reports of people who have not signed in: filed by a system that knows where they wrote.

Such a report has no customer and no account; it belongs to the conversation that its `writer`, a
digest, stands for. The system that filed it reads it and adds what is written there, and it alone.
"""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from billing import attachments
from billing.audit import note_down
from billing.database import Database
from billing.errors import ForbiddenError, InvalidError, KeyReusedError
from billing.models import WRITER, Customer, Ticket
from billing.reports import (
    BILLING_DISPUTE,
    Policy,
    Shown,
    begun,
    fingerprint_of,
    own_note,
    set_deadline,
)
from billing.tmf.body import TicketCreate

Show = Callable[[Session, Ticket, Customer | None], Shown]


def is_unsigned(body: TicketCreate) -> bool:
    """Whether it says where somebody wrote who has not signed in."""
    return bool(body.parties(WRITER))


def file_and_show(
    database: Database,
    client_id: str,
    body: TicketCreate,
    now: datetime,
    policy: Policy,
    show: Show[Shown],
) -> tuple[Shown, bool]:
    """File a report for the system `client_id`; what `show` makes of it, and whether it is new.

    The same idempotency key with the same content gives the report that is there already. Raises
    KeyReusedError if the content differs, ForbiddenError for what takes a customer, InvalidError
    for what is missing.
    """
    writer = _checked(body)

    def filed() -> tuple[Shown, bool]:
        with database.write() as session:
            ticket, is_new = _file(session, client_id, writer, body, now, policy)
            session.flush()
            return show(session, ticket, None), is_new

    try:
        return filed()
    except IntegrityError:
        # The key arrived twice at once, or the new number exists: the second look finds out.
        return filed()


def _checked(body: TicketCreate) -> str:
    """The writer. What a customer's name or bills are in takes that customer's own sign-in."""
    writers = set(body.parties(WRITER))
    if len(writers) != 1 or body.parties("customer"):
        raise InvalidError("relatedParty names the one writer, and no customer")
    if body.ticket_type == BILLING_DISPUTE or body.related_entity:
        raise ForbiddenError("who has not signed in disputes nothing of an account")
    if body.language is None:
        raise InvalidError("language says what the writer speaks")
    return writers.pop()


def _file(
    session: Session,
    client_id: str,
    writer: str,
    body: TicketCreate,
    now: datetime,
    policy: Policy,
) -> tuple[Ticket, bool]:
    fingerprint = fingerprint_of(body)
    same_key = Ticket.filed_by == client_id, Ticket.external_id == body.external_id
    earlier = session.scalar(select(Ticket).where(*same_key)) if body.external_id else None
    if earlier is not None:
        if earlier.fingerprint != fingerprint:
            raise KeyReusedError(f"externalId came before with other content: {earlier.id}")
        return earlier, False
    whose = {"filed_by": client_id, "writer": writer, "language": body.language}
    ticket = begun(body, now, **whose)
    ticket.fingerprint = fingerprint
    set_deadline(ticket, None, now, body.requested_resolution_date)
    ticket.notes = [own_note(note, WRITER, now) for note in body.note]
    attachments.attach(ticket, body.attachment, WRITER, now, policy.attachments)
    ticket.relations = []
    session.add(ticket)
    session.flush()  # the trail refers to the report
    note_down(session, client_id, "file", ticket, {}, now)
    return ticket, True
