"""Files on reports, as TMF621 attachments."""

import base64
from typing import Any

from selfcare.reading_tmf import Item
from selfcare.received import ReceivedFile

Json = dict[str, Any]

#: The unit in which attachments have their size here; another one cannot be compared.
BYTES = ("byte", "bytes", "b")


def attachment(file: ReceivedFile) -> Json:
    """A file with its content."""
    kind = "picture" if file.mime_type.startswith("image/") else "document"
    return {
        "attachmentType": kind,
        "name": file.name,
        "mimeType": file.mime_type,
        "content": base64.b64encode(file.content).decode(),
    }


def attachments_of(content: Any) -> list[Any]:
    """The attachments of a TMF621 ticket as they stand, to be sent back with another one."""
    return [it.content for it in Item(content, "troubleTicket").items("attachment")]


def how_often(content: Any, file: ReceivedFile) -> int:
    """How often a TMF621 ticket shows this file: by its name, and its size where that is told."""
    return sum(
        it.get("name") == file.name and _size_of(it) in (None, len(file.content))
        for it in attachments_of(content)
    )


def _size_of(attached: Any) -> int | None:
    size = attached.get("size")
    if not isinstance(size, dict) or str(size.get("units")).lower() not in BYTES:
        return None
    amount = size.get("amount")
    return int(amount) if isinstance(amount, int | float) else None
