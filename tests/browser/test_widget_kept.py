"""What waits for a connection is promised once the browser keeps it, for as long as it keeps it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.widget import PDF, PNG, attach, open_chat, own, said, write
from tests.chat_server import HELLO, ChatServer

WILL_BE_SENT = "Se enviará en cuanto vuelva la conexión"
NO_ROOM = (
    "Su navegador no tiene espacio para guardarlo."
    " No cierre esta página: se enviará en cuanto vuelva la conexión."
)
NO_PLACE = (
    "Su navegador no puede guardarlo para más tarde."
    " No cierre esta página: se enviará en cuanto vuelva la conexión."
)


@pytest.fixture
def off_line(page: Page, own_server: ChatServer) -> ChatServer:
    """The chat is open, and its server is gone."""
    open_chat(page, own_server)
    lose(page, own_server)
    return own_server


def lose(page: Page, server: ChatServer) -> None:
    server.kill()
    expect(page.locator(".connection")).to_contain_text("Se ha perdido la conexión")


def state(page: Page) -> Locator:
    """What the chat says of the customer's own messages."""
    return page.locator(".message.own .state")


def test_a_file_is_promised_only_once_the_browser_keeps_it(page: Page, off_line: ChatServer):
    page.evaluate(OCCUPY)
    attach(page, ("recibo.png", PNG))
    write(page, "mi recibo")
    expect(state(page)).to_have_text([WILL_BE_SENT])
    expect(page.locator(".message.own").first.locator(".state")).to_have_count(0)
    page.evaluate("window.occupied = false")
    expect(state(page)).to_have_text([WILL_BE_SENT, WILL_BE_SENT])
    page.goto("about:blank")  # at once
    off_line.start()
    page.goto(f"{off_line.url}/es")
    expect(said(page)).to_have_text([HELLO["es"], "> /send_file", "> mi recibo"])


def test_a_file_for_which_the_browser_has_no_room_waits_in_the_page(
    page: Page, off_line: ChatServer
):
    quota = {"origin": off_line.url, "quotaSize": 1_000}
    page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)
    attach(page, ("factura.pdf", PDF + bytes(500_000)))
    page.locator(".send").click()
    expect(state(page)).to_have_text([NO_ROOM])
    off_line.start()
    expect(said(page)).to_have_text([HELLO["es"], "> /send_file"])
    expect(state(page)).to_have_count(0)


def test_words_for_which_the_browser_has_no_room_wait_in_the_page(page: Page, off_line: ChatServer):
    page.evaluate(FILL)
    write(page, "hola")
    expect(state(page)).to_have_text([NO_ROOM])
    off_line.start()
    expect(said(page)).to_have_text([HELLO["es"], "> hola"])
    expect(own(page)).to_have_text(["hola"])


def test_a_browser_without_any_room_has_the_chat_until_the_page_is_closed(
    page: Page, own_server: ChatServer
):
    page.goto(f"{own_server.url}/demo.css")
    page.evaluate(FILL)
    open_chat(page, own_server)
    write(page, "uno")
    expect(said(page)).to_have_text([HELLO["es"], "> uno"])
    lose(page, own_server)
    own_server.start()
    write(page, "dos")
    expect(said(page)).to_have_text([HELLO["es"], "> uno", "> dos"])


def test_a_browser_that_keeps_nothing_says_so(page: Page, own_server: ChatServer):
    for storage in ("localStorage", "sessionStorage", "indexedDB"):
        page.add_init_script(FORBIDDEN.replace("STORAGE", storage))
    open_chat(page, own_server)
    lose(page, own_server)
    attach(page, ("recibo.png", PNG))
    write(page, "mi recibo")
    expect(state(page)).to_have_text([NO_PLACE, NO_PLACE])
    own_server.start()
    expect(said(page)).to_have_text([HELLO["es"], "> /send_file", "> mi recibo"])


# As another tab that writes into the same table, until `window.occupied` is no longer true.
OCCUPY = """() => new Promise(done => {
  window.occupied = true;
  const opening = indexedDB.open("aclaro-chat", 1);
  opening.onsuccess = () => {
    const files = opening.result.transaction("files", "readwrite").objectStore("files");
    const again = () => { if (window.occupied) files.count().onsuccess = again; };
    files.count().onsuccess = () => { done(); again(); };
  };
})"""

# Other scripts of the page have left room for nothing.
FILL = """() => {
  for (const storage of [localStorage, sessionStorage])
    for (let length = 2 ** 22; length >= 1; length /= 2)
      try { for (let n = 0; ; n++) storage.setItem(`${length} ${n}`, "x".repeat(length)); }
      catch {}
}"""

FORBIDDEN = """Object.defineProperty(window, "STORAGE", {
  get() { throw new DOMException("forbidden", "SecurityError"); }
})"""
