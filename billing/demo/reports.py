"""What demonstration customers have reported already, and what came of it."""

from datetime import datetime, timedelta
from random import Random

from sqlalchemy.orm import Session

from billing import report_number
from billing.demo.people import DemoCustomer
from billing.models import (
    Account,
    Bill,
    Call,
    Credit,
    Ticket,
    TicketNote,
    TicketRelation,
    TicketStatusChange,
)
from billing.reports import set_deadline


def add_reports(
    session: Session,
    chance: Random,
    customer: DemoCustomer,
    account: Account,
    bills: list[Bill],
    calls_by_bill: list[list[Call]],
    now: datetime,
) -> list[Credit]:
    """An open dispute on the latest bill, one that was credited, and a credit given unasked.

    Returns the credits.
    """
    (open_call,) = _ordinary(chance, calls_by_bill[-1], 1)
    settled_calls = _ordinary(chance, calls_by_bill[-3], 2)
    (goodwill_call,) = _ordinary(chance, calls_by_bill[-2], 1)

    latest, next_to_latest, earlier = bills[-1], bills[-2], bills[-3]
    opened = max(latest.bill_date + timedelta(hours=9), now - timedelta(days=4, minutes=37))
    opened = opened.replace(microsecond=0)
    in_work = _dispute(chance, customer, account, latest, [open_call], opened, customer.claim)
    _step(in_work, "inProgress", "underReview", opened + timedelta(hours=20))
    in_work.credit_target, in_work.credit_bill_id = "unpaidBill", latest.id

    asked = earlier.bill_date + timedelta(days=3, hours=10)
    settled = _dispute(
        chance, customer, account, earlier, settled_calls, asked, customer.settled_claim
    )
    _step(settled, "inProgress", "underReview", asked + timedelta(days=1))
    _step(settled, "resolved", "credited", asked + timedelta(days=8))
    settled.resolved_at = settled.updated_at
    settled.credit_target, settled.credit_bill_id = "nextBill", None
    session.add_all([in_work, settled])
    session.flush()

    granted = [
        _credit(account, call, number, settled.updated_at)
        for number, call in enumerate(settled_calls, start=1)
    ]
    for credit in granted:
        credit.ticket_id, credit.bill_id = settled.id, next_to_latest.id
    granted.append(_credit(account, goodwill_call, 3, latest.bill_date + timedelta(days=1)))
    session.add_all(granted)
    return granted


def _ordinary(chance: Random, calls: list[Call], how_many: int) -> list[Call]:
    """Charged calls that are neither doubled nor among the dearest."""
    dialled = [call.called_number for call in calls]
    candidates = [call for call in calls if call.amount and dialled.count(call.called_number) == 1]
    candidates.sort(key=lambda call: call.amount)
    return chance.sample(candidates[: len(candidates) // 2], how_many)


def _dispute(
    chance: Random,
    customer: DemoCustomer,
    account: Account,
    bill: Bill,
    calls: list[Call],
    opened: datetime,
    words: str,
) -> Ticket:
    number = report_number.new(report_number.Kind.DISPUTE, chance.choice)
    ticket = Ticket(
        id=number,
        customer_id=customer.id,
        account_id=account.id,
        external_id=f"demo:{number}",
        fingerprint="demo",
        ticket_type="billingDispute",
        name="Billing dispute",
        description=words,
        severity="Minor",
        created_at=opened,
        dispute_reason="unrecognised_call",
        disputed_amount=sum(call.amount for call in calls),
        currency=account.currency,
        channel_id="web",
        channel_name="Web",
    )
    set_deadline(ticket, account, opened)
    ticket.relations = [
        *(
            TicketRelation(entity_id=call.id, role="disputedUsage", referred_type="Usage")
            for call in calls
        ),
        TicketRelation(entity_id=bill.id, role="disputedBill", referred_type="CustomerBill"),
    ]
    ticket.notes = [TicketNote(author=customer.id, written_at=opened, text=words)]
    _step(ticket, "acknowledged", None, opened)
    return ticket


def _step(ticket: Ticket, status: str, reason: str | None, at: datetime) -> None:
    ticket.status, ticket.status_reason, ticket.updated_at = status, reason, at
    ticket.status_changes.append(TicketStatusChange(status=status, reason=reason, changed_at=at))


def _credit(account: Account, call: Call, number: int, created_at: datetime) -> Credit:
    return Credit(
        id=f"CR-{account.id[3:]}-{number:03}",
        account_id=account.id,
        call_id=call.id,
        amount=call.amount,
        created_at=created_at,
    )
