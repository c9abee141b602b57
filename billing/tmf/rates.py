"""TMF678 applied billing rates: what bills are made of, and what was credited.

A bill's fixed fees and usage are shown by line where what is stored of the lines adds up to what
the bill says, and as one for the whole bill where it does not: a fee that has changed since, a call
that is not there.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    String,
    cast,
    func,
    literal,
    literal_column,
    null,
    select,
    union_all,
)
from sqlalchemy.types import TypeEngine

from billing.access import Caller
from billing.contracts import LineMonth
from billing.database import AnyRow, AnySelect
from billing.models import Account, Bill, Call, Credit, Line, Plan, UtcDateTime
from billing.money import MILLIONTHS, without_tax
from billing.month import Month
from billing.tmf.query import JSON, Attribute, boolean, instant
from billing.tmf.resource import Reading, Resource
from billing.tmf.values import moment, money, period, present

PATH = "customerBillManagement/v4/appliedCustomerBillingRate"
CREDIT, CHARGE = "appliedBillingCredit", "appliedBillingCharge"
RECURRING, USAGE = "recurringCharge", "usageCharge"
RATE = "applied_rate"

FEES: ColumnElement[int] = (
    select(func.coalesce(func.sum(Plan.monthly_fee), 0))
    .join(Line, Line.plan_id == Plan.id)
    .where(Line.account_id == Bill.account_id, Line.started_at < Bill.period_end)
    .correlate(Bill)
    .scalar_subquery()
)
CALLS: ColumnElement[int] = (
    select(func.coalesce(func.sum(Call.amount), 0))
    .where(Call.bill_id == Bill.id)
    .correlate(Bill)
    .scalar_subquery()
)


def select_rates(caller: Caller) -> AnySelect:
    """The caller's credits and charges, with all that is shown of them."""
    of_caller = caller.owns(Account.customer_id)
    parts = (_credits(), _fees_by_line(), _fees(), _usage_by_line(), _usage())
    rate = union_all(*(part.where(of_caller) for part in parts)).subquery(RATE)
    return (
        select(rate, Account, Bill, Plan, LineMonth)
        .select_from(rate)
        .join(Account, Account.id == rate.c.account_id)
        .outerjoin(Bill, Bill.id == rate.c.bill_id)
        .outerjoin(Line, Line.id == rate.c.line_id)
        .outerjoin(Plan, Plan.id == Line.plan_id)
        .outerjoin(LineMonth, LineMonth.credit_id == rate.c.id)
    )


def _credits() -> AnySelect:
    return (
        select(
            Credit.id.label("id"),
            literal(CREDIT).label("type"),
            cast(null(), String).label("charge"),
            Credit.created_at.label("date"),
            Credit.bill_id.label("bill_id"),
            Credit.account_id.label("account_id"),
            func.coalesce(Call.line_id, LineMonth.line_id).label("line_id"),
            Credit.ticket_id.label("ticket_id"),
            Credit.call_id.label("call_id"),
            Credit.amount.label("amount"),
        )
        .join(Account, Account.id == Credit.account_id)
        .outerjoin(Call, Call.id == Credit.call_id)
        .outerjoin(LineMonth, LineMonth.credit_id == Credit.id)
    )


def _fees_by_line() -> AnySelect:
    return (
        _charge(RECURRING, Line.id, Plan.monthly_fee)
        .join(Line, Line.account_id == Bill.account_id)
        .join(Plan, Plan.id == Line.plan_id)
        .where(Line.started_at < Bill.period_end, Bill.fixed_charges == FEES, Plan.monthly_fee != 0)
    )


def _fees() -> AnySelect:
    return _charge(RECURRING, None, Bill.fixed_charges).where(
        Bill.fixed_charges != FEES, Bill.fixed_charges != 0
    )


def _usage_by_line() -> AnySelect:
    amount = func.sum(Call.amount)
    return (
        _charge(USAGE, Call.line_id, amount)
        .join(Call, Call.bill_id == Bill.id)
        .where(Bill.usage_charges == CALLS)
        .group_by(Bill.id, Call.line_id)
        .having(amount != 0)
    )


def _usage() -> AnySelect:
    return _charge(USAGE, None, Bill.usage_charges).where(
        Bill.usage_charges != CALLS, Bill.usage_charges != 0
    )


