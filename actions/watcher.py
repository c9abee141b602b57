"""Waits for sign-ins on the operator's page, and lets the conversation go on by itself."""

import logging
import os
import threading

import requests

from selfcare.signin import Conversation, SignIn

logger = logging.getLogger(__name__)

#: Seconds between two looks; each sign-in has an interval of its own besides.
LOOK_EVERY = 0.4
TIMEOUT = (2.0, 15.0)


class SignInWatcher:
    """A thread that polls pending sign-ins and tells Rasa about those that came."""

    def __init__(self, signin: SignIn, rasa_url: str, rasa_token: str = "") -> None:
        self._signin = signin
        self._url = rasa_url.rstrip("/")
        self._token = rasa_token
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="sign-ins", daemon=True)

    @classmethod
    def from_environment(cls, signin: SignIn) -> "SignInWatcher":
        """Towards the Rasa at `RASA_URL`, with `RASA_TOKEN` where that is set."""
        url = os.environ.get("RASA_URL", "http://127.0.0.1:5005")
        return cls(signin, url, os.environ.get("RASA_TOKEN", ""))

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """End after the current look."""
        self._stop.set()

    def look(self) -> None:
        """Poll what is due, tell what has come; what cannot be told stays for the next look."""
        self._signin.poll_due()
        for conversation in self._signin.finished():
            if self._tell(conversation):
                self._signin.told(conversation)

    def _watch(self) -> None:
        while not self._stop.wait(LOOK_EVERY):
            self._look_whatever_happens()

    def _look_whatever_happens(self) -> None:
        try:
            self.look()
        except Exception:
            # The next look starts afresh: nothing is kept in memory.
            logger.exception("looking after sign-ins failed")

    def _tell(self, conversation: Conversation) -> bool:
        query = {"output_channel": "latest", **({"token": self._token} if self._token else {})}
        try:
            answer = requests.post(
                f"{self._url}/conversations/{conversation.sender}/trigger_intent",
                params=query,
                json={"name": "signed_in"},
                timeout=TIMEOUT,
            )
        except requests.RequestException:
            logger.warning("Rasa cannot be reached; the sign-in will be told later")
            return False
        return answer.ok
