"""What a report is about: found among what is the customer's own."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from billing.calls import FACTS
from billing.database import AnySelect
from billing.eligibility import CallFacts
from billing.errors import NotFoundError
from billing.models import Account, Bill, Call, Line
from billing.tmf.body import Entity


@dataclass
class Related:
    """(type, id, role) of each, the accounts that they belong to, the calls among them with what
    decides about their credit, the bills, and what lines are called.
    """

    entities: list[tuple[str, str, str]]
    accounts: dict[str, Account] = field(default_factory=dict)
    calls: dict[str, tuple[Call, CallFacts]] = field(default_factory=dict)
    bills: dict[str, Bill] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def ids(self, referred_type: str, role: str | None = None) -> list[str]:
        """The ids of one type, in the order in which they came."""
        return [
            id_
            for type_, id_, role_ in self.entities
            if type_ == referred_type and role in (None, role_)
        ]


def find_related(session: Session, customer_id: str, entities: Iterable[Entity]) -> Related:
    """Look each up, once, among the customer's.

    Raises NotFoundError if one is not there.
    """
    related = Related(
        list(dict.fromkeys((entity.referred_type, entity.id, entity.role) for entity in entities))
    )
    for referred_type, owned in _OWNED.items():
        ids = set(related.ids(referred_type))
        if not ids:
            continue
        key = owned.selected_columns[0]
        found = session.execute(owned.where(key.in_(ids), Account.customer_id == customer_id)).all()
        missing = ids - {row[0] for row in found}
        if missing:
            raise NotFoundError(f"no {referred_type} {', '.join(sorted(missing))}")
        related.accounts |= {row[1].id: row[1] for row in found}
        if referred_type == "Usage":
            related.calls = {
                id_: (call, CallFacts(call.amount, *facts)) for id_, _, call, *facts in found
            }
        if referred_type == "CustomerBill":
            related.bills = {row[0]: row[2] for row in found}
        if referred_type == "Product":
            related.names = {row[0]: row[2] for row in found}
    return related


_OWNED: dict[str, AnySelect] = {
    "Usage": select(Call.id, Account, Call, *FACTS).select_from(Call).join(Line).join(Account),
    "CustomerBill": select(Bill.id, Account, Bill).select_from(Bill).join(Account),
    "Product": select(Line.id, Account, Line.number).select_from(Line).join(Account),
    "BillingAccount": select(Account.id.label("id"), Account),
}
