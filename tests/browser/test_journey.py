"""A customer on the operator's page: from opening the chat to a report number, in every language.

Every step leaves four pictures in `test-output/screenshots/`, on a phone and on a desktop, light
and dark: `<language>-<n>-<step>-<device>-<scheme>.png`. The README's `docs/chat.png` is
`en-09-calls-marked-desktop-light.png` of these.
"""

from __future__ import annotations

import re
import time

import pytest
import requests
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from assistant.texts import texts
from tests.browser.customer import DESKTOP, VISITORS, Customer, Visitor, arrives
from tests.conversations.play import TICKETS, customer_token
from tests.stack import Stack

DISPUTED_MONTH = "2026-10"


@pytest.mark.parametrize("visitor", VISITORS, ids=str)
def test_a_customer_disputes_two_calls_and_leaves_with_a_report_number(
    browser: Browser, contexts: list[BrowserContext], stack: Stack, visitor: Visitor
):
    context = arrives(browser, contexts, visitor)
    customer = Customer(context, stack, visitor.language, visitor.language)
    customer.keeps_full_album = True
    number = dispute_two_calls(customer)
    assert_filed(stack, customer, number)

    customer.page.reload()
    assert customer.number() == number
    expect(customer.page.locator(".message.own").last).to_have_text(
        re.compile(re.escape(customer.words("button_submit")))
    )
    customer.looks("reloaded")
    look_at_calls(customer)


def look_at_calls(customer: Customer) -> None:
    """The list of calls, and what they cost by kind."""
    page, words = customer.page, customer.words
    customer.writes(words("button_view_calls"))
    all_lines = customer.offered(words("button_all_lines"))
    expect(all_lines).to_be_enabled()
    all_lines.click()
    month = customer.offered(str(texts().value(customer.language, {"month": DISPUTED_MONTH})))
    expect(month).to_be_enabled()
    month.click()
    expect(page.get_by_role("figure", name=words("chart_cost_by_kind"))).to_be_visible()
    table = page.get_by_role("table", name=words("calls_label")).last
    expect(table.get_by_role("row")).to_have_count(11)
    expect(page.locator(".typing")).to_be_hidden()
    customer.looks("chart")
    customer.looks("list", at=page.locator(".call-list").last)


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
    boxes = page.locator(".calls tbody input:enabled")
    expect(boxes.first).to_be_visible()
    customer.looks_at_answer("calls")
    boxes.nth(0).check()
    boxes.nth(2).check()
    customer.looks("calls-marked", at=page.locator(".call-list").last)
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
    context = browser.new_context(viewport=DESKTOP)
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
    boxes = page.locator(".calls tbody input:enabled")
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
