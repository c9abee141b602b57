"""The web channel: Rasa's input and output for the chat widget, over Socket.IO.

Browser to server: `connect` with `{"session", "language", "conversation", "seen"}`, and `visitor`
where the page says by a signed token who visits it; `user` with `{"id", "text"}`, `{"id",
"payload", "title"}` or `{"id", "file", "title"}` (see `uploads.py`), acknowledged with `{"ok":
true}` once it is kept, or `{"ok": false, "reason", "retry_after"?}`. Server to browser: `session`
with the conversation and its token, null for a visitor's, and what is taken, then `bot` and `user`
entries numbered by `seq`, `typing`, `answered` with the id of a message whose turn is over, and
`visitor`, acknowledged with a fresh token of the page.
"""

from __future__ import annotations

import asyncio
import logging
import os
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse
from socketio import AsyncServer

import locales
from assistant.channels.carrier import Carrier
from assistant.channels.conversations import ChannelOutput, Conversations
from assistant.channels.host import Host, RasaHost
from assistant.channels.housekeeping import Housekeeping
from assistant.channels.limits import MESSAGES_PER_MINUTE, RateLimit
from assistant.channels.origins import widget_origins
from assistant.channels.outbox import Entry, Outbox
from assistant.channels.payloads import MAX_TEXT
from assistant.channels.reception import Reception
from assistant.channels.sessions import Sessions, session_key
from assistant.channels.uploads import Uploads
from assistant.channels.visitor_tokens import NotAVisitor
from assistant.channels.visitors import Visitors, VisitorsHost, visitors_of
from assistant.clock import now
from selfcare.received import ReceivedFiles
from selfcare.store import Store

logger = logging.getLogger(__name__)

WEB = "web"
"""The channel's name in trackers, in `output_channel`, and towards the NLG."""

SOCKET_PATH = "/socket.io"
MAX_PACKET_BYTES = 200_000

_MESSAGE_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")

Ack = dict[str, Any]


class WebOutput(ChannelOutput):
    """What the assistant says on the web."""

    @classmethod
    def name(cls) -> str:
        """The name by which `output_channel=latest` finds this channel."""
        return WEB


class Browsers(Carrier):
    """The browsers that listen: all that show a conversation are in the room of its sender."""

    def __init__(self, sio: AsyncServer) -> None:
        self._sio = sio

    async def carry(self, sender: str, entry: Entry) -> None:
        """Send it as the event that it is."""
        await self._sio.emit(entry.event, entry.body, room=sender)

    async def typing(self, sender: str, on: bool) -> None:
        """Show the dots, or hide them."""
        await self._sio.emit("typing", {"on": on}, room=sender)

    async def answered(self, sender: str, message_id: str) -> None:
        """Say so."""
        await self._sio.emit("answered", {"id": message_id}, room=sender)


class WebChat:
    """The protocol: what happens when a browser connects, writes and goes."""

    def __init__(
        self,
        sio: AsyncServer,
        outbox: Outbox,
        sessions: Sessions,
        limit: RateLimit,
        conversations: Conversations,
        visitors: Visitors | None,
        reception: Reception,
        uploads: Uploads,
    ) -> None:
        self._sio = sio
        self._outbox = outbox
        self._sessions = sessions
        self._limit = limit
        self._conversations = conversations
        self._visitors = visitors
        self._reception = reception
        self._uploads = uploads
        self._senders: dict[str, str] = {}
        sio.on("connect", self.connect)
        sio.on("disconnect", self.disconnect)
        sio.on("user", self.user)

    async def connect(self, sid: str, environ: dict[str, Any], auth: object) -> None:
        """Open the browser's conversation, or a new one; a new one begins with a greeting."""
        asked: dict[str, Any] = auth if isinstance(auth, dict) else {}
        sender, session = await self._opened(sid, asked)
        language = locales.spoken(asked.get("language")) or locales.DEFAULT
        is_new = self._outbox.open(sender, language, now())
        last = self._outbox.last_seq(sender)
        self._senders[sid] = sender
        await self._sio.emit(
            "session",
            {
                "conversation": sender,
                "session": session,
                "is_refused": session is not None and bool(asked.get("visitor")),
                "language": self._outbox.language(sender),
                "last": last,
                "max_text": MAX_TEXT,
                "files": self._uploads.told(sid, sender, session),
            },
            to=sid,
        )
        seen = asked.get("seen") if (asked.get("conversation") or sender) == sender else 0
        await self._listen(sid, sender, seen if isinstance(seen, int) and 0 <= seen <= last else 0)
        if is_new:
            await self._reception.greet(sender)
        else:
            self._reception.answer(sender)

    async def disconnect(self, sid: str, reason: str | None = None) -> None:
        """Forget the browser; the conversation stays."""
        self._senders.pop(sid, None)
        self._uploads.gone(sid)
        if self._visitors:
            self._visitors.gone(sid)

    def tidy(self) -> None:
        """Forget the conversations that nobody has open, and in which nobody wrote for long."""
        self._outbox.touch(self._senders.values(), now())
        self._outbox.forget_older_than(now())

    async def user(self, sid: str, data: object = None, *_: object) -> Ack:
        """Take a customer's message, once."""
        sender = self._senders.get(sid)
        if sender is None:
            return _ack("no_session")
        if not isinstance(data, dict) or not _is_message_id(data.get("id")):
            return _ack("malformed")
        message_id: str = data["id"]
        if self._outbox.has_taken(sender, message_id):
            await self._say_again_if_answered(sid, sender, message_id)
            return _ack(None)
        if seconds := self._limit.wait(sender):
            return {**_ack("too_fast"), "retry_after": seconds}
        payload, title, text = data.get("payload"), data.get("title"), data.get("text")
        shown = title if isinstance(title, str) else ""
        if "file" in data:
            return _ack(await self._hand_in(sender, message_id, data["file"], shown))
        if isinstance(payload, str):
            return _ack(await self._reception.press(sender, message_id, payload, shown))
        if "payload" in data:
            return _ack("not_allowed")
        if not isinstance(text, str):
            return _ack("malformed")
        return _ack(await self._reception.write(sender, message_id, text))

    async def _hand_in(self, sender: str, message_id: str, file: object, name: str) -> str | None:
        if not await asyncio.to_thread(self._uploads.has, sender, file):
            return "no_file"
        return await self._reception.hand_in(sender, message_id, str(file), name)

    async def _opened(self, sid: str, asked: dict[str, Any]) -> tuple[str, str | None]:
        """The conversation that the browser may open, and the token that opens it again.

        A visitor's needs the page's word each time. Where that is not good, nobody in particular is
        there, who has the conversation of this browser.
        """
        if self._visitors and asked.get("visitor"):
            try:
                return await self._visitors.admit(sid, asked["visitor"]), None
            except NotAVisitor as refusal:
                logger.warning("A visitor's token was refused: %s", refusal)
        sender = self._sessions.sender(asked.get("session")) or self._sessions.new_sender()
        return sender, self._sessions.token(sender)

    async def _listen(self, sid: str, sender: str, seen: int) -> None:
        """Let the browser hear what was said after `seen`, and what will be."""
        async with self._conversations.in_order(sender):
            for entry in self._outbox.since(sender, seen):
                await self._sio.emit(entry.event, entry.body, to=sid)
            await self._sio.enter_room(sid, sender)
        if self._conversations.is_answering(sender):
            await self._sio.emit("typing", {"on": True}, to=sid)

    async def _say_again_if_answered(self, sid: str, sender: str, message_id: str) -> None:
        if self._outbox.is_done(sender, message_id):
            await self._sio.emit("answered", {"id": message_id}, to=sid)


