"""What a person at the desk does with a report: looks after it, asks, answers, and decides on a
dispute: whether the charge was undue, then the money back, a part of it, or a reason why not.
"""

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
from billing.models import Account, Call, Credit, CreditOffer, Decision, Finding, Ticket, TicketNote
from billing.money import from_decimal
from billing.recalculation import open_recalculation
from billing.reports import ACKNOWLEDGED, BILLING_DISPUTE, INFORMATION_REQUIRED, OPEN

OPERATOR = "operator"
UNDER_REVIEW = "underReview"


@dataclass(frozen=True)
class Officer:
    """Who acts, and in which role of the credit rules."""

    name: str
    role: str


@dataclass(frozen=True)
class Desk:
    """Where reports are answered: in this database, by these rules.

    Every act raises NotFoundError, DecidedError on a report that is over, ForbiddenError for a role
    that the rules do not know, and InvalidError where the customer is told nothing.
    """

    database: Database
    rules: CreditRules

    def take(self, number: str, officer: Officer, now: datetime) -> None:
        """Look after a report from now on, whoever did until now."""
        self.rules.check_role(officer.role)
        with self.database.write() as session:
            ticket = _open_report(session, number)
            if ticket.owner == officer.name:
                return
            told = {"from": ticket.owner, "role": officer.role}
            note_down(session, officer.name, "take", ticket, told, now)
            ticket.owner = officer.name
            if ticket.status == ACKNOWLEDGED:
                ticket.move("inProgress", UNDER_REVIEW, now)

    def ask(self, number: str, officer: Officer, words: str, now: datetime) -> None:
        """Ask the customer something: the report waits until they add a note."""
        self.rules.check_role(officer.role)
        with self.database.write() as session:
            ticket = _without_offer(_open_report(session, number))
            _tell(ticket, words, now)
            note_down(session, officer.name, "ask", ticket, {"role": officer.role}, now)
            ticket.move("pending", INFORMATION_REQUIRED, now)

    def note(self, number: str, officer: Officer, words: str, now: datetime) -> None:
        """Tell the customer something; the report stays where it is."""
        self.rules.check_role(officer.role)
        with self.database.write() as session:
            ticket = _open_report(session, number)
            _tell(ticket, words, now)
            ticket.updated_at = now
            note_down(session, officer.name, "note", ticket, {"role": officer.role}, now)

    def resolve(self, number: str, officer: Officer, words: str, now: datetime) -> None:
        """Say that it is done, of a report that is no dispute; its customer closes it, or not.

        Raises InvalidError also for a dispute.
        """
        self.rules.check_role(officer.role)
        with self.database.write() as session:
            ticket = _no_dispute(_open_report(session, number))
            _tell(ticket, words, now)
            note_down(session, officer.name, "resolve", ticket, {"role": officer.role}, now)
            ticket.move("resolved", "resolvedByOperator", now)

    def reject(self, number: str, officer: Officer, reason: str, words: str, now: datetime) -> None:
        """Say that nothing can be done, of a report that is no dispute, and why.

        Raises InvalidError also for a dispute, and for a reason that the rules do not know.
        """
        self.rules.check_rejection(officer.role, reason)
        with self.database.write() as session:
            ticket = _no_dispute(_open_report(session, number))
            _tell(ticket, words, now)
            told = {"reason": reason, "role": officer.role}
            note_down(session, officer.name, "reject", ticket, told, now)
            ticket.move("rejected", reason, now)

    def find(
        self, number: str, officer: Officer, undue: bool, words: str, now: datetime
    ) -> str | None:
        """Record whether a disputed charge was undue. If so, a recalculation is opened, whose
        number is returned; if not, one that is open is closed.

        Raises DecidedError also while it is recalculated already.
        """
        self.rules.check_role(officer.role)
        with self.database.write() as session:
            ticket = _open_dispute(session, number)
            being_made = ticket.open_recalculation
            if undue and being_made is not None:
                raise DecidedError(f"{number} is recalculated already: {being_made.id}")
            _tell(ticket, words, now)
            ticket.findings.append(Finding(officer=officer.name, undue=undue, found_at=now))
            opened = open_recalculation(session, ticket, self.rules, now).id if undue else None
            if being_made is not None:
                being_made.closed_at = now
            told = {"undue": undue, "recalculation": opened, "role": officer.role}
            note_down(session, officer.name, "find", ticket, told, now)
            ticket.move("inProgress", "recalculation" if undue else UNDER_REVIEW, now)
            return opened

    def credit(
        self, number: str, officer: Officer, words: str, now: datetime, amount: int | None = None
    ) -> None:
        """Give the disputed money back; where the customer named no sum, `amount` says it, in
        minor units.

        Raises DecidedError also where the charge was found due, ForbiddenError above the officer's
        limit, and InvalidError for a sum that is not the disputed one.
        """
        with self.database.write() as session:
            ticket = _open_dispute(session, number)
            granted = _granted(ticket, amount)
            assert ticket.currency is not None, "a dispute has a currency"
            self.rules.check_credit(officer.role, granted, ticket.currency)
            _check_undue(ticket, officer, now)
            session.add_all(credit_notes(session, ticket, granted, now))
            _decide(session, ticket, Decision(amount=granted), officer, words, now)
            ticket.move("resolved", "credited", now)

    def offer(self, number: str, officer: Officer, amount: int, words: str, now: datetime) -> None:
        """Offer a part of the disputed sum, `amount` in minor units: the customer takes it or not.

        Raises DecidedError also while another offer waits or where the charge was found due,
        ForbiddenError above the officer's limit, and InvalidError for what is no part of the
        disputed sum.
        """
        with self.database.write() as session:
            ticket = _open_dispute(session, number)
            if ticket.disputed_amount is None or not 0 < amount < ticket.disputed_amount:
                raise InvalidError("what is offered is a part of what is disputed")
            assert ticket.currency is not None, "a dispute has a currency"
            self.rules.check_credit(officer.role, amount, ticket.currency)
            _check_undue(ticket, officer, now)
            ticket.offers.append(CreditOffer(officer=officer.name, amount=amount, offered_at=now))
            _tell(ticket, words, now)
            told = {"amount": amount, "undue": True, "role": officer.role}
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

        Raises InvalidError also for a reason that the rules do not know.
        """
        self.rules.check_refusal(officer.role, reason)
        with self.database.write() as session:
            ticket = _open_dispute(session, number)
            if ticket.found_undue is None:
                ticket.findings.append(Finding(officer=officer.name, undue=False, found_at=now))
            _decide(session, ticket, Decision(reason=reason), officer, words, now)
            ticket.move("rejected", reason, now)


def _open_report(session: Session, number: str) -> Ticket:
    """Locked, so that of two acts at once the second finds what the first did."""
    ticket = session.scalar(select(Ticket).where(Ticket.id == number).with_for_update())
    if ticket is None:
        raise NotFoundError(f"no report {number}")
    if ticket.status not in OPEN:
        raise DecidedError(f"{number} is {ticket.status}")
    return ticket


def _open_dispute(session: Session, number: str) -> Ticket:
    ticket = _open_report(session, number)
    if ticket.ticket_type != BILLING_DISPUTE:
        raise NotFoundError(f"no dispute {number}")
    return _without_offer(ticket)


def _without_offer(ticket: Ticket) -> Ticket:
    if ticket.open_offer is not None:
        raise DecidedError(f"{ticket.id} waits for its customer's answer to an offer")
    return ticket


def _no_dispute(ticket: Ticket) -> Ticket:
    if ticket.ticket_type == BILLING_DISPUTE:
        raise InvalidError(f"{ticket.id} is a dispute: it is credited or refused")
    return ticket


def _check_undue(ticket: Ticket, officer: Officer, now: datetime) -> None:
    """Money moves only by a finding: who gives it back has found so, if nobody has before."""
    if ticket.found_undue is None:
        ticket.findings.append(Finding(officer=officer.name, undue=True, found_at=now))
    elif not ticket.found_undue:
        raise DecidedError(f"{ticket.id}: the charge was found due")


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
        granted, ticket.related(DISPUTED_BILL), balances(session, ticket.account_id)
    )


def credit_notes(session: Session, ticket: Ticket, granted: int, now: datetime) -> list[Credit]:
    """A credit note a call, or one over the whole sum; all on one bill, as it stands now. Of a part
    of the sum, `granted` in minor units, each call gets its share.
    """
    # Nobody else gives something back on the account's bills between the look at them and this.
    session.get_one(Account, ticket.account_id, with_for_update={"key_share": True})
    bill = credited_bill(session, ticket, granted)
    target = CreditTarget.NEXT_BILL if bill is None else CreditTarget.UNPAID_BILL
    ticket.credit_target = target.value
    ticket.credit_bill_id = None if bill is None else bill.id
    calls = session.scalars(
        select(Call).where(Call.id.in_(ticket.related(DISPUTED_USAGE))).order_by(Call.id)
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
    told = {"amount": decision.amount, "reason": decision.reason, "undue": ticket.found_undue}
    note_down(session, officer.name, "decide", ticket, told | {"role": officer.role}, now)


def _tell(ticket: Ticket, words: str, now: datetime) -> None:
    if not words.strip():
        raise InvalidError("the customer is told why, in words")
    ticket.notes.append(TicketNote(author=OPERATOR, written_at=now, text=words.strip()))
