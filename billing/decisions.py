"""What a person decides on a dispute: the money back, or a reason why not."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from billing.audit import note_down
from billing.balances import balances
from billing.calls import DISPUTED_USAGE
from billing.credit_rules import CreditRules
from billing.credit_target import CreditTarget, bill_to_credit
from billing.database import Database
from billing.disputes import DISPUTED_BILL
from billing.errors import DecidedError, InvalidError, NotFoundError
from billing.models import Call, Credit, Decision, Ticket, TicketNote, TicketStatusChange
from billing.reports import BILLING_DISPUTE, OPEN

OPERATOR = "operator"


@dataclass(frozen=True)
class Officer:
    """Who decides, and in which role of the credit rules."""

    name: str
    role: str


@dataclass(frozen=True)
class Desk:
    """Where decisions are made: on this database, by these rules."""

    database: Database
    rules: CreditRules

    def credit(
        self, number: str, officer: Officer, words: str, now: datetime, amount: int | None = None
    ) -> None:
        """Give the disputed money back; where the customer named no sum, `amount` says it, in
        minor units.

        Raises NotFoundError, DecidedError, ForbiddenError above the officer's limit, and
        InvalidError for a sum that is not the disputed one.
        """
        with self.database.write() as session:
            ticket = _open_dispute(session, number)
            granted = _granted(ticket, amount)
            assert ticket.currency is not None, "a dispute has a currency"
            self.rules.check_credit(officer.role, granted, ticket.currency)
            session.add_all(_credits(session, ticket, granted, now))
            decision = Decision(undue=True, amount=granted)
            _decide(session, ticket, decision, officer, words, now)
            _move(ticket, "resolved", "credited", now)

    def refuse(self, number: str, officer: Officer, reason: str, words: str, now: datetime) -> None:
        """Find that the charge is due, or that nothing can be done, and say why.

        Raises NotFoundError, DecidedError, ForbiddenError, and InvalidError for a reason that the
        rules do not know.
        """
        self.rules.check_refusal(officer.role, reason)
        with self.database.write() as session:
            ticket = _open_dispute(session, number)
            decision = Decision(undue=False, reason=reason)
            _decide(session, ticket, decision, officer, words, now)
            _move(ticket, "rejected", reason, now)


def _open_dispute(session: Session, number: str) -> Ticket:
    """Locked, so that of two decisions at once the second finds the first."""
    ticket = session.scalar(select(Ticket).where(Ticket.id == number).with_for_update())
    if ticket is None or ticket.ticket_type != BILLING_DISPUTE:
        raise NotFoundError(f"no dispute {number}")
    if ticket.status not in OPEN or session.get(Decision, number) is not None:
        raise DecidedError(f"{number} is {ticket.status}")
    return ticket


def _granted(ticket: Ticket, amount: int | None) -> int:
    granted = ticket.disputed_amount if amount is None else amount
    if granted is None:
        raise InvalidError("the customer named no sum: say how much is given back")
    if granted <= 0 or granted != (ticket.disputed_amount or granted):
        raise InvalidError("what is given back is not what is disputed")
    return granted


def _credits(session: Session, ticket: Ticket, granted: int, now: datetime) -> list[Credit]:
    """A credit note a call, or one over the whole sum; all on one bill, as it stands now."""
    assert ticket.account_id is not None, "a dispute has an account"
    disputed_bills = _related(ticket, DISPUTED_BILL)
    bill = bill_to_credit(granted, disputed_bills, balances(session, ticket.account_id))
    target = CreditTarget.NEXT_BILL if bill is None else CreditTarget.UNPAID_BILL
    ticket.credit_target = target.value
    ticket.credit_bill_id = None if bill is None else bill.id
    calls = session.scalars(
        select(Call).where(Call.id.in_(_related(ticket, DISPUTED_USAGE))).order_by(Call.id)
    ).all()
    shares: list[tuple[str | None, int]] = [(call.id, call.amount) for call in calls]
    return [
        Credit(
            id=f"CR-{ticket.id}-{place}",
            account_id=ticket.account_id,
            call_id=call_id,
            ticket_id=ticket.id,
            bill_id=ticket.credit_bill_id,
            amount=share,
            created_at=now,
        )
        for place, (call_id, share) in enumerate(shares or [(None, granted)], start=1)
    ]


def _related(ticket: Ticket, role: str) -> list[str]:
    return [relation.entity_id for relation in ticket.relations if relation.role == role]


def _decide(
    session: Session,
    ticket: Ticket,
    decision: Decision,
    officer: Officer,
    words: str,
    now: datetime,
) -> None:
    if not words.strip():
        raise InvalidError("the customer is told why, in words")
    decision.ticket_id, decision.officer, decision.decided_at = ticket.id, officer.name, now
    session.add(decision)
    ticket.notes.append(TicketNote(author=OPERATOR, written_at=now, text=words.strip()))
    told = {"amount": decision.amount, "reason": decision.reason, "role": officer.role}
    note_down(session, officer.name, "decide", ticket, told, now)


def _move(ticket: Ticket, status: str, reason: str, now: datetime) -> None:
    ticket.status, ticket.status_reason = status, reason
    ticket.updated_at = ticket.resolved_at = now
    ticket.status_changes.append(TicketStatusChange(status=status, reason=reason, changed_at=now))
