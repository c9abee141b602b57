"""Where a page ended, as the next one's address has it."""

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, Field, StringConstraints

from billing.errors import InvalidError

LARGEST_OFFSET = 10**9
LONGEST_VALUE = 1000

Parse = Callable[[str], Any]


@dataclass(frozen=True)
class Cursor:
    """The last row's `values` by which the list is sorted, and how many rows the list had in all
    when it was begun: nobody counts them again for each page.
    """

    values: Sequence[Any]
    total: int

    def written(self, sort: str) -> str:
        """For an address, with the order to which it belongs."""
        form = _Form(sort=sort, total=self.total, values=[_as_text(it) for it in self.values])
        return base64.urlsafe_b64encode(form.model_dump_json().encode()).decode().rstrip("=")


def read_cursor(text: str, sort: str, parsers: Sequence[Parse]) -> Cursor:
    """What was written; a parser reads each value.

    Raises InvalidError for what is not a cursor of a list in this order.
    """
    try:
        form = _Form.model_validate_json(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        values = [parse(value) for parse, value in zip(parsers, form.values, strict=True)]
    except ValueError:
        raise InvalidError("cursor is not one that was given out") from None
    if form.sort != sort:
        raise InvalidError("cursor is of a list in another order")
    return Cursor(values, form.total)


class _Form(BaseModel):
    sort: str
    total: Annotated[int, Field(ge=0, le=LARGEST_OFFSET)]
    values: list[Annotated[str, StringConstraints(max_length=LONGEST_VALUE, pattern=r"^[^\x00]*$")]]


def _as_text(value: Any) -> str:
    """As a filter would have it."""
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value).lower() if isinstance(value, bool) else str(value)
