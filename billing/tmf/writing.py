"""What writing shares: one transaction with its entry on the trail, and what is refused.

The operator's systems alone write these resources; reports are in `ticket_writing`.
"""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from fastapi import Path, Request
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, model_validator
from pydantic.alias_generators import to_camel
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, Response

from billing import clock
from billing.access import Caller
from billing.audit import note_down
from billing.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError
from billing.models import Account, Base, Call, Customer, Line, TicketRelation
from billing.tmf.body import Body, Instant, Reference, Token
from billing.tmf.described import WRITING_ERRORS, Description
from billing.tmf.query import JSON
from billing.tmf.resource import Resource, database_of, reading_of

#: Of these the trail tells that they changed, and not to what: it is kept for good.
PERSONAL = {"name", "user_name", "called_number"}
EARLIEST_YEAR, LATEST_YEAR = 1970, 2100
LONGEST_NAME = 200

CREATING: Description = {"responses": WRITING_ERRORS, "status_code": 201}
CHANGING: Description = {"responses": WRITING_ERRORS}
DELETING: Description = {"responses": WRITING_ERRORS, "status_code": 204}

Id = Annotated[str, Path(alias="id")]
Row = TypeVar("Row", bound=Base)
Held = Customer | Account | Line | Call


def _of_our_time(value: datetime) -> datetime:
    if not EARLIEST_YEAR < value.year < LATEST_YEAR:
        raise ValueError(f"a year between {EARLIEST_YEAR} and {LATEST_YEAR}")
    return value


def _printable(name: str) -> str:
    if not name.isprintable() or name != name.strip():
        raise ValueError("a name is one line of printable signs")
    return name


def decimals(places: int) -> AfterValidator:
    """No finer number than one with so many decimal places."""

    def checked(value: float) -> float:
        if Decimal(str(value)) % Decimal(1).scaleb(-places):
            raise ValueError(f"at most {places} decimal places")
        return value

    return AfterValidator(checked)


When = Annotated[Instant, AfterValidator(_of_our_time)]
Name = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME), AfterValidator(_printable)]


class New(Body):
    """A *_Create: unknown fields are left aside, as TMF630 asks."""

    model_config = ConfigDict(alias_generator=to_camel)


class Change(BaseModel):
    """An *_Update, a merge patch: what is not among its fields may be sent as it is, alone."""

    model_config = ConfigDict(alias_generator=to_camel, extra="allow")

    @model_validator(mode="before")
    @classmethod
    def _takes_nothing_out(cls, body: Any) -> Any:
        names = {field.alias for field in cls.model_fields.values()}
        if isinstance(body, dict) and any(body.get(name, "") is None for name in names):
            raise ValueError("null would take out what must be there")
        return body


class PartyRef(Reference):
    """Somebody; `role` says what they are to the resource."""

    role: Token | None = None
    name: Name | None = None
    referred_type: Token = Field(alias="@referredType")


class Characteristic(New):
    """A value by a name."""

    name: Token
    value: JsonValue


def by_name(characteristics: Sequence[Characteristic]) -> dict[str, JsonValue]:
    """The values. Raises ValueError for a name that is there twice."""
    values = {each.name: each.value for each in characteristics}
    if len(values) < len(characteristics):
        raise ValueError("a characteristic is there twice")
    return values


@dataclass(frozen=True)
class Act:
    """One change that one of the operator's systems makes."""

    session: Session
    client_id: str
    now: datetime

    def note(self, action: str, id_: str, detail: Mapping[str, str] | None = None) -> None:
        """Put it on the trail."""
        told = {"id": id_, **(detail or {})}
        note_down(self.session, self.client_id, action, None, told, self.now)

    def change(self, row: Held, action: str, values: Mapping[str, object]) -> None:
        """Write what differs, and put it on the trail: from what to what."""
        changed = differences(row, values)
        for column in changed:
            setattr(row, column, values[column])
        if changed:
            self.note(action, row.id, changed)

    def remove(self, row: Held, kind: str, action: str) -> None:
        """Delete a row on which nothing stands; `kind` is what reports call it.

        Raises ConflictError.
        """
        model, id_ = type(row), row.id
        reports = select(TicketRelation.id).where(
            TicketRelation.entity_id == id_, TicketRelation.referred_type == kind
        )
        if self.session.scalar(reports.limit(1)) is not None:
            raise ConflictError("a report is about it: it is kept")
        self.note(action, id_)
        try:
            self.session.execute(delete(model).where(model.id == id_))
        except IntegrityError:
            raise ConflictError("it has a history here that refers to it: it is kept") from None


def differences(row: Held, values: Mapping[str, object]) -> dict[str, str]:
    """By column, from what to what it would change."""
    before = {column: getattr(row, column) for column in values}
    return {
        column: "changed" if column in PERSONAL else f"{before[column]} → {value}"
        for column, value in values.items()
        if before[column] != value
    }


@contextmanager
def acting(request: Request, caller: Caller) -> Iterator[Act]:
    """One transaction.

    Raises ConflictError where somebody else has written at the same moment what stands against it.
    """
    try:
        with database_of(request).write() as session:
            yield Act(session, caller.client_id, clock.now())
    except IntegrityError:
        raise ConflictError("somebody else has just written what stands against it") from None


def check_the_rest(
    request: Request, act: Act, caller: Caller, resource: Resource, id_: str, body: Change
) -> JSON:
    """The resource as it is shown, and as what the body has beside its fields says that it is.

    Raises NotFoundError, ForbiddenError.
    """
    is_shown = resource.find(reading_of(request, act.session), caller, id_)
    rest = body.model_extra or {}
    strange = sorted(name for name, value in rest.items() if is_shown.get(name) != value)
    if strange:
        raise ForbiddenError(f"not to be changed: {', '.join(strange)}"[:1000])
    return is_shown


def locked(session: Session, model: type[Row], id_: str) -> Row:
    """A row that nobody else changes meanwhile. Raises NotFoundError."""
    row = session.get(model, id_, with_for_update=True)
    if row is None:
        raise NotFoundError(f"no {model.__tablename__} {id_}")
    return row


def the_customer(parties: Sequence[PartyRef]) -> str:
    """The id of the one customer among them. Raises InvalidError."""
    ids = {party.id for party in parties if party.role in (None, "customer")}
    if len(ids) != 1:
        raise InvalidError("relatedParty names the one customer whose it is")
    return ids.pop()


def new_id(prefix: str) -> str:
    """As in USG-5F1D0C2A9B7E4433."""
    return f"{prefix}-{secrets.token_hex(8).upper()}"


def shown(
    request: Request, caller: Caller, resource: Resource, id_: str, status: int = 200
) -> JSONResponse:
    """The resource as it is now; a new one with its address."""
    with database_of(request).read() as session:
        found: JSON = resource.find(reading_of(request, session), caller, id_)
    return JSONResponse(found, status, {"Location": found["href"]} if status == 201 else None)


def gone() -> Response:
    """Nothing more to show."""
    return Response(status_code=204)
