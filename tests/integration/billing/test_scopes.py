"""Who may do what: each specified operation, refused to each who may not."""

import httpx
import pytest

from billing.access import OPERATOR_SCOPES
from billing.tmf.api import RESOURCES
from billing.tmf.specified import specified
from tests.integration.billing.server import ACCOUNT, BILL_ON_DEMAND, USAGE, Api, system_token
from tests.integration.billing.test_errors import check

#: What customers change themselves; they read all that is theirs.
CUSTOMERS_OWN = {
    ("POST", "/troubleTicket/v4/troubleTicket"),
    ("PATCH", "/troubleTicket/v4/troubleTicket/{id}"),
    ("POST", "/customerBillManagement/v4/customerBillOnDemand"),
}
WRITING = {
    "troubleTicket": "operator.tickets",
    "customerManagement": "operator.customers",
    "party": "operator.customers",
    "usageManagement": "operator.usage",
    "productInventory": "operator.customers",
    "accountManagement": "operator.customers",
    "customerBillManagement": "operator.bills",
}


#: What a system may besides that files for people who have not signed in, of what it filed.
UNSIGNED = {
    ("GET", "/troubleTicket/v4/troubleTicket"),
    ("POST", "/troubleTicket/v4/troubleTicket"),
    ("GET", "/troubleTicket/v4/troubleTicket/{id}"),
    ("PATCH", "/troubleTicket/v4/troubleTicket/{id}"),
}


def scopes_of(method: str, path: str) -> list[str]:
    """Those of the operator's of which each is enough."""
    unsigned = ["operator.unsigned"] if (method, path) in UNSIGNED else []
    return [scope_of(method, path), *unsigned]


def scope_of(method: str, path: str) -> str:
    """The operator's scope for the operation."""
    if "/hub" in path:
        return "operator.events"
    return "operator.read" if method == "GET" else WRITING[path.split("/")[1]]


ASKED = [(method, path) for path, methods in specified().items() for method in methods]
OPERATORS = [
    (method, path)
    for method, path in ASKED
    if method != "GET" and (method, path) not in CUSTOMERS_OWN
]
#: Where customers name something by its id, and it is held.
ONE_HELD = [("GET", f"/{resource.path}/{{id}}") for resource in RESOURCES] + [
    ("PATCH", "/troubleTicket/v4/troubleTicket/{id}")
]
OTHER = [
    (method, path)
    for method, path in ASKED
    if "{id}" in path and method == "GET" and (method, path) not in ONE_HELD
]


def asked(
    address: str, token: str | None, method: str, path: str, id_: str = "NOBODY"
) -> httpx.Response:
    headers = {} if token is None else {"Authorization": f"Bearer {token}"}
    url = f"{address}/tmf-api{path.replace('{id}', id_)}"
    body: dict[str, str] | None = {} if method in ("POST", "PATCH") else None
    return httpx.request(method, url, json=body, headers=headers, trust_env=False)


@pytest.mark.parametrize(("method", "path"), ASKED)
def test_without_a_token_nothing_is_done(billing_address: str, method: str, path: str):
    check(asked(billing_address, None, method, path), 401, "notSignedIn")


@pytest.mark.parametrize(("method", "path"), OPERATORS)
def test_what_is_the_operator_s_is_no_customer_s(billing_address: str, method: str, path: str):
    answer = asked(billing_address, "es", method, path)

    check(answer, 403, "outOfScope")
    assert f'scope="{scope_of(method, path)}"' in answer.headers["WWW-Authenticate"]


@pytest.mark.parametrize(("method", "path"), ASKED)
def test_every_other_scope_of_the_operator_s_is_not_enough(
    billing_address: str, method: str, path: str
):
    others = [scope for scope in OPERATOR_SCOPES if scope not in scopes_of(method, path)]

    answer = asked(billing_address, system_token(*others), method, path)

    check(answer, 403, "outOfScope")
    assert scope_of(method, path) in answer.json()["message"]


@pytest.mark.parametrize(("method", "path"), ONE_HELD)
def test_what_is_another_customer_s_is_not_there(
    billing_address: str, oliver: Api, method: str, path: str
):
    bill = {"customerBill": {"id": oliver.bills()[0]["id"]}}
    assert oliver.http.post(BILL_ON_DEMAND, json=bill).status_code in (200, 201)
    (his, *_) = oliver.all("/tmf-api" + path.removesuffix("/{id}"))

    check(asked(billing_address, "es", method, path, his["id"]), 404, "notFound")


@pytest.mark.parametrize(("method", "path"), OTHER)
def test_of_what_is_not_held_no_id_is_there(billing_address: str, method: str, path: str):
    check(asked(billing_address, "es", method, path, "C-1004"), 501, "notImplemented")


@pytest.mark.parametrize(("method", "path"), ASKED)
def test_the_one_scope_is_enough(billing_address: str, method: str, path: str):
    answer = asked(billing_address, system_token(scope_of(method, path)), method, path)

    assert answer.status_code not in (401, 403), answer.text


def test_a_reader_reads_every_customer_and_filters(system: Api, ana: Api, oliver: Api):
    both = {ana.customer_id, oliver.customer_id}
    accounts = {account["relatedParty"][0]["id"] for account in system.all(ACCOUNT)}
    assert both < accounts

    hers = system.all(USAGE, relatedParty__id=ana.customer_id)

    assert hers == ana.all(USAGE)
    assert system.http.get(hers[0]["href"]).json() == hers[0]


def test_the_description_says_which_scope_each_operation_takes(billing_address: str):
    described = httpx.get(f"{billing_address}/tmf-api/openapi.json", trust_env=False).json()

    schemes = described["components"]["securitySchemes"]
    assert schemes["customer"]["scheme"] == "bearer"
    flow = schemes["system"]["flows"]["clientCredentials"]
    assert flow["tokenUrl"] == "/oauth/token"
    assert set(flow["scopes"]) == set(OPERATOR_SCOPES)
    for method, path in ASKED:
        security = described["paths"][path][method.lower()]["security"]
        expected: list[dict[str, list[str]]] = [{"system": scopes_of(method, path)}]
        if method == "GET" or (method, path) in CUSTOMERS_OWN:
            expected.append({"customer": ["selfcare"]})
        assert sorted(map(str, security)) == sorted(map(str, expected)), path
