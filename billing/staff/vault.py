"""Secrets of second factors are encrypted where they are stored."""

import os
from pathlib import Path

from cryptography.fernet import Fernet

from billing.settings import Settings

FILE = "staff.key"


class Vault:
    """Encrypts with a key that lives outside the database."""

    def __init__(self, key: bytes) -> None:
        self._fernet = Fernet(key)

    def lock(self, secret: str) -> bytes:
        """The encrypted secret."""
        return self._fernet.encrypt(secret.encode())

    def open(self, locked: bytes) -> str:
        """The secret. Raises cryptography's InvalidToken if it was locked with another key."""
        return self._fernet.decrypt(locked).decode()


def vault(settings: Settings) -> Vault:
    """By `STAFF_KEY`, or by a file that is made once and that its owner alone can read."""
    return Vault(settings.staff_key.encode() or _key_in(settings.aclaro_var / FILE))


def _key_in(file: Path) -> bytes:
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_bytes()
    with os.fdopen(handle, "wb") as written:
        key = Fernet.generate_key()
        written.write(key)
    return key
