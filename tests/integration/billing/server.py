"""The billing site on a real port, and a customer who talks to it."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import uvicorn
from sqlalchemy.orm import Session
from starlette.types import ASGIApp

from billing.access import SELFCARE, Caller, TokenReader
from billing.app import create_app
from billing.settings import Settings

JSON = dict[str, Any]

USAGE = "/tmf-api/usageManagement/v4/usage"
PRODUCT = "/tmf-api/productInventory/v4/product"
ACCOUNT = "/tmf-api/accountManagement/v4/billingAccount"
BILL = "/tmf-api/customerBillManagement/v4/customerBill"
CREDIT = "/tmf-api/customerBillManagement/v4/appliedCustomerBillingRate"
BILL_ON_DEMAND = "/tmf-api/customerBillManagement/v4/customerBillOnDemand"
CUSTOMER = "/tmf-api/customerManagement/v4/customer"
INDIVIDUAL = "/tmf-api/party/v4/individual"
TICKET = "/tmf-api/troubleTicket/v4/troubleTicket"

CUSTOMERS = {"es": "C-1001", "fr": "C-1002", "pl": "C-1003", "en": "C-1004"}
START_SECONDS = 20


class TokensOfTests(TokenReader):
    """A customer's token is the code of their language; one of a system of the operator's names it
    and its scopes: "crm:operator.read,operator.tickets".
    """

    def __call__(self, session: Session, access_token: str) -> Caller | None:
        if access_token in CUSTOMERS:
            return Caller(CUSTOMERS[access_token], frozenset({SELFCARE}), "aclaro")
        client_id, _, scopes = access_token.partition(":")
        return Caller(None, frozenset(scopes.split(",")), client_id) if scopes else None


@contextmanager
def serving(settings: Settings) -> Iterator[str]:
    """The site's address while it runs, with the tokens of tests."""
    with running(create_app(settings, TokensOfTests())) as address:
        yield address


@contextmanager
def running(app: ASGIApp, **options: Any) -> Iterator[str]:
    """The application's address while it runs on a real port; options are uvicorn's."""
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", **options)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        deadline = time.monotonic() + START_SECONDS
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            assert time.monotonic() < deadline, "the server takes too long to start"
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


def system_token(*scopes: str, client_id: str = "crm") -> str:
    """The token of a system of the operator's, as TokensOfTests reads it."""
    return f"{client_id}:{','.join(scopes)}"


class Api:
    """A customer's view of the API, or one of the operator's systems'."""

    def __init__(self, address: str, token: str) -> None:
        self.customer_id = CUSTOMERS.get(token, "")
        self.http = httpx.Client(
            base_url=address,
            headers={"Authorization": f"Bearer {token}"},
            trust_env=False,
            timeout=30,
        )

    def get(self, path: str, **parameters: str | int) -> httpx.Response:
        """GET with query parameters; `__` in a name stands for `.`."""
        query = {name.replace("__", "."): value for name, value in parameters.items()}
        return self.http.get(path, params=query)

    def all(self, path: str, **parameters: str | int) -> list[JSON]:
        """The whole list."""
        answer = self.get(path, limit=1000, **parameters)
        assert answer.status_code == 200, answer.text
        found: list[JSON] = answer.json()
        return found

    def eligible_calls(self, bill: JSON, how_many: int) -> list[JSON]:
        """Calls of the bill that a credit can be asked for just now."""
        calls = self.all(USAGE, billId=bill["id"], sort="usageDate")
        return [call for call in calls if traits(call)["creditEligible"]][:how_many]

    def bills(self) -> list[JSON]:
        """The customer's bills, the latest first."""
        return self.all(BILL, sort="-billDate")

    def file(self, body: JSON) -> httpx.Response:
        """POST a report."""
        return self.http.post(TICKET, json=body)


def traits(usage: JSON) -> JSON:
    """A usage's characteristics by name."""
    return {item["name"]: item["value"] for item in usage["usageCharacteristic"]}


def price(usage: JSON) -> int:
    """What a call cost, in minor units."""
    return round(usage["ratedProductUsage"][0]["taxIncludedRatingAmount"]["value"] * 100)


def dispute(calls: list[JSON], key: str | None = None, **changes: Any) -> JSON:
    """A dispute about calls."""
    body: JSON = {
        "description": "Llamadas no reconocidas",
        "severity": "Minor",
        "ticketType": "billingDispute",
        "@type": "BillingDispute",
        "disputeReason": "unrecognised_call",
        "relatedEntity": [
            {"id": call["id"], "role": "disputedUsage", "@referredType": "Usage"} for call in calls
        ],
    }
    if key is not None:
        body["externalId"] = key
    return body | changes
