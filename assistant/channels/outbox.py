"""What was said in the conversations of a channel, kept so that a restart loses nothing.

One SQLite file holds the conversations, every entry with its sequence number (the assistant's
messages and the customer's), the customer's messages that still wait for their turn, and how far
a platform has taken what was said. The event loop makes the calls itself, and accepts in order.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from assistant.channels.database import open_database

KEEP_DAYS = 30
"""A conversation that nobody touched for so many days is forgotten."""

_BUTTON_KEY = re.compile(r"(?P<seq>[1-9]\d{0,8})\.(?P<place>\d{1,3})")

_SCHEMA = """
create table if not exists conversation (
    sender text primary key,
    language text not null,
    last_seq integer not null default 0,
    touched text not null
) without rowid;
create table if not exists entry (
    sender text not null references conversation on delete cascade,
    seq integer not null,
    event text not null check (event in ('bot', 'user')),
    body text not null,
    primary key (sender, seq)
) without rowid;
create table if not exists inbox (
    position integer primary key autoincrement,
    sender text not null references conversation on delete cascade,
    id text not null,
    text text not null,
    done integer not null default 0,
    unique (sender, id)
);
create table if not exists delivery (
    sender text primary key references conversation on delete cascade,
    seq integer not null,
    pieces integer not null
) without rowid;
create table if not exists said_once (
    sender text not null references conversation on delete cascade,
    name text not null,
    primary key (sender, name)
) without rowid;
create index if not exists inbox_waiting on inbox (sender, position) where not done;
"""


@dataclass(frozen=True)
class Entry:
    """One thing said, as the browser gets it: the event's name and its body with `seq`."""

    event: str
    body: dict[str, Any]


@dataclass(frozen=True)
class Waiting:
    """A message of the customer that Rasa has not answered yet, as Rasa reads it."""

    id: str
    text: str


def button_key(seq: int, place: int) -> str:
    """Names a button of the entry `seq`, for platforms that take no payload of ours: at most 13
    characters.
    """
    return f"{seq}.{place}"


