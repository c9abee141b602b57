"""Meta's Graph API, by pywa: what the channel sends, and the files that it fetches."""

from __future__ import annotations

from typing import Any

import httpx
from pywa import errors
from pywa.types.templates import QuickReplyButton, TemplateLanguage
from pywa_async.api import GraphAPIAsync
from pywa_async.client import WhatsApp
from pywa_async.types.callback import Button, Section, SectionList, SectionRow, URLButton

from assistant.channels.delivery import (
    GoneError,
    HeldError,
    Piece,
    PostponedError,
    RefusedError,
)
from assistant.channels.files import NotFetchedError
from assistant.channels.whatsapp.settings import Settings
from assistant.channels.whatsapp.templates import Template

TIMEOUT = 20.0
UNSURE_SECONDS = 10.0
"""After an answer that was lost: time for the status of the message to arrive, if it was sent."""

_READ = "read"
"""The payload of a template's button."""

_LATER = (
    errors.ThrottlingError,
    errors.ServiceUnavailable,
    errors.UnknownError,
    errors.GenericError,
    errors.AccountInMaintenanceMode,
    # What follows is for the operator to put in order; until then nothing is lost.
    errors.AuthorizationError,
    errors.AccessDenied,
    errors.BusinessPaymentIssue,
    errors.TemporarilyBlocked,
    errors.AccountLocked,
    errors.IncorrectCertificate,
    errors.PhoneNumberDisplayNameNotApproved,
)
_GONE = (
    errors.MessageUndeliverable,
    errors.RecipientCannotBeSender,
    errors.AccountRestrictedFromCountry,
)
_LATER_CODES = frozenset({1, 2, 133010})
"""Unknown, temporarily out of service, and a number of ours that is not registered: pywa has no
classes for them.
"""


class _Api(GraphAPIAsync):
    """Writes to customers alone. pywa takes a user id for a group's unless it is all digits."""

    async def send_message(  # type: ignore[override]
        self, to: str | None, recipient: str | None, recipient_type: str, **message: Any
    ) -> dict[str, Any]:
        """Send a message to a number, or else to a user id."""
        address = to or recipient or ""
        is_number = address.isdecimal()
        return await super().send_message(
            to=address if is_number else None,
            recipient=None if is_number else address,
            recipient_type="individual",
            **message,
        )


class _Client(WhatsApp):
    _api_cls = _Api


class Graph:
    """What the channel asks of Meta. Nothing is asked before there is something to say."""

    def __init__(self, settings: Settings) -> None:
        self._session = session = httpx.AsyncClient(timeout=TIMEOUT)
        self._client = _Client(settings.phone_id, settings.token, session=session)
        # pywa knows only one address; the version in it is pywa's.
        version = session.base_url.path.strip("/")
        session.base_url = f"{settings.api_url}/{version}"

    async def close(self) -> None:
        """Let the connections go."""
        await self._session.aclose()

    async def send(self, address: str, piece: Piece, mark: str) -> str:
        """The id under which Meta has taken a piece. Raises as `Platform.send` does."""
        text, buttons = piece["text"], _buttons(piece)
        return await self._sent(
            self._client.send_message(address, text, buttons=buttons, tracker=mark)
        )

    async def send_template(self, address: str, template: Template, language: str) -> str:
        """Ask the customer to come and read. Raises as `send` does."""
        button = QuickReplyButton.params(callback_data=_READ, index=0)
        code = TemplateLanguage(template.languages[language])
        return await self._sent(
            self._client.send_template(address, template.name, code, params=[button])
        )

    async def show_typing(self, message_id: str) -> None:
        """Mark a customer's message as read, and show that an answer is coming."""
        await self._client.indicate_typing(message_id)

    async def fetch(self, media_id: str, largest: int) -> bytes:
        """A file that a customer has sent, see `files.Fetch`."""
        content = b""
        try:
            media = await self._client.get_media_url(media_id)
            async for chunk in self._client.stream_media(media.url):
                content += chunk
                if len(content) > largest:
                    break
        except (errors.WhatsAppError, httpx.HTTPError, KeyError, ValueError) as error:
            raise NotFetchedError from error
        return content

    async def _sent(self, sending: Any) -> str:
        try:
            sent = await sending
        except errors.ReEngagementMessage as error:
            raise HeldError from error
        except _LATER as error:
            raise PostponedError from error
        except _GONE as error:
            raise GoneError from error
        except errors.WhatsAppError as error:
            raise _by_status(error) from error
        except httpx.ConnectError as error:
            raise PostponedError from error
        except (httpx.HTTPError, ValueError, LookupError) as error:
            raise PostponedError(UNSURE_SECONDS) from error
        return str(sent.id)


def _by_status(error: errors.WhatsAppError) -> Exception:
    """Errors that have no class of their own."""
    if error.is_transient or error.code in _LATER_CODES:
        return PostponedError()
    if (error.status_code or 0) >= httpx.codes.INTERNAL_SERVER_ERROR:
        return PostponedError(UNSURE_SECONDS)
    # Not the details: Meta repeats in them what it was sent.
    return RefusedError(f"{error.code} {type(error).__name__}")


def _buttons(piece: Piece) -> list[Button] | SectionList | URLButton | None:
    if piece["kind"] == "buttons":
        return [Button(it["title"], it["id"]) for it in piece["buttons"]]
    if piece["kind"] == "link":
        return URLButton(piece["title"], piece["url"])
    if piece["kind"] == "list":
        rows = [SectionRow(it["title"], it["id"], it.get("description")) for it in piece["rows"]]
        return SectionList(piece["button"], [Section(piece["button"], rows)])
    return None
