"""What a page lets in with the widget: little to load, no HTML, nothing that a policy refuses."""

from __future__ import annotations

import gzip
import re

import pytest
from playwright.sync_api import Page, expect

from scripts.settings import ROOT
from tests.browser.widget import PDF, PNG, attach, open_chat, own, said, write
from tests.chat_server import HOSTILE, POLICY, WIDGET, ChatServer

LARGEST = 40_000
"""Bytes, compressed."""


def test_the_widget_is_small(widget: None):
    assert len(gzip.compress(WIDGET.read_bytes())) < LARGEST


def test_the_widget_is_one_script_that_loads_nothing_else(page: Page, server: ChatServer):
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.split("?")[0]))
    open_chat(page, server)
    paths = {url.removeprefix(server.url) for url in loaded if url.startswith("http")}
    assert paths == {"/es", "/demo.css", "/widget/aclaro-chat.js"} | (paths & {"/favicon.ico"})


def test_everything_works_under_the_strictest_policy(
    page: Page, server: ChatServer, complaints: list[str]
):
    assert POLICY.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    open_chat(page, server)
    for words in ("chart", "calls 5", f"link {server.url}/fr", "ask ¿Seguro?"):
        write(page, words)
        expect(own(page).last).to_have_text(words)
    attach(page, ("recibo.png", PNG), ("factura.pdf", PDF))
    page.locator(".send").click()
    expect(said(page).last).to_have_text("> /send_file")
    page.get_by_role("textbox").fill("una línea\n" * 9)
    bar = page.locator(".bars rect").nth(1).bounding_box()
    longest = page.locator(".bars rect").first.bounding_box()
    assert bar
    assert longest
    assert bar["width"] == pytest.approx(longest["width"] / 2, abs=1)
    assert page.locator("aclaro-chat").evaluate(STYLED_INLINE) == []
    assert [told for told in complaints if "favicon" not in told and "404" not in told] == []


@pytest.mark.parametrize("kind", ["calls", "chart", "link"])
def test_whatever_the_server_says_is_text(page: Page, server: ChatServer, kind: str):
    page.set_viewport_size({"width": 320, "height": 640})
    open_chat(page, server)
    write(page, f"hostile {kind}")
    expect(said(page).last).to_have_text(HOSTILE)
    expect(page.locator(".choice").last).to_have_text(HOSTILE)
    if kind == "calls":
        expect(page.locator(".list-name")).to_have_text(HOSTILE)
        expect(page.locator("td.number")).to_have_text(HOSTILE)
        expect(page.locator("td.note")).to_have_text(HOSTILE)
    if kind == "chart":
        expect(page.locator(".bars dt")).to_have_text(HOSTILE)
        expect(page.locator(".bars rect")).to_have_attribute("width", "0%")
    assert page.title() == "Aclaro"
    expect(page.locator(".log").locator("img, script, b")).to_have_count(0)
    expect(page.locator(".log").get_by_role("link")).to_have_count(0)
    assert page.locator(".panel").evaluate(BEYOND_THE_EDGE) == []


def test_the_name_of_a_file_is_text_that_turns_nothing_around(page: Page, server: ChatServer):
    open_chat(page, server)
    name = "<b>factura</b>\u202egnp.pdf"
    attach(page, (name, PDF), ("\u202efig.gif", b"GIF89a"))
    expect(page.locator(".attached bdi")).to_have_text(name)
    expect(page.locator(".refusal bdi")).to_have_text("\u202efig.gif")
    page.locator(".send").click()
    expect(own(page).last).to_contain_text("<b>factura</b>")
    assert page.title() == "Aclaro"
    expect(page.locator(".log b")).to_have_count(0)


def test_the_operator_s_colours_are_custom_properties(page: Page, server: ChatServer):
    page.goto(f"{server.url}/es?class=plum")
    plum = "rgb(107, 31, 92)"
    expect(page.locator(".launcher")).to_have_css("background-color", plum)
    page.locator(".launcher").click()
    write(page, "hola")
    expect(page.locator(".own .bubble")).to_have_css("background-color", plum)
    expect(page.locator(".send")).to_have_css("background-color", plum)


def test_every_colour_and_attribute_is_documented():
    told = (ROOT / "docs" / "widget.md").read_text(encoding="utf-8")
    styles = (ROOT / "web" / "src" / "styles.css").read_text(encoding="utf-8")
    element = (ROOT / "web" / "src" / "element.ts").read_text(encoding="utf-8")
    names = set(re.findall(r"--aclaro-[a-z-]+", styles))
    names |= set(re.findall(r"(?:get|has)Attribute\(\"([a-z]+)\"\)", element))
    assert len(names) > 15
    assert {name for name in names if f"`{name}`" not in told} == set()


# Elements with a `style` attribute that was not set by CSSOM (the height of the text box is).
STYLED_INLINE = """chat => [...chat.shadowRoot.querySelectorAll("[style]:not(textarea)")]
  .map(element => element.outerHTML.slice(0, 80))"""

BEYOND_THE_EDGE = """panel => [panel, ...panel.querySelectorAll("*:not(.unseen, thead *)")]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
  .map(e => e.outerHTML.slice(0, 80))"""