class Outbox:
    """The conversations of one channel in one SQLite file."""

    def __init__(self, path: Path) -> None:
        self._db = open_database(path)
        self._db.execute("pragma foreign_keys = on")
        self._db.executescript(_SCHEMA)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def open(self, sender: str, language: str, now: datetime) -> bool:
        """Begin the conversation of `sender`; False if there is one already."""
        return (
            self._db.execute(
                "insert or ignore into conversation (sender, language, touched) values (?, ?, ?)",
                (sender, language, now.isoformat()),
            ).rowcount
            > 0
        )

    def language(self, sender: str) -> str | None:
        """The language last spoken with `sender`, or None if there is no such conversation."""
        row = self._db.execute(
            "select language from conversation where sender = ?", (sender,)
        ).fetchone()
        return row[0] if row else None

    def last_seq(self, sender: str) -> int:
        """The number of the newest entry, 0 if nothing was said yet."""
        row = self._db.execute(
            "select last_seq from conversation where sender = ?", (sender,)
        ).fetchone()
        return row[0] if row else 0

    def speak(self, sender: str, language: str) -> None:
        """Remember the language spoken with `sender`."""
        self._db.execute(
            "update conversation set language = ? where sender = ?", (language, sender)
        )

    def take(
        self, sender: str, waiting: Waiting, shown: dict[str, str] | None, now: datetime
    ) -> Entry | None:
        """Keep a message of the customer for its turn, and as an entry if it is `shown`.

        None if there is nothing to show: the message has been taken before, or is not shown.
        """
        with self._transaction():
            taken = self._db.execute(
                "insert or ignore into inbox (sender, id, text) values (?, ?, ?)",
                (sender, waiting.id, waiting.text),
            ).rowcount
            if not taken or shown is None:
                return None
            return self._append(sender, "user", {"id": waiting.id, **shown}, now)

    def has_taken(self, sender: str, message_id: str) -> bool:
        """Whether a message with this id has been taken before."""
        row = self._db.execute(
            "select 1 from inbox where sender = ? and id = ?", (sender, message_id)
        ).fetchone()
        return row is not None

    def is_done(self, sender: str, message_id: str) -> bool:
        """Whether the turn of this message is over."""
        row = self._db.execute(
            "select done from inbox where sender = ? and id = ?", (sender, message_id)
        ).fetchone()
        return row is not None and bool(row[0])

    def next_waiting(self, sender: str) -> Waiting | None:
        """The oldest message of `sender` that waits for its turn."""
        row = self._db.execute(
            "select id, text from inbox where sender = ? and not done order by position limit 1",
            (sender,),
        ).fetchone()
        return Waiting(*row) if row else None

    def senders_waiting(self) -> list[str]:
        """The senders with a message that waits for its turn."""
        rows = self._db.execute("select distinct sender from inbox where not done")
        return [sender for (sender,) in rows]

    def done(self, sender: str, message_id: str) -> None:
        """The turn of this message is over; its words are kept by Rasa's tracker, not here."""
        self._db.execute(
            "update inbox set done = 1, text = '' where sender = ? and id = ?",
            (sender, message_id),
        )

    def say(self, sender: str, message: dict[str, Any], now: datetime) -> Entry:
        """Append a message of the assistant to the conversation of `sender`."""
        with self._transaction():
            return self._append(sender, "bot", message, now)

    def say_once(
        self, sender: str, message: dict[str, Any], now: datetime, once: str
    ) -> Entry | None:
        """Append a message, unless one has been said under the same `once` before."""
        with self._transaction():
            return (
                self._append(sender, "bot", message, now) if self._is_first(sender, once) else None
            )

    def shown(self, sender: str, message_id: str) -> str | None:
        """The words of the customer's message as they are shown: of a button, its title."""
        row = self._db.execute(
            "select json_extract(body, '$.text') from entry where sender = ? and event = 'user'"
            " and json_extract(body, '$.id') = ? order by seq desc limit 1",
            (sender, message_id),
        ).fetchone()
        return row[0] if row else None

    def since(self, sender: str, seen: int) -> list[Entry]:
        """What was said after the entry number `seen`, in order."""
        rows = self._db.execute(
            "select seq, event, body from entry where sender = ? and seq > ? order by seq",
            (sender, seen),
        )
        return [Entry(event, {"seq": seq, **json.loads(body)}) for seq, event, body in rows]

    def offered(self, sender: str) -> list[dict[str, str]]:
        """The buttons of what was said since the customer wrote last, the newest first."""
        rows = self._db.execute(
            "select body from entry where sender = ? and event = 'bot' and seq > (select"
            " coalesce(max(seq), 0) from entry where sender = ? and event = 'user')"
            " order by seq desc",
            (sender, sender),
        )
        return [button for (body,) in rows for button in json.loads(body)["buttons"]]

    def offer(self, sender: str, key: str) -> dict[str, str] | None:
        """The button that `button_key` names, whenever it was offered; None if there is none."""
        found = _BUTTON_KEY.fullmatch(key)
        row = (
            found
            and self._db.execute(
                "select body from entry where sender = ? and seq = ? and event = 'bot'",
                (sender, int(found["seq"])),
            ).fetchone()
        )
        buttons = json.loads(row[0])["buttons"] if row else []
        place = int(found["place"]) if found else 0
        return buttons[place] if place < len(buttons) else None

    def undelivered(self, sender: str) -> tuple[Entry, int] | None:
        """The oldest message of the assistant that the platform has not taken whole, and how many
        of its pieces it has taken.
        """
        seq, pieces = self._delivered(sender)
        row = self._db.execute(
            "select seq, event, body from entry"
            " where sender = ? and event = 'bot' and seq > ? order by seq limit 1",
            (sender, seq),
        ).fetchone()
        return (Entry(row[1], {"seq": row[0], **json.loads(row[2])}), pieces) if row else None

    def senders_undelivered(self) -> list[str]:
        """The senders who have not got everything that was said to them."""
        rows = self._db.execute(
            "select distinct entry.sender from entry"
            " left join delivery on delivery.sender = entry.sender"
            " where event = 'bot' and entry.seq > coalesce(delivery.seq, 0)"
        )
        return [sender for (sender,) in rows]

    def delivered(self, sender: str, seq: int, pieces: int = 0) -> None:
        """The platform has taken everything up to `seq`, and `pieces` of what comes next."""
        self._db.execute(
            "insert or replace into delivery (sender, seq, pieces) values (?, ?, ?)",
            (sender, seq, pieces),
        )

    def take_back(self, sender: str, seq: int, piece: int) -> None:
        """The piece number `piece` of the entry `seq` did not arrive: from there on, everything is
        undelivered.
        """
        if (seq - 1, piece) < self._delivered(sender):
            self.delivered(sender, seq - 1, piece)

    def touch(self, senders: Iterable[str], now: datetime) -> None:
        """Somebody has these conversations open."""
        instant = now.astimezone(timezone.utc).isoformat()
        self._db.executemany(
            "update conversation set touched = ? where sender = ?",
            [(instant, sender) for sender in senders],
        )

    def forget_older_than(self, now: datetime, days: int = KEEP_DAYS) -> int:
        """Delete conversations that nobody touched for `days`; how many there were."""
        limit = (now - timedelta(days=days)).astimezone(timezone.utc).isoformat()
        return self._db.execute("delete from conversation where touched < ?", (limit,)).rowcount

    def _delivered(self, sender: str) -> tuple[int, int]:
        row = self._db.execute(
            "select seq, pieces from delivery where sender = ?", (sender,)
        ).fetchone()
        return (row[0], row[1]) if row else (0, 0)

    def _is_first(self, sender: str, once: str) -> bool:
        added = self._db.execute(
            "insert or ignore into said_once (sender, name) values (?, ?)", (sender, once)
        )
        return added.rowcount > 0

    def _append(self, sender: str, event: str, body: dict[str, Any], now: datetime) -> Entry:
        self._db.execute(
            "update conversation set last_seq = last_seq + 1, touched = ? where sender = ?",
            (now.astimezone(timezone.utc).isoformat(), sender),
        )
        (seq,) = self._db.execute(
            "select last_seq from conversation where sender = ?", (sender,)
        ).fetchone()
        self._db.execute(
            "insert into entry (sender, seq, event, body) values (?, ?, ?, ?)",
            (sender, seq, event, json.dumps(body, ensure_ascii=False)),
        )
        return Entry(event, {"seq": seq, **body})

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("begin immediate")
        try:
            yield
        except BaseException:
            self._db.execute("rollback")
            raise
        self._db.execute("commit")
