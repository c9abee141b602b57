"""The chat widget on its test page: opening it, writing, and what is said in it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.chat_server import HELLO, ChatServer


def open_chat(page: Page, server: ChatServer, language: str = "es") -> None:
    page.goto(f"{server.url}/{language}")
    page.locator("button.launcher").click()
    expect(said(page).first).to_have_text(HELLO[language])


def said(page: Page) -> Locator:
    """The words of the assistant's messages."""
    return page.locator(".message.bot .words")


def own(page: Page) -> Locator:
    """The words of the customer's messages."""
    return page.locator(".message.own .words")


def write(page: Page, words: str) -> None:
    page.get_by_role("textbox").fill(words)
    page.get_by_role("textbox").press("Enter")
