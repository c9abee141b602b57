"""The chat by keyboard and by ear: roles and names, what is announced, where the focus is."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.widget import PNG, attach, open_chat, own, said, write
from tests.chat_server import ChatServer

PHONE = {"width": 320, "height": 640}

TABLE = """
- table "Sus llamadas":
  - caption:
    - text: Sus llamadas
    - checkbox "Seleccionar todas"
    - text: Seleccionar todas
  - rowgroup:
    - row:
      - columnheader "Marcar"
      - columnheader "Fecha y hora"
      - columnheader "Número marcado"
      - columnheader "Destino"
      - columnheader "Duración"
      - columnheader "Precio"
      - columnheader "Nota"
  - rowgroup:
    - row:
      - cell:
        - checkbox "1. 1 oct 2026, 18:31 +34 600 11 12 01 Marruecos 4 min 12 s 1,20 €"
      - rowheader "1. 1 oct 2026, 18:31"
      - cell "+34 600 11 12 01"
      - cell "Marruecos"
      - cell "4 min 12 s"
      - cell "1,20 €"
"""

CHART = """
- figure "Cuánto cuestan sus llamadas, por tipo":
  - text: Cuánto cuestan sus llamadas, por tipo
  - term: Internacionales
  - definition: 8,40 €
  - term: Móviles
  - definition: 4,20 €
  - term: Fijos
  - definition: 0,01 €
"""

PANEL = """
- dialog "Asistente de Telvia":
  - heading "Asistente de Telvia" [level=2]
  - 'button "Idioma: Español"'
  - button "Cerrar el chat"
  - status
  - log "Conversación":
    - text: "Asistente:"
    - paragraph: Hola.
    - list:
      - listitem:
        - button "Sí"
      - listitem:
        - button "No"
  - button "Adjuntar una foto o un documento"
  - textbox "Su mensaje"
  - button "Enviar"
