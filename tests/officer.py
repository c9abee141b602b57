"""A person at the operator's desk, for tests: signs in at /staff, takes a conversation, writes."""

from __future__ import annotations

import html
import re
import subprocess
import time

import requests

from scripts.settings import ROOT, SITE_PYTHON, surroundings
from tests.stack import Stack

PASSWORD = "aclaro-demo"
PATIENCE = 60
"""Seconds in which a customer's words are on an officer's page."""
#: How a customer asks for a person, what about, and how the officer greets.
ASKS_FOR_A_PERSON = {
    "es": "me puede atender alguien de carne y hueso?",
    "fr": "passez-moi quelqu'un svp, un vrai conseiller",
    "pl": "mogę pogadać z żywym człowiekiem?",
    "en": "I want to talk to a human being",
}
MATTER = {
    "es": "me han cobrado de más",
    "fr": "ma facture est beaucoup trop élevée",
    "pl": "mam za wysoki rachunek",
    "en": "my bill is far too high",
}
GREETING = {
    "es": "Buenos días, ahora mismo lo miro.",
    "fr": "Bonjour, je regarde cela tout de suite.",
    "pl": "Dzień dobry, już to sprawdzam.",
    "en": "Good morning. Let me have a look at it.",
}
LIST = "/staff/handoff"
_TALK = re.compile(rf'href="{LIST}/([0-9a-f-]{{36}})')
_FIELD = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')


class Officer:
    """The browser of the demonstration's officer who reads a language."""

    def __init__(self, stack: Stack, language: str) -> None:
        self._stack = stack
        self._browser = requests.Session()
        self._browser.trust_env = False
        self._talk = ""
        self._sign_in(f"desk-{language}")

    def comes(self) -> None:
        """Is there for customers."""
        self._send(LIST, f"{LIST}/presence", there="yes")

    def goes(self) -> None:
        """Is away."""
        self._send(LIST, f"{LIST}/presence", there="no")

    def takes(self) -> None:
        """Takes the conversation that waits longest."""
        found = _TALK.search(self._open(LIST))
        assert found, "nobody waits"
        self._talk = f"{LIST}/{found[1]}"
        self._send(self._talk, f"{self._talk}/take")

    def says(self, words: str) -> None:
        """Writes to the customer."""
        self._send(self._talk, f"{self._talk}/say", words=words)

    def hands_back(self) -> None:
        """Lets the assistant go on."""
        self._send(self._talk, f"{self._talk}/hand-back")

    def ends(self) -> None:
        """Settles the matter."""
        self._send(self._talk, f"{self._talk}/end")

    def reads(self) -> str:
        """What the page of the conversation says, without its tags."""
        page = re.sub(r"<[^>]*>", " ", self._open(self._talk or LIST))
        return " ".join(html.unescape(page).split())

    def waits_for(self, words: str) -> None:
        """Reads until the customer's words are there."""
        deadline = time.monotonic() + PATIENCE
        while words not in (page := self.reads()):
            assert time.monotonic() < deadline, f"{words!r} has not come: {page}"
            time.sleep(0.2)

    def _sign_in(self, name: str) -> None:
        self._send("/staff/sign-in", "/staff/sign-in", user_name=name, password=PASSWORD)
        self._send("/staff/code", "/staff/code", code=self._code(name))

    def _code(self, name: str) -> str:
        command = (str(SITE_PYTHON), "-m", "billing", "officer", "code", name)
        variables = surroundings(self._stack.variables)
        done = subprocess.run(
            command, cwd=ROOT, env=variables, capture_output=True, text=True, check=True
        )
        return done.stdout.split()[-1]

    def _open(self, path: str) -> str:
        answer = self._browser.get(self._stack.site_url + path, timeout=30)
        assert answer.status_code == 200, f"{path}: {answer.status_code}"
        return answer.text

    def _send(self, page: str, path: str, **fields: str) -> None:
        """Fill in the form that a page has for `path`."""
        hidden = _fields(self._open(page), path)
        address = self._stack.site_url + path
        answer = self._browser.post(address, {**hidden, **fields}, timeout=30)
        assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text[-500:]}"


def _fields(page: str, path: str) -> dict[str, str]:
    """The hidden fields of the form whose action is `path`."""
    forms = re.findall(r"<form\b[^>]*>.*?</form>", page, re.DOTALL)
    own = next((it for it in forms if f'action="{path}"' in it), None)
    return {name: html.unescape(value) for name, value in _FIELD.findall(own or page)}
