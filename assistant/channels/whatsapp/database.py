"""What the channel itself remembers, in one SQLite file beside the outbox."""

from __future__ import annotations

import sqlite3
from pathlib import Path

_SCHEMA = """
create table if not exists customer (
    number integer primary key,
    sender text not null unique,
    phone text unique,
    user_id text unique,
    heard real,
    heard_id text,
    waits text,
    knocked real
);
create table if not exists received (
    position integer primary key autoincrement,
    id text not null unique,
    sender text not null,
    at real not null,
    content text not null,
    done integer not null default 0
);
create index if not exists received_waiting on received (sender, position) where not done;
create table if not exists sent (
    customer integer not null,
    seq integer not null,
    piece integer not null,
    id text not null,
    state text not null,
    failures integer not null default 0,
    at real not null,
    primary key (customer, seq, piece)
) without rowid;
"""


def open_database(path: Path) -> sqlite3.Connection:
    """The file at `path`. A call takes well under a millisecond, so the event loop makes it."""
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    db.execute("pragma journal_mode = wal")
    db.execute("pragma synchronous = normal")
    db.executescript(_SCHEMA)
    return db
