"""The application below /handoff/v1, for the assistant alone: each request is signed."""

from dataclasses import asdict
from typing import Annotated, TypeVar
from uuid import UUID

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Path, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError
from starlette.responses import JSONResponse

from billing import clock
from billing.database import Database
from billing.events.signing import Sent, is_signed
from billing.handoff import conversations
from billing.handoff.body import End, HandedOver, Message
from billing.handoff.presence import how_many
from billing.settings import Settings
from billing.site.forms import BodyTooLarge, body_of
from billing.tmf.errors import answer_errors

Read = TypeVar("Read", bound=BaseModel)


async def signed_body(request: Request) -> bytes:
    """The body of a request that the assistant has signed just now.

    Raises HTTPException for any other, and for one that is too long to look at.
    """
    settings: Settings = request.app.state.settings
    try:
        content = await body_of(request, settings.largest_body)
    except BodyTooLarge:
        raise HTTPException(413, "Request too large") from None
    sent = Sent(request.method, target_of(request), content)
    if not is_signed(sent, request.headers, settings.handoff_secret, clock.now()):
        raise HTTPException(401, "Not signed, or too long ago")
    return content


def target_of(request: Request) -> bytes:
    """The path and the query as they came."""
    path, query = request.scope["raw_path"], request.scope["query_string"]
    return path + b"?" + query if query else bytes(path)


Content = Annotated[bytes, Depends(signed_body)]
Id = Annotated[UUID, Path(alias="id")]

router = APIRouter(dependencies=[Depends(signed_body)])


def create_handoff_api(settings: Settings, database: Database) -> FastAPI:
    """What the assistant asks of the desk; no TM Forum API, but with TM Forum's error body."""
    api = FastAPI(openapi_url=None, redirect_slashes=False)
    api.state.settings = settings
    api.state.database = database
    answer_errors(api)
    api.include_router(router)
    return api


@router.get("/presence")
def presence(request: Request) -> dict[str, int]:
    """How many officers are there, and how many customers wait."""
    with _database(request).read() as session:
        present = how_many(session, clock.now())
        return {"present": present, "waiting": conversations.waiting(session)}


@router.post("/conversations")
def hand_over(request: Request, content: Content) -> JSONResponse:
    """Hand a conversation over."""
    body = _read(HandedOver, content)
    standing, is_new = conversations.hand_over(_database(request), body, clock.now())
    return JSONResponse(asdict(standing), 201 if is_new else 200)


@router.get("/conversations/{id}")
def show(request: Request, id_: Id) -> JSONResponse:
    """How a conversation stands."""
    with _database(request).read() as session:
        handoff = conversations.found(session, str(id_))
        return JSONResponse(asdict(conversations.standing(session, handoff, clock.now())))


@router.post("/conversations/{id}/messages")
def write(request: Request, id_: Id, content: Content) -> JSONResponse:
    """Pass on what the customer wrote."""
    message = _read(Message, content)
    with _database(request).write() as session:
        is_new = conversations.write(session, str(id_), message, clock.now())
    return JSONResponse({"id": message.id}, 201 if is_new else 200)


@router.post("/conversations/{id}/end")
def end(request: Request, id_: Id, content: Content) -> JSONResponse:
    """The customer does not need the desk any more."""
    body, now = _read(End, content), clock.now()
    with _database(request).write() as session:
        handoff = conversations.end(session, str(id_), body.reason, now)
        return JSONResponse(asdict(conversations.standing(session, handoff, now)))


def _read(kind: type[Read], content: bytes) -> Read:
    try:
        return kind.model_validate_json(content)
    except ValidationError as error:
        raise RequestValidationError(error.errors(include_url=False)) from None


def _database(request: Request) -> Database:
    database: Database = request.app.state.database
    return database
