"""What the channel remembers besides the conversations."""

from __future__ import annotations

import sqlite3

_LISTS_LOOKED_BACK = 200
"""So many entries later, nobody goes on marking the calls of a list."""

_SCHEMA = """
create table if not exists mark (
    sender text not null,
    seq integer not null,
    position integer not null,
    primary key (sender, seq, position)
) without rowid;
create table if not exists pressed (
    sender text not null,
    what text not null,
    primary key (sender, what)
) without rowid;
create table if not exists told_once (
    sender text not null,
    what text not null,
    primary key (sender, what)
) without rowid;
"""


class Notes:
    """What a customer has marked and pressed so far, and what is said to them only once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.executescript(_SCHEMA)

    def mark(self, sender: str, seq: int, position: int) -> set[int]:
        """Mark a call of the list in entry `seq`, or mark it no longer; those marked then."""
        removed = self._db.execute(
            "delete from mark where sender = ? and seq = ? and position = ?",
            (sender, seq, position),
        ).rowcount
        if not removed:
            self._db.execute("insert into mark values (?, ?, ?)", (sender, seq, position))
        self._db.execute(
            "delete from mark where sender = ? and seq < ?", (sender, seq - _LISTS_LOOKED_BACK)
        )
        return self.marked(sender, seq)

    def marked(self, sender: str, seq: int) -> set[int]:
        """The calls of the list in entry `seq` that are marked."""
        rows = self._db.execute(
            "select position from mark where sender = ? and seq = ?", (sender, seq)
        )
        return {position for (position,) in rows}

    def pressed(self, sender: str, what: str) -> None:
        """They have pressed a button, which means `what` and nothing else."""
        self._db.execute("insert or ignore into pressed values (?, ?)", (sender, what))

    def was_pressed(self, sender: str, what: str) -> bool:
        """Whether they have pressed it before."""
        found = self._db.execute(
            "select 1 from pressed where sender = ? and what = ?", (sender, what)
        )
        return found.fetchone() is not None

    def forget(self, sender: str) -> None:
        """The customer's conversation begins anew, and its numbers with it."""
        for table in ("mark", "pressed", "told_once"):
            self._db.execute(f"delete from {table} where sender = ?", (sender,))

    def is_first_time(self, sender: str, what: str) -> bool:
        """Whether `sender` has not been told of `what`; from now on they have."""
        told = self._db.execute("insert or ignore into told_once values (?, ?)", (sender, what))
        return told.rowcount > 0
