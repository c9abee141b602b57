"""Query parameters of TMF630: paging, fields, sorting, filters."""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import AwareDatetime, TypeAdapter, ValidationError
from sqlalchemy import ColumnElement
from sqlalchemy.orm import InstrumentedAttribute
from starlette.datastructures import QueryParams

from billing.database import AnySelect
from billing.errors import InvalidError

Column = ColumnElement[Any] | InstrumentedAttribute[Any]
JSON = dict[str, Any]

DEFAULT_LIMIT, LARGEST_LIMIT, LARGEST_OFFSET = 100, 1000, 10**9
LONGEST_VALUE = 1000
ALWAYS_SHOWN = {"id", "href"}
COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq,
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
}


def text(value: str) -> str:
    """A value as it stands."""
    return value


def instant(value: str) -> datetime:
    """An instant with its time zone, as in 2026-10-01T00:00:00Z; never a count of seconds."""
    if "T" not in value.upper():
        raise ValueError(value)
    return _INSTANT.validate_python(value)


def boolean(value: str) -> bool:
    """true or false."""
    if value not in ("true", "false"):
        raise ValueError(value)
    return value == "true"


_INSTANT: TypeAdapter[datetime] = TypeAdapter(AwareDatetime)


@dataclass(frozen=True)
class Attribute:
    """Something to filter or sort by."""

    column: Column
    parse: Callable[[str], Any] = text


@dataclass(frozen=True)
class Query:
    """What a list was asked for."""

    offset: int
    limit: int
    fields: frozenset[str] | None
    filters: tuple[ColumnElement[bool], ...]
    order: tuple[ColumnElement[Any], ...]

    def filtered(self, statement: AnySelect) -> AnySelect:
        """The statement with the filters."""
        return statement.where(*self.filters)

    def page(self, statement: AnySelect) -> AnySelect:
        """The filtered statement's page, in order."""
        return statement.order_by(*self.order).offset(self.offset).limit(self.limit)


def read_query(
    parameters: QueryParams, attributes: Mapping[str, Attribute], default_sort: str
) -> Query:
    """Read them.

    Raises InvalidError for a parameter that is unknown (an unapplied filter would show too much)
    or malformed.
    """
    filters = [
        _filter(name, value, attributes)
        for name, value in parameters.multi_items()
        if name not in ("offset", "limit", "fields", "sort")
    ]
    return Query(
        _integer(parameters, "offset", 0, LARGEST_OFFSET),
        min(_integer(parameters, "limit", DEFAULT_LIMIT, LARGEST_OFFSET), LARGEST_LIMIT),
        read_fields(parameters),
        tuple(filters),
        tuple(_order(parameters.get("sort", default_sort), attributes)),
    )


def read_fields(parameters: QueryParams) -> frozenset[str] | None:
    """The names after `fields`; None means all."""
    names = parameters.get("fields")
    return None if names is None else frozenset(name.strip() for name in names.split(","))


def only(fields: frozenset[str] | None, resource: JSON) -> JSON:
    """The resource with the fields asked for; id and href always."""
    if fields is None:
        return resource
    return {name: resource[name] for name in resource if name in fields | ALWAYS_SHOWN}


def _integer(parameters: QueryParams, name: str, default: int, largest: int) -> int:
    value = parameters.get(name, str(default))
    is_number = value.isascii() and value.isdigit() and len(value) <= len(str(largest))
    if not is_number or int(value) > largest:
        raise InvalidError(f"{name} must be a whole number from 0 to {largest}")
    return int(value)


def _filter(name: str, value: str, attributes: Mapping[str, Attribute]) -> ColumnElement[bool]:
    path, _, comparison = name.rpartition(".")
    if comparison not in COMPARISONS:
        path, comparison = name, "eq"
    attribute = attributes.get(path)
    if attribute is None:
        raise InvalidError(f"cannot filter by {name[:100]}")
    if len(value) > LONGEST_VALUE:
        raise InvalidError(f"{name}: too long")
    try:
        values = [attribute.parse(part) for part in value.split(",")]
    except (ValueError, ValidationError):
        raise InvalidError(f"{name}: {value[:100]!r} is not understood") from None
    if comparison == "eq":
        return attribute.column.in_(values)
    if len(values) != 1:
        raise InvalidError(f"{name} takes one value")
    compared: ColumnElement[bool] = COMPARISONS[comparison](attribute.column, values[0])
    return compared


def _order(sort: str, attributes: Mapping[str, Attribute]) -> list[ColumnElement[Any]]:
    """The columns named, then the id, so that pages neither overlap nor leave gaps."""
    order: list[ColumnElement[Any]] = []
    for part in [*sort.split(","), "id"]:
        name = part.strip().lstrip("+-")
        if name not in attributes:
            raise InvalidError(f"cannot sort by {name[:100]}")
        column = attributes[name].column
        order.append(column.desc() if part.strip().startswith("-") else column.asc())
    return order
