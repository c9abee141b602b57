"""TMF629, writing: a person whom the operator knows becomes a customer."""

from typing import Annotated

from fastapi import APIRouter, Request
from sqlalchemy import select
from starlette.responses import JSONResponse, Response

from billing.access import CUSTOMERS, Caller, requires
from billing.errors import ConflictError, ForbiddenError, NotFoundError
from billing.models import Account, Customer, Ticket
from billing.tmf.customers import CUSTOMER, CUSTOMER_PATH
from billing.tmf.writing import (
    CHANGING,
    CREATING,
    DELETING,
    Change,
    Id,
    Name,
    New,
    PartyRef,
    acting,
    check_the_rest,
    gone,
    locked,
    shown,
)

router = APIRouter(tags=[CUSTOMER.name])
Writer = Annotated[Caller, requires(CUSTOMERS)]


class CustomerCreate(New):
    """Customer_Create: `engaged_party` is the person."""

    name: Name
    engaged_party: PartyRef


class CustomerUpdate(Change):
    """Customer_Update, which requires the person."""

    name: Name | None = None
    engaged_party: PartyRef


@router.post(f"/{CUSTOMER_PATH}", **CREATING)
def create(request: Request, caller: Writer, body: CustomerCreate) -> JSONResponse:
    """Make a person a customer, by the person's id; both have the one name that is given here."""
    with acting(request, caller) as act:
        customer = locked(act.session, Customer, body.engaged_party.id)
        if customer.is_customer:
            raise ConflictError("the person is a customer already")
        act.change(customer, "create customer", {"name": body.name, "is_customer": True})
    return shown(request, caller, CUSTOMER, customer.id, 201)


@router.patch(f"/{CUSTOMER_PATH}/{{id}}", **CHANGING)
def update(request: Request, id_: Id, caller: Writer, body: CustomerUpdate) -> JSONResponse:
    """Change a customer's name, which is the person's too."""
    with acting(request, caller) as act:
        check_the_rest(request, act, caller, CUSTOMER, id_, body)
        if body.engaged_party.id != id_:
            raise ForbiddenError("a customer stays the same person")
        if body.name is not None:
            customer = locked(act.session, Customer, id_)
            act.change(customer, "change customer", {"name": body.name})
    return shown(request, caller, CUSTOMER, id_)


@router.delete(f"/{CUSTOMER_PATH}/{{id}}", **DELETING)
def delete(request: Request, id_: Id, caller: Writer) -> Response:
    """End a customer who has no account and has reported nothing; the person stays."""
    with acting(request, caller) as act:
        customer = locked(act.session, Customer, id_)
        if not customer.is_customer:
            raise NotFoundError(f"no customer {id_}")
        for history in (Account.customer_id, Ticket.customer_id):
            if act.session.scalar(select(history).where(history == id_).limit(1)) is not None:
                raise ConflictError("the customer has an account or a report")
        act.change(customer, "delete customer", {"is_customer": False})
    return gone()
