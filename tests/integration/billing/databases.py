"""A database for a test: SQLite, or PostgreSQL if TEST_DATABASE_URL is set, the address of a
server and of a superuser's there.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from sqlalchemy import URL, Connection, create_engine, make_url, text

TABLES = "select tablename from pg_tables where schemaname = :schema"
SEQUENCES = (
    "select sequencename, coalesce(last_value, start_value), last_value is not null"
    " from pg_sequences where schemaname = :schema"
)


@contextmanager
def empty_database(directory: Path) -> Iterator[str]:
    """The address of a database of one's own; it is gone afterwards."""
    server = os.environ.get("TEST_DATABASE_URL")
    if not server:
        yield f"sqlite:///{directory / 'billing.db'}"
        return
    address = make_url(server).set(drivername="postgresql+psycopg")
    with _schema(address) as schema:
        yield _within(address, schema)


class Originals:
    """Databases that tests begin with, each filled when it is first wanted: copying one takes a
    moment, filling one a second.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._held = ExitStack()
        self._files: dict[object, Path] = {}
        self._schemas: dict[object, _Pair] = {}

    @contextmanager
    def copy(self, name: object, fill: Callable[[str], None], directory: Path) -> Iterator[str]:
        """The address of a copy, in `directory` if it is a file, of the database of this name,
        which `fill` fills if there is none yet.
        """
        server = os.environ.get("TEST_DATABASE_URL")
        if server:
            yield self._restored(name, fill, make_url(server))
            return
        if name not in self._files:
            self._files[name] = self._directory / f"{len(self._files)}.db"
            fill(f"sqlite:///{self._files[name]}")
        yield f"sqlite:///{shutil.copy(self._files[name], directory)}"

    def close(self) -> None:
        """The originals are gone."""
        self._held.close()

    def _restored(self, name: object, fill: Callable[[str], None], server: URL) -> str:
        """There is one copy, whose rows become the original's again before each test."""
        address = server.set(drivername="postgresql+psycopg")
        if name not in self._schemas:
            original, copy = (self._held.enter_context(_schema(address)) for _ in range(2))
            fill(_within(address, original))
            fill(_within(address, copy))
            self._schemas[name] = _Pair(original, copy)
        engine = create_engine(address)
        with engine.begin() as connection:
            self._schemas[name].restore(connection)
        engine.dispose()
        return _within(address, self._schemas[name].copy)


@dataclass(frozen=True)
class _Pair:
    """Two schemas with the same tables."""

    original: str
    copy: str

    def restore(self, connection: Connection) -> None:
        """Whatever was done in the copy is undone; its triggers, which keep rows of the audit
        trail from being deleted, do not hear of it.
        """
        names = {"schema": self.original}
        statements = ["set local session_replication_role = replica"]
        for table in connection.scalars(text(TABLES), names):
            statements.append(f"delete from {self.copy}.{table}")
            statements.append(
                f"insert into {self.copy}.{table} select * from {self.original}.{table}"
            )
        for sequence, value, is_used in connection.execute(text(SEQUENCES), names):
            statements.append(f"select setval('{self.copy}.{sequence}', {value}, {is_used})")
        connection.execute(text(";".join(statements)))


@contextmanager
def _schema(address: URL) -> Iterator[str]:
    name = f"aclaro_{uuid4().hex[:12]}"
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"create schema {name}"))
    try:
        yield name
    finally:
        with engine.connect() as connection:
            connection.execute(text(f"drop schema {name} cascade"))
        engine.dispose()


def _within(address: URL, schema: str) -> str:
    # Nobody pulls the plug of a test: it need not wait for the disk at each commit.
    options = f"-csearch_path={schema} -csynchronous_commit=off"
    return address.update_query_dict({"options": options}).render_as_string(hide_password=False)
