"""Who is logged in on the operator's page, said to the chat: a short-lived token (RFC 7519), signed
with ES256. Its times are true time, as of everything that is signed: `ACLARO_NOW` does not move it.
"""

import secrets
import time
from typing import Any

from joserfc import jwt
from joserfc.jwk import ECKey, KeySet

from billing.key_file import key_in
from billing.settings import Settings
from billing.site.log_ins import LogIn

FILE = "visitor.pem"
LIFETIME = 120  # seconds; a page fetches one when the chat connects
ALGORITHM = "ES256"


class VisitorTokens:
    """Signs the tokens, and says by which key they are known."""

    def __init__(self, key: ECKey, issuer: str, audience: list[str]) -> None:
        self._key = key
        self._issuer = issuer
        self._audience = audience

    @property
    def issuer(self) -> str:
        """Who signs them: the operator's site."""
        return self._issuer

    @property
    def public_key(self) -> ECKey:
        """The key by which they are verified."""
        return ECKey.import_key(self._key.as_dict(private=False))

    def public_keys(self) -> dict[str, Any]:
        """The same as a JWK set (RFC 7517)."""
        return dict(KeySet([self._key]).as_dict(private=False))

    def issue(self, log_in: LogIn) -> str:
        """A token that stands for the customer who is logged in."""
        now, customer = int(time.time()), log_in.customer
        claims = {
            "iss": self._issuer,
            "aud": self._audience,
            "sub": customer.id,
            "name": customer.name,
            "iat": now,
            "exp": now + LIFETIME,
            "jti": secrets.token_urlsafe(16),
            "auth_time": int(log_in.since.timestamp()),
            "sid": log_in.id,
        }
        header = {"alg": ALGORITHM, "kid": self._key.kid}
        return jwt.encode(header, claims, self._key, algorithms=[ALGORITHM])


def visitor_tokens(settings: Settings) -> VisitorTokens:
    """Signed by `VISITOR_SIGNING_KEY`, or by a key that is made once; for the chat, and for the
    token endpoint, which turns them into access tokens (RFC 7523).
    """
    configured = settings.visitor_signing_key
    pem = configured.read_bytes() if configured else key_in(settings.aclaro_var / FILE, _new_key)
    key = ECKey.import_key(pem, {"use": "sig", "alg": ALGORITHM})
    key.ensure_kid()
    site = settings.public_url.rstrip("/")
    return VisitorTokens(key, site, [settings.visitor_audience, f"{site}/oauth/token"])


def _new_key() -> bytes:
    return ECKey.generate_key("P-256").as_pem(private=True)
