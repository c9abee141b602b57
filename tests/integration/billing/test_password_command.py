"""A customer who was imported, or forgot it, gets a password on the command line."""

import io
import sys

import pytest
from sqlalchemy import select

from billing.__main__ import main
from billing.access import SELFCARE
from billing.database import Database
from billing.models import AuditEntry, Customer
from billing.signin import tokens
from billing.signin.passwords import is_password
from tests.integration.billing.test_decisions import CUSTOMER

NEW = "a word that is new"
OTHER = "C-1002"


@pytest.fixture
def user_name(database: Database) -> str:
    """A customer's."""
    with database.read() as session:
        return session.get_one(Customer, CUSTOMER).user_name


def set_password(monkeypatch: pytest.MonkeyPatch, address: str, who: str, typed: str) -> None:
    monkeypatch.setenv("DATABASE_URL", address)
    monkeypatch.setattr(sys, "argv", ["billing", "password", who, "--password-stdin"])
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{typed}\n"))
    main()


def has_password(database: Database, password: str) -> bool:
    with database.read() as session:
        return is_password(password, session.get_one(Customer, CUSTOMER).password_hash)


def test_it_is_the_customer_s_from_then_on_and_on_the_trail(
    database: Database, user_name: str, database_address: str, monkeypatch: pytest.MonkeyPatch
):
    set_password(monkeypatch, database_address, user_name, NEW)

    assert has_password(database, NEW)
    with database.read() as session:
        entry = session.scalars(select(AuditEntry)).one()
    assert (entry.action, entry.detail) == ("setPassword", {"customer": CUSTOMER})


def test_who_had_signed_in_before_is_signed_out(
    database: Database, user_name: str, database_address: str, monkeypatch: pytest.MonkeyPatch
):
    with database.write() as session:
        tokens.keep(session, "of this customer", CUSTOMER, "aclaro", SELFCARE)
        tokens.keep(session, "of another", OTHER, "aclaro", SELFCARE)

    set_password(monkeypatch, database_address, user_name, NEW)

    with database.read() as session:
        assert tokens.caller_of(session, "of this customer") is None
        assert tokens.caller_of(session, "of another") is not None


@pytest.mark.parametrize("typed", ["", "too short", "x" * 201])
def test_one_of_another_length_is_refused(
    database: Database,
    user_name: str,
    database_address: str,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
):
    with pytest.raises(SystemExit, match="10 to 200 characters"):
        set_password(monkeypatch, database_address, user_name, typed)

    assert not has_password(database, typed)


def test_nobody_has_no_password(
    database: Database, database_address: str, monkeypatch: pytest.MonkeyPatch
):
    with pytest.raises(SystemExit, match="no customer nobody"):
        set_password(monkeypatch, database_address, "nobody", NEW)
