"""Where a credit will go if it is approved.

- If every bill that the dispute is about has been paid, the credit goes on the next bill.
- Otherwise it comes off what is now due: the latest bill on which something remains to be paid,
  whether or not the dispute is about that one; or, where `credit_off` of `credit_rules.yml` says
  so, one that the dispute is about before any other, or the next bill in any case.
- Several unpaid or part-paid bills: the latest of them whose remaining amount covers the whole
  credit. A credit is never split: if none covers it, it goes on the next bill. While the amount
  is unknown, the latest of them is named.
- A dispute that names no bill is treated as one about everything that is due.

It is a forecast: payments that arrive meanwhile are taken into account when it is approved.
"""

from collections.abc import Collection, Sequence
from enum import Enum

from billing.balances import BillBalance
from billing.credit_rules import credit_rules


class CreditOff(str, Enum):
    """Which bill comes first while a disputed one is unpaid."""

    LATEST_UNPAID = "latestUnpaid"
    DISPUTED_UNPAID = "disputedUnpaid"
    NEXT_BILL = "nextBill"


class CreditTarget(str, Enum):
    """How the customer gets the money back."""

    NEXT_BILL = "nextBill"
    UNPAID_BILL = "unpaidBill"


def bill_to_credit(
    amount: int | None,
    disputed_bills: Collection[str],
    bills: Sequence[BillBalance],
    credit_off: CreditOff | None = None,
) -> BillBalance | None:
    """The bill that the credit lowers; None for the next one. `amount` in minor units; the
    operator's rule holds unless another is given.
    """
    rule = credit_off or CreditOff(credit_rules().credit_off)
    unpaid = sorted(
        (bill for bill in bills if bill.remaining > 0),
        key=lambda bill: bill.bill_date,
        reverse=True,
    )
    is_due = not disputed_bills or any(bill.id in disputed_bills for bill in unpaid)
    if rule is CreditOff.NEXT_BILL or not is_due:
        return None
    if rule is CreditOff.DISPUTED_UNPAID:
        unpaid.sort(key=lambda bill: bill.id not in disputed_bills)
    return next((bill for bill in unpaid if bill.remaining >= (amount or 0)), None)
