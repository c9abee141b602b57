"""The chat widget in a real browser, against the real web channel with a scripted assistant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.chat_server import HELLO, ChatServer

PHONE = {"width": 360, "height": 740}
ZOOMED = {"width": 320, "height": 256}  # 1280 × 1024 at 400 %


@pytest.fixture(scope="module")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChatServer]:
    server = ChatServer(tmp_path_factory.mktemp("widget"))
    server.start()
    yield server
    server.kill()


@pytest.fixture
def server(shared_server: ChatServer) -> ChatServer:
    return shared_server


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[ChatServer]:
    """A server that a test may kill."""
    server = ChatServer(tmp_path)
    server.start()
    yield server
    server.kill()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of: errors, and breaches of the page's strict policy."""
    return []


@pytest.fixture
def page(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    yield page
    context.close()


def open_chat(page: Page, server: ChatServer, language: str = "es") -> None:
    page.goto(f"{server.url}/{language}")
    page.locator("button.launcher").click()
    expect(said(page).first).to_have_text(HELLO[language])


def said(page: Page) -> Locator:
    """The words of the assistant's messages."""
    return page.locator(".message.bot .words")


def own(page: Page) -> Locator:
    """The words of the customer's messages."""
    return page.locator(".message.own .words")


def write(page: Page, words: str) -> None:
    page.get_by_role("textbox").fill(words)
    page.get_by_role("textbox").press("Enter")


def test_the_chat_opens_greets_and_answers_under_a_strict_policy(
    page: Page, server: ChatServer, complaints: list[str]
):
    open_chat(page, server)
    expect(page.get_by_role("dialog", name="Asistente de Telvia")).to_be_visible()
    write(page, "hola")
    expect(said(page).last).to_have_text("> hola")
    expect(own(page)).to_have_text(["hola"])
    assert complaints == []


@pytest.mark.parametrize("language", HELLO)
def test_the_widget_speaks_the_language_of_its_page(page: Page, server: ChatServer, language: str):
    open_chat(page, server, language)
    expect(page.locator(".panel")).to_have_attribute("lang", language)
    expect(page.get_by_role("log")).to_have_attribute("aria-live", "polite")


def test_the_widget_goes_over_to_the_language_of_the_conversation(page: Page, server: ChatServer):
    open_chat(page, server, "es")
    page.get_by_role("button", name="Idioma: Español").click()
    page.get_by_role("button", name="Polski").click()
    expect(page.get_by_role("dialog", name="Asystent Telvia")).to_be_visible()
    expect(page.get_by_role("button", name="Język: Polski")).to_be_focused()
    page.reload()
    expect(page.get_by_role("dialog", name="Asystent Telvia")).to_be_visible()


def test_enter_sends_and_shift_enter_begins_a_line(page: Page, server: ChatServer):
    open_chat(page, server)
    box = page.get_by_role("textbox")
    box.press_sequentially("one")
    box.press("Shift+Enter")
    box.press_sequentially("two")
    box.press("Enter")
    expect(own(page)).to_have_text(["one\ntwo"], use_inner_text=True)
    expect(box).to_have_value("")


def test_the_keyboard_alone_opens_chooses_and_closes(page: Page, server: ChatServer):
    page.goto(f"{server.url}/es")
    launcher = page.get_by_role("button", name="Abrir el chat")
    launcher.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox")).to_be_focused()
    yes = page.get_by_role("button", name="Sí")
    expect(yes).to_be_visible()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(yes).to_be_focused()
    outline = yes.evaluate("element => getComputedStyle(element).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    expect(said(page).last).to_have_text("> /affirm")
    expect(yes).to_be_focused()
    page.keyboard.press("Escape")
    expect(launcher).to_be_focused()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_chat_that_covers_the_page_keeps_the_focus(page: Page, server: ChatServer):
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    open_chat(page, server)
    page.get_by_role("button", name="Enviar").focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.localName") in ("aclaro-chat", "body")
    assert page.evaluate("document.activeElement.localName") == "aclaro-chat"
    page.keyboard.press("Escape")
    expect(page.locator("button.launcher")).to_be_focused()
    page.get_by_role("link", name="pl").focus()
    expect(page.get_by_role("link", name="pl")).to_be_focused()


def test_the_focus_returns_to_what_opened_the_chat(page: Page, server: ChatServer):
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{server.url}/es")
    link = page.get_by_role("link", name="pl")
    link.focus()
    page.locator("aclaro-chat").evaluate("chat => chat.open()")
    expect(page.get_by_role("textbox")).to_be_focused()
    page.set_viewport_size({"width": 1200, "height": 800})
    expect(page.locator("[inert]")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_a_choice_is_used_once(page: Page, server: ChatServer):
    open_chat(page, server)
    page.get_by_role("button", name="Sí").dblclick()
    expect(said(page).last).to_have_text("> /affirm")
    expect(own(page)).to_have_text(["Sí"])
    expect(page.get_by_role("button", name="Sí")).to_be_disabled()
    expect(page.get_by_role("button", name="No")).to_be_disabled()


def test_choices_that_were_used_stay_used_after_a_reload(page: Page, server: ChatServer):
    open_chat(page, server)
    page.get_by_role("button", name="Sí").click()
    expect(said(page)).to_have_text([HELLO["es"], "> /affirm"])
    write(page, "ask ¿Seguro?")
    expect(said(page).last).to_have_text("¿Seguro?")
    page.reload()
    expect(said(page)).to_have_text([HELLO["es"], "> /affirm", "¿Seguro?"])
    expect(own(page)).to_have_text(["Sí", "ask ¿Seguro?"])
    yes = page.get_by_role("button", name="Sí")
    expect(yes.first).to_be_disabled()
    expect(yes.last).to_be_enabled()


def test_calls_are_marked_and_submitted_by_their_positions(page: Page, server: ChatServer):
    open_chat(page, server)
    write(page, "calls 5")
    calls = page.get_by_role("group", name="Sus llamadas")
    box = calls.get_by_role("checkbox", name=re.compile(r"^2\..*600.*Marruecos.*2,20"))
    box.check()
    calls.get_by_role("checkbox", name=re.compile(r"^5\.")).check()
    expect(calls.get_by_role("status")).to_have_text("2 seleccionadas")
    calls.get_by_role("button", name="Reclamar las marcadas").click()
    expect(said(page).last).to_have_text('> /inform{"choice": "2,5"}')
    expect(own(page).last).to_have_text("Reclamar las marcadas: 2, 5")
    expect(box).to_be_disabled()
    page.reload()
    expect(said(page).last).to_have_text('> /inform{"choice": "2,5"}')
    expect(box).to_be_checked()
    expect(box).to_be_disabled()


def test_a_call_that_is_not_eligible_stays_in_sight_with_its_reason(page: Page, server: ChatServer):
    open_chat(page, server)
    write(page, "calls 4")
    fourth = page.get_by_role("checkbox", name=re.compile(r"^4\..*demasiado antigua"))
    expect(fourth).to_be_visible()
    expect(fourth).to_be_disabled()
    page.get_by_role("checkbox", name="Seleccionar todas").check()
    expect(fourth).not_to_be_checked()
    page.get_by_role("button", name="Reclamar las marcadas").click()
    expect(said(page).last).to_have_text('> /inform{"choice": "1,2,3"}')


def test_submitting_nothing_says_what_to_do(page: Page, server: ChatServer):
    open_chat(page, server)
    write(page, "calls 3")
    page.get_by_role("button", name="Reclamar las marcadas").click()
    expect(page.locator(".count")).to_have_text("Seleccione antes al menos una.")
    expect(own(page)).to_have_text(["calls 3"])


def test_a_newer_list_takes_the_older_one_out_of_use(page: Page, server: ChatServer):
    open_chat(page, server)
    write(page, "calls 2")
    expect(page.locator(".submit")).to_have_count(1)
    write(page, "calls 3")
    expect(page.locator(".submit")).to_have_count(2)
    expect(page.locator(".submit").first).to_be_disabled()
    expect(page.locator(".submit").last).to_be_enabled()


def test_a_list_can_be_used_after_a_question_in_between(page: Page, server: ChatServer):
    open_chat(page, server)
    write(page, "calls 2")
    expect(page.locator(".submit")).to_be_visible()
    write(page, "hola")
    expect(said(page).last).to_have_text("> hola")
    page.get_by_role("checkbox", name=re.compile(r"^1\.")).check()
    page.locator(".submit").click()
    expect(said(page).last).to_have_text('> /inform{"choice": "1"}')


def test_the_sign_in_link_opens_beside_the_page_and_shows_the_code(page: Page, server: ChatServer):
    open_chat(page, server)
    write(page, f"link {server.url}/fr")
    link = page.get_by_role("link", name=re.compile("Iniciar sesión"))
    expect(page.locator(".code strong")).to_have_text("WDJB-MJHT")
    expect(said(page).last).to_have_text("Inicie sesión aquí.")
    with page.expect_popup() as popup:
        link.click()
    assert popup.value.url == f"{server.url}/fr"
    assert popup.value.evaluate("window.opener") is None


def test_a_link_that_is_no_web_address_is_not_shown(page: Page, server: ChatServer):
    open_chat(page, server)
    write(page, "link javascript:alert(1)")
    expect(page.locator(".code strong")).to_be_visible()
    expect(page.get_by_role("log").get_by_role("link")).to_have_count(0)


def test_html_is_text_and_only_web_addresses_become_links(page: Page, server: ChatServer):
    open_chat(page, server)
    text = '<img src=x onerror="alert(1)"> https://a.example/?b=1. javascript:alert(2)'
    write(page, text)
    expect(said(page).last).to_have_text(f"> {text}")
    expect(page.locator(".log img")).to_have_count(0)
    links = said(page).last.get_by_role("link")
    expect(links).to_have_count(1)
    expect(links).to_have_attribute("href", "https://a.example/?b=1")


def test_the_typing_indicator_shows_while_an_answer_is_made(page: Page, server: ChatServer):
    open_chat(page, server)
    write(page, "wait")
    expect(page.locator(".typing")).to_be_visible()
    server.open_gate()
    expect(said(page).last).to_have_text("> wait")
    expect(page.locator(".typing")).to_be_hidden()


def test_a_message_that_is_too_long_stays_in_the_box(page: Page, server: ChatServer):
    open_chat(page, server)
    write(page, "a" * 4_002)
    expect(page.locator(".limit")).to_have_text(
        "Sobran 2 caracteres. Acorte el mensaje, por favor."
    )
    expect(own(page)).to_have_count(0)
    write(page, "a" * 4_000)
    expect(own(page)).to_have_count(1)


def test_what_is_written_while_the_server_is_away_is_sent_once_it_is_back(
    page: Page, own_server: ChatServer
):
    open_chat(page, own_server)
    own_server.kill()
    expect(page.locator(".connection")).to_contain_text("Se ha perdido la conexión")
    write(page, "first")
    write(page, "second")
    expect(page.locator(".message.own .state").last).to_have_text(
        "Se enviará en cuanto vuelva la conexión"
    )
    page.goto("about:blank")
    own_server.start()
    page.goto(f"{own_server.url}/es")
    expect(said(page)).to_have_text([HELLO["es"], "> first", "> second"])
    expect(own(page)).to_have_text(["first", "second"])
    assert own_server.heard() == ["first", "second"]


def test_the_open_page_reconnects_and_goes_on(page: Page, own_server: ChatServer):
    open_chat(page, own_server)
    own_server.kill()
    expect(page.locator(".connection")).to_contain_text("Se ha perdido la conexión")
    write(page, "meanwhile")
    own_server.start()
    expect(said(page)).to_have_text([HELLO["es"], "> meanwhile"])
    expect(page.locator(".message.own .state")).to_have_count(0)
    assert own_server.heard() == ["meanwhile"]


def test_two_tabs_show_the_same_conversation(page: Page, server: ChatServer):
    open_chat(page, server)
    other = page.context.new_page()
    other.goto(f"{server.url}/es")
    other.locator("button.launcher").click()
    expect(said(other)).to_have_text([HELLO["es"]])
    write(page, "hola")
    expect(own(other)).to_have_text(["hola"])
    expect(said(other).last).to_have_text("> hola")


def test_a_closed_chat_shows_that_something_was_said(page: Page, server: ChatServer):
    open_chat(page, server)
    session = page.evaluate(
        "Object.entries(localStorage).find(([key]) => key.endsWith('session'))[1]"
    )
    page.keyboard.press("Escape")
    server.say(session, "Su reclamación está resuelta.")
    launcher = page.get_by_role("button", name="Abrir el chat, 1 mensaje nuevo")
    launcher.click()
    expect(said(page).last).to_have_text("Su reclamación está resuelta.")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Abrir el chat", exact=True)).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, ZOOMED], ids=["phone", "zoomed"])
def test_nothing_is_cut_off_on_a_small_screen(page: Page, server: ChatServer, size: dict[str, int]):
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    open_chat(page, server, "fr")
    write(page, "calls 10")
    expect(page.locator(".submit")).to_be_attached()
    panel = page.locator(".panel").bounding_box()
    assert panel == {"x": 0, "y": 0, "width": size["width"], "height": size["height"]}
    wider = page.locator(".panel").evaluate(
        """panel => [panel, ...panel.querySelectorAll("*:not(.unseen)")]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
            .map(e => e.outerHTML.slice(0, 80))"""
    )
    assert wider == []
    page.locator(".submit").click()
    expect(page.locator(".count")).to_contain_text("Sélectionnez")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(
    browser: Browser, server: ChatServer, scheme: str
):
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    open_chat(page, server)
    write(page, "calls 4")
    expect(page.locator(".submit")).to_be_visible()
    measured = page.locator(".panel").evaluate(CONTRASTS)
    assert len(measured) > 10
    assert {words: ratio for words, ratio in measured.items() if ratio < 4.5} == {}
    context.close()


def test_who_wants_less_motion_gets_none(browser: Browser, server: ChatServer):
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    open_chat(page, server)
    write(page, "wait")
    dot = page.locator(".typing span").first
    expect(dot).to_be_visible()
    assert dot.evaluate("element => getComputedStyle(element).animationName") == "none"
    server.open_gate()
    expect(said(page).last).to_have_text("> wait")
    context.close()


# Contrast by WCAG 2: relative luminance of the words against the first opaque ground behind them.
CONTRASTS = """panel => {
  const numbers = colour => colour.match(/[0-9.]+/g).map(Number);
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => v / 255)
      .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * x + .7152 * y + .0722 * z;
  };
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = numbers(getComputedStyle(e).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const found = {};
  for (const element of panel.querySelectorAll("*")) {
    const words = [...element.childNodes].filter(n => n.nodeType === 3)
      .map(n => n.textContent.trim()).join("");
    if (!words || !element.checkVisibility() || element.matches(".unseen, :disabled")) continue;
    const [a, b] = [numbers(getComputedStyle(element).color), ground(element)].map(luminance);
    found[words] = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
  }
  return found;
}"""
