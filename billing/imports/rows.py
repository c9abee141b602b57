"""The rows of the files: their columns, and what becomes of them in the tables."""

from decimal import Decimal
from typing import Any, ClassVar, NamedTuple

from pydantic import BaseModel

from billing.codes import (
    CallType,
    Country,
    Currency,
    Language,
    LineStatus,
    Number,
    TimeZone,
    UserName,
)
from billing.imports.columns import (
    Amount,
    Availability,
    CallTypes,
    DayOfMonth,
    Id,
    Instant,
    Means,
    Name,
    Percentage,
    Seconds,
)
from billing.imports.refusals import RowRefused
from billing.money import MILLIONTHS, billed, from_decimal

LARGEST = 2**31 - 1  # of an integer column

Values = dict[str, Any]


class Referred(NamedTuple):
    """What a row refers to: the account that it belongs to, its currency and whose it is, where it
    has them.
    """

    account_id: str | None = None
    currency: str | None = None
    customer_id: str | None = None


class Row(BaseModel):
    """One row; the fields are the columns. `MONEY` are those in the currency's unit."""

    MONEY: ClassVar[tuple[str, ...]] = ()

    id: Id

    def values(self, beside: Referred) -> Values:
        """The table's values, money in minor units of the currency that it has `beside` it.

        Raises RowRefused for what a column does not allow beside another.
        """
        values = dict(self)
        for column in self.MONEY:
            values[column] = _minor_units(column, values[column], beside.currency or "")
        return values


class CustomerRow(Row):
    """Who has a contract. There is no password: see `unguessable_hash`."""

    name: Name
    user_name: UserName
    language: Language


class AccountRow(Row):
    """Who pays; `tax_rate` in per cent."""

    customer_id: Id
    name: Name
    time_zone: TimeZone
    currency: Currency
    country: Country
    tax_rate: Percentage
    cycle_day: DayOfMonth
    opened_at: Instant

    def values(self, beside: Referred) -> Values:
        return super().values(beside) | {"tax_rate": int(self.tax_rate * 100)}


class PlanRow(Row):
    """What a line costs a month, the call types that it includes, and the availability that is
    promised, in per cent.
    """

    MONEY = ("monthly_fee",)

    name: Name
    currency: Currency
    monthly_fee: Amount
    included_call_types: CallTypes = ""
    availability: Availability | None = None

    def values(self, beside: Referred) -> Values:
        values = super().values(Referred(currency=self.currency))
        values["included_call_types"] = self.included_call_types.split()
        availability = values.pop("availability")
        values["promised_ppm"] = None if availability is None else int(availability * 10_000)
        return values


class LineRow(Row):
    """A telephone number on an account."""

    account_id: Id
    plan_id: Id
    number: Number
    status: LineStatus
    started_at: Instant


class BillRow(Row):
    """One billed cycle; the period's end is the first moment after it."""

    MONEY = ("fixed_charges", "usage_charges")

    account_id: Id
    number: Id
    period_start: Instant
    period_end: Instant
    bill_date: Instant
    due_date: Instant
    next_bill_date: Instant
    fixed_charges: Amount
    usage_charges: Amount

    def values(self, beside: Referred) -> Values:
        if self.period_end <= self.period_start:
            raise RowRefused("period_end", "is not after period_start")
        if self.due_date < self.bill_date:
            raise RowRefused("due_date", "is before bill_date")
        if self.next_bill_date <= self.bill_date:
            raise RowRefused("next_bill_date", "is not after bill_date")
        values = super().values(beside)
        if values["fixed_charges"] + values["usage_charges"] > LARGEST:
            raise RowRefused("usage_charges", "is too much beside fixed_charges")
        return values


class CallRow(Row):
    """A call record. `rated` is what the call was rated at, to the millionth of the unit;
    `amount` is what it was billed at: by the rounding rule where it is empty.
    """

    line_id: Id
    bill_id: Id | None = None
    called_number: Number
    started_at: Instant
    duration: Seconds
    call_type: CallType
    destination_country: Country
    rated: Amount
    amount: Amount | None = None
    rated_at: Instant

    def values(self, beside: Referred) -> Values:
        currency = beside.currency or ""
        values = super().values(beside) | {"customer_id": beside.customer_id}
        del values["rated"]
        millionths = int(self.rated * MILLIONTHS)
        values["rated_millionths"] = millionths
        values["amount"] = (
            billed(millionths, currency)
            if self.amount is None
            else _minor_units("amount", self.amount, currency)
        )
        return values


class PaymentRow(Row):
    """Money that came in for a bill."""

    MONEY = ("amount",)

    bill_id: Id
    amount: Amount
    paid_at: Instant
    means: Means


class OutageRow(Row):
    """A time that is over, in which a line did not work."""

    line_id: Id
    began_at: Instant
    ended_at: Instant
    reported_by: Name

    def values(self, beside: Referred) -> Values:
        if self.ended_at <= self.began_at:
            raise RowRefused("ended_at", "is not after began_at")
        return super().values(beside)


def _minor_units(column: str, value: Decimal, currency: str) -> int:
    try:
        amount = from_decimal(str(value), currency)
    except ValueError:
        raise RowRefused(column, f"is finer than {currency}'s smallest coin") from None
    if amount > LARGEST:
        raise RowRefused(column, "is too much to be an amount")
    return amount
