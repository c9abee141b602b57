"""The pages of hand-offs while they are open: what happens appears, what is written goes out.

Server to browser: `{"parts": {id: HTML}, "lines": HTML, "last": id, "stands": …}`, of which only
what has changed is there, `{"kept": id}` for a message that is on its way, and `{"refused": id,
"why": text}`. Browser to server: `{"id", "text"}`. Closed with 4401 where nobody is signed in.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Annotated, Any
from uuid import UUID

from anyio import create_task_group, sleep
from fastapi import APIRouter, Path, Query, Response, WebSocket, WebSocketDisconnect
from pydantic import AfterValidator, StringConstraints, ValidationError
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from billing import clock
from billing.credit_rules import credit_rules
from billing.database import Database
from billing.errors import BillingError, DecidedError, ForbiddenError, InvalidError
from billing.handoff import presence
from billing.handoff.conversations import waiting
from billing.handoff.desk import HandoffDesk
from billing.signin.browser import is_own_page
from billing.site.pages import pages_of
from billing.staff import sessions
from billing.staff.access import SignedIn, cookie_of, officer_of
from billing.staff.handoff import LIST, listed_for
from billing.staff.pages import speaker
from billing.staff.talks import Talk, talk
from billing.tmf.body import Body, Token, storable

JSON = dict[str, Any]

#: Seconds between two looks: processes of the site share nothing but the database.
LOOK_EVERY = 0.5
LARGEST_MESSAGE = 16 * 1024  # characters
SIGNED_OUT, UNREADABLE = 4401, 4400
#: What is raised where the browser has gone, or the connection was closed from here, meanwhile.
GONE = WebSocketDisconnect, RuntimeError
WHY = {
    DecidedError: "staff_talk_over_already",
    ForbiddenError: "staff_reads_only",
    InvalidError: "staff_words_missing",
}

router = APIRouter(prefix=LIST)

Id = Annotated[UUID, Path(alias="id")]
Line = Annotated[int, Query(ge=0, lt=2**31)]


class Typed(Body):
    """What the officer wrote, by the page's id for it."""

    id: Token
    text: Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(storable)]


@dataclass(frozen=True)
class Look:
    """What a page shows at this moment: the HTML of its parts by their ids, and of new lines."""

    parts: dict[str, str]
    lines: str = ""
    last: int = 0
    stands: str = ""


@dataclass
class Watch:
    """What a browser is shown of a page; it has the lines up to `last` already."""

    socket: WebSocket
    who: SignedIn
    look: Callable[[Session, SignedIn, int], Look]
    last: int = 0
    _parts: dict[str, str] = field(default_factory=dict)
    _stands: str = ""
    _seen_at: datetime = field(default_factory=clock.now)

    def news(self) -> JSON | None:
        """What has changed since the browser was told last; None once the log-in is over."""
        now, database = clock.now(), _database(self.socket)
        with database.read() as session:
            log_in = sessions.standing(session, self.who.secret, now)
            if log_in is None or not log_in.confirmed:
                return None
            seen = self.look(session, self.who, self.last)
        if now - self._seen_at >= sessions.NOTED_EVERY:
            self._seen_at = now
            with database.write() as session:
                presence.see(session, self.who.member.user_name, now)
        return self._changed(seen)

    def _changed(self, seen: Look) -> JSON:
        parts = {id_: part for id_, part in seen.parts.items() if self._parts.get(id_) != part}
        news: JSON = {"parts": parts} if parts else {}
        if seen.last > self.last:
            news |= {"lines": seen.lines, "last": seen.last}
        if seen.stands != self._stands:
            news["stands"] = seen.stands
        self._parts, self._stands = seen.parts, seen.stands
        self.last = max(self.last, seen.last)
        return news


@router.websocket("/live")
async def waiting_list(socket: WebSocket) -> None:
    """The waiting list."""
    who = await _admitted(socket)
    if who is not None:
        await _live(Watch(socket, who, partial(_list, socket)), None)


@router.websocket("/{id}/live")
async def conversation(socket: WebSocket, id_: Id, after: Line = 0) -> None:
    """A conversation, from the line after that one."""
    who = await _admitted(socket)
    if who is not None:
        await _live(Watch(socket, who, partial(_talk, socket, str(id_)), after), str(id_))


