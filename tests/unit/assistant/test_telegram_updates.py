"""What Telegram's updates are to us, and what the channel remembers besides."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from assistant.channels.database import open_database
from assistant.channels.payloads import allowed_payload
from assistant.channels.telegram.commands import menu
from assistant.channels.telegram.notes import Notes
from assistant.channels.telegram.settings import API_URL, Settings, SettingsError
from assistant.channels.telegram.updates import MalformedError, Received, read_update
from assistant.channels.telegram.webhook import is_late
from locales import LANGUAGES
from scripts.settings import ROOT
from tests import telegram_updates as updates

NOW = datetime(2026, 11, 18, 10, tzinfo=timezone.utc)
ANN = 5


def read(update: updates.Update) -> Received:
    return read_update(json.dumps(update).encode())


@pytest.fixture
def notes(tmp_path: Path) -> Iterator[Notes]:
    db = open_database(tmp_path / "telegram-updates.db")
    yield Notes(db)
    db.close()


@pytest.mark.parametrize(
    ("written", "kind", "words"),
    [
        ("hola", "text", "hola"),
        ("/start", "start", ""),
        ("/START", "start", ""),
        ("/start@aclaro_bot AbC-123", "start", ""),
        ("/started", "text", "started"),
        ("/help", "command", "/help"),
        ("/Help@aclaro_bot", "command", "/Help"),
        ("/help@aclaro_bot me", "text", "help me"),
        ("/ hola", "text", "/ hola"),
        ("/etc/passwd", "text", "/etc/passwd"),
        ("no /start", "text", "no /start"),
    ],
)
def test_commands_are_the_menus_or_words_and_start_is_a_greeting(
    written: str, kind: str, words: str
):
    received = read(updates.text(ANN, written))
    assert (received.kind, received.text, received.sender) == (kind, words, "telegram-5")


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("/reclamar", "/dispute_charge"),
        ("/appels", "/view_call_activity"),
        ("/zgloszenia", "/check_report_status"),
        ("/person", "/human_handoff"),
    ],
)
def test_a_command_asks_for_the_same_in_whichever_language_it_is(written: str, asked: str):
    for language in LANGUAGES:
        assert read(updates.text(ANN, written, language)).key == asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_menu_asks_for_is_known_to_the_assistant(language: str):
    intents = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["intents"]
    for command, _ in menu(language):
        received = read(updates.text(ANN, f"/{command}"))
        assert received.kind == "start" or allowed_payload(received.key, intents, LANGUAGES)


@pytest.mark.parametrize(
    ("tag", "language"), [("pl", "pl"), ("pt-br", None), ("en-GB", "en"), (None, None), ("", None)]
)
def test_the_language_is_that_of_the_app_if_it_is_spoken_here(tag: str | None, language: str):
    assert read(updates.text(ANN, "hi", tag)).language == language


def test_of_a_photo_the_largest_size_is_taken_with_its_caption():
    sizes = [updates.photo("s", 90), updates.photo("l", 1280), updates.photo("m", 320)]
    received = read(updates.sent(ANN, photo=sizes, caption="mi factura"))
    assert received.file
    assert (received.kind, received.file.id, received.text) == ("file", "l", "mi factura")


def test_a_moving_picture_is_no_document():
    picture = updates.file("g", width=9, height=9, duration=3)
    assert read(updates.sent(ANN, animation=picture, document=picture)).kind == "sticker"


def test_a_button_says_on_which_message_and_when_it_was_offered():
    received = read(updates.press(ANN, "7.0"))
    assert (received.kind, received.key, received.chat) == ("choice", "7.0", ANN)
    assert received.message
    assert received.at


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
def test_what_several_can_read_is_a_group(kind: str):
    assert read(updates.in_group(-100, "hola", kind=kind)).kind == "group"


JSON: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
FIELDS = ["update_id", "message", "edited_message", "callback_query", "my_chat_member", "poll"]
MESSAGE = ["message_id", "date", "chat", "from", "text", "photo", "document", "voice", "caption"]


@given(st.dictionaries(st.sampled_from(FIELDS), JSON))
def test_anything_is_read_or_refused(content: dict[str, Any]):
    with contextlib.suppress(MalformedError):
        assert read(content).update == content["update_id"]


@given(st.dictionaries(st.sampled_from(MESSAGE), JSON))
def test_any_message_is_read_or_refused(content: dict[str, Any]):
    try:
        received = read(updates.update(message={**updates.message(ANN), **content}))
    except MalformedError:
        return
    assert isinstance(received.text, str)
    assert isinstance(received.chat, int)


@given(st.binary())
def test_any_bytes_are_read_or_refused(body: bytes):
    try:
        read_update(body)
    except MalformedError:
        return


def test_an_update_is_late_once_telegram_has_given_it_up():
    received = read(updates.text(ANN, "hola"))
    assert received.at
    assert is_late(received, received.at + timedelta(days=2, hours=1))
    assert not is_late(received, received.at + timedelta(hours=25))


def test_a_mark_is_put_and_taken_away_on_its_own_list(notes: Notes):
    assert notes.mark("telegram-5", 7, 3) == {3}
    assert notes.mark("telegram-5", 7, 12) == {3, 12}
    assert notes.mark("telegram-5", 8, 1) == {1}
    assert notes.mark("telegram-6", 7, 2) == {2}
    assert notes.mark("telegram-5", 7, 3) == {12}


def test_something_is_said_once(notes: Notes):
    told = [notes.is_first_time(who, "edited") for who in ("a", "b", "a")]
    assert told == [True, True, False]


def test_the_channel_is_there_with_its_settings():
    given = {"TELEGRAM_TOKEN": "4711:abc", "TELEGRAM_SECRET": "s_-9", "PUBLIC_URL": "https://t/"}
    settings = Settings.from_environment(given)
    assert settings
    assert settings.webhook == "https://t/webhooks/telegram/webhook"
    assert (settings.bot, settings.api_url) == ("4711", API_URL)
    assert Settings.from_environment({"TELEGRAM_TOKEN": "", "TELEGRAM_SECRET": " "}) is None


@pytest.mark.parametrize(
    "changed",
    [{"TELEGRAM_SECRET": ""}, {"TELEGRAM_TOKEN": ""}, {"TELEGRAM_SECRET": "no spaces"},
     {"TELEGRAM_SECRET": "x" * 257}, {"TELEGRAM_TOKEN": "no token"}],
)  # fmt: skip
def test_settings_that_cannot_be_are_refused(changed: dict[str, str]):
    with pytest.raises(SettingsError):
        Settings.from_environment({"TELEGRAM_TOKEN": "4711:abc", "TELEGRAM_SECRET": "s", **changed})
