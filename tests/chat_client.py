"""A customer at the web channel, for tests: says, presses, and waits for the answers.

    with ChatClient.connect("http://127.0.0.1:8080", language="es") as chat:
        chat.say("quiero reclamar una llamada")
        answers = chat.press("Sí")            # a button's title, or a payload such as "/affirm"
        assert "DSP-" in answers[-1].text

`say` and `press` return the messages of that turn, waiting for the server's word that the turn is
over. What the assistant says by itself is waited for with `wait_for`.
"""

from __future__ import annotations

import json
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from types import TracebackType
from typing import Any
from urllib.parse import quote

import requests
import socketio

TIMEOUT = 30.0
"""Seconds that a test waits for an answer before it fails."""


@dataclass(frozen=True)
class Bot:
    """One message of the assistant."""

    seq: int
    text: str
    buttons: list[dict[str, str]] = field(default_factory=list)
    custom: dict[str, Any] | None = None
    language: str = ""
    speaker: str | None = None
    """The person who says it; the assistant where nobody does."""

    @classmethod
    def of(cls, body: dict[str, Any]) -> Bot:
        """The message that an entry's body is."""
        told = {name: value for name, value in body.items() if name != "from"}
        return cls(**told, speaker=body.get("from", {}).get("name"))

    @property
    def titles(self) -> list[str]:
        """The titles of its buttons."""
        return [button["title"] for button in self.buttons]


