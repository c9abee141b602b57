"""Reports by number, by telephone number, or by their customer's name."""

import re

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from billing.models import Account, Customer, Line, Ticket
from billing.report_number import tidy

FOUND = 200
FEWEST_DIGITS = 4


def search(session: Session, typed: str) -> list[Ticket]:
    """What fits what an officer typed, the newest first; at most 200."""
    wanted = typed.replace("\x00", "").strip()
    if not wanted:
        return []
    fits = _number(wanted)
    if fits is None:
        fits = _telephone(wanted)
    if fits is None:
        fits = _name(wanted)
    statement = select(Ticket).where(fits).order_by(Ticket.created_at.desc()).limit(FOUND)
    return list(session.scalars(statement))


def _number(typed: str) -> ColumnElement[bool] | None:
    """Ours in any spelling; another operator's as it is."""
    number = tidy(typed)
    if number is not None:
        return Ticket.id.endswith(number, autoescape=True)
    if re.fullmatch(r"\S*\d\S*-\S*|\S+-\S*\d\S*", typed) and not typed.startswith("+"):
        return func.lower(Ticket.id) == typed.lower()
    return None


def _telephone(typed: str) -> ColumnElement[bool] | None:
    """Of a line, with or without the country's prefix."""
    digits = re.sub(r"\D", "", typed).lstrip("0")
    if re.search(r"[^\d\s()+./-]", typed) or len(digits) < FEWEST_DIGITS:
        return None
    lines = select(Account.customer_id).join(Line).where(Line.number.contains(digits))
    return Ticket.customer_id.in_(lines)


def _name(typed: str) -> ColumnElement[bool]:
    """Every word is in the customer's name, in any order."""
    words = [
        func.lower(Customer.name).contains(word, autoescape=True) for word in typed.lower().split()
    ]
    return Ticket.customer_id.in_(select(Customer.id).where(*words))
