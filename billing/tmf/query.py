"""Query parameters of TMF630: paging, fields, sorting, filters."""

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import MINYEAR, datetime, timezone
from typing import Any

from pydantic import AwareDatetime, TypeAdapter, ValidationError
from sqlalchemy import ColumnElement, func, literal
from sqlalchemy.orm import InstrumentedAttribute
from starlette.datastructures import QueryParams

from billing.errors import InvalidError
from billing.tmf.body import in_utc
from billing.tmf.cursor import LARGEST_OFFSET, LONGEST_VALUE, Cursor, read_cursor

Column = ColumnElement[Any] | InstrumentedAttribute[Any]
JSON = dict[str, Any]

DEFAULT_LIMIT, LARGEST_LIMIT = 100, 1000
PAGING = ("offset", "limit", "cursor", "fields", "sort")
FIRST_INSTANT = datetime.min.replace(tzinfo=timezone.utc)
LAST_INSTANT = datetime.max.replace(tzinfo=timezone.utc)
ALWAYS_SHOWN = {"id", "href"}
COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
}


def text(value: str) -> str:
    """A value as it stands."""
    return value


def instant(value: str) -> datetime:
    """An instant with its time zone, as in 2026-10-01T00:00:00Z; never a count of seconds.

    One whose year in UTC would be 0 or 10000 stands for the first or the last that there is. The
    plus sign of an offset that stands in an address as it is arrives as a space.
    """
    if "T" not in value.upper():
        raise ValueError(value)
    moment = _INSTANT.validate_python(value.replace(" ", "+"))
    try:
        return in_utc(moment)
    except ValueError:
        return FIRST_INSTANT if moment.year == MINYEAR else LAST_INSTANT


def boolean(value: str) -> bool:
    """true or false."""
    if value not in ("true", "false"):
        raise ValueError(value)
    return value == "true"


_INSTANT: TypeAdapter[datetime] = TypeAdapter(AwareDatetime)
#: Where nothing is, a list is sorted as if the least of its kind were there.
_LEAST: dict[Callable[[str], Any], Any] = {
    text: "",
    instant: FIRST_INSTANT,
    boolean: False,
}


@dataclass(frozen=True)
class Attribute:
    """Something to filter or sort by; `optional`: it can be missing, and its column cannot tell."""

    column: Column
    parse: Callable[[str], Any] = text
    optional: bool = False


@dataclass(frozen=True)
class Sort:
    """A part of a list's order."""

    attribute: Attribute
    descending: bool

    @property
    def column(self) -> ColumnElement[Any]:
        """What is compared: never null, which no database puts where another does."""
        column = self.attribute.column
        if self.attribute.optional or getattr(column, "nullable", False):
            return func.coalesce(column, _LEAST[self.attribute.parse])
        return column.expression


@dataclass(frozen=True)
class Query:
    """What a list was asked for: the page after `cursor`, or the one that begins at `offset`."""

    offset: int
    cursor: Cursor | None
    limit: int
    fields: frozenset[str] | None
    filters: tuple[ColumnElement[bool], ...]
    sort: str
    order: tuple[Sort, ...]


def read_query(
    parameters: QueryParams, attributes: Mapping[str, Attribute], default_sort: str
) -> Query:
    """Read them.

    Raises InvalidError for a parameter that is unknown (an unapplied filter would show too much)
    or malformed.
    """
    filters = [_filter(name, values, attributes) for name, values in _sought(parameters).items()]
    sort = parameters.get("sort", default_sort)
    order = _order(sort, attributes)
    return Query(
        _integer(parameters, "offset", 0, LARGEST_OFFSET),
        _cursor(parameters, sort, order),
        min(_integer(parameters, "limit", DEFAULT_LIMIT, LARGEST_OFFSET), LARGEST_LIMIT),
        read_fields(parameters),
        tuple(filters),
        sort,
        tuple(order),
    )


def read_fields(parameters: QueryParams) -> frozenset[str] | None:
    """The names after `fields`; None means all."""
    named = parameters.getlist("fields")
    return frozenset(name.strip() for names in named for name in names.split(",")) or None


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


def _sought(parameters: QueryParams) -> dict[str, list[str]]:
    """The values that are each enough, by the attribute and its comparison: as `a=1,2`, or with the
    name again before each, `a=1&a=2` or `a=1;a=2`. Raises InvalidError.
    """
    sought: dict[str, list[str]] = {}
    for name, written in parameters.multi_items():
        if name in PAGING:
            continue
        if len(written) > LONGEST_VALUE:
            raise InvalidError(f"{name[:100]}: too long")
        values = re.split(f",|;{re.escape(name)}=", written)
        sought.setdefault(name.removesuffix(".eq"), []).extend(values)
    return sought


def _filter(
    name: str, sought: Sequence[str], attributes: Mapping[str, Attribute]
) -> ColumnElement[bool]:
    path, _, comparison = name.rpartition(".")
    if comparison not in COMPARISONS:
        path, comparison = name, "eq"
    attribute = attributes.get(path)
    if attribute is None:
        raise InvalidError(f"cannot filter by {name[:100]}")
    try:
        values = [attribute.parse(value) for value in sought]
    except (ValueError, ValidationError):
        raise InvalidError(f"{name}: {','.join(sought)[:100]!r} is not understood") from None
    if comparison == "eq":
        return attribute.column.in_(values)
    if len(values) != 1:
        raise InvalidError(f"{name} takes one value")
    bound = literal(values[0], attribute.column.type)
    compared: ColumnElement[bool] = COMPARISONS[comparison](attribute.column, bound)
    return compared


def _order(sort: str, attributes: Mapping[str, Attribute]) -> list[Sort]:
    """The attributes named, then the id, so that pages neither overlap nor leave gaps.

    The id runs the same way as what stands before it: an index has both in one order.
    """
    order: list[Sort] = []
    for part in sort.split(","):
        name = part.strip().lstrip("+-")
        if name not in attributes:
            raise InvalidError(f"cannot sort by {name[:100]}")
        order.append(Sort(attributes[name], part.strip().startswith("-")))
    return [*order, Sort(attributes["id"], order[-1].descending)]


def _cursor(parameters: QueryParams, sort: str, order: list[Sort]) -> Cursor | None:
    text = parameters.get("cursor")
    if text is None:
        return None
    if "offset" in parameters:
        raise InvalidError("a page begins at an offset or after a cursor, not both")
    return read_cursor(text, sort, [part.attribute.parse for part in order])
