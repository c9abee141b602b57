"""The desk's pages for customers who want a person: the list, the conversation, both sides live."""

import json
import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import delete, select
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from billing import clock
from billing.app import create_app
from billing.database import Database
from billing.demo import fill
from billing.events.subscriptions import keep_configured
from billing.handoff.conversations import end
from billing.models import AuditEntry, Handoff, OfficerPresence, Ticket
from billing.settings import Settings
from billing.staff.handoff import CANNED
from billing.staff.tables import StaffMember
from tests.integration.billing.assistant_side import SECRET, Assistant
from tests.integration.billing.databases import empty_database
from tests.integration.billing.listener import Listener, listening
from tests.integration.billing.officers import ROLES, Browser, add_officers, path_of, text_of
from tests.integration.billing.server import running
from tests.integration.billing.visitor import MovingClock

ENOUGH = 20  # seconds
LISTED = re.compile(r'<th scope="row"><a href="/staff/handoff/([\w-]+)')


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


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    directory = tmp_path_factory.mktemp("office")
    with empty_database(directory) as place, listening() as heard:
        settings = Settings(
            aclaro_var=directory,
            database_url=place,
            handoff_secret=SECRET,
            handoff_callback=heard.address,
        )
        app = create_app(settings)
        database: Database = app.state.database
        database.migrate()
        with database.write() as session:
            fill(session, clock.now())
            keep_configured(session, settings, clock.now())
        add_officers(database, settings, clock.now())
        with running(app) as url:
            office = Office(url, database, heard)
            yield office
            office.assistant.http.close()


@pytest.fixture(scope="module")
def browsers(office: Office) -> Iterator[dict[str, Browser]]:
    """The browser of each officer, signed in."""
    browsers = {name: Browser(office.url) for name in ROLES}
    for name, browser in browsers.items():
        assert path_of(browser.sign_in(name)) == "/staff"
    yield browsers
    for browser in browsers.values():
        browser.http.close()


@pytest.fixture
def assistant(office: Office) -> Assistant:
    return office.assistant


@pytest.fixture
def clerk(browsers: dict[str, Browser]) -> Browser:
    return browsers["clerk-1"]


@pytest.fixture
def other(browsers: dict[str, Browser]) -> Browser:
    return browsers["clerk-2"]


@pytest.fixture
def reader(browsers: dict[str, Browser]) -> Browser:
    return browsers["reader-1"]


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


def test_nobody_looks_in_who_is_not_signed_in(office: Office, assistant: Assistant):
    browser = Browser(office.url)
    for path in ("", f"/{assistant.hand_over()}"):
        assert path_of(browser.get(f"/staff/handoff{path}")) == "/staff/sign-in"
    browser.http.close()


def test_who_waits_longest_is_first(office: Office, clerk: Browser, assistant: Assistant):
    office.end_all()
    assert "Nobody is waiting" in clerk.get("/staff/handoff").text
    ids = [assistant.hand_over() for _ in range(3)]
    page = clerk.get("/staff/handoff")
    assert LISTED.findall(page.text) == ids
    assert "3 customers are waiting" in page.text
    assert "disputing a charge (Unexpected roaming) – Telegram Spanish" in text_of(page)


def test_a_row_says_who_and_what_about(office: Office, clerk: Browser, assistant: Assistant):
    office.end_all()
    with office.database.read() as session:
        number = session.scalars(select(Ticket.id).limit(1)).one()
    assistant.hand_over(
        customer=None,
        channel="web",
        language="fr-CA",
        summary={"wish": None, "report": number, "language": "fr"},
    )
    assistant.hand_over(channel="pigeon", language="xx", summary={"report": "ELSEWHERE-7"})
    page = clerk.get("/staff/handoff")
    assert f"Not signed in not said {number} Website chat French less than a minute" in text_of(
        page
    )
    assert f'href="/staff/reports/{number}"' in page.text
    assert "ELSEWHERE-7 pigeon xx" in text_of(page)
    assert 'href="/staff/reports/ELSEWHERE-7"' not in page.text


