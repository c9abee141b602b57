"""News finds its conversation, whatever part is away meanwhile; what the customer did is none."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing

import pytest

from tests.conversations.play import Player
from tests.stack import Stack

SECONDS = 60
WORDS = "We have checked the call."


@pytest.fixture
def customer(stack: Stack, fresh_billing: None) -> Player:
    """Who is signed in and has asked about the open dispute."""
    customer = Player(stack, "en")
    customer.do_say("what became of my dispute?")
    customer.do_sign_in(True)
    customer.chat.wait_for("You have 2 reports", after=customer.before)
    customer.do_say("the first one")
    assert "being looked into" in customer.chat.messages[-2].text
    return customer


def counted(stack: Stack, database: str, query: str) -> int:
    with closing(sqlite3.connect(stack.folder / database)) as connection:
        (number,) = connection.execute(query).fetchone()
    return int(number)


def wait_until(happened: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + SECONDS
    while not happened():
        assert time.monotonic() < deadline, f"waited in vain until {what}"
        time.sleep(0.1)


def wait_until_delivered(stack: Stack) -> None:
    waiting = "select count(*) from outbox where state = 'waiting'"
    wait_until(lambda: counted(stack, "billing.db", waiting) == 0, "all events are delivered")


def test_what_the_customer_did_here_is_no_news(stack: Stack, customer: Player) -> None:
    before = counted(stack, "selfcare.db", "select count(*) from news")
    customer.do_press("Withdraw it")
    customer.chat.press("Withdraw it")
    assert "has been withdrawn" in customer.chat.last.text
    seen = customer.chat.seen

    wait_until_delivered(stack)
    assert counted(stack, "selfcare.db", "select count(*) from news") > before
    untold = "select count(*) from news join followed_report using (report) where happened > seen"
    assert counted(stack, "selfcare.db", untold) == 0
    customer.chat.say("hello")
    assert not [m for m in customer.chat.messages if m.seq > seen and "news" in m.text]
    customer.chat.close()


@pytest.mark.parametrize("part", ["rasa", "actions"])
def test_news_comes_once_the_part_that_was_away_is_back(
    stack: Stack, customer: Player, part: str
) -> None:
    if part == "rasa":
        customer.chat.close()
    stack.stop(part)
    customer.do_decide({"refuse": "chargeIsDue", "words": WORDS})
    stack.start(part)
    if part == "rasa":
        customer.chat.open()

    customer.chat.wait_for("There’s news", after=customer.before, timeout=SECONDS)
    customer.chat.wait_for(WORDS, after=customer.before, timeout=SECONDS)

    wait_until_delivered(stack)
    customer.chat.say("hello")
    told = [m for m in customer.chat.messages if "There’s news" in m.text]
    assert len(told) == 1
    customer.chat.close()
