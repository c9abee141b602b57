"""What happens to reports is put into the outbox, in the transaction in which it happens."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple
from uuid import uuid4

from sqlalchemy import event, inspect, select
from sqlalchemy.orm import Session, UOWTransaction

from billing.events.kinds import (
    CHANGED,
    CREATED,
    INFORMATION_REQUIRED,
    MOVED,
    RESOLVED,
    wanted_by,
)
from billing.events.tables import HANDOFFS, WAITING, OutboxEntry, Subscription
from billing.models import CreditOffer, Ticket, TicketNote, TicketStatusChange

#: What a report shows of its columns, besides its status, and may change.
FIELDS = {
    "severity": "severity",
    "answer_due_at": "expectedResolutionDate",
    "credit_target": "creditTarget",
    "credit_bill_id": "creditTarget",
}


class Happening(NamedTuple):
    """What happened to a report: the event's type, and the field that it is about, if any."""

    ticket_id: str
    event_type: str
    field_path: str | None = None


@contextmanager
def recording(session: Session) -> Iterator[None]:
    """What is done to reports within is in the outbox at the end: each happening once, with the
    status in which the whole act left its report.
    """
    happened: dict[Happening, None] = {}  # a set that keeps the order

    def notice(session: Session, _context: UOWTransaction) -> None:
        for row in session.new:
            happened.update(dict.fromkeys(_happenings_of_new(row)))
        for row in session.dirty:
            happened.update(dict.fromkeys(_happenings_of_changed(row)))

    event.listen(session, "after_flush", notice)
    yield
    session.flush()
    if happened:
        _put_into_outbox(session, list(happened))


def _happenings_of_new(row: object) -> Iterator[Happening]:
    match row:
        case Ticket():
            yield Happening(row.id, CREATED)
        case TicketNote():
            yield Happening(row.ticket_id, CHANGED, "note")
        case CreditOffer():
            yield Happening(row.ticket_id, CHANGED, "creditOffer")
        case TicketStatusChange():
            yield Happening(row.ticket_id, MOVED)
            if row.status == "resolved":
                yield Happening(row.ticket_id, RESOLVED)
            if row.status == "pending":
                yield Happening(row.ticket_id, INFORMATION_REQUIRED)


def _happenings_of_changed(row: object) -> Iterator[Happening]:
    match row:
        case Ticket():
            for column, field in FIELDS.items():
                if inspect(row).attrs[column].history.has_changes():
                    yield Happening(row.id, CHANGED, field)
        case CreditOffer():
            yield Happening(row.ticket_id, CHANGED, "creditOffer")


def _put_into_outbox(session: Session, happened: Sequence[Happening]) -> None:
    # Nobody may stop to listen while something is put on its way to them.
    listeners = session.scalars(
        select(Subscription)
        .where(Subscription.id != HANDOFFS)
        .order_by(Subscription.id)
        .with_for_update(read=True, key_share=True)
    ).all()
    new = {happening.ticket_id for happening in happened if happening.event_type == CREATED}
    for happening in happened:
        # A report is created with all that it has: one event.
        if happening.ticket_id in new and happening.event_type != CREATED:
            continue
        event_id, ticket = str(uuid4()), session.get_one(Ticket, happening.ticket_id)
        session.add_all(
            _entry(ticket, happening, event_id, listener)
            for listener in listeners
            if wanted_by(listener.query, happening.event_type)
        )


def _entry(
    ticket: Ticket, happening: Happening, event_id: str, listener: Subscription
) -> OutboxEntry:
    return OutboxEntry(
        subscription_id=listener.id,
        ticket_id=ticket.id,
        event_id=event_id,
        event_type=happening.event_type,
        field_path=happening.field_path,
        status=ticket.status,
        status_reason=ticket.status_reason,
        happened_at=ticket.updated_at,
        state=WAITING,
        due_at=ticket.updated_at,
        attempts=0,
    )
