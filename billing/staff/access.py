"""Who is signed in at the desk, and whether a form is theirs."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request, Response

from billing import clock
from billing.credit_rules import credit_rules
from billing.database import Database
from billing.decisions import Officer
from billing.handoff import presence
from billing.handoff.lines import Speaker
from billing.settings import Settings
from billing.signin import browser
from billing.signin.codes import digest
from billing.signin.pages import PostedForm
from billing.site.forms import Form
from billing.staff import sessions
from billing.staff.tables import StaffMember


class SignInNeeded(Exception):
    """Nobody is signed in, or the log-in is over; `typed` is the form that came with it."""

    def __init__(self, typed: Form | None = None) -> None:
        super().__init__()
        self.typed = typed or {}


class TurnedAway(Exception):
    """The request is refused: `status`, and the texts `<what>_title` and `<what>` say why, in
    `language` or else in the browser's.
    """

    def __init__(self, status: int, what: str, language: str | None = None) -> None:
        super().__init__(what)
        self.status, self.what, self.language = status, what, language


@dataclass(frozen=True)
class SignedIn:
    """An officer who is signed in; `secret` is the cookie's."""

    member: StaffMember
    secret: str

    @property
    def officer(self) -> Officer:
        """As decisions know officers."""
        return Officer(self.member.user_name, self.member.role)

    @property
    def speaker(self) -> Speaker:
        """As customers know officers."""
        return Speaker(self.member.user_name, self.member.name, self.member.role)

    @property
    def acts(self) -> bool:
        """Whether the role does anything besides reading."""
        return self.member.role in credit_rules().limits

    @property
    def audits(self) -> bool:
        """Whether the role reads the audit trail."""
        return self.member.role in credit_rules().auditors

    @property
    def form_token(self) -> str:
        """What every form of this log-in carries; the secret cannot be told from it."""
        return digest(f"form {self.secret}")


def signed_in(request: Request) -> SignedIn:
    """The officer of this request's cookie. Raises SignInNeeded."""
    secret = cookie_of(request.cookies, request.app.state.settings)
    found = officer_of(request.app.state.database, secret)
    if found is None:
        raise SignInNeeded
    return found


def officer_of(database: Database, secret: str) -> SignedIn | None:
    """The officer whose confirmed log-in this secret is; being seen keeps it from going idle."""
    now = clock.now()
    with database.read() as session:
        log_in = sessions.standing(session, secret, now)
    if log_in is None or not log_in.confirmed:
        return None
    if now - log_in.seen_at >= sessions.NOTED_EVERY:
        with database.write() as session:
            sessions.see(session, secret, now)
            presence.see(session, log_in.user_name, now)
    return SignedIn(log_in.member, secret)


def posted(request: Request, form: PostedForm) -> tuple[SignedIn, Form]:
    """The officer and the form that they posted. Raises SignInNeeded with what was typed, and
    TurnedAway for a form of another page or another log-in.
    """
    try:
        who = signed_in(request)
    except SignInNeeded:
        raise SignInNeeded(form) from None
    token = form.get(browser.FIELD, "").encode()
    if not browser.is_own_page(request) or not secrets.compare_digest(
        token, who.form_token.encode()
    ):
        raise TurnedAway(403, "staff_stale", who.member.language)
    return who, form


def acting(came: Annotated[tuple[SignedIn, Form], Depends(posted)]) -> tuple[SignedIn, Form]:
    """As `posted`, of a role that does more than read. Raises TurnedAway."""
    who, _ = came
    if not who.acts:
        raise TurnedAway(403, "staff_reads_only", who.member.language)
    return came


Who = Annotated[SignedIn, Depends(signed_in)]
Posted = Annotated[tuple[SignedIn, Form], Depends(posted)]
Acting = Annotated[tuple[SignedIn, Form], Depends(acting)]


def cookie_of(cookies: Mapping[str, str], settings: Settings) -> str:
    """The log-in's secret; empty where there is none."""
    return cookies.get(_name(settings), "")


def hand_over(response: Response, settings: Settings, secret: str) -> None:
    """Let the browser keep the log-in's secret until it is closed."""
    response.set_cookie(
        _name(settings),
        secret,
        path="/",
        secure=_is_secure(settings),
        httponly=True,
        samesite="lax",
    )


def take_back(response: Response, settings: Settings) -> None:
    """Have the browser forget the log-in's secret."""
    response.delete_cookie(
        _name(settings), path="/", secure=_is_secure(settings), httponly=True, samesite="lax"
    )


def _name(settings: Settings) -> str:
    # `__Host-` keeps other subdomains from planting a cookie of theirs; browsers want TLS for it.
    return "__Host-staff" if _is_secure(settings) else "staff"


def _is_secure(settings: Settings) -> bool:
    return settings.public_url.startswith("https:")
