"""Signing in at the desk: user name and password, then the code; and signing out."""

from datetime import timedelta
from math import ceil

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from billing import clock
from billing.audit import note_down
from billing.database import Database
from billing.handoff import presence
from billing.settings import Settings
from billing.signin import attempts, browser
from billing.signin.pages import PostedForm
from billing.signin.passwords import is_password
from billing.site.languages import best_of
from billing.site.pages import pages_of
from billing.staff import sessions
from billing.staff.access import Posted, cookie_of, hand_over, take_back
from billing.staff.officers import found
from billing.staff.second_factor import step_of
from billing.staff.tables import StaffMember, StaffSession
from billing.staff.vault import vault

SIGN_IN, CODE, DESK = "/staff/sign-in", "/staff/code", "/staff"
NOBODY = "nobody"  # as the audit trail calls whoever gave a name that no officer has

router = APIRouter(prefix="/staff", include_in_schema=False)


@router.get("/sign-in")
def ask_password(request: Request) -> Response:
    """Ask for user name and password."""
    return _page(request, "sign_in.html")


@router.post("/sign-in")
def take_password(request: Request, form: PostedForm) -> Response:
    """Go on to the code, or refuse to; who is no officer is told the same as who is one."""
    name, password = form.get("user_name", "").strip().lower(), form.get("password", "")
    if not _is_ours(request, form):
        return _page(request, "sign_in.html", "signin_stale", 403, typed=name)
    if not name or not password:
        return _page(request, "sign_in.html", "signin_missing", 422, typed=name)
    database: Database = request.app.state.database
    subject = attempts.officer(name)
    try:
        tried = attempts.count(database, subject, attempts.address(_address(request)))
    except attempts.Paused as pause:
        return _page(request, "sign_in.html", "signin_paused", 429, pause.remaining, name)
    member = _active(database, name)
    if not is_password(password, member.password_hash if member else None) or member is None:
        _note_failure(database, member, "password")
        return _page(request, "sign_in.html", "signin_wrong", 422, typed=name)
    attempts.forgive(database, tried, subject)
    with database.write() as session:
        secret = sessions.begin(session, name, clock.now(), confirmed=False)
    return _moved(request, _in_language(request, CODE), secret)


@router.get("/code")
def ask_code(request: Request) -> Response:
    """Ask for the code of an officer whose password was right."""
    return _page(request, "code.html") if _waiting(request) else _back(request)


@router.post("/code")
def take_code(request: Request, form: PostedForm) -> Response:
    """Sign the officer in, or refuse to."""
    waiting = _waiting(request)
    if waiting is None:
        return _back(request)
    if not _is_ours(request, form):
        return _page(request, "code.html", "signin_stale", 403)
    database: Database = request.app.state.database
    subject = attempts.second_factor(waiting.user_name)
    try:
        tried = attempts.count(database, subject, attempts.address(_address(request)))
    except attempts.Paused as pause:
        return _page(request, "code.html", "signin_paused", 429, pause.remaining)
    secret, failed = _confirmed(request, waiting, form.get("code", ""))
    if secret is None:
        _note_failure(database, waiting.member, "code")
        return _page(request, "code.html", "staff_code_wrong", 422)
    attempts.forgive(database, tried, subject)
    return _moved(request, f"{DESK}?failed={failed}" if failed else DESK, secret)


@router.post("/sign-out")
def sign_out(request: Request, came: Posted) -> Response:
    """End the log-in, here and for whoever else has its cookie."""
    who, _ = came
    database: Database = request.app.state.database
    with database.write() as session:
        sessions.end(session, who.secret)
        presence.leave(session, who.officer.name, clock.now())
        note_down(session, who.officer.name, "logOut", None, {}, clock.now())
    response = _back(request, who.member.language)
    take_back(response, request.app.state.settings)
    return response


def _confirmed(request: Request, waiting: StaffSession, typed: str) -> tuple[str | None, int]:
    """The secret of the confirmed log-in, if the code is right, and how many tries had failed.

    The code is judged and used up under a lock, under which the password has not been changed, and
    the log-in gets a new secret.
    """
    database: Database = request.app.state.database
    settings: Settings = request.app.state.settings
    with database.write() as session:
        member = found(session, waiting.user_name)
        if sessions.standing(session, cookie_of(request.cookies, settings), clock.now()) is None:
            return None, 0
        totp_secret = vault(settings).open(member.totp_secret)
        step = step_of(typed, totp_secret, member.totp_step, clock.true_time())
        if step is None:
            return None, 0
        failed, member.totp_step, member.failed_attempts = member.failed_attempts, step, 0
        return _begin_anew(session, request, member), failed


def _begin_anew(session: Session, request: Request, member: StaffMember) -> str:
    now = clock.now()
    sessions.end(session, cookie_of(request.cookies, request.app.state.settings))
    note_down(session, member.user_name, "logIn", None, {"role": member.role}, now)
    return sessions.begin(session, member.user_name, now, confirmed=True)


def _waiting(request: Request) -> StaffSession | None:
    """The log-in of an officer whose password was right and whose code is to come."""
    database: Database = request.app.state.database
    secret = cookie_of(request.cookies, request.app.state.settings)
    with database.read() as session:
        log_in = sessions.standing(session, secret, clock.now())
    return None if log_in is None or log_in.confirmed else log_in


def _active(database: Database, user_name: str) -> StaffMember | None:
    if "\x00" in user_name:  # PostgreSQL has no such text
        return None
    with database.read() as session:
        member = session.get(StaffMember, user_name)
    return member if member is not None and member.active else None


def _note_failure(database: Database, member: StaffMember | None, factor: str) -> None:
    with database.write() as session:
        if member is not None:
            found(session, member.user_name).failed_attempts += 1
        actor = NOBODY if member is None else member.user_name
        note_down(session, actor, "logInFailed", None, {"factor": factor}, clock.now())


def _page(
    request: Request,
    template: str,
    problem: str | None = None,
    status: int = 200,
    pause: timedelta | None = None,
    typed: str = "",
) -> Response:
    pages, token = pages_of(request), browser.form_token(request)
    seconds = pause.total_seconds() if pause else 0
    response = pages.page(
        request,
        f"staff/{template}",
        pages.language(request),
        status,
        headers={"Retry-After": str(ceil(seconds))} if pause else {},
        problem=problem,
        minutes=ceil(seconds / 60),
        user_name=typed[:100],
        token=token,
    )
    browser.remember(request, response, token)
    return response


def _moved(request: Request, path: str, secret: str) -> Response:
    response = RedirectResponse(path, 303, {"Cache-Control": "no-store"})
    hand_over(response, request.app.state.settings, secret)
    return response


def _back(request: Request, officers: str | None = None) -> Response:
    address = _in_language(request, SIGN_IN, officers)
    return RedirectResponse(address, 303, {"Cache-Control": "no-store"})


def _in_language(request: Request, path: str, officers: str | None = None) -> str:
    """The next page in the language that was chosen on this one, or else in the officer's."""
    language = best_of([request.query_params.get("lang", "")]) or officers
    return f"{path}?lang={language}" if language else path


def _is_ours(request: Request, form: dict[str, str]) -> bool:
    return browser.is_own_page(request) and browser.holds_token(request, form)


def _address(request: Request) -> str:
    return request.client.host if request.client else ""
