"""A customer in a browser: what they see and press, and a picture of every step."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, expect

from assistant.texts import texts
from scripts.settings import ROOT
from tests.conversations.play import NUMBER
from tests.customer_page import PASSWORD
from tests.stack import Stack

SCREENS = ROOT / "test-output" / "screens"
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1200, "height": 800}
ANSWER_MILLISECONDS = 30_000

# What ends to the right of the window: the page's own elements, and those of the chat.
BEYOND_THE_EDGE = """() => {
  const chat = document.querySelector("aclaro-chat")?.shadowRoot;
  return [...document.querySelectorAll("body *"), ...(chat?.querySelectorAll("*") ?? [])]
    .filter(e => e.checkVisibility() && !e.closest(".unseen, .languages, svg, .skip"))
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
    .map(e => e.outerHTML.slice(0, 80));
}"""


@dataclass(frozen=True)
class Visitor:
    """Who comes, and with what screen."""

    language: str
    size: dict[str, int]
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

    def looks(self, step: str, page: Page | None = None) -> None:
        """Take a picture, and see that nothing of the page is beyond its edge."""
        page = page or self.page
        self._pictures += 1
        SCREENS.mkdir(parents=True, exist_ok=True)
        picture = SCREENS / f"{self._album}-{self._pictures:02}-{step}.png"
        try:
            page.screenshot(path=picture)
        except Error:  # Chromium gave no frame: the second one comes, or the test fails
            page.screenshot(path=picture)
        assert page.evaluate(BEYOND_THE_EDGE) == []

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


def arrives(browser: Browser, contexts: list[BrowserContext], visitor: Visitor) -> BrowserContext:
    """A browser of this visitor's kind."""
    context = browser.new_context(
        viewport=visitor.size,  # type: ignore[arg-type]
        color_scheme=visitor.scheme,  # type: ignore[arg-type]
        has_touch=visitor.size == PHONE,
    )
    contexts.append(context)
    return context
