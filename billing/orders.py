"""Signed orders: what a customer put their name to, kept as evidence."""

import hashlib
import re
from collections.abc import Sequence
from datetime import datetime

import filetype
from sqlalchemy import select
from sqlalchemy.orm import Session

from billing.audit import note_down
from billing.contracts import OrderedItem, SignedOrder
from billing.errors import InvalidError, NotFoundError
from billing.models import Account
from billing.money import from_decimal

PDF = "application/pdf"
NUMBER = re.compile(r"\+\d{5,15}", re.ASCII)


def orders_of(session: Session, account_id: str) -> list[SignedOrder]:
    """Every order that was signed for an account, the latest first, without the documents."""
    return list(
        session.scalars(
            select(SignedOrder)
            .where(SignedOrder.account_id == account_id)
            .order_by(SignedOrder.signed_at.desc(), SignedOrder.id.desc())
        )
    )


def keep_order(
    session: Session,
    account_id: str,
    signed_at: datetime,
    items: Sequence[OrderedItem],
    file_name: str,
    document: bytes,
    actor: str,
    now: datetime,
) -> SignedOrder:
    """Keep a signed order for good.

    Raises NotFoundError for the account, InvalidError for what is no signed order, or was kept
    before.
    """
    account = session.get(Account, account_id, with_for_update=True)
    if account is None:
        raise NotFoundError(f"no account {account_id}")
    if filetype.guess_mime(document) != PDF:
        raise InvalidError(f"{file_name} is no PDF")
    if not items:
        raise InvalidError("something was ordered: name at least one item")
    if signed_at > now:
        raise InvalidError("an order is kept once it is signed")
    order = SignedOrder(
        account_id=account_id,
        signed_at=signed_at,
        kept_at=now,
        items=list(items),
        file_name=file_name,
        sha256=hashlib.sha256(document).hexdigest(),
        document=document,
    )
    if any(kept.sha256 == order.sha256 for kept in orders_of(session, account_id)):
        raise InvalidError(f"{file_name} is kept already")
    session.add(order)
    told = {"account": account_id, "signed": signed_at.isoformat(), "sha256": order.sha256}
    note_down(session, actor, "order", None, told, now)
    return order


def ordered_item(written: str, currency: str) -> OrderedItem:
    """An item as a person writes it: "Telvia Casa; +34910123471; 14.90; 0", the number of a service
    that is no line left empty. Raises InvalidError.
    """
    parts = [part.strip() for part in written.split(";")]
    if len(parts) != 4 or not parts[0]:
        raise InvalidError(f"{written!r}: name; number; a month; once")
    name, number, monthly, one_off = parts
    if number and not NUMBER.fullmatch(number):
        raise InvalidError(f"{number!r} is no number as in +34910123471")
    try:
        costs = [from_decimal(cost, currency) for cost in (monthly, one_off)]
    except ValueError as error:
        raise InvalidError(str(error)) from None
    if min(costs) < 0:
        raise InvalidError(f"{written!r}: nothing costs less than nothing")
    return OrderedItem(name=name, number=number or None, monthly=costs[0], one_off=costs[1])
