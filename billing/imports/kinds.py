"""The kinds of files, in the order in which one refers to another."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from pydantic import TypeAdapter
from sqlalchemy import Table, null, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from billing import clock
from billing.contracts import Outage
from billing.database import AnySelect
from billing.imports.rows import (
    AccountRow,
    BillRow,
    CallRow,
    CustomerRow,
    LineRow,
    OutageRow,
    PaymentRow,
    PlanRow,
    Referred,
    Row,
    Values,
)
from billing.models import Account, Base, Bill, Call, Customer, Line, Payment, Plan
from billing.signin.passwords import unguessable_hash
from billing.waiting_credits import put_on


@dataclass(frozen=True)
class Reference:
    """A column that names a row of another table; `found` selects its id and what Referred has."""

    column: str
    id: InstrumentedAttribute[str]
    found: AnySelect

    def look_up(self, session: Session, ids: Collection[str]) -> dict[str, Referred]:
        """Those of the ids that there are."""
        rows = session.execute(self.found.where(self.id.in_(ids)))
        return {row[0]: Referred(*row[1:]) for row in rows}


def _nothing() -> dict[str, str]:
    return {}


def _leave(_session: Session, _new: Sequence[Values]) -> None:
    pass


def _credit(session: Session, new: Sequence[Values]) -> None:
    """New bills take the credits that waited for them."""
    put_on(session, [bill["id"] for bill in new], clock.now())


def unguessable() -> dict[str, str]:
    """The customer cannot sign in until a password is set."""
    return {"password_hash": unguessable_hash()}


@dataclass(frozen=True)
class Kind:
    """One kind of file. `unique` are columns, besides the id, that no two rows share; `added`
    gives a new row what no file brings, `follow` does what new rows bring with them.
    """

    name: str
    row: type[Row]
    model: type[Base]
    references: Sequence[Reference] = ()
    unique: Sequence[str] = ()
    added: Callable[[], dict[str, str]] = _nothing
    follow: Callable[[Session, Sequence[Values]], None] = _leave

    @cached_property
    def table(self) -> Table:
        """Where the rows go."""
        return Base.metadata.tables[self.model.__tablename__]

    @cached_property
    def columns(self) -> list[str]:
        """The file's columns, in the order of the documentation."""
        return list(self.row.model_fields)

    @cached_property
    def rows(self) -> TypeAdapter[list[Row]]:
        """What validates many rows at once."""
        return TypeAdapter(list[self.row])  # type: ignore[name-defined]


_CUSTOMER = Reference("customer_id", Customer.id, select(Customer.id).where(Customer.is_customer))
_ACCOUNT = Reference("account_id", Account.id, select(Account.id, Account.id, Account.currency))
_PLAN = Reference("plan_id", Plan.id, select(Plan.id, null(), Plan.currency))
_LINE = Reference(
    "line_id",
    Line.id,
    select(Line.id, Account.id, Account.currency, Account.customer_id).join(Line.account),
)
_BILL = Reference(
    "bill_id", Bill.id, select(Bill.id, Account.id, Account.currency).join(Bill.account)
)

KINDS = {
    kind.name: kind
    for kind in (
        Kind("customers", CustomerRow, Customer, unique=["user_name"], added=unguessable),
        Kind("accounts", AccountRow, Account, [_CUSTOMER]),
        Kind("plans", PlanRow, Plan),
        Kind("lines", LineRow, Line, [_ACCOUNT, _PLAN], ["number"]),
        Kind("bills", BillRow, Bill, [_ACCOUNT], ["number"], follow=_credit),
        Kind("calls", CallRow, Call, [_LINE, _BILL]),
        Kind("payments", PaymentRow, Payment, [_BILL]),
        Kind("outages", OutageRow, Outage, [_LINE]),
    )
}