def test_the_customers_words_are_shown_as_they_are(clerk: Browser, assistant: Assistant):
    page = clerk.get(f"/staff/handoff/{assistant.hand_over()}")
    assert '<blockquote lang="es">Quiero hablar &lt;ya&gt; con alguien</blockquote>' in page.text
    assert "Ana Castro Gil" in text_of(page)
    assert 'href="/staff/customers/C-1001"' in page.text
    assert "local to the account: Madrid" in text_of(page)


def test_officers_say_whether_they_are_there(office: Office, clerk: Browser, reader: Browser):
    office.end_all()
    assert "You are away. No officer is there." in text_of(clerk.get("/staff/handoff"))
    page = clerk.send("/staff/handoff/presence")
    assert "You are there for customers. One officer is there." in text_of(page)
    assert office.assistant.get("/presence").json()["present"] == 1
    assert "I am there" not in reader.get("/staff/handoff").text
    assert reader.send("/staff/handoff/presence", there="yes").status_code == 403
    clerk.get("/staff/handoff")
    page = clerk.send("/staff/handoff/presence")
    assert "You are away. No officer is there." in text_of(page)
    with office.database.read() as session:
        actions = session.scalars(select(AuditEntry.action).order_by(AuditEntry.id.desc()).limit(2))
        assert list(actions) == ["handoffAway", "handoffThere"]


def test_who_signs_out_is_not_there(office: Office):
    office.end_all()
    with office.signed_in("lead-1") as browser:
        browser.get("/staff/handoff")
        browser.send("/staff/handoff/presence")
        assert office.assistant.get("/presence").json()["present"] == 1
        browser.get("/staff")
        browser.send("/staff/sign-out")
        assert office.assistant.get("/presence").json()["present"] == 0


def test_a_conversation_goes_both_ways_without_a_script(
    office: Office, clerk: Browser, assistant: Assistant
):
    id_ = assistant.hand_over()
    page = act(clerk, id_, "take")
    assert page.status_code == 200
    assert "you are talking with the customer" in text_of(page)
    assert assistant.state(id_)["state"] == "taken"
    page = act(clerk, id_, "say", words="Buenos días,\r\nsoy yo.")
    assert '<blockquote lang="es">Buenos días,\nsoy yo.</blockquote>' in page.text
    assistant.write(id_, "¡Por fin!")
    assert "¡Por fin!" in clerk.get(f"/staff/handoff/{id_}").text
    page = act(clerk, id_, "hand-back")
    assert path_of(page) == "/staff/handoff?done=handed_back"
    assert "The assistant has the conversation again." in text_of(page)
    assert office.told(id_, 3) == [
        ("taken", None),
        ("said", "Buenos días,\nsoy yo."),
        ("handed_back", None),
    ]
    assert {it["officer"] for it in office.heard.accepted if it["handoff"] == id_} == {"Clerk-1"}


def test_the_same_form_sent_twice_says_it_once(
    office: Office, clerk: Browser, assistant: Assistant
):
    id_ = assistant.hand_over()
    act(clerk, id_, "take")
    form = dict(clerk.hidden)
    for _ in range(2):
        clerk.hidden = form
        assert clerk.send(f"/staff/handoff/{id_}/say", words="Una vez.").status_code == 200
    act(clerk, id_, "end")
    assert office.told(id_, 3) == [("taken", None), ("said", "Una vez."), ("handed_back", None)]


def test_of_two_at_once_one_has_it_and_the_other_is_told(
    office: Office, clerk: Browser, other: Browser, assistant: Assistant
):
    id_ = assistant.hand_over()
    for browser in (clerk, other):
        browser.get(f"/staff/handoff/{id_}")
    with ThreadPoolExecutor(2) as officers:
        pages = list(officers.map(lambda it: it.send(f"/staff/handoff/{id_}/take"), (clerk, other)))
    assert sorted(page.status_code for page in pages) == [200, 409]
    late = next(page for page in pages if page.status_code == 409)
    assert "another officer was faster" in text_of(late)
    assert re.search(r"Clerk-[12] is talking with the customer", text_of(late))
    assert re.search(r"Take over from Clerk-[12]", late.text)


