"""What the operator's systems send: bodies with all that is required, each for a new resource."""

from itertools import count
from typing import Any

import httpx

from tests.integration.billing.server import ACCOUNT, CUSTOMER, INDIVIDUAL, JSON, PRODUCT, Api

_numbers = count(10_000)
TRAITS: JSON = {
    "calledNumber": "+34612345999",
    "duration": 61,
    "destinationCountry": "ES",
    "callType": "mobile",
}


def made(answer: httpx.Response) -> JSON:
    """What was created."""
    assert answer.status_code == 201, answer.text
    resource: JSON = answer.json()
    assert answer.headers["Location"] == resource["href"]
    return resource


def done(answer: httpx.Response) -> JSON:
    """What was changed or read."""
    assert answer.status_code == 200, answer.text
    resource: JSON = answer.json()
    return resource


def as_party(owner: JSON) -> list[JSON]:
    """The one related party of what is theirs."""
    return [{"id": owner["id"], "name": owner["name"], "@referredType": "Customer"}]


def usage(calling: str, *, at: str, price: float = 0.23, unit: str = "EUR", **traits: Any) -> JSON:
    """A call record; a characteristic that is None is left out."""
    values = {"callingNumber": calling, **TRAITS, **traits}
    return {
        "usageDate": at,
        "usageType": "VOICE",
        "status": "billed" if "billId" in traits else "rated",
        "usageCharacteristic": [
            {"name": name, "value": value} for name, value in values.items() if value is not None
        ],
        "ratedProductUsage": [{"taxIncludedRatingAmount": {"unit": unit, "value": price}}],
    }


def individual(**changes: Any) -> JSON:
    """A person."""
    return {
        "givenName": "Ada",
        "familyName": "Nowak",
        "languageAbility": [{"languageCode": "pl", "isFavouriteLanguage": True}],
    } | changes


def customer(person: JSON, **changes: Any) -> JSON:
    """A person as a customer."""
    party = {"id": person["id"], "@referredType": "Individual"}
    return {"name": person["fullName"], "engagedParty": party} | changes


def account(owner: JSON, **changes: Any) -> JSON:
    """A customer's account."""
    cycle = {"name": "Monthly", "isRef": False, "billingDateShift": 15}
    return {
        "name": "Ada Nowak",
        "relatedParty": as_party(owner),
        "billStructure": {"cycleSpecification": cycle},
        "@type": "LocalBillingAccount",
        "timeZone": "Europe/Madrid",
        "currency": "EUR",
        "country": "ES",
        "taxRate": 5.5,
    } | changes


def product(of: JSON, plan: str = "PLAN-34910123471", **changes: Any) -> JSON:
    """A line on an account, with a number that no other has."""
    return {
        "status": "active",
        "productSerialNumber": f"+346123{next(_numbers)}"[:12],
        "billingAccount": {"id": of["id"]},
        "productOffering": {"id": plan},
    } | changes


def new_individual(system: Api, **changes: Any) -> JSON:
    return made(system.http.post(INDIVIDUAL, json=individual(**changes)))


def new_customer(system: Api) -> JSON:
    return made(system.http.post(CUSTOMER, json=customer(new_individual(system))))


def new_account(system: Api, **changes: Any) -> JSON:
    return made(system.http.post(ACCOUNT, json=account(new_customer(system), **changes)))


def new_line(system: Api, **changes: Any) -> JSON:
    return made(system.http.post(PRODUCT, json=product(new_account(system), **changes)))
