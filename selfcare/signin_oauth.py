"""The operator's sign-in over HTTP: any OpenID provider with the device grant will do."""

from typing import Any

from selfcare.errors import Unavailable
from selfcare.oauth_server import OAuthServer
from selfcare.signin import DeviceCode, Provider, Refused, SlowDown, Token

DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
#: RFC 8628, 3.2: the interval where the provider names none.
USUAL_INTERVAL = 5


class OAuthProvider(Provider):
    """The provider at `issuer`, for its public client `client_id`."""

    def __init__(self, issuer: str, client_id: str, scope: str) -> None:
        self._server = OAuthServer(issuer)
        self._client_id = client_id
        self._scope = scope

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

    def revoke(self, token: str) -> None:
        self._post("revocation_endpoint", token=token)

    def _token(self, answer: dict[str, Any]) -> Token:
        text = str(answer["access_token"])
        about = self._server.request(
            "GET",
            self._server.endpoint("userinfo_endpoint"),
            headers={"Authorization": f"Bearer {text}"},
        )
        if "sub" not in about:
            raise Unavailable("the provider does not say whose token it is")
        return Token(text, int(answer.get("expires_in", 3600)), str(about.get("name", "")))

    def _post(self, endpoint: str, **form: str) -> dict[str, Any]:
        return self._server.post(endpoint, data={"client_id": self._client_id, **form})
