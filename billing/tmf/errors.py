"""Whatever goes wrong below /tmf-api is answered with TM Forum's error body."""

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from billing.access import NotSignedInError, OutOfScopeError
from billing.errors import (
    BillingError,
    ConflictError,
    DecidedError,
    ForbiddenError,
    InvalidError,
    KeyReusedError,
    NotEligibleError,
    NotFoundError,
    NotHeldError,
    SubscribedError,
)
from billing.tmf.specified import allowed

log = logging.getLogger(__name__)

HTTP_CODES = {401: "notSigned", 404: "notFound", 405: "methodNotAllowed", 413: "tooLarge"}


def tmf_error(
    status: int, code: str, reason: str, message: str = "", headers: dict[str, str] | None = None
) -> JSONResponse:
    """The error body; `reason` names the error, `message` says more to a developer."""
    content = {"code": code, "reason": reason, "status": str(status)}
    if message:
        content["message"] = message
    return JSONResponse(content, status, headers)


def answer_errors(app: FastAPI) -> None:
    """Install the handlers."""
    app.add_exception_handler(BillingError, _billing_error)
    app.add_exception_handler(NotSignedInError, not_signed_in)
    app.add_exception_handler(OutOfScopeError, _out_of_scope)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _internal)


def _billing_error(_request: Request, error: Exception) -> JSONResponse:
    message = str(error)
    match error:
        case NotEligibleError():
            return tmf_error(409, "notEligible", error.reason, message)
        case KeyReusedError():
            return tmf_error(409, "keyReused", "Idempotency key reused", message)
        case SubscribedError():
            return tmf_error(409, "subscribed", "Registered already", message)
        case DecidedError():
            return tmf_error(409, "decided", "Decided already", message)
        case ConflictError():
            return tmf_error(409, "conflict", "In conflict with what is there", message)
        case NotFoundError():
            return tmf_error(404, "notFound", "Resource not found", message)
        case ForbiddenError():
            return tmf_error(403, "forbidden", "Not allowed", message)
        case NotHeldError():
            return tmf_error(501, "notImplemented", "Not implemented", message)
        case InvalidError():
            return tmf_error(400, "invalid", "Invalid request", message)
    raise error


def not_signed_in(request: Request, _error: Exception) -> JSONResponse:
    """401 with a challenge."""
    challenge = 'Bearer realm="tmf-api"'
    if "authorization" in request.headers:
        challenge += ', error="invalid_token"'
    return tmf_error(401, "notSignedIn", "Not signed in", headers={"WWW-Authenticate": challenge})


def _out_of_scope(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, OutOfScopeError)
    challenge = f'Bearer realm="tmf-api", error="insufficient_scope", scope="{error.needed}"'
    return tmf_error(
        403, "outOfScope", "Not allowed", str(error), headers={"WWW-Authenticate": challenge}
    )


def _invalid(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    problems = "; ".join(_problem(problem) for problem in error.errors()[:5])
    return tmf_error(400, "invalid", "Invalid request", problems)


def _problem(problem: dict[str, Any]) -> str:
    place = ".".join(str(part) for part in problem["loc"] if part != "body")
    return f"{place}: {problem['msg']}" if place else str(problem["msg"])


def _http_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    code = HTTP_CODES.get(error.status_code, "invalid")
    headers = dict(error.headers) if error.headers else None
    if error.status_code == 405 and (methods := allowed(request.url.path)):
        headers = {"Allow": ", ".join(methods)}
    return tmf_error(error.status_code, code, str(error.detail), headers=headers)


def _internal(request: Request, error: Exception) -> JSONResponse:
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return tmf_error(500, "internal", "Internal error")
