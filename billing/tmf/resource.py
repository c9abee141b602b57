"""What all readable resources share: a list with filters and pages, and one by its id."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Path, Request
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse

from billing import clock
from billing.access import READ, SELFCARE, Caller, requires
from billing.database import AnySelect, Database
from billing.errors import NotFoundError
from billing.settings import Settings
from billing.tmf.described import ERRORS, READING, finding
from billing.tmf.page import Page, read_page
from billing.tmf.query import JSON, Attribute, Query, only, read_fields, read_query

#: Who reads what belongs to a resource: its customer, and the operator's systems.
Reader = Annotated[Caller, requires(SELFCARE, READ)]


@dataclass(frozen=True)
class Reading:
    """The circumstances of one request."""

    session: Session
    settings: Settings
    now: datetime


@dataclass(frozen=True)
class Resource:
    """A kind of resource: `select` gives the rows that a caller sees, `render` shows them.

    Customers read what is theirs, the operator's systems everything; `scopes` may let others in.
    """

    path: str
    attributes: Mapping[str, Attribute]
    default_sort: str
    select: Callable[[Caller], AnySelect]
    render: Callable[[Reading, Sequence[Any]], list[JSON]]
    scopes: tuple[str, ...] = (SELFCARE, READ)

    @property
    def name(self) -> str:
        """As its specification names it."""
        return self.path.rpartition("/")[2]

    def find(self, reading: Reading, caller: Caller, id_: str) -> JSON:
        """One of the caller's, shown. Raises NotFoundError."""
        statement = self.select(caller).where(self.attributes["id"].column == id_)
        rows = reading.session.execute(statement).all()
        if not rows:
            raise NotFoundError(f"no {self.name} with this id")
        return self.render(reading, rows)[0]

    def page(self, reading: Reading, caller: Caller, query: Query) -> tuple[list[JSON], Page]:
        """A page of the caller's: shown, and as it was read."""
        key = self.attributes["id"].column
        page = read_page(reading.session, self.select(caller), key, query)
        return self.render(reading, page.rows), page


def reading_router(resource: Resource) -> APIRouter:
    """GET of the list and of one by its id."""
    name = resource.name
    router = APIRouter(tags=[name], responses=ERRORS)
    reader = requires(*resource.scopes)

    @router.get(f"/{resource.path}", summary=f"Find {name}", openapi_extra=finding(resource))
    def list_(request: Request, caller: Annotated[Caller, reader]) -> JSONResponse:
        query = read_query(request.query_params, resource.attributes, resource.default_sort)
        with database_of(request).read() as session:
            found, page = resource.page(reading_of(request, session), caller, query)
        headers = {"X-Total-Count": str(page.total), "X-Result-Count": str(len(found))}
        if page.following:
            address = _next_address(request, resource, page.following.written(query.sort))
            headers["Link"] = f'<{address}>; rel="next"'
        return JSONResponse(
            [only(query.fields, item) for item in found],
            200 if len(found) == page.total else 206,
            headers,
        )

    @router.get(f"/{resource.path}/{{id}}", summary=f"Read one {name}", openapi_extra=READING)
    def one(
        request: Request,
        id_: Annotated[str, Path(alias="id")],
        caller: Annotated[Caller, reader],
    ) -> JSONResponse:
        with database_of(request).read() as session:
            found = resource.find(reading_of(request, session), caller, id_)
        return JSONResponse(only(read_fields(request.query_params), found))

    return router


def _next_address(request: Request, resource: Resource, cursor: str) -> str:
    """The same request, after the cursor."""
    asked = request.query_params.multi_items()
    kept = [(name, value) for name, value in asked if name not in ("offset", "cursor")]
    return f"/tmf-api/{resource.path}?{urlencode([*kept, ('cursor', cursor)])}"


def database_of(request: Request) -> Database:
    """The application's database."""
    database: Database = request.app.state.database
    return database


def reading_of(request: Request, session: Session) -> Reading:
    """The circumstances of this request."""
    return Reading(session, request.app.state.settings, clock.now())
