"""An empty database for a test: SQLite, or PostgreSQL if TEST_DATABASE_URL is set."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import create_engine, make_url, text


@contextmanager
def empty_database(directory: Path) -> Iterator[str]:
    """The address of a database of one's own; it is gone afterwards."""
    server = os.environ.get("TEST_DATABASE_URL")
    if not server:
        yield f"sqlite:///{directory / 'billing.db'}"
        return
    schema = f"aclaro_{uuid4().hex[:12]}"
    address = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"create schema {schema}"))
    try:
        # Nobody pulls the plug of a test: it need not wait for the disk at each commit.
        options = f"-csearch_path={schema} -csynchronous_commit=off"
        own = address.update_query_dict({"options": options})
        yield own.render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.execute(text(f"drop schema {schema} cascade"))
        engine.dispose()
