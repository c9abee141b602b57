"""What the operator says about its bot on Telegram."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

API_URL = "https://api.telegram.org"
WEBHOOK = "/webhooks/telegram/webhook"

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
"""What setWebhook takes as its `secret_token`."""
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")


class SettingsError(Exception):
    """The settings are not complete, or one of them cannot be."""


@dataclass(frozen=True)
class Settings:
    """`token` is the bot's, from BotFather; `secret` comes with every update; `public_url` is where
    Telegram reaches us.
    """

    token: str
    secret: str
    public_url: str
    api_url: str = API_URL

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings | None:
        """The settings; None if there are none. Raises SettingsError."""
        token = environment.get("TELEGRAM_TOKEN", "").strip()
        secret = environment.get("TELEGRAM_SECRET", "").strip()
        if not token and not secret:
            return None
        if not token or not secret:
            raise SettingsError("Telegram needs both TELEGRAM_TOKEN and TELEGRAM_SECRET")
        if not _TOKEN.fullmatch(token):
            raise SettingsError("TELEGRAM_TOKEN is not a bot's token")
        if not _SECRET.fullmatch(secret):
            raise SettingsError("TELEGRAM_SECRET has 1 to 256 of A-Z, a-z, 0-9, _ and -")
        return cls(
            token=token,
            secret=secret,
            public_url=environment.get("PUBLIC_URL", "http://127.0.0.1:8080").rstrip("/"),
            api_url=environment.get("TELEGRAM_API_URL", "").strip().rstrip("/") or API_URL,
        )

    @property
    def bot(self) -> str:
        """The bot's own id, with which its token begins; no secret."""
        return self.token.partition(":")[0]

    @property
    def webhook(self) -> str:
        """Where Telegram is to send updates."""
        return self.public_url + WEBHOOK
