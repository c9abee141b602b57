"""One customer at the widget: arrives, writes, reads, thinks, and remembers everything."""

from __future__ import annotations

import asyncio
import random
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import socketio

if not hasattr(aiohttp, "ClientWSTimeout"):
    # Rasa pins an aiohttp for which a WebSocket's time-out is a number; engineio knows later ones.
    aiohttp.ClientWSTimeout = lambda ws_close: ws_close

PATIENCE_SECONDS = 60
"""An answer that has not come by then is lost."""

#: A greeting, two questions, and thanks.
WORDS = {
    "es": ("hola", "¿a qué hora abren?", "¿cuál es mi número de cuenta?", "gracias"),
    "fr": ("bonjour", "quels sont vos horaires ?", "quel est mon numéro de compte ?", "merci"),
    "pl": ("dzień dobry", "w jakich godzinach pracujecie?", "jaki mam numer konta?", "dziękuję"),
    "en": ("hello", "what are your opening hours?", "what is my account number?", "thank you"),
}
ASIDE = {
    "es": "¿eres un robot?",
    "fr": "êtes-vous un robot ?",
    "pl": "czy jesteś robotem?",
    "en": "are you a robot?",
}
#: Places of buttons, from 0.
ALL_LINES, LATEST_BILL = 2, 1

Body = dict[str, str]


@dataclass
class Sent:
    """A message of the customer: when it left, when words came, and when its turn was over."""

    id: str
    at: float
    first_words: float | None = None
    over: float | None = None


@dataclass
class Customer:
    """`twice`: sends two messages at once each time; `restless`: loses the connection once."""

    url: str
    language: str
    twice: bool = False
    restless: bool = False
    sent: list[Sent] = field(default_factory=list)
    heard: list[dict[str, Any]] = field(default_factory=list)
    session: str = ""
    problems: list[str] = field(default_factory=list)
    _seen: int = 0
    _last: dict[str, Any] = field(default_factory=dict)
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    _socket: socketio.AsyncClient | None = None

    @property
    def sender(self) -> str:
        """The conversation's name at the server."""
        return self.session.split(".", maxsplit=1)[0]

    async def arrive(self) -> None:
        """Open the chat, and wait for the greeting."""
        await self._connect()
        await self._until(lambda: bool(self.heard), "the greeting")

    async def converse(self, think: Callable[[], float], chance: random.Random) -> None:
        """Go through everything once, thinking before each message, and leave."""
        steps = list(self._steps())
        breaks = chance.randrange(len(steps)) if self.restless else None
        for number, step in enumerate(steps):
            await asyncio.sleep(think())
            messages = [self._begin(step())]
            if self.twice:
                messages.append(self._begin({"text": ASIDE[self.language]}))
            await asyncio.gather(*(self._send(*message) for message in messages))
            if number == breaks:
                await self._lose_connection()
                await asyncio.gather(*(self._send(*message) for message in messages))
            await self._until(lambda: all(sent.over for sent in self.sent), "an answer")

    async def leave(self) -> None:
        """Close the chat."""
        if self._socket:
            await self._socket.disconnect()

    async def history(self) -> list[dict[str, Any]]:
        """Everything that a browser hears which comes anew, with `event` for the kind of entry."""
        again = Customer(self.url, self.language, session=self.session)
        await again._connect()
        last = int(again._last["last"])
        await again._until(lambda: again._seen >= last, "the history")
        await again.leave()
        return again.heard

    def _steps(self) -> Iterator[Callable[[], Body]]:
        greeting, hours, account, thanks = WORDS[self.language]
        yield lambda: {"text": greeting}
        yield lambda: {"text": hours}
        yield lambda: {"payload": "/view_call_activity", "title": "1"}
        yield lambda: self._button(ALL_LINES)
        yield lambda: self._button(LATEST_BILL)
        yield lambda: {"text": account}
        yield lambda: {"payload": "/check_report_status", "title": "2"}
        yield lambda: {"text": thanks}

    def _button(self, place: int) -> Body:
        """The button at this place of the newest question that has as many."""
        for entry in reversed(self.heard):
            if len(entry.get("buttons") or []) > place + 1:
                button = entry["buttons"][place]
                return {"payload": button["payload"], "title": button["title"]}
        raise AssertionError("no question was asked")

    def _begin(self, body: Body) -> tuple[Sent, Body]:
        sent = Sent(uuid.uuid4().hex, time.perf_counter())
        self.sent.append(sent)
        return sent, body

    async def _send(self, sent: Sent, body: Body) -> None:
        assert self._socket
        try:
            ack = await self._socket.call("user", {"id": sent.id, **body}, timeout=PATIENCE_SECONDS)
        except socketio.exceptions.SocketIOError as error:
            self.problems.append(f"no acknowledgement: {error!r}")
            return
        if not ack.get("ok"):
            self.problems.append(f"refused: {ack}")

    async def _lose_connection(self) -> None:
        await self.leave()
        await self._connect()

    async def _connect(self) -> None:
        self._socket = socket = socketio.AsyncClient(reconnection=False)
        socket.on("session", self._on_session)
        socket.on("bot", self._on_bot)
        socket.on("user", self._on_user)
        socket.on("answered", self._on_answered)
        told = {"session": self.session, "language": self.language, "seen": self._seen}
        self._last = {}
        await socket.connect(
            self.url, auth=told, transports=["websocket"], wait_timeout=PATIENCE_SECONDS
        )
        await self._until(lambda: bool(self._last), "the session")

    async def _on_session(self, session: dict[str, Any]) -> None:
        self._last, self.session = session, session["session"]
        await self._tell()

    async def _on_bot(self, entry: dict[str, Any]) -> None:
        if self._is_next({**entry, "event": "bot"}):
            waiting = next((sent for sent in self.sent if sent.over is None), None)
            if waiting and waiting.first_words is None:
                waiting.first_words = time.perf_counter()
        await self._tell()

    async def _on_user(self, entry: dict[str, Any]) -> None:
        self._is_next({**entry, "event": "user"})
        await self._tell()

    async def _on_answered(self, what: dict[str, Any]) -> None:
        for sent in self.sent:
            if sent.id == what["id"] and sent.over is None:
                sent.over = time.perf_counter()
        await self._tell()

    def _is_next(self, entry: dict[str, Any]) -> bool:
        """Whether it is new; one that was left out is a problem."""
        if entry["seq"] <= self._seen:
            return False
        if entry["seq"] != self._seen + 1:
            self.problems.append(f"entry {entry['seq']} came after {self._seen}")
        self._seen = entry["seq"]
        self.heard.append(entry)
        return True

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def _until(self, happened: Callable[[], bool], what: str) -> None:
        async with self._changed:
            try:
                await asyncio.wait_for(self._changed.wait_for(happened), PATIENCE_SECONDS)
            except asyncio.TimeoutError:
                self.problems.append(f"waited in vain for {what}")
