"""Reports by number, by telephone number, by their customer's name, or by the contact given; and
customers.
"""

import re

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import Session

from billing.contacts import EMAIL, PHONE
from billing.models import Account, Customer, Line, Ticket
from billing.report_number import tidy

FOUND = 25
FEWEST_DIGITS = 4


def search(session: Session, typed: str) -> tuple[list[Ticket], list[Customer]]:
    """What fits what an officer typed: reports, the newest first, and customers by name; at most
    25 of each.
    """
    wanted = typed.replace("\x00", "").strip()
    if not wanted:
        return [], []
    number = tidy(wanted)
    if number is not None:
        reports = _reports(session, Ticket.id.endswith(number, autoescape=True))
        if reports:  # a telephone number or a name can look like a report's number
            return reports, []
    fits = _telephone(wanted)
    if fits is None:
        fits = _name(wanted)
    customers = select(Customer).where(fits).order_by(Customer.name).limit(FOUND)
    theirs = Ticket.customer_id.in_(select(Customer.id).where(fits))
    foreign_number = func.lower(Ticket.id) == wanted.lower()
    found = or_(theirs, foreign_number, _contact(wanted))
    return _reports(session, found), list(session.scalars(customers))


def _contact(typed: str) -> ColumnElement[bool]:
    """Where the answer is wanted: an address as it is, a number however it is written."""
    if "@" in typed:
        return func.lower(Ticket.contact) == f"{EMAIL}{typed.lower()}"
    digits = re.sub(r"\D", "", typed).lstrip("0")
    is_number = len(digits) >= FEWEST_DIGITS and not re.search(r"[^\d\s()+./-]", typed)
    return Ticket.contact.like(f"{PHONE}%{digits}") if is_number else false()


def _reports(session: Session, fits: ColumnElement[bool]) -> list[Ticket]:
    reports = select(Ticket).where(fits).order_by(Ticket.created_at.desc()).limit(FOUND)
    return list(session.scalars(reports))


def _telephone(typed: str) -> ColumnElement[bool] | None:
    """Of a line, with or without the country's prefix."""
    digits = re.sub(r"\D", "", typed).lstrip("0")
    if re.search(r"[^\d\s()+./-]", typed) or len(digits) < FEWEST_DIGITS:
        return None
    lines = select(Account.customer_id).join(Line).where(Line.number.contains(digits))
    return Customer.id.in_(lines)


def _name(typed: str) -> ColumnElement[bool]:
    """Every word is in the customer's name, in any order."""
    name = func.lower(Customer.name)
    return and_(*(name.contains(word, autoescape=True) for word in typed.lower().split()))
