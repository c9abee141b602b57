"""An office with officers who are signed in, for each file of tests."""

from collections.abc import Iterator

import pytest

from tests.integration.billing.assistant_side import Assistant
from tests.integration.billing.handoff_office import Office, opened
from tests.integration.billing.officers import Browser


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with opened(tmp_path_factory.mktemp("office")) as office:
        yield office


@pytest.fixture
def assistant(office: Office) -> Assistant:
    return office.assistant


@pytest.fixture(scope="module")
def browsers(office: Office) -> Iterator[dict[str, Browser]]:
    """The browser of each officer, signed in."""
    with office.all_signed_in() as browsers:
        yield browsers


@pytest.fixture
def clerk(browsers: dict[str, Browser]) -> Browser:
    return browsers["clerk-1"]


@pytest.fixture
def other(browsers: dict[str, Browser]) -> Browser:
    return browsers["clerk-2"]


@pytest.fixture
def reader(browsers: dict[str, Browser]) -> Browser:
    return browsers["reader-1"]
