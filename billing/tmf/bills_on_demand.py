"""TMF678 bills on demand: the document of a bill that is there, as a PDF, and where it is."""

from collections.abc import Sequence
from typing import Annotated
from urllib.parse import quote
from uuid import uuid4

from fastapi import APIRouter, Path, Request
from pydantic import Field
from sqlalchemy import literal, select
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, Response

from billing import clock
from billing.access import BILLS, READ, SELFCARE, Caller, requires
from billing.database import AnyRow, AnySelect
from billing.documents.contents import Printer
from billing.documents.statement import read_statement
from billing.documents.tables import BillOnDemand
from billing.errors import InvalidError, NotFoundError
from billing.models import Account, Bill, Customer
from billing.settings import Settings
from billing.tmf.bills import BILL_PATH, bill_document
from billing.tmf.body import Body, Reference, Token, Words
from billing.tmf.described import ERRORS, WRITING_ERRORS
from billing.tmf.query import JSON, Attribute, instant
from billing.tmf.resource import Reading, Resource, database_of, reading_of
from billing.tmf.values import customer_party, moment, present

PATH = "customerBillManagement/v4/customerBillOnDemand"
#: A document is made as soon as it is asked for.
DONE = "done"


class BillOnDemandCreate(Body):
    """CustomerBillOnDemand_Create: the bill, or the account whose latest bill it is."""

    name: Token | None = None
    description: Words | None = None
    billing_account: Reference | None = Field(default=None, alias="billingAccount")
    customer_bill: Reference | None = Field(default=None, alias="customerBill")
    related_party: Reference | None = Field(default=None, alias="relatedParty")


def select_bills_on_demand(caller: Caller) -> AnySelect:
    """What was asked for of the caller's bills."""
    return (
        select(BillOnDemand, Bill, Account, Customer)
        .join(Bill, Bill.id == BillOnDemand.bill_id)
        .join(Account, Account.id == Bill.account_id)
        .join(Customer, Customer.id == Account.customer_id)
        .where(caller.owns(Account.customer_id))
    )


def render_bills_on_demand(reading: Reading, rows: Sequence[AnyRow]) -> list[JSON]:
    """As CustomerBillOnDemand's extension that says where the document is."""
    return [_bill_on_demand(reading.settings, *row) for row in rows]


def _bill_on_demand(
    settings: Settings, asked: BillOnDemand, bill: Bill, account: Account, customer: Customer
) -> JSON:
    return present(
        {
            "id": asked.id,
            "href": f"/tmf-api/{PATH}/{asked.id}",
            "name": asked.name,
            "description": asked.description,
            "lastUpdate": moment(asked.asked_at),
            "state": DONE,
            "billingAccount": {"id": account.id, "@referredType": "BillingAccount"},
            "customerBill": {
                "id": bill.id,
                "href": f"/tmf-api/{BILL_PATH}/{bill.id}",
                "@referredType": "CustomerBill",
            },
            "billDocument": [bill_document(bill, settings)],
            "relatedParty": customer_party(customer),
            "@type": "DocumentedBillOnDemand",
            "@baseType": "CustomerBillOnDemand",
            "@schemaLocation": f"{settings.public_url}/schemas/DocumentedBillOnDemand.schema.json",
        }
    )


BILL_ON_DEMAND = Resource(
    PATH,
    {
        "id": Attribute(BillOnDemand.id),
        "lastUpdate": Attribute(BillOnDemand.asked_at, instant),
        "state": Attribute(literal(DONE)),
        "billingAccount.id": Attribute(Bill.account_id),
        "customerBill.id": Attribute(BillOnDemand.bill_id),
        "relatedParty.id": Attribute(Account.customer_id),
    },
    "-lastUpdate",
    select_bills_on_demand,
    render_bills_on_demand,
)

router = APIRouter()


@router.post(f"/{PATH}", tags=[BILL_ON_DEMAND.name], responses=WRITING_ERRORS, status_code=201)
def create(
    request: Request, caller: Annotated[Caller, requires(SELFCARE, BILLS)], body: BillOnDemandCreate
) -> JSONResponse:
    """Ask for a bill's document: 201, or 200 if the caller asked for the same before."""
    with database_of(request).write() as session:
        asked, is_new = _asked(session, caller, _bill(session, caller, body), body)
        shown = BILL_ON_DEMAND.find(reading_of(request, session), caller, asked.id)
    headers = {"Location": shown["href"]} if is_new else None
    return JSONResponse(shown, 201 if is_new else 200, headers)


@router.get(
    f"/{BILL_PATH}/{{id}}/document",
    tags=["customerBill"],
    responses={**ERRORS, 200: {"content": {"application/pdf": {}}, "description": "The PDF"}},
    response_class=Response,
    summary="Read a customerBill's document",
)
def document(
    request: Request,
    id_: Annotated[str, Path(alias="id")],
    caller: Annotated[Caller, requires(SELFCARE, READ, BILLS)],
) -> Response:
    """The bill as a PDF in its customer's language."""
    with database_of(request).read() as session:
        bill = session.scalar(_bills(caller).where(Bill.id == id_))
        if bill is None:
            raise NotFoundError("no customerBill with this id")
        statement = read_statement(session, bill)
    printer: Printer = request.app.state.printer
    name = quote(f"{bill.number}.pdf", safe="")
    return Response(
        printer.bill(statement),
        media_type="application/pdf",
        headers={
            "Cache-Control": "no-store",
            "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
            "X-Content-Type-Options": "nosniff",
        },
    )


def _bills(caller: Caller) -> AnySelect:
    return (
        select(Bill)
        .join(Account, Account.id == Bill.account_id)
        .where(caller.owns(Account.customer_id))
    )


def _bill(session: Session, caller: Caller, body: BillOnDemandCreate) -> Bill:
    """The bill that is named, or the latest one of the account that is; locked, so that of two
    who ask for it at once the second finds what the first has asked for.
    """
    if body.billing_account is None and body.customer_bill is None:
        raise InvalidError("name the customerBill, or the billingAccount whose latest bill it is")
    statement = _bills(caller)
    for named, column in (
        (body.customer_bill, Bill.id),
        (body.billing_account, Bill.account_id),
        (body.related_party, Account.customer_id),
    ):
        if named is not None:
            statement = statement.where(column == named.id)
    statement = statement.order_by(Bill.bill_date.desc()).limit(1)
    bill: Bill | None = session.scalar(statement.with_for_update(of=Bill, key_share=True))
    if bill is None:
        raise NotFoundError("there is no such bill")
    return bill


def _asked(
    session: Session, caller: Caller, bill: Bill, body: BillOnDemandCreate
) -> tuple[BillOnDemand, bool]:
    """What is asked for, and whether it is new."""
    wish = {
        "bill_id": bill.id,
        "asked_by": caller.customer_id or caller.client_id,
        "name": body.name,
        "description": body.description,
    }
    before = session.scalar(select(BillOnDemand).filter_by(**wish).limit(1))
    if before is not None:
        return before, False
    asked = BillOnDemand(id=f"BOD-{uuid4().hex[:16]}", asked_at=clock.now(), **wish)
    session.add(asked)
    session.flush()
    return asked, True
