"""Photos and documents that are sent on Telegram."""

from __future__ import annotations

import pytest

from tests import telegram_updates as updates
from tests.bot_api import BotApi
from tests.telegram_user import TelegramUser
from tests.unit.selfcare.files import PDF


def test_a_document_and_the_largest_photo_are_handed_in(ana: TelegramUser, telegram: BotApi):
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
    ana: TelegramUser, telegram: BotApi, name: str, content: bytes, size: int | None, reason: str
):
    telegram.files[name] = content
    ana.sends(updates.sent(ana.chat, document=updates.file(name, size)))
    assert ana.in_the_end() == [f"utter_file_{reason} (es)"]


def test_a_file_that_telegram_does_not_give_is_answered(ana: TelegramUser):
    ana.sends(updates.sent(ana.chat, document=updates.file("nowhere", 10)))
    assert ana.in_the_end() == ["utter_file_not_fetched (es)"]


def test_a_failure_is_said_and_what_follows_is_answered(ana: TelegramUser, telegram: BotApi):
    telegram.files["doc"] = PDF
    with ana.server.no_files_kept():
        ana.sends(updates.sent(ana.chat, document=updates.file("doc", len(PDF)), caption="mira"))
        assert ana.reads(0) == "utter_internal_error (es)"
    ana.sends(updates.sent(ana.chat, document=updates.file("doc", len(PDF))))
    assert ana.in_the_end() == ["utter_internal_error (es)", "> /send_file"]
