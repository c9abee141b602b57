"""``make bench-chat``: 200 customers at the widget at once, with the real parts on free ports.

They arrive, greet, ask, and look at their calls, having signed in before; every tenth sends two
messages at once, every fifteenth loses the connection in the middle. What is lost, doubled or out
of order is counted; how long answers take is printed and, with --keep, written to
docs/measurements/chat.json.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from datetime import datetime, timezone
from statistics import quantiles
from typing import Any

from scripts.chat_bench.crowd import Outcome, Plan, send_crowd
from scripts.memory import resident_megabytes
from scripts.processes import PartFailed
from scripts.settings import ROOT
from scripts.steps import say, stop_with, tail
from tests.stack import Stack, running_stack

KEPT = ROOT / "docs" / "measurements" / "chat.json"
WARMING_UP = Plan(customers=8, arrive_within=1, think=(0.2, 0.5))


def main() -> None:
    parser = argparse.ArgumentParser(prog="chat_bench", description=__doc__)
    parser.add_argument("--customers", type=int, default=Plan.customers)
    parser.add_argument("--think", type=float, nargs=2, default=Plan.think, metavar="SECONDS")
    parser.add_argument("--arrive-within", type=float, default=Plan.arrive_within)
    parser.add_argument("--keep", action="store_true", help="write the figures to the measurements")
    asked = parser.parse_args()
    plan = Plan(asked.customers, asked.arrive_within, tuple(asked.think))
    try:
        with running_stack(now=None, with_faults=False) as stack:
            asyncio.run(send_crowd(stack, WARMING_UP))
            say(f"{plan.customers} customers …")
            before = _processor_seconds(stack)
            outcome = asyncio.run(send_crowd(stack, plan))
            figures = _figures(plan, outcome) | _use_of(stack, before, outcome)
    except PartFailed as failure:
        stop_with(f"{failure}. The end of its log:\n{tail(failure.process.log)}")
    say(json.dumps(figures, indent=4))
    if asked.keep:
        KEPT.write_text(json.dumps(figures, indent=4) + "\n", encoding="utf-8")
    sys.exit(not outcome.is_right)


def _figures(plan: Plan, outcome: Outcome) -> dict[str, Any]:
    whole = outcome.whole_answers
    return {
        "command": "make bench-chat",
        "measured": str(datetime.now(timezone.utc).date()),
        "machine": f"{os.cpu_count()} processors, the customers on the same machine",
        "load average of the last minute": round(os.getloadavg()[0], 1),
        "customers": plan.customers,
        "seconds of thinking before a message": list(plan.think),
        "messages": len(whole),
        "messages a second": round(len(whole) / outcome.seconds, 1),
        "lost": outcome.lost,
        "doubled": outcome.doubled,
        "out of order": outcome.out_of_order,
        "problems": outcome.problems[:10],
        "first words, ms": _percentiles(outcome.first_words),
        "whole answer, ms": _percentiles(whole),
        "answers within 1 s, %": round(100 * sum(s <= 1 for s in whole) / len(whole), 1),
    }


def _percentiles(seconds: list[float]) -> dict[str, float]:
    cut = quantiles(seconds, n=100, method="inclusive")
    return {f"p{each}": round(cut[each - 1] * 1000, 1) for each in (50, 95, 99)}


def _use_of(stack: Stack, before: dict[str, float], outcome: Outcome) -> dict[str, Any]:
    used = {name: after - before[name] for name, after in _processor_seconds(stack).items()}
    messages = len(outcome.whole_answers)
    return {
        "processor time of a message, ms": {
            name: round(1000 * seconds / messages, 1) for name, seconds in used.items()
        },
        "memory, MB": {
            name: round(resident_megabytes(process.popen.pid))
            for name, process in stack.processes.items()
        },
    }


def _processor_seconds(stack: Stack) -> dict[str, float]:
    """What each part has used so far, with what it started."""
    ticks = os.sysconf("SC_CLK_TCK")
    return {
        name: sum(_ticks(pid) for pid in _family(process.popen.pid)) / ticks
        for name, process in stack.processes.items()
    }


def _family(pid: int) -> list[int]:
    children = f"/proc/{pid}/task/{pid}/children"
    with open(children, encoding="ascii") as file:
        found = [int(each) for each in file.read().split()]
    return [pid, *(member for child in found for member in _family(child))]


def _ticks(pid: int) -> int:
    with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
        fields = file.read().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


if __name__ == "__main__":
    main()
