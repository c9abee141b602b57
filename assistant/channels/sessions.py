"""Session tokens: who holds one, and only who holds one, reads and writes a conversation."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
from pathlib import Path

from selfcare.key_file import key_in

_TOKEN = re.compile(r"(?P<sender>[0-9a-f]{32})\.(?P<signature>[0-9a-f]{64})")


class Sessions:
    """Makes and reads tokens, `<sender id>.<HMAC-SHA256>`."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def new_sender(self) -> str:
        """An identifier of 128 random bits that nobody guesses."""
        return secrets.token_hex(16)

    def token(self, sender: str) -> str:
        """The token that opens the conversation of `sender`."""
        signature = hmac.new(self._key, sender.encode(), hashlib.sha256).hexdigest()
        return f"{sender}.{signature}"

    def sender(self, token: object) -> str | None:
        """The sender whose token this is, or None if we did not make it."""
        match = _TOKEN.fullmatch(token) if isinstance(token, str) else None
        if match is None:
            return None
        sender = match["sender"]
        return sender if hmac.compare_digest(self.token(sender), match[0]) else None


def session_key(var: Path) -> bytes:
    """The key of this installation: `WEB_SESSION_KEY`, or a file in `var` made on first use."""
    configured = os.environ.get("WEB_SESSION_KEY")
    if configured:
        return configured.encode()
    return key_in(var / "web_session.key", lambda: secrets.token_hex(32).encode()).strip()
