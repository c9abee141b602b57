"""A database of an operator's size, made for a measurement and removed after it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from uuid import uuid4

from sqlalchemy import URL, Connection, create_engine, text

from billing.database import Database

SQL = Path(__file__).with_name("operator.sql")
MONTHS = 6
COMPANY = "C-0"


@dataclass(frozen=True)
class Size:
    """How many customers there are beside the company, and how many calls in all."""

    customers: int
    calls: int


@contextmanager
def operator_database(server: URL, size: Size, now: datetime) -> Iterator[URL]:
    """Its address, on this server; it is gone afterwards."""
    name = f"aclaro_bench_{uuid4().hex[:8]}"
    with _whole_server(server) as connection:
        connection.execute(text(f"create database {name}"))
    try:
        address = server.set(database=name)
        _fill(address, size, now)
        yield address
    finally:
        with _whole_server(server) as connection:
            connection.execute(text(f"drop database {name} with (force)"))


@contextmanager
def _whole_server(address: URL) -> Iterator[Connection]:
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def _fill(address: URL, size: Size, now: datetime) -> None:
    database = Database(address.render_as_string(hide_password=False))
    database.migrate()
    with database.engine.begin() as connection:
        indexes = _taken_down(connection, "call")
        _run(connection, size, now)
        for definition in indexes:
            connection.execute(text(definition))
    database.close()
    # Index-only scans need to know which pages everybody can see.
    with _whole_server(address) as connection:
        connection.execute(text("vacuum analyze"))


def _taken_down(connection: Connection, table: str) -> list[str]:
    """The definitions of the table's indexes, dropped: they are made faster at once."""
    indexes = connection.execute(
        text(
            "select indexname, indexdef from pg_indexes where tablename = :t and not indexname ~ :p"
        ),
        {"t": table, "p": "^pk_"},
    ).all()
    for name, _ in indexes:
        connection.execute(text(f"drop index {name}"))
    return [definition for _, definition in indexes]


def _run(connection: Connection, size: Size, now: datetime) -> None:
    values = {
        "customers": size.customers,
        "calls": size.calls,
        "first": first_month(now),
        "now": now,
    }
    connection.execute(text("set local timezone = 'UTC'"))
    connection.execute(text("set local maintenance_work_mem = '512MB'"))
    statements = re.sub(r"--.*", "", SQL.read_text(encoding="utf-8")).split(";")
    for statement in filter(str.strip, statements):
        connection.execute(text(statement), values)


def first_month(now: datetime) -> datetime:
    """The start of the first of the months before the running one."""
    months = now.year * 12 + now.month - 1 - MONTHS
    return datetime(months // 12, months % 12 + 1, 1, tzinfo=timezone.utc)


def last_month(now: datetime) -> tuple[datetime, datetime]:
    """The start and the end of the latest month that has been billed."""
    end = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return (end - timedelta(days=1)).replace(day=1), end
