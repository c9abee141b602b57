"""What customers answer on their own reports: take it back, accept or refuse an offer, confirm."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from billing.audit import note_down
from billing.decisions import credit_notes
from billing.errors import DecidedError, ForbiddenError
from billing.models import CreditOffer, Decision, Ticket
from billing.reports import OPEN


def answer(session: Session, ticket: Ticket, status: str, now: datetime) -> None:
    """Bring a report to the status that its customer wants; what it has already stays.

    Raises ForbiddenError for a status that is not the customer's to set, DecidedError where the
    report's life has no way there any more.
    """
    if status not in _ANSWERS:
        raise ForbiddenError(f"a customer sets none but: {', '.join(_ANSWERS)}")
    if ticket.status != status:
        _ANSWERS[status](session, ticket, now)
        told = {"status": status, "reason": ticket.status_reason}
        note_down(session, ticket.customer_id, "answer", ticket, told, now)


def _withdraw(_session: Session, ticket: Ticket, now: datetime) -> None:
    if ticket.status not in OPEN:
        raise DecidedError(f"{ticket.id} is {ticket.status}")
    if ticket.open_offer is not None:
        ticket.open_offer.answered_at = now
        ticket.open_offer.answer = "withdrawn"
    ticket.move("cancelled", "withdrawnByCustomer", now)


def _accept(session: Session, ticket: Ticket, now: datetime) -> None:
    offer = _answered(ticket, "accepted", now)
    decision = Decision(ticket_id=ticket.id, officer=offer.officer, undue=True, amount=offer.amount)
    decision.decided_at = now
    session.add_all([decision, *credit_notes(session, ticket, offer.amount, now)])
    ticket.move("resolved", "offerAccepted", now)


def _refuse(_session: Session, ticket: Ticket, now: datetime) -> None:
    _answered(ticket, "refused", now)
    ticket.move("inProgress", "offerRefused", now)


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
    "inProgress": _refuse,
    "closed": _confirm,
}
