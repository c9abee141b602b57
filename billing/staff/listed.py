"""Reports in a list: one line each, in an officer's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from billing.models import Account, Customer, Ticket
from billing.reports import OPEN
from billing.staff.written import Written

PER_PAGE = 25
UTC = "UTC"


@dataclass(frozen=True)
class Listed:
    """A report as a list shows it; `due` is empty once it is answered, `customer` is empty for one
    who has not signed in.
    """

    ticket: Ticket
    customer: str
    amount: str
    received: str
    due: str
    days: int


@dataclass(frozen=True)
class PageOf:
    """A part of a list: the `number`th of `pages`, counted from one."""

    rows: list[Listed]
    number: int
    pages: int
    total: int


def page_of(
    session: Session, tickets: Sequence[Ticket], number: int, language: str, now: datetime
) -> PageOf:
    """The page of that number, or the nearest that there is."""
    pages = max(1, -(-len(tickets) // PER_PAGE))
    number = min(max(number, 1), pages)
    shown = tickets[(number - 1) * PER_PAGE : number * PER_PAGE]
    return PageOf(listed(session, shown, language, now), number, pages, len(tickets))


def listed(
    session: Session, tickets: Sequence[Ticket], language: str, now: datetime
) -> list[Listed]:
    """A line for each report, with two queries for all."""
    customers = _names(session, {ticket.customer_id for ticket in tickets if ticket.customer_id})
    zones = _zones(session, {ticket.account_id for ticket in tickets if ticket.account_id})
    return [
        _line(
            ticket,
            customers.get(ticket.customer_id or "", ""),
            Written(language, zones.get(ticket.account_id or "", UTC)),
            now,
        )
        for ticket in tickets
    ]


def _line(ticket: Ticket, customer: str, written: Written, now: datetime) -> Listed:
    waits = ticket.status in OPEN
    amount = ""
    if ticket.disputed_amount is not None and ticket.currency is not None:
        amount = written.money(ticket.disputed_amount, ticket.currency)
    return Listed(
        ticket=ticket,
        customer=customer,
        amount=amount,
        received=written.day(ticket.created_at),
        due=written.day(ticket.answer_due_at) if waits else "",
        days=written.days_until(ticket.answer_due_at, now),
    )


def _names(session: Session, ids: set[str]) -> dict[str, str]:
    rows = session.execute(select(Customer.id, Customer.name).where(Customer.id.in_(ids)))
    return {row.id: row.name for row in rows}


def _zones(session: Session, ids: set[str]) -> dict[str, str]:
    rows = session.execute(select(Account.id, Account.time_zone).where(Account.id.in_(ids)))
    return {row.id: row.time_zone for row in rows}
