"""An OAuth 2.0 server over HTTP, whose endpoints are read from its metadata (RFC 8414)."""

import threading
from typing import Any, cast

import requests

from selfcare.errors import Unavailable

METADATA = "/.well-known/oauth-authorization-server"
TIMEOUT = (2.0, 4.0)


class OAuthServer:
    """The server at `issuer`. Every method raises Unavailable."""

    def __init__(self, issuer: str) -> None:
        self._issuer = issuer.rstrip("/")
        self._local = threading.local()
        self._known: dict[str, Any] | None = None

    def post(self, endpoint: str, **how: Any) -> dict[str, Any]:
        """What the endpoint of this name answers to a form; `how` is as `requests` has it."""
        return self.request("POST", self.endpoint(endpoint), **how)

    def endpoint(self, name: str) -> str:
        """The address that the metadata has under `name`."""
        known = self._known or self.request("GET", self._issuer + METADATA)
        if name not in known:
            raise Unavailable(f"the provider names no {name}")
        self._known = known
        return str(known[name])

    def request(self, method: str, url: str, **how: Any) -> dict[str, Any]:
        """The JSON object that comes back, also with an error that is the asker's."""
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
