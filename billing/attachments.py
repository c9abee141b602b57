"""Documents and pictures that customers attach to their reports: added, never taken away."""

import base64
import binascii
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import filetype
from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from billing.access import Caller
from billing.errors import ForbiddenError, InvalidError, NotFoundError
from billing.models import Attachment, Ticket
from billing.tmf.body import Attached


@dataclass(frozen=True)
class AttachmentRules:
    """What may be attached: mime types, bytes of one, and how many to one report."""

    types: tuple[str, ...]
    largest: int
    most: int


NO_ATTACHMENTS = AttachmentRules((), 0, 0)


def attach(
    ticket: Ticket,
    brought: Sequence[Attached],
    customer_id: str,
    now: datetime,
    rules: AttachmentRules,
) -> bool:
    """Add to a report what it does not have yet; the same content by the same name is there once.
    Whether anything was new.

    Raises InvalidError for what may not be attached, ForbiddenError for a change to what is there.
    """
    before = len(ticket.attachments)
    for one in brought:
        if one.id is not None:
            _check_unchanged(one, ticket.attachments)
            continue
        new = _attachment(one, customer_id, now, rules)
        if any((new.sha256, new.name) == (it.sha256, it.name) for it in ticket.attachments):
            continue
        if len(ticket.attachments) >= rules.most:
            raise InvalidError(f"attachment: at most {rules.most} on one report")
        ticket.attachments.append(new)
        ticket.updated_at = now
    return len(ticket.attachments) > before


def find_attachment(
    session: Session, caller: Caller, number: str, attachment_id: str
) -> Attachment:
    """An attachment of a report that the caller sees, with its content. Raises NotFoundError."""
    if not (attachment_id.isascii() and attachment_id.isdigit() and len(attachment_id) < 10):
        raise NotFoundError("no attachment with this id")
    found = session.scalar(
        select(Attachment)
        .join(Ticket, Ticket.id == Attachment.ticket_id)
        .where(
            Attachment.id == int(attachment_id),
            Ticket.id == number,
            caller.owns(Ticket.customer_id),
        )
        .options(undefer(Attachment.content))
    )
    if found is None:
        raise NotFoundError("no attachment with this id")
    return found


def _attachment(
    one: Attached, customer_id: str, now: datetime, rules: AttachmentRules
) -> Attachment:
    content = _content(one, rules.largest)
    kind = filetype.guess(content)
    if kind is None or kind.mime not in rules.types:
        raise InvalidError(f"attachment: the content is none of {', '.join(rules.types)}")
    if one.mime_type not in (None, kind.mime):
        raise InvalidError(f"attachment: mimeType says otherwise, the content is {kind.mime}")
    return Attachment(
        author=customer_id,
        attached_at=now,
        attachment_type=one.attachment_type,
        name=one.name or f"attachment.{kind.extension}",
        description=one.description,
        mime_type=kind.mime,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
    )


def _content(one: Attached, largest: int) -> bytes:
    try:
        content = base64.b64decode(one.content or "", validate=True)
    except (binascii.Error, ValueError):
        raise InvalidError("attachment: content is base64") from None
    if not 0 < len(content) <= largest:
        raise InvalidError(f"attachment: content has 1 to {largest} bytes")
    return content


def _check_unchanged(one: Attached, known: list[Attachment]) -> None:
    it = next((it for it in known if str(it.id) == one.id), None)
    said = {
        "name": one.name,
        "mime_type": one.mime_type,
        "attachment_type": one.attachment_type,
        "description": one.description,
    }
    is_same = all(value in (None, getattr(it, field, None)) for field, value in said.items())
    if it is None or one.content is not None or not is_same:
        raise ForbiddenError("an attachment can only be added, and gets its id from us")