"""


@pytest.mark.parametrize("width", [320, 1280], ids=["stacked", "wide"])
def test_the_calls_are_a_table_whatever_they_look_like(page: Page, server: ChatServer, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    open_chat(page, server)
    page.goto(f"{server.url}/es?mode=page")
    write(page, "calls 4")
    expect(page.get_by_role("table")).to_match_aria_snapshot(TABLE)
    display = "flex" if width == 320 else "table-row"
    expect(page.locator("tbody tr").first).to_have_css("display", display)


def test_a_chart_is_read_as_labels_and_values(page: Page, server: ChatServer):
    open_chat(page, server)
    write(page, "chart")
    expect(page.locator(".chart")).to_match_aria_snapshot(CHART)


def test_the_chat_is_a_dialog_whose_parts_have_names(page: Page, server: ChatServer):
    open_chat(page, server)
    expect(page.get_by_role("dialog")).to_match_aria_snapshot(PANEL)


def test_what_is_said_is_announced_and_the_history_is_not(page: Page, server: ChatServer):
    open_chat(page, server)
    log = live_region(page, "log")
    assert log["live"] == "polite"
    assert "additions" in log["relevant"]
    write(page, "hola")
    expect(said(page).last).to_have_text("> hola")
    page.add_init_script(NOTE_HOW_LIVE)
    page.goto(f"{server.url}/fr")
    expect(own(page)).to_have_text(["hola"])
    write(page, "otra vez")
    expect(said(page).last).to_have_text("> otra vez")
    assert page.evaluate("howLive") == ["off"] * 3 + ["polite"] * 2


def test_a_click_anywhere_in_a_row_marks_its_call(page: Page, server: ChatServer):
    open_chat(page, server)
    write(page, "calls 4")
    box = page.get_by_role("checkbox", name=re.compile(r"^2\."))
    page.locator("tbody tr").nth(1).locator(".place").click()
    expect(box).to_be_checked()
    expect(page.locator(".count")).to_have_text("1 llamada seleccionada")
    page.locator("tbody tr").nth(1).locator(".when").click()
    expect(box).not_to_be_checked()
    page.locator("tbody tr").nth(3).locator(".when").click()  # cannot be disputed
    expect(page.locator(".count")).to_have_text("Ninguna llamada seleccionada")


def test_the_words_of_a_row_can_be_selected_without_marking_it(page: Page, server: ChatServer):
    open_chat(page, server)
    write(page, "calls 2")
    number = page.locator("td.number").first.bounding_box()
    assert number
    middle = number["y"] + number["height"] / 2
    page.mouse.move(number["x"] + 1, middle)
    page.mouse.down()
    page.mouse.move(number["x"] + number["width"] - 1, middle, steps=4)
    page.mouse.up()
    assert "600" in page.evaluate("document.getSelection().toString()")
    expect(page.get_by_role("checkbox", name=re.compile(r"^1\."))).not_to_be_checked()


def test_the_keyboard_alone_marks_calls_and_nothing_covers_the_focus(
    page: Page, server: ChatServer
):
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    open_chat(page, server)
    write(page, "calls 12")
    expect(page.locator(".submit")).to_be_visible()
    page.get_by_role("log").focus()
    reached: list[str] = []
    for _ in range(20):
        page.keyboard.press("Tab")
        focused = page.locator("aclaro-chat :focus")
        reached.append(focused.evaluate("e => e.getAttribute('aria-labelledby') ?? e.className"))
        if reached[-1].startswith("calls-"):
            page.keyboard.press("Space")
        assert_in_sight(focused)
        if reached[-1] == "submit":
            break
    assert len([each for each in reached if each.startswith("calls-")]) == 9  # of 12, 3 cannot
    page.keyboard.press("Enter")
    expect(own(page).last).to_have_text("Reclamar las marcadas: 1, 2, 3, 5, 6, 7, 9, 10, 11")


def assert_in_sight(focused: Locator) -> None:
    """Nothing lies over the middle of what has the focus (WCAG 2.4.11), and its ring shows."""
    expect(focused).to_be_in_viewport(ratio=1)
    assert focused.evaluate(
        """element => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const [middle, down] = [x + width / 2, y + height / 2];
          const above = element.getRootNode().elementFromPoint(middle, down);
          return element === above || element.contains(above);
        }"""
    )
    expect(focused).to_have_css("outline-style", "solid")


@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 800}], ids=["phone", "desktop"])
def test_whatever_can_be_pressed_is_large_enough(
    page: Page, server: ChatServer, size: dict[str, int]
):
    page.set_viewport_size(size)  # type: ignore[arg-type]
    open_chat(page, server)
    attach(page, ("recibo.png", PNG))
    write_and_keep_files(page, "calls 4")
    page.locator(".language > button").click()
    measured = page.locator(".panel").evaluate(SIZES)
    assert len(measured) > 12
    assert {name: size for name, size in measured.items() if min(size) < 24} == {}


def write_and_keep_files(page: Page, words: str) -> None:
    write(page, words)
    expect(page.locator(".submit")).to_be_visible()
    attach(page, ("otro.png", PNG))


def test_a_page_of_its_own_has_no_launcher_and_no_way_to_close(page: Page, server: ChatServer):
    page.goto(f"{server.url}/es?mode=page")
    expect(said(page)).to_have_text(["Hola."])
    expect(page.get_by_role("region", name="Asistente de Telvia")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".launcher")).to_be_hidden()
    expect(page.locator(".close")).to_be_hidden()
    page.get_by_role("textbox").press("Escape")
    page.locator("aclaro-chat").evaluate("chat => chat.close()")
    expect(page.get_by_role("textbox")).to_be_visible()
    expect(page.locator("[inert]")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 900, 1600])
def test_a_page_of_its_own_fills_its_place(page: Page, server: ChatServer, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{server.url}/es?mode=page")
    write(page, "ask " + "una frase que ocupa su sitio " * 60)
    expect(page.get_by_role("button", name="Sí").last).to_be_attached()
    place, panel = page.locator("aclaro-chat").bounding_box(), page.locator(".panel").bounding_box()
    assert place == panel
    assert place
    assert place["width"] == width
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight + 1")
    expect(page.get_by_role("textbox")).to_be_in_viewport(ratio=1)
    bubble = page.locator(".bot .bubble").last.bounding_box()
    assert bubble
    assert bubble["width"] <= 40 * 16


def test_what_stands_out_by_colour_stands_out_in_forced_colours(
    browser: Browser, server: ChatServer
):
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    open_chat(page, server)
    write(page, "chart")
    canvas = page.locator(".chart").evaluate("e => getComputedStyle(e).backgroundColor")
    fill = page.locator(".bars rect").first.evaluate("e => getComputedStyle(e).fill")
    assert fill != canvas
    expect(page.locator(".own .bubble")).to_have_css("border-style", "solid")
    context.close()


def live_region(page: Page, role: str) -> dict[str, Any]:
    """The properties of the element of this role, as the accessibility tree has them."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    node = next(each for each in nodes if each.get("role", {}).get("value") == role)
    return {each["name"]: each["value"].get("value") for each in node["properties"]}


# How each message was announced, as it came into the log.
NOTE_HOW_LIVE = """window.howLive = [];
  customElements.whenDefined("aclaro-chat").then(() => {
    const log = document.querySelector("aclaro-chat").shadowRoot.querySelector(".log");
    new MutationObserver(changes => {
      const messages = changes.flatMap(change => [...change.addedNodes])
        .filter(node => node.classList?.contains("message"));
      howLive.push(...messages.map(() => log.ariaLive));
    }).observe(log, { childList: true });
  });"""

# What can be pressed, by its name or class, and how wide and high it is with its label.
SIZES = """panel => Object.fromEntries(
  [...panel.querySelectorAll("button, a, input:not([type=file]), textarea")]
    .filter(e => e.checkVisibility())
    .map((e, n) => [e, e.getBoundingClientRect(), n])
    .map(([e, { width, height }, n]) => [`${e.className || e.type} ${n}`, [width, height]]))"""
