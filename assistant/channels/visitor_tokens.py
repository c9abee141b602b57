"""Tokens by which the operator's page says who visits it (RFC 7519), and what a good one says.

`VISITOR_KEYS` is where the operator's public keys are, a JWK set in a file or at an address;
`VISITOR_ISSUER` and `VISITOR_AUDIENCE` are what `iss` and `aud` have to say. `exp` is at most five
minutes after `iat`; `jti` is another in each. Times are true time: `ACLARO_NOW` does not move them.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jwt
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from selfcare.store import Store, UsedTokenRow

ALGORITHMS = ("ES256", "EdDSA")
"""What a key of the operator's may be for; a token's header has no say in it."""
LONGEST = 300
"""Seconds that a token may be valid."""
LEEWAY = 10
"""Seconds that the operator's clock may be ahead or behind."""
LARGEST = 4_096
"""Characters of a token; a usual one has 500."""
KEYS_SECONDS = 5
"""How long the operator's site may take to say its keys."""

_REQUIRED = ["iss", "aud", "sub", "iat", "exp", "jti"]

FindKey = Callable[[str], jwt.PyJWK]


class NotAVisitor(Exception):
    """The token says nothing about anybody; why, is for the operator's log."""


@dataclass(frozen=True)
class Visitor:
    """Somebody who is logged in on the operator's page.

    `subject` is the customer, `log_in` tells this log-in there from others; `token`, which said so,
    is good until `expires`.
    """

    subject: str
    log_in: str
    token: str
    expires: int


class VisitorTokens:
    """Reads tokens, each once.

    A token opens one connection: whoever saw one on its way, or finds it in a log, is too late. A
    page that is connected again gives a new one, which costs it one request.
    """

    def __init__(self, find_key: FindKey, issuer: str, audience: str, store: Store) -> None:
        self._find_key = find_key
        self._issuer = issuer
        self._audience = audience
        self._store = store

    @classmethod
    def from_environment(cls, store: Store) -> VisitorTokens | None:
        """As the operator has set it; None without VISITOR_KEYS."""
        keys = os.environ.get("VISITOR_KEYS", "")
        if not keys:
            return None
        issuer, audience = (os.environ.get(f"VISITOR_{it}", "") for it in ("ISSUER", "AUDIENCE"))
        if not issuer or not audience:
            raise ValueError("VISITOR_KEYS needs VISITOR_ISSUER and VISITOR_AUDIENCE")
        return cls(keys_at(keys), issuer, audience, store)

    def read(self, token: object) -> Visitor:
        """Who visits the page. Raises NotAVisitor; blocks."""
        if not isinstance(token, str) or len(token) > LARGEST:
            raise NotAVisitor("no token")
        try:
            claims = self._verified(token)
        except (jwt.PyJWTError, ValueError) as error:
            # By its kind alone: its text may quote the token, which anybody can write.
            raise NotAVisitor(type(error).__name__) from error
        if not claims["sub"]:
            raise NotAVisitor("nobody's token")
        if claims["exp"] - claims["iat"] > LONGEST:
            raise NotAVisitor("valid for too long")
        self._use(claims["jti"], claims["exp"])
        log_in = str(claims.get("auth_time", claims["jti"]))
        return Visitor(claims["sub"], log_in, token, claims["exp"])

    def _verified(self, token: str) -> dict[str, Any]:
        key = self._find_key(str(jwt.get_unverified_header(token).get("kid")))
        if key.algorithm_name not in ALGORITHMS:
            raise NotAVisitor(f"a key for {key.algorithm_name}")
        return dict(
            jwt.decode(
                token,
                key,
                algorithms=[key.algorithm_name],
                audience=self._audience,
                issuer=self._issuer,
                leeway=LEEWAY,
                options={"require": _REQUIRED},
            )
        )

    def _use(self, jti: str, expires: int) -> None:
        digest = hashlib.sha256(f"{self._issuer} {jti}".encode()).hexdigest()
        try:
            with self._store.session() as session:
                over = UsedTokenRow.expires < time.time() - LEEWAY
                session.execute(delete(UsedTokenRow).where(over))
                session.add(UsedTokenRow(digest=digest, expires=expires))
        except IntegrityError:
            raise NotAVisitor("used before") from None


def keys_at(place: str) -> FindKey:
    """The operator's keys by their `kid`, at an address or in a file.

    Raises OSError and jwt.PyJWTError where a file has no keys.
    """
    if place.startswith(("https://", "http://")):
        return jwt.PyJWKClient(place, timeout=KEYS_SECONDS).get_signing_key
    keys = jwt.PyJWKSet.from_json(Path(place).read_text(encoding="utf-8"))

    def find(kid: str) -> jwt.PyJWK:
        try:
            return keys[kid]
        except KeyError:
            raise NotAVisitor("a key that is not the operator's") from None

    return find
