"""The operator's sign-in over HTTP: any OpenID provider with the device grant will do. Where it has
the JWT bearer grant (RFC 7523) too, visitors' tokens become its own.
"""

import threading
from typing import Any, cast

import requests

from selfcare.errors import Unavailable
from selfcare.signin import DeviceCode, Provider, Refused, SlowDown, Token

METADATA = "/.well-known/oauth-authorization-server"
DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
JWT_BEARER_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
TIMEOUT = (2.0, 4.0)
#: RFC 8628, 3.2: the interval where the provider names none.
USUAL_INTERVAL = 5


class OAuthProvider(Provider):
    """The provider at `issuer`, whose endpoints are read from its metadata (RFC 8414)."""

    def __init__(self, issuer: str, client_id: str, scope: str) -> None:
        self._issuer = issuer.rstrip("/")
        self._client_id = client_id
        self._scope = scope
        self._local = threading.local()
        self._known: dict[str, Any] | None = None

    def begin(self, language: str) -> DeviceCode:
        answer = self._post("device_authorization_endpoint", scope=self._scope, ui_locales=language)
        try:
            return DeviceCode(
                device_code=answer["device_code"],
                user_code=answer["user_code"],
                link=answer.get("verification_uri_complete") or answer["verification_uri"],
                expires_in=int(answer["expires_in"]),
                interval=int(answer.get("interval", USUAL_INTERVAL)),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise Unavailable(f"no device code: {answer.get('error')}") from error

    def poll(self, device_code: str) -> Token | None:
        answer = self._post("token_endpoint", grant_type=DEVICE_GRANT, device_code=device_code)
        if "access_token" in answer:
            return self._token(answer)
        error = answer.get("error")
        if error == "authorization_pending":
            return None
        if error == "slow_down":
            raise SlowDown
        if error in ("access_denied", "expired_token", "invalid_grant"):
            raise Refused(error)
        raise Unavailable(f"the token endpoint answered {error}")

    def exchange(self, visitor: str) -> Token:
        answer = self._post(
            "token_endpoint", grant_type=JWT_BEARER_GRANT, assertion=visitor, scope=self._scope
        )
        if "access_token" in answer:
            return self._token(answer)
        error = answer.get("error")
        if error in ("invalid_grant", "unauthorized_client", "unsupported_grant_type"):
            raise Refused(error)
        raise Unavailable(f"the token endpoint answered {error}")

    def revoke(self, token: str) -> None:
        self._post("revocation_endpoint", token=token)

    def _token(self, answer: dict[str, Any]) -> Token:
        text = str(answer["access_token"])
        about = self._request(
            "GET",
            self._endpoint("userinfo_endpoint"),
            headers={"Authorization": f"Bearer {text}"},
        )
        if "sub" not in about:
            raise Unavailable("the provider does not say whose token it is")
        return Token(text, int(answer.get("expires_in", 3600)), str(about.get("name", "")))

    def _post(self, endpoint: str, **form: str) -> dict[str, Any]:
        return self._request(
            "POST", self._endpoint(endpoint), data={"client_id": self._client_id, **form}
        )

    def _endpoint(self, name: str) -> str:
        known = self._known or self._request("GET", self._issuer + METADATA)
        if name not in known:
            raise Unavailable(f"the provider names no {name}")
        self._known = known
        return str(known[name])

    def _request(self, method: str, url: str, **how: Any) -> dict[str, Any]:
        try:
            response = self._session().request(
                method, url, timeout=TIMEOUT, allow_redirects=False, **how
            )
            if response.status_code // 100 not in (2, 4):
                raise Unavailable(f"the sign-in service answered {response.status_code}")
            answer = response.json() if response.content else {}
        except (requests.RequestException, ValueError) as error:
            raise Unavailable("the sign-in service cannot be reached") from error
        if not isinstance(answer, dict):
            raise Unavailable("the sign-in service gave an answer that cannot be read")
        return answer

    def _session(self) -> requests.Session:
        if not hasattr(self._local, "session"):
            self._local.session = requests.Session()
            self._local.session.trust_env = False
        return cast(requests.Session, self._local.session)