def test_what_was_typed_stays_when_somebody_took_over_or_it_is_over(
    clerk: Browser, other: Browser, assistant: Assistant
):
    id_ = assistant.hand_over()
    act(clerk, id_, "take")
    act(other, id_, "take")
    page = clerk.send(f"/staff/handoff/{id_}/say", words="Mis <palabras>", message="1")
    assert page.status_code == 409
    assert "Mis &lt;palabras&gt;</textarea>" in page.text
    assistant.end(id_)
    page = other.send(f"/staff/handoff/{id_}/say", words="Otras palabras", message="2")
    assert (page.status_code, "Otras palabras" in page.text) == (409, True)
    assert "The customer has left." in text_of(page)


def test_words_are_needed(clerk: Browser, assistant: Assistant):
    id_ = assistant.hand_over()
    act(clerk, id_, "take")
    assert act(clerk, id_, "say", words=" \r\n ").status_code == 422
    page = act(clerk, id_, "say", words="x" * 2001)
    assert (page.status_code, "x" * 2001 in page.text) == (422, True)


def test_ready_made_answers_are_in_the_customers_language_and_sent_by_hand(
    office: Office, clerk: Browser, assistant: Assistant
):
    id_ = assistant.hand_over(language="pl")
    page = act(clerk, id_, "take")
    assert page.text.count("<option ") == len(CANNED)
    page = clerk.send(f"/staff/handoff/{id_}/canned", words="Witam.", canned="checking")
    assert "Witam.\nJuż to sprawdzam. Zajmie mi to minutę lub dwie.</textarea>" in page.text
    page = clerk.send(f"/staff/handoff/{id_}/canned", words="", canned="hello")
    assert "nazywam się Clerk-1" in page.text.replace("\xa0", " ")
    assert "Witam." not in page.text
    nonsense = clerk.send(f"/staff/handoff/{id_}/canned", words="", canned="nonsense")
    assert nonsense.status_code == 200
    assert office.told(id_, 1) == [("taken", None)]


def test_a_customer_whose_language_we_do_not_speak_is_answered_in_the_officers(
    clerk: Browser, assistant: Assistant
):
    id_ = assistant.hand_over(language="xx")
    assert "this is Clerk-1" in act(clerk, id_, "take").text


def test_who_only_reads_sees_it_and_does_nothing(reader: Browser, assistant: Assistant):
    id_ = assistant.hand_over()
    page = reader.get(f"/staff/handoff/{id_}")
    assert page.status_code == 200
    assert "Take the conversation" not in page.text
    for what in ("take", "say", "canned", "hand-back", "end"):
        assert reader.send(f"/staff/handoff/{id_}/{what}", words="x").status_code == 403
    assert assistant.state(id_)["state"] == "waiting"


@pytest.mark.parametrize("id_", ["what", "%00", str(uuid4())])
def test_a_conversation_that_is_not_there(clerk: Browser, id_: str):
    page = clerk.get(f"/staff/handoff/{id_}")
    assert (page.status_code, "no such conversation" in page.text) == (404, True)
    clerk.get("/staff/handoff")
    assert clerk.send(f"/staff/handoff/{id_}/take").status_code == 404


def test_a_form_of_another_page_does_nothing(office: Office, clerk: Browser, assistant: Assistant):
    id_ = assistant.hand_over()
    clerk.get(f"/staff/handoff/{id_}")
    foreign = clerk.http.post(
        f"/staff/handoff/{id_}/take",
        data=clerk.hidden,
        headers={"Origin": "http://evil.example", "Sec-Fetch-Site": "cross-site"},
    )
    assert foreign.status_code == 403
    assert clerk.http.post(f"/staff/handoff/{id_}/take", data={"seen": ""}).status_code == 403
    assert assistant.state(id_)["state"] == "waiting"


