"""The database: migrations, and what reading and writing promise."""

from datetime import datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.exc import IntegrityError

from billing import clock
from billing.database import Database
from billing.models import Account, Base, Credit, Customer


def somebody(number: int) -> Customer:
    return Customer(
        id=f"C-{number}", name="Somebody", user_name=f"u{number}", password_hash="-", language="en"
    )


def account(number: int, opened_at: datetime) -> Account:
    return Account(
        id=f"BA-{number}",
        customer_id=f"C-{number}",
        name="Somebody",
        time_zone="Europe/London",
        currency="GBP",
        country="GB",
        tax_rate=2000,
        cycle_day=1,
        opened_at=opened_at,
    )


@pytest.fixture
def database(empty_address: str):
    database = Database(empty_address)
    database.migrate()
    yield database
    database.close()


def test_the_migrations_make_exactly_the_tables_of_the_models(database: Database):
    with database.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)

    assert differences == []


def test_migrating_again_changes_nothing(database: Database):
    with database.write() as session:
        session.add(somebody(1))

    database.migrate()

    with database.read() as session:
        assert session.get(Customer, "C-1")


def test_what_fails_in_the_middle_is_not_kept(database: Database):
    def write_and_fail() -> None:
        with database.write() as session:
            session.add(somebody(1))
            session.flush()
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        write_and_fail()

    with database.read() as session:
        assert session.get(Customer, "C-1") is None


def test_a_reading_session_keeps_nothing(database: Database):
    with database.read() as session:
        session.add(somebody(1))
        session.flush()

    with database.read() as session:
        assert session.get(Customer, "C-1") is None


def test_a_reference_to_nothing_is_refused(database: Database):
    lost = Credit(id="CR-1", account_id="nowhere", amount=1, created_at=clock.now())

    def write() -> None:
        with database.write() as session:
            session.add(lost)

    with pytest.raises(IntegrityError):
        write()


def test_an_instant_comes_back_aware_and_the_same(database: Database):
    now = clock.now()
    with database.write() as session:
        session.add(somebody(1))
        session.flush()
        session.add(account(1, opened_at=now))

    with database.read() as session:
        opened_at = session.get_one(Account, "BA-1").opened_at
    assert opened_at == now
    assert opened_at.utcoffset() is not None
