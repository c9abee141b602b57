"""Who writes on WhatsApp, and until when the assistant may write back."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import phonenumbers
from babel.languages import get_official_languages

import locales
from assistant.channels.whatsapp.updates import Received, Who

WHATSAPP = "whatsapp"
"""The channel's name in trackers, in `output_channel`, and towards the NLG."""

WINDOW = timedelta(hours=24)
"""How long after a customer's message anything may be written to them; afterwards only templates
that Meta has approved ("customer service window").
"""
BETWEEN_KNOCKS = timedelta(hours=24)
"""Nobody is asked more often to come and read."""

_LONGEST_SENDER = 64
"""Characters that Rasa's `trigger_intent` takes in a sender's id."""
_FIELDS = "number, sender, phone, user_id"
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
"""


@dataclass(frozen=True)
class Customer:
    """Somebody who has written; `number` is ours, `sender` names the conversation."""

    number: int
    sender: str
    phone: str | None
    user_id: str | None

    @property
    def address(self) -> str:
        """Whom to write to. The user id is the person's; a number may become somebody else's."""
        return self.user_id or self.phone or ""


class Customers:
    """The customers and when they were heard last."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.executescript(_SCHEMA)

    def known(self, who: Who) -> Customer:
        """The customer of a message, a new one perhaps.

        Who is known by both names stays the same by either. A number that comes with another user
        id has another owner, to whom nothing of the conversation is shown.
        """
        by_id = self._find("user_id", who.user_id)
        by_phone = self._find("phone", who.phone)
        is_same = by_phone and (not who.user_id or not by_phone.user_id)
        found = by_id or (by_phone if is_same else None)
        if found is None:
            self._db.execute("insert into customer (sender) values (?)", (self._sender(who),))
            (number,) = self._db.execute("select last_insert_rowid()").fetchone()
            found = self._get("number", number)
        return self._named(found, who)

    def moved(self, customer: Customer, new: Who) -> None:
        """The customer has another number, another user id, or both, from now on.

        Meta gives somebody another id when the number changes, also where it keeps the new one to
        itself: then the old one is not theirs any more.
        """
        if new.user_id and not new.phone:
            self._db.execute(
                "update customer set phone = null where number = ?", (customer.number,)
            )
        self._named(customer, new)

    def get(self, sender: str) -> Customer:
        """The customer of a conversation. Raises LookupError."""
        return self._get("sender", sender)

    def by_number(self, number: int) -> Customer | None:
        """The customer with our number."""
        return self._find("number", number)

    def heard(self, customer: Customer, received: Received) -> None:
        """They have written; what was held may be said."""
        self._db.execute(
            "update customer set heard = max(coalesce(heard, 0), ?), heard_id = ?,"
            " knocked = null, waits = null where number = ?",
            (received.at.timestamp(), received.id, customer.number),
        )

    def last_message(self, customer: Customer) -> str | None:
        """The id of what they wrote last."""
        message_id: str | None = self._value("heard_id", customer)
        return message_id

    def is_open(self, customer: Customer, now: datetime) -> bool:
        """Whether anything may be written to them now."""
        heard = self._value("heard", customer)
        return bool(heard) and now.timestamp() - heard < WINDOW.total_seconds()

    def close(self, customer: Customer, as_of: datetime) -> None:
        """Meta says that the window was closed at that time, whatever is believed here."""
        self._db.execute(
            "update customer set heard = null where number = ? and heard < ?",
            (customer.number, as_of.timestamp()),
        )

    def note_waiting(self, sender: str, topic: str, now: datetime) -> None:
        """If it has to wait until the customer writes: the first thing that waits is about this."""
        closed = (now - WINDOW).timestamp()
        self._db.execute(
            "update customer set waits = coalesce(waits, ?)"
            " where sender = ? and coalesce(heard, 0) <= ?",
            (topic, sender, closed),
        )

    def waiting(self, customer: Customer) -> str | None:
        """What waits is about this."""
        topic: str | None = self._value("waits", customer)
        return topic

    def may_knock(self, customer: Customer, now: datetime) -> bool:
        """Whether it is long enough since they were asked to come and read."""
        knocked = self._value("knocked", customer)
        return not knocked or now.timestamp() - knocked >= BETWEEN_KNOCKS.total_seconds()

    def knocked(self, customer: Customer, now: datetime) -> None:
        """They have been asked."""
        self._db.execute(
            "update customer set knocked = ? where number = ?", (now.timestamp(), customer.number)
        )

    def _named(self, customer: Customer, who: Who) -> Customer:
        for field, name in (("phone", who.phone), ("user_id", who.user_id)):
            if name and getattr(customer, field) != name:
                self._db.execute(f"update customer set {field} = null where {field} = ?", (name,))
                self._db.execute(
                    f"update customer set {field} = ? where number = ?", (name, customer.number)
                )
        return self._get("number", customer.number)

    def _sender(self, who: Who) -> str:
        """A name for the conversation that nobody has."""
        name = re.sub(r"[^A-Za-z0-9]", "-", who.user_id or who.phone or "")
        sender = f"{WHATSAPP}-{name}"
        if len(sender) > _LONGEST_SENDER or self._find("sender", sender):
            (count,) = self._db.execute("select count(*) from customer").fetchone()
            sender = f"{WHATSAPP}-{hashlib.sha256(f'{name}/{count}'.encode()).hexdigest()[:32]}"
        return sender

    def _find(self, field: str, value: str | int | None) -> Customer | None:
        row = self._db.execute(
            f"select {_FIELDS} from customer where {field} = ?", (value,)
        ).fetchone()
        return Customer(*row) if row else None

    def _get(self, field: str, value: str | int) -> Customer:
        found = self._find(field, value)
        if found is None:
            raise LookupError("no such customer")
        return found

    def _value(self, field: str, customer: Customer) -> Any:
        row = self._db.execute(
            f"select {field} from customer where number = ?", (customer.number,)
        ).fetchone()
        return row[0] if row else None


def language_of(who: Who) -> str:
    """The language to begin in: one that is official where the customer's number is from."""
    spoken = get_official_languages(_country(who) or "", de_facto=True)
    return next(filter(None, map(locales.spoken, spoken)), locales.DEFAULT)


def _country(who: Who) -> str | None:
    """A user id begins with its country; a number with the code of one, or of several."""
    if who.user_id:
        return who.user_id[:2]
    try:
        number = phonenumbers.parse(f"+{who.phone}")
    except phonenumbers.NumberParseException:
        return None
    exact = phonenumbers.region_code_for_number(number)
    return exact or phonenumbers.region_code_for_country_code(number.country_code or 0)
