"""The OAuth 2.0 grants, with Authlib: the device grant (RFC 8628) and visitors' tokens (RFC 7523)
for customers, client credentials (RFC 6749, 4.4) for the operator's own systems.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from authlib.oauth2.rfc6749 import (
    AuthorizationServer,
    ClientCredentialsGrant,
    ClientMixin,
    OAuth2Request,
)
from authlib.oauth2.rfc6749.errors import InvalidGrantError, InvalidScopeError
from authlib.oauth2.rfc6749.requests import BasicOAuth2Payload
from authlib.oauth2.rfc6750 import BearerTokenGenerator
from authlib.oauth2.rfc7009 import RevocationEndpoint
from authlib.oauth2.rfc7523.jwt_bearer import JWT_BEARER_GRANT_TYPE
from authlib.oauth2.rfc8628 import (
    DEVICE_CODE_GRANT_TYPE,
    DeviceAuthorizationEndpoint,
    DeviceCodeGrant,
    DeviceCredentialMixin,
)
from fastapi.responses import JSONResponse
from joserfc.jwk import ECKey
from joserfc.jwt import Claims
from sqlalchemy.orm import Session

from billing import clock
from billing.access import OPERATOR_SCOPES, SELFCARE
from billing.signin import clients, devices, log_ins, tokens
from billing.signin.assertion import OnceOnlyAssertionGrant
from billing.signin.codes import digest, new_secret, new_user_code
from billing.signin.tables import (
    APPROVED,
    PENDING,
    REFUSED,
    USED,
    AccessToken,
    DeviceSignIn,
    OperatorClient,
)
from billing.signin.visitors import VisitorTokens
from billing.site.languages import best_of

CLIENT_ID = "aclaro"
#: The assistant has no secret; the operator's systems send theirs in the header or in the form.
CLIENT_AUTHENTICATION = ["none", "client_secret_basic", "client_secret_post"]


class Assistant(ClientMixin):
    """The assistant: a public client, it has no secret to keep."""

    def get_client_id(self) -> str:
        return CLIENT_ID

    def get_allowed_scope(self, scope: str | None) -> str | None:
        return SELFCARE if scope in (None, "", SELFCARE) else None

    def check_client_secret(self, client_secret: str) -> bool:
        return False

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return method == "none"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type in (DEVICE_CODE_GRANT_TYPE, JWT_BEARER_GRANT_TYPE)


class System(ClientMixin):
    """A system of the operator's in Authlib's terms: it has a secret, and acts for itself."""

    def __init__(self, client: OperatorClient) -> None:
        self.client = client

    def get_client_id(self) -> str:
        return self.client.id

    def get_allowed_scope(self, scope: str | None) -> str | None:
        """All of its scopes, or the part of them that it asks for."""
        asked = (scope or "").split() or self.client.scopes
        return " ".join(asked) if set(asked) <= set(self.client.scopes) else None

    def check_client_secret(self, client_secret: str) -> bool:
        return clients.is_secret(self.client, client_secret)

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return method != "none"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type == ClientCredentialsGrant.GRANT_TYPE


class Credential(DeviceCredentialMixin):
    """A sign-in in Authlib's terms."""

    def __init__(self, sign_in: DeviceSignIn) -> None:
        self.sign_in = sign_in

    def get_client_id(self) -> str:
        return self.sign_in.client_id

    def get_scope(self) -> str:
        return self.sign_in.scope

    def get_user_code(self) -> str:
        return self.sign_in.user_code_digest

    def is_expired(self) -> bool:
        return self.sign_in.expires_at <= clock.now()


class IssuedToken:
    """An access token in Authlib's terms, as far as revoking it needs."""

    def __init__(self, token: AccessToken) -> None:
        self.digest = token.digest
        self._client_id = token.client_id

    def check_client(self, client: ClientMixin) -> bool:
        return bool(client.get_client_id() == self._client_id)


class FormRequest(OAuth2Request):
    """A posted form in Authlib's terms."""

    def __init__(self, uri: str, form: Mapping[str, str], headers: Mapping[str, str]) -> None:
        super().__init__("POST", uri, headers=headers)
        self.payload = BasicOAuth2Payload(dict(form))

    @property
    def form(self) -> Mapping[str, str]:
        return self.payload.data


class SignInServer(AuthorizationServer):
    """Answers one request, in one session of the database."""

    def __init__(self, session: Session, site: str, visitors: VisitorTokens) -> None:
        super().__init__(scopes_supported=[SELFCARE, *OPERATOR_SCOPES])
        self.session = session
        self.site = site
        self.visitors = visitors
        self.register_token_generator(
            "default",
            BearerTokenGenerator(
                lambda **_: new_secret(),
                expires_generator=int(tokens.LIFETIME.total_seconds()),
            ),
        )
        self.register_grant(OnceOnlyDeviceCodeGrant)
        self.register_grant(SystemGrant)
        self.register_grant(VisitorGrant)
        self.register_endpoint(DeviceAuthorization)
        self.register_endpoint(Revocation)

    def query_client(self, client_id: str) -> ClientMixin | None:
        if client_id == CLIENT_ID:
            return Assistant()
        client = clients.active(self.session, client_id)
        return None if client is None else System(client)

    def save_token(self, token: dict[str, Any], request: OAuth2Request) -> None:
        client_id = request.client.get_client_id()
        tokens.keep(self.session, token["access_token"], request.user, client_id, token["scope"])

    def create_oauth2_request(self, request: FormRequest) -> FormRequest:
        return request

    def handle_response(
        self, status: int, body: dict[str, Any], headers: list[tuple[str, str]]
    ) -> JSONResponse:
        return JSONResponse(body, status, headers=dict(headers))

    def send_signal(self, name: str, *args: Any, **kwargs: Any) -> None:
        """Nobody listens."""


