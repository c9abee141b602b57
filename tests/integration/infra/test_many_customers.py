"""Many customers at the widget at once: each message is answered once, in its turn."""

from __future__ import annotations

import asyncio

import pytest

from scripts.chat_bench.crowd import Plan, send_crowd
from tests.stack import running_stack

PLAN = Plan(customers=40, arrive_within=5, think=(1, 3))
SECONDS = 600


@pytest.mark.timeout(SECONDS)
def test_forty_customers_at_once_lose_nothing_and_hear_nothing_twice():
    with running_stack(now=None, with_faults=False) as stack:
        outcome = asyncio.run(send_crowd(stack, PLAN))

    assert outcome.problems == []
    assert (outcome.lost, outcome.doubled, outcome.out_of_order) == (0, 0, 0)
    assert len(outcome.whole_answers) == 8 * PLAN.customers + 8 * (PLAN.customers // 10)
