"""What a person decides on a dispute: the money back, a part of it, or a reason why not."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from billing.audit import note_down
from billing.balances import BillBalance, balances
from billing.calls import DISPUTED_USAGE
from billing.credit_rules import CreditRules
from billing.credit_target import CreditTarget, bill_to_credit
from billing.database import Database
from billing.disputes import DISPUTED_BILL
from billing.errors import DecidedError, InvalidError, NotFoundError
from billing.models import Call, Credit, CreditOffer, Decision, Ticket, TicketNote
from billing.money import from_decimal
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
            session.add_all(credit_notes(session, ticket, granted, now))
            _decide(session, ticket, Decision(undue=True, amount=granted), officer, words, now)
            ticket.move("resolved", "credited", now)

    def offer(self, number: str, officer: Officer, amount: int, words: str, now: datetime) -> None:
        """Offer a part of the disputed sum, `amount` in minor units: the customer takes it or not.

        Raises NotFoundError, DecidedError also while another offer waits, ForbiddenError above the
        officer's limit, and InvalidError for what is no part of the disputed sum.
        """
        with self.database.write() as session:
            ticket = _open_dispute(session, number)
            if ticket.disputed_amount is None or not 0 < amount < ticket.disputed_amount:
                raise InvalidError("what is offered is a part of what is disputed")
            assert ticket.currency is not None, "a dispute has a currency"
            self.rules.check_credit(officer.role, amount, ticket.currency)
            ticket.offers.append(CreditOffer(officer=officer.name, amount=amount, offered_at=now))
            _tell(ticket, words, now)
            told = {"amount": amount, "role": officer.role}
            note_down(session, officer.name, "offer", ticket, told, now)
            ticket.move("pending", "creditOffered", now)

    def in_its_currency(self, number: str, written: str) -> int:
        """A sum as a person writes it ("12.50") in minor units of a dispute's currency.

        Raises NotFoundError, InvalidError.
        """
        with self.database.read() as session:
            ticket = session.get(Ticket, number)
        if ticket is None or ticket.currency is None:
            raise NotFoundError(f"no dispute {number}")
        try:
            return from_decimal(written, ticket.currency)
        except ValueError as error:
            raise InvalidError(str(error)) from None

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
            ticket.move("rejected", reason, now)


def _open_dispute(session: Session, number: str) -> Ticket:
    """Locked, so that of two decisions at once the second finds the first."""
    ticket = session.scalar(select(Ticket).where(Ticket.id == number).with_for_update())
    if ticket is None or ticket.ticket_type != BILLING_DISPUTE:
        raise NotFoundError(f"no dispute {number}")
    if ticket.status not in OPEN or session.get(Decision, number) is not None:
        raise DecidedError(f"{number} is {ticket.status}")
    if ticket.open_offer is not None:
        raise DecidedError(f"{number} waits for its customer's answer to an offer")
    return ticket


def _granted(ticket: Ticket, amount: int | None) -> int:
    granted = ticket.disputed_amount if amount is None else amount
    if granted is None:
        raise InvalidError("the customer named no sum: say how much is given back")
    if granted <= 0 or granted != (ticket.disputed_amount or granted):
        raise InvalidError("what is given back is not what is disputed")
    return granted


def credited_bill(session: Session, ticket: Ticket, granted: int) -> BillBalance | None:
    """The bill that takes a credit, `granted` in minor units, as it stands now; None: the next."""
    assert ticket.account_id is not None, "a dispute has an account"
    return bill_to_credit(
        granted, _related(ticket, DISPUTED_BILL), balances(session, ticket.account_id)
    )


def credit_notes(session: Session, ticket: Ticket, granted: int, now: datetime) -> list[Credit]:
    """A credit note a call, or one over the whole sum; all on one bill, as it stands now. Of a part
    of the sum, `granted` in minor units, each call gets its share.
    """
    bill = credited_bill(session, ticket, granted)
    target = CreditTarget.NEXT_BILL if bill is None else CreditTarget.UNPAID_BILL
    ticket.credit_target = target.value
    ticket.credit_bill_id = None if bill is None else bill.id
    calls = session.scalars(
        select(Call).where(Call.id.in_(_related(ticket, DISPUTED_USAGE))).order_by(Call.id)
    ).all()
    shares: list[tuple[str | None, int]] = [(None, granted)]
    if calls:
        parts = shared_out(granted, [call.amount for call in calls])
        shares = list(zip((call.id for call in calls), parts, strict=True))
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
        for place, (call_id, share) in enumerate(shares, start=1)
    ]


def shared_out(sum_: int, amounts: list[int]) -> list[int]:
    """A sum in parts as great as the amounts are to each other, to the last minor unit: those whose
    rounding lost most get the units that are left.
    """
    whole = sum(amounts)
    parts = [sum_ * amount // whole for amount in amounts]
    by_loss = sorted(range(len(amounts)), key=lambda place: -(sum_ * amounts[place] % whole))
    for place in by_loss[: sum_ - sum(parts)]:
        parts[place] += 1
    return parts


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
    _tell(ticket, words, now)
    decision.ticket_id, decision.officer, decision.decided_at = ticket.id, officer.name, now
    session.add(decision)
    told = {"amount": decision.amount, "reason": decision.reason, "role": officer.role}
    note_down(session, officer.name, "decide", ticket, told, now)


def _tell(ticket: Ticket, words: str, now: datetime) -> None:
    if not words.strip():
        raise InvalidError("the customer is told why, in words")
    ticket.notes.append(TicketNote(author=OPERATOR, written_at=now, text=words.strip()))
