"""Buttons on Telegram do what they say, once and for those to whom they were offered."""

from __future__ import annotations

import time

import pytest

from tests import telegram_updates as updates
from tests.bot_api import Answer, BotApi, Call
from tests.telegram_server import TelegramServer
from tests.telegram_user import TelegramUser


def test_a_pressed_button_is_answered_and_stays_to_be_seen(ana: TelegramUser, telegram: BotApi):
    ana.writes("ask ¿Lo envío?")
    shown, answered = (
        len(telegram.called("editMessageReplyMarkup")),
        len(telegram.called("answerCallbackQuery")),
    )
    assert ana.presses("Sí") == "> /affirm"
    telegram.wait_until(
        lambda: (
            len(telegram.called("editMessageReplyMarkup")) > shown
            and len(telegram.called("answerCallbackQuery")) > answered
        ),
        "the button's end",
    )
    assert telegram.called("editMessageReplyMarkup")[-1].buttons == [
        [{"text": "✓ Sí", "callback_data": "-"}]
    ]
    assert "text" not in telegram.called("answerCallbackQuery")[-1].fields


def test_a_button_that_telegram_brings_twice_is_pressed_once(ana: TelegramUser, telegram: BotApi):
    """A double tap, or an app that was closed before it had an answer: two queries of one press."""
    ana.writes("ask ¿Lo envío?")
    key = ana.key("Sí")
    ana.presses("Sí")
    answered = len(telegram.called("answerCallbackQuery"))
    for _ in range(2):
        ana.sends(updates.press(ana.chat, key))
    assert ana.in_the_end() == ["¿Lo envío?", "> /affirm"]
    telegram.wait_until(
        lambda: len(telegram.called("answerCallbackQuery")) >= answered + 2, "the answers"
    )
    assert all("text" not in it.fields for it in telegram.called("answerCallbackQuery")[answered:])


def test_marked_calls_that_telegram_brings_twice_are_sent_once(ana: TelegramUser):
    ana.writes("calls 5")
    keys = {it["text"]: it["callback_data"] for it in ana.last.buttons[0]}
    ana.sends(updates.press(ana.chat, keys["2"]))
    newest = ana.sees_marks(["1", "✓ 2", "3", "5"])
    submit = next(it for row in newest.buttons for it in row if "(1)" in it["text"])
    for _ in range(2):
        ana.sends(updates.press(ana.chat, submit["callback_data"]))
    assert ana.in_the_end()[1:] == ['> /inform{"choice": "2"}']


@pytest.mark.parametrize(
    "key", ["1.7", "99.0", "0.0", "", "/affirm", "1.m1", "1.s", "9" * 64, "../1", "1.0\n", "-"]
)
def test_a_forged_key_does_nothing_and_is_answered(ana: TelegramUser, telegram: BotApi, key: str):
    ana.writes("hola")
    before = len(telegram.called("answerCallbackQuery"))
    ana.sends(updates.press(ana.chat, key))
    telegram.wait_until(
        lambda: len(telegram.called("answerCallbackQuery")) > before, "an answer to the query"
    )
    assert ana.in_the_end() == ["> hola"]
    answer = telegram.called("answerCallbackQuery")[before]
    assert answer.text == ("" if key == "-" else "utter_button_gone (es)")


def test_a_key_of_somebody_elses_conversation_does_nothing(
    ana: TelegramUser, server: TelegramServer, telegram: BotApi
):
    ana.writes("ask ¿Lo envío?")
    ben = TelegramUser(server, telegram)
    ben.writes("hola")
    ben.sends(updates.press(ben.chat, ana.key("Sí")))
    assert ben.in_the_end() == ["> hola"]


@pytest.mark.parametrize("days", [31, 400])
def test_a_button_of_a_conversation_that_is_forgotten_does_nothing(ana: TelegramUser, days: int):
    ana.writes("ask ¿Lo envío?")
    ana.sends(updates.press(ana.chat, ana.key("Sí"), age=days * 86_400))
    assert ana.in_the_end() == ["¿Lo envío?"]


def test_a_button_of_a_message_that_is_out_of_reach_does_nothing(ana: TelegramUser):
    ana.writes("ask ¿Lo envío?")
    gone = {"message_id": 7, "date": 0, "chat": {"id": ana.chat, "type": "private"}}
    ana.sends(updates.press(ana.chat, ana.key("Sí"), message=gone))
    assert ana.in_the_end() == ["¿Lo envío?"]


def test_who_marks_faster_than_telegram_allows_sees_every_mark_in_the_end(
    ana: TelegramUser, telegram: BotApi
):
    ana.writes("calls 5")
    keys = {it["text"]: it["callback_data"] for it in ana.last.buttons[0]}
    queries = len(telegram.called("answerCallbackQuery"))
    after = {"retry_after": 1}
    flood = Answer(429, error="Too Many Requests: retry after 1", parameters=after)
    over = time.monotonic() + 0.8

    def refuse(call: Call) -> Answer | None:
        is_early = time.monotonic() < over
        return flood if call.method == "editMessageReplyMarkup" and is_early else None

    telegram.fail = refuse
    for title in ("1", "2", "3"):
        ana.sends(updates.press(ana.chat, keys[title]))
    telegram.wait_until(
        lambda: len(telegram.called("answerCallbackQuery")) == queries + 3, "the queries' answers"
    )
    ana.sees_marks(["✓ 1", "✓ 2", "✓ 3", "5"])


def test_calls_are_marked_one_by_one_and_sent_together(ana: TelegramUser, telegram: BotApi):
    ana.writes("calls 5")
    first = ana.last
    assert [it["text"] for it in first.buttons[0]] == ["1", "2", "3", "5"]
    keys = {it["text"]: it["callback_data"] for it in first.buttons[0]}
    for title in ("2", "5", "3", "2"):
        ana.sends(updates.press(ana.chat, keys[title]))
    newest = ana.sees_marks(["1", "2", "✓ 3", "✓ 5"])
    submit = next(it for row in newest.buttons for it in row if "(2)" in it["text"])
    ana.sends(updates.press(ana.chat, submit["callback_data"]))
    assert ana.in_the_end()[-1] == '> /inform{"choice": "3,5"}'
