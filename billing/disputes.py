"""What makes a report a dispute: calls, reason, amount, and where the credit will go."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from billing.balances import balances
from billing.calls import DISPUTED_USAGE
from billing.credit_target import CreditTarget, bill_to_credit
from billing.eligibility import CallFacts, ineligibility
from billing.errors import InvalidError, NotEligibleError
from billing.models import Account, Bill, Call, Ticket, TicketRelation
from billing.money import from_decimal
from billing.related import Related
from billing.tmf.body import DisputedPayment, DisputeReason, Money, TicketCreate

DISPUTED_BILL = "disputedBill"


def complete(
    session: Session,
    ticket: Ticket,
    body: TicketCreate,
    related: Related,
    account: Account,
    now: datetime,
    age_limit: timedelta,
) -> None:
    """Fill in a new dispute; called in the transaction that keeps it.

    Raises NotEligibleError for calls that no credit can be asked for, InvalidError for a reason
    without what it needs, or an amount that is not the sum of the calls.
    """
    if body.dispute_reason is None:
        raise InvalidError("a billingDispute needs a disputeReason")
    ticket.dispute_reason = body.dispute_reason.value
    ticket.currency = account.currency
    calls = _calls(related)
    _check_eligible(calls, now, age_limit)
    _add_bills(ticket, calls, related)
    _take_payment(ticket, body, calls, account, now)
    ticket.disputed_amount = _amount(ticket, body, calls, account)
    disputed_bills = ticket.related(DISPUTED_BILL)
    bill = bill_to_credit(ticket.disputed_amount, disputed_bills, balances(session, account.id))
    ticket.credit_target = (
        CreditTarget.NEXT_BILL if bill is None else CreditTarget.UNPAID_BILL
    ).value
    if bill is not None:
        ticket.credit_bill = related.bills.get(bill.id) or session.get_one(Bill, bill.id)


def _calls(related: Related) -> list[tuple[Call, CallFacts]]:
    """The disputed ones, in the order in which they were made."""
    calls = [related.calls[id_] for id_ in related.ids("Usage", DISPUTED_USAGE)]
    return sorted(calls, key=lambda call: call[0].started_at)


def _check_eligible(
    calls: list[tuple[Call, CallFacts]], now: datetime, age_limit: timedelta
) -> None:
    reasons = {
        call.id: reason.value
        for call, facts in calls
        if (reason := ineligibility(facts, now, age_limit)) is not None
    }
    if reasons:
        raise NotEligibleError(reasons)


def _add_bills(ticket: Ticket, calls: list[tuple[Call, CallFacts]], related: Related) -> None:
    """A dispute about a call is one about its bill, whether or not the sender says so."""
    named = set(related.ids("CustomerBill", DISPUTED_BILL))
    bills = dict.fromkeys(call.bill_id for call, _ in calls if call.bill_id)
    ticket.relations += [
        TicketRelation(entity_id=bill, role=DISPUTED_BILL, referred_type="CustomerBill")
        for bill in bills
        if bill not in named
    ]


def _take_payment(
    ticket: Ticket,
    body: TicketCreate,
    calls: list[tuple[Call, CallFacts]],
    account: Account,
    now: datetime,
) -> None:
    about_payment = body.dispute_reason is DisputeReason.PAYMENT_NOT_CREDITED
    payment = body.disputed_payment
    if about_payment != (payment is not None):
        raise InvalidError("disputedPayment goes with payment_not_credited, and only with it")
    if payment is None:
        return
    if calls:
        raise InvalidError("a payment that was not credited is not about calls")
    if payment.date > (now + timedelta(days=1)).date():
        raise InvalidError("disputedPayment lies in the future")
    _keep_payment(ticket, payment, account)


def _keep_payment(ticket: Ticket, payment: DisputedPayment, account: Account) -> None:
    ticket.payment_amount = in_minor_units(payment.amount, account.currency)
    ticket.payment_date = payment.date.isoformat()
    ticket.payment_means = payment.means


def _amount(
    ticket: Ticket,
    body: TicketCreate,
    calls: list[tuple[Call, CallFacts]],
    account: Account,
) -> int | None:
    """The sum of the calls, or the missing payment, or what the customer says."""
    amount = body.disputed_amount
    stated = None if amount is None else in_minor_units(amount, account.currency)
    computed = sum(call.amount for call, _ in calls) if calls else ticket.payment_amount
    if computed is not None and stated not in (None, computed):
        raise InvalidError("disputedAmount is not what the calls or the payment come to")
    return computed if computed is not None else stated


def in_minor_units(money: Money, currency: str | None) -> int:
    """A sum in minor units of the account's currency. Raises InvalidError for another currency."""
    if money.unit != currency:
        raise InvalidError(f"amounts of this account are in {currency}")
    try:
        return from_decimal(money.value, currency)
    except ValueError as error:
        raise InvalidError(str(error)) from None
