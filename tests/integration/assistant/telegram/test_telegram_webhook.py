"""The address that Telegram calls takes what is Telegram's, once, and nothing else."""

from __future__ import annotations

import pytest

from assistant.channels.telegram.webhook import LARGEST_BODY
from tests import telegram_updates as updates
from tests.bot_api import BotApi
from tests.telegram_server import SECRET, TelegramServer
from tests.telegram_user import TelegramUser, post


def test_telegram_is_told_where_we_hear(server: TelegramServer, telegram: BotApi):
    telegram.wait_until(lambda: bool(telegram.called("setWebhook")), "the webhook")
    [call] = telegram.called("setWebhook")
    assert call.fields["url"] == f"{server.url}/webhooks/telegram/webhook"
    assert call.fields["secret_token"] == SECRET
    assert "callback_query" in call.fields["allowed_updates"]


@pytest.mark.parametrize(
    "secret",
    [None, b"", b"wrong", SECRET.encode() + b"x", SECRET[:-1].encode(), "ż".encode(), b"\xff"],
)
def test_what_does_not_know_the_secret_is_refused(
    ana: TelegramUser, server: TelegramServer, secret: bytes | None
):
    assert post(server, updates.text(ana.chat, "forged"), secret) == 401
    assert ana.in_the_end() == []


@pytest.mark.parametrize(
    "content",
    [
        b"", b"null", b"[]", b"7", b'"text"', b"{}", b"\xff\xfe", b"[" * 50_000, b'{"update_id":1',
        {"update_id": "1"}, {"update_id": -(2**70)}, {"update_id": True}, {"update_id": 1.5},
        {"update_id": 900, "message": 7}, {"update_id": 901, "message": {"text": "hola"}},
        {"update_id": 902, "message": {**updates.message(1), "text": 7}},
        {"update_id": 903, "message": {**updates.message(1), "text": ["a"]}},
        {"update_id": 904, "message": {**updates.message(1), "date": "today"}},
        {"update_id": 905, "message": {**updates.message(1), "chat": {"id": "1", "type": "a"}}},
        {"update_id": 906, "callback_query": {"id": "1"}},
        {"update_id": 907, "message": {**updates.message(1), "photo": [7]}},
        {"update_id": 908, "message": {**updates.message(1), "document": {"file_id": "d"}}},
    ],
)  # fmt: skip
def test_what_is_no_update_is_refused(ana: TelegramUser, server: TelegramServer, content: object):
    assert post(server, content) == 400
    assert ana.in_the_end() == []


def test_what_is_too_long_is_refused(server: TelegramServer):
    assert post(server, b" " * (LARGEST_BODY + 1)) == 413


def test_an_old_update_changes_nothing(ana: TelegramUser):
    ana.sends(updates.sent(ana.chat, text="hace tres días", date=1_700_000_000))
    assert ana.in_the_end() == []


def test_an_update_counts_once(ana: TelegramUser, server: TelegramServer):
    once = updates.text(ana.chat, "una vez")
    for _ in range(3):
        ana.sends(once)
    assert ana.in_the_end() == ["> una vez"]
