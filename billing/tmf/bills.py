"""TMF678 customer bills, and credits as applied billing rates."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import literal, select

from billing.access import Caller
from billing.balances import REMAINING, STATE
from billing.database import AnyRow, AnySelect
from billing.models import Account, Bill, Credit, Customer, Payment
from billing.money import without_tax
from billing.tmf.query import JSON, Attribute, boolean, instant
from billing.tmf.resource import Reading, Resource
from billing.tmf.values import customer_party, moment, money, present

BILL_PATH = "customerBillManagement/v4/customerBill"
RATE_PATH = "customerBillManagement/v4/appliedCustomerBillingRate"
CREDIT_TYPE = "appliedBillingCredit"


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
        for bill, account, customer, remaining, state in rows
    ]


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
        "billingPeriod": {
            "startDateTime": moment(bill.period_start),
            "endDateTime": moment(bill.period_end - timedelta(seconds=1)),
        },
        "billingAccount": {"id": account.id, "@referredType": "BillingAccount"},
        "relatedParty": [customer_party(customer)],
        "@type": "CustomerBill",
    }


def select_credits(caller: Caller) -> AnySelect:
    """The caller's credits."""
    return (
        select(Credit, Account)
        .join(Account, Account.id == Credit.account_id)
        .where(caller.owns(Account.customer_id))
    )


def render_credits(_reading: Reading, rows: Sequence[AnyRow]) -> list[JSON]:
    """Credits as AppliedCustomerBillingRate."""
    return [_credit(credit, account) for credit, account in rows]


def _credit(credit: Credit, account: Account) -> JSON:
    about = {"troubleTicketId": credit.ticket_id, "usageId": credit.call_id}
    return present(
        {
            "id": credit.id,
            "href": f"/tmf-api/{RATE_PATH}/{credit.id}",
            "name": "Credit",
            "type": CREDIT_TYPE,
            "date": moment(credit.created_at),
            "isBilled": credit.bill_id is not None,
            "bill": credit.bill_id and {"id": credit.bill_id, "@referredType": "CustomerBill"},
            "billingAccount": {"id": account.id, "@referredType": "BillingAccount"},
            "taxIncludedAmount": money(credit.amount, account.currency),
            "characteristic": [
                {"name": name, "valueType": "string", "value": value}
                for name, value in about.items()
                if value is not None
            ],
            "@type": "AppliedCustomerBillingRate",
        }
    )


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

APPLIED_RATE = Resource(
    RATE_PATH,
    {
        "id": Attribute(Credit.id),
        "date": Attribute(Credit.created_at, instant),
        "type": Attribute(literal(CREDIT_TYPE)),
        "isBilled": Attribute(Credit.bill_id.is_not(None), boolean),
        "bill.id": Attribute(Credit.bill_id),
        "billingAccount.id": Attribute(Credit.account_id),
        "troubleTicketId": Attribute(Credit.ticket_id),
    },
    "-date",
    select_credits,
    render_credits,
)
