"""Headless Chromium, and the widget that it shows."""

from __future__ import annotations

import os
import subprocess
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from scripts.settings import ROOT, SITE_PYTHON, surroundings
from tests.chat_server import ChatServer

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser(widget: None) -> Iterator[Browser]:
    if not CHROMIUM.exists():
        missing(str(CHROMIUM))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def widget() -> None:
    """The bundle, built of the sources as they are now."""
    if not SITE_PYTHON.exists():
        missing(str(SITE_PYTHON))
    command = [str(SITE_PYTHON), "-m", "scripts.build_widget"]
    subprocess.run(command, cwd=ROOT, env=surroundings(), check=True)


def missing(what: str) -> None:
    """Fail where every test must run; elsewhere skip, and say so loudly."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing: the browser tests cannot run")
    warnings.warn(f"{what} is missing: THE BROWSER TESTS DO NOT RUN", stacklevel=2)
    pytest.skip(f"{what} is missing")


@pytest.fixture
def contexts(browser: Browser) -> Iterator[list[BrowserContext]]:
    """Opened by the test, closed at its end."""
    opened: list[BrowserContext] = []
    yield opened
    for context in opened:
        context.close()


@pytest.fixture(scope="module")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChatServer]:
    server = ChatServer(tmp_path_factory.mktemp("widget"))
    server.start()
    yield server
    server.kill()


@pytest.fixture
def server(shared_server: ChatServer) -> ChatServer:
    return shared_server


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[ChatServer]:
    """A server that a test may kill."""
    server = ChatServer(tmp_path)
    server.start()
    yield server
    server.kill()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of: errors, and breaches of the page's strict policy."""
    return []


@pytest.fixture
def page(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    yield page
    context.close()
