"""What has no journey of its own, on the operator's page, in every language: with pictures."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.customer import VISITORS, Customer, Visitor, arrives
from tests.stack import Stack

FAULTS = {
    "en": "the internet at home has been dead since yesterday afternoon",
    "es": "desde ayer por la tarde no me funciona internet en casa",
    "fr": "depuis hier après-midi je n’ai plus internet à la maison",
    "pl": "od wczoraj po południu nie działa mi internet w domu",
}
ANOTHER_MATTER = {
    "en": "how much does your fibre plan cost in my street?",
    "es": "¿cuánto cuesta la tarifa de fibra en mi calle?",
    "fr": "combien coûte votre forfait fibre dans ma rue ?",
    "pl": "ile kosztuje u was światłowód na mojej ulicy?",
}


@pytest.mark.parametrize("visitor", VISITORS, ids=str)
def test_a_fault_in_one_sentence_leads_to_a_report_number(
    browser: Browser, contexts: list[BrowserContext], stack: Stack, visitor: Visitor
):
    context = arrives(browser, contexts, visitor)
    language = visitor.language
    customer = Customer(context, stack, language, f"{language}-report")
    page, words = customer.page, customer.words
    customer.opens_the_page()
    page.locator("#open-chat").click()
    expect(customer.offered(words("button_dispute"))).to_be_visible()

    customer.writes(FAULTS[language])
    link = page.locator(".sign-in")
    expect(link).to_be_visible()
    with context.expect_page() as opened:
        link.click()
    customer.signs_in(opened.value)
    with opened.value.expect_event("close"):
        opened.value.keyboard.press("Enter")
    page.bring_to_front()
    expect(customer.offered(words("button_submit"))).to_be_visible()
    customer.looks("summary")

    customer.writes(ANOTHER_MATTER[language])
    expect(customer.said(words("utter_one_thing_at_a_time"))).to_be_visible()
    expect(customer.offered(words("button_submit"))).to_be_enabled()
    customer.looks_at_answer("another-matter")

    customer.offered(words("button_submit")).click()
    number = customer.number()
    assert number.startswith("FLT-")
    customer.offered(words("button_follow_up")).click()
    expect(customer.said(number)).to_have_count(2)
    customer.looks_at_answer("status")
