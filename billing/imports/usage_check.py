"""Whether bills charge what their calls add up to."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from billing.models import Bill, Call


class Difference(NamedTuple):
    """A bill whose usage charges are not the sum of its calls; in minor units."""

    bill_id: str
    usage_charges: int
    calls: int


def differences(session: Session) -> Iterator[Difference]:
    """Every such bill, by its id."""
    calls = (
        select(Call.bill_id, func.sum(Call.amount).label("amount"))
        .where(Call.bill_id.is_not(None))
        .group_by(Call.bill_id)
        .subquery()
    )
    amount = func.coalesce(calls.c.amount, 0)
    rows = session.execute(
        select(Bill.id, Bill.usage_charges, amount)
        .outerjoin(calls, calls.c.bill_id == Bill.id)
        .where(Bill.usage_charges != amount)
        .order_by(Bill.id)
    )
    for row in rows:
        yield Difference(*row)
