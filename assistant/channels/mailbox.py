"""What customers sent, between a webhook, which must answer at once, and the work on it."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from typing import NamedTuple

_SCHEMA = """
create table if not exists mail (
    position integer primary key autoincrement,
    account text not null,
    id text not null,
    sender text not null,
    rank integer not null,
    at real not null,
    content blob not null,
    done integer not null default 0,
    unique (account, id)
);
create index if not exists mail_waiting on mail (account, sender, rank, position) where not done;
"""


class Mail(NamedTuple):
    """Something that a customer sent, as the platform's own module reads it."""

    id: str
    content: bytes


class Mailbox:
    """Takes every id once, over restarts, and keeps the content until it is worked on.

    `account` is ours on the platform: what was sent to another one waits until that is back. An id
    is `remembered` for longer than the platform tries to deliver what has it.
    """

    def __init__(self, db: sqlite3.Connection, account: str, remembered: timedelta) -> None:
        self._db = db
        self._account = account
        self._remembered = remembered
        db.executescript(_SCHEMA)

    def take(self, sender: str, mail: Mail, at: datetime, rank: int = 0) -> bool:
        """Keep it; False if it came before. Of what waits, the lowest `rank` is first, and of the
        same rank what came first.
        """
        taken = self._db.execute(
            "insert or ignore into mail (account, id, sender, rank, at, content)"
            " values (?, ?, ?, ?, ?, ?)",
            (self._account, mail.id, sender, rank, at.timestamp(), mail.content),
        )
        return taken.rowcount > 0

    def has(self, id_: str) -> bool:
        """Whether something with this id came before."""
        row = self._db.execute(
            "select 1 from mail where account = ? and id = ?", (self._account, id_)
        ).fetchone()
        return row is not None

    def next(self, sender: str) -> Mail | None:
        """The first of what waits of `sender`."""
        row = self._db.execute(
            "select id, content from mail where account = ? and sender = ? and not done"
            " order by rank, position limit 1",
            (self._account, sender),
        ).fetchone()
        return Mail(*row) if row else None

    def done(self, id_: str) -> None:
        """It was worked on; its content is forgotten, its id is not."""
        self._db.execute(
            "update mail set done = 1, content = x'' where account = ? and id = ?",
            (self._account, id_),
        )

    def senders(self) -> list[str]:
        """Those of whom something waits."""
        rows = self._db.execute(
            "select distinct sender from mail where account = ? and not done", (self._account,)
        )
        return [sender for (sender,) in rows]

    def forget_old(self, now: datetime) -> None:
        """Forget the ids of what cannot come again."""
        self._db.execute(
            "delete from mail where done and at < ?", ((now - self._remembered).timestamp(),)
        )
