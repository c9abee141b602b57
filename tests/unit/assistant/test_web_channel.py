"""What the web channel lets through, whom it knows, what it keeps."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.channels.limits import RateLimit
from assistant.channels.outbox import Entry, Outbox, Waiting
from assistant.channels.payloads import (
    allowed_payload,
    as_words,
    clean_text,
    turned_over,
    typed_button,
)
from assistant.channels.sessions import Sessions, session_key

INTENTS = {
    *("affirm", "inform", "change_language", "answer_offer"),
    *("signed_in", "report_news", "send_file", "session_start", "nlu_fallback"),
}
LANGUAGES = {"es", "fr", "pl", "en"}
NOW = datetime(2026, 11, 18, 10, tzinfo=timezone.utc)


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    box = Outbox(tmp_path / "web.db")
    yield box
    box.close()


@pytest.mark.parametrize(
    "payload",
    [
        "/affirm",
        '/inform{"choice": "1,3"}',
        '/inform{"choice": "all-3"}',
        '/inform{"page": 2}',
        '/inform{"step": "words"}',
        '/inform{"step": "files"}',
        '/inform{"step": "payment"}',
        '/inform{"dispute_reason": "duplicate_charge"}',
        '/inform{"report_number": "DSP-7F3K-29QX"}',
        '/answer_offer{"report_number": "DSP-7F3K-29QX", "answer": "yes", "offered": 150}',
        '/change_language{"language": "pl"}',
    ],
)
def test_a_button_of_ours_goes_through(payload: str):
    assert allowed_payload(payload, INTENTS, LANGUAGES) == payload


@pytest.mark.parametrize(
    "payload",
    [
        "/signed_in",
        "/report_news",
        '/send_file{"file": "0123456789abcdef0123456789abcdef"}',
        '/inform{"file": "0123456789abcdef0123456789abcdef"}',
        "/session_start",
        "/nlu_fallback",
        "/unheard_of",
        "affirm",
        "/affirm@0.1",
        "/affirm ",
        '/affirm{"choice": "1"} and more',
        '/inform{"language": "../../etc"}',
        '/inform{"language": "de"}',
        '/inform{"customer": "1"}',
        '/inform{"choice": "1;2"}',
        '/inform{"choice": ["1"]}',
        '/inform{"choice": true}',
        '/inform{"page": 0}',
        '/inform{"page": 1.5}',
        '/answer_offer{"offered": -150}',
        "/inform{choice}",
        '/inform["choice"]',
        '/inform{"choice": "' + "1," * 200 + '1"}',
    ],
)
def test_anything_else_that_looks_like_a_payload_is_stopped(payload: str):
    assert allowed_payload(payload, INTENTS, LANGUAGES) is None


@given(st.text())
def test_a_typed_text_never_reads_as_a_payload(text: str):
    assert not as_words(clean_text(text)).strip().startswith("/")


@given(st.text(alphabet=st.characters(codec=None)))
def test_a_clean_text_can_be_stored(text: str):
    assert "\0" not in clean_text(text)
    clean_text(text).encode()


def test_words_stay_as_they_are_written():
    assert clean_text(" 1/2 de «żółć» 👩‍👧\nsí ") == "1/2 de «żółć» 👩‍👧\nsí"
    assert as_words("/ no /etc") == "no /etc"


@pytest.mark.parametrize(
    ("typed", "payload"),
    [
        ("It isn't about a call", '/inform{"answer": "not_a_call"}'),
        ("it isn’t about a CALL.", '/inform{"answer": "not_a_call"}'),
        ("stop", "/cancel"),
        ("stop the calls", None),
        ("", None),
        ("2", None),
        ("+44 20 7946 0317", None),
    ],
)
def test_a_button_may_be_typed(typed: str, payload: str | None):
    offered = [
        {"title": "It isn’t about a call", "payload": '/inform{"answer": "not_a_call"}'},
        {"title": "Stop", "payload": "/cancel"},
        {"title": "+44 7400 123852", "payload": '/inform{"line": 2}'},
    ]
    assert typed_button(typed, offered) == payload


@pytest.mark.parametrize(
    ("typed", "language", "payload"),
    [
        ("more", "en", '/check_report_status{"page":2}'),
        ("¡Ver más!", "es", '/check_report_status{"page":2}'),
        ("voir plus", "fr", '/check_report_status{"page":2}'),
        ("więcej", "pl", '/check_report_status{"page":2}'),
        ("more", "pl", None),
        ("más caro", "es", None),
    ],
)
def test_more_is_the_button_that_goes_on_with_a_list(
    typed: str, language: str, payload: str | None
):
    offered = [
        {"title": "DSP-068V-CD18", "payload": '/check_report_status{"report_number":"DSP"}'},
        {"title": "⇢", "payload": '/check_report_status{"page":2}'},
    ]
    assert turned_over(typed, offered, language) == payload
    assert turned_over(typed, offered[:1], language) is None


def test_the_other_reasons_are_more_of_a_list():
    offered = [{"title": "Otros motivos", "payload": '/inform{"answer":"more"}'}]
    assert turned_over("más", offered, "es") == '/inform{"answer":"more"}'


def test_the_buttons_on_offer_are_those_said_since_the_customer_wrote(outbox: Outbox):
    outbox.open("someone", "en", NOW)
    outbox.say("someone", {"buttons": [{"title": "Old", "payload": "/help"}]}, NOW)
    outbox.take("someone", Waiting("12345678", "hello"), {"text": "hello"}, NOW)
    assert outbox.offered("someone") == []
    outbox.say("someone", {"buttons": [{"title": "Yes", "payload": "/affirm"}]}, NOW)
    outbox.say("someone", {"buttons": []}, NOW)
    assert outbox.offered("someone") == [{"title": "Yes", "payload": "/affirm"}]


def test_a_token_opens_the_conversation_it_was_made_for():
    sessions = Sessions(b"key")
    sender = sessions.new_sender()
    assert sessions.sender(sessions.token(sender)) == sender


@pytest.mark.parametrize("token", [None, 7, "", "a" * 32, "a" * 32 + "." + "0" * 64])
def test_a_token_that_we_did_not_make_opens_nothing(token: object):
    assert Sessions(b"key").sender(token) is None


def test_a_token_of_another_key_opens_nothing():
    assert Sessions(b"one").sender(Sessions(b"two").token("0" * 32)) is None


def test_the_key_is_made_once_and_only_its_owner_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("WEB_SESSION_KEY", raising=False)
    key = session_key(tmp_path)
    assert len(key) >= 32
    assert session_key(tmp_path) == key
    assert stat.S_IMODE((tmp_path / "web_session.key").stat().st_mode) == 0o600


def test_an_empty_key_opens_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("WEB_SESSION_KEY", raising=False)
    (tmp_path / "web_session.key").write_text("\n")
    with pytest.raises(ValueError, match=r"web_session\.key is empty"):
        session_key(tmp_path)


def test_processes_that_start_together_have_the_same_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("WEB_SESSION_KEY", raising=False)
    with ThreadPoolExecutor(16) as processes:
        keys = set(processes.map(lambda _: session_key(tmp_path), range(64)))
    assert keys == {session_key(tmp_path)}
    assert [file.name for file in tmp_path.iterdir()] == ["web_session.key"]


def test_a_configured_key_is_preferred(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("WEB_SESSION_KEY", "configured")
    assert session_key(tmp_path) == b"configured"
    assert not list(tmp_path.iterdir())


def test_entries_are_numbered_and_come_back_in_order(outbox: Outbox):
    outbox.open("ann", "es", NOW)
    outbox.open("bob", "fr", NOW)
    outbox.say("ann", {"text": "Hola"}, NOW)
    outbox.say("bob", {"text": "Bonjour"}, NOW)
    outbox.take("ann", Waiting("m-1", "sí"), {"text": "Sí"}, NOW)
    assert outbox.since("ann", 0) == [
        Entry("bot", {"seq": 1, "text": "Hola"}),
        Entry("user", {"seq": 2, "id": "m-1", "text": "Sí"}),
    ]
    assert outbox.since("ann", 1) == outbox.since("ann", 0)[1:]
    assert outbox.last_seq("ann") == 2


def test_a_message_is_taken_once(outbox: Outbox):
    outbox.open("ann", "es", NOW)
    assert outbox.take("ann", Waiting("m-1", "sí"), {"text": "sí"}, NOW)
    assert outbox.take("ann", Waiting("m-1", "sí"), {"text": "sí"}, NOW) is None
    assert outbox.last_seq("ann") == 1


def test_messages_wait_in_order_until_they_are_done_even_over_a_restart(tmp_path: Path):
    before = Outbox(tmp_path / "web.db")
    before.open("ann", "es", NOW)
    for number in (1, 2):
        before.take("ann", Waiting(f"m-{number}", str(number)), None, NOW)
    before.done("ann", "m-1")
    before.close()
    after = Outbox(tmp_path / "web.db")
    assert after.senders_waiting() == ["ann"]
    assert after.next_waiting("ann") == Waiting("m-2", "2")
    assert after.has_taken("ann", "m-1")
    assert after.is_done("ann", "m-1")
    after.close()


def test_an_old_conversation_is_forgotten_with_all_that_was_said(outbox: Outbox):
    outbox.open("ann", "es", NOW)
    outbox.say("ann", {"text": "Hola"}, NOW)
    outbox.open("bob", "es", NOW + timedelta(days=20))
    assert outbox.forget_older_than(NOW + timedelta(days=31)) == 1
    assert outbox.language("ann") is None
    assert outbox.since("ann", 0) == []
    assert outbox.language("bob") == "es"


def test_who_writes_too_fast_waits_and_then_goes_on():
    time = [0.0]
    limit = RateLimit(per_minute=60, clock=lambda: time[0])
    assert [limit.wait("ann") for _ in range(60)] == [0.0] * 60
    assert limit.wait("ann") == pytest.approx(1.0)
    assert limit.wait("bob") == 0.0
    time[0] += 0.99
    assert limit.wait("ann") == 0.1, "too soon, however little is missing"
    time[0] += 0.1
    assert limit.wait("ann") == 0.0
