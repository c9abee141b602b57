"""What is written on Telegram reaches the assistant, and what cannot be read is answered."""

from __future__ import annotations

import pytest

from tests import telegram_updates as updates
from tests.bot_api import BotApi
from tests.chat_server import HELLO
from tests.telegram_server import TelegramServer
from tests.telegram_user import CHATS, TelegramUser, post


@pytest.mark.parametrize("language", HELLO)
def test_start_greets_in_the_language_of_the_app(
    server: TelegramServer, telegram: BotApi, language: str
):
    customer = TelegramUser(server, telegram, language)
    assert customer.writes("/start") == HELLO[language]


def test_a_language_that_nobody_speaks_here_becomes_the_default(
    server: TelegramServer, telegram: BotApi
):
    assert TelegramUser(server, telegram, "pt-br").writes("/start deep-link") == HELLO["es"]
    assert TelegramUser(server, telegram, "").writes("/start@aclaro_bot") == HELLO["es"]
    assert TelegramUser(server, telegram, "pl-PL").writes("/start") == HELLO["pl"]


def test_words_reach_the_assistant_and_commands_are_words_unless_the_menu_has_them(
    ana: TelegramUser,
):
    assert ana.writes("hola") == "> hola"
    assert ana.writes("/settings") == "> settings"
    assert ana.writes("/persona") == "> /human_handoff"
    assert ana.writes("/person@aclaro_bot") == "> /human_handoff"
    assert ana.writes("/cancel@aclaro_bot ya") == "> cancel ya"
    assert ana.writes('/inform{"choice":"1"}') == '> inform{"choice":"1"}'
    assert ana.writes("/signed_in") == "> signed_in"
    assert ana.writes("<b>a</b> & {c} _d_ [e](f)") == "> <b>a</b> & {c} _d_ [e](f)"


def test_half_surrogates_and_null_bytes_are_survived(ana: TelegramUser):
    assert ana.writes("a\0b\ud800c") == "> abc"


def test_what_is_no_text_gets_a_kind_answer(ana: TelegramUser):
    kinds = {
        "voice": updates.file("v", duration=3),
        "audio": updates.file("a", duration=3),
        "video_note": updates.file("n", duration=3, length=240),
        "sticker": updates.file(
            "s", type="regular", width=9, height=9, is_animated=False, is_video=False
        ),
        "contact": {"phone_number": "+34600111222", "first_name": "Eva"},
        "location": {"latitude": 40.4, "longitude": -3.7},
        "video": updates.file("f", duration=3, width=9, height=9),
    }
    for kind, content in kinds.items():
        ana.sends(updates.sent(ana.chat, **{kind: content}))
    voice, sticker, other = (
        f"utter_{it} (es)" for it in ("voice_not_heard", "sticker", "not_read")
    )
    assert ana.in_the_end() == [voice, voice, voice, sticker, other, other, other]


def test_what_happens_in_a_chat_is_not_answered(ana: TelegramUser):
    ana.sends(updates.sent(ana.chat, pinned_message=updates.message(ana.chat, text="hola")))
    ana.sends(
        updates.sent(ana.chat, message_auto_delete_timer_changed={"message_auto_delete_time": 9})
    )
    ana.sends(updates.update(invented_next_year={"option_ids": [1]}))
    assert ana.in_the_end() == []


def test_an_edited_message_is_not_run_again_and_said_so_once(ana: TelegramUser):
    ana.writes("hola")
    for _ in range(2):
        edited = updates.message(ana.chat, text="hola, cambiado", edit_date=1_900_000_000)
        ana.sends(updates.update(edited_message=edited))
    moving = updates.message(ana.chat, location={"latitude": 1, "longitude": 2})
    ana.sends(updates.update(edited_message={**moving, "edit_date": 1_900_000_000}))
    assert ana.in_the_end() == ["> hola", "utter_edit_not_read (es)"]


def test_a_group_is_refused_once_in_its_language(server: TelegramServer, telegram: BotApi):
    chat = -1_000_000_000_000 - next(CHATS)
    group = {"id": chat, "type": "supergroup", "title": "Rodzina"}
    bot = {"id": 4711, "is_bot": True, "first_name": "Aclaro"}
    change = {
        "chat": group,
        "from": updates.person(7, "pl"),
        "date": 1_900_000_000,
        "old_chat_member": {"status": "left", "user": bot},
        "new_chat_member": {"status": "member", "user": bot},
    }
    assert post(server, updates.update(my_chat_member=change)) == 200
    telegram.wait_until(lambda: bool(telegram.said(chat)), "the refusal")
    for words in ("/start", "hola", "kto dzwonił?"):
        assert post(server, updates.in_group(chat, words, "pl", "supergroup")) == 200
    left = {**change, "new_chat_member": {"status": "left", "user": bot}}
    assert post(server, updates.update(my_chat_member=left)) == 200
    pressed = {"id": chat, "type": "supergroup"}
    shown = {**updates.message(7, text="?"), "chat": pressed}
    assert post(server, updates.press(7, "1.0", message=shown)) == 200
    assert TelegramUser(server, telegram).in_the_end() == []
    assert telegram.texts(chat) == ["utter_not_in_groups (pl)"]
    assert "/start" not in server.heard()[-1]


def test_a_failing_turn_is_answered(ana: TelegramUser):
    assert ana.writes("fail") == "utter_internal_error (es)"
    assert ana.writes("hola") == "> hola"
