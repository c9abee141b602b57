"""What is still owed on a bill."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from billing.models import Bill, Credit, Payment

PAID: ColumnElement[int] = (
    select(func.coalesce(func.sum(Payment.amount), 0))
    .where(Payment.bill_id == Bill.id)
    .correlate(Bill)
    .scalar_subquery()
)
CREDITED: ColumnElement[int] = (
    select(func.coalesce(func.sum(Credit.amount), 0))
    .where(Credit.bill_id == Bill.id)
    .correlate(Bill)
    .scalar_subquery()
)
REMAINING: ColumnElement[int] = Bill.fixed_charges + Bill.usage_charges - PAID - CREDITED
STATE: ColumnElement[str] = case(
    (REMAINING <= 0, "settled"), (PAID + CREDITED > 0, "partiallyPaid"), else_="sent"
)


@dataclass(frozen=True)
class BillBalance:
    """A bill and what remains to be paid of it, in minor units."""

    id: str
    number: str
    bill_date: datetime
    due_date: datetime
    remaining: int


def balances(session: Session, account_id: str) -> list[BillBalance]:
    """Every bill of the account, the latest first."""
    rows = session.execute(
        select(Bill.id, Bill.number, Bill.bill_date, Bill.due_date, REMAINING)
        .where(Bill.account_id == account_id)
        .order_by(Bill.bill_date.desc())
    )
    return [BillBalance(*row) for row in rows]
