"""What was said before, when the chat is opened again or the line comes back."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.widget import open_chat, said, session_of, write
from tests.chat_server import ChatServer

MESSAGES = 100
MOST_LAYOUTS = 40
"""Far fewer than messages: an old telephone takes seconds where there is one for each."""


def test_a_long_history_is_not_laid_out_message_by_message(page: Page, server: ChatServer):
    open_chat(page, server)
    session = session_of(page)
    for number in range(MESSAGES):
        server.say(session, f"{number} una frase que ocupa su sitio")
    write(page, "calls 30")
    expect(page.locator(".submit")).to_be_visible()
    page.goto("about:blank")
    before = layouts(page)
    page.goto(f"{server.url}/es")
    expect(page.locator(".submit")).to_be_in_viewport()
    expect(said(page)).to_have_count(MESSAGES + 2)
    assert layouts(page) - before < MOST_LAYOUTS


def test_after_a_line_came_back_with_nothing_new_what_is_said_is_read_aloud(
    page: Page, own_server: ChatServer
):
    open_chat(page, own_server)
    log = page.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")
    own_server.kill()
    expect(page.locator(".connection")).to_contain_text("Se ha perdido la conexión")
    own_server.start()
    write(page, "hola")
    expect(said(page).last).to_have_text("> hola")
    expect(log).to_have_attribute("aria-live", "polite")


def test_a_conversation_that_the_server_has_forgotten_begins_anew(
    page: Page, own_server: ChatServer
):
    """A page that slept for a month has seen more than there is: the numbers begin again too."""
    open_chat(page, own_server)
    for words in ("uno", "dos", "tres"):
        write(page, words)
        expect(said(page).last).to_have_text(f"> {words}")
    own_server.kill()
    expect(page.locator(".connection")).to_contain_text("Se ha perdido la conexión")
    for file in own_server.directory.glob("web.db*"):
        file.unlink()
    own_server.start()
    expect(said(page)).to_have_count(1)
    write(page, "hola")
    expect(said(page).last).to_have_text("> hola")


def layouts(page: Page) -> float:
    """How often the page was laid out so far."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    metrics = session.send("Performance.getMetrics")["metrics"]
    session.detach()
    return next(each["value"] for each in metrics if each["name"] == "LayoutCount")
