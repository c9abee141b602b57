"""A report with all that an officer looks at before answering it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from billing.balances import PAID, REMAINING, STATE
from billing.calls import DISPUTED_USAGE
from billing.contracts import SignedOrder
from billing.disputes import DISPUTED_BILL
from billing.models import (
    Account,
    AuditEntry,
    Bill,
    Call,
    Customer,
    Decision,
    Line,
    Ticket,
)
from billing.orders import orders_of

CALLS_LISTED = 200
REPORTS_LISTED = 20
#: What is read with a report, because its pages show it when the session is closed.
SHOWN = (
    *(Ticket.notes, Ticket.status_changes, Ticket.relations, Ticket.offers, Ticket.credit_bill),
    *(Ticket.findings, Ticket.recalculations, Ticket.attachments),
)


@dataclass(frozen=True)
class DisputedCall:
    """A call, whether its plan includes its type, and the other calls to the same number."""

    call: Call
    included: bool
    others: int
    last_before: datetime | None


@dataclass(frozen=True)
class BilledSum:
    """A bill; what has been paid of it and what remains, in minor units."""

    bill: Bill
    paid: int
    remaining: int
    state: str


@dataclass(frozen=True)
class Dossier:
    """What is known of a report; who has not signed in is no customer."""

    ticket: Ticket
    customer: Customer | None
    account: Account | None
    lines: list[Line]
    calls: list[DisputedCall]
    bills: list[BilledSum]
    orders: list[SignedOrder]
    others: list[Ticket]
    entries: list[AuditEntry]
    decision: Decision | None

    @property
    def language(self) -> str:
        """What its customer speaks."""
        return self.customer.language if self.customer else self.ticket.language or ""

    @property
    def topic(self) -> str:
        """The code that its description only repeats, as the assistant's does; else empty."""
        code = self.ticket.dispute_reason or self.ticket.name
        return code if self.ticket.description.endswith(f": {code}") else ""

    @property
    def words(self) -> str:
        """What its customer says: the description, or beside a code what they wrote with it."""
        if not self.topic:
            return self.ticket.description
        with_it = [it for it in self.ticket.notes if it.written_at == self.ticket.created_at]
        return with_it[0].text if with_it else ""


def dossier(session: Session, number: str) -> Dossier | None:
    """The report of this number; None where there is none."""
    ticket = session.get(Ticket, number, options=[selectinload(each) for each in SHOWN])
    if ticket is None:
        return None
    account = session.get(Account, ticket.account_id) if ticket.account_id else None
    lines = (
        select(Line)
        .options(joinedload(Line.plan))
        .where(Line.account_id == ticket.account_id)
        .order_by(Line.id)
    )
    same = Ticket.customer_id == ticket.customer_id
    if ticket.customer_id is None:
        same = Ticket.writer == ticket.writer
    others = (
        select(Ticket)
        .where(same, Ticket.id != number)
        .order_by(Ticket.created_at.desc())
        .limit(REPORTS_LISTED)
    )
    entries = select(AuditEntry).where(AuditEntry.ticket_id == number).order_by(AuditEntry.id)
    return Dossier(
        ticket=ticket,
        customer=session.get(Customer, ticket.customer_id) if ticket.customer_id else None,
        account=account,
        lines=list(session.scalars(lines)),
        calls=_calls(session, ticket),
        bills=billed_sums(session, ticket.related(DISPUTED_BILL)),
        orders=orders_of(session, account.id) if account else [],
        others=list(session.scalars(others)),
        entries=list(session.scalars(entries)),
        decision=session.get(Decision, number),
    )


def _calls(session: Session, ticket: Ticket) -> list[DisputedCall]:
    calls = session.scalars(
        select(Call)
        .options(joinedload(Call.line).joinedload(Line.plan))
        .where(Call.id.in_(ticket.related(DISPUTED_USAGE)))
        .order_by(Call.started_at)
        .limit(CALLS_LISTED)
    ).all()
    dialled: dict[str, list[tuple[str, datetime]]] = {}
    rows = session.execute(
        select(Call.called_number, Call.id, Call.started_at)
        .join(Line)
        .where(
            Line.account_id == ticket.account_id,
            Call.called_number.in_({call.called_number for call in calls}),
        )
        .order_by(Call.started_at)
    )
    for called_number, id_, started_at in rows:
        dialled.setdefault(called_number, []).append((id_, started_at))
    return [_disputed(call, dialled.get(call.called_number, [])) for call in calls]


def _disputed(call: Call, dialled: list[tuple[str, datetime]]) -> DisputedCall:
    others = [started_at for id_, started_at in dialled if id_ != call.id]
    before = [started_at for started_at in others if started_at < call.started_at]
    included = call.call_type in call.line.plan.included_call_types
    return DisputedCall(call, included, len(others), max(before, default=None))


def billed_sums(session: Session, ids: list[str]) -> list[BilledSum]:
    """These bills with what was paid of them and what remains, the earliest first."""
    rows = session.execute(
        select(Bill, PAID, REMAINING, STATE).where(Bill.id.in_(ids)).order_by(Bill.bill_date)
    )
    return [BilledSum(*row) for row in rows]
