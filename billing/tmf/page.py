"""A page of a list, found without reading the rows before it.

Which rows are on it is found among the ids alone, which an index has in order. After a cursor the
page begins right there; an offset is counted out from the nearer end of the list.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal, or_, select
from sqlalchemy.orm import Session

from billing.database import AnySelect
from billing.tmf.cursor import Cursor
from billing.tmf.query import Column, Query, Sort


@dataclass(frozen=True)
class Page:
    """Rows, how many there are on all pages, and the next page's cursor, if there is a next one."""

    rows: Sequence[Sequence[Any]]
    total: int
    following: Cursor | None


def read_page(session: Session, statement: AnySelect, key: Column, query: Query) -> Page:
    """The page of the statement's rows that is asked for; `key` is the column of their ids."""
    ids = statement.with_only_columns(key).where(*query.filters)
    if query.cursor:
        total = query.cursor.total
        wanted = _from_start(ids.where(_after(query.order, query.cursor.values)), query)
    elif query.offset:
        total = _count(session, ids)
        wanted = _from_nearer_end(ids, query, total)
    else:
        total = None
        wanted = _from_start(ids, query)
    columns = [sort.column.label(f"sort_{it}") for it, sort in enumerate(query.order)]
    rows = session.execute(
        statement.add_columns(*columns).where(key.in_(wanted)).order_by(*_in_order(query.order))
    ).all()
    if total is None:
        total = len(rows) if len(rows) < query.limit else _count(session, ids)
    is_last = not rows or len(rows) < query.limit or query.offset + len(rows) == total
    width = len(columns)
    following = None if is_last else Cursor(rows[-1][-width:], total)
    return Page([row[:-width] for row in rows], total, following)


def _from_start(ids: AnySelect, query: Query) -> AnySelect:
    return ids.order_by(*_in_order(query.order)).limit(query.limit)


def _from_nearer_end(ids: AnySelect, query: Query, total: int) -> AnySelect:
    size = max(min(query.limit, total - query.offset), 0)
    behind = max(total - query.offset - size, 0)
    if behind < query.offset:
        return ids.order_by(*_in_order(query.order, turned=True)).offset(behind).limit(size)
    return ids.order_by(*_in_order(query.order)).offset(query.offset).limit(size)


def _in_order(order: Sequence[Sort], *, turned: bool = False) -> list[ColumnElement[Any]]:
    return [
        sort.column.desc() if sort.descending is not turned else sort.column.asc() for sort in order
    ]


def _after(order: Sequence[Sort], values: Sequence[Any]) -> ColumnElement[bool]:
    """What comes after these values: an index leads to the first of them, the rest breaks ties."""
    (sort, *others), (first, *rest) = order, values
    value = literal(first, sort.column.type)
    beyond = sort.column < value if sort.descending else sort.column > value
    if not others:
        return beyond
    not_before = sort.column <= value if sort.descending else sort.column >= value
    return and_(not_before, or_(beyond, _after(others, rest)))


def _count(session: Session, ids: AnySelect) -> int:
    return session.scalar(select(func.count()).select_from(ids.subquery())) or 0
