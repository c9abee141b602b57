"""What a customer does on the operator's page, without a browser."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from urllib.parse import urlencode, urljoin

PASSWORD = "aclaro-demo"
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


def sign_in(link: str, user_name: str, password: str = PASSWORD) -> None:
    """Opens the link that the assistant gave and signs in there.

    Raises AssertionError if the page does not say that it is done.
    """
    _answer(link, {"user_name": user_name, "password": password, "answer": "sign_in"}, "/done")


def refuse(link: str) -> None:
    """Opens the link and says that nobody asked for it."""
    _answer(link, {"answer": "refuse"}, "/refused")


def _answer(link: str, fields: dict[str, str], leads_to: str) -> None:
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    with browser.open(link, timeout=10) as page:
        hidden = dict(HIDDEN.findall(page.read().decode()))
    form = urlencode({**hidden, **fields}).encode()
    try:
        with browser.open(urljoin(link, "/device"), form, timeout=10) as done:
            assert leads_to in done.url, f"the page led to {done.url}"
    except urllib.error.HTTPError as error:
        with error:
            raise AssertionError(
                f"the page answered {error.code}: {error.read()[:500]!r}"
            ) from None


class OwnPage:
    """The customer's own page on the operator's site, in one browser."""

    def __init__(self, site: str, user_name: str, password: str = PASSWORD) -> None:
        self._address = f"{site}/account"
        self._browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        self._user_name, self._password = user_name, password
        self.tokens: list[str | None] = []

    def log_in(self) -> None:
        """Fill in the form. Raises AssertionError if the page does not let the customer in."""
        self._send("log-in", {"user_name": self._user_name, "password": self._password})
        assert self.says_who_is_there(), "the page did not let the customer in"

    def log_out(self) -> None:
        """Press the button."""
        self._send("log-out", {})

    def says_who_is_there(self) -> str | None:
        """What it tells the chat: a fresh token, or nothing."""
        with self._browser.open(f"{self._address}/visitor", timeout=10) as answer:
            self.tokens.append(json.load(answer)["token"])
        return self.tokens[-1]

    def _send(self, what: str, fields: dict[str, str]) -> None:
        with self._browser.open(self._address, timeout=10) as page:
            hidden = dict(HIDDEN.findall(page.read().decode()))
        form = urlencode({**hidden, **fields}).encode()
        self._browser.open(f"{self._address}/{what}", form, timeout=10).close()
