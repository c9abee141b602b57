"""The endpoints of the grants, their metadata (RFC 8414), and who has signed in."""

from collections.abc import Callable
from typing import Annotated, Any

from authlib.oauth2.rfc6749 import ClientCredentialsGrant
from authlib.oauth2.rfc7523.jwt_bearer import JWT_BEARER_GRANT_TYPE
from authlib.oauth2.rfc8628 import DEVICE_CODE_GRANT_TYPE
from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse

from billing.access import OPERATOR_SCOPES, SELFCARE, NotSignedInError, caller_of
from billing.database import Database
from billing.models import Customer
from billing.settings import Settings
from billing.signin.grant import CLIENT_AUTHENTICATION, FormRequest, SignInServer
from billing.signin.visitors import VisitorTokens
from billing.site.forms import Form, FormError, form_of
from billing.site.languages import LANGUAGES

KEYS = "/.well-known/jwks.json"

router = APIRouter()


async def oauth_form(request: Request) -> Form | FormError:
    """The posted form, or what is wrong with it."""
    try:
        return await form_of(request)
    except FormError as error:
        return error


PostedForm = Annotated[Form | FormError, Depends(oauth_form)]


@router.get("/.well-known/oauth-authorization-server")
def metadata(request: Request) -> dict[str, Any]:
    """Where everything is."""
    settings: Settings = request.app.state.settings
    site = settings.public_url.rstrip("/")
    return {
        "issuer": site,
        "device_authorization_endpoint": f"{site}/oauth/device_authorization",
        "token_endpoint": f"{site}/oauth/token",
        "revocation_endpoint": f"{site}/oauth/revoke",
        "userinfo_endpoint": f"{site}/oauth/userinfo",
        "jwks_uri": f"{site}{KEYS}",
        "grant_types_supported": [
            DEVICE_CODE_GRANT_TYPE,
            ClientCredentialsGrant.GRANT_TYPE,
            JWT_BEARER_GRANT_TYPE,
        ],
        "response_types_supported": [],
        "scopes_supported": [SELFCARE, *OPERATOR_SCOPES],
        "token_endpoint_auth_methods_supported": CLIENT_AUTHENTICATION,
        "revocation_endpoint_auth_methods_supported": CLIENT_AUTHENTICATION,
        "ui_locales_supported": list(LANGUAGES),
    }


@router.get(KEYS)
def keys(request: Request) -> dict[str, Any]:
    """The keys that verify visitors' tokens."""
    visitors: VisitorTokens = request.app.state.visitors
    return visitors.public_keys()


@router.post("/oauth/device_authorization")
def device_authorization(request: Request, form: PostedForm) -> Response:
    """Hand out a device code and a user code."""
    return _answer(
        request,
        form,
        lambda server, sent: server.create_endpoint_response("device_authorization", sent),
    )


@router.post("/oauth/token")
def token(request: Request, form: PostedForm) -> Response:
    """Turn an approved device code, the token of a visitor, or the credentials of a system into an
    access token.
    """
    return _answer(request, form, lambda server, sent: server.create_token_response(sent))


@router.post("/oauth/revoke")
def revoke(request: Request, form: PostedForm) -> Response:
    """Revoke an access token."""
    return _answer(
        request, form, lambda server, sent: server.create_endpoint_response("revocation", sent)
    )


@router.get("/oauth/userinfo")
def userinfo(request: Request) -> Response:
    """Who the access token stands for."""
    database: Database = request.app.state.database
    try:
        caller = caller_of(request)
    except NotSignedInError:
        return _refused(401, "invalid_token")
    if SELFCARE not in caller.scopes:
        return _refused(403, "insufficient_scope")
    with database.read() as session:
        customer = session.get_one(Customer, caller.customer_id)
    return JSONResponse(
        {"sub": customer.id, "name": customer.name, "locale": customer.language}, headers=_UNKEPT
    )


_UNKEPT = {"Cache-Control": "no-store"}


def _refused(status: int, error: str) -> JSONResponse:
    challenge = f'Bearer error="{error}"'
    return JSONResponse({"error": error}, status, {"WWW-Authenticate": challenge, **_UNKEPT})


def _answer(
    request: Request,
    form: Form | FormError,
    answer: Callable[[SignInServer, FormRequest], Response],
) -> Response:
    if isinstance(form, FormError):
        return JSONResponse(
            {"error": "invalid_request", "error_description": str(form)}, form.status, _UNKEPT
        )
    settings: Settings = request.app.state.settings
    database: Database = request.app.state.database
    site = settings.public_url.rstrip("/")
    with database.write() as session:
        server = SignInServer(session, site, request.app.state.visitors)
        return answer(server, FormRequest(site + request.url.path, form, request.headers))
