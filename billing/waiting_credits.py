"""Credits that wait for the next bill go on it when it comes in."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from billing.audit import note_down
from billing.balances import REMAINING
from billing.models import Bill, Credit, Ticket
from billing.reminders import BILLING


def put_on(session: Session, bill_ids: Collection[str], now: datetime) -> None:
    """Each of these new bills takes what waits for the next one of its account: credits that were
    given before it was issued, the oldest first, those of one dispute together. What a bill cannot
    take as a whole goes on waiting.
    """
    new = Bill.id.in_(bill_ids)
    found = session.scalars(
        select(Credit)
        .where(Credit.bill_id.is_(None), Credit.account_id.in_(select(Bill.account_id).where(new)))
        .order_by(Credit.created_at, Credit.id)
        .with_for_update()
    ).all()
    if not found:
        return  # as with most files: nothing is worked out for them
    waiting = _together(found)
    bills = session.execute(
        select(Bill, REMAINING)
        .where(new, Bill.account_id.in_({credit.account_id for credit in found}))
        .order_by(Bill.bill_date, Bill.id)
    ).all()
    for bill, remaining in bills:
        for credits_ in list(waiting):
            amount = sum(credit.amount for credit in credits_)
            last = credits_[-1]
            is_next = last.account_id == bill.account_id and last.created_at <= bill.bill_date
            if is_next and amount <= remaining:
                waiting.remove(credits_)
                remaining -= amount
                _put(session, credits_, bill, amount, now)


def _together(waiting: Iterable[Credit]) -> list[list[Credit]]:
    """The credits of one dispute, or one that is of none."""
    together: dict[str, list[Credit]] = {}
    for credit in waiting:
        together.setdefault(credit.ticket_id or credit.id, []).append(credit)
    return list(together.values())


def _put(
    session: Session, credits_: Iterable[Credit], bill: Bill, amount: int, now: datetime
) -> None:
    ticket = None
    for credit in credits_:
        credit.bill_id = bill.id
        ticket = session.get(Ticket, credit.ticket_id) if credit.ticket_id else None
    if ticket is not None:
        ticket.credit_bill_id, ticket.updated_at = bill.id, now
    told = {"bill": bill.number, "amount": amount}
    note_down(session, BILLING, "billCredit", ticket, told, now)