class DeviceAuthorization(DeviceAuthorizationEndpoint):
    """Hands out a device code and a user code."""

    CLIENT_AUTH_METHODS = ("none",)
    EXPIRES_IN = 900
    INTERVAL = 1

    def create_endpoint_response(self, request: FormRequest) -> tuple[int, Any, Any]:
        self._language = best_of((request.payload.data.get("ui_locales") or "").split())
        return super().create_endpoint_response(request)

    def generate_user_code(self) -> str:
        return new_user_code()

    def generate_device_code(self) -> str:
        return new_secret()

    def get_verification_uri(self) -> str:
        return f"{self.server.site}/device"

    def save_device_credential(self, client_id: str, scope: str, data: dict[str, Any]) -> None:
        now = clock.now()
        devices.forget_old(self.server.session, now)
        self.server.session.add(
            DeviceSignIn(
                device_code_digest=digest(data["device_code"]),
                user_code_digest=digest(data["user_code"]),
                client_id=client_id,
                scope=scope or SELFCARE,
                language=self._language,
                state=PENDING,
                interval=self.INTERVAL,
                asked_at=now,
                expires_at=now + timedelta(seconds=self.EXPIRES_IN),
            )
        )


class OnceOnlyDeviceCodeGrant(DeviceCodeGrant):
    """Turns an approved device code into an access token, once."""

    TOKEN_ENDPOINT_AUTH_METHODS = ("none",)

    def query_device_credential(self, device_code: str) -> Credential:
        sign_in = self.server.session.get(DeviceSignIn, digest(device_code))
        if sign_in is None:
            raise InvalidGrantError("This device code was not given out here.")
        return Credential(sign_in)

    def query_user_grant(self, user_code: str) -> tuple[str | None, bool] | None:
        sign_in = devices.by_digest(self.server.session, user_code)
        if sign_in is None or sign_in.state == PENDING:
            return None
        return sign_in.customer_id, sign_in.state != REFUSED

    def should_slow_down(self, credential: Credential) -> bool:
        return devices.is_polled_too_fast(credential.sign_in, clock.now())

    def create_token_response(self) -> tuple[int, dict[str, Any], Any]:
        """Replaces the library's, which writes the token to its debug log."""
        credential: Credential = self.request.credential
        tokens.hold_password(self.server.session, self.request.user)
        if not devices.is_by_the_present_password(self.server.session, credential.sign_in):
            raise InvalidGrantError("The customer has another password since.")
        if not devices.change(self.server.session, credential.sign_in, APPROVED, USED):
            raise InvalidGrantError("This device code has been used.")
        token = self.generate_token(
            user=self.request.user, scope=credential.get_scope(), include_refresh_token=False
        )
        self.save_token(token)
        return 200, token, self.TOKEN_RESPONSE_HEADER


class SystemGrant(ClientCredentialsGrant):
    """Turns the credentials of one of the operator's systems into an access token."""

    TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_basic", "client_secret_post")

    def create_token_response(self) -> tuple[int, dict[str, Any], Any]:
        """Replaces the library's, which writes the token to its debug log."""
        scope = self.client.get_allowed_scope(self.request.payload.scope)
        if scope is None:
            raise InvalidScopeError
        token = self.generate_token(scope=scope, include_refresh_token=False)
        self.save_token(token)
        return 200, token, self.TOKEN_RESPONSE_HEADER


class VisitorGrant(OnceOnlyAssertionGrant):
    """Turns the token of a visitor, who is logged in on the site, into an access token, once."""

    def resolve_issuer_client(self, issuer: str) -> ClientMixin | None:
        return Assistant() if issuer == self.server.visitors.issuer else None

    def resolve_client_public_key(self, client: ClientMixin) -> ECKey:
        return self.server.visitors.public_key

    def verify_claims(self, claims: Claims) -> None:
        super().verify_claims(claims)
        tokens.hold_password(self.server.session, claims["sub"])
        log_in = log_ins.standing(self.server.session, claims["sid"], clock.true_time())
        if log_in is None or log_in.customer_id != claims["sub"]:
            raise InvalidGrantError("The visitor is not logged in any more.")

    def get_audiences(self) -> list[str]:
        return [f"{self.server.site}/oauth/token"]


class Revocation(RevocationEndpoint):
    """Revokes an access token (RFC 7009); an unknown one is as good as revoked."""

    CLIENT_AUTH_METHODS = CLIENT_AUTHENTICATION

    def query_token(self, token_string: str, token_type_hint: str | None) -> IssuedToken | None:
        token = self.server.session.get(AccessToken, digest(token_string))
        return None if token is None else IssuedToken(token)

    def revoke_token(self, token: IssuedToken, request: FormRequest) -> None:
        tokens.revoke(self.server.session, token.digest)
