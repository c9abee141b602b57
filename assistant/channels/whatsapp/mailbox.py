"""Customers' messages between the webhook, which must answer at once, and the work on them."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta

from assistant.channels.whatsapp.updates import Received

RETRIED_FOR = timedelta(days=7)
"""Meta delivers a webhook again for up to seven days; what is older is no delivery of Meta's."""
_REMEMBERED = RETRIED_FOR + timedelta(days=1)


class Mailbox:
    """Takes every message id once, over restarts, and keeps the content until it is worked on."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def take(self, sender: str, received: Received) -> bool:
        """Keep a message; False if it came before."""
        taken = self._db.execute(
            "insert or ignore into received (id, sender, at, content) values (?, ?, ?, ?)",
            (received.id, sender, received.at.timestamp(), received.to_json()),
        )
        return taken.rowcount > 0

    def has(self, message_id: str) -> bool:
        """Whether a message with this id came before."""
        row = self._db.execute("select 1 from received where id = ?", (message_id,)).fetchone()
        return row is not None

    def next(self, sender: str) -> Received | None:
        """The oldest message of `sender` that nobody has worked on."""
        row = self._db.execute(
            "select content from received where sender = ? and not done order by position limit 1",
            (sender,),
        ).fetchone()
        return Received.from_json(row[0]) if row else None

    def done(self, message_id: str) -> None:
        """It was worked on; its content is forgotten, its id is not."""
        self._db.execute("update received set done = 1, content = '' where id = ?", (message_id,))

    def senders(self) -> list[str]:
        """Those whose messages wait."""
        rows = self._db.execute("select distinct sender from received where not done")
        return [sender for (sender,) in rows]

    def forget_old(self, now: datetime) -> None:
        """Forget the ids of what cannot come again."""
        self._db.execute(
            "delete from received where done and at < ?", ((now - _REMEMBERED).timestamp(),)
        )


def is_late(received: Received, now: datetime) -> bool:
    """Whether a message is older than anything that Meta still delivers."""
    return now - received.at > RETRIED_FOR
