"""TMF621 attachments: shown as references, downloaded by their customer and the operator."""

from typing import Annotated
from urllib.parse import quote

import filetype
from fastapi import APIRouter, Path, Request
from starlette.responses import Response

from billing.attachments import find_attachment
from billing.models import Attachment
from billing.tmf.described import ERRORS
from billing.tmf.query import JSON
from billing.tmf.resource import Reader, database_of
from billing.tmf.values import present

PATH = "troubleTicket/v4/troubleTicket/{id}/attachment/{attachmentId}"
#: What a customer attached is never shown as a page of the operator's.
HARMLESS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "private, no-store",
}


def attachment_ref(attachment: Attachment) -> JSON:
    """An attachment without its content, and where that is."""
    path = PATH.replace("{id}", attachment.ticket_id)
    href = f"/tmf-api/{path.replace('{attachmentId}', str(attachment.id))}"
    return present(
        {
            "id": str(attachment.id),
            "href": href,
            "url": href,
            "attachmentType": attachment.attachment_type,
            "name": attachment.name,
            "description": attachment.description,
            "mimeType": attachment.mime_type,
            "size": {"amount": attachment.size, "units": "byte"},
            "@type": "Attachment",
        }
    )


def served(content: bytes, mime_type: str, name: str) -> Response:
    """A document to keep, never one to look at in a page's place, and called by what it is."""
    disposition = f"attachment; filename*=UTF-8''{quote(_file_name(name, mime_type), safe='')}"
    headers = {"Content-Disposition": disposition, **HARMLESS}
    return Response(content, media_type=mime_type, headers=headers)


def _file_name(name: str, mime_type: str) -> str:
    """The name with the ending of the type. Whoever opens a file trusts its ending, and a picture
    can be a script besides.
    """
    ending = filetype.get_type(mime=mime_type).extension
    endings = (f".{ending}", ".jpeg") if ending == "jpg" else (f".{ending}",)
    return name if name.lower().endswith(endings) else f"{name}.{ending}"


router = APIRouter(tags=["troubleTicket"], responses=ERRORS)


@router.get(f"/{PATH}", response_class=Response)
def download(
    request: Request,
    id_: Annotated[str, Path(alias="id")],
    attachment_id: Annotated[str, Path(alias="attachmentId")],
    caller: Reader,
) -> Response:
    """What was attached, byte for byte."""
    with database_of(request).read() as session:
        found = find_attachment(session, caller, id_, attachment_id)
    return served(found.content, found.mime_type, found.name)
