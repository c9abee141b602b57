"""The pages on which a customer signs a device in: `/device` and where it leads."""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from billing import clock
from billing.database import Database
from billing.signin import attempts, browser, devices
from billing.signin.codes import tidy_user_code
from billing.signin.credentials import WrongCredentialsError, customer_with
from billing.signin.tables import PENDING, REFUSED, DeviceSignIn
from billing.site.forms import Form, FormError, form_of
from billing.site.pages import pages_of

router = APIRouter()


async def posted_form(request: Request) -> Form:
    """The posted form; an empty one in place of what is not a form."""
    try:
        return await form_of(request)
    except FormError:
        return {}


PostedForm = Annotated[Form, Depends(posted_form)]


@dataclass(frozen=True)
class Asked:
    """A sign-in that waits for its customer."""

    sign_in: DeviceSignIn
    user_code: str


@router.get("/device")
def device(request: Request, user_code: str = "") -> Response:
    """Ask for the code; with a code that waits, for user name and password."""
    if not user_code.strip():
        return _code_page(request)
    asked = _asked(request, user_code)
    return _sign_in_page(request, asked) if isinstance(asked, Asked) else asked


@router.post("/device")
def sign_in(request: Request, form: PostedForm) -> Response:
    """Sign the device in, or refuse to."""
    if not browser.is_own_page(request):
        return _code_page(request, "signin_stale", 403)
    asked = _asked(request, form.get("user_code", ""))
    if not isinstance(asked, Asked):
        return asked
    if not browser.holds_token(request, form):
        return _sign_in_page(request, asked, form, "signin_stale", 403)
    if form.get("answer") == "refuse":
        return _refused(request, asked)
    return _signed_in(request, asked, form)


@router.get("/device/done")
def done(request: Request) -> Response:
    """The customer can go back to the chat."""
    pages = pages_of(request)
    return pages.page(request, "done.html", pages.language(request))


@router.get("/device/refused")
def refused(request: Request) -> Response:
    """The customer did not ask for it."""
    return _told(request, "refused", 200)


def _asked(request: Request, typed: str) -> Asked | Response:
    """The sign-in of a typed code, or the page that says why there is none."""
    database: Database = request.app.state.database
    user_code = tidy_user_code(typed)
    if user_code is None:
        return _code_page(request, "code_malformed", 422, typed)
    try:
        tried = attempts.count(database, attempts.code_entry(address_of(request)))
    except attempts.Paused as pause:
        return _code_page(request, "code_paused", 429, typed, pause.remaining)
    with database.read() as session:
        found = devices.by_user_code(session, user_code)
    if found is None:
        return _code_page(request, "code_unknown", 404, typed)
    attempts.forgive(database, tried)
    if found.state == REFUSED:
        return _told(request, "code_refused", 410, found.language)
    if found.state != PENDING:
        return _told(request, "code_used", 410, found.language)
    if found.expires_at <= clock.now():
        return _told(request, "code_expired", 410, found.language)
    return Asked(found, user_code)


def _refused(request: Request, asked: Asked) -> Response:
    database: Database = request.app.state.database
    with database.write() as session:
        if not devices.refuse(session, asked.sign_in):
            return _told(request, "code_used", 410, asked.sign_in.language)
    return _moved(request, "/device/refused", asked)


def _signed_in(request: Request, asked: Asked, form: Form) -> Response:
    database: Database = request.app.state.database
    name, password = form.get("user_name", "").strip(), form.get("password", "")
    if not name or not password:
        return _sign_in_page(request, asked, form, "signin_missing", 422)
    try:
        customer = customer_with(database, name, password, address_of(request))
    except attempts.Paused as pause:
        return _sign_in_page(request, asked, form, "signin_paused", 429, pause.remaining)
    except WrongCredentialsError:
        return _sign_in_page(request, asked, form, "signin_wrong", 422)
    with database.write() as session:
        if not devices.approve(session, asked.sign_in, customer, clock.now()):
            return _told(request, "code_used", 410, asked.sign_in.language)
    return _moved(request, "/device/done", asked)


def _code_page(
    request: Request,
    problem: str | None = None,
    status: int = 200,
    typed: str = "",
    pause: timedelta | None = None,
) -> Response:
    pages = pages_of(request)
    return pages.page(
        request,
        "code.html",
        pages.language(request),
        status,
        headers=_retry_after(pause),
        problem=problem,
        minutes=_minutes(pause),
        typed=typed[:40],
    )


def _sign_in_page(
    request: Request,
    asked: Asked,
    form: Form | None = None,
    problem: str | None = None,
    status: int = 200,
    pause: timedelta | None = None,
) -> Response:
    pages = pages_of(request)
    token = browser.form_token(request)
    response = pages.page(
        request,
        "signin.html",
        pages.language(request, asked.sign_in.language),
        status,
        headers=_retry_after(pause),
        carried={"user_code": asked.user_code},
        problem=problem,
        minutes=_minutes(pause),
        user_code=asked.user_code,
        user_name=(form or {}).get("user_name", "")[:100],
        token=token,
    )
    browser.remember(request, response, token)
    return response


def _told(request: Request, what: str, status: int, asked_language: str | None = None) -> Response:
    """A page that only tells something: the texts `<what>_title` and `<what>`."""
    pages = pages_of(request)
    return pages.page(
        request, "told.html", pages.language(request, asked_language), status, what=what
    )


def _moved(request: Request, path: str, asked: Asked) -> Response:
    language = pages_of(request).language(request, asked.sign_in.language)
    return RedirectResponse(f"{path}?lang={language}", 303, {"Cache-Control": "no-store"})


def address_of(request: Request) -> str:
    """Where the visitor is, as our own server saw it."""
    return request.client.host if request.client else ""


def _minutes(pause: timedelta | None) -> int:
    return ceil(pause.total_seconds() / 60) if pause else 0


def _retry_after(pause: timedelta | None) -> dict[str, Any]:
    return {"Retry-After": str(ceil(pause.total_seconds()))} if pause else {}
