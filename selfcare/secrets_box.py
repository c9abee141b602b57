"""Tokens, and the files that customers send, are encrypted where they are stored."""

import hashlib
import hmac
import os
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

from selfcare.key_file import key_in

__all__ = ["InvalidToken", "SecretsBox"]


class SecretsBox:
    """Encrypts with a key that lives outside the database."""

    def __init__(self, key: bytes) -> None:
        self._fernet = Fernet(key)
        self._key = key

    @classmethod
    def from_environment(cls, directory: Path) -> "SecretsBox":
        """The key is `ACLARO_TOKEN_KEY`, or a file made once and readable by the owner only."""
        key = os.environ.get("ACLARO_TOKEN_KEY")
        return cls(key.encode() if key else key_in(directory / "token.key", Fernet.generate_key))

    def lock(self, text: str) -> bytes:
        """The encrypted text."""
        return self.lock_bytes(text.encode())

    def open(self, locked: bytes) -> str:
        """The text. Raises InvalidToken if it was locked with another key."""
        return self.open_bytes(locked).decode()

    def lock_bytes(self, content: bytes) -> bytes:
        """The encrypted content."""
        return self._fernet.encrypt(content)

    def open_bytes(self, locked: bytes) -> bytes:
        """The content. Raises InvalidToken if it was locked with another key."""
        return self._fernet.decrypt(locked)

    def digest(self, text: str) -> str:
        """Stands for the text where nobody may read it; without the key nobody can try texts."""
        return hmac.new(self._key, text.encode(), hashlib.sha256).hexdigest()
