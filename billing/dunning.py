"""Notices of bills that are overdue; what is disputed is not dunned meanwhile."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

import yaml
from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from billing.balances import REMAINING
from billing.calls import DISPUTED_USAGE
from billing.disputes import DISPUTED_BILL
from billing.models import Base, Bill, Call, Ticket
from billing.reports import BILLING_DISPUTE, OPEN

FILE = Path(__file__).with_name("dunning.yml")


class DunningNotice(Base):
    """One notice of an unpaid bill: its place in their row, from 1, and what it asks for."""

    __tablename__ = "dunning_notice"
    __table_args__ = (UniqueConstraint("bill_id", "level"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    bill_id: Mapped[str] = mapped_column(ForeignKey("bill.id"))
    level: Mapped[int]
    amount: Mapped[int]
    sent_at: Mapped[datetime]


@cache
def notice_days(path: Path = FILE) -> list[int]:
    """After how many days each notice is sent, see `dunning.yml`."""
    days: list[int] = yaml.safe_load(path.read_text(encoding="utf-8"))["notices"]
    return days


def dun(session: Session, now: datetime) -> list[DunningNotice]:
    """Send the notices that are due, at most one a bill; once more on the same day sends none."""
    sent = list(_due_notices(session, now))
    session.add_all(sent)
    return sent


def is_in_collection(session: Session, bill_ids: list[str]) -> bool:
    """Whether one of the bills has been dunned."""
    dunned = select(DunningNotice.id).where(DunningNotice.bill_id.in_(bill_ids)).limit(1)
    return session.scalar(dunned) is not None


def disputed_on(session: Session, bill: Bill, remaining: int) -> int:
    """How much of what remains of a bill open disputes are about, in minor units.

    A dispute that names no bill is about each; one that names no sum is about the whole of it.
    """
    disputes = session.scalars(
        select(Ticket).where(
            Ticket.account_id == bill.account_id,
            Ticket.ticket_type == BILLING_DISPUTE,
            Ticket.status.in_(OPEN),
        )
    )
    return sum(_disputed_by(session, dispute, bill, remaining) for dispute in disputes)


def _due_notices(session: Session, now: datetime) -> Iterator[DunningNotice]:
    overdue = (
        select(Bill, REMAINING)
        .where(Bill.due_date < now, REMAINING > 0)
        .order_by(Bill.due_date, Bill.id)
        .with_for_update(of=Bill)
    )
    for bill, remaining in session.execute(overdue).all():
        level, since = _next_notice(session, bill)
        if level > len(notice_days()) or now - since < timedelta(days=notice_days()[level - 1]):
            continue
        amount = remaining - disputed_on(session, bill, remaining)
        if amount > 0:
            yield DunningNotice(bill_id=bill.id, level=level, amount=amount, sent_at=now)


def _next_notice(session: Session, bill: Bill) -> tuple[int, datetime]:
    """Which notice comes next, and from when its days count."""
    last = session.scalar(
        select(DunningNotice)
        .where(DunningNotice.bill_id == bill.id)
        .order_by(DunningNotice.level.desc())
        .limit(1)
    )
    return (1, bill.due_date) if last is None else (last.level + 1, last.sent_at)


def _disputed_by(session: Session, dispute: Ticket, bill: Bill, remaining: int) -> int:
    bills, calls = dispute.related(DISPUTED_BILL), dispute.related(DISPUTED_USAGE)
    if bills and bill.id not in bills:
        return 0
    if calls:
        on_it = select(Call.amount).where(Call.id.in_(calls), Call.bill_id == bill.id)
        return sum(session.scalars(on_it))
    return remaining if dispute.disputed_amount is None else dispute.disputed_amount
