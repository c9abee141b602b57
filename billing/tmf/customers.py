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
#: The characteristic that is the name with which a person signs in.
USER_NAME = "userName"


def select_customer(caller: Caller) -> AnySelect:
    """The customer, with the accounts."""
    return (
        select(Customer)
        .where(caller.owns(Customer.id), Customer.is_customer)
        .options(selectinload(Customer.accounts))
    )


def select_individual(caller: Caller) -> AnySelect:
    """The person, customer or not."""
    return select(Customer).where(caller.owns(Customer.id))


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
            "partyCharacteristic": _user_name(customer),
            "@type": "Individual",
        }
        for (customer,) in rows
    ]


def _user_name(customer: Customer) -> list[JSON]:
    """The name with which they sign in, if they have been given one: it is their id until then."""
    if customer.user_name == customer.id:
        return []
    return [{"name": USER_NAME, "valueType": "string", "value": customer.user_name}]


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
    select_individual,
    render_individuals,
)
