"""What the assistant says arrives on Telegram, whatever happens on the way."""

from __future__ import annotations

import threading
from pathlib import Path

from tests import telegram_updates as updates
from tests.bot_api import Answer, BotApi, Call
from tests.telegram_server import TelegramServer
from tests.telegram_user import TelegramUser


def test_a_long_answer_comes_in_pieces_with_its_buttons_at_the_end(ana: TelegramUser):
    words = "Una frase de muchas palabras. " * 130
    before = ana.writes("hola")
    assert before
    ana.writes("ask " + words[:3900])
    ana.telegram.wait_until(lambda: bool(ana.last.buttons), "the last piece")
    assert all(not it.buttons for it in ana.telegram.said(ana.chat)[:-1])


def test_telegram_is_not_asked_again_before_it_wants(ana: TelegramUser, telegram: BotApi):
    tried: list[Call] = []

    def flooded(call: Call) -> Answer | None:
        if call.method != "sendMessage" or call.chat != ana.chat:
            return None
        tried.append(call)
        after = {"retry_after": 1}
        return Answer(429, error="Too Many Requests", parameters=after) if len(tried) == 1 else None

    telegram.fail = flooded
    assert ana.writes("uno") == "> uno"
    assert ana.in_the_end() == ["> uno"]


def test_what_fails_on_the_way_arrives_later(ana: TelegramUser, telegram: BotApi):
    failures = iter([Answer(502, error="Bad Gateway"), Answer(500, error="Internal")])
    telegram.fail = lambda call: next(failures, None) if call.method == "sendMessage" else None
    assert ana.writes("uno") == "> uno"
    assert ana.in_the_end() == ["> uno"]


def test_a_customer_who_blocked_us_can_come_back(
    ana: TelegramUser, server: TelegramServer, telegram: BotApi
):
    ana.writes("hola")
    blocked: list[str] = []

    def refuse(call: Call) -> Answer | None:
        if call.method != "sendMessage" or call.chat != ana.chat:
            return None
        blocked.append(call.text)
        return Answer(403, error="Forbidden: bot was blocked by the user")

    telegram.fail = refuse
    server.write_first(f"telegram-{ana.chat}", "Hay novedades.")
    telegram.wait_until(lambda: blocked == ["Hay novedades."], "the attempt")
    telegram.fail = lambda call: None
    assert ana.writes("he vuelto") == "> he vuelto"
    assert ana.texts == ["> hola", "> he vuelto"]


def test_an_answer_is_not_lost_for_buttons_that_telegram_refuses(
    ana: TelegramUser, telegram: BotApi
):
    telegram.fail = lambda call: (
        Answer(400, error="Bad Request: BUTTON_URL_INVALID")
        if call.method == "sendMessage" and call.buttons
        else None
    )
    assert ana.writes("ask ¿Lo envío?") == "¿Lo envío?"
    assert ana.last.buttons == []


def test_a_link_is_a_button_and_is_not_previewed(ana: TelegramUser):
    ana.writes("link https://telvia.example/device?user_code=WDJB-MJHT")
    assert ana.last.buttons[0] == [
        {"text": "Iniciar sesión", "url": "https://telvia.example/device?user_code=WDJB-MJHT"}
    ]
    assert ana.last.fields["link_preview_options"] == {"is_disabled": True}


def test_the_assistant_can_write_first(ana: TelegramUser, server: TelegramServer):
    ana.writes("hola")
    server.write_first(f"telegram-{ana.chat}", "Su reclamación está resuelta.")
    ana.telegram.wait_until(lambda: len(ana.texts) == 2, "the news")
    assert ana.texts[-1] == "Su reclamación está resuelta."
    assert server.address() == "telegram"


def test_typing_is_shown_while_an_answer_takes_its_time(
    ana: TelegramUser, server: TelegramServer, telegram: BotApi
):
    ana.sends(updates.text(ana.chat, "wait"))
    telegram.wait_until(
        lambda: any(it.chat == ana.chat for it in telegram.called("sendChatAction")), "the dots"
    )
    server.open_gate()
    ana.reads(0)


def test_a_restart_loses_nothing_and_says_nothing_twice(telegram: BotApi, tmp_path: Path):
    server = TelegramServer(tmp_path, telegram.url)
    server.start()
    ana = TelegramUser(server, telegram)
    try:
        ana.writes("hola")
        is_tried = threading.Event()

        def fail(call: Call) -> Answer | None:
            if call.method != "sendMessage":
                return None
            is_tried.set()
            return Answer(502, error="Bad Gateway")

        telegram.fail = fail
        waits = updates.text(ana.chat, "espera")
        ana.sends(waits)
        assert is_tried.wait(30), "the answer was not sent"
        server.kill()
        telegram.fail = lambda call: None
        server.start()
        ana.telegram.wait_until(lambda: len(ana.texts) == 2, "what was not delivered")
        ana.sends(waits)
        assert ana.in_the_end() == ["> hola", "> espera"]
    finally:
        server.kill()
