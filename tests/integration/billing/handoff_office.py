"""A desk with officers, the assistant beside it, and what an open page of an officer's is shown."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import delete, select
from websockets.sync.client import ClientConnection, connect

from billing import clock
from billing.database import Database
from billing.handoff.conversations import end
from billing.models import Handoff, OfficerPresence
from billing.staff.tables import StaffMember
from tests.integration.billing.assistant_side import SECRET, Assistant
from tests.integration.billing.listener import Listener, listening
from tests.integration.billing.officers import ROLES, Browser, open_desk, path_of

ENOUGH = 20  # seconds


class Office:
    """A site with officers, the assistant beside it, and who hears what the assistant is told."""

    def __init__(self, url: str, database: Database, heard: Listener) -> None:
        self.url, self.database, self.heard = url, database, heard
        self.assistant = Assistant(url)

    def told(self, id_: str, how_many: int) -> list[tuple[str, str | None]]:
        """What the assistant is told of a conversation: at least so much of it, in order."""
        wait_for(lambda: len(self._of(id_)) >= how_many)
        return self._of(id_)

    def _of(self, id_: str) -> list[tuple[str, str | None]]:
        accepted = [it for it in self.heard.accepted if it["handoff"] == id_]
        return [(it["event"], it["text"]) for it in accepted]

    def end_all(self) -> None:
        """Nobody waits any more, and no officer is there."""
        with self.database.write() as session:
            session.execute(delete(OfficerPresence))
            for handoff in session.scalars(select(Handoff).where(Handoff.state != "ended")):
                end(session, handoff.id, "closed_for_today", clock.now())

    @contextmanager
    def signed_in(self, name: str) -> Iterator[Browser]:
        """A browser of an officer's in which nobody else has signed in."""
        with self.database.write() as session:
            session.get_one(StaffMember, name).totp_step = None
        browser = Browser(self.url)
        assert path_of(browser.sign_in(name)) == "/staff"
        yield browser
        browser.http.close()

    @contextmanager
    def all_signed_in(self) -> Iterator[dict[str, Browser]]:
        """The browser of each officer."""
        with ExitStack() as open_ones:
            yield {name: open_ones.enter_context(self.signed_in(name)) for name in ROLES}


@contextmanager
def opened(directory: Path) -> Iterator[Office]:
    """An office with the demonstration's customers."""
    with listening() as heard:
        handoffs = {"handoff_secret": SECRET, "handoff_callback": heard.address}
        with open_desk(directory, **handoffs) as (url, database):
            office = Office(url, database, heard)
            yield office
            office.assistant.http.close()


def act(browser: Browser, id_: str, what: str, **fields: str) -> httpx.Response:
    """Open a conversation and do something with it."""
    browser.get(f"/staff/handoff/{id_}")
    return browser.send(f"/staff/handoff/{id_}/{what}", **fields)


class Live:
    """An open page of an officer's: what it has been shown, and what is sent from it."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.parts: dict[str, str] = {}
        self.lines = ""
        self.stands: list[str] = []
        self.answers: list[dict[str, Any]] = []

    def send(self, id_: str, text: str) -> dict[str, Any]:
        """Send the customer something; how it is answered."""
        self.socket.send(json.dumps({"id": id_, "text": text}))
        self.until(lambda: bool(self.answers))
        return self.answers.pop()

    def until(self, happened: Callable[[], bool]) -> None:
        """Look on until that has happened."""
        while not happened():
            news = json.loads(self.socket.recv(timeout=ENOUGH))
            self.parts |= news.get("parts", {})
            self.lines += news.get("lines", "")
            self.stands += [news["stands"]] if "stands" in news else []
            if "kept" in news or "refused" in news:
                self.answers.append(news)


@contextmanager
def live(office: Office, browser: Browser | None, path: str, **headers: str) -> Iterator[Live]:
    """A page's WebSocket, as the officer's browser opens it."""
    cookies = "; ".join(f"{k}={v}" for k, v in browser.http.cookies.items()) if browser else ""
    address = office.url.replace("http", "ws") + path
    asked = {"Cookie": cookies, "Origin": office.url} | headers
    with connect(address, additional_headers=asked, proxy=None) as socket:
        yield Live(socket)


def seen_at(office: Office) -> datetime:
    with office.database.read() as session:
        return session.scalars(select(OfficerPresence.seen_at)).one()


def wait_for(happened: Callable[[], bool]) -> None:
    ends = time.monotonic() + ENOUGH
    while not happened():
        assert time.monotonic() < ends
        time.sleep(0.05)
