"""axe-core finds nothing in the chat, whatever state it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import breaches
from tests.browser.widget import PDF, PNG, attach, open_chat, own, said, session_of, write
from tests.chat_server import HELLO, ChatServer

State = Callable[[Page, ChatServer], None]

SCREENS: dict[str, dict[str, Any]] = {
    "phone, light": {"viewport": {"width": 320, "height": 640}},
    "desktop, dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "zoomed": {"viewport": {"width": 320, "height": 256}},
    "forced colours": {"viewport": {"width": 360, "height": 780}, "forced_colors": "active"},
}


@contextmanager
def chat_on(browser: Browser, server: ChatServer, screen: str) -> Iterator[Page]:
    """A conversation of its own on this screen, so that a state shows nothing of another one."""
    context = browser.new_context(**SCREENS[screen])
    page = context.new_page()
    open_chat(page, server)
    yield page
    context.close()


def shows_choices(page: Page, _: ChatServer) -> None:
    expect(page.get_by_role("button", name="Sí")).to_be_visible()


def offers_languages(page: Page, _: ChatServer) -> None:
    page.get_by_role("button", name="Idioma: Español").click()
    expect(page.get_by_role("button", name="Polski")).to_be_visible()


def lists_calls(page: Page, _: ChatServer) -> None:
    write(page, "calls 5")
    page.get_by_role("checkbox").nth(1).check()
    expect(page.locator(".count")).to_have_text("1 llamada seleccionada")


def has_submitted_calls(page: Page, server: ChatServer) -> None:
    lists_calls(page, server)
    page.locator(".submit").click()
    expect(said(page).last).to_contain_text("/inform")


def misses_a_call(page: Page, _: ChatServer) -> None:
    write(page, "calls 5")
    page.locator(".submit").click()
    expect(page.locator(".count.problem")).to_be_visible()


def draws_a_chart(page: Page, _: ChatServer) -> None:
    write(page, "chart")
    expect(page.locator(".chart")).to_be_visible()


def shows_a_link(page: Page, server: ChatServer) -> None:
    write(page, f"link {server.url}/fr")
    expect(page.locator(".sign-in")).to_be_visible()


def has_files_attached(page: Page, _: ChatServer) -> None:
    attach(page, ("recibo.png", PNG), ("film.gif", b"GIF89a"), ("factura.pdf", PDF))
    expect(page.locator(".attached li")).to_have_count(2)
    expect(page.locator(".refusal")).to_contain_text("film.gif")


def sends_a_file(page: Page, server: ChatServer) -> None:
    page.route("**/webhooks/web/files", lambda route: None)  # it takes long
    attach(page, ("recibo.png", PNG))
    page.get_by_role("button", name="Enviar", exact=True).click()
    expect(page.locator("progress")).to_be_attached()


def has_a_file_refused(page: Page, _: ChatServer) -> None:
    attach(page, ("recibo.pdf", b"just words"))
    page.get_by_role("button", name="Enviar", exact=True).click()
    expect(page.locator(".failed")).to_be_visible()


def writes_too_much(page: Page, _: ChatServer) -> None:
    page.get_by_role("textbox").fill("a" * 4_002)
    expect(page.locator(".limit")).to_be_visible()


def has_more_below(page: Page, _: ChatServer) -> None:
    write(page, "ask " + "una frase que ocupa su sitio " * 60)
    expect(said(page).last).to_contain_text("una frase")


def is_closed_with_news(page: Page, server: ChatServer) -> None:
    session = session_of(page)
    page.get_by_role("button", name="Cerrar el chat").click()
    server.say(session, "Su reclamación está resuelta.")
    expect(page.get_by_role("button", name="Abrir el chat, 1 mensaje nuevo")).to_be_visible()


def fills_a_page(page: Page, server: ChatServer) -> None:
    page.goto(f"{server.url}/es?mode=page")
    expect(said(page).first).to_have_text(HELLO["es"])
    write(page, "calls 9")
    expect(own(page).last).to_have_text("calls 9")
    expect(page.locator(".submit")).to_be_attached()


STATES: list[State] = [
    shows_choices,
    offers_languages,
    lists_calls,
    has_submitted_calls,
    misses_a_call,
    draws_a_chart,
    shows_a_link,
    has_files_attached,
    sends_a_file,
    has_a_file_refused,
    writes_too_much,
    has_more_below,
    is_closed_with_news,
    fills_a_page,
]


@pytest.mark.parametrize(
    ("screen", "states"),
    [
        ("phone, light", STATES),
        ("desktop, dark", STATES),
        ("zoomed", [lists_calls, has_files_attached, fills_a_page]),
        ("forced colours", [has_submitted_calls, draws_a_chart, has_a_file_refused]),
    ],
    ids=SCREENS,
)
def test_axe_finds_nothing_in_any_state(
    browser: Browser, server: ChatServer, screen: str, states: list[State]
):
    found = {}
    for state in states:
        with chat_on(browser, server, screen) as page:
            state(page, server)
            found[state.__name__] = breaches(page)
    assert {state: told for state, told in found.items() if told} == {}


def test_axe_finds_nothing_while_an_answer_is_made(browser: Browser, server: ChatServer):
    with chat_on(browser, server, "phone, light") as page:
        write(page, "wait")
        expect(page.locator(".typing")).to_be_visible()
        found = breaches(page)
        server.open_gate()
        expect(said(page).last).to_have_text("> wait")
    assert found == []


@pytest.mark.parametrize("screen", ["phone, light", "desktop, dark"])
def test_axe_finds_nothing_off_line(browser: Browser, own_server: ChatServer, screen: str):
    with chat_on(browser, own_server, screen) as page:
        own_server.kill()
        expect(page.locator(".connection")).to_contain_text("Se ha perdido la conexión")
        write(page, "hola")
        attach(page, ("recibo.png", PNG))
        page.get_by_role("button", name="Enviar", exact=True).click()
        expect(page.locator(".state")).to_have_count(2)
        assert breaches(page) == []
