"""TMF666 billing accounts, with the time zone, currency and country that belong to them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from billing.access import Caller
from billing.balances import REMAINING
from billing.database import AnyRow, AnySelect
from billing.models import Account, Bill, Customer, Ticket
from billing.reports import OPEN
from billing.tmf.query import JSON, Attribute
from billing.tmf.resource import Reading, Resource
from billing.tmf.values import customer_party, moment, money

PATH = "accountManagement/v4/billingAccount"
ACTIVE = "active"


def select_accounts(caller: Caller) -> AnySelect:
    """The caller's billing accounts."""
    return (
        select(Account, Customer)
        .join(Customer, Customer.id == Account.customer_id)
        .where(caller.owns(Account.customer_id))
    )


def render_accounts(reading: Reading, rows: Sequence[AnyRow]) -> list[JSON]:
    """Accounts as BillingAccount."""
    ids = [account.id for account, _ in rows]
    disputed = _disputed(reading.session, ids)
    bills = _bills(reading.session, ids)
    return [
        {
            "id": account.id,
            "href": f"/tmf-api/{PATH}/{account.id}",
            "name": account.name,
            "accountType": "residential",
            "state": ACTIVE,
            "paymentStatus": _payment_status(bills.get(account.id, []), reading.now),
            "accountBalance": [
                _balance("amount due", _owed(bills.get(account.id, [])), account, reading.now),
                _balance("disputed balance", disputed.get(account.id, 0), account, reading.now),
            ],
            "billStructure": {
                "cycleSpecification": {
                    "id": f"M{account.cycle_day:02}",
                    "name": f"Monthly, day {account.cycle_day}",
                    "isRef": False,
                    "frequency": "monthly",
                    "billingDateShift": account.cycle_day,
                }
            },
            "relatedParty": [customer_party(customer)],
            "timeZone": account.time_zone,
            "currency": account.currency,
            "country": account.country,
            "taxRate": account.tax_rate / 100,
            "@type": "LocalBillingAccount",
            "@baseType": "BillingAccount",
            "@schemaLocation": (
                f"{reading.settings.public_url}/schemas/LocalBillingAccount.schema.json"
            ),
        }
        for account, customer in rows
    ]


def _disputed(session: Session, account_ids: list[str]) -> dict[str, int]:
    rows = session.execute(
        select(Ticket.account_id, func.sum(Ticket.disputed_amount))
        .where(
            Ticket.account_id.in_(account_ids),
            Ticket.status.in_(OPEN),
            Ticket.disputed_amount.is_not(None),
        )
        .group_by(Ticket.account_id)
    )
    return {account_id: int(amount or 0) for account_id, amount in rows if account_id}


def _bills(session: Session, account_ids: list[str]) -> dict[str, list[tuple[int, datetime]]]:
    """By account, what remains of each bill and when it is due."""
    bills: dict[str, list[tuple[int, datetime]]] = {}
    statement = select(Bill.account_id, REMAINING, Bill.due_date)
    for account_id, remaining, due in session.execute(
        statement.where(Bill.account_id.in_(account_ids))
    ):
        bills.setdefault(account_id, []).append((remaining, due))
    return bills


def _owed(bills: list[tuple[int, datetime]]) -> int:
    return sum(max(remaining, 0) for remaining, _ in bills)


def _payment_status(bills: list[tuple[int, datetime]], now: datetime) -> str:
    due_dates = [due for remaining, due in bills if remaining > 0]
    if not due_dates:
        return "paid"
    return "late" if min(due_dates) < now else "due"


def _balance(kind: str, amount: int, account: Account, now: datetime) -> JSON:
    return {
        "balanceType": kind,
        "amount": money(amount, account.currency),
        "validFor": {"startDateTime": moment(now)},
    }


BILLING_ACCOUNT = Resource(
    PATH,
    {
        "id": Attribute(Account.id),
        "name": Attribute(Account.name),
        "relatedParty.id": Attribute(Account.customer_id),
    },
    "id",
    select_accounts,
    render_accounts,
)
