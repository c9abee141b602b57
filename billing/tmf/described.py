"""How the API describes itself: parameters and errors, as OpenAPI has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from billing.tmf.cursor import LARGEST_OFFSET
from billing.tmf.query import LARGEST_LIMIT, boolean, instant

if TYPE_CHECKING:
    from billing.tmf.resource import Resource

Description = dict[str, Any]

ID: Description = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}


class Error(BaseModel):
    """TM Forum's error body."""

    code: str
    reason: str
    message: str | None = None
    status: str


ERRORS: dict[int | str, Description] = {
    400: {"model": Error, "description": "A parameter that is unknown or malformed"},
    401: {"model": Error, "description": "No valid access token"},
    403: {"model": Error, "description": "The token is for other things"},
    404: {"model": Error, "description": "There is none, or it is not this customer's"},
}
WRITING_ERRORS: dict[int | str, Description] = {
    **ERRORS,
    400: {"model": Error, "description": "The body makes no sense"},
    403: {
        "model": Error,
        "description": "The token is for other things, or it is not to be changed",
    },
    409: {
        "model": Error,
        "description": "What is there stands against it: billed, decided, taken, not eligible …",
    },
    412: {"model": Error, "description": "If-Match names an ETag, and no resource has one here"},
    413: {"model": Error, "description": "The body is too large"},
    415: {"model": Error, "description": "The body is not JSON, or it is compressed"},
}


def _parameter(name: str, schema: Description, description: str) -> Description:
    return {"name": name, "in": "query", "schema": schema, "description": description}


#: An address has no null bytes.
_TEXT: Description = {"type": "string", "pattern": r"^[^\x00]*$"}
_FIELDS = _parameter("fields", _TEXT, "Names of fields, with commas between them")
READING: Description = {"parameters": [_FIELDS]}


def finding(resource: Resource) -> Description:
    """Paging, fields, sorting, and a filter for each attribute."""
    types: dict[Any, Description] = {
        instant: {"type": "string", "format": "date-time"},
        boolean: {"type": "boolean"},
    }
    filters = [
        _parameter(
            name,
            types.get(attribute.parse, _TEXT),
            "Equal to it, or one of several with commas; .gt, .gte, .lt and .lte compare",
        )
        for name, attribute in resource.attributes.items()
    ]
    one = "[+-]?(" + "|".join(map(re.escape, resource.attributes)) + ")"
    order = {"type": "string", "pattern": f"^{one}(,{one})*$"}
    whole = {"type": "integer", "minimum": 0, "maximum": LARGEST_OFFSET}
    paging = [
        _parameter("offset", whole, "How many to leave out"),
        _parameter("limit", whole, f"How many at most; never more than {LARGEST_LIMIT}"),
        _parameter("sort", order, "Attributes; a minus before one turns it round"),
    ]
    some = {
        "description": (
            "A part of the list: X-Total-Count tells how many there are in all, and"
            ' Link: <…>; rel="next" where the next part is'
        ),
        "content": {"application/json": {"schema": {"type": "array"}}},
    }
    return {"parameters": [_FIELDS, *paging, *filters], "responses": {"206": some}}
