"""A Bot API for tests: takes what Telegram takes, refuses what it refuses, and fails as it is told.

Used where `telegram-test-api` (see `tests/npm/telegram.js`) knows no errors, files, or limits.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote

_CALL = re.compile(r"/bot(?P<token>[^/]+)/(?P<method>\w+)")
_JSON = ("reply_markup", "link_preview_options", "allowed_updates", "commands", "scope")
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_ANSWERED_WITH_TRUE = (
    "answerCallbackQuery",
    "editMessageReplyMarkup",
    "sendChatAction",
    "setMyCommands",
    "setWebhook",
)
_FILE = re.compile(r"/file/bot(?P<token>[^/]+)/(?P<path>.+)")


@dataclass(frozen=True)
class Call:
    """A method of the Bot API as it was called."""

    method: str
    fields: dict[str, Any]

    @property
    def chat(self) -> int:
        """The chat that it is about."""
        return int(self.fields["chat_id"])

    @property
    def text(self) -> str:
        """What is said by it."""
        return str(self.fields.get("text", ""))

    @property
    def buttons(self) -> list[list[dict[str, str]]]:
        """The rows of its inline keyboard."""
        return list(self.fields.get("reply_markup", {}).get("inline_keyboard", []))


@dataclass
class Answer:
    """What a method is answered; `error` is Telegram's description."""

    status: int = 200
    result: Any = True
    error: str = ""
    parameters: dict[str, Any] = field(default_factory=dict)


class BotApi(ThreadingHTTPServer):
    """What `api.telegram.org` is to a bot; `fail` may answer a call in its place."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, token: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.token = token
        self.calls: list[Call] = []
        self.files: dict[str, bytes] = {}
        self.fail: Callable[[Call], Answer | None] = lambda call: None
        self.changed = threading.Condition()

    def said(self, chat: int) -> list[Call]:
        """The messages that arrived in a chat."""
        with self.changed:
            return [it for it in self.calls if it.method == "sendMessage" and it.chat == chat]

    def texts(self, chat: int) -> list[str]:
        """Their texts."""
        return [call.text for call in self.said(chat)]

    def called(self, method: str) -> list[Call]:
        """The calls of a method that were answered with a success."""
        with self.changed:
            return [call for call in self.calls if call.method == method]

    def wait_until(self, happened: Callable[[], bool], what: str, seconds: float = 30) -> None:
        """Return once it has; AssertionError if it does not."""
        with self.changed:
            if not self.changed.wait_for(happened, seconds):
                raise AssertionError(f"waited in vain for {what}: {self.calls[-5:]}")

    def answer(self, call: Call) -> Answer:
        """What Telegram would say."""
        with self.changed:
            answer = self.fail(call) or _checked(call) or self._done(call)
            if answer.status == 200:
                self.calls.append(call)
            self.changed.notify_all()
            return answer

    def _done(self, call: Call) -> Answer:
        if call.method == "sendMessage":
            chat = {"id": call.chat, "type": "private"}
            sent = {"message_id": len(self.calls) + 1, "date": 1_800_000_000, "chat": chat}
            return Answer(result={**sent, "text": call.text})
        if call.method == "getFile":
            name = call.fields["file_id"]
            if name not in self.files:
                return Answer(400, error="Bad Request: invalid file_id")
            if len(self.files[name]) > 20_000_000:
                return Answer(400, error="Bad Request: file is too big")
            found = {"file_id": name, "file_unique_id": name, "file_path": f"documents/{name}"}
            return Answer(result={**found, "file_size": len(self.files[name])})
        return Answer() if call.method in _ANSWERED_WITH_TRUE else Answer(404, error="Not Found")


def _checked(call: Call) -> Answer | None:
    """The refusal of what Telegram does not take."""
    if call.method == "sendMessage":
        units = len(call.text.encode("utf-16-le")) // 2
        if not call.text.strip():
            return Answer(400, error="Bad Request: message text is empty")
        if units > 4096:
            return Answer(400, error="Bad Request: message is too long")
    for button in (it for row in call.buttons for it in row):
        if not button["text"] or len(button.get("callback_data", "x").encode()) > 64:
            return Answer(400, error="Bad Request: BUTTON_DATA_INVALID")
    if sum(map(len, call.buttons)) > 100:
        return Answer(400, error="Bad Request: reply markup is too long")
    if call.method == "answerCallbackQuery" and len(call.text) > 200:
        return Answer(400, error="Bad Request: MESSAGE_TOO_LONG")
    return _checked_menu(call.fields.get("commands", ()))


def _checked_menu(commands: Iterable[dict[str, str]]) -> Answer | None:
    for command in commands:
        if not _COMMAND.fullmatch(command["command"]):
            return Answer(400, error="Bad Request: BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            return Answer(400, error="Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
    return None


class _Handler(BaseHTTPRequestHandler):
    server: BotApi
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        found = _FILE.fullmatch(unquote(self.path))
        content = self.server.files.get(found["path"].removeprefix("documents/")) if found else None
        is_there = found is not None and found["token"] == self.server.token
        self._reply(200 if is_there and content is not None else 404, content or b"")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        found = _CALL.fullmatch(self.path)
        if not found or found["token"] != self.server.token:
            self._reply(401, b'{"ok":false,"error_code":401,"description":"Unauthorized"}')
            return
        fields = {name: _read(name, value[0]) for name, value in parse_qs(body, True).items()}
        answer = self.server.answer(Call(found["method"], fields))
        told: dict[str, Any] = {"ok": answer.status == 200, "result": answer.result}
        if answer.status != 200:
            told = {"ok": False, "error_code": answer.status, "description": answer.error}
            told["parameters"] = answer.parameters
        self._reply(answer.status, json.dumps(told).encode())

    def _reply(self, status: int, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args: object) -> None:
        """Says nothing."""


def _read(name: str, value: str) -> Any:
    """A field as it is meant: objects and lists are JSON."""
    return json.loads(value) if name in _JSON else value


@contextmanager
def bot_api(token: str) -> Iterator[BotApi]:
    """The server, answering; gone at the end."""
    server = BotApi(token)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
