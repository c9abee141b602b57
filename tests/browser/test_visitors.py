"""A customer who is logged in on the operator's page, in a browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from locales import LANGUAGES
from tests.browser.customer import VISITORS, Customer, Visitor, arrives
from tests.browser.widget import open_chat, own, said, write
from tests.chat_server import HELLO, ChatServer
from tests.stack import Stack
from tests.visitors import OperatorsPage

NOBODY = "http://127.0.0.1:9"


@pytest.mark.parametrize("visitor", VISITORS, ids=str)
def test_who_has_logged_in_on_the_page_is_not_asked_again_in_the_chat(
    browser: Browser, contexts: list[BrowserContext], stack: Stack, visitor: Visitor
):
    context = arrives(browser, contexts, visitor)
    customer = Customer(context, stack, visitor.language, f"{visitor.language}-account")
    page, words = customer.page, customer.words
    customer.opens_the_page()
    page.locator("a.account").click()
    expect(page.locator("#user_name")).to_be_visible()
    customer.looks("log-in")
    customer.signs_in(page)
    page.keyboard.press("Enter")
    expect(page.locator("#open-chat")).to_be_visible()
    customer.looks("account")

    page.locator("#open-chat").click()
    expect(customer.offered(words("button_view_calls"))).to_be_visible()
    # The conversation is the visitor's, also of other days, on which there may have been a sign-in.
    earlier = page.locator(".sign-in").count()
    write(page, words("button_view_calls"))
    expect(customer.offered(words("button_all_lines"))).to_be_visible()
    customer.looks_at_answer("no-sign-in")
    expect(page.locator(".sign-in")).to_have_count(earlier)

    customer.opens_the_page()
    expect(customer.offered(words("button_all_lines"))).to_be_visible()
    page.locator("button.close").click()
    page.locator("a.account").click()
    page.get_by_role("button", name=log_out_in(visitor.language)).click()
    expect(page.locator("#user_name")).to_be_visible()
    customer.opens_the_page()
    page.locator("#open-chat").click()
    expect(page.locator(".message.bot").first).to_be_visible()
    expect(page.locator(".message.own")).to_have_count(0)


def log_out_in(language: str) -> str:
    titles = {"es": "Cerrar sesión", "fr": "Se déconnecter", "pl": "Wyloguj się", "en": "Sign out"}
    assert set(titles) == set(LANGUAGES)
    return titles[language]


@pytest.fixture
def operator(tmp_path_factory: pytest.TempPathFactory) -> OperatorsPage:
    return OperatorsPage(tmp_path_factory.mktemp("operator"))


@pytest.fixture
def visited(
    tmp_path_factory: pytest.TempPathFactory, operator: OperatorsPage
) -> Iterator[ChatServer]:
    """A server that a test may kill, and that believes the operator."""
    directory = tmp_path_factory.mktemp("web")
    server = ChatServer(directory, BILLING_URL=NOBODY, **operator.environment)
    server.start()
    yield server
    server.kill()


def logs_in(page: Page, operator: OperatorsPage, subject: str) -> None:
    """The page says from now on that this customer is there, without being loaded again."""
    page.expose_function(f"tokenOf{subject}", lambda: operator.token(subject))
    page.evaluate(f"document.querySelector('aclaro-chat').visitor = tokenOf{subject}")


def logs_out(page: Page) -> None:
    page.evaluate("document.querySelector('aclaro-chat').visitor = null")


def test_a_page_that_is_not_loaded_again_changes_the_conversation_with_its_visitor(
    page: Page, visited: ChatServer, operator: OperatorsPage, complaints: list[str]
):
    open_chat(page, visited)
    write(page, "before")
    expect(said(page).last).to_have_text("> before")

    logs_in(page, operator, "Ana")
    expect(own(page)).to_have_count(0)
    expect(said(page)).to_have_text([HELLO["es"]])
    write(page, "mine")
    expect(said(page).last).to_have_text("> mine")

    logs_out(page)
    expect(own(page)).to_have_text(["before"])
    logs_in(page, operator, "Eva")
    expect(own(page)).to_have_count(0)
    assert complaints == []


def test_what_a_visitor_wrote_and_was_not_sent_is_not_sent_for_the_next_person(
    page: Page, visited: ChatServer, operator: OperatorsPage
):
    open_chat(page, visited)
    write(page, "before")
    expect(said(page).last).to_have_text("> before")
    logs_in(page, operator, "Ana")
    expect(said(page)).to_have_text([HELLO["es"]])
    visited.kill()
    write(page, "a secret of mine")
    expect(own(page)).to_have_text(["a secret of mine"])
    logs_out(page)
    expect(own(page)).to_have_count(0)
    visited.start()

    expect(own(page)).to_have_text(["before"], timeout=20_000)
    write(page, "after")
    expect(said(page).last).to_have_text("> after")
    assert "a secret of mine" not in visited.heard()
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert "a secret of mine" not in kept

    page.evaluate("document.querySelector('aclaro-chat').visitor = tokenOfAna")
    expect(said(page).last).to_have_text("> a secret of mine", timeout=20_000)


def test_a_refused_token_leaves_the_chat_usable(
    page: Page, visited: ChatServer, operator: OperatorsPage
):
    open_chat(page, visited)
    page.evaluate("document.querySelector('aclaro-chat').visitor = () => 'forged'")
    write(page, "hola")
    expect(said(page).last).to_have_text("> hola")
