"""The customer's own page: logging in on the operator's site, logging out, and what the chat hears
of it.
"""

from datetime import timedelta
from math import ceil

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from billing.database import Database
from billing.signin import attempts, browser
from billing.signin.credentials import WrongCredentialsError, customer_with
from billing.signin.pages import PostedForm, address_of
from billing.signin.visitors import VisitorTokens
from billing.site import log_ins
from billing.site.forms import Form
from billing.site.log_ins import LogIn, log_in_of
from billing.site.pages import pages_of

PATH = "/account"

router = APIRouter()


@router.get(PATH)
def account(request: Request) -> Response:
    """Who is logged in, or the form to do so."""
    log_in = log_in_of(request)
    return _log_in_page(request) if log_in is None else _own_page(request, log_in)


@router.post(f"{PATH}/log-in")
def log_in(request: Request, form: PostedForm) -> Response:
    """Log the customer in on this browser."""
    if not browser.is_own_page(request) or not browser.holds_token(request, form):
        return _log_in_page(request, form, "signin_stale", 403)
    name, password = form.get("user_name", "").strip(), form.get("password", "")
    if not name or not password:
        return _log_in_page(request, form, "signin_missing", 422)
    database: Database = request.app.state.database
    try:
        customer = customer_with(database, name, password, address_of(request))
    except attempts.Paused as pause:
        return _log_in_page(request, form, "signin_paused", 429, pause.remaining)
    except WrongCredentialsError:
        return _log_in_page(request, form, "signin_wrong", 422)
    response = _to_the_page(request)
    log_ins.begin(request, response, customer)
    return response


@router.post(f"{PATH}/log-out")
def log_out(request: Request, form: PostedForm) -> Response:
    """Log out on this browser, and whoever has its cookie."""
    log_in = log_in_of(request)
    if log_in and not (browser.is_own_page(request) and browser.holds_token(request, form)):
        return _own_page(request, log_in, "signin_stale", 403)
    response = _to_the_page(request)
    log_ins.end(request, response)
    return response


@router.get(f"{PATH}/visitor")
def visitor(request: Request) -> Response:
    """A fresh token for the chat: who visits the page; null if nobody is logged in."""
    log_in = log_in_of(request) if browser.is_own_page(request) else None
    tokens: VisitorTokens = request.app.state.visitors
    token = None if log_in is None else tokens.issue(log_in)
    return JSONResponse({"token": token}, headers={"Cache-Control": "no-store"})


def _own_page(
    request: Request, log_in: LogIn, problem: str | None = None, status: int = 200
) -> Response:
    pages = pages_of(request)
    token = browser.form_token(request)
    response = pages.page(
        request,
        "account.html",
        pages.language(request),
        status,
        problem=problem,
        minutes=0,
        name=log_in.customer.name,
        token=token,
    )
    browser.remember(request, response, token)
    return response


def _log_in_page(
    request: Request,
    form: Form | None = None,
    problem: str | None = None,
    status: int = 200,
    pause: timedelta | None = None,
) -> Response:
    pages = pages_of(request)
    token = browser.form_token(request)
    seconds = pause.total_seconds() if pause else 0
    response = pages.page(
        request,
        "log_in.html",
        pages.language(request),
        status,
        headers={"Retry-After": str(ceil(seconds))} if pause else {},
        problem=problem,
        minutes=ceil(seconds / 60),
        user_name=(form or {}).get("user_name", "")[:100],
        token=token,
    )
    browser.remember(request, response, token)
    return response


def _to_the_page(request: Request) -> RedirectResponse:
    language = pages_of(request).language(request)
    return RedirectResponse(f"{PATH}?lang={language}", 303, {"Cache-Control": "no-store"})
