"""The chat on a page of another origin than the assistant's: where it may be, and where not."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page, expect

from assistant.texts import texts
from tests.browser.customer import ANSWER_MILLISECONDS
from tests.browser.widget import PNG, attach, own, said, write
from tests.stack import Stack, running_stack

PAGE = """<!doctype html>
<html lang="es">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Otra página</title>
<script type="module" src="{server}/widget/aclaro-chat.js"></script>
<aclaro-chat server="{server}/" operator="Telvia"></aclaro-chat>
</html>"""

POLICY = (
    "default-src 'none'; script-src {server}; connect-src {server} {socket}; img-src data:;"
    " base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
"""What docs/widget.md says is enough, and then as strict as there is."""


class OtherSite(ThreadingHTTPServer):
    """An operator's page, by two names: one is allowed to have the chat, and one is not."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), PageHandler)
        self.allowed = f"http://127.0.0.1:{self.server_port}"
        self.foreign = f"http://localhost:{self.server_port}"
        self.assistant = ""


class PageHandler(BaseHTTPRequestHandler):
    """Answers with the page, whatever is asked."""

    server: OtherSite

    def do_GET(self) -> None:
        names = {"server": self.server.assistant}
        names["socket"] = self.server.assistant.replace("http", "ws", 1)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", POLICY.format_map(names))
        self.end_headers()
        self.wfile.write(PAGE.format_map(names).encode())

    def log_message(self, *_: object) -> None:
        """Nobody needs to know."""


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[OtherSite]:
    with OtherSite() as site:
        thread = threading.Thread(target=site.serve_forever)
        thread.start()
        yield site
        site.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def embedded(elsewhere: OtherSite) -> Iterator[Stack]:
    """The whole stack, which lets in the one name of the other site."""
    with running_stack(with_faults=False, more={"WIDGET_ORIGINS": elsewhere.allowed}) as stack:
        elsewhere.assistant = stack.site_url
        yield stack


@pytest.mark.parametrize("way", ["websocket", "polling"])
def test_on_a_page_that_is_allowed_words_and_files_go_both_ways(
    page: Page, elsewhere: OtherSite, embedded: Stack, complaints: list[str], way: str
):
    page.set_default_timeout(ANSWER_MILLISECONDS)
    sockets: list[str] = []
    page.on("websocket", lambda socket: sockets.append(socket.url))
    if way == "polling":
        page.add_init_script(NO_SOCKETS)
    page.goto(elsewhere.allowed)
    page.locator("button.launcher").click()
    dispute = texts().render("es", "button_dispute", {})
    expect(page.locator(".choice", has_text=dispute)).to_be_visible()
    write(page, "¿cuál es su horario?")
    expect(said(page).nth(1)).to_be_visible()
    attach(page, ("recibo.png", PNG))
    page.locator(".send").click()
    expect(page.locator(".own + .bot .words")).to_have_count(2)
    expect(page.locator(".own.pending, .own.failed")).to_have_count(0)
    page.reload()
    expect(own(page)).to_have_text(["¿cuál es su horario?", "recibo.png"])
    assert len(sockets) == (2 if way == "websocket" else 0)
    assert complaints == []


def test_on_a_page_that_is_not_allowed_nothing_is_said(
    page: Page, elsewhere: OtherSite, embedded: Stack, complaints: list[str]
):
    heard: list[str | bytes] = []
    page.on(
        "websocket", lambda socket: socket.on("framereceived", lambda frame: heard.append(frame))
    )
    page.goto(elsewhere.foreign)
    page.locator("button.launcher").click()
    expect(page.locator(".connection")).to_contain_text("Se ha perdido la conexión")
    expect(page.locator(".message")).to_have_count(0)
    assert heard == []
    assert any("blocked by CORS policy" in told for told in complaints)
    for path in ("/webhooks/web/files", "/socket.io/?EIO=4&transport=polling"):
        assert page.evaluate(READ, embedded.site_url + path) == "nothing"


# A proxy on the way knows no WebSockets.
NO_SOCKETS = """window.WebSocket = class extends EventTarget {
  constructor() { super(); setTimeout(() => this.onerror(new Event("error"))); }
  close() {}
}"""

READ = """async address => {
  const headers = { "X-Session": "x", "X-File-Name": "x" };
  const asked = fetch(address, { method: "POST", headers, body: "x" });
  return asked.then(() => "something", () => "nothing");
}"""
