"""What the assistant itself signs in to billing with, where no customer is: client credentials."""

import time
from abc import ABC, abstractmethod

from selfcare.errors import Unavailable
from selfcare.oauth_server import OAuthServer

#: Seconds before its end from which on a token is not used any more.
LEAST_LEFT = 60


class Credentials(ABC):
    """The assistant's own access to billing."""

    @abstractmethod
    def token(self) -> str:
        """A token of the assistant's own. Raises Unavailable."""

    @abstractmethod
    def forget(self) -> None:
        """Take another one the next time: this one is refused."""


class ClientCredentials(Credentials):
    """By OAuth 2.0's client credentials grant (RFC 6749, 4.4); a token is kept while it is good."""

    def __init__(self, server: OAuthServer, client_id: str, secret: str) -> None:
        self._server = server
        self._client = (client_id, secret)
        self._token = ""
        self._ends = 0.0

    def token(self) -> str:
        if time.monotonic() >= self._ends:
            form = {"grant_type": "client_credentials"}
            answer = self._server.post("token_endpoint", data=form, auth=self._client)
            if "access_token" not in answer:
                raise Unavailable(f"the assistant's own sign-in: {answer.get('error')}")
            self._token = str(answer["access_token"])
            self._ends = time.monotonic() + int(answer.get("expires_in", 0)) - LEAST_LEFT
        return self._token

    def forget(self) -> None:
        self._ends = 0.0
