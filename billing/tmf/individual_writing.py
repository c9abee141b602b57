"""TMF632, writing: persons whom the operator knows. Their name is kept in one piece."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import AfterValidator, Field, StrictBool, TypeAdapter, ValidationError
from sqlalchemy import delete as delete_from
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, Response

from billing.access import CUSTOMERS, Caller, requires
from billing.codes import Language, UserName
from billing.errors import ConflictError, InvalidError
from billing.models import Customer
from billing.signin.passwords import unguessable_hash
from billing.signin.tables import AccessToken, DeviceSignIn, PageLogIn
from billing.site.operator import read_operator
from billing.tmf.customers import INDIVIDUAL, INDIVIDUAL_PATH, USER_NAME
from billing.tmf.writing import (
    CHANGING,
    CREATING,
    DELETING,
    LONGEST_NAME,
    Change,
    Characteristic,
    Id,
    Name,
    New,
    acting,
    by_name,
    check_the_rest,
    gone,
    locked,
    new_id,
    shown,
)

_USER_NAME: TypeAdapter[str | None] = TypeAdapter(UserName | None)

router = APIRouter(tags=[INDIVIDUAL.name])
Writer = Annotated[Caller, requires(CUSTOMERS)]


class LanguageAbility(New):
    """A language; one of the pages' and the chat's."""

    language_code: Language
    is_favourite_language: StrictBool = False


def _user_name(characteristics: Sequence[Characteristic]) -> str | None:
    """Raises ValueError."""
    try:
        return _USER_NAME.validate_python(by_name(characteristics).get(USER_NAME))
    except ValidationError as error:
        raise ValueError(f"{USER_NAME} {error.errors()[0]['msg']}") from None


def _readable(characteristics: list[Characteristic]) -> list[Characteristic]:
    _user_name(characteristics)
    return characteristics


Languages = Annotated[list[LanguageAbility], Field(min_length=1, max_length=20)]
Traits = Annotated[list[Characteristic], Field(max_length=50), AfterValidator(_readable)]


class IndividualCreate(New):
    """Individual_Create."""

    given_name: Name
    family_name: Name
    full_name: Name | None = None
    language_ability: Languages | None = None
    party_characteristic: Traits = Field(default=[])


class IndividualUpdate(Change):
    """Individual_Update."""

    given_name: Name | None = None
    family_name: Name | None = None
    full_name: Name | None = None
    language_ability: Languages | None = None
    party_characteristic: Traits | None = None


@router.post(f"/{INDIVIDUAL_PATH}", **CREATING)
def create(request: Request, caller: Writer, body: IndividualCreate) -> JSONResponse:
    """Get to know a person: no customer yet, and without a password that anybody knows."""
    with acting(request, caller) as act:
        id_ = new_id("C")
        user_name = _user_name(body.party_characteristic) or id_
        _check_user_name(act.session, user_name, id_)
        person = Customer(
            id=id_,
            name=_whole_name(body),
            user_name=user_name,
            password_hash=unguessable_hash(),
            language=_favourite(body.language_ability) or read_operator().language,
            is_customer=False,
        )
        act.session.add(person)
        act.note("create individual", id_)
    return shown(request, caller, INDIVIDUAL, id_, 201)


@router.patch(f"/{INDIVIDUAL_PATH}/{{id}}", **CHANGING)
def update(request: Request, id_: Id, caller: Writer, body: IndividualUpdate) -> JSONResponse:
    """Change a person's name, language or user name."""
    with acting(request, caller) as act:
        check_the_rest(request, act, caller, INDIVIDUAL, id_, body)
        person = locked(act.session, Customer, id_)
        values = {"name": _whole_name(body), "language": _favourite(body.language_ability)}
        if body.party_characteristic is not None:
            user_name = _user_name(body.party_characteristic) or id_
            _check_user_name(act.session, user_name, id_)
            values["user_name"] = user_name
        given = {column: value for column, value in values.items() if value is not None}
        act.change(person, "change individual", given)
    return shown(request, caller, INDIVIDUAL, id_)


@router.delete(f"/{INDIVIDUAL_PATH}/{{id}}", **DELETING)
def delete(request: Request, id_: Id, caller: Writer) -> Response:
    """Forget a person who is no customer and has reported nothing."""
    with acting(request, caller) as act:
        person = locked(act.session, Customer, id_)
        if person.is_customer:
            raise ConflictError("the person is a customer")
        for table in (DeviceSignIn, AccessToken, PageLogIn):
            act.session.execute(delete_from(table).where(table.customer_id == id_))
        act.remove(person, "Individual", "delete individual")
    return gone()


def _whole_name(body: IndividualCreate | IndividualUpdate) -> str | None:
    """As it is written in full; None where the body gives none.

    Raises InvalidError for a part of it, and for two that are too long together.
    """
    if body.full_name is not None:
        return body.full_name
    parts = [part for part in (body.given_name, body.family_name) if part is not None]
    if len(parts) == 1:
        raise InvalidError("names are kept in one piece: fullName, or givenName and familyName")
    name = " ".join(parts)
    if len(name) > LONGEST_NAME:
        raise InvalidError(f"a name of more than {LONGEST_NAME} characters")
    return name or None


def _favourite(languages: Sequence[LanguageAbility] | None) -> str | None:
    """The favourite one, or else the first."""
    ordered = sorted(languages or (), key=lambda each: not each.is_favourite_language)
    return ordered[0].language_code if ordered else None


def _check_user_name(session: Session, user_name: str, id_: str) -> None:
    """Nobody else signs in with it, for which its case does not count. Raises ConflictError."""
    same = func.lower(Customer.user_name) == user_name.lower()
    taken = select(Customer.id).where(same, Customer.id != id_)
    if session.scalar(taken) is not None:
        raise ConflictError(f"{USER_NAME} is another person's")
