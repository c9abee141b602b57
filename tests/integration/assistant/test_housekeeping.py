"""A server that runs for long forgets what is old as one does that starts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests import telegram_updates as updates
from tests.bot_api import bot_api
from tests.channel_server import wait_until
from tests.chat_client import ChatClient
from tests.chat_server import ChatServer
from tests.graph_api import APART, GraphApi
from tests.telegram_server import TOKEN, TelegramServer
from tests.telegram_user import TelegramUser
from tests.whatsapp_server import WhatsAppServer
from tests.whatsapp_user import NUMBERS, WhatsAppUser

A_SHORT_DAY = {"SECONDS_OF_A_DAY": "0.2"}


class Kept:
    """What a channel's file has of its conversations."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def grow_old(self, sender: str) -> None:
        """Nobody has touched this conversation for years."""
        with closing(sqlite3.connect(self._file, timeout=30)) as db:
            db.execute("update conversation set touched = '2020-01-01' where sender = ?", (sender,))
            db.commit()

    def senders(self) -> set[str]:
        with closing(sqlite3.connect(self._file, timeout=30)) as db:
            return {sender for (sender,) in db.execute("select sender from conversation")}


def test_on_telegram_a_conversation_begins_anew_without_the_marks_of_the_old_one(tmp_path: Path):
    with bot_api(TOKEN) as telegram:
        server = TelegramServer(tmp_path, telegram.url, **A_SHORT_DAY)
        server.start()
        try:
            ana, kept = TelegramUser(server, telegram), Kept(tmp_path / "telegram.db")
            mark(ana, "2")
            kept.grow_old(f"telegram-{ana.chat}")
            wait_until(lambda: not kept.senders())
            assert mark(ana, "3") == {"✓ 3"}
        finally:
            server.kill()


def mark(user: TelegramUser, title: str) -> set[str]:
    """Those marked in a new list once one is marked there."""
    user.writes("calls 5")
    before = len(user.telegram.called("editMessageReplyMarkup"))
    user.sends(updates.press(user.chat, user.key(title)))
    user.telegram.wait_until(
        lambda: len(user.telegram.called("editMessageReplyMarkup")) > before, "the mark"
    )
    buttons = user.telegram.called("editMessageReplyMarkup")[-1].buttons[0]
    return {it["text"] for it in buttons if it["text"].startswith("✓")}


def test_on_whatsapp_a_conversation_is_forgotten_and_begins_anew(tmp_path: Path):
    graph = GraphApi(seconds_apart=APART)
    server = WhatsAppServer(tmp_path, graph, **A_SHORT_DAY)
    server.start()
    try:
        ann = WhatsAppUser(graph, server.url, str(next(NUMBERS)))
        kept = Kept(tmp_path / "whatsapp.db")
        for words in ("Hola", "¿Sigue ahí?"):
            ann.say(words)
            assert [it.text for it in ann.wait()] == [f"> {words}"]
            kept.grow_old(ann.sender)
            wait_until(lambda: not kept.senders())
    finally:
        server.kill()
        graph.close()


@pytest.fixture
def web(tmp_path: Path) -> Iterator[ChatServer]:
    server = ChatServer(tmp_path, **A_SHORT_DAY)
    server.start()
    yield server
    server.kill()


def test_on_the_web_what_somebody_has_open_is_not_forgotten(web: ChatServer, tmp_path: Path):
    kept = Kept(tmp_path / "web.db")
    with ChatClient.connect(web.url) as gone:
        old = gone.conversation or ""
    with ChatClient.connect(web.url) as chat:
        here = chat.conversation or ""
        kept.grow_old(here)
        kept.grow_old(old)
        wait_until(lambda: kept.senders() == {here})
        assert [it.text for it in chat.say("¿Sigue ahí?")] == ["> ¿Sigue ahí?"]
