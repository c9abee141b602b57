"""Documents that decide a case, to download: what customers attached, and what they signed."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from sqlalchemy.orm import undefer

from billing.contracts import SignedOrder
from billing.database import Database
from billing.models import Attachment
from billing.orders import PDF
from billing.staff.access import TurnedAway, Who
from billing.tmf.attached import served

Number = Annotated[int, Path(alias="id", ge=1, lt=2**31)]

router = APIRouter(prefix="/staff", include_in_schema=False)


@router.get("/attachments/{id}")
def attachment(request: Request, who: Who, number: Number) -> Response:
    """What a customer attached to a report."""
    database: Database = request.app.state.database
    with database.read() as session:
        found = session.get(Attachment, number, options=[undefer(Attachment.content)])
    if found is None:
        raise TurnedAway(404, "staff_unknown", who.member.language)
    return served(found.content, found.mime_type, found.name)


@router.get("/orders/{id}")
def order(request: Request, who: Who, number: Number) -> Response:
    """What a customer signed."""
    database: Database = request.app.state.database
    with database.read() as session:
        found = session.get(SignedOrder, number, options=[undefer(SignedOrder.document)])
    if found is None:
        raise TurnedAway(404, "staff_unknown", who.member.language)
    return served(found.document, PDF, found.file_name)