def test_the_trail_tells_of_conversations(
    clerk: Browser, browsers: dict[str, Browser], assistant: Assistant
):
    id_ = assistant.hand_over()
    act(clerk, id_, "take")
    act(clerk, id_, "end")
    trail = text_of(browsers["lead-1"].get("/staff/audit", officer="clerk-1"))
    assert f"took a conversation ({id_[:8]})" in trail
    assert f"ended a conversation ({id_[:8]})" in trail


def test_what_the_customer_writes_appears_at_once_and_words_go_out(
    office: Office, clerk: Browser, assistant: Assistant
):
    id_ = assistant.hand_over()
    act(clerk, id_, "take")
    with live(office, clerk, f"/staff/handoff/{id_}/live?after=0") as page:
        page.until(lambda: "Un momento, por favor." in page.lines)
        assistant.write(id_, "¿Hola? <b>")
        page.until(lambda: "¿Hola? &lt;b&gt;" in page.lines)
        assert page.send("m-1", " Buenos días. ") == {"kept": "m-1"}
        assert page.send("m-1", "Buenos días.") == {"kept": "m-1"}
        page.until(lambda: "Buenos días." in page.lines)
        refused = page.send("m-2", "  ")
        assert (refused["refused"], "2,000" in refused["why"]) == ("m-2", True)
        assistant.end(id_)
        page.until(lambda: "The customer has left." in page.lines)
        assert page.stands == ["taken clerk-1", "ended clerk-1"]
        assert "over" in page.parts["status"]
        assert "is over" in page.send("m-3", "¿Sigue ahí?")["why"]
        assert page.lines.count("Buenos días.") == 1
    assert office.told(id_, 2) == [("taken", None), ("said", "Buenos días.")]


def test_a_page_that_comes_back_gets_what_it_has_missed_and_no_more(
    office: Office, clerk: Browser, assistant: Assistant
):
    id_ = assistant.hand_over()
    act(clerk, id_, "take")
    last = re.findall(r'data-last="(\d+)"', clerk.get(f"/staff/handoff/{id_}").text)[0]
    assistant.write(id_, "Meanwhile")
    with live(office, clerk, f"/staff/handoff/{id_}/live?after={last}") as page:
        page.until(lambda: "Meanwhile" in page.lines)
        assert page.lines.count("<li") == 1


def test_two_officers_pages_tell_who_was_faster(
    office: Office, clerk: Browser, other: Browser, assistant: Assistant
):
    id_ = assistant.hand_over()
    with live(office, other, f"/staff/handoff/{id_}/live") as page:
        page.until(lambda: page.stands == ["waiting "])
        act(clerk, id_, "take")
        page.until(lambda: page.stands[1:] == ["taken clerk-1"])
        assert "Clerk-1 is talking with the customer" in page.parts["status"]
        assert "another officer" in page.send("m-1", "¡Hola!")["why"]


def test_who_only_reads_writes_nothing_live(office: Office, reader: Browser, assistant: Assistant):
    id_ = assistant.hand_over()
    with live(office, reader, f"/staff/handoff/{id_}/live") as page:
        assert page.send("m-1", "Hola")["refused"] == "m-1"


def test_the_waiting_list_is_live(office: Office, clerk: Browser, assistant: Assistant):
    office.end_all()
    with live(office, clerk, "/staff/handoff/live") as page:
        page.until(lambda: "Nobody is waiting" in page.parts.get("talks", ""))
        id_ = assistant.hand_over()
        page.until(lambda: id_ in page.parts["talks"])
        assert "one customer is waiting" in page.parts["count"]


