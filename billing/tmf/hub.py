"""TMF621's hub: the operator's systems register where events of reports are sent to."""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from pydantic import Field, HttpUrl, StringConstraints
from sqlalchemy.exc import IntegrityError
from starlette.responses import JSONResponse, Response

from billing import clock
from billing.access import EVENTS, requires
from billing.errors import SubscribedError
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


router = APIRouter(tags=["hub"], responses=WRITING_ERRORS, dependencies=[requires(EVENTS)])


@router.post(f"/{PATH}", status_code=201)
def register(request: Request, body: EventSubscriptionInput) -> JSONResponse:
    """Register a listener. `secret` signs what it is sent, and is shown this once."""
    settings: Settings = request.app.state.settings
    try:
        with database_of(request).write() as session:
            made = subscribe(session, body.callback, body.query, settings, clock.now())
    except IntegrityError:  # the same arrived twice at once
        raise SubscribedError("this callback listens already") from None
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
