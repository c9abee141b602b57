"""A bill with everything that its document says, read from the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from billing.balances import REMAINING
from billing.models import Account, Bill, Call, Credit, Customer, Line, Payment, Plan
from billing.money import without_tax


@dataclass(frozen=True)
class BilledCall:
    """A call as the bill lists it: `duration` in seconds, `amount` in minor units."""

    line_id: str
    started_at: datetime
    called_number: str
    call_type: str
    destination_country: str
    duration: int
    amount: int


@dataclass(frozen=True)
class BilledLine:
    """A line, the fee of its plan if it is on the bill, and its calls, the earliest first."""

    number: str
    plan: str
    fee: int
    calls: list[BilledCall]

    @property
    def usage(self) -> int:
        """What its calls come to."""
        return sum(call.amount for call in self.calls)


@dataclass(frozen=True)
class Statement:
    """All amounts in minor units of the account's currency, tax included; `remaining` counts the
    payments and credit notes that are listed.
    """

    bill: Bill
    account: Account
    customer: Customer
    lines: list[BilledLine]
    credits: Sequence[Credit]
    payments: Sequence[Payment]
    remaining: int

    @property
    def before_tax(self) -> int:
        """The part of the amount due that is not tax."""
        return without_tax(self.bill.amount_due, self.account.tax_rate)


def read_statement(session: Session, bill: Bill) -> Statement:
    """The bill with its lines, calls, credit notes and payments."""
    account = session.get_one(Account, bill.account_id)
    return Statement(
        bill=bill,
        account=account,
        customer=session.get_one(Customer, account.customer_id),
        lines=_lines(session, bill),
        credits=session.scalars(
            select(Credit).where(Credit.bill_id == bill.id).order_by(Credit.created_at, Credit.id)
        ).all(),
        payments=session.scalars(
            select(Payment).where(Payment.bill_id == bill.id).order_by(Payment.paid_at, Payment.id)
        ).all(),
        remaining=max(session.scalars(select(REMAINING).where(Bill.id == bill.id)).one(), 0),
    )


def _lines(session: Session, bill: Bill) -> list[BilledLine]:
    """The account's lines of that time, and whichever else has calls on the bill."""
    calls: dict[str, list[BilledCall]] = {}
    for row in session.execute(
        select(
            Call.line_id,
            Call.started_at,
            Call.called_number,
            Call.call_type,
            Call.destination_country,
            Call.duration,
            Call.amount,
        )
        .where(Call.bill_id == bill.id)
        .order_by(Call.started_at, Call.id)
    ):
        calls.setdefault(row.line_id, []).append(BilledCall(*row))
    of_that_time = and_(Line.account_id == bill.account_id, Line.started_at < bill.period_end)
    rows = session.execute(
        select(Line, Plan, of_that_time)
        .join(Plan, Plan.id == Line.plan_id)
        .where(or_(of_that_time, Line.id.in_(calls)))
        .order_by(Line.number, Line.id)
    ).all()
    return [
        BilledLine(
            line.number, plan.name, plan.monthly_fee if has_fee else 0, calls.get(line.id, [])
        )
        for line, plan, has_fee in rows
    ]
