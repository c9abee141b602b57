"""The desk's page of a conversation in a real browser: both sides live, by keyboard alone."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import subprocess
import urllib.request
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from scripts.processes import Part, start, stop_all, wait_until_healthy
from scripts.settings import ROOT, SITE_PYTHON, surroundings
from tests.browser.customer import BEYOND_THE_EDGE
from tests.stack import free_ports

PHONE = {"width": 360, "height": 740}
ZOOMED = {"width": 320, "height": 640}


class Desk:
    """The site with the demonstration's officers, and the assistant that hands it conversations."""

    def __init__(self, folder: Path) -> None:
        (port,) = free_ports(1)
        self.url = f"http://127.0.0.1:{port}"
        self.secret = secrets.token_urlsafe(32)
        self.variables = {
            "ACLARO_VAR": str(folder),
            "DATABASE_URL": "",
            "PUBLIC_URL": self.url,
            "SITE_PORT": str(port),
            "RASA_URL": "http://127.0.0.1:9",
            "HANDOFF_SECRET": self.secret,
            "HANDOFF_CALLBACK": "",
            "EVENTS_CALLBACK": "",
        }
        self._billing("demo")
        command = [str(SITE_PYTHON), "-m", "billing", "serve"]
        part = Part("site", command, port, f"{self.url}/healthz")
        self.process = start(part, self.variables, folder / "site.log")
        wait_until_healthy([self.process])

    def code(self) -> str:
        """What the officer's telephone shows at this moment."""
        return self._billing("officer", "code", "desk-en").split()[-1]

    def hand_over(self) -> str:
        """The id of a conversation that waits."""
        id_, now = str(uuid4()), datetime.now(timezone.utc).isoformat()
        self.post(
            "/conversations",
            {
                "id": id_,
                "channel": "web",
                "language": "es",
                "customer": {"name": "Ana Castro Gil", "accountId": "BA-ES-1001"},
                "summary": {"wish": "explain_bill", "report": None, "language": "es"},
                "transcript": [{"who": "customer", "text": "Con una persona", "at": now}],
            },
        )
        return id_

    def write(self, id_: str, text: str) -> None:
        """The customer writes."""
        now = datetime.now(timezone.utc).isoformat()
        self.post(f"/conversations/{id_}/messages", {"id": uuid4().hex, "text": text, "at": now})

    def post(self, path: str, body: dict[str, Any]) -> None:
        """What the assistant sends, signed."""
        content, time = json.dumps(body).encode(), datetime.now(timezone.utc).isoformat()
        said = "\n".join(("POST", f"/handoff/v1{path}", time, "")).encode() + content
        signed = hmac.new(self.secret.encode(), said, hashlib.sha256)
        headers = {"X-Event-Time": time, "X-Signature-256": f"sha256={signed.hexdigest()}"}
        request = urllib.request.Request(f"{self.url}/handoff/v1{path}", content, headers)
        with urllib.request.urlopen(request, timeout=30) as answer:
            assert answer.status in (200, 201)

    def _billing(self, *arguments: str) -> str:
        command = [str(SITE_PYTHON), "-m", "billing", *arguments]
        variables = surroundings(self.variables)
        return subprocess.run(
            command, cwd=ROOT, env=variables, check=True, capture_output=True, text=True
        ).stdout


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("desk"))
    yield desk
    stop_all([desk.process])


