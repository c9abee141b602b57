"""The database: SQLite on a laptop, PostgreSQL where it grows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, Row, Select, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry
from typing_extensions import Unpack

from billing.errors import InvalidError
from billing.events.recording import recording

AnySelect = Select[Unpack[tuple[Any, ...]]]
AnyRow = Row[Unpack[tuple[Any, ...]]]

BUSY_TIMEOUT_MS = 10_000
CONNECTIONS = 8
MIGRATIONS = Path(__file__).parent / "migrations"
#: What a transaction that only reads begins with.
_READING: dict[str, dict[str, Any]] = {
    "sqlite": {"reads": True},
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}


class Database:
    """Sessions that only read, and sessions that write and commit."""

    def __init__(self, url: str, connections: int = CONNECTIONS) -> None:
        self.engine = _engine(url, connections)
        self._reading_engine = self.engine.execution_options(**_READING[self.engine.name])
        self._writing_engine = self.engine.execution_options(writes=True)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session on a consistent view; it cannot change anything."""
        with Session(self._reading_engine, expire_on_commit=False) as session:
            yield session
            session.expunge_all()
            session.commit()  # psycopg forgets at a rollback which statements are prepared

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session in one transaction: committed at the end, rolled back at an exception.

        With SQLite the transaction takes the write lock at once, so what it reads cannot
        change before it writes; with PostgreSQL the caller locks the rows that it relies on.
        What happens to reports is in the outbox afterwards.
        """
        session = Session(self._writing_engine, expire_on_commit=False)
        with session, session.begin(), recording(session):
            yield session

    def migrate(self) -> None:
        """Bring the tables to the newest version."""
        self._alembic(lambda config: command.upgrade(config, "head"))

    def downgrade(self, revision: str) -> None:
        """Bring the tables back to an earlier version ("0002"); what only later ones have is lost.

        Raises InvalidError for a version that there is not.
        """
        try:
            self._alembic(lambda config: command.downgrade(config, revision))
        except CommandError as error:
            raise InvalidError(str(error)) from None

    def _alembic(self, change: Callable[[Config], None]) -> None:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        with self._writing_engine.begin() as connection:
            config.attributes["connection"] = connection
            change(config)

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()


def _engine(url: str, connections: int) -> Engine:
    """What was to be stored is in no error's text, and so in no log: it is personal."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return create_engine(
            address, pool_pre_ping=True, pool_size=connections, hide_parameters=True
        )
    if address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(address, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver must not begin transactions by itself
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql(f"PRAGMA query_only = {options.get('reads', False):d}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes", False) else "BEGIN")
