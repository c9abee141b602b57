"""Tokens are encrypted where they are stored."""

import hashlib
import hmac
import os
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

__all__ = ["InvalidToken", "SecretsBox"]


class SecretsBox:
    """Encrypts short texts with a key that lives outside the database."""

    def __init__(self, key: bytes) -> None:
        self._fernet = Fernet(key)
        self._key = key

    @classmethod
    def from_environment(cls, directory: Path) -> "SecretsBox":
        """The key is `ACLARO_TOKEN_KEY`, or a file made once and readable by the owner only."""
        key = os.environ.get("ACLARO_TOKEN_KEY")
        return cls(key.encode() if key else _key_in(directory / "token.key"))

    def lock(self, text: str) -> bytes:
        """The encrypted text."""
        return self._fernet.encrypt(text.encode())

    def open(self, locked: bytes) -> str:
        """The text. Raises InvalidToken if it was locked with another key."""
        return self._fernet.decrypt(locked).decode()

    def digest(self, text: str) -> str:
        """Stands for the text where nobody may read it; without the key nobody can try texts."""
        return hmac.new(self._key, text.encode(), hashlib.sha256).hexdigest()


def _key_in(file: Path) -> bytes:
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_bytes()
    with os.fdopen(handle, "wb") as written:
        key = Fernet.generate_key()
        written.write(key)
    return key
