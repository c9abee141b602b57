"""TMF666, writing: who pays. A LocalBillingAccount, for what decides about dates and amounts."""

from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import Field, JsonValue
from starlette.responses import JSONResponse, Response

from billing.access import CUSTOMERS, Caller, requires
from billing.codes import Country, Currency, TimeZone
from billing.errors import ConflictError, ForbiddenError, NotFoundError
from billing.models import Account, Customer
from billing.tmf.accounts import ACTIVE, BILLING_ACCOUNT, PATH
from billing.tmf.body import Token
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
    decimals,
    gone,
    locked,
    new_id,
    shown,
    the_customer,
)

router = APIRouter(tags=[BILLING_ACCOUNT.name])
Writer = Annotated[Caller, requires(CUSTOMERS)]


class NamedParty(PartyRef):
    """TMF666 wants the name too."""

    name: Name


class Cycle(New):
    """A monthly cycle that begins on this day."""

    billing_date_shift: Annotated[int, Field(ge=1, le=31, strict=True)]


class BillStructure(New):
    """When the account is billed."""

    cycle_specification: Cycle


Parties = Annotated[list[NamedParty], Field(max_length=20)]


class BillingAccountCreate(New):
    """BillingAccount_Create, and LocalBillingAccount's own fields; `tax_rate` in per cent."""

    name: Name
    related_party: Parties
    bill_structure: BillStructure
    time_zone: TimeZone
    currency: Currency
    country: Country
    tax_rate: Annotated[float, Field(ge=0, lt=100, strict=True), decimals(2)]
    state: Token = ACTIVE


class BillingAccountUpdate(Change):
    """BillingAccount_Update, which requires the name and the parties. The balances are not part of
    it: they are as of the moment in which they were read, and left aside.
    """

    name: Name
    related_party: Parties
    state: Token | None = None
    account_balance: JsonValue = None


@router.post(f"/{PATH}", **CREATING)
def create(request: Request, caller: Writer, body: BillingAccountCreate) -> JSONResponse:
    """Open an account for a customer."""
    _check_state(body.state)
    with acting(request, caller) as act:
        customer = locked(act.session, Customer, the_customer(body.related_party))
        if not customer.is_customer:
            raise NotFoundError(f"no customer {customer.id}")
        account = Account(
            id=new_id("BA"),
            customer_id=customer.id,
            name=body.name,
            time_zone=body.time_zone,
            currency=body.currency,
            country=body.country,
            tax_rate=round(body.tax_rate * 100),
            cycle_day=body.bill_structure.cycle_specification.billing_date_shift,
            opened_at=act.now,
        )
        act.session.add(account)
        act.note("create billingAccount", account.id)
    return shown(request, caller, BILLING_ACCOUNT, account.id, 201)


@router.patch(f"/{PATH}/{{id}}", **CHANGING)
def update(request: Request, id_: Id, caller: Writer, body: BillingAccountUpdate) -> JSONResponse:
    """Give an account another name; bills stand on all the rest."""
    with acting(request, caller) as act:
        check_the_rest(request, act, caller, BILLING_ACCOUNT, id_, body)
        _check_state(body.state or ACTIVE)
        account = locked(act.session, Account, id_)
        if the_customer(body.related_party) != account.customer_id:
            raise ForbiddenError("an account stays its customer's")
        act.change(account, "change billingAccount", {"name": body.name})
    return shown(request, caller, BILLING_ACCOUNT, id_)


@router.delete(f"/{PATH}/{{id}}", **DELETING)
def delete(request: Request, id_: Id, caller: Writer) -> Response:
    """Close an account that has nothing: no line, no bill, no credit, no order, no report."""
    with acting(request, caller) as act:
        account = act.session.get(Account, id_)
        if account is None:
            raise NotFoundError(f"no account {id_}")
        locked(act.session, Customer, account.customer_id)  # who files no report meanwhile
        act.remove(account, "BillingAccount", "delete billingAccount")
    return gone()


def _check_state(state: str) -> None:
    if state != ACTIVE:
        raise ConflictError("accounts are active here: it is lines that are suspended and end")
