"""What became of each message on its way to a customer.

Meta takes no key by which a message sent twice is known. So each carries a mark
(`biz_opaque_callback_data`), which comes back with its status: after an answer that was lost, the
status tells that the message is there.
"""

from __future__ import annotations

import re
import sqlite3
from datetime import datetime, timedelta
from typing import NamedTuple

from assistant.channels.whatsapp.updates import Status

MOST_FAILURES = 3
"""So often a message is sent again that Meta took and could not deliver."""

_TAKEN = "taken"
_FAILED = "failed"
_ARRIVED = frozenset({"sent", "delivered", "read", "played"})
_MARK = re.compile(r"([1-9]\d{0,17})\.([1-9]\d{0,8})\.(\d{1,4})")
_KEPT = timedelta(days=30)
_SCHEMA = """
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


class Place(NamedTuple):
    """A piece of an entry of the outbox, of the customer with our number."""

    customer: int
    seq: int
    piece: int

    @property
    def mark(self) -> str:
        """As it goes along."""
        return f"{self.customer}.{self.seq}.{self.piece}"


def place_of(mark: str | None) -> Place | None:
    """The place that a mark stands for; None for marks of another kind."""
    found = _MARK.fullmatch(mark or "")
    return Place(*map(int, found.groups())) if found else None


class Sent:
    """The messages that Meta has taken."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.executescript(_SCHEMA)

    def has(self, place: Place) -> bool:
        """Whether it is there or on its way."""
        state = self._row(place)
        return state is not None and state[1] != _FAILED

    def note(self, place: Place, message_id: str, now: datetime) -> None:
        """Meta has taken it under this id; its status may have been faster."""
        row = self._row(place)
        if row is None or row[0] != message_id:
            self._write(place, message_id, _TAKEN, row[2] if row else 0, now)

    def arrived(self, place: Place, status: Status) -> None:
        """It has got to WhatsApp's servers, or further."""
        row = self._row(place)
        if status.state in _ARRIVED:
            self._write(place, status.id, status.state, row[2] if row else 0, status.at)

    def failed(self, place: Place, status: Status) -> bool:
        """It did not arrive; whether that is news, and it is worth another try. The status may be
        here before Meta's answer is.
        """
        id_, state, failures = self._row(place) or (status.id, _TAKEN, 0)
        is_of_the_next_try = state == _FAILED and id_ != status.id
        if not is_of_the_next_try and (id_ != status.id or state not in (_TAKEN, "sent")):
            return False
        self._write(place, status.id, _FAILED, failures + 1, status.at)
        return failures + 1 < MOST_FAILURES

    def forget(self, customer: int) -> None:
        """The customer's conversation begins anew, and its numbers with it."""
        self._db.execute("delete from sent where customer = ?", (customer,))

    def forget_old(self, now: datetime) -> None:
        """Forget what nobody hears of any more."""
        self._db.execute("delete from sent where at < ?", ((now - _KEPT).timestamp(),))

    def _row(self, place: Place) -> tuple[str, str, int] | None:
        row = self._db.execute(
            "select id, state, failures from sent where customer = ? and seq = ? and piece = ?",
            place,
        ).fetchone()
        return row and (row[0], row[1], row[2])

    def _write(self, place: Place, id_: str, state: str, failures: int, at: datetime) -> None:
        self._db.execute(
            "insert or replace into sent (customer, seq, piece, id, state, failures, at)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            (*place, id_, state, failures, at.timestamp()),
        )
