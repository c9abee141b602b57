"""Customers' reports: filed once, found again, added to."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeVar

from sqlalchemy import ColumnElement, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from billing import attachments, disputes, report_number
from billing import contacts as contacts_of
from billing.attachments import NO_ATTACHMENTS, AttachmentRules
from billing.audit import note_down
from billing.database import Database
from billing.deadlines import LEAST_TIME, answer_due, answer_times, reminder_due
from billing.errors import ForbiddenError, InvalidError, KeyReusedError, NotFoundError
from billing.models import Account, Customer, Ticket, TicketNote, TicketRelation, TicketStatusChange
from billing.related import Related, find_related
from billing.report_number import Kind
from billing.site.operator import read_operator
from billing.tmf.body import Note, TicketCreate, TicketType, TicketUpdate

ACKNOWLEDGED = "acknowledged"
#: The states of a report on which nobody has decided.
OPEN = (ACKNOWLEDGED, "inProgress", "pending", "held")
#: Why a report is pending whose customer was asked something.
INFORMATION_REQUIRED = "informationRequired"
BILLING_DISPUTE: Final = "billingDispute"
KINDS: dict[TicketType, tuple[Kind, str]] = {
    BILLING_DISPUTE: (Kind.DISPUTE, "Billing dispute"),
    "fraud": (Kind.FRAUD, "Fraud report"),
    "fault": (Kind.FAULT, "Fault report"),
    "request": (Kind.REQUEST, "Request"),
    "serviceRequest": (Kind.REQUEST, "Service request"),
    "complaint": (Kind.COMPLAINT, "Complaint"),
    "message": (Kind.MESSAGE, "Message"),
}

Shown = TypeVar("Shown")


@dataclass(frozen=True)
class Policy:
    """The operator's rules for reports."""

    age_limit: timedelta
    attachments: AttachmentRules = NO_ATTACHMENTS


def file(
    database: Database,
    customer_id: str,
    body: TicketCreate,
    now: datetime,
    policy: Policy,
    sender: str | None = None,
) -> tuple[str, bool]:
    """File a report; its number, and whether it is new. Raises what `file_and_show` raises."""
    return file_and_show(database, customer_id, body, now, policy, _number, sender)


def _number(_session: Session, ticket: Ticket, _customer: Customer) -> str:
    return ticket.id


def file_and_show(
    database: Database,
    customer_id: str,
    body: TicketCreate,
    now: datetime,
    policy: Policy,
    show: Callable[[Session, Ticket, Customer], Shown],
    sender: str | None = None,
) -> tuple[Shown, bool]:
    """File a report; what `show` makes of it, in the transaction that has all of it at hand, and
    whether it is new. A `sender` who files it for the customer goes on the trail.

    The same idempotency key with the same content gives the report that is there already, also
    when both arrive at once. Raises KeyReusedError if the content differs, and whatever is wrong
    with the report itself.
    """

    def filed() -> tuple[Shown, bool]:
        with database.write() as session:
            ticket, customer, is_new = _file(session, customer_id, body, now, policy, sender)
            session.flush()
            return show(session, ticket, customer), is_new

    try:
        return filed()
    except IntegrityError:
        # The key arrived twice at once, or the new number exists: the second look finds out.
        return filed()


def add_notes(
    session: Session, whose: ColumnElement[bool], number: str, body: TicketUpdate, now: datetime
) -> Ticket:
    """Append new notes of the customer to a report, one of those that are theirs; notes that are
    there already stay as they are. The report.

    Raises NotFoundError, and ForbiddenError for what is not a customer's to change.
    """
    if others := body.beyond("note", "attachment", "status", "creditOffer"):
        raise ForbiddenError(f"not a customer's to change: {others}")
    ticket = session.scalar(select(Ticket).where(Ticket.id == number, whose).with_for_update())
    if ticket is None:
        raise NotFoundError(f"no report {number}")
    new = [note for note in body.note if not is_known(note, ticket.notes, ticket.author)]
    ticket.notes += [own_note(note, ticket.author, now) for note in new]
    if new:
        ticket.updated_at = now
        take_answer(session, ticket, now)
    return ticket


def take_answer(session: Session, ticket: Ticket, now: datetime) -> None:
    """What its customer has added is the answer, if something was asked."""
    if ticket.status == "pending" and ticket.status_reason == INFORMATION_REQUIRED:
        return_to_desk(session, ticket, "customerAnswered", now)
        told = {"status": ticket.status, "reason": ticket.status_reason}
        note_down(session, ticket.author, "answer", ticket, told, now)


def return_to_desk(session: Session, ticket: Ticket, reason: str, now: datetime) -> None:
    """The customer has answered: it is the operator's turn, and the deadline starts anew."""
    account = session.get_one(Account, ticket.account_id) if ticket.account_id else None
    set_deadline(ticket, account, now)
    ticket.resolved_at = None
    ticket.move("inProgress", reason, now)


