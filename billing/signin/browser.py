"""Posts come from our own page: a token in cookie and form, and the browser's own word for it."""

import secrets
from urllib.parse import urlsplit

from fastapi import Request, Response
from fastapi.requests import HTTPConnection

from billing.settings import Settings
from billing.site.forms import Form

FIELD = "csrf"
LIFETIME = 3600  # seconds


def form_token(request: Request) -> str:
    """The token for the hidden field: the one that the browser has, or a new one."""
    return request.cookies.get(_cookie(request)) or secrets.token_urlsafe(24)


def remember(request: Request, response: Response, token: str) -> None:
    """Let the browser hold the token that is in the form."""
    response.set_cookie(
        _cookie(request),
        token,
        max_age=LIFETIME,
        path="/",
        secure=_is_secure(request),
        httponly=True,
        samesite="strict",
    )


def is_own_page(request: HTTPConnection) -> bool:
    """Whether the browser says that one of our pages posted this (old browsers say nothing)."""
    site = request.headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


def holds_token(request: Request, form: Form) -> bool:
    """Whether the form carries the token of this browser's cookie."""
    held = request.cookies.get(_cookie(request), "")
    return bool(held) and secrets.compare_digest(held.encode(), form.get(FIELD, "").encode())


def _cookie(request: Request) -> str:
    # `__Host-` keeps other subdomains from planting a cookie of theirs; browsers want TLS for it.
    return "__Host-signin" if _is_secure(request) else "signin"


def _is_secure(request: Request) -> bool:
    settings: Settings = request.app.state.settings
    return settings.public_url.startswith("https:")
