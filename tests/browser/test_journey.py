"""A customer on the operator's page: from opening the chat to a report number, in every language.

Every step leaves a picture in `test-output/screens/<language>-<n>-<step>.png`. The README's
`docs/chat.png` is `en-09-calls-marked.png` of these.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import requests
from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, expect

from assistant.texts import texts
from scripts.settings import ROOT
from tests.conversations.play import NUMBER, TICKETS, customer_token
from tests.customer_page import PASSWORD
from tests.stack import Stack

SCREENS = ROOT / "test-output" / "screens"
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1200, "height": 800}
ANSWER_MILLISECONDS = 30_000
DISPUTED_MONTH = "2026-10"


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


@pytest.fixture
def contexts(browser: Browser) -> Iterator[list[BrowserContext]]:
    """Opened by the test, closed at its end."""
    opened: list[BrowserContext] = []
    yield opened
    for context in opened:
        context.close()


@pytest.mark.parametrize("visitor", VISITORS, ids=str)
def test_a_customer_disputes_two_calls_and_leaves_with_a_report_number(
    browser: Browser, contexts: list[BrowserContext], stack: Stack, visitor: Visitor
):
    context = browser.new_context(
        viewport=visitor.size,  # type: ignore[arg-type]
        color_scheme=visitor.scheme,  # type: ignore[arg-type]
        has_touch=visitor.size == PHONE,
    )
    contexts.append(context)
    customer = Customer(context, stack, visitor.language, visitor.language)
    number = dispute_two_calls(customer)
    assert_filed(stack, customer, number)

    customer.page.reload()
    assert customer.number() == number
    expect(customer.page.locator(".message.own").last).to_have_text(
        re.compile(re.escape(customer.words("button_submit")))
    )
    customer.looks("reloaded")


def dispute_two_calls(customer: Customer) -> str:
    """The journey with pictures; returns the report number."""
    page, words = customer.page, customer.words
    customer.opens_the_page()
    customer.looks("page")
    page.locator("#open-chat").click()
    expect(customer.offered(words("button_dispute"))).to_be_visible()
    customer.looks("greeting")
    customer.offered(words("button_dispute")).click()
    link = page.locator(".sign-in")
    expect(link).to_be_visible()
    customer.looks_at_answer("link")

    with page.context.expect_page() as opened:
        link.click()
    tab = opened.value
    tab.route("**/site/close.js", lambda route: route.abort())  # it stays for its picture
    customer.signs_in(tab)
    customer.looks("sign-in", tab)
    page.evaluate(NOTE_WHEN_IT_GOES_ON)
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/done*", wait_until="commit")
    signed_in = time.time()
    customer.looks("signed-in", tab)
    tab.close()
    went_on = page.evaluate("wentOn") / 1000
    print(f"\n{customer.language}: the chat went on {went_on - signed_in:.2f} s after the sign-in")
    page.bring_to_front()
    expect(customer.offered(words("button_all_lines"))).to_be_visible()
    customer.looks("line")

    customer.offered(words("button_all_lines")).click()
    month = str(texts().value(customer.language, {"month": DISPUTED_MONTH}))
    expect(customer.offered(month)).to_be_visible()
    customer.looks_at_answer("cycle")
    customer.offered(month).click()
    boxes = page.locator(".calls input:enabled")
    expect(boxes.first).to_be_visible()
    customer.looks_at_answer("calls")
    boxes.nth(0).check()
    boxes.nth(2).check()
    customer.looks("calls-marked")
    page.locator(".submit").click()

    reason = customer.offered(words("reason_wrong_rate"))
    expect(reason).to_be_visible()
    customer.looks_at_answer("reason")
    reason.click()
    expect(customer.offered(words("button_no_words"))).to_be_visible()
    customer.looks_at_answer("words")
    customer.offered(words("button_no_words")).click()
    expect(customer.offered(words("button_submit"))).to_be_visible()
    customer.looks_at_answer("summary")
    customer.offered(words("button_submit")).click()
    number = customer.number()
    expect(customer.offered(words("button_follow_up"))).to_be_visible()
    customer.looks_at_answer("number")
    return number


def assert_filed(stack: Stack, customer: Customer, number: str) -> None:
    """Billing has the report, about two calls."""
    token = customer_token(stack.site_url, customer.user_name)
    answer = requests.get(
        f"{stack.site_url}{TICKETS}/{number}",
        headers={"Authorization": f"Bearer {token}"},
        timeout=10,
    )
    assert answer.status_code == 200
    ticket = answer.json()
    assert ticket["disputeReason"] == "wrong_rate"
    assert [it["role"] for it in ticket["relatedEntity"]].count("disputedUsage") == 2


def test_the_keyboard_alone_leads_to_a_report_number(
    browser: Browser, contexts: list[BrowserContext], stack: Stack
):
    context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
    contexts.append(context)
    customer = Customer(context, stack, "en", "en-keyboard")
    page, words = customer.page, customer.words
    customer.opens_the_page()
    go_to(page, page.locator("#open-chat"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox")).to_be_focused()
    press(customer, words("button_dispute"), backwards=True)

    link = page.locator(".sign-in")
    expect(link).to_be_visible()
    go_to(page, link)
    customer.looks("link")
    with context.expect_page() as opened:
        page.keyboard.press("Enter")
    customer.signs_in(opened.value)
    with opened.value.expect_event("close"):
        opened.value.keyboard.press("Enter")
    page.bring_to_front()

    press(customer, words("button_all_lines"))
    press(customer, str(texts().value("en", {"month": DISPUTED_MONTH})))
    boxes = page.locator(".calls input:enabled")
    expect(boxes.first).to_be_visible()
    for box in (boxes.nth(0), boxes.nth(2)):
        go_to(page, box)
        page.keyboard.press("Space")
        expect(box).to_be_checked()
    go_to(page, page.locator(".submit"))
    customer.looks("calls")
    page.keyboard.press("Enter")

    press(customer, words("reason_wrong_rate"))
    press(customer, words("button_no_words"))
    press(customer, words("button_submit"))
    assert_filed(stack, customer, customer.number())
    customer.looks("number")


def press(customer: Customer, title: str, backwards: bool = False) -> None:
    """Wait for the button, go to it by the keyboard, and press it."""
    button = customer.offered(title)
    expect(button).to_be_visible()
    go_to(customer.page, button, backwards)
    customer.page.keyboard.press("Enter")


def go_to(page: Page, target: Locator, backwards: bool = False) -> None:
    """Press Tab until `target` has the focus; see that it is in sight and that it shows."""
    for _ in range(100):
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
        if target.evaluate("element => element.getRootNode().activeElement === element"):
            break
    expect(target).to_be_focused()
    expect(target).to_be_in_viewport(ratio=1)
    assert target.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"


# `wentOn`: the instant (milliseconds) at which the next message is on the page.
NOTE_WHEN_IT_GOES_ON = """() => {
  const log = document.querySelector("aclaro-chat").shadowRoot.querySelector(".log");
  window.wentOn = new Promise(tell =>
    new MutationObserver(() => tell(Date.now())).observe(log, { childList: true }));
}"""

# What ends to the right of the window: the page's own elements, and those of the chat.
BEYOND_THE_EDGE = """() => {
  const chat = document.querySelector("aclaro-chat")?.shadowRoot;
  return [...document.querySelectorAll("body *"), ...(chat?.querySelectorAll("*") ?? [])]
    .filter(e => e.checkVisibility() && !e.closest(".unseen, .languages, svg, .skip"))
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
    .map(e => e.outerHTML.slice(0, 80));
}"""
