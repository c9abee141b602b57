"""A customer in a browser: what they see and press, and a picture of every step."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    Locator,
    Page,
    ViewportSize,
    expect,
)

from assistant.texts import texts
from scripts.settings import ROOT
from tests.conversations.play import NUMBER
from tests.customer_page import PASSWORD
from tests.stack import Stack

SCREENSHOTS = ROOT / "test-output" / "screenshots"
PHONE: ViewportSize = {"width": 360, "height": 780}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
DEVICES = {"phone": PHONE, "desktop": DESKTOP}
ANSWER_MILLISECONDS = 30_000

expect.set_options(timeout=ANSWER_MILLISECONDS)

# What ends to the right of the window: the page's own elements, and those of the chat.
BEYOND_THE_EDGE = """() => {
  const chat = document.querySelector("aclaro-chat")?.shadowRoot;
  return [...document.querySelectorAll("body *"), ...(chat?.querySelectorAll("*") ?? [])]
    .filter(e => e.checkVisibility() && !e.closest(".unseen, .languages > span, svg, .skip"))
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
    .map(e => e.outerHTML.slice(0, 80));
}"""


@dataclass(frozen=True)
class Visitor:
    """Who comes, and with what screen."""

    language: str
    size: ViewportSize
    scheme: str

    def __str__(self) -> str:
        device = "phone" if self.size == PHONE else "desktop"
        return f"{self.language}-{device}-{self.scheme}"


VISITORS = [
    Visitor("es", DESKTOP, "dark"),
    Visitor("fr", PHONE, "light"),
    Visitor("pl", PHONE, "dark"),
    Visitor("en", DESKTOP, "light"),
]


class Customer:
    """One customer in one browser, who looks at what is on the screen after each step."""

    def __init__(self, context: BrowserContext, stack: Stack, language: str, album: str) -> None:
        self.site = stack.site_url
        self.language = language
        self.page = context.new_page()
        self.page.set_default_timeout(ANSWER_MILLISECONDS)
        self.user_name = f"demo-{language}"
        self.keeps_full_album = False
        self._album = album
        self._pictures = 0

    def words(self, message: str, **args: Any) -> str:
        """A text of the assistant's in the customer's language."""
        return texts().render(self.language, message, args)

    def offered(self, title: str) -> Locator:
        """The newest button that has these words on it."""
        return self.page.locator(".choice", has_text=title).last

    def said(self, words: str | re.Pattern[str]) -> Locator:
        """What the assistant said with these words in it."""
        return self.page.locator(".message.bot .words", has_text=words)

    def opens_the_page(self) -> None:
        self.page.goto(f"{self.site}/?lang={self.language}")
        expect(self.page.locator("#open-chat")).to_be_visible()

    def signs_in(self, tab: Page) -> None:
        """On the operator's page; the keys go where its focus is."""
        expect(tab.locator("#user_name")).to_be_focused()
        tab.keyboard.type(self.user_name)
        tab.keyboard.press("Tab")
        tab.keyboard.type(PASSWORD)

    def writes(self, text: str) -> None:
        """Type a message and send it."""
        box = self.page.get_by_role("textbox")
        box.fill(text)
        box.press("Enter")

    def number(self) -> str:
        """The report number in the newest messages."""
        filed = self.said(NUMBER).last
        expect(filed).to_be_visible()
        found = NUMBER.search(filed.inner_text())
        assert found
        return found[0]

    def looks(self, step: str, page: Page | None = None, at: Locator | None = None) -> None:
        """See that nothing of the page is beyond its edge, and take a picture: where the album is
        kept in full, of each device, in the light and in the dark. `at` is brought into sight.
        """
        page = page or self.page
        self._pictures += 1
        name = f"{self._album}-{self._pictures:02}-{step}"
        assert page.evaluate(BEYOND_THE_EDGE) == []
        if not self.keeps_full_album:
            take_picture(page, name)
            return
        as_it_was = page.viewport_size
        for device, size in DEVICES.items():
            resize(page, size)
            if at:
                at.scroll_into_view_if_needed()
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                take_picture(page, f"{name}-{device}-{scheme}")
            assert page.evaluate(BEYOND_THE_EDGE) == []
        page.emulate_media(color_scheme="null")
        if as_it_was:
            resize(page, as_it_was)

    def looks_at_answer(self, step: str) -> None:
        """See that the answer is over, and that its beginning is on the screen."""
        expect(self.page.locator(".typing")).to_be_hidden()
        self.looks(step)
        own = self.page.locator(".message.own").last
        first = own.locator("xpath=following-sibling::*[1]")
        box, log = first.bounding_box(), self.page.locator(".log").bounding_box()
        assert box
        assert log
        assert log["y"] <= box["y"] < log["y"] + log["height"]


def resize(page: Page, size: ViewportSize) -> None:
    """Give the page this size, and time to settle in it."""
    page.set_viewport_size(size)
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def take_picture(page: Page, name: str) -> None:
    """What the page looks like, under SCREENSHOTS."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    picture = SCREENSHOTS / f"{name}.png"
    try:
        page.screenshot(path=picture)
    except Error:  # Chromium gave no frame: the second one comes, or the test fails
        page.screenshot(path=picture)


def arrives(browser: Browser, contexts: list[BrowserContext], visitor: Visitor) -> BrowserContext:
    """A browser of this visitor's kind."""
    context = browser.new_context(
        viewport=visitor.size,
        color_scheme=visitor.scheme,  # type: ignore[arg-type]
        has_touch=visitor.size == PHONE,
    )
    contexts.append(context)
    return context