async def _admitted(socket: WebSocket) -> SignedIn | None:
    """The officer whose page this is; for anybody else it is closed."""
    if not socket.app.state.settings.handoff_secret:
        await socket.send_denial_response(Response(status_code=404))
        return None
    if not is_own_page(socket):
        await socket.send_denial_response(Response(status_code=403))
        return None
    secret = cookie_of(socket.cookies, socket.app.state.settings)
    who = await run_in_threadpool(officer_of, _database(socket), secret)
    await socket.accept()
    if who is None:
        await socket.close(SIGNED_OUT)
    return who


async def _live(watch: Watch, id_: str | None) -> None:
    """Show and hear, until the browser is gone or the officer signed out."""
    async with create_task_group() as both:
        both.start_soon(_show, watch)
        await _hear(watch, id_)
        both.cancel_scope.cancel()


async def _show(watch: Watch) -> None:
    while (news := await run_in_threadpool(watch.news)) is not None:
        if news:
            await _tell(watch.socket, news)
        await sleep(LOOK_EVERY)
    await _close(watch.socket, SIGNED_OUT)


async def _hear(watch: Watch, id_: str | None) -> None:
    while (message := await watch.socket.receive())["type"] == "websocket.receive":
        written = _read(message.get("text") or "")
        if written is None or id_ is None:
            await _close(watch.socket, UNREADABLE)
            return
        await _tell(watch.socket, await run_in_threadpool(_write, watch, id_, written))


async def _tell(socket: WebSocket, news: JSON) -> None:
    with suppress(*GONE):
        await socket.send_json(news)


async def _close(socket: WebSocket, code: int) -> None:
    with suppress(*GONE):
        await socket.close(code)


def _read(text: str) -> Typed | None:
    """The message; None if it is none."""
    if len(text) > LARGEST_MESSAGE:
        return None
    try:
        return Typed.model_validate_json(text)
    except ValidationError:
        return None


def _write(watch: Watch, id_: str, message: Typed) -> JSON:
    """Send it to the customer, or say why not."""
    database, language = _database(watch.socket), watch.who.member.language
    who = officer_of(database, watch.who.secret)
    if who is None:
        return {"refused": message.id, "why": speaker(watch.socket, language)("staff_over_title")}
    try:
        with database.write() as session:
            desk = HandoffDesk(session, credit_rules())
            desk.say(id_, who.speaker, message.id, message.text, clock.now())
    except BillingError as error:
        why = WHY.get(type(error), "staff_talk_not_yours")
        return {"refused": message.id, "why": speaker(watch.socket, language)(why)}
    return {"kept": message.id}


def _list(socket: WebSocket, session: Session, who: SignedIn, _last: int) -> Look:
    shown = listed_for(socket, session, who)
    pages, language = pages_of(socket), who.member.language
    parts = {
        name: pages.part(f"staff/handoff_{name}.html", language, who=who, **shown)
        for name in ("count", "presence", "talks")
    }
    return Look(parts | _link(socket, session, who))


def _talk(socket: WebSocket, id_: str, session: Session, who: SignedIn, last: int) -> Look:
    say = speaker(socket, who.member.language)
    found: Talk | None = talk(session, id_, who.member, say, clock.now(), last)
    if found is None:
        return Look({})
    pages, language = pages_of(socket), who.member.language
    status = pages.part("staff/handoff_status.html", language, found=found)
    return Look(
        {"status": status} | _link(socket, session, who),
        pages.part("staff/handoff_lines.html", language, found=found),
        found.lines[-1].line.id if found.lines else last,
        found.stands,
    )


def _link(socket: WebSocket, session: Session, who: SignedIn) -> dict[str, str]:
    """To the list, with how many wait there."""
    talks, pages = waiting(session), pages_of(socket)
    return {"nav_talks": pages.part("staff/handoff_nav.html", who.member.language, talks=talks)}


def _database(socket: WebSocket) -> Database:
    database: Database = socket.app.state.database
    return database
