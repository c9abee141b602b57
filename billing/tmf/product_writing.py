"""TMF637, writing: lines are put on accounts, change their plan, are suspended, and end."""

from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import Field
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, Response

from billing.access import CUSTOMERS, Caller, requires
from billing.codes import LineStatus, Number
from billing.errors import ConflictError, InvalidError, NotFoundError
from billing.models import Account, Customer, Line, Plan
from billing.tmf.body import Reference
from billing.tmf.products import PATH, PRODUCT
from billing.tmf.writing import (
    CHANGING,
    CREATING,
    DELETING,
    Change,
    Id,
    New,
    PartyRef,
    When,
    acting,
    check_the_rest,
    gone,
    locked,
    new_id,
    shown,
    the_customer,
)

#: A line that has come to an end does not come back.
ENDED = {"terminated", "cancelled", "aborted"}

router = APIRouter(tags=[PRODUCT.name])
Writer = Annotated[Caller, requires(CUSTOMERS)]


class ProductCreate(New):
    """Product_Create: the plan is the offering."""

    status: LineStatus
    product_serial_number: Number
    billing_account: Reference
    product_offering: Reference
    start_date: When | None = None
    related_party: list[PartyRef] = Field(default=[], max_length=20)


class ProductUpdate(Change):
    """Product_Update."""

    status: LineStatus | None = None
    product_offering: Reference | None = None


@router.post(f"/{PATH}", **CREATING)
def create(request: Request, caller: Writer, body: ProductCreate) -> JSONResponse:
    """Put a line on an account."""
    with acting(request, caller) as act:
        account = locked(act.session, Account, body.billing_account.id)
        if body.related_party and the_customer(body.related_party) != account.customer_id:
            raise NotFoundError(f"relatedParty has no account {account.id}")
        plan = _plan(act.session, body.product_offering, account)
        number = body.product_serial_number
        if act.session.scalar(select(Line.id).where(Line.number == number)) is not None:
            raise ConflictError(f"{number} is another line's")
        line = Line(
            id=new_id("P"),
            account_id=account.id,
            plan_id=plan.id,
            number=number,
            status=body.status,
            started_at=body.start_date or act.now,
        )
        act.session.add(line)
        act.note("create product", line.id)
    return shown(request, caller, PRODUCT, line.id, 201)


@router.patch(f"/{PATH}/{{id}}", **CHANGING)
def update(request: Request, id_: Id, caller: Writer, body: ProductUpdate) -> JSONResponse:
    """Change a line's status or plan; its number and its account are what its calls stand on."""
    with acting(request, caller) as act:
        check_the_rest(request, act, caller, PRODUCT, id_, body)
        line = locked(act.session, Line, id_)
        values = {}
        if body.status is not None:
            if line.status in ENDED and body.status != line.status:
                raise ConflictError(f"the line is {line.status}: that is for good")
            values["status"] = body.status
        if body.product_offering is not None:
            values["plan_id"] = _plan(act.session, body.product_offering, line.account).id
        act.change(line, "change product", values)
    return shown(request, caller, PRODUCT, id_)


@router.delete(f"/{PATH}/{{id}}", **DELETING)
def delete(request: Request, id_: Id, caller: Writer) -> Response:
    """Take a line out on which nothing has happened; any other is terminated instead."""
    with acting(request, caller) as act:
        line = act.session.get(Line, id_)
        if line is None:
            raise NotFoundError(f"no line {id_}")
        locked(act.session, Customer, line.account.customer_id)  # who files no report meanwhile
        act.remove(line, "Product", "delete product")
    return gone()


def _plan(session: Session, offering: Reference, account: Account) -> Plan:
    """Raises NotFoundError, InvalidError for one in another currency."""
    plan = session.get(Plan, offering.id)
    if plan is None:
        raise NotFoundError(f"no plan {offering.id}")
    if plan.currency != account.currency:
        raise InvalidError(f"the plan is in {plan.currency}, the account in {account.currency}")
    return plan
