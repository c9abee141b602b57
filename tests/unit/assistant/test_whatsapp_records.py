"""What the WhatsApp channel remembers: customers, their window, and what became of messages."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from assistant.channels.database import open_database
from assistant.channels.whatsapp.customers import Customer, Customers, language_of
from assistant.channels.whatsapp.sent import Place, Sent, place_of
from assistant.channels.whatsapp.settings import IncompleteError, Settings
from assistant.channels.whatsapp.updates import Received, Status, Who
from assistant.channels.whatsapp.webhook import is_late

NOW = datetime(2026, 11, 18, 10, tzinfo=timezone.utc)
PHONE, USER = "34600111222", "ES.13491208655302741918"
PLACE = Place(1, 7, 0)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    db = open_database(tmp_path / "whatsapp-customers.db")
    yield db
    db.close()


@pytest.fixture
def customers(db: sqlite3.Connection) -> Customers:
    return Customers(db)


def said(at: datetime = NOW, id_: str = "wamid.1") -> Received:
    return Received(id_, Who(PHONE), at, "text", {"text": "Hola"})


def became(state: str, id_: str = "wamid.9") -> Status:
    return Status(id_, state, NOW, PLACE.mark, None)


def test_a_conversation_is_named_by_what_is_known_first(customers: Customers):
    assert customers.known(Who(PHONE)).sender == f"whatsapp-{PHONE}"
    assert customers.known(Who(user_id=USER)).sender == "whatsapp-ES-13491208655302741918"


def test_both_names_at_once_join_what_each_is_known_by(customers: Customers):
    by_phone = customers.known(Who(PHONE))
    assert customers.known(Who(PHONE, USER)).sender == by_phone.sender
    by_id = customers.known(Who(user_id=USER))
    assert (by_id.sender, by_id.address) == (by_phone.sender, USER)


def test_a_number_that_comes_with_another_id_has_another_owner(customers: Customers):
    before = customers.known(Who(PHONE, USER))
    after = customers.known(Who(PHONE, "ES.2"))
    assert after.sender != before.sender
    assert customers.known(Who(PHONE)).sender == after.sender
    assert customers.known(Who(user_id=USER)).phone is None


def test_a_new_customer_never_gets_the_name_of_another_conversation(customers: Customers):
    ann = customers.known(Who(PHONE))
    customers.moved(ann, Who("34611222333"))
    assert customers.known(Who(PHONE)).sender not in (ann.sender, f"whatsapp-{PHONE}")
    assert customers.known(Who("34611222333")).sender == ann.sender


def test_a_number_that_was_given_up_is_nobodys(customers: Customers):
    ann = customers.known(Who(PHONE, USER))
    customers.moved(ann, Who(user_id="ES.2"))
    assert customers.get(ann.sender) == Customer(ann.number, ann.sender, None, "ES.2")
    assert customers.known(Who(PHONE)).sender != ann.sender


def test_a_sender_is_no_longer_than_rasa_takes(customers: Customers):
    sender = customers.known(Who(user_id="ES." + "9" * 128)).sender
    assert len(sender) <= 64


def test_the_window_is_open_for_a_day(customers: Customers):
    ann = customers.known(Who(PHONE))
    assert not customers.is_open(ann, NOW)
    customers.heard(ann, said())
    just_before = NOW + timedelta(hours=24) - timedelta(seconds=1)
    assert customers.is_open(ann, just_before)
    assert not customers.is_open(ann, just_before + timedelta(seconds=1))
    customers.heard(ann, said(NOW - timedelta(days=2)))
    assert customers.is_open(ann, just_before), "a message that comes late shortens nothing"


def test_a_failure_of_before_the_last_message_closes_no_window(customers: Customers):
    ann = customers.known(Who(PHONE))
    customers.heard(ann, said())
    customers.close(ann, NOW - timedelta(seconds=1))
    assert customers.is_open(ann, NOW)
    customers.close(ann, NOW + timedelta(seconds=1))
    assert not customers.is_open(ann, NOW)


def test_the_first_thing_that_waits_is_what_it_is_about(customers: Customers):
    ann = customers.known(Who(PHONE))
    customers.heard(ann, said())
    customers.note_waiting(ann.sender, "utter_greet", NOW)
    assert customers.waiting(ann) is None, "nothing waits in the window"
    later = NOW + timedelta(hours=24)
    for topic in ("utter_report_news", "utter_report"):
        customers.note_waiting(ann.sender, topic, later)
    assert customers.waiting(ann) == "utter_report_news"
    customers.heard(ann, said(later))
    assert customers.waiting(ann) is None


def test_nobody_is_asked_twice_a_day(customers: Customers):
    ann = customers.known(Who(PHONE))
    assert customers.may_knock(ann, NOW)
    customers.knocked(ann, NOW)
    assert not customers.may_knock(ann, NOW + timedelta(hours=23))
    assert customers.may_knock(ann, NOW + timedelta(hours=24))


@pytest.mark.parametrize(
    ("who", "language"),
    [
        (Who("34600111222"), "es"),
        (Who("525512345678"), "es"),
        (Who("32470123456"), "fr"),
        (Who("41791234567"), "fr"),
        (Who("48501234567"), "pl"),
        (Who("447400123456"), "en"),
        (Who("12025550123"), "en"),
        (Who("4915112345678"), "es"),
        (Who("00000"), "es"),
        (Who(None, "PL.1"), "pl"),
        (Who(None, "ZZ.1"), "es"),
    ],
)
def test_a_conversation_begins_in_a_language_of_the_country(who: Who, language: str):
    assert language_of(who) == language


def test_what_is_late_cannot_be_known_by_its_id_any_more():
    assert not is_late(said(), NOW + timedelta(days=7))
    assert is_late(said(), NOW + timedelta(days=7, seconds=1))


def test_a_message_is_there_once_meta_has_taken_it_or_its_status_says_so(db: sqlite3.Connection):
    sent = Sent(db)
    assert not sent.has(PLACE)
    sent.note(PLACE, "wamid.9", NOW)
    assert sent.has(PLACE)
    other = Place(1, 8, 0)
    sent.arrived(other, became("sent"))
    assert sent.has(other)


def test_a_failure_counts_once_and_three_are_enough(db: sqlite3.Connection):
    sent = Sent(db)
    for attempt in (1, 2, 3):
        sent.note(PLACE, f"wamid.{attempt}", NOW)
        assert sent.failed(PLACE, became("failed", f"wamid.{attempt}")) is (attempt < 3)
        assert not sent.failed(PLACE, became("failed", f"wamid.{attempt}"))
        assert not sent.has(PLACE)


def test_a_failure_of_the_next_try_may_be_faster_than_metas_answer_to_it(db: sqlite3.Connection):
    sent = Sent(db)
    sent.note(PLACE, "wamid.1", NOW)
    assert sent.failed(PLACE, became("failed", "wamid.1"))
    assert sent.failed(PLACE, became("failed", "wamid.2")), "it goes again"
    sent.note(PLACE, "wamid.2", NOW)
    assert not sent.has(PLACE), "the answer that comes late does not make it arrive"
    assert not sent.failed(PLACE, became("failed", "wamid.2")), "and it has been counted"
    assert not sent.failed(PLACE, became("failed", "wamid.3")), "this was the third try"


def test_a_failure_may_be_heard_of_before_the_message_was_taken(db: sqlite3.Connection):
    sent = Sent(db)
    assert sent.failed(PLACE, became("failed"))
    sent.note(PLACE, "wamid.9", NOW)
    assert not sent.has(PLACE)


@pytest.mark.parametrize("state", ["delivered", "read"])
def test_what_has_arrived_does_not_fail(state: str, db: sqlite3.Connection):
    sent = Sent(db)
    sent.arrived(PLACE, became(state))
    assert not sent.failed(PLACE, became("failed"))
    assert sent.has(PLACE)


def test_a_mark_comes_back_as_it_went():
    assert place_of(PLACE.mark) == PLACE
    for mark in (None, "", "1.2", "1.2.3.4", "0.1.1", "a.b.c", "1.2.-3", "9" * 40 + ".1.1"):
        assert place_of(mark) is None


def test_settings_are_there_together_or_not_at_all():
    names = ("WHATSAPP_TOKEN", "WHATSAPP_APP_SECRET", "WHATSAPP_VERIFY_TOKEN", "WHATSAPP_PHONE_ID")
    given = dict.fromkeys(names, "x")
    assert Settings.from_environment({}) is None
    assert Settings.from_environment(given) == Settings("x", "x", "x", "x")
    with pytest.raises(IncompleteError, match="WHATSAPP_APP_SECRET"):
        Settings.from_environment({**given, "WHATSAPP_APP_SECRET": " "})