@pytest.fixture(scope="module")
def signed_in(browser: Browser, desk: Desk) -> Iterator[BrowserContext]:
    """The officer's browser."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{desk.url}/staff/sign-in?lang=en")
    page.get_by_label("User name").fill("desk-en")
    page.get_by_label("Password").fill("aclaro-demo")
    page.keyboard.press("Enter")
    page.locator("#code").fill(desk.code())
    page.keyboard.press("Enter")
    page.wait_for_url("**/staff")
    page.close()
    yield context
    context.close()


@pytest.fixture
def page(signed_in: BrowserContext, complaints: list[str]) -> Iterator[Page]:
    page = signed_in.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    yield page
    page.close()


def taken(page: Page, desk: Desk) -> str:
    """The id of a conversation that the officer has taken, and looks at."""
    id_ = desk.hand_over()
    page.goto(f"{desk.url}/staff/handoff/{id_}")
    page.get_by_role("button", name="Take the conversation").press("Enter")
    expect(page.get_by_role("status").first).to_have_text("you are talking with the customer")
    return id_


def looks(page: Page, *, away: bool) -> None:
    """The officer looks elsewhere, or here again: the browser says so."""
    page.evaluate(
        """away => {
            Object.defineProperty(document, "hidden", { value: away, configurable: true });
            document.dispatchEvent(new Event("visibilitychange"));
        }""",
        away,
    )


def test_a_conversation_is_held_by_keyboard_alone(page: Page, desk: Desk, complaints: list[str]):
    id_ = taken(page, desk)
    log = page.get_by_role("log")
    desk.write(id_, "¿Hola? <b>¿Hay alguien?</b>")
    expect(log).to_contain_text("<b>¿Hay alguien?</b>")
    words = page.locator("#words")
    page.get_by_label("Ready-made answer").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(words).to_be_focused()
    expect(words).to_have_value("Un momento, por favor. Enseguida estoy con usted.")
    page.keyboard.press("Control+End")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("Lo miro.")
    page.keyboard.press("Enter")
    expect(words).to_have_value("")
    expect(log.locator(".officer")).to_have_count(1)
    expect(log.locator(".officer blockquote")).to_have_text(
        "Un momento, por favor. Enseguida estoy con usted.\nLo miro.", use_inner_text=True
    )
    assert complaints == []


def test_what_is_typed_stays_when_the_customer_goes(page: Page, desk: Desk):
    id_ = taken(page, desk)
    page.locator("#words").fill("Todavía escribo")
    desk.post(f"/conversations/{id_}/end", {"reason": "customer_left"})
    expect(page.get_by_role("log")).to_contain_text("The customer has left.")
    expect(page.get_by_text("Something has happened here")).to_be_visible()
    expect(page.locator("#words")).to_have_value("Todavía escribo")
    expect(page.get_by_role("button", name="Send")).to_be_disabled()


def test_what_is_written_while_the_line_is_down_is_sent_once(page: Page, desk: Desk):
    taken(page, desk)
    page.evaluate("pause = 1e7; socket.close()")
    page.locator("#words").fill("Sigo aquí.")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator(".officer blockquote")).to_have_text("Sigo aquí.")
    page.reload()
    expect(page.locator(".officer")).to_have_count(1)


def test_who_waits_appears_on_the_list_and_in_the_title(page: Page, desk: Desk):
    page.goto(f"{desk.url}/staff/handoff")
    id_ = desk.hand_over()
    expect(page.locator(f"a[href$='{id_}']")).to_be_visible()
    assert page.title().startswith("(")


def test_the_title_tells_of_words_that_came_while_the_officer_was_elsewhere(page: Page, desk: Desk):
    id_ = taken(page, desk)
    seen = page.title()
    looks(page, away=True)
    for words in ("¿Hola?", "¿Sigue ahí?"):
        desk.write(id_, words)
    expect(page).to_have_title(f"(2) {seen}")
    looks(page, away=False)
    expect(page).to_have_title(seen)
    desk.write(id_, "Ya veo.")
    expect(page.get_by_role("log")).to_contain_text("Ya veo.")
    expect(page).to_have_title(seen)


def test_what_is_written_is_on_a_laptops_screen(page: Page, desk: Desk):
    page.set_viewport_size({"width": 1366, "height": 768})
    id_ = taken(page, desk)
    for number in range(20):
        desk.write(id_, f"Línea {number}")
    expect(page.get_by_role("log")).to_contain_text("Línea 19")
    expect(page.get_by_role("button", name="Send")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", [PHONE, ZOOMED])
def test_nothing_ends_beyond_a_small_screen(page: Page, desk: Desk, size: dict[str, int]):
    page.set_viewport_size(size)  # type: ignore[arg-type]
    taken(page, desk)
    assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
    desk.hand_over()
    page.goto(f"{desk.url}/staff/handoff")
    assert page.evaluate("document.documentElement.scrollWidth") == size["width"]


def test_the_pages_of_a_report_fit_a_small_screen(page: Page, desk: Desk):
    page.set_viewport_size(ZOOMED)  # type: ignore[arg-type]
    page.goto(f"{desk.url}/staff")
    assert page.evaluate(BEYOND_THE_EDGE) == []
    page.locator("a[href^='/staff/reports/']").first.click()
    expect(page.get_by_role("heading", name="Disputed calls")).to_be_visible()
    assert page.evaluate(BEYOND_THE_EDGE) == []
    page.locator("a[href^='/staff/bills/']").first.click()
    expect(page.locator("#calls")).to_be_visible()
    assert page.evaluate(BEYOND_THE_EDGE) == []


@pytest.mark.parametrize("size", [PHONE, ZOOMED])
def test_the_description_of_the_api_fits_a_small_screen(
    page: Page, desk: Desk, size: dict[str, int]
):
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto(f"{desk.url}/docs")
    page.locator(".opblock-summary-control").first.click()
    expect(page.locator(".opblock-body")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_without_scripts_the_forms_do_it(browser: Browser, desk: Desk, signed_in: BrowserContext):
    id_ = desk.hand_over()
    context = browser.new_context(
        java_script_enabled=False, storage_state=signed_in.storage_state()
    )
    page = context.new_page()
    page.goto(f"{desk.url}/staff/handoff/{id_}")
    page.get_by_role("button", name="Take the conversation").click()
    page.get_by_role("button", name="Insert").click()
    expect(page.locator("#words")).to_have_value("Hola, soy Grace Bennett. " + GREETING)
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".officer blockquote")).to_contain_text(GREETING)
    desk.write(id_, "Gracias.")
    page.get_by_role("link", name="Refresh the page").click()
    expect(page.get_by_role("log")).to_contain_text("Gracias.")
    context.close()


GREETING = "He leído lo que ha escrito y me ocupo ahora mismo."
