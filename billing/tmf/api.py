"""The application below /tmf-api: it answers every error in TM Forum's way."""

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from fastapi_offline import FastAPIOffline

from billing.access import TokenReader
from billing.database import Database
from billing.documents.contents import Printer
from billing.settings import Settings
from billing.site.operator import read_operator
from billing.tmf import (
    account_writing,
    attached,
    bill_writing,
    bills_on_demand,
    customer_writing,
    hub,
    individual_writing,
    product_writing,
    ticket_writing,
    usage_writing,
)
from billing.tmf.accounts import BILLING_ACCOUNT
from billing.tmf.bills import CUSTOMER_BILL
from billing.tmf.bills_on_demand import BILL_ON_DEMAND
from billing.tmf.customers import CUSTOMER, INDIVIDUAL
from billing.tmf.described_page import described_page
from billing.tmf.errors import answer_errors
from billing.tmf.guard import Guard
from billing.tmf.products import PRODUCT
from billing.tmf.rates import APPLIED_RATE
from billing.tmf.resource import reading_router
from billing.tmf.tickets import TROUBLE_TICKET
from billing.tmf.unheld import NOT_HELD, unheld_router
from billing.tmf.usage import USAGE

VERSION = "4.0.0"
ABOUT = (
    "TMF 621, 629, 632, 635, 637, 666 and 678: customers see what is their own, file reports and "
    "answer on them, and read their bills' documents; the operator's systems do what their scopes "
    "say. What the specifications have beyond that is answered with 501, what they do not have "
    "with 405, each with TM Forum's error body."
)
RESOURCES = (
    TROUBLE_TICKET,
    USAGE,
    PRODUCT,
    BILLING_ACCOUNT,
    CUSTOMER_BILL,
    BILL_ON_DEMAND,
    APPLIED_RATE,
    CUSTOMER,
    INDIVIDUAL,
)
#: What is done beside reading resources.
ROOMS = (
    ticket_writing,
    attached,
    usage_writing,
    product_writing,
    account_writing,
    bill_writing,
    bills_on_demand,
    customer_writing,
    individual_writing,
    hub,
)


def create_api(settings: Settings, database: Database, read_token: TokenReader) -> FastAPI:
    """TMF 621, 629, 632, 635, 637, 666 and 678, for customers and the operator's own systems."""
    names = [resource.name for resource in RESOURCES]
    api = FastAPIOffline(
        title="Aclaro billing: TM Forum Open APIs v4",
        description=ABOUT,
        version=VERSION,
        openapi_tags=[{"name": name} for name in (*names, "hub", NOT_HELD)],
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    api.state.settings = settings
    api.state.database = database
    api.state.read_token = read_token
    api.state.printer = Printer(settings, read_operator())
    api.add_middleware(
        Guard,
        largest_body=settings.largest_body,
        largest_with_attachments=settings.largest_body_with_attachments,
    )
    api.add_api_route("/docs", described_page, include_in_schema=False)
    answer_errors(api)
    routers = [*map(reading_router, RESOURCES), *(room.router for room in ROOMS)]
    for router in [*routers, unheld_router(_operations(routers))]:
        api.include_router(router)
    return api


def _operations(routers: list[APIRouter]) -> set[tuple[str, str]]:
    routes = (it for router in routers for it in router.routes if isinstance(it, APIRoute))
    return {(method, route.path) for route in routes for method in route.methods or ()}
