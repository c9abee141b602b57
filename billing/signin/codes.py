"""Codes that people type, codes that machines keep, and how either is stored."""

import hashlib
import re
import secrets

ALPHABET = (
    "BCDFGHJKLMNPQRSTVWXZ"  # no digits, no vowels: no look-alikes and no words (RFC 8628, 6.1)
)
HALF = 4
_SEPARATORS = re.compile(r"[\s\-‐-―−._]+")


def new_user_code() -> str:
    """A code to read from one screen and type on another, such as WDJB-MJHT."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(HALF)) for _ in range(2))


def new_secret() -> str:
    """A device code or an access token: 256 bits of chance."""
    return secrets.token_urlsafe(32)


def tidy_user_code(typed: str) -> str | None:
    """The code as it was given out, from what was typed; None if it cannot be one."""
    letters = _SEPARATORS.sub("", typed).upper()
    if len(letters) != 2 * HALF or not set(letters) <= set(ALPHABET):
        return None
    return f"{letters[:HALF]}-{letters[HALF:]}"


def digest(secret: str) -> str:
    """What is stored instead of the secret itself."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
