"""What the operator's own systems do with a report: the desk's acts, by the status they lead to.

A system is an officer like any other: in its role of the credit rules, within its limits, on the
trail. Only the customer closes a report or takes it back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import selectinload

from billing.decisions import OPERATOR, Desk, Officer
from billing.disputes import in_minor_units
from billing.errors import ForbiddenError, InvalidError, NotFoundError
from billing.models import Ticket
from billing.reports import BILLING_DISPUTE, is_known
from billing.tmf.body import TicketUpdate

#: Why a dispute is in progress, as a system says it → whether the charge was found undue.
FINDINGS = {"recalculation": True, "chargeIsDue": False}


@dataclass(frozen=True)
class _Update:
    """What a system wants of a report: words for its customer, a reason, a sum in minor units."""

    desk: Desk
    officer: Officer
    ticket: Ticket
    words: str
    reason: str | None
    amount: int | None
    now: datetime

    def is_dispute(self) -> bool:
        return self.ticket.ticket_type == BILLING_DISPUTE


def update(desk: Desk, client_id: str, number: str, body: TicketUpdate, now: datetime) -> None:
    """Bring a report to the status that the system wants, with a note for its customer; without a
    status there is the note alone. The same again counts once.

    Raises what the desk raises, ForbiddenError for what is not a system's to change, InvalidError
    for more than one new note, a reason or a sum that the status has no use for.
    """
    if others := body.beyond("note", "status", "statusChangeReason", "creditOffer"):
        raise ForbiddenError(f"not to be changed: {others}")
    if body.status is not None and body.status not in _ACTS:
        raise ForbiddenError(f"the operator's systems set none but: {', '.join(_ACTS)}")
    officer = Officer(client_id, desk.rules.role_of(client_id))
    ticket = _read(desk, number)
    words = _new_words(body, ticket, client_id)
    if _is_done(ticket, body, words):
        return
    _check_use(body)
    offer = body.credit_offer
    amount = None if offer is None else in_minor_units(offer.amount, ticket.currency)
    asked = _Update(desk, officer, ticket, words, body.status_change_reason, amount, now)
    if body.status is not None:
        _ACTS[body.status](asked)
    elif words:
        desk.note(number, officer, words, now)


def _read(desk: Desk, number: str) -> Ticket:
    with desk.database.read() as session:
        ticket = session.get(Ticket, number, options=[selectinload(Ticket.notes)])
    if ticket is None:
        raise NotFoundError(f"no report {number}")
    return ticket


def _new_words(body: TicketUpdate, ticket: Ticket, client_id: str) -> str:
    """The one note that is not on the report yet; empty if there is none."""
    new = [note for note in body.note if not is_known(note, ticket.notes, OPERATOR)]
    if len(new) > 1:
        raise InvalidError("one note at a time")
    if any(note.id or note.author not in (None, OPERATOR, client_id) for note in new):
        raise ForbiddenError("a note can only be added, and only as the operator's")
    return new[0].text if new else ""


def _is_done(ticket: Ticket, body: TicketUpdate, words: str) -> bool:
    """Whether it stands so already: what a system sends again after a lost reply."""
    said = [note.text for note in ticket.notes if note.author == OPERATOR][-1:]
    return (
        ticket.status == body.status
        and body.status_change_reason in (None, ticket.status_reason)
        and body.credit_offer is None
        and (not words or said == [words.strip()])
    )


def _check_use(body: TicketUpdate) -> None:
    if body.credit_offer is not None and body.status not in ("pending", "resolved"):
        raise InvalidError("creditOffer goes with pending or resolved")
    if body.status_change_reason is not None and body.status not in ("inProgress", "rejected"):
        raise InvalidError("statusChangeReason goes with inProgress or rejected")


def _progress(asked: _Update) -> None:
    """Look after it; or say what was found out about a disputed charge."""
    desk, number, officer, now = asked.desk, asked.ticket.id, asked.officer, asked.now
    if asked.reason is None:
        desk.take(number, officer, now)
        if asked.words:
            desk.note(number, officer, asked.words, now)
    elif asked.reason in FINDINGS:
        desk.find(number, officer, FINDINGS[asked.reason], asked.words, now)
    else:
        raise InvalidError(f"statusChangeReason is none of: {', '.join(FINDINGS)}")


def _wait(asked: _Update) -> None:
    """Ask the customer something, or offer a part of the sum."""
    if asked.amount is None:
        asked.desk.ask(asked.ticket.id, asked.officer, asked.words, asked.now)
    else:
        asked.desk.offer(asked.ticket.id, asked.officer, asked.amount, asked.words, asked.now)


def _resolve(asked: _Update) -> None:
    if asked.is_dispute():
        asked.desk.credit(asked.ticket.id, asked.officer, asked.words, asked.now, asked.amount)
    else:
        asked.desk.resolve(asked.ticket.id, asked.officer, asked.words, asked.now)


def _reject(asked: _Update) -> None:
    reject = asked.desk.refuse if asked.is_dispute() else asked.desk.reject
    reject(asked.ticket.id, asked.officer, asked.reason or "", asked.words, asked.now)


_ACTS: dict[str, Callable[[_Update], None]] = {
    "inProgress": _progress,
    "pending": _wait,
    "resolved": _resolve,
    "rejected": _reject,
}
