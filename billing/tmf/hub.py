"""TMF621's hub: the operator's systems register where events of reports are sent to."""

import hmac
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from pydantic import Field, HttpUrl, StringConstraints
from starlette.responses import JSONResponse, Response

from billing import clock
from billing.access import current_customer
from billing.errors import ForbiddenError
from billing.events.subscriptions import subscribe, unsubscribe
from billing.settings import Settings
from billing.tmf.body import Body
from billing.tmf.described import WRITING_ERRORS
from billing.tmf.resource import database_of
from billing.tmf.values import present

PATH = "troubleTicket/v4/hub"


class EventSubscriptionInput(Body):
    """Where to, and which: `eventType=…`, or all."""

    callback: Annotated[HttpUrl, Field(max_length=2000)]
    query: Annotated[str, StringConstraints(max_length=500)] = ""


def check_operator(request: Request) -> None:
    """Listening is for the operator's own systems, which have EVENTS_TOKEN.

    Raises NotSignedInError, and ForbiddenError for a customer.
    """
    settings: Settings = request.app.state.settings
    expected, given = (
        f"Bearer {settings.events_token}",
        request.headers.get("authorization", ""),
    )
    if settings.events_token and hmac.compare_digest(given.encode(), expected.encode()):
        return
    current_customer(request)
    raise ForbiddenError("events are for the operator's systems")


router = APIRouter(tags=["hub"], responses=WRITING_ERRORS, dependencies=[Depends(check_operator)])


@router.post(f"/{PATH}", status_code=201)
def register(request: Request, body: EventSubscriptionInput) -> JSONResponse:
    """Register a listener. `secret` signs what it is sent, and is shown this once."""
    with database_of(request).write() as session:
        settings: Settings = request.app.state.settings
        made = subscribe(session, body.callback, body.query, settings, clock.now())
    shown = {"id": made.id, "callback": made.callback, "query": made.query or None}
    return JSONResponse(
        present(shown | {"secret": made.secret}),
        201,
        {"Location": f"/tmf-api/{PATH}/{made.id}"},
    )


@router.delete(f"/{PATH}/{{id}}", status_code=204)
def unregister(request: Request, id_: Annotated[str, Path(alias="id")]) -> Response:
    """Send a listener nothing more."""
    with database_of(request).write() as session:
        unsubscribe(session, id_)
    return Response(status_code=204)
