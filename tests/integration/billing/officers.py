"""Officers at the desk: a browser that signs in with a code, and fills in the forms it sees."""

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx

from billing import clock
from billing.app import create_app
from billing.database import Database
from billing.demo import fill
from billing.events.subscriptions import keep_configured
from billing.settings import Settings
from billing.staff.officers import NewOfficer, add
from billing.staff.second_factor import code
from billing.staff.vault import vault
from tests.integration.billing.databases import empty_database
from tests.integration.billing.server import running

PASSWORD = "twelve small words"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
ROLES = {"clerk-1": "clerk", "clerk-2": "clerk", "lead-1": "supervisor", "reader-1": "auditor"}


def add_officers(database: Database, settings: Settings, now: datetime) -> None:
    """Two clerks, a supervisor and an auditor, who read English."""
    with database.write() as session:
        for name, role in ROLES.items():
            new = NewOfficer(name, name.title(), PASSWORD, role, "en")
            add(session, vault(settings), new, now, SECRET)


@contextmanager
def open_desk(directory: Path, **more: Any) -> Iterator[tuple[str, Database]]:
    """A site with the demonstration's customers, officers, and `more` settings: its address and its
    database.
    """
    with empty_database(directory) as place:
        settings = Settings(aclaro_var=directory, database_url=place, **more)
        app = create_app(settings)
        database: Database = app.state.database
        database.migrate()
        with database.write() as session:
            fill(session, clock.now())
            keep_configured(session, settings, clock.now())
        add_officers(database, settings, clock.now())
        with running(app) as url:
            yield url, database


class Browser:
    """An officer's browser: keeps cookies, follows redirects, knows the form of the open page."""

    def __init__(self, address: str, **headers: str) -> None:
        self.http = httpx.Client(
            base_url=address,
            headers=headers,
            trust_env=False,
            follow_redirects=True,
            timeout=30,
            limits=httpx.Limits(max_keepalive_connections=0),
        )
        self.hidden: dict[str, str] = {}

    def get(self, path: str, **query: str | int) -> httpx.Response:
        """Open a page."""
        return self._seen(self.http.get(path, params=query))

    def send(self, path: str, **fields: str) -> httpx.Response:
        """Post the open page's last form with these fields."""
        return self._seen(self.http.post(path, data={**self.hidden, **fields}))

    def give_password(self, name: str, password: str = PASSWORD) -> httpx.Response:
        """The first step of the sign-in."""
        self.get("/staff/sign-in", lang="en")
        return self.send("/staff/sign-in", user_name=name, password=password)

    def give_code(self, digits: str) -> httpx.Response:
        """The second step."""
        self.get("/staff/code", lang="en")
        return self.send("/staff/code", code=digits)

    def sign_in(self, name: str) -> httpx.Response:
        """Both steps."""
        self.give_password(name)
        return self.give_code(code(SECRET, clock.true_time()))

    def search(self, typed: str) -> httpx.Response:
        """Type something into the search."""
        self.get("/staff")
        return self.send("/staff/search", q=typed)

    def act(self, number: str, act: str, words: str = "Words.", **query: str) -> httpx.Response:
        """Open an act's page, and do it with these words."""
        self.get(f"/staff/reports/{number}/{act}", **query)
        return self.send(f"/staff/reports/{number}/{act}", words=words)

    def _seen(self, page: httpx.Response) -> httpx.Response:
        fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.text)
        self.hidden = {name: html.unescape(value) for name, value in fields}
        return page


def text_of(page: httpx.Response) -> str:
    """What a page says, without its tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page.text)).split())


def path_of(page: httpx.Response) -> str:
    """Where the browser has ended up, with the query."""
    return str(page.url.raw_path.decode())