def set_deadline(
    ticket: Ticket, account: Account | None, received: datetime, wished: datetime | None = None
) -> None:
    """By when it is answered, and when the desk is reminded, by its type, where the account is, or
    without one the operator. What was promised, and so is `wished`, holds if it is sooner.
    """
    home = account or read_operator()
    days, place = answer_times()[ticket.ticket_type], (home.country, home.time_zone)
    due = answer_due(received, days.answer, *place)
    in_time = wished is not None and received + LEAST_TIME <= wished < due
    ticket.answer_due_at = wished if wished is not None and in_time else due
    ticket.remind_at = reminder_due(ticket.answer_due_at, days.remind_before, *place)
    ticket.reminded_at = None


def _file(
    session: Session,
    customer_id: str,
    body: TicketCreate,
    now: datetime,
    policy: Policy,
    sender: str | None,
) -> tuple[Ticket, Customer, bool]:
    # One report of a customer at a time, so that no call gets into two of them.
    customer = session.get(Customer, customer_id, with_for_update=True)
    if customer is None:
        raise NotFoundError("relatedParty names a customer that is not there")
    fingerprint = fingerprint_of(body)
    earlier = _earlier(session, customer_id, body.external_id)
    if earlier is not None:
        if earlier.fingerprint != fingerprint:
            raise KeyReusedError(f"externalId came before with other content: {earlier.id}")
        return earlier, customer, False
    ticket = _ticket(session, customer_id, body, now, policy)
    ticket.fingerprint = fingerprint
    session.add(ticket)
    if sender is not None:
        session.flush()  # the trail refers to the report
        note_down(session, sender, "file", ticket, {}, now)
    return ticket, customer, True


def _ticket(
    session: Session, customer_id: str, body: TicketCreate, now: datetime, policy: Policy
) -> Ticket:
    if any(party.role == "customer" and party.id != customer_id for party in body.related_party):
        raise NotFoundError("relatedParty names a customer that is not there")
    related = find_related(session, customer_id, body.related_entity)
    account = _account(session, customer_id, related)
    ticket = begun(body, now, customer_id=customer_id, account_id=account.id)
    set_deadline(ticket, account, now, body.requested_resolution_date)
    ticket.notes = [own_note(note, customer_id, now) for note in body.note]
    attachments.attach(ticket, body.attachment, customer_id, now, policy.attachments)
    ticket.relations = [
        TicketRelation(entity_id=id_, role=role, referred_type=type_, name=related.names.get(id_))
        for type_, id_, role in related.entities
    ]
    if body.ticket_type == BILLING_DISPUTE:
        disputes.complete(session, ticket, body, related, account, now, policy.age_limit)
    return ticket


def begun(body: TicketCreate, now: datetime, **whose: str | None) -> Ticket:
    """A report with a number, as it is received: whose it is, in which words, where the answer is
    wanted. Raises InvalidError for a contact that is none.
    """
    kind, name = KINDS[body.ticket_type]
    contacts = [contacts_of.checked(each) for each in body.parties(contacts_of.CONTACT)]
    if len(contacts) > 1:
        raise InvalidError("the answer goes to one contact")
    ticket = Ticket(
        id=report_number.new(kind),
        **whose,
        contact=contacts[0] if contacts else None,
        external_id=body.external_id,
        ticket_type=body.ticket_type,
        name=body.name or name,
        description=body.description,
        severity=body.severity,
        status=ACKNOWLEDGED,
        channel_id=body.channel and body.channel.id,
        channel_name=body.channel and body.channel.name,
        created_at=now,
        updated_at=now,
    )
    # What is said to be empty is not looked up when the report is shown.
    ticket.offers, ticket.findings, ticket.recalculations, ticket.attachments = [], [], [], []
    ticket.status_changes = [TicketStatusChange(status=ACKNOWLEDGED, changed_at=now)]
    return ticket


def _account(session: Session, customer_id: str, related: Related) -> Account:
    accounts = list(related.accounts.values()) or list(
        session.scalars(select(Account).where(Account.customer_id == customer_id))
    )
    if len(accounts) != 1:
        raise InvalidError("the report must be about one billing account: name it or its bill")
    return accounts[0]


def _earlier(session: Session, customer_id: str, key: str | None) -> Ticket | None:
    if key is None:
        return None
    return session.scalar(
        select(Ticket).where(Ticket.customer_id == customer_id, Ticket.external_id == key)
    )


def fingerprint_of(body: TicketCreate) -> str:
    """A digest of what is filed, but for its key."""
    content = body.model_dump(mode="json", exclude={"external_id"})
    content["related_entity"].sort(key=lambda entity: sorted(entity.items()))
    if not body.attachment:  # reports were filed before there were any: theirs stay the same
        del content["attachment"]
    for later in ("requested_resolution_date", "language"):
        if content[later] is None:
            del content[later]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def own_note(note: Note, author: str, now: datetime) -> TicketNote:
    """The note as its author's. Raises ForbiddenError for somebody else's."""
    if note.id is not None or note.author not in (None, author):
        raise ForbiddenError("a note can only be added, and only as one's own")
    return TicketNote(author=author, written_at=min(note.date or now, now), text=note.text)


def is_known(note: Note, known: list[TicketNote], author: str) -> bool:
    """Whether the note is there already; one that names nobody is `author`'s."""
    return any(
        note.text == other.text
        and (note.author or author) == other.author
        and (note.id == str(other.id) or (note.id is None and note.date == other.written_at))
        for other in known
    )
