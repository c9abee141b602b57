"""A site with demonstration customers, started once, and its customers."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from billing import clock
from billing.access import OPERATOR_SCOPES
from billing.app import create_app
from billing.credit_rules import credit_rules
from billing.database import Database
from billing.decisions import Desk
from billing.demo import fill
from billing.settings import Settings
from tests.integration.billing.databases import Originals, empty_database
from tests.integration.billing.importing import Engineer
from tests.integration.billing.server import Api, running, serving, system_token
from tests.integration.billing.visitor import MovingClock, Site, empty_site

NOBODY = "http://127.0.0.1:9"


def _fill(address: str, now: datetime) -> None:
    database = Database(address)
    database.migrate()
    with database.write() as session:
        fill(session, now)
    database.close()


@pytest.fixture(scope="session")
def billing_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings of a migrated database with the demonstration's customers."""
    directory = tmp_path_factory.mktemp("billing")
    with empty_database(directory) as address:
        _fill(address, clock.now())
        yield Settings(aclaro_var=directory, database_url=address)


@pytest.fixture(scope="session")
def billing_address(billing_settings: Settings) -> Iterator[str]:
    """Where the site is."""
    with serving(billing_settings) as address:
        yield address


@pytest.fixture
def empty_address(tmp_path: Path) -> Iterator[str]:
    """An empty database's address."""
    with empty_database(tmp_path) as address:
        yield address


@pytest.fixture
def now() -> datetime:
    """The moment of a test."""
    return clock.now()


@pytest.fixture(scope="session")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Originals]:
    """What databases of tests begin with."""
    originals = Originals(tmp_path_factory.mktemp("originals"))
    yield originals
    originals.close()


@pytest.fixture
def database_address(originals: Originals, now: datetime, tmp_path: Path) -> Iterator[str]:
    """The address of a database of the test's own with the demonstration's customers as of this
    hour.
    """
    hour = now.replace(minute=0, second=0, microsecond=0)
    with originals.copy(hour, lambda address: _fill(address, now), tmp_path) as address:
        yield address


@pytest.fixture
def database(database_address: str) -> Iterator[Database]:
    """The database there."""
    database = Database(database_address)
    yield database
    database.close()


@pytest.fixture
def engineer(
    empty_address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Engineer:
    """Who imports an operator's files into an empty database."""
    return Engineer(empty_address, monkeypatch, capsys)


@pytest.fixture
def desk(database: Database) -> Desk:
    """Where decisions are made on that database, by the operator's rules."""
    return Desk(database, credit_rules())


@pytest.fixture
def ana(billing_address: str) -> Iterator[Api]:
    """The Spanish customer: her latest bill is unpaid."""
    yield from _api(billing_address, "es")


@pytest.fixture
def camille(billing_address: str) -> Iterator[Api]:
    """The French customer: her latest bill is part-paid."""
    yield from _api(billing_address, "fr")


@pytest.fixture
def agnieszka(billing_address: str) -> Iterator[Api]:
    """The Polish customer: her latest bill is unpaid."""
    yield from _api(billing_address, "pl")


@pytest.fixture
def oliver(billing_address: str) -> Iterator[Api]:
    """The British customer: his latest bill is part-paid, in two payments."""
    yield from _api(billing_address, "en")


@pytest.fixture
def system(billing_address: str) -> Iterator[Api]:
    """A system of the operator's with every scope."""
    yield from _api(billing_address, system_token(*OPERATOR_SCOPES))


def _api(address: str, token: str) -> Iterator[Api]:
    api = Api(address, token)
    yield api
    api.http.close()


@pytest.fixture(scope="session")
def whole_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site with sign-in, two customers, and nobody behind `/socket.io/`."""
    directory = tmp_path_factory.mktemp("site")
    with empty_database(directory) as address:
        settings = Settings(aclaro_var=directory, database_url=address, rasa_url=NOBODY)
        app = create_app(settings)
        with running(app) as url:
            yield empty_site(app, url)


@pytest.fixture
def site(whole_site: Site) -> Site:
    """The site with sign-in, on which nobody has tried anything yet."""
    whole_site.forget_attempts()
    return whole_site


@pytest.fixture
def moving(monkeypatch: pytest.MonkeyPatch) -> MovingClock:
    """The site's clock, to move forward."""
    clock_of_test = MovingClock()
    monkeypatch.setattr(clock, "now", clock_of_test.now)
    return clock_of_test