def _charge(kind: str, line_id: Any, amount: Any) -> AnySelect:
    """A charge on a bill: of one line, or of none."""
    id_ = Bill.id + f"-{kind}"
    return select(
        id_ if line_id is None else id_ + "-" + line_id,
        literal(CHARGE),
        literal(kind),
        Bill.bill_date,
        Bill.id,
        Bill.account_id,
        null() if line_id is None else line_id,
        null(),
        null(),
        amount,
    ).join(Account, Account.id == Bill.account_id)


class _Row(NamedTuple):
    """A credit or a charge as it is selected; the amount in minor units."""

    id: str
    type: str
    charge: str | None
    date: datetime
    bill_id: str | None
    account_id: str
    line_id: str | None
    ticket_id: str | None
    call_id: str | None
    amount: int
    account: Account
    bill: Bill | None
    plan: Plan | None
    measured: LineMonth | None


def render_rates(_reading: Reading, rows: Sequence[AnyRow]) -> list[JSON]:
    """Credits and charges as AppliedCustomerBillingRate."""
    return [_rate(_Row(*row)) for row in rows]


def _rate(row: _Row) -> JSON:
    account, currency = row.account, row.account.currency
    untaxed = without_tax(row.amount, account.tax_rate)
    return present(
        {
            "id": row.id,
            "href": f"/tmf-api/{PATH}/{row.id}",
            **_about(row),
            "type": row.type,
            "date": moment(row.date),
            "isBilled": row.bill_id is not None,
            "bill": row.bill_id and {"id": row.bill_id, "@referredType": "CustomerBill"},
            "billingAccount": {"id": account.id, "@referredType": "BillingAccount"},
            "product": row.plan
            and {"id": row.line_id, "name": row.plan.name, "@referredType": "Product"},
            "taxIncludedAmount": money(row.amount, currency),
            "taxExcludedAmount": money(untaxed, currency),
            "appliedTax": [
                {
                    "taxCategory": "VAT",
                    "taxRate": account.tax_rate / 100,
                    "taxAmount": money(row.amount - untaxed, currency),
                }
            ],
            "@type": "AppliedCustomerBillingRate",
        }
    )


def _about(row: _Row) -> JSON:
    """What a rate is for: its name and description, characteristics, and the time it covers."""
    measured = row.measured
    if measured is not None:
        time_zone = row.account.time_zone
        return {
            "name": "Availability credit",
            "description": f"{_per_cent(measured.measured_ppm)} % available in {measured.month}, "
            f"{_per_cent(measured.promised_ppm or 0)} % promised",
            "periodCoverage": period(*Month.parse(measured.month).bounds(time_zone)),
            "characteristic": _characteristics(lineId=measured.line_id, month=measured.month),
        }
    if row.type == CREDIT:
        about = _characteristics(troubleTicketId=row.ticket_id, usageId=row.call_id)
        return {"name": "Credit", "characteristic": about}
    assert row.bill is not None, "a charge is on a bill"
    return {
        "name": "Fixed fee" if row.charge == RECURRING else "Usage",
        "periodCoverage": period(row.bill.period_start, row.bill.period_end),
        "characteristic": _characteristics(chargeType=row.charge),
    }


def _characteristics(**values: str | None) -> list[JSON]:
    return [
        {"name": name, "valueType": "string", "value": value}
        for name, value in values.items()
        if value is not None
    ]


def _per_cent(ppm: int) -> str:
    return f"{100 * ppm / MILLIONTHS:.4f}"


def _column(name: str, type_: TypeEngine[Any] | None = None) -> ColumnElement[Any]:
    """A column of whichever customer's rates are read."""
    return literal_column(f"{RATE}.{name}", type_ or String())


APPLIED_RATE = Resource(
    PATH,
    {
        "id": Attribute(_column("id")),
        "date": Attribute(_column("date", UtcDateTime()), instant),
        "type": Attribute(_column("type")),
        "isBilled": Attribute(_column("bill_id").is_not(None), boolean),
        "bill.id": Attribute(_column("bill_id"), optional=True),
        "billingAccount.id": Attribute(_column("account_id")),
        "product.id": Attribute(_column("line_id"), optional=True),
        "troubleTicketId": Attribute(_column("ticket_id"), optional=True),
    },
    "-date",
    select_rates,
    render_rates,
)
