"""The chat widget in a real browser, against the real web channel with a scripted assistant."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.widget import open_chat, own, said, write
from tests.chat_server import HELLO, ChatServer


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


def test_arrows_move_in_the_list_of_languages(page: Page, server: ChatServer):
    open_chat(page, server)
    button = page.get_by_role("button", name="Idioma: Español")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    options = page.locator(".languages button")
    for key, position in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", -1)):
        page.keyboard.press(key)
        expect(options.nth(position)).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(options.first).to_be_hidden()
    page.keyboard.press("ArrowUp")
    expect(options.last).to_be_focused()


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
    for _ in ("attach", "no", "yes"):
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


def test_a_chat_that_connected_while_it_was_shut_has_a_line_to_write_in(
    page: Page, server: ChatServer
):
    open_chat(page, server)
    page.keyboard.press("Escape")
    page.reload()
    expect(page.locator(".message.bot .words")).to_have_count(1)
    page.locator("button.launcher").click()
    box = page.get_by_role("textbox").bounding_box()
    assert box
    assert box["height"] >= 24


def test_calls_are_marked_and_submitted_by_their_positions(page: Page, server: ChatServer):
    open_chat(page, server)
    write(page, "calls 5")
    calls = page.get_by_role("table", name="Sus llamadas")
    box = calls.get_by_role("checkbox", name=re.compile(r"^2\..*600.*Marruecos.*2,20"))
    box.check()
    calls.get_by_role("checkbox", name=re.compile(r"^5\.")).check()
    expect(page.locator(".count")).to_have_text("2 llamadas seleccionadas")
    page.get_by_role("button", name="Reclamar las marcadas").click()
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
    expect(page.locator(".count")).to_have_text("Seleccione antes al menos una llamada.")
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
