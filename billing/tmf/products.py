"""TMF637 products: telephone lines."""

from collections.abc import Sequence

from sqlalchemy import select

from billing.access import Caller
from billing.database import AnyRow, AnySelect
from billing.models import Account, Customer, Line, Plan
from billing.tmf.query import JSON, Attribute, instant
from billing.tmf.resource import Reading, Resource
from billing.tmf.values import customer_party, moment

PATH = "productInventory/v4/product"


def select_products(caller: Caller) -> AnySelect:
    """The caller's lines with their plans."""
    return (
        select(Line, Plan, Account, Customer)
        .join(Plan, Plan.id == Line.plan_id)
        .join(Account, Account.id == Line.account_id)
        .join(Customer, Customer.id == Account.customer_id)
        .where(caller.owns(Account.customer_id))
    )


def render_products(_reading: Reading, rows: Sequence[AnyRow]) -> list[JSON]:
    """Lines as Product."""
    return [
        {
            "id": line.id,
            "href": f"/tmf-api/{PATH}/{line.id}",
            "name": plan.name,
            "status": line.status,
            "productSerialNumber": line.number,
            "startDate": moment(line.started_at),
            "productOffering": {"id": plan.id, "name": plan.name},
            "billingAccount": {"id": account.id, "@referredType": "BillingAccount"},
            "realizingResource": [
                {"id": f"R-{line.id}", "value": line.number, "@referredType": "LogicalResource"}
            ],
            "relatedParty": [customer_party(customer)],
            "@type": "Product",
        }
        for line, plan, account, customer in rows
    ]


PRODUCT = Resource(
    PATH,
    {
        "id": Attribute(Line.id),
        "name": Attribute(Plan.name),
        "status": Attribute(Line.status),
        "productSerialNumber": Attribute(Line.number),
        "startDate": Attribute(Line.started_at, instant),
        "productOffering.id": Attribute(Line.plan_id),
        "billingAccount.id": Attribute(Line.account_id),
        "relatedParty.id": Attribute(Account.customer_id),
    },
    "id",
    select_products,
    render_products,
)
