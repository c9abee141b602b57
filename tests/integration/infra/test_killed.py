"""A process is killed between "send it" and the answer: there is one dispute or none, and the
customer who asks again is told the truth.

`KILLS=100` kills as often; the default keeps the tests quick.
"""

from __future__ import annotations

import os
import random
import signal
import threading
import time
import urllib.error
from typing import Any

import pytest
import requests

from tests.conversations.play import NUMBER, TICKETS, customer_token
from tests.customer_page import sign_in
from tests.stack import Stack

KILLS = int(os.environ.get("KILLS", "6"))
#: Seconds from "send it" within which the process is killed: a dispute takes about a tenth.
LONGEST_DELAY = 0.15
SIGN_IN_SECONDS = 15
CUSTOMER = "demo-en"

Answers = list[dict[str, Any]]


class Customer:
    """Who disputes an activation fee, over REST, as often as it takes."""

    def __init__(self, stack: Stack, sender: str) -> None:
        self.stack = stack
        self.sender = sender

    def signs_in(self) -> None:
        """On the operator's page; the assistant looks every few seconds whether that is done."""
        told = self.says("/log_in")
        (link,) = (it["custom"]["url"] for it in told if "url" in it.get("custom", {}))
        sign_in(link, CUSTOMER)
        deadline = time.monotonic() + SIGN_IN_SECONDS
        while "url" in str(self.says("/signed_in")):
            assert time.monotonic() < deadline, "the sign-in does not come"
            time.sleep(0.5)

    def comes_to_the_summary(self) -> None:
        """Everything but "send it"."""
        for said in ('/dispute_charge{"dispute_reason":"setup_fee"}', '/inform{"cycle":1}', "no"):
            told = self.says(said)
        assert "/affirm" in str(told), told

    def sends(self) -> str:
        """ "Send it", and what is answered, if anything is."""
        try:
            return " ".join(str(it.get("text")) for it in self.says("/affirm"))
        except (OSError, urllib.error.URLError):
            return ""

    def says(self, text: str) -> Answers:
        return self.stack.say(self.sender, text, {"language": "en"})


@pytest.fixture
def token(stack: Stack, fresh_billing: None) -> str:
    return customer_token(stack.site_url, CUSTOMER)


def numbers_in_billing(stack: Stack, token: str) -> set[str]:
    asked = requests.get(
        stack.site_url + TICKETS,
        params={"ticketType": "billingDispute", "limit": "1000"},
        headers={"Authorization": f"Bearer {token}"},
        timeout=10,
    )
    return {ticket["id"] for ticket in asked.json()}


def kill(stack: Stack, part: str) -> None:
    """At once, and all of its processes."""
    process = stack.processes[part].popen
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.mark.timeout(60 * KILLS)
@pytest.mark.parametrize("part", ["site", "actions"])
def test_a_dispute_is_sent_once_though_a_process_is_killed(stack: Stack, token: str, part: str):
    chance = random.Random(part)
    customer = Customer(stack, f"killed-{part}")
    customer.signs_in()
    for _ in range(KILLS // 2):
        customer.comes_to_the_summary()
        before = numbers_in_billing(stack, token)
        said: list[str] = []
        sending = threading.Thread(target=lambda to=said: to.append(customer.sends()))
        sending.start()
        time.sleep(chance.uniform(0, LONGEST_DELAY))
        kill(stack, part)
        sending.join()
        stack.start_missing()

        filed = numbers_in_billing(stack, token) - before
        assert len(filed) <= 1
        assert set(NUMBER.findall(said[0])) <= filed, "a number was told that billing does not have"
        again = customer.sends()
        filed = numbers_in_billing(stack, token) - before
        assert len(filed) == 1, (said, again)
        assert set(NUMBER.findall(again)) == filed, (said, again)
