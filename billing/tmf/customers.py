"""TMF629 customers and TMF632 individuals: who has the contract."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from billing.access import Caller
from billing.database import AnyRow, AnySelect
from billing.models import Customer
from billing.tmf.query import JSON, Attribute
from billing.tmf.resource import Reading, Resource

CUSTOMER_PATH = "customerManagement/v4/customer"
INDIVIDUAL_PATH = "party/v4/individual"


def select_customer(caller: Caller) -> AnySelect:
    """The customer, with the accounts."""
    return select(Customer).where(caller.owns(Customer.id)).options(selectinload(Customer.accounts))


def render_customers(_reading: Reading, rows: Sequence[AnyRow]) -> list[JSON]:
    """The role that somebody plays towards the operator, as Customer."""
    return [
        {
            "id": customer.id,
            "href": f"/tmf-api/{CUSTOMER_PATH}/{customer.id}",
            "name": customer.name,
            "status": "active",
            "engagedParty": {
                "id": customer.id,
                "href": f"/tmf-api/{INDIVIDUAL_PATH}/{customer.id}",
                "name": customer.name,
                "@referredType": "Individual",
            },
            "account": [
                {"id": account.id, "name": account.name, "@referredType": "BillingAccount"}
                for account in customer.accounts
            ],
            "@type": "Customer",
        }
        for (customer,) in rows
    ]


def render_individuals(_reading: Reading, rows: Sequence[AnyRow]) -> list[JSON]:
    """The person, as Individual: the name in one piece, for not every name has two."""
    return [
        {
            "id": customer.id,
            "href": f"/tmf-api/{INDIVIDUAL_PATH}/{customer.id}",
            "fullName": customer.name,
            "status": "validated",
            "languageAbility": [{"languageCode": customer.language, "isFavouriteLanguage": True}],
            "@type": "Individual",
        }
        for (customer,) in rows
    ]


CUSTOMER = Resource(
    CUSTOMER_PATH,
    {"id": Attribute(Customer.id), "name": Attribute(Customer.name)},
    "id",
    select_customer,
    render_customers,
)

INDIVIDUAL = Resource(
    INDIVIDUAL_PATH,
    {"id": Attribute(Customer.id), "fullName": Attribute(Customer.name)},
    "id",
    select_customer,
    render_individuals,
)
