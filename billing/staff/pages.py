"""Pages for an officer who is signed in."""

from functools import partial
from typing import Any

from fastapi import Request, Response
from fastapi.requests import HTTPConnection
from fastapi.responses import RedirectResponse

from billing.database import Database
from billing.handoff.conversations import waiting
from billing.site.pages import pages_of
from billing.staff.access import SignedIn, SignInNeeded, TurnedAway
from billing.staff.entry import SIGN_IN
from billing.staff.said import Say, coded


def page(
    request: Request, who: SignedIn, template: str, status: int = 200, **values: Any
) -> Response:
    """A page of the desk in the officer's language; `talks` is how many customers wait for an
    officer, None where no assistant hands any over.
    """
    language = who.member.language
    return pages_of(request).page(
        request,
        f"staff/{template}",
        language,
        status,
        who=who,
        talks=_waiting(request),
        coded=partial(coded, speaker(request, language)),
        **values,
    )


def _waiting(request: Request) -> int | None:
    if not request.app.state.settings.handoff_secret:
        return None
    database: Database = request.app.state.database
    with database.read() as session:
        return waiting(session)


def speaker(request: HTTPConnection, language: str) -> Say:
    """Says the pages' texts in a language."""
    return partial(pages_of(request).say, language)


async def ask_to_sign_in(request: Request, error: Exception) -> Response:
    """To the sign-in; what was typed when the log-in was over is shown, not lost."""
    assert isinstance(error, SignInNeeded)
    if request.method == "GET":
        return RedirectResponse(SIGN_IN, 303, {"Cache-Control": "no-store"})
    pages = pages_of(request)
    words = error.typed.get("words", "")
    return pages.page(request, "staff/over.html", pages.language(request), 401, words=words)


async def turn_away(request: Request, error: Exception) -> Response:
    """Say why not."""
    assert isinstance(error, TurnedAway)
    pages = pages_of(request)
    language = error.language or pages.language(request)
    return pages.page(request, "staff/turned_away.html", language, error.status, what=error.what)
