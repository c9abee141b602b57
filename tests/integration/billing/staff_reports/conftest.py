"""A desk with officers, for each file of tests: what a test changes, it has filed itself."""

from collections.abc import Iterator

import pytest

from billing.database import Database
from tests.integration.billing.officers import ROLES, Browser, open_desk, path_of


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Database]]:
    """A desk with the demonstration's customers, and officers: its address and its database."""
    with open_desk(tmp_path_factory.mktemp("office")) as desk:
        yield desk


@pytest.fixture
def database(office: tuple[str, Database]) -> Database:
    """The desk's; what a test changes, it has filed itself."""
    return office[1]


@pytest.fixture(scope="module")
def signed_in(office: tuple[str, Database]) -> dict[str, Browser]:
    """The browser of each officer."""
    browsers = {name: Browser(office[0]) for name in ROLES}
    for name, browser in browsers.items():
        assert path_of(browser.sign_in(name)) == "/staff"
    return browsers


@pytest.fixture
def clerk(signed_in: dict[str, Browser]) -> Browser:
    """A clerk who is signed in."""
    return signed_in["clerk-1"]


@pytest.fixture
def other(signed_in: dict[str, Browser]) -> Browser:
    """Another clerk."""
    return signed_in["clerk-2"]


@pytest.fixture
def lead(signed_in: dict[str, Browser]) -> Browser:
    """A supervisor."""
    return signed_in["lead-1"]


@pytest.fixture
def auditor(signed_in: dict[str, Browser]) -> Browser:
    """Somebody who only reads."""
    return signed_in["reader-1"]
