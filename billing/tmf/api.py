"""The application below /tmf-api: it answers every error in TM Forum's way."""

from fastapi import FastAPI

from billing.access import TokenReader
from billing.database import Database
from billing.settings import Settings
from billing.tmf import tickets
from billing.tmf.accounts import BILLING_ACCOUNT
from billing.tmf.bills import APPLIED_RATE, CUSTOMER_BILL
from billing.tmf.customers import CUSTOMER, INDIVIDUAL
from billing.tmf.errors import answer_errors
from billing.tmf.guard import Guard
from billing.tmf.products import PRODUCT
from billing.tmf.resource import reading_router
from billing.tmf.unheld import unheld_router
from billing.tmf.usage import USAGE

RESOURCES = (
    USAGE,
    PRODUCT,
    BILLING_ACCOUNT,
    CUSTOMER_BILL,
    APPLIED_RATE,
    CUSTOMER,
    INDIVIDUAL,
)


def create_api(settings: Settings, database: Database, customer_id_of: TokenReader) -> FastAPI:
    """TMF 621, 629, 632, 635, 637, 666 and 678 for the customer of the Bearer token."""
    api = FastAPI(title="TM Forum Open APIs", docs_url=None, redoc_url=None, redirect_slashes=False)
    api.state.settings = settings
    api.state.database = database
    api.state.customer_id_of = customer_id_of
    api.add_middleware(Guard, largest_body=settings.largest_body)
    answer_errors(api)
    for resource in RESOURCES:
        api.include_router(reading_router(resource))
    api.include_router(tickets.router)
    api.include_router(unheld_router())
    return api