def test_an_open_page_is_a_sign_of_life_but_does_not_keep_the_log_in(
    office: Office, moving: MovingClock
):
    office.end_all()
    with office.signed_in("lead-1") as browser:
        browser.get("/staff/handoff")
        browser.send("/staff/handoff/presence")
        with live(office, browser, "/staff/handoff/live") as page:
            for _ in range(4):
                before = seen_at(office)
                moving.forward(minutes=4)
                wait_for(lambda: seen_at(office) > before)  # noqa: B023
            assert office.assistant.get("/presence").json()["present"] == 1
            moving.forward(minutes=20)
            with pytest.raises(ConnectionClosed) as closed:
                page.until(lambda: False)
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 4401


def seen_at(office: Office) -> datetime:
    with office.database.read() as session:
        return session.scalars(select(OfficerPresence.seen_at)).one()


def wait_for(happened: Callable[[], bool]) -> None:
    ends = time.monotonic() + ENOUGH
    while not happened():
        assert time.monotonic() < ends
        time.sleep(0.05)


def test_nobody_listens_who_is_not_signed_in_or_comes_from_elsewhere(
    office: Office, clerk: Browser, assistant: Assistant
):
    id_ = assistant.hand_over()
    for path in ("/staff/handoff/live", f"/staff/handoff/{id_}/live"):
        with live(office, None, path) as page, pytest.raises(ConnectionClosed) as closed:
            page.until(lambda: False)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 4401
        with (
            pytest.raises(InvalidStatus) as refused,
            live(office, clerk, path, Origin="http://evil.example"),
        ):
            pass
        assert refused.value.response.status_code == 403


@pytest.mark.parametrize("after", ["-1", "x", str(2**31), str(2**64)])
def test_there_is_no_line_of_that_number(
    office: Office, clerk: Browser, assistant: Assistant, after: str
):
    path = f"/staff/handoff/{assistant.hand_over()}/live?after={after}"
    with pytest.raises(InvalidStatus), live(office, clerk, path):
        pass


@pytest.mark.parametrize(
    "sent", ["", "{", "[]", '"x"', '{"id": 1, "text": "x"}', '{"id": "x"}', b"\x00", "x" * 20_000]
)
def test_nonsense_ends_the_connection_and_nothing_else(
    office: Office, clerk: Browser, assistant: Assistant, sent: str | bytes
):
    id_ = assistant.hand_over()
    with live(office, clerk, f"/staff/handoff/{id_}/live") as page:
        page.socket.send(sent)
        with pytest.raises(ConnectionClosed) as closed:
            page.until(lambda: False)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 4400
    assert assistant.state(id_)["state"] == "waiting"


def test_the_pages_run_one_script_of_their_own_and_nothing_else(
    office: Office, clerk: Browser, assistant: Assistant
):
    for path in ("/staff/handoff", f"/staff/handoff/{assistant.hand_over()}"):
        page = clerk.get(path)
        assert re.findall(r"<script[^>]*>", page.text) == ['<script src="/site/handoff.js" defer>']
        assert "script-src 'self'" in page.headers["content-security-policy"]
        assert not re.search(r"\son\w+=|style=", page.text)
    assert clerk.get("/site/handoff.js").status_code == 200
    assert "<script" not in clerk.get("/staff").text


def test_without_an_assistant_there_are_no_such_pages(
    tmp_path_factory: pytest.TempPathFactory,
):
    directory = tmp_path_factory.mktemp("off")
    with empty_database(directory) as place:
        settings = Settings(aclaro_var=directory, database_url=place)
        app = create_app(settings)
        database: Database = app.state.database
        database.migrate()
        add_officers(database, settings, clock.now())
        with running(app) as url:
            browser = Browser(url)
            assert "Conversations" not in browser.sign_in("clerk-1").text
            assert browser.get("/staff/handoff").status_code == 404
            with pytest.raises(InvalidStatus) as refused:
                connect(url.replace("http", "ws") + "/staff/handoff/live", proxy=None)
            assert refused.value.response.status_code == 404
            browser.http.close()
