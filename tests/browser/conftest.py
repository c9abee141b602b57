"""Headless Chromium, and the widget that it shows."""

from __future__ import annotations

import os
import subprocess
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from scripts.settings import ROOT, SITE_PYTHON, surroundings

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
