"""What customers answer on their own reports: take it back, accept or refuse an offer, confirm
that it is resolved, or say that it is not.
"""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from billing.audit import note_down
from billing.decisions import credit_notes
from billing.errors import DecidedError, ForbiddenError
from billing.models import CreditOffer, Decision, Ticket
from billing.money import to_decimal
from billing.reports import BILLING_DISPUTE, OPEN, return_to_desk
from billing.tmf.body import Money


def answer(
    session: Session, ticket: Ticket, status: str, now: datetime, offered: Money | None = None
) -> None:
    """Bring a report to the status that its customer wants; what it has already stays. `offered`
    is the offer that the customer saw.

    Raises ForbiddenError for a status that is not the customer's to set, DecidedError where the
    report's life has no way there any more, or something else is offered now.
    """
    if status not in _ANSWERS:
        raise ForbiddenError(f"a customer sets none but: {', '.join(_ANSWERS)}")
    if ticket.status != status:
        if offered is not None and not _is_offered(ticket, offered):
            raise DecidedError(f"{ticket.id}: that is not what is offered")
        _ANSWERS[status](session, ticket, now)
        told = {"status": status, "reason": ticket.status_reason}
        note_down(session, ticket.author, "answer", ticket, told, now)


def _is_offered(ticket: Ticket, seen: Money) -> bool:
    offer, currency = ticket.open_offer, ticket.currency
    if offer is None or currency is None:
        return False
    return seen.unit == currency and seen.value == to_decimal(offer.amount, currency)


def _withdraw(_session: Session, ticket: Ticket, now: datetime) -> None:
    if ticket.status not in OPEN:
        raise DecidedError(f"{ticket.id} is {ticket.status}")
    if ticket.open_offer is not None:
        ticket.open_offer.answered_at = now
        ticket.open_offer.answer = "withdrawn"
    ticket.move("cancelled", "withdrawnByCustomer", now)


def _accept(session: Session, ticket: Ticket, now: datetime) -> None:
    offer = _answered(ticket, "accepted", now)
    decision = Decision(ticket_id=ticket.id, officer=offer.officer, amount=offer.amount)
    decision.decided_at = now
    session.add_all([decision, *credit_notes(session, ticket, offer.amount, now)])
    ticket.move("resolved", "offerAccepted", now)


def _return(session: Session, ticket: Ticket, now: datetime) -> None:
    """An offer is refused, or what the operator did has not helped."""
    if ticket.status == "resolved" and ticket.ticket_type != BILLING_DISPUTE:
        return_to_desk(session, ticket, "notResolved", now)
    else:
        _answered(ticket, "refused", now)
        return_to_desk(session, ticket, "offerRefused", now)


def _confirm(_session: Session, ticket: Ticket, now: datetime) -> None:
    if ticket.status != "resolved":
        raise DecidedError(f"{ticket.id} is {ticket.status}: only what is resolved is confirmed")
    ticket.move("closed", "confirmedByCustomer", now)


def _answered(ticket: Ticket, said: str, now: datetime) -> CreditOffer:
    offer = ticket.open_offer
    if offer is None:
        raise DecidedError(f"{ticket.id} is {ticket.status}, and no offer waits for an answer")
    offer.answer, offer.answered_at = said, now
    return offer


_ANSWERS: dict[str, Callable[[Session, Ticket, datetime], None]] = {
    "cancelled": _withdraw,
    "resolved": _accept,
    "inProgress": _return,
    "closed": _confirm,
}
