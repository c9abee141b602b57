"""The SQLite files of the channels. A call takes well under a millisecond, so the event loop makes
it itself.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path


def open_database(path: Path) -> sqlite3.Connection:
    """The file at `path`, every statement in a transaction of its own."""
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    db.execute("pragma journal_mode = wal")
    db.execute("pragma synchronous = normal")
    return db
