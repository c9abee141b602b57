"""How the chat widget fits its screen: nothing is cut off, covered, or beyond the keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.widget import open_chat, own, said, write
from tests.chat_server import HELLO, ChatServer

PHONE = {"width": 360, "height": 740}
ZOOMED = {"width": 320, "height": 256}  # 1280 × 1024 at 400 %
SPACED = (  # WCAG 2.2, 1.4.12
    "* { line-height: 1.5 !important; letter-spacing: .12em !important;"
    " word-spacing: .16em !important }"
)
LINE, LEADING = 24, 4  # pixels of a line in the text box, and of those the ones under its letters


def test_a_long_message_ends_between_two_lines(page: Page, server: ChatServer):
    open_chat(page, server)
    box = page.get_by_role("textbox")
    box.press_sequentially("line " * 60)
    shown = box.evaluate("box => [box.scrollTop, box.clientHeight]")
    assert shown[0] > 0
    assert shown[1] % LINE == 0
    assert min(shown[0] % LINE, -shown[0] % LINE) <= LEADING


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


def test_a_list_where_nothing_can_be_marked_has_room_under_its_heading(
    page: Page, server: ChatServer
):
    open_chat(page, server)
    write(page, "calls 1")
    heading = page.locator(".list-name").bounding_box()
    row = page.locator(".calls tbody").bounding_box()
    assert heading
    assert row
    assert row["y"] >= heading["y"] + heading["height"]
    padding = page.locator(".list-name").evaluate("name => getComputedStyle(name).paddingBottom")
    assert float(padding.removesuffix("px")) >= 8


def test_a_long_list_leaves_the_ways_out_on_the_screen(page: Page, server: ChatServer):
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    open_chat(page, server)
    write(page, "calls 30")
    expect(page.locator(".submit")).to_be_in_viewport(ratio=1)
    page.locator(".log").evaluate("log => log.scrollTo(0, log.scrollHeight)")
    for what in (".list-name", ".submit", ".choices >> nth=-1"):
        expect(page.locator(what)).to_be_in_viewport(ratio=1)
    last = page.get_by_role("checkbox", name=re.compile(r"^30\."))
    last.check()
    expect(last).to_be_in_viewport(ratio=1)
    expect(page.locator(".submit")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 800}], ids=["phone", "desktop"])
def test_the_button_under_a_list_covers_neither_its_heading_nor_its_first_calls(
    page: Page, server: ChatServer, size: dict[str, int]
):
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    open_chat(page, server)
    for words in ("ask " + "una frase que ocupa su sitio " * 20, "calls 10"):
        write(page, words)
        expect(own(page).last).to_have_text(words)
    expect(page.locator(".submit")).to_be_in_viewport(ratio=1)
    places = page.locator(".call-list").evaluate(PASSING_BY)
    assert any(place["isAfloat"] for place in places)
    assert min(place["below"] for place in places) >= 0


def test_a_button_says_that_there_is_more_below_and_leads_there(page: Page, server: ChatServer):
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    open_chat(page, server)
    more = page.get_by_role("button", name="Hay más abajo")
    expect(more).to_be_hidden()
    write(page, "ask " + "una frase que ocupa su sitio " * 40)
    yes = page.get_by_role("button", name="Sí").last
    expect(yes).not_to_be_in_viewport()
    more.focus()
    page.keyboard.press("Enter")
    expect(yes).to_be_in_viewport(ratio=1)
    expect(more).to_be_hidden()
    expect(page.get_by_role("log")).to_be_focused()


def test_a_turned_phone_shows_the_newest_words_unless_the_customer_reads_others(
    page: Page, server: ChatServer
):
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    open_chat(page, server)
    for number in range(3):
        write(page, f"ask {number} " + "una frase que ocupa su sitio " * 8)
        expect(said(page).last).to_contain_text(f"{number} una frase")
    yes = page.get_by_role("button", name="Sí").last
    page.set_viewport_size({"width": 740, "height": 420})
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    expect(yes).to_be_in_viewport(ratio=1)
    page.locator(".log").hover()
    page.mouse.wheel(0, -5_000)
    expect(said(page).first).to_be_in_viewport(ratio=1)
    page.set_viewport_size({"width": 360, "height": 600})
    expect(said(page).first).to_be_in_viewport(ratio=1)
    expect(yes).not_to_be_in_viewport()


@pytest.mark.parametrize(
    ("language", "words", "together"),
    [
        ("fr", "Quelle période voulez-vous voir ?", "voulez-vous"),
        ("pl", "Infolinia: 08:00–18:00", "08:00–18:00"),
        ("pl", "Okres 1–30 listopada", "1–30"),
        ("pl", "rozmowa w domu i w pracy", "i w pracy"),
    ],
)
def test_no_line_ends_within_what_belongs_together(
    page: Page, server: ChatServer, language: str, words: str, together: str
):
    open_chat(page, server, language)
    write(page, f"ask {words}")
    expect(said(page).last).to_have_text(words)
    said(page).last.evaluate(NARROW)
    assert together in said(page).last.inner_text().replace("\u00a0", " ")
    assert said(page).last.evaluate(LINES, together) == 1


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


@pytest.mark.parametrize("language", HELLO)
@pytest.mark.parametrize("spacing", ["", SPACED], ids=["plain", "spaced"])
def test_the_hint_where_one_writes_is_not_cut_off(
    page: Page, server: ChatServer, language: str, spacing: str
):
    page.set_viewport_size({"width": 320, "height": 568})
    open_chat(page, server, language)
    page.locator("aclaro-chat").evaluate(STYLED, spacing)
    page.set_viewport_size({"width": 319, "height": 568})
    box = page.get_by_role("textbox")
    expect(box).to_have_js_property("clientHeight", box.evaluate("box => box.scrollHeight"))
    if not spacing:
        expect(box).to_have_js_property("clientHeight", LINE)


def test_what_is_typed_stays_in_sight_when_the_phone_is_turned(page: Page, server: ChatServer):
    page.set_viewport_size({"width": 740, "height": 420})
    open_chat(page, server)
    box = page.get_by_role("textbox")
    box.fill("una frase que ocupa su sitio " * 3)
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    expect(box).to_have_js_property("clientHeight", box.evaluate("box => box.scrollHeight"))


def test_no_word_of_a_chart_is_broken(page: Page, server: ChatServer):
    page.set_viewport_size({"width": 230, "height": 568})
    open_chat(page, server)
    write(page, "chart")
    labels = page.locator(".bars dt")
    expect(labels).to_have_count(3)
    for label in labels.all():
        assert label.evaluate(LINES, label.inner_text()) == 1


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


# Where the row of the button is while the list comes into sight from below: how far under the
# first call, and whether it floats above others.
PASSING_BY = """list => {
  const log = list.closest(".log"), edge = e => e.getBoundingClientRect();
  const first = list.querySelector("tbody tr"), row = list.querySelector(".submit-row");
  const calls = list.querySelector(".calls"), places = [];
  for (let top = 0; top <= log.scrollHeight; top += 10) {
    log.scrollTop = top;
    const below = edge(row).top - edge(first).bottom;
    places.push({ below, isAfloat: edge(row).top < edge(calls).bottom - 1 });
  }
  return places;
}"""

# Has these rules beside its own.
STYLED = """(chat, rules) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  chat.shadowRoot.adoptedStyleSheets = [...chat.shadowRoot.adoptedStyleSheets, sheet];
}"""

# As narrow as whole words allow.
NARROW = """words => {
  words.style.width = "min-content";
  words.style.overflowWrap = "normal";
}"""

# On how many lines these words are.
LINES = """(element, words) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const start = node.data.replaceAll("\\u00a0", " ").indexOf(words);
    if (start < 0) continue;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + words.length);
    return new Set([...range.getClientRects()].map(r => Math.round(r.top))).size;
  }
}"""

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