class WebBlueprint(Blueprint):
    """Mounts the Socket.IO server beside the channel's own routes."""

    def __init__(
        self,
        sio: AsyncServer,
        on_mount: Callable[[Sanic], None],
        name: str,
    ) -> None:
        super().__init__(name)
        self.ctx.sio = sio
        self.ctx.on_mount = on_mount

    def register(self, app: Sanic, options: dict[str, Any]) -> None:
        """Attach the server to Rasa's application."""
        self.ctx.sio.attach(app, SOCKET_PATH)
        self.ctx.on_mount(app)
        super().register(app, options)  # type: ignore[no-untyped-call]


class WebInput(InputChannel):
    """The channel named `web` in `credentials.yml`.

    Credentials: `messages_per_minute` of one conversation. Which pages may embed the widget is said
    by `origins.py`.
    """

    def __init__(self, origins: list[str], messages_per_minute: int, var: Path) -> None:
        self._sio = AsyncServer(
            async_mode="sanic",
            cors_allowed_origins=origins,
            always_connect=True,
            max_http_buffer_size=MAX_PACKET_BYTES,
        )
        self._origins = origins
        var.mkdir(parents=True, exist_ok=True)
        self._outbox = Outbox(var / "web.db")
        key = session_key(var)
        self._sessions = Sessions(key)
        self._visitors = visitors_of(WEB, self._sio, key)
        self._limit = RateLimit(messages_per_minute)
        self._conversations = Conversations(WEB, Browsers(self._sio), self._outbox)

    @classmethod
    def name(cls) -> str:
        """The name that trackers keep as the input channel."""
        return WEB

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> WebInput:
        """Read the channel's entry in `credentials.yml` and the environment."""
        given = credentials or {}
        return cls(
            widget_origins(os.environ),
            given.get("messages_per_minute", MESSAGES_PER_MINUTE),
            Path(os.environ.get("ACLARO_VAR", "var")),
        )

    def get_output_channel(self) -> WebOutput:
        """Where `trigger_intent` says what nobody asked for."""
        return WebOutput(self._conversations)

    def host(self, app: Sanic, on_message: Callable[[UserMessage], Awaitable[Any]]) -> Host:
        """Who answers: Rasa."""
        return RasaHost(WEB, app, on_message)

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The Socket.IO server and a health check, answering through `on_new_message`."""

        files = ReceivedFiles(Store.from_environment(), now)
        uploads = Uploads(files, WEB, self._sender_of, self._origins)

        def mount(app: Sanic) -> None:
            host, output = self.host(app, on_new_message), self.get_output_channel()
            if self._visitors:
                host = VisitorsHost(host, self._visitors)
            reception = Reception(host, self._outbox, self._conversations, output)
            chat = WebChat(
                self._sio,
                self._outbox,
                self._sessions,
                self._limit,
                self._conversations,
                self._visitors,
                reception,
                uploads,
            )
            uploads.go_first(app)
            housekeeping = Housekeeping(chat.tidy)
            app.register_listener(lambda *_: housekeeping.begin(), "after_server_start")
            app.register_listener(lambda *_: reception.resume(), "after_server_start")
            app.register_listener(lambda *_: housekeeping.end(), "before_server_stop")

        blueprint = WebBlueprint(self._sio, mount, "web_channel")

        @blueprint.route("/", methods=["GET"])
        async def health(_: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        uploads.add_to(blueprint)
        return blueprint

    def _sender_of(self, token: str) -> str | None:
        """Whose session it is, if there is such a conversation."""
        sender = self._sessions.sender(token)
        return sender if sender and self._outbox.language(sender) else None


def _is_message_id(value: object) -> bool:
    return isinstance(value, str) and _MESSAGE_ID.fullmatch(value) is not None


def _ack(refused: str | None) -> Ack:
    return {"ok": False, "reason": refused} if refused else {"ok": True}
