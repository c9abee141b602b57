"""The kinds of files, in the order in which one refers to another."""

import secrets
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple

from pydantic import TypeAdapter
from sqlalchemy import Select, Table, literal, null, select
from sqlalchemy.orm import Session

from billing.imports.rows import (
    AccountRow,
    BillRow,
    CallRow,
    CustomerRow,
    LineRow,
    PaymentRow,
    PlanRow,
    Row,
)
from billing.models import Account, Base, Bill, Call, Customer, Line, Payment, Plan
from billing.signin.passwords import hash_password


class Referred(NamedTuple):
    """What a row refers to: the account that it belongs to and its currency, if it has them."""

    account_id: str | None
    currency: str | None


@dataclass(frozen=True)
class Reference:
    """A column that names a row of another table; `found` selects its id and what Referred has."""

    column: str
    table: type[Base]
    found: Select[Any]

    def look_up(self, session: Session, ids: Collection[str]) -> dict[str, Referred]:
        """Those of the ids that there are."""
        rows = session.execute(self.found.where(self.table.id.in_(ids)))
        return {id_: Referred(account_id, currency) for id_, account_id, currency in rows}


def _nothing() -> dict[str, str]:
    return {}


@cache
def unguessable() -> dict[str, str]:
    """A real hash of what nobody knows: the customer cannot sign in until a password is set, and
    the refusal takes as long as any other.
    """
    return {"password_hash": hash_password(secrets.token_urlsafe(32))}


@dataclass(frozen=True)
class Kind:
    """One kind of file. `unique` are columns, besides the id, that no two rows share; `added`
    gives a new row what no file brings.
    """

    name: str
    row: type[Row]
    table: Table
    references: Sequence[Reference] = ()
    unique: Sequence[str] = ()
    added: Callable[[], dict[str, str]] = _nothing

    @cached_property
    def columns(self) -> list[str]:
        """The file's columns, in the order of the documentation."""
        return list(self.row.model_fields)

    @cached_property
    def rows(self) -> TypeAdapter[list[Row]]:
        """What validates many rows at once."""
        return TypeAdapter(list[self.row])  # type: ignore[name-defined]


_CUSTOMER = Reference("customer_id", Customer, select(Customer.id, null(), null()))
_ACCOUNT = Reference("account_id", Account, select(Account.id, Account.id, Account.currency))
_PLAN = Reference("plan_id", Plan, select(Plan.id, null(), Plan.currency))
_LINE = Reference("line_id", Line, select(Line.id, Account.id, Account.currency).join(Line.account))
_BILL = Reference("bill_id", Bill, select(Bill.id, Account.id, Account.currency).join(Bill.account))

KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "customers",
            CustomerRow,
            Customer.__table__,
            unique=["user_name"],
            added=unguessable,
        ),
        Kind("accounts", AccountRow, Account.__table__, [_CUSTOMER]),
        Kind("plans", PlanRow, Plan.__table__),
        Kind("lines", LineRow, Line.__table__, [_ACCOUNT, _PLAN], ["number"]),
        Kind("bills", BillRow, Bill.__table__, [_ACCOUNT], ["number"]),
        Kind("calls", CallRow, Call.__table__, [_LINE, _BILL]),
        Kind("payments", PaymentRow, Payment.__table__, [_BILL]),
    )
}
