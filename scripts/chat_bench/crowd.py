"""All of them at once, signed in beforehand, and what became of every message."""

from __future__ import annotations

import asyncio
import json
import random
import sqlite3
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from scripts.chat_bench.customer import WORDS, Customer
from selfcare.secrets_box import SecretsBox
from selfcare.store import SignInRow, Store
from tests.conversations.play import customer_token
from tests.stack import Stack

TWICE_EVERY, RESTLESS_EVERY = 10, 15
AN_HOUR = 3600


@dataclass(frozen=True)
class Plan:
    """How many come, within how many seconds, and how long they think before a message."""

    customers: int = 200
    arrive_within: float = 20.0
    think: tuple[float, float] = (4.0, 16.0)


@dataclass
class Outcome:
    """Seconds that answers took, and messages to which something happened that must not."""

    first_words: list[float] = field(default_factory=list)
    whole_answers: list[float] = field(default_factory=list)
    lost: int = 0
    doubled: int = 0
    out_of_order: int = 0
    problems: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def is_right(self) -> bool:
        """Whether every message was answered once, in its turn."""
        return not (self.lost or self.doubled or self.out_of_order or self.problems)


async def send_crowd(stack: Stack, plan: Plan) -> Outcome:
    """Everybody comes, converses and goes; then what they heard is compared with what was kept."""
    customers = [_customer(stack, number) for number in range(plan.customers)]
    desk = SignInDesk(stack)
    chance = random.Random(plan.customers)
    began = time.perf_counter()
    visits = [_visit(each, desk, plan, random.Random(chance.random())) for each in customers]
    await asyncio.gather(*visits)
    outcome = Outcome(seconds=time.perf_counter() - began)
    heard_by_rasa = _heard_by_rasa(stack.folder)
    for customer in customers:
        await _judge(customer, heard_by_rasa.get(customer.sender, []), outcome)
    return outcome


class SignInDesk:
    """Signs conversations in without a page, as if their customers had been there before."""

    def __init__(self, stack: Stack) -> None:
        self._store = Store.at(f"sqlite:///{stack.folder / 'selfcare.db'}")
        self._box = SecretsBox.from_environment(stack.folder)
        self._tokens = {it: customer_token(stack.site_url, f"demo-{it}") for it in WORDS}

    def sign_in(self, customer: Customer) -> None:
        """For the next hour, as the demonstration customer of the language."""
        now = int(time.time())
        token = self._tokens[customer.language]
        with self._store.session() as session:
            session.merge(
                SignInRow(
                    conversation=f"web:{customer.sender}",
                    token=self._box.lock(token),
                    expires=now + AN_HOUR,
                    used=now,
                    name=customer.language,
                )
            )


def _customer(stack: Stack, number: int) -> Customer:
    languages = sorted(WORDS)
    return Customer(
        stack.site_url,
        languages[number % len(languages)],
        twice=number % TWICE_EVERY == 0,
        restless=number % RESTLESS_EVERY == 7,
    )


async def _visit(customer: Customer, desk: SignInDesk, plan: Plan, chance: random.Random) -> None:
    await asyncio.sleep(chance.uniform(0, plan.arrive_within))
    try:
        await customer.arrive()
        await asyncio.to_thread(desk.sign_in, customer)
        await customer.converse(lambda: chance.uniform(*plan.think), chance)
        await customer.leave()
    except Exception as error:
        customer.problems.append(repr(error))


async def _judge(customer: Customer, heard_by_rasa: list[str], outcome: Outcome) -> None:
    ids = [sent.id for sent in customer.sent]
    history = await customer.history()
    kept = [entry["id"] for entry in history if entry["event"] == "user"]
    for heard in (kept, heard_by_rasa):
        counted = Counter(heard)
        outcome.lost += sum(counted[each] == 0 for each in ids)
        outcome.doubled += sum(counted[each] > 1 for each in ids)
        outcome.out_of_order += [each for each in heard if each in ids] != ids
    outcome.lost += history != customer.heard
    outcome.lost += sum(sent.over is None or sent.first_words is None for sent in customer.sent)
    outcome.problems += customer.problems
    for sent in customer.sent:
        if sent.first_words and sent.over:
            outcome.first_words.append(sent.first_words - sent.at)
            outcome.whole_answers.append(sent.over - sent.at)


def _heard_by_rasa(folder: Path) -> dict[str, list[str]]:
    """The ids of messages that Rasa was given, in order, by conversation."""
    heard: dict[str, list[str]] = {}
    with closing(sqlite3.connect(folder / "tracker.db")) as tracker:
        rows = tracker.execute(
            "select sender_id, data from events where type_name = 'user' order by id"
        )
        for sender, data in rows:
            heard.setdefault(sender, []).append(json.loads(data)["message_id"])
    return heard
