"""Visitors who are logged in on the operator's page: their conversation, and their sign-in.

A visitor's conversation is known by who they are, not by what the browser keeps: it is the same on
the next page and the next device, and gone from a browser in which they have logged out.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from typing import Any

from rasa.core.channels.channel import UserMessage
from socketio import AsyncServer
from socketio.exceptions import SocketIOError

from assistant.channels.host import Host
from assistant.channels.visitor_tokens import NotAVisitor, Visitor, VisitorTokens
from selfcare.bootstrap import sign_in
from selfcare.errors import SelfcareError
from selfcare.signin import Conversation, SignIn
from selfcare.store import Store

logger = logging.getLogger(__name__)

ASK_SECONDS = 5
"""How long a page may take to say who is there."""
LEAST_LEFT = 15
"""Seconds that a token has to be good for if it is to sign somebody in."""

AskPage = Callable[[str], Awaitable[object]]
"""Asks the page at a socket for a fresh token."""
Leave = Callable[[str], Awaitable[None]]
"""Ends a socket."""


@dataclass
class Seat:
    """A visitor at a socket. `is_spent`: the token has signed somebody in, or was to."""

    sender: str
    visitor: Visitor
    is_spent: bool = False

    @property
    def seconds_left(self) -> float:
        """Until the page has to say again who is there."""
        return self.visitor.expires - time.time()


class Visitors:
    """Who is at which socket, as long as their page says so."""

    def __init__(
        self,
        channel: str,
        tokens: VisitorTokens,
        signin: SignIn,
        key: bytes,
        ask: AskPage,
        leave: Leave,
    ) -> None:
        self._channel = channel
        self._tokens = tokens
        self._signin = signin
        self._key = key
        self._ask = ask
        self._leave = leave
        self._seats: dict[str, Seat] = {}
        self._sids: defaultdict[str, set[str]] = defaultdict(set)
        self._watches: dict[str, asyncio.Task[None]] = {}

    async def admit(self, sid: str, token: object) -> str:
        """Let a visitor in at the socket `sid`; the sender of their conversation.

        Raises NotAVisitor.
        """
        visitor = await self._read(token)
        seat = Seat(self.sender_of(visitor), visitor)
        self._seats[sid] = seat
        self._sids[seat.sender].add(sid)
        self._watches[sid] = asyncio.create_task(self._watch(sid, seat))
        return seat.sender

    def gone(self, sid: str) -> None:
        """Nobody is at the socket `sid` any more."""
        seat = self._seats.pop(sid, None)
        if seat is None:
            return
        self._sids[seat.sender].discard(sid)
        if not self._sids[seat.sender]:
            del self._sids[seat.sender]
        if watch := self._watches.pop(sid, None):
            watch.cancel()

    def sender_of(self, visitor: Visitor) -> str:
        """Names the visitor's conversation; who they are cannot be told from it."""
        told = f"visitor {visitor.subject}".encode()
        return hmac.new(self._key, told, hashlib.sha256).hexdigest()[:32]

    async def sign_in(self, sender: str) -> bool:
        """Sign the conversation in by its page's word, unless it is signed in or the customer has
        signed out of it. Whether a visitor is there for whom that is settled; a failure is logged:
        the assistant then asks for the sign-in.
        """
        try:
            for sid in tuple(self._sids.get(sender, ())):
                if await self._is_settled(sid, Conversation(self._channel, sender)):
                    return True
        except SelfcareError as error:
            logger.warning("A visitor was not signed in: %s %s", type(error).__name__, error)
        return False

    async def _is_settled(self, sid: str, conversation: Conversation) -> bool:
        """Whether no other socket of the visitor has to be asked."""
        seat = self._seats.get(sid)
        if seat is None:
            return False
        log_in = seat.visitor.log_in
        if not await asyncio.to_thread(self._signin.meets, conversation, log_in):
            return True
        if (seat.is_spent or seat.seconds_left < LEAST_LEFT) and not await self._renew(sid, seat):
            return False
        seat.is_spent = True
        await asyncio.to_thread(self._signin.accept, conversation, seat.visitor.token)
        return True

    async def _watch(self, sid: str, seat: Seat) -> None:
        """Once a token runs out, whoever is logged in there has to say so again, or leaves."""
        while True:
            await asyncio.sleep(max(0.0, seat.seconds_left))
            if seat.seconds_left <= 0 and not await self._renew(sid, seat):
                break
        del self._watches[sid]  # leaving must not cancel what makes them leave
        await self._leave(sid)

    async def _renew(self, sid: str, seat: Seat) -> bool:
        """Whether the page still says that the same visitor is there."""
        try:
            visitor = await self._read(await self._ask(sid))
        except NotAVisitor as refusal:
            logger.info("A visitor has left the page: %s", refusal)
            return False
        if visitor.subject != seat.visitor.subject:
            return False
        seat.visitor, seat.is_spent = visitor, False
        return True

    async def _read(self, token: object) -> Visitor:
        return await asyncio.to_thread(self._tokens.read, token)


class VisitorsHost(Host):
    """The host, which hears visitors signed in."""

    def __init__(self, host: Host, visitors: Visitors) -> None:
        self._host = host
        self._visitors = visitors

    def intents(self) -> Collection[str]:
        """Those of the host."""
        return self._host.intents()

    async def hear(self, message: UserMessage) -> None:
        """Sign the visitor in first: a page that is logged in makes the question needless. Where
        the provider no longer took a sign-in that seemed good, the page's word answers it.
        """
        seemed_good = await self._visitors.sign_in(message.sender_id)
        await self._host.hear(message)
        if seemed_good:
            await self._visitors.sign_in(message.sender_id)

    async def has_heard(self, sender: str, message_id: str) -> bool:
        """What the host knows."""
        return await self._host.has_heard(sender, message_id)

    async def phrase(self, name: str, language: str, args: dict[str, Any]) -> dict[str, Any]:
        """The host's words."""
        return await self._host.phrase(name, language, args)


def visitors_of(channel: str, sio: AsyncServer, key: bytes) -> Visitors | None:
    """Those at the sockets of `sio`, as the environment has it; None where nobody vouches for them.

    The browser answers `visitor` with what its page says, a token or nothing.
    """
    store = Store.from_environment()
    tokens = VisitorTokens.from_environment(store)
    if tokens is None:
        return None

    async def ask(sid: str) -> object:
        try:
            return await sio.call("visitor", to=sid, timeout=ASK_SECONDS)
        except SocketIOError as error:
            raise NotAVisitor("the page does not answer") from error

    return Visitors(channel, tokens, sign_in(store), key, ask, sio.disconnect)
