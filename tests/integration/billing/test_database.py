"""The database: migrations, and what reading and writing promise."""

import sys
from datetime import datetime, timedelta

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from billing import clock
from billing.__main__ import main
from billing.credit_rules import credit_rules
from billing.database import Database
from billing.decisions import Desk, Officer
from billing.demo import fill
from billing.dunning import dun
from billing.models import Account, Base, Credit, Customer, Finding, Ticket
from billing.signin import log_ins
from billing.signin.devices import approve, is_by_the_present_password
from billing.signin.tables import APPROVED, PENDING, DeviceSignIn


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


@pytest.mark.parametrize("revision", ["0015", "0004", "0003", "0002", "0001"])
def test_what_a_downgrade_does_not_concern_stays(
    database: Database, empty_address: str, monkeypatch: pytest.MonkeyPatch, revision: str
):
    now = clock.now()
    with database.write() as session:
        fill(session, now)
    _decide_all_ways(database, now)
    before = _counted(database, "customer", "call", "bill", "credit", "ticket", "ticket_note")

    monkeypatch.setenv("DATABASE_URL", empty_address)
    monkeypatch.setattr(sys, "argv", ["billing", "downgrade", revision])
    main()
    assert _counted(database, *before) == before
    database.migrate()

    assert _counted(database, *before) == before
    with database.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    assert differences == []


def test_what_was_decided_before_there_were_findings_has_one(database: Database):
    now = clock.now()
    with database.write() as session:
        fill(session, now)
    offered, credited, refused = _decide_all_ways(database, now)

    database.downgrade("0004")
    database.migrate()

    with database.read() as session:
        found = dict(session.execute(select(Finding.ticket_id, Finding.undue)).all())
    assert found == {offered: True, credited: True, refused: False}


def test_what_was_approved_before_passwords_had_stamps_stays_and_is_worth_nothing(
    database: Database,
):
    now = clock.now()
    customer = somebody(1)
    with database.write() as session:
        session.add(customer)
        session.flush()
        log_ins.begin(session, customer, now)
        asked = DeviceSignIn(device_code_digest="d", user_code_digest="u", client_id="aclaro")
        asked.scope, asked.state, asked.interval = "selfcare", PENDING, 1
        asked.asked_at, asked.expires_at = now, now + timedelta(minutes=15)
        session.add(asked)
        session.flush()
        assert approve(session, asked, customer, now)
        session.refresh(asked)
        assert is_by_the_present_password(session, asked)
    before = _counted(database, "customer", "device_sign_in")

    database.downgrade("0015")
    assert _counted(database, *before) == before
    database.migrate()

    assert _counted(database, *before) == before
    assert _counted(database, "page_log_in") == {"page_log_in": 0}
    with database.read() as session:
        asked = session.scalars(select(DeviceSignIn)).one()
        assert asked.state == APPROVED
        assert not is_by_the_present_password(session, asked)


def test_there_is_no_way_back_to_a_version_that_never_was(
    database: Database, empty_address: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("DATABASE_URL", empty_address)
    monkeypatch.setattr(sys, "argv", ["billing", "downgrade", "1999"])
    with pytest.raises(SystemExit, match="Nothing was changed"):
        main()
    with database.write() as session:
        session.add(somebody(1))


def _decide_all_ways(database: Database, now: datetime) -> tuple[str, str, str]:
    """An offer on one dispute, a credit on another, a refusal of one that was being recalculated;
    and a bill is dunned. The three disputes' numbers.
    """
    desk, clerk = Desk(database, credit_rules()), Officer("clerk-1", "clerk")
    with database.read() as session:
        statement = select(Ticket.id).where(Ticket.status == "inProgress").order_by(Ticket.id)
        offered, credited, refused, *_ = session.scalars(statement)
    desk.offer(offered, clerk, 1, "A cent.", now)
    desk.credit(credited, clerk, "All of it.", now)
    desk.find(refused, clerk, True, "It looks wrong.", now)
    desk.refuse(refused, clerk, "chargeIsDue", "It was right.", now)
    with database.write() as session:
        assert dun(session, now + timedelta(days=60))
    return offered, credited, refused


def _counted(database: Database, *tables: str) -> dict[str, int]:
    with database.engine.connect() as connection:
        return {
            table: connection.execute(text(f"select count(*) from {table}")).scalar_one()
            for table in tables
        }


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


def test_a_reading_session_cannot_write(database: Database):
    def write() -> None:
        with database.read() as session:
            session.add(somebody(1))
            session.flush()

    with pytest.raises(DBAPIError):
        write()
    with database.write() as session:
        assert session.get(Customer, "C-1") is None


def test_what_a_reading_session_was_left_with_is_not_written(database: Database):
    with database.read() as session:
        session.add(somebody(1))

    with database.read() as session:
        assert session.get(Customer, "C-1") is None


def test_a_reading_session_sees_one_moment(database: Database):
    with database.read() as session:
        before = session.scalar(select(func.count()).select_from(Customer))
        with database.write() as other:
            other.add(somebody(1))
        after = session.scalar(select(func.count()).select_from(Customer))

    assert after == before


def test_a_reference_to_nothing_is_refused(database: Database):
    lost = Credit(id="CR-1", account_id="nowhere", amount=1, created_at=clock.now())

    def write() -> None:
        with database.write() as session:
            session.add(lost)

    with pytest.raises(IntegrityError):
        write()


def test_what_was_to_be_stored_is_in_no_error(database: Database):
    def write() -> None:
        with database.write() as session:
            session.add(somebody(1))
            session.flush()
            session.execute(insert(Customer).values(id="C-1", name="Somebody", user_name="u1"))

    with pytest.raises(IntegrityError) as failure:
        write()

    assert failure.value.hide_parameters
    assert "[SQL parameters hidden" in str(failure.value)


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
