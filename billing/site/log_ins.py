"""Who is logged in on the operator's page: the cookie of a log-in, which ends with the browser.

Its times are true time, as of everything that the page signs: `ACLARO_NOW` does not move them.
"""

from dataclasses import dataclass
from datetime import datetime

from fastapi import Request, Response

from billing import clock
from billing.database import Database
from billing.models import Customer
from billing.settings import Settings
from billing.signin import log_ins
from billing.signin.codes import digest


@dataclass(frozen=True)
class LogIn:
    """A customer who is logged in on the page, since when; `id` names the log-in, and nobody gets
    in by it.
    """

    id: str
    customer: Customer
    since: datetime


def log_in_of(request: Request) -> LogIn | None:
    """The log-in of the browser that asks, unless there is none or it is over."""
    secret = _secret(request)
    if not secret:
        return None
    with _database(request).read() as session:
        found = log_ins.standing(session, digest(secret), clock.true_time())
    return None if found is None else LogIn(found.digest, found.customer, found.begun_at)


def begin(request: Request, response: Response, customer: Customer) -> None:
    """Let the browser hold a log-in until it is closed; one that it had before is over."""
    with _database(request).write() as session:
        log_ins.end(session, _secret(request))
        secret = log_ins.begin(session, customer, clock.true_time())
    response.set_cookie(
        _name(request),
        secret,
        path="/",
        secure=_is_secure(request),
        httponly=True,
        samesite="lax",
    )


def end(request: Request, response: Response) -> None:
    """End the log-in, here and for whoever else has its cookie."""
    with _database(request).write() as session:
        log_ins.end(session, _secret(request))
    response.delete_cookie(
        _name(request), path="/", secure=_is_secure(request), httponly=True, samesite="lax"
    )


def _secret(request: Request) -> str:
    return request.cookies.get(_name(request), "")


def _name(request: Request) -> str:
    # `__Host-` keeps other subdomains from planting a cookie of theirs; browsers want TLS for it.
    return "__Host-account" if _is_secure(request) else "account"


def _is_secure(request: Request) -> bool:
    settings: Settings = request.app.state.settings
    return settings.public_url.startswith("https:")


def _database(request: Request) -> Database:
    database: Database = request.app.state.database
    return database
