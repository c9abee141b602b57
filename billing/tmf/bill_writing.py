"""TMF678, writing: a bill's state follows from what is paid and credited, and says so."""

from typing import Annotated, Literal

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse

from billing.access import BILLS, Caller, requires
from billing.errors import ConflictError
from billing.tmf.bills import BILL_PATH, CUSTOMER_BILL
from billing.tmf.writing import CHANGING, Change, Id, acting, check_the_rest, shown

State = Literal["new", "onHold", "validated", "sent", "partiallyPaid", "settled"]
FOLLOWS = "it follows from the payments and credits of the bill"
IS_SENT = "bills are sent when they come in here, and nothing takes that back"
#: Why a bill is not brought to another state.
REASONS: dict[State, str] = {
    "new": IS_SENT,
    "onHold": IS_SENT,
    "validated": IS_SENT,
    "sent": FOLLOWS,
    "partiallyPaid": FOLLOWS,
    "settled": FOLLOWS,
}

router = APIRouter(tags=[CUSTOMER_BILL.name])


class CustomerBillUpdate(Change):
    """CustomerBill_Update."""

    state: State | None = None


@router.patch(f"/{BILL_PATH}/{{id}}", **CHANGING)
def update(
    request: Request,
    id_: Id,
    caller: Annotated[Caller, requires(BILLS)],
    body: CustomerBillUpdate,
) -> JSONResponse:
    """Confirm the state that a bill is in; whoever wants another one hears why it has this one."""
    with acting(request, caller) as act:
        bill = check_the_rest(request, act, caller, CUSTOMER_BILL, id_, body)
    if body.state is not None and body.state != bill["state"]:
        raise ConflictError(f"the bill is {bill['state']}: {REASONS[body.state]}")
    return shown(request, caller, CUSTOMER_BILL, id_)
