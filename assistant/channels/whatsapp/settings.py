"""What the operator says about its number on WhatsApp."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.channels.whatsapp.pace import SECONDS_APART

API_URL = "https://graph.facebook.com"

_NEEDED = ("WHATSAPP_TOKEN", "WHATSAPP_APP_SECRET", "WHATSAPP_VERIFY_TOKEN", "WHATSAPP_PHONE_ID")


class IncompleteError(Exception):
    """Some of the settings are there and some are not."""


@dataclass(frozen=True)
class Settings:
    """`token` is for writing, `app_secret` signs what comes, `verify_token` is what Meta asks for
    when the webhook is entered there; `seconds_apart` is the pause between two messages.
    """

    token: str
    app_secret: str
    verify_token: str
    phone_id: str
    api_url: str = API_URL
    seconds_apart: float = SECONDS_APART

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings | None:
        """The settings; None if there are none. Raises IncompleteError."""
        given = {name: environment.get(name, "").strip() for name in _NEEDED}
        missing = [name for name, value in given.items() if not value]
        if len(missing) == len(_NEEDED):
            return None
        if missing:
            raise IncompleteError(f"WhatsApp needs {', '.join(missing)} too")
        return cls(
            token=given["WHATSAPP_TOKEN"],
            app_secret=given["WHATSAPP_APP_SECRET"],
            verify_token=given["WHATSAPP_VERIFY_TOKEN"],
            phone_id=given["WHATSAPP_PHONE_ID"],
            api_url=environment.get("WHATSAPP_API_URL", "").strip().rstrip("/") or API_URL,
            seconds_apart=float(environment.get("WHATSAPP_SECONDS_APART", "") or SECONDS_APART),
        )
