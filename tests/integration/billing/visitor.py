"""A site with sign-in and two customers, the assistant that asks, and a visitor's browser."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import httpx
from fastapi import FastAPI
from sqlalchemy import delete

from billing import clock
from billing.database import Database
from billing.models import Customer
from billing.signin.passwords import hash_password
from billing.signin.tables import SignInAttempt

DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
PASSWORD = "correct horse battery"
LUCIA, TOMASZ = "lucia", "Tomasz.Nowak"


@dataclass(frozen=True)
class Site:
    """A running site; `database` is its own."""

    url: str
    database: Database

    def forget_attempts(self) -> None:
        """Nobody has tried anything yet."""
        with self.database.write() as session:
            session.execute(delete(SignInAttempt))

    def post(self, path: str, **form: str) -> httpx.Response:
        """What the assistant posts."""
        return httpx.post(self.url + path, data=form, trust_env=False)

    def ask(self, language: str = "es") -> dict[str, Any]:
        """The assistant asks to sign somebody in."""
        answer = self.post(
            "/oauth/device_authorization",
            client_id="aclaro",
            scope="selfcare",
            ui_locales=language,
        )
        assert answer.status_code == 200, answer.text
        asked: dict[str, Any] = answer.json()
        return asked

    def poll(self, asked: dict[str, Any]) -> httpx.Response:
        """The assistant asks whether the customer has signed in."""
        return self.post(
            "/oauth/token",
            client_id="aclaro",
            grant_type=DEVICE_GRANT,
            device_code=asked["device_code"],
        )

    def about(self, access_token: str) -> httpx.Response:
        """Whom the token stands for."""
        return httpx.get(
            f"{self.url}/oauth/userinfo",
            headers={"Authorization": f"Bearer {access_token}"},
            trust_env=False,
        )


class Visitor:
    """A browser: keeps cookies, follows redirects, fills in the form that it sees."""

    def __init__(self, site: Site, **headers: str) -> None:
        self.http = httpx.Client(
            base_url=site.url, headers=headers, trust_env=False, follow_redirects=True
        )
        self.hidden: dict[str, str] = {}

    def __enter__(self) -> "Visitor":
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    def open(self, asked: dict[str, Any], **query: str) -> httpx.Response:
        """Open the link that the assistant gave."""
        return self._seen(
            self.http.get("/device", params={"user_code": asked["user_code"], **query})
        )

    def sign_in(self, user_name: str, password: str = PASSWORD, **headers: str) -> httpx.Response:
        """Send the form of the page that is open."""
        return self.send({"user_name": user_name, "password": password}, **headers)

    def refuse(self) -> httpx.Response:
        """Say that one did not ask."""
        return self.send({"answer": "refuse"})

    def send(self, fields: dict[str, str], **headers: str) -> httpx.Response:
        """Post the open page's form with these fields."""
        return self._seen(
            self.http.post("/device", data={**self.hidden, **fields}, headers=headers)
        )

    def _seen(self, page: httpx.Response) -> httpx.Response:
        self.hidden = dict(
            re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.text)
        )
        return page


class MovingClock:
    """The process's clock, moved forward by a test."""

    def __init__(self) -> None:
        self._ahead = timedelta(0)
        self._real = clock.now

    def now(self) -> datetime:
        """The present instant of the test."""
        return self._real() + self._ahead

    def forward(self, **by: float) -> None:
        """Let time pass; `by` as for timedelta."""
        self._ahead += timedelta(**by)


def path_of(page: httpx.Response) -> str:
    """Where the browser has ended up."""
    return urlsplit(str(page.url)).path


def empty_site(app: FastAPI, url: str) -> Site:
    """The site of this application, with its two customers."""
    database: Database = app.state.database
    database.migrate()
    with database.write() as session:
        session.add_all(
            [
                Customer(
                    id="C-1",
                    name="Lucía Ferrer",
                    user_name=LUCIA,
                    password_hash=hash_password(PASSWORD),
                    language="es",
                ),
                Customer(
                    id="C-2",
                    name="Tomasz Nowak",
                    user_name=TOMASZ,
                    password_hash=hash_password(PASSWORD),
                    language="pl",
                ),
            ]
        )
    return Site(url, database)
