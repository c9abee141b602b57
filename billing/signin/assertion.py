"""A signed token as a grant (RFC 7523), with Authlib: each becomes one access token, and none that
is valid for long is taken.
"""

from datetime import datetime, timezone
from typing import Any, ClassVar

from authlib.oauth2.rfc6749 import ClientMixin
from authlib.oauth2.rfc6749.errors import InvalidGrantError
from authlib.oauth2.rfc7523 import JWTBearerGrant
from joserfc.jwt import Claims
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from billing.access import SELFCARE
from billing.models import Customer
from billing.signin.codes import digest
from billing.signin.tables import UsedAssertion

LONGEST = 300  # seconds


class OnceOnlyAssertionGrant(JWTBearerGrant):
    """The grant, of whoever says who may sign: see `resolve_issuer_client`. Times are true time."""

    LEEWAY = 10
    CLAIMS_OPTIONS: ClassVar = {
        name: {"essential": True} for name in ("iss", "aud", "sub", "exp", "iat", "jti", "sid")
    }

    def verify_claims(self, claims: Claims) -> None:
        super().verify_claims(claims)
        if claims["exp"] - claims["iat"] > LONGEST:
            raise InvalidGrantError("This token is valid for too long.")
        self._use(digest(f"{claims['iss']} {claims['jti']}"), claims["exp"])

    def authenticate_user(self, subject: str) -> str | None:
        """The customer's id."""
        customer = self.server.session.get(Customer, subject)
        return None if customer is None else customer.id

    def has_granted_permission(self, client: ClientMixin, user: str) -> bool:
        """Logging in on the page that has the chat is the permission."""
        return True

    def create_token_response(self) -> tuple[int, dict[str, Any], Any]:
        """Replaces the library's, which writes the token to its debug log."""
        token = self.generate_token(
            user=self.request.user, scope=SELFCARE, include_refresh_token=False
        )
        self.save_token(token)
        return 200, token, self.TOKEN_RESPONSE_HEADER

    def _use(self, of_assertion: str, expires: int) -> None:
        session = self.server.session
        now = datetime.now(timezone.utc).timestamp() - self.LEEWAY
        session.execute(delete(UsedAssertion).where(UsedAssertion.expires_at < _instant(now)))
        try:
            with session.begin_nested():
                session.add(UsedAssertion(digest=of_assertion, expires_at=_instant(expires)))
        except IntegrityError:
            raise InvalidGrantError("This token has been used.") from None


def _instant(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, timezone.utc)
