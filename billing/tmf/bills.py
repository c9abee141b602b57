"""TMF678 customer bills."""

from collections.abc import Sequence

from sqlalchemy import select

from billing.access import Caller
from billing.balances import REMAINING, STATE
from billing.database import AnyRow, AnySelect
from billing.models import Account, Bill, Customer, Payment
from billing.money import without_tax
from billing.settings import Settings
from billing.tmf.query import JSON, Attribute, instant
from billing.tmf.resource import Reading, Resource
from billing.tmf.values import customer_party, moment, money, period

BILL_PATH = "customerBillManagement/v4/customerBill"


def select_bills(caller: Caller) -> AnySelect:
    """The caller's bills with what remains of them."""
    return (
        select(Bill, Account, Customer, REMAINING.label("remaining"), STATE.label("state"))
        .join(Account, Account.id == Bill.account_id)
        .join(Customer, Customer.id == Account.customer_id)
        .where(caller.owns(Account.customer_id))
    )


def render_bills(reading: Reading, rows: Sequence[AnyRow]) -> list[JSON]:
    """Bills as CustomerBill, with their payments."""
    payments: dict[str, list[Payment]] = {}
    ids = [row[0].id for row in rows]
    for payment in reading.session.scalars(
        select(Payment).where(Payment.bill_id.in_(ids)).order_by(Payment.paid_at, Payment.id)
    ):
        payments.setdefault(payment.bill_id, []).append(payment)
    return [
        _bill(bill, account, customer, max(remaining, 0), state, payments.get(bill.id, []))
        | {"billDocument": [bill_document(bill, reading.settings)]}
        for bill, account, customer, remaining, state in rows
    ]


def bill_document(bill: Bill, settings: Settings) -> JSON:
    """Where a bill's PDF is, as an attachment by reference."""
    return {
        "id": bill.id,
        "attachmentType": "bill",
        "mimeType": "application/pdf",
        "name": f"{bill.number}.pdf",
        "url": f"{settings.public_url.rstrip('/')}/tmf-api/{BILL_PATH}/{bill.id}/document",
    }


def _bill(
    bill: Bill,
    account: Account,
    customer: Customer,
    remaining: int,
    state: str,
    payments: list[Payment],
) -> JSON:
    currency = account.currency
    return {
        "id": bill.id,
        "href": f"/tmf-api/{BILL_PATH}/{bill.id}",
        "billNo": bill.number,
        "category": "normal",
        "runType": "onCycle",
        "state": state,
        "billDate": moment(bill.bill_date),
        "nextBillDate": moment(bill.next_bill_date),
        "paymentDueDate": moment(bill.due_date),
        "amountDue": money(bill.amount_due, currency),
        "remainingAmount": money(remaining, currency),
        "taxIncludedAmount": money(bill.amount_due, currency),
        "taxExcludedAmount": money(without_tax(bill.amount_due, account.tax_rate), currency),
        "appliedPayment": [
            {
                "appliedAmount": money(payment.amount, currency),
                "payment": {"id": payment.id, "@referredType": "Payment"},
            }
            for payment in payments
        ],
        "billingPeriod": period(bill.period_start, bill.period_end),
        "billingAccount": {"id": account.id, "@referredType": "BillingAccount"},
        "relatedParty": [customer_party(customer)],
        "@type": "CustomerBill",
    }


CUSTOMER_BILL = Resource(
    BILL_PATH,
    {
        "id": Attribute(Bill.id),
        "billNo": Attribute(Bill.number),
        "billDate": Attribute(Bill.bill_date, instant),
        "paymentDueDate": Attribute(Bill.due_date, instant),
        "state": Attribute(STATE),
        "billingAccount.id": Attribute(Bill.account_id),
        "relatedParty.id": Attribute(Account.customer_id),
    },
    "-billDate",
    select_bills,
    render_bills,
)
