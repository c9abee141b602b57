"""The Telegram channel over HTTP on both sides, with a scripted assistant behind it."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from assistant.channels.telegram.webhook import LARGEST_BODY, SECRET_HEADER
from tests import telegram_updates as updates
from tests.bot_api import Answer, BotApi, Call, bot_api
from tests.chat_server import HELLO
from tests.telegram_server import SECRET, TOKEN, TelegramServer

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"

_chats = itertools.count(1_000)


@pytest.fixture(scope="module")
def telegram() -> Iterator[BotApi]:
    with bot_api(TOKEN) as api:
        yield api


@pytest.fixture(scope="module")
def server(telegram: BotApi, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TelegramServer]:
    server = TelegramServer(tmp_path_factory.mktemp("telegram"), telegram.url)
    server.start()
    yield server
    server.kill()


@pytest.fixture(autouse=True)
def _mended(telegram: BotApi) -> Iterator[None]:
    yield
    telegram.fail = lambda call: None


class Customer:
    """Somebody with a phone."""

    def __init__(self, server: TelegramServer, telegram: BotApi, language: str = "es") -> None:
        self.server = server
        self.telegram = telegram
        self.language = language
        self.chat = next(_chats)

    def sends(self, update: updates.Update) -> None:
        assert post(self.server, update) == 200

    def writes(self, words: str) -> str:
        """The answer."""
        before = len(self.texts)
        self.sends(updates.text(self.chat, words, self.language))
        return self.reads(before)

    def reads(self, before: int) -> str:
        """The newest message, once there are more than `before`."""
        self.telegram.wait_until(lambda: len(self.texts) > before, "an answer")
        return self.texts[-1]

    def presses(self, title: str, **changes: Any) -> str:
        """The answer to the newest button of this title."""
        before = len(self.texts)
        self.sends(updates.press(self.chat, self.key(title), **changes))
        return self.reads(before)

    def key(self, title: str) -> str:
        buttons = [it for row in self.last.buttons for it in row]
        return next(it["callback_data"] for it in buttons if it["text"] == title)

    def in_the_end(self) -> list[str]:
        """Everything that was said, once nothing more comes: a message of our own comes last."""
        self.sends(updates.text(self.chat, "eso es todo", self.language))
        self.telegram.wait_until(lambda: "> eso es todo" in self.texts, "the last answer")
        assert self.texts[-1] == "> eso es todo"
        return self.texts[:-1]

    @property
    def texts(self) -> list[str]:
        return self.telegram.texts(self.chat)

    @property
    def last(self) -> Call:
        return self.telegram.said(self.chat)[-1]


@pytest.fixture
def ana(server: TelegramServer, telegram: BotApi) -> Customer:
    return Customer(server, telegram)


def post(server: TelegramServer, content: object, secret: str | None = SECRET, **how: Any) -> int:
    headers = {SECRET_HEADER: secret} if secret is not None else {}
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return requests.post(server.webhook, body, headers=headers, timeout=30, **how).status_code


def test_telegram_is_told_where_we_hear(server: TelegramServer, telegram: BotApi):
    telegram.wait_until(lambda: bool(telegram.called("setWebhook")), "the webhook")
    [call] = telegram.called("setWebhook")
    assert call.fields["url"] == f"{server.url}/webhooks/telegram/webhook"
    assert call.fields["secret_token"] == SECRET
    assert "callback_query" in call.fields["allowed_updates"]


@pytest.mark.parametrize("language", HELLO)
def test_start_greets_in_the_language_of_the_app(
    server: TelegramServer, telegram: BotApi, language: str
):
    customer = Customer(server, telegram, language)
    assert customer.writes("/start") == HELLO[language]


def test_a_language_that_nobody_speaks_here_becomes_the_default(
    server: TelegramServer, telegram: BotApi
):
    assert Customer(server, telegram, "pt-br").writes("/start deep-link") == HELLO["es"]
    assert Customer(server, telegram, "").writes("/start@aclaro_bot") == HELLO["es"]
    assert Customer(server, telegram, "pl-PL").writes("/start") == HELLO["pl"]


def test_words_reach_the_assistant_and_commands_are_words_unless_the_menu_has_them(ana: Customer):
    assert ana.writes("hola") == "> hola"
    assert ana.writes("/settings") == "> settings"
    assert ana.writes("/persona") == "> /human_handoff"
    assert ana.writes("/person@aclaro_bot") == "> /human_handoff"
    assert ana.writes("/cancel@aclaro_bot ya") == "> cancel ya"
    assert ana.writes('/inform{"choice":"1"}') == '> inform{"choice":"1"}'
    assert ana.writes("/signed_in") == "> signed_in"
    assert ana.writes("<b>a</b> & {c} _d_ [e](f)") == "> <b>a</b> & {c} _d_ [e](f)"


def test_a_pressed_button_is_answered_and_stays_to_be_seen(ana: Customer, telegram: BotApi):
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


@pytest.mark.parametrize(
    "key", ["1.7", "99.0", "0.0", "", "/affirm", "1.m1", "1.s", "9" * 64, "../1", "1.0\n", "-"]
)
def test_a_forged_key_does_nothing_and_is_answered(ana: Customer, telegram: BotApi, key: str):
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
    ana: Customer, server: TelegramServer, telegram: BotApi
):
    ana.writes("ask ¿Lo envío?")
    ben = Customer(server, telegram)
    ben.writes("hola")
    ben.sends(updates.press(ben.chat, ana.key("Sí")))
    assert ben.in_the_end() == ["> hola"]


@pytest.mark.parametrize("days", [31, 400])
def test_a_button_of_a_conversation_that_is_forgotten_does_nothing(ana: Customer, days: int):
    ana.writes("ask ¿Lo envío?")
    ana.sends(updates.press(ana.chat, ana.key("Sí"), age=days * 86_400))
    assert ana.in_the_end() == ["¿Lo envío?"]


def test_a_button_of_a_message_that_is_out_of_reach_does_nothing(ana: Customer):
    ana.writes("ask ¿Lo envío?")
    gone = {"message_id": 7, "date": 0, "chat": {"id": ana.chat, "type": "private"}}
    ana.sends(updates.press(ana.chat, ana.key("Sí"), message=gone))
    assert ana.in_the_end() == ["¿Lo envío?"]


def test_calls_are_marked_one_by_one_and_sent_together(ana: Customer, telegram: BotApi):
    ana.writes("calls 5")
    first = ana.last
    assert [it["text"] for it in first.buttons[0]] == ["1", "2", "3", "5"]
    keys = {it["text"]: it["callback_data"] for it in first.buttons[0]}
    before = len(telegram.called("editMessageReplyMarkup"))
    for title in ("2", "5", "3", "2"):
        ana.sends(updates.press(ana.chat, keys[title]))
    telegram.wait_until(
        lambda: len(telegram.called("editMessageReplyMarkup")) >= before + 4, "the marks"
    )
    newest = telegram.called("editMessageReplyMarkup")[-1]
    assert [it["text"] for it in newest.buttons[0]] == ["1", "2", "✓ 3", "✓ 5"]
    submit = next(it for row in newest.buttons for it in row if "(2)" in it["text"])
    ana.sends(updates.press(ana.chat, submit["callback_data"]))
    assert ana.in_the_end()[-1] == '> /inform{"choice": "3,5"}'


def test_what_is_no_text_gets_a_kind_answer(ana: Customer):
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


def test_what_happens_in_a_chat_is_not_answered(ana: Customer):
    ana.sends(updates.sent(ana.chat, pinned_message=updates.message(ana.chat, text="hola")))
    ana.sends(
        updates.sent(ana.chat, message_auto_delete_timer_changed={"message_auto_delete_time": 9})
    )
    ana.sends(updates.update(invented_next_year={"option_ids": [1]}))
    assert ana.in_the_end() == []


def test_an_edited_message_is_not_run_again_and_said_so_once(ana: Customer):
    ana.writes("hola")
    for _ in range(2):
        edited = updates.message(ana.chat, text="hola, cambiado", edit_date=1_900_000_000)
        ana.sends(updates.update(edited_message=edited))
    moving = updates.message(ana.chat, location={"latitude": 1, "longitude": 2})
    ana.sends(updates.update(edited_message={**moving, "edit_date": 1_900_000_000}))
    assert ana.in_the_end() == ["> hola", "utter_edit_not_read (es)"]


def test_an_update_counts_once(ana: Customer, server: TelegramServer):
    once = updates.text(ana.chat, "una vez")
    for _ in range(3):
        ana.sends(once)
    assert ana.in_the_end() == ["> una vez"]


def test_a_group_is_refused_once_in_its_language(server: TelegramServer, telegram: BotApi):
    chat = -1_000_000_000_000 - next(_chats)
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
    assert Customer(server, telegram).in_the_end() == []
    assert telegram.texts(chat) == ["utter_not_in_groups (pl)"]
    assert "/start" not in server.heard()[-1]


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", SECRET[:-1], "ż"])
def test_what_does_not_know_the_secret_is_refused(
    ana: Customer, server: TelegramServer, secret: str | None
):
    update = updates.text(ana.chat, "forged")
    assert post(server, update, secret.encode() if secret else secret) == 401  # type: ignore[arg-type]
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
def test_what_is_no_update_is_refused(ana: Customer, server: TelegramServer, content: object):
    assert post(server, content) == 400
    assert ana.in_the_end() == []


def test_half_surrogates_and_null_bytes_are_survived(ana: Customer):
    assert ana.writes("a\0b\ud800c") == "> abc"


def test_what_is_too_long_is_refused(server: TelegramServer):
    assert post(server, b" " * (LARGEST_BODY + 1)) == 413


def test_an_old_update_changes_nothing(ana: Customer):
    ana.sends(updates.sent(ana.chat, text="hace tres días", date=1_700_000_000))
    assert ana.in_the_end() == []


def test_a_document_and_the_largest_photo_are_handed_in(ana: Customer, telegram: BotApi):
    telegram.files.update({"doc": PDF, "big": b"\xff\xd8\xff\xe0" + b"0" * 50})
    document = updates.file("doc", len(PDF), file_name="factura.pdf")
    ana.sends(updates.sent(ana.chat, document=document, caption="mi factura"))
    telegram.wait_until(lambda: "> mi factura" in ana.texts, "the caption's answer")
    photo = [updates.photo("small", 90), updates.photo("big", 1280), updates.photo("mid", 320)]
    ana.sends(updates.sent(ana.chat, photo=photo))
    assert ana.in_the_end() == ["> /send_file", "> mi factura", "> /send_file"]
    handed_in = [it for it in ana.server.heard() if it.startswith('/send_file{"file": "')]
    assert len(set(handed_in)) == 2


@pytest.mark.parametrize(
    ("name", "content", "size", "reason"),
    [
        ("large", b"", 6 * 2**20, "too_large"),
        ("untold", b"x" * 20_000_001, None, "too_large"),
        ("lied", b"%PDF-1.4" + b"x" * (5 * 2**20), 10, "too_large"),
        ("text", b"hola", 4, "wrong_type"),
        ("empty", b"", 0, "empty"),
    ],
    ids=["large", "untold", "lied", "text", "empty"],
)
def test_a_file_that_is_not_taken_is_answered(
    ana: Customer, telegram: BotApi, name: str, content: bytes, size: int | None, reason: str
):
    telegram.files[name] = content
    ana.sends(updates.sent(ana.chat, document=updates.file(name, size)))
    assert ana.in_the_end() == [f"utter_file_{reason} (es)"]


def test_a_file_that_telegram_does_not_give_is_answered(ana: Customer):
    ana.sends(updates.sent(ana.chat, document=updates.file("nowhere", 10)))
    assert ana.in_the_end() == ["utter_file_not_fetched (es)"]


def test_a_long_answer_comes_in_pieces_with_its_buttons_at_the_end(ana: Customer):
    words = "Una frase de muchas palabras. " * 130
    before = ana.writes("hola")
    assert before
    ana.writes("ask " + words[:3900])
    ana.telegram.wait_until(lambda: bool(ana.last.buttons), "the last piece")
    assert all(not it.buttons for it in ana.telegram.said(ana.chat)[:-1])


def test_telegram_is_not_asked_again_before_it_wants(ana: Customer, telegram: BotApi):
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


def test_what_fails_on_the_way_arrives_later(ana: Customer, telegram: BotApi):
    failures = iter([Answer(502, error="Bad Gateway"), Answer(500, error="Internal")])
    telegram.fail = lambda call: next(failures, None) if call.method == "sendMessage" else None
    assert ana.writes("uno") == "> uno"
    assert ana.in_the_end() == ["> uno"]


def test_a_customer_who_blocked_us_can_come_back(
    ana: Customer, server: TelegramServer, telegram: BotApi
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


def test_an_answer_is_not_lost_for_buttons_that_telegram_refuses(ana: Customer, telegram: BotApi):
    telegram.fail = lambda call: (
        Answer(400, error="Bad Request: BUTTON_URL_INVALID")
        if call.method == "sendMessage" and call.buttons
        else None
    )
    assert ana.writes("ask ¿Lo envío?") == "¿Lo envío?"
    assert ana.last.buttons == []


def test_a_link_is_a_button_and_is_not_previewed(ana: Customer):
    ana.writes("link https://telvia.example/device?user_code=WDJB-MJHT")
    assert ana.last.buttons[0] == [
        {"text": "Iniciar sesión", "url": "https://telvia.example/device?user_code=WDJB-MJHT"}
    ]
    assert ana.last.fields["link_preview_options"] == {"is_disabled": True}


def test_the_assistant_can_write_first(ana: Customer, server: TelegramServer):
    ana.writes("hola")
    server.write_first(f"telegram-{ana.chat}", "Su reclamación está resuelta.")
    ana.telegram.wait_until(lambda: len(ana.texts) == 2, "the news")
    assert ana.texts[-1] == "Su reclamación está resuelta."
    assert server.address() == "telegram"


def test_typing_is_shown_while_an_answer_takes_its_time(
    ana: Customer, server: TelegramServer, telegram: BotApi
):
    ana.sends(updates.text(ana.chat, "wait"))
    telegram.wait_until(
        lambda: any(it.chat == ana.chat for it in telegram.called("sendChatAction")), "the dots"
    )
    server.open_gate()
    ana.reads(0)


def test_a_failing_turn_is_answered(ana: Customer):
    assert ana.writes("fail") == "utter_internal_error (es)"
    assert ana.writes("hola") == "> hola"


def test_a_restart_loses_nothing_and_says_nothing_twice(telegram: BotApi, tmp_path: Path):
    server = TelegramServer(tmp_path, telegram.url)
    server.start()
    ana = Customer(server, telegram)
    try:
        ana.writes("hola")
        telegram.fail = lambda call: (
            Answer(502, error="Bad Gateway") if call.method == "sendMessage" else None
        )
        waits = updates.text(ana.chat, "espera")
        ana.sends(waits)
        telegram.wait_until(lambda: "espera" in server.heard(), "the turn")
        server.kill()
        telegram.fail = lambda call: None
        server.start()
        ana.telegram.wait_until(lambda: len(ana.texts) == 2, "what was not delivered")
        ana.sends(waits)
        assert ana.in_the_end() == ["> hola", "> espera"]
    finally:
        server.kill()
