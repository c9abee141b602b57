"""Visitors at their sockets: whose conversation it is, who is signed in, and when they leave."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest

from assistant.channels.visitor_tokens import NotAVisitor, VisitorTokens, keys_at
from assistant.channels.visitors import Visitors
from selfcare.errors import Unavailable
from selfcare.signin import IDLE, Conversation
from selfcare.store import Store
from tests.unit.selfcare.fakes import TOKEN, World
from tests.visitors import AUDIENCE, ISSUER, OperatorsPage

PATIENCE = 10


class Room:
    """Visitors, whose pages answer with what is in `says`, in order; then they do not answer."""

    def __init__(self, folder: Path) -> None:
        self.world = World(folder)
        self.page = OperatorsPage(folder)
        self.says: list[object] = []
        self.asked: list[str] = []
        self.left: list[str] = []
        store = Store.at(f"sqlite:///{folder / 'used.db'}")
        tokens = VisitorTokens(keys_at(str(self.page.keys)), ISSUER, AUDIENCE, store)
        signin = self.world.services.signin
        self.visitors = Visitors("web", tokens, signin, b"key", self.ask, self.leave)

    async def ask(self, sid: str) -> object:
        self.asked.append(sid)
        if not self.says:
            raise NotAVisitor("the page does not answer")
        return self.says.pop(0)

    async def leave(self, sid: str) -> None:
        self.left.append(sid)
        self.visitors.gone(sid)

    def token_of(self, sender: str) -> str:
        return self.world.services.signin.token_of(Conversation("web", sender))

    def is_signed_in(self, sender: str) -> bool:
        return self.world.services.signin.is_signed_in(Conversation("web", sender))


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def carry_out(story: Coroutine[Any, Any, object]) -> None:
    asyncio.run(asyncio.wait_for(story, PATIENCE))


def test_the_same_customer_has_the_same_conversation_everywhere(room: Room):
    async def story() -> None:
        phone = await room.visitors.admit("phone", room.page.token("C-1"))
        desktop = await room.visitors.admit("desktop", room.page.token("C-1"))
        another = await room.visitors.admit("another", room.page.token("C-2"))

        assert phone == desktop
        assert another != phone
        assert "C-1" not in phone

    carry_out(story())


def test_a_visitor_is_signed_in_by_the_token_that_they_came_with(room: Room):
    async def story() -> None:
        token = room.page.token()
        sender = await room.visitors.admit("s", token)
        assert not room.is_signed_in(sender)
        await room.visitors.sign_in(sender)
        await room.visitors.sign_in(sender)

        assert room.token_of(sender) == TOKEN
        assert room.world.provider.exchanged == [token]
        assert room.asked == []

    carry_out(story())


def test_after_idle_minutes_the_page_signs_in_again(room: Room):
    async def story() -> None:
        sender = await room.visitors.admit("s", room.page.token())
        await room.visitors.sign_in(sender)
        room.world.clock.move(seconds=IDLE)
        assert not room.is_signed_in(sender)
        room.says = [room.page.token()]
        await room.visitors.sign_in(sender)

        assert room.is_signed_in(sender)
        assert room.asked == ["s"]

    carry_out(story())


@pytest.mark.parametrize("word", [None, "forged", {"sub": "C-1"}])
def test_without_the_pages_word_nobody_is_signed_in_again(room: Room, word: object):
    async def story() -> None:
        sender = await room.visitors.admit("s", room.page.token())
        await room.visitors.sign_in(sender)
        room.world.clock.move(seconds=IDLE)
        room.says = [word]
        await room.visitors.sign_in(sender)

        assert not room.is_signed_in(sender)

    carry_out(story())


def test_another_customers_word_signs_nobody_in_again(room: Room):
    async def story() -> None:
        sender = await room.visitors.admit("s", room.page.token("C-1"))
        await room.visitors.sign_in(sender)
        room.world.clock.move(seconds=IDLE)
        room.says = [room.page.token("C-2")]
        await room.visitors.sign_in(sender)

        assert not room.is_signed_in(sender)

    carry_out(story())


def test_who_signed_out_in_the_chat_stays_so_until_they_log_in_on_the_page_again(room: Room):
    async def story() -> None:
        sender = await room.visitors.admit("s", room.page.token(auth_time=1))
        await room.visitors.sign_in(sender)
        assert room.world.services.signin.sign_out(Conversation("web", sender))
        await room.visitors.sign_in(sender)
        await room.visitors.admit("next page", room.page.token(auth_time=1))
        await room.visitors.sign_in(sender)
        assert not room.is_signed_in(sender)
        assert room.asked == []

        room.visitors.gone("s")
        room.visitors.gone("next page")
        await room.visitors.admit("new log-in", room.page.token(auth_time=2))
        await room.visitors.sign_in(sender)
        assert room.is_signed_in(sender)

    carry_out(story())


def test_a_provider_that_is_down_leaves_the_conversation_to_ask(room: Room):
    async def story() -> None:
        sender = await room.visitors.admit("s", room.page.token())
        room.world.provider.is_down = Unavailable("down")
        await room.visitors.sign_in(sender)
        assert not room.is_signed_in(sender)

        room.world.provider.is_down = None
        room.says = [room.page.token()]
        await room.visitors.sign_in(sender)
        assert room.is_signed_in(sender)

    carry_out(story())


def test_a_refusing_provider_leaves_the_conversation_to_ask(room: Room):
    async def story() -> None:
        token = room.page.token()
        room.world.provider.refused = {token}
        sender = await room.visitors.admit("s", token)
        await room.visitors.sign_in(sender)

        assert not room.is_signed_in(sender)

    carry_out(story())


def test_who_is_no_visitor_is_left_alone(room: Room):
    carry_out(room.visitors.sign_in("5eb63bbbe01eeed0"))

    assert room.asked == room.world.provider.exchanged == []


@pytest.mark.parametrize("word", ["another", None])
def test_when_a_token_runs_out_the_page_has_to_say_it_again(room: Room, word: str | None):
    async def story() -> None:
        room.says = [room.page.token("C-1", 1), word and room.page.token("C-2")]
        await room.visitors.admit("s", room.page.token("C-1", 1))
        while not room.left:
            await asyncio.sleep(0.05)

        assert room.asked == ["s", "s"]
        assert room.left == ["s"]

    carry_out(story())


def test_who_has_gone_is_not_asked(room: Room):
    async def story() -> None:
        sender = await room.visitors.admit("s", room.page.token("C-1", 1))
        room.visitors.gone("s")
        await room.visitors.sign_in(sender)
        await asyncio.sleep(1.5)

        assert room.asked == room.left == []
        assert not room.is_signed_in(sender)

    carry_out(story())
