"""Every operation that the specifications have is answered: with what is held, or with 501."""

import json

import pytest

from billing.tmf.specified import specified
from tests.integration.billing.server import CUSTOMER, INDIVIDUAL, Api
from tests.integration.billing.test_errors import check
from tests.integration.billing.test_specifications import SPECIFICATIONS

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
ASKED = [(method, path) for path, methods in specified().items() for method in methods]
NOT_SPECIFIED = [
    (method, path)
    for path, methods in specified().items()
    for method in METHODS
    if method not in methods
]
#: What is held: customers read all of these, and write reports.
HELD = {
    ("POST", "/troubleTicket/v4/troubleTicket"),
    ("PATCH", "/troubleTicket/v4/troubleTicket/{id}"),
    ("POST", "/customerBillManagement/v4/customerBillOnDemand"),
    *(
        ("GET", f"/{path}{one}")
        for path in (
            "troubleTicket/v4/troubleTicket",
            "usageManagement/v4/usage",
            "productInventory/v4/product",
            "accountManagement/v4/billingAccount",
            "customerBillManagement/v4/customerBill",
            "customerBillManagement/v4/customerBillOnDemand",
            "customerBillManagement/v4/appliedCustomerBillingRate",
            "customerManagement/v4/customer",
            "party/v4/individual",
        )
        for one in ("", "/{id}")
    ),
}
WRITTEN = (
    "usageManagement/v4/usage",
    "productInventory/v4/product",
    "accountManagement/v4/billingAccount",
    "customerManagement/v4/customer",
    "party/v4/individual",
)
#: What the operator's systems alone do.
OPERATORS = {
    ("POST", "/troubleTicket/v4/hub"),
    ("DELETE", "/troubleTicket/v4/hub/{id}"),
    ("PATCH", "/customerBillManagement/v4/customerBill/{id}"),
    *(("POST", f"/{path}") for path in WRITTEN),
    *((method, f"/{path}/{{id}}") for path in WRITTEN for method in ("PATCH", "DELETE")),
}
#: Their specification requires something of every change.
REQUIRING = {
    ("PATCH", "/accountManagement/v4/billingAccount/{id}"),
    ("PATCH", "/customerManagement/v4/customer/{id}"),
}


@pytest.mark.parametrize("number", [621, 629, 632, 635, 637, 666, 678])
def test_the_operations_are_those_of_the_specifications(number: int):
    content = json.loads((SPECIFICATIONS / f"TMF{number}-v4.0.0.swagger.json").read_text("utf-8"))
    base = content["basePath"].rstrip("/").removeprefix("/tmf-api")
    theirs = {
        base + path: {method.upper() for method in methods if method != "parameters"}
        for path, methods in content["paths"].items()
        if not path.startswith("/listener")  # those are the client's
    }
    ours = {path: set(it) for path, it in specified().items() if path.startswith(f"{base}/")}
    assert ours == theirs


@pytest.mark.parametrize(("method", "path"), ASKED)
def test_what_is_specified_is_answered(ana: Api, system: Api, method: str, path: str):
    asking = ana if (method, path) in HELD else system
    answer = asking.http.request(method, "/tmf-api" + path.replace("{id}", "NOBODY"), json={})
    if (method, path) == ("DELETE", "/troubleTicket/v4/troubleTicket/{id}"):
        check(answer, 405, "methodNotAllowed")  # reports are kept
    elif (method, path) not in HELD | OPERATORS:
        check(answer, 501, "notImplemented")
    elif method == "GET" and "{id}" not in path:
        assert answer.status_code in (200, 206)
    elif method == "POST" or (method, path) in REQUIRING:
        check(answer, 400, "invalid")
    else:
        check(answer, 404, "notFound")


@pytest.mark.parametrize(("method", "path"), ASKED)
def test_nothing_is_answered_without_a_token(
    billing_address: str, ana: Api, method: str, path: str
):
    url = "/tmf-api" + path.replace("{id}", "NOBODY")
    answer = ana.http.request(method, url, json={}, headers={"Authorization": "Bearer nobody"})
    check(answer, 401, "notSignedIn")


@pytest.mark.parametrize(("method", "path"), NOT_SPECIFIED)
def test_what_is_not_specified_is_405(ana: Api, method: str, path: str):
    answer = ana.http.request(method, "/tmf-api" + path.replace("{id}", "NOBODY"), json={})
    check(answer, 405, "methodNotAllowed")
    assert answer.headers["Allow"].split(", ") == specified()[path]


def test_a_customer_sees_only_who_they_are(ana: Api, oliver: Api):
    (customer,), (person,) = ana.all(CUSTOMER), ana.all(INDIVIDUAL)
    assert customer["id"] == person["id"] == ana.customer_id
    assert customer["engagedParty"]["href"] == person["href"]
    assert ana.http.get(person["href"]).json() == person
    assert [account["id"] for account in customer["account"]] == ["BA-ES-1001"]
    assert person["languageAbility"] == [{"languageCode": "es", "isFavouriteLanguage": True}]
    for href in (customer["href"], person["href"]):
        check(oliver.http.get(href), 404, "notFound")