class RefusedError(AssertionError):
    """The server did not take a message; `reason` is its word for why."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the server refused the message: {reason}")
        self.reason = reason


class ChatClient:
    """A browser's place in a conversation; `session` opens the same one again."""

    def __init__(
        self,
        url: str,
        language: str = "es",
        session: str | None = None,
        seen: int = 0,
        origin: str | None = None,
        timeout: float = TIMEOUT,
        visitor: Callable[[], str | None] | None = None,
    ) -> None:
        self.url = url
        self.language = language
        self.session = session
        self.seen = seen
        self.timeout = timeout
        self.visitor = visitor
        self.conversation: str | None = None
        self.is_refused = False
        self.is_new = False
        self.messages: list[Bot] = []
        self.own: list[dict[str, Any]] = []
        self.transcript: list[str] = []
        self.files: dict[str, Any] = {}
        self.typing = False
        self._session_arrived = False
        self._answered: set[str] = set()
        self._changed = threading.Condition()
        options = {"origin": origin} if origin else {"suppress_origin": True}
        self._socket = socketio.Client(reconnection=False, websocket_extra_options=options)
        for event in ("session", "bot", "user", "typing", "answered"):
            self._socket.on(event, getattr(self, f"_on_{event}"))
        self._socket.on("visitor", self._say_who_is_there)

    @classmethod
    def connect(cls, url: str, language: str = "es", **options: Any) -> ChatClient:
        """Open the chat at `url` on a page in `language`; a new one is greeted at once."""
        chat = cls(url, language, **options)
        chat.open()
        if chat.is_new and not options.get("session"):
            chat._wait(lambda: "opening" in chat._answered, "the greeting")
        return chat

    def __enter__(self) -> ChatClient:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def open(self) -> None:
        """Connect, or connect again; what was missed arrives."""
        self._session_arrived = False
        self._socket.connect(
            self.url,
            auth={
                "session": self.session,
                "language": self.language,
                "conversation": self.conversation,
                "seen": self.seen,
                "visitor": self._say_who_is_there(),
            },
            transports=["websocket"],
            wait_timeout=self.timeout,
        )
        self._wait(lambda: self._session_arrived, "the session")

    def close(self) -> None:
        """Go; the conversation stays."""
        self._socket.disconnect()

    def say(self, text: str, message_id: str | None = None) -> list[Bot]:
        """Type `text`; the messages that answer it."""
        self.transcript.append(f"> {text}")
        return self._turn({"text": text}, message_id)

    def press(self, choice: str, message_id: str | None = None) -> list[Bot]:
        """Press the newest button with this title, or send a payload; the messages that answer."""
        title, payload = (choice, choice) if choice.startswith("/") else self._button(choice)
        self.transcript.append(f"> [{title}]")
        return self._turn({"payload": payload, "title": title}, message_id)

    def mark(self, *positions: int) -> list[Bot]:
        """Mark these positions in the list of calls last shown, and submit it."""
        calls = next(m.custom for m in reversed(self.messages) if m.custom and "items" in m.custom)
        payload = calls["payload"] % ",".join(map(str, positions))
        self.transcript.append(f"> [x] {', '.join(map(str, positions))}")
        return self._turn({"payload": payload, "title": calls.get("submit") or payload}, None)

    def send_file(self, name: str, content: bytes) -> list[Bot]:
        """Attach a photo or a document with the paper clip; the messages that answer it."""
        self.transcript.append(f"> [{name}]")
        named = {"X-Session": self.files["token"], "X-File-Name": quote(name)}
        url = f"{self.url}/webhooks/web/files"
        answer = requests.post(url, content, headers=named, timeout=self.timeout)
        if answer.status_code != HTTPStatus.OK:
            raise RefusedError(str(answer.json()["reason"]))
        return self._turn({"file": answer.json()["id"], "title": name}, None)

    def post(self, text: str, message_id: str | None = None) -> str:
        """Type `text` and only wait until it is taken; its id, for `answers_to`."""
        message_id = message_id or uuid.uuid4().hex
        self._send({"id": message_id, "text": text})
        return message_id

    def send_raw(self, data: Any) -> dict[str, Any]:
        """Send any `user` event and return the server's acknowledgement."""
        return dict(self._socket.call("user", data, timeout=self.timeout))

    def wait_until_answered(self, message_id: str) -> None:
        """Wait for the end of the turn of the message with this id."""
        self._wait(lambda: message_id in self._answered, f"the end of the turn {message_id}")

    def wait_for(
        self,
        what: str | Callable[[Bot], bool],
        after: int | None = None,
        timeout: float | None = None,
    ) -> Bot:
        """The first message after `after` (default: from now on) with this text or property."""
        since = self.seen if after is None else after
        fits = (lambda m: what in m.text) if isinstance(what, str) else what
        found: list[Bot] = []

        def arrived() -> bool:
            found[:] = [m for m in self.messages if m.seq > since and fits(m)]
            return bool(found)

        self._wait(arrived, f"a message: {what}", timeout)
        return found[0]

    @property
    def last(self) -> Bot:
        """The newest message of the assistant."""
        return self.messages[-1]

    def _turn(self, body: dict[str, Any], message_id: str | None) -> list[Bot]:
        before = self.seen
        message_id = message_id or uuid.uuid4().hex
        refused: RefusedError | None = None
        try:
            self._send({"id": message_id, **body})
        except RefusedError as error:
            if error.reason not in ("too_long", "not_text"):
                raise
            refused = error
        self.wait_until_answered(message_id)
        answers = [m for m in self.messages if m.seq > before]
        if refused and not answers:
            raise refused
        return answers

    def _send(self, data: dict[str, Any]) -> None:
        while True:
            ack = self.send_raw(data)
            if ack.get("ok"):
                return
            if ack.get("reason") != "too_fast":
                raise RefusedError(str(ack.get("reason")))
            time.sleep(float(ack["retry_after"]))

    def _button(self, title: str) -> tuple[str, str]:
        for message in reversed(self.messages):
            for button in message.buttons:
                if button["title"] == title:
                    return title, button["payload"]
        raise AssertionError(f"no button {title!r}; the newest message has {self.last.titles}")

    def _on_session(self, data: dict[str, Any]) -> None:
        with self._changed:
            self.session = data["session"]
            if self.conversation not in (None, data["conversation"]):
                self.seen = 0
                self.messages.clear()
                self.own.clear()
            self.conversation = data["conversation"]
            self.files = data["files"]
            self.is_refused = data["is_refused"]
            self.is_new = data["last"] == 0
            self._session_arrived = True
            self._changed.notify_all()

    def _say_who_is_there(self) -> str | None:
        return self.visitor() if self.visitor else None

    @property
    def is_connected(self) -> bool:
        """Whether the server has not ended the connection."""
        return bool(self._socket.connected)

    def _on_bot(self, data: dict[str, Any]) -> None:
        with self._changed:
            if data["seq"] > self.seen:
                self.seen = data["seq"]
                self.messages.append(Bot.of(data))
                self.transcript.append(_written(self.messages[-1]))
            self._changed.notify_all()

    def _on_user(self, data: dict[str, Any]) -> None:
        with self._changed:
            if data["seq"] > self.seen:
                self.seen = data["seq"]
                self.own.append(data)
            self._changed.notify_all()

    def _on_typing(self, data: dict[str, Any]) -> None:
        self.typing = data["on"]

    def _on_answered(self, data: dict[str, Any]) -> None:
        with self._changed:
            self._answered.add(data["id"])
            self._changed.notify_all()

    def _wait(self, arrived: Callable[[], bool], what: str, timeout: float | None = None) -> None:
        with self._changed:
            if not self._changed.wait_for(arrived, timeout or self.timeout):
                raise AssertionError(f"waited in vain for {what}\n" + "\n".join(self.transcript))


def _written(message: Bot) -> str:
    extras = [f"[{title}]" for title in message.titles]
    if message.custom:
        extras.append(json.dumps(message.custom, ensure_ascii=False))
    who = f"{message.speaker}: " if message.speaker else ""
    return " ".join([f"< {who}{message.text}", *extras])
