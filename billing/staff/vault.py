"""Secrets of second factors are encrypted where they are stored."""

from cryptography.fernet import Fernet

from billing.key_file import key_in
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
    key = settings.staff_key.encode()
    return Vault(key or key_in(settings.aclaro_var / FILE, Fernet.generate_key))
