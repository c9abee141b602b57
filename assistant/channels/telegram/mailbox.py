"""Updates between the webhook, which must answer at once, and the work on them."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

from assistant.channels.telegram.updates import Received

RETRIED_FOR = timedelta(hours=24)
"""Telegram keeps an update that it cannot deliver for at most 24 hours; what is a day older than
that is no delivery of Telegram's.
"""
_LATE = RETRIED_FOR + timedelta(days=1)
_REMEMBERED = _LATE + timedelta(days=1)

_LISTS_LOOKED_BACK = 200
"""So many entries later, nobody goes on marking the calls of a list."""

_SCHEMA = """
create table if not exists received (
    bot text not null,
    id integer not null,
    sender text not null,
    at real not null,
    body blob not null,
    done integer not null default 0,
    primary key (bot, id)
) without rowid;
create index if not exists received_waiting on received (sender, id) where not done;
create table if not exists mark (
    sender text not null,
    seq integer not null,
    position integer not null,
    primary key (sender, seq, position)
) without rowid;
create table if not exists told_once (
    sender text not null,
    what text not null,
    primary key (sender, what)
) without rowid;
"""


class Mailbox:
    """Takes every update of a bot once, over restarts, and keeps it until it is worked on.

    It also knows which calls a customer has marked so far, and what is said to them only once.
    """

    def __init__(self, path: Path, bot: str) -> None:
        self._bot = bot
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._db.execute("pragma journal_mode = wal")
        self._db.execute("pragma synchronous = normal")
        self._db.executescript(_SCHEMA)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def take(self, received: Received, body: bytes, now: datetime) -> bool:
        """Keep an update; False if it came before. What is nothing to us is done with."""
        is_nothing = received.kind == "nothing"
        taken = self._db.execute(
            "insert or ignore into received (bot, id, sender, at, body, done)"
            " values (?, ?, ?, ?, ?, ?)",
            (
                self._bot,
                received.update,
                received.sender,
                now.timestamp(),
                b"" if is_nothing else body,
                is_nothing,
            ),
        )
        return taken.rowcount > 0

    def next(self, sender: str) -> tuple[int, bytes] | None:
        """The id and body of the earliest update of `sender` that nobody has worked on: in
        Telegram's order, as far as they are here.
        """
        row = self._db.execute(
            "select id, body from received where bot = ? and sender = ? and not done"
            " order by id limit 1",
            (self._bot, sender),
        ).fetchone()
        return (row[0], row[1]) if row else None

    def done(self, update: int) -> None:
        """It was worked on; its content is forgotten, its id is not."""
        self._db.execute(
            "update received set done = 1, body = x'' where bot = ? and id = ?", (self._bot, update)
        )

    def senders(self) -> list[str]:
        """Those whose updates wait."""
        rows = self._db.execute(
            "select distinct sender from received where bot = ? and not done", (self._bot,)
        )
        return [sender for (sender,) in rows]

    def forget_old(self, now: datetime) -> None:
        """Forget the ids of what cannot come again."""
        self._db.execute(
            "delete from received where done and at < ?", ((now - _REMEMBERED).timestamp(),)
        )

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

    def is_first_time(self, sender: str, what: str) -> bool:
        """Whether `sender` has not been told of `what`; from now on they have."""
        told = self._db.execute("insert or ignore into told_once values (?, ?)", (sender, what))
        return told.rowcount > 0


def is_late(received: Received, now: datetime) -> bool:
    """Whether an update is older than anything that Telegram still delivers.

    Of a pressed button only its message is dated, which may be of any age.
    """
    return received.kind != "choice" and received.at is not None and now - received.at > _LATE
