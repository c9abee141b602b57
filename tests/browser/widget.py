"""The chat widget on its test page: opening it, writing, and what is said in it."""

from __future__ import annotations

import base64
import mimetypes

from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.chat_server import HELLO, ChatServer

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PDF = b"%PDF-1.4\n%%EOF\n"


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


def attach(page: Page, *files: tuple[str, bytes]) -> None:
    """Choose files of these names and contents by the paper clip."""
    with page.expect_file_chooser() as chooser:
        page.locator(".clip").click()
    payloads: list[FilePayload] = [
        {"name": name, "mimeType": mimetypes.guess_type(name)[0] or "", "buffer": content}
        for name, content in files
    ]
    chooser.value.set_files(payloads)


def session_of(page: Page) -> str:
    """The token of the page's conversation."""
    token = page.evaluate(
        "Object.entries(localStorage).find(([key]) => key.endsWith('session'))[1]"
    )
    return str(token)
