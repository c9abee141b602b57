"""What customers sent is worked on once, in its order, whatever happens on the way."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from assistant.channels.database import open_database
from assistant.channels.mailbox import Mail, Mailbox

NOW = datetime(2026, 11, 18, 10, tzinfo=timezone.utc)
REMEMBERED = timedelta(days=8)
ONE, TWO = Mail("1", b"uno"), Mail("2", b"dos")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    db = open_database(tmp_path / "mail.db")
    yield db
    db.close()


@pytest.fixture
def mailbox(db: sqlite3.Connection) -> Mailbox:
    return Mailbox(db, "4711", REMEMBERED)


def test_something_is_taken_once_and_then_only_its_id_is_kept(
    mailbox: Mailbox, db: sqlite3.Connection
):
    assert mailbox.take("ann", ONE, NOW)
    assert not mailbox.take("ann", ONE, NOW)
    assert mailbox.next("ann") == ONE
    mailbox.done(ONE.id)
    assert mailbox.next("ann") is None
    assert not mailbox.take("ann", ONE, NOW)
    assert ONE.content.hex().upper() not in "\n".join(db.iterdump()).upper()


def test_an_id_is_remembered_for_longer_than_anything_comes_again(mailbox: Mailbox):
    mailbox.take("ann", ONE, NOW)
    mailbox.done(ONE.id)
    mailbox.forget_old(NOW + REMEMBERED)
    assert mailbox.has(ONE.id)
    mailbox.forget_old(NOW + REMEMBERED + timedelta(seconds=1))
    assert not mailbox.has(ONE.id)


def test_what_waits_is_not_forgotten(mailbox: Mailbox):
    mailbox.take("ann", ONE, NOW)
    mailbox.forget_old(NOW + 2 * REMEMBERED)
    assert mailbox.next("ann") == ONE


def test_what_came_first_is_first(mailbox: Mailbox):
    mailbox.take("ann", TWO, NOW)
    mailbox.take("ben", Mail("3", b"tres"), NOW)
    mailbox.take("ann", ONE, NOW)
    assert mailbox.next("ann") == TWO
    mailbox.done(TWO.id)
    assert mailbox.next("ann") == ONE
    mailbox.done(ONE.id)
    assert mailbox.senders() == ["ben"]


def test_the_platforms_order_is_kept_where_it_has_one(mailbox: Mailbox):
    mailbox.take("ann", TWO, NOW, rank=2)
    mailbox.take("ann", ONE, NOW, rank=1)
    assert mailbox.next("ann") == ONE


def test_what_was_sent_to_another_account_waits_for_it(mailbox: Mailbox, db: sqlite3.Connection):
    mailbox.take("ann", ONE, NOW)
    other = Mailbox(db, "4712", REMEMBERED)
    assert (other.next("ann"), other.senders(), other.has(ONE.id)) == (None, [], False)
    assert other.take("ann", ONE, NOW)
    other.done(ONE.id)
    assert mailbox.next("ann") == ONE
