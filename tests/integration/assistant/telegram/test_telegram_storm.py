"""Ten thousand webhooks, one in ten of them genuine: each of those is answered exactly once."""

from __future__ import annotations

import json
import random
import sqlite3
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from typing import Any

import pytest

from assistant.channels.telegram.settings import WEBHOOK as PATH
from assistant.channels.telegram.webhook import LARGEST_BODY, SECRET_HEADER
from tests import telegram_updates as updates
from tests.bot_api import BotApi
from tests.telegram_server import SECRET, TelegramServer

GENUINE = 1_000
ALL = 10_000
CHATS = 250
FIRST_CHAT = 80_000
AT_ONCE = 16
ATTEMPTS = 5
SEED = 20261118
MINUTES = 10


@dataclass(frozen=True)
class Post:
    """A request to the webhook, and the status that it must get."""

    body: bytes
    status: int
    secret: str = SECRET


class Traffic:
    """Genuine updates and everything else, in an order that nobody would choose."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.genuine = [
            updates.text(FIRST_CHAT + number % CHATS, f"mensaje {number}")
            for number in range(GENUINE)
        ]
        made = [self._other() for _ in range(ALL - GENUINE)]
        posts = [_post(update) for update in self.genuine] + made
        self.random.shuffle(posts)
        self.posts = posts

    def _other(self) -> Post:
        kinds = (self._replayed, self._forged, self._malformed, self._late, self._nothing)
        return self.random.choice(kinds)()

    def _replayed(self) -> Post:
        """One of the genuine ones again, before or after the first time."""
        return _post(self.random.choice(self.genuine))

    def _forged(self) -> Post:
        body = _body(updates.text(self._chat(), "forged"))
        secrets = ("", "wrong", SECRET[:-1], SECRET + "x", SECRET.upper())
        return Post(body, 401, self.random.choice(secrets))

    def _malformed(self) -> Post:
        body = _body(updates.text(self._chat(), "malformed"))
        if self.random.random() < 0.01:
            return Post(body + b" " * LARGEST_BODY, 413)
        update = json.loads(body)
        field = self.random.choice(["chat", "date", "message_id", "text", "from"])
        update["message"][field] = self.random.choice([[7], {"a": 1}])
        broken = (
            body[: self.random.randrange(1, len(body))],
            bytes(self.random.randrange(256) for _ in range(40)),
            b'{"update_id": %d, "message": %s}' % (2**80, b"{}"),
            _body({"update_id": str(update["update_id"]), "message": update["message"]}),
            _body(update),
        )
        return Post(self.random.choice(broken), 400)

    def _late(self) -> Post:
        late = updates.sent(self._chat(), text="late", date=1_700_000_000)
        return _post(late)

    def _nothing(self) -> Post:
        """Genuine in form, and nothing that is answered."""
        chat = self._chat()
        message = updates.message(chat, text="changed", edit_date=1_700_000_000)
        return _post(
            self.random.choice(
                [
                    updates.update(edited_message=message),
                    updates.press(chat, self.random.choice(["1.0", "7.7", "/affirm", "x"])),
                    updates.update(invented={"id": 1}),
                    updates.sent(chat, delete_chat_photo=True),
                ]
            )
        )

    def _chat(self) -> int:
        return FIRST_CHAT + self.random.randrange(CHATS)


def _post(update: updates.Update) -> Post:
    return Post(_body(update), 200)


def _body(content: Any) -> bytes:
    return json.dumps(content).encode()


def deliver(server: TelegramServer, posts: list[Post]) -> list[tuple[Post, int]]:
    """The statuses, of many posts at once."""
    connections = threading.local()

    def deliver_one(post: Post) -> tuple[Post, int]:
        for _ in range(ATTEMPTS):
            # A connection that idled for seconds may be closed just now; Telegram tries again too.
            with suppress(ConnectionError, HTTPException):
                return post, status_of(post)
            connections.http.close()
        raise AssertionError("no answer")

    def status_of(post: Post) -> int:
        if not hasattr(connections, "http"):
            connections.http = HTTPConnection("127.0.0.1", server.port, timeout=60 * MINUTES)
            opened.append(connections.http)
        connections.http.request("POST", PATH, post.body, {SECRET_HEADER: post.secret})
        answer = connections.http.getresponse()
        answer.read()
        return int(answer.status)

    opened: list[HTTPConnection] = []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answered = list(pool.map(deliver_one, posts))
    for connection in opened:
        connection.close()
    return answered


@pytest.mark.timeout(60 * MINUTES)
def test_each_genuine_update_is_answered_once_and_nothing_else_changes_anything(
    server: TelegramServer, telegram: BotApi
) -> None:
    traffic = Traffic(SEED)

    answered = deliver(server, traffic.posts)

    wrong = [(post.body[:200], status) for post, status in answered if status != post.status]
    assert len(answered) == ALL
    assert wrong == []
    telegram.wait_until(
        lambda: len(telegram.called("sendMessage")) >= GENUINE, "all answers", 60 * MINUTES
    )
    server.kill()
    wanted = Counter(
        (update["message"]["chat"]["id"], f"> {update['message']['text']}")
        for update in traffic.genuine
    )
    said = Counter((call.chat, call.text) for call in telegram.called("sendMessage"))
    assert said == wanted
    assert undone(server) == 0


def undone(server: TelegramServer) -> int:
    """Updates that nobody has worked on, and customers' messages without an answer."""
    queries = {
        "telegram-updates.db": "select count(*) from mail where not done or content != x''",
        "telegram.db": "select count(*) from inbox where not done",
    }
    count = 0
    for name, query in queries.items():
        with closing(sqlite3.connect(server.directory / name)) as database:
            count += database.execute(query).fetchone()[0]
    return count
