"""Where a credit will go if it is approved.

- If every bill that the dispute is about has been paid, the credit goes on the next bill.
- Otherwise it comes off what is now due: the latest bill on which something remains to be paid,
  whether or not the dispute is about that one.
- Several unpaid or part-paid bills: the latest of them whose remaining amount covers the whole
  credit. A credit is never split: if none covers it, it goes on the next bill. While the amount
  is unknown, the latest of them is named.
- A dispute that names no bill is treated as one about everything that is due.

It is a forecast: payments that arrive meanwhile are taken into account when it is approved.
"""

from collections.abc import Collection, Sequence
from enum import Enum

from billing.balances import BillBalance


class CreditTarget(str, Enum):
    """How the customer gets the money back."""

    NEXT_BILL = "nextBill"
    UNPAID_BILL = "unpaidBill"


def bill_to_credit(
    amount: int | None, disputed_bills: Collection[str], bills: Sequence[BillBalance]
) -> BillBalance | None:
    """The bill that the credit lowers; None for the next one. `amount` in minor units."""
    unpaid = sorted(
        (bill for bill in bills if bill.remaining > 0),
        key=lambda bill: bill.bill_date,
        reverse=True,
    )
    if disputed_bills and not any(bill.id in disputed_bills for bill in unpaid):
        return None
    return next((bill for bill in unpaid if bill.remaining >= (amount or 0)), None)
