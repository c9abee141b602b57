"""Passwords: Argon2id, and the same work whether or not the user exists."""

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from billing.errors import InvalidError
from billing.signin.codes import digest

SHORTEST, LONGEST = 10, 200  # characters

# OWASP's choice for Argon2id: 19 MiB a sign-in, so many at once fit on a small machine.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def check_new_password(password: str) -> None:
    """Raises InvalidError for one that is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise InvalidError(f"a password has {SHORTEST} to {LONGEST} characters")


def hash_password(password: str) -> str:
    """The Argon2id hash, with its salt and parameters."""
    return _HASHER.hash(password)


def stamp_of(password_hash: str) -> str:
    """What is kept of a password beside what began with it, and ends when there is another."""
    return digest(password_hash)


def is_password(password: str, password_hash: str | None) -> bool:
    """Whether the password has this hash; as slow for None (nobody of that name) as for a hash."""
    try:
        matches = _HASHER.verify(password_hash or _nobodys_hash(), password[:LONGEST])
    except (VerificationError, InvalidHashError):
        return False
    return matches and password_hash is not None and len(password) <= LONGEST


@cache
def unguessable_hash() -> str:
    """The hash of what nobody knows: whoever has it cannot sign in until a password is set, and the
    refusal takes as long as any other.
    """
    return hash_password(secrets.token_urlsafe(32))


@cache
def _nobodys_hash() -> str:
    return hash_password("nobody has this password")
