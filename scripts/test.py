"""``make test``: every check and every test, and one summary at the end.

With TEST_DATABASE_URL, an address of a PostgreSQL server, billing's tests run there as well as on
SQLite, and fail where it does not answer; without it they are told as left out.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import FrameType
from typing import NoReturn

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.interpreters import PythonMissing
from scripts.settings import ASSISTANT_PYTHON, ROOT, SITE_PYTHON, surroundings
from scripts.setup import prepare, side_by_side
from scripts.steps import StepFailed, abandon, carry_out, log_file, say, stop_with

BILLING_TESTS = ["tests/unit/billing", "tests/integration/billing"]
SERVER = "TEST_DATABASE_URL"
ON_SQLITE = {SERVER: ""}
CONVERSATIONS = ["tests/conversations"]
TOGETHER = ["tests/integration/infra"]
IN_THE_BROWSER = ["tests/browser"]
WITH_OTHERS = [*BILLING_TESTS, *CONVERSATIONS, *TOGETHER, *IN_THE_BROWSER]
OTHER_TESTS = ["tests", *(f"--ignore={folder}" for folder in WITH_OTHERS)]


@dataclass
class Check:
    """A command that passes or fails."""

    name: str
    command: Sequence[object]
    variables: Mapping[str, str] = field(default_factory=dict)
    passed: bool = False
    seconds: float = 0.0


def lint_checks() -> tuple[list[Check], list[Check]]:
    """Those in the assistant's environment, and those in the site's."""
    python, site = ASSISTANT_PYTHON, SITE_PYTHON
    rooms = ["actions", "assistant", "locales", "scripts", "selfcare", "tests"]
    without_billing = ["--exclude", "^(tests/(unit|integration)/billing|scripts/billing_bench)/"]
    site_mypy = [site, "-m", "mypy", "--cache-dir", ".mypy_cache/site"]
    assistant = [
        Check("ruff check", [python, "-m", "ruff", "check"]),
        Check("ruff format", [python, "-m", "ruff", "format", "--check"]),
        Check("mypy, assistant", [python, "-m", "mypy", *rooms, *without_billing]),
        Check("rasa data validate", [python, "-m", "assistant", "validate"]),
    ]
    billing = [
        Check("mypy, site", [*site_mypy, "billing", "scripts/billing_bench", *BILLING_TESTS]),
        Check("widget's types", [site, "-m", "scripts.build_widget", "--check"]),
    ]
    return assistant, billing


def tests_in(python: Path, folders: Sequence[str]) -> list[object]:
    """The command that runs them in this environment."""
    return [python, "-m", "pytest", *folders]


def two_at_once(folders: Sequence[str], spread: str) -> list[object]:
    """The assistant's tests that mostly wait, in two processes with parts of their own; `spread`
    is how pytest-xdist gives them out.
    """
    return [*tests_in(ASSISTANT_PYTHON, folders), "-n", "2", "--dist", spread]


def main() -> None:
    signal.signal(signal.SIGTERM, _end)
    only_lint = sys.argv[1:] == ["lint"]
    assistant, billing = lint_checks()
    try:
        say("Getting ready …")
        prepare(tests=True, database=False)
        waiting: list[Check] = []
        last: list[Check] = []
        if not only_lint:
            assistant.append(Check("pytest", tests_in(ASSISTANT_PYTHON, OTHER_TESTS)))
            billing.append(Check("pytest, site", tests_in(SITE_PYTHON, BILLING_TESTS), ON_SQLITE))
            if os.environ.get(SERVER):
                name = "pytest, site on PostgreSQL"
                billing.append(Check(name, tests_in(SITE_PYTHON, BILLING_TESTS[1:])))
            name = "pytest, conversations"
            waiting.append(Check(name, two_at_once(CONVERSATIONS, "worksteal")))
            name = "pytest, the parts together"
            waiting.append(Check(name, two_at_once(TOGETHER, "loadfile")))
            last.append(Check("pytest, browser", tests_in(ASSISTANT_PYTHON, IN_THE_BROWSER)))
        lanes = [assistant, billing, waiting]
        side_by_side([partial(_carry_out_all, lane) for lane in lanes])
        for check in last:  # alone: a browser that waits for the processor shows other things
            _carry_out_in_sight(check)
    except KeyboardInterrupt:
        abandon()
        stop_with("Stopped.")
    except (StepFailed, PythonMissing) as failure:
        stop_with(failure)
    _sum_up([*assistant, *billing, *waiting, *last])


def _carry_out_all(checks: Sequence[Check]) -> None:
    """One after the other, each to its end, whatever became of the ones before it."""
    for check in checks:
        name = "test-" + "".join(c if c.isalnum() else "-" for c in check.name)
        started = time.monotonic()
        try:
            carry_out(name, check.command, check.variables)
            check.passed = True
        except StepFailed:
            check.passed = False
        check.seconds = time.monotonic() - started
        output = log_file(name).read_text(encoding="utf-8", errors="replace").rstrip()
        say(f"\n── {check.name} " + "─" * (80 - len(check.name)) + f"\n{output}")


def _carry_out_in_sight(check: Check) -> None:
    say(f"\n── {check.name} " + "─" * (80 - len(check.name)))
    started = time.monotonic()
    command = [str(word) for word in check.command]
    code = subprocess.call(command, cwd=str(ROOT), env=surroundings(), stdin=subprocess.DEVNULL)
    check.passed, check.seconds = code == 0, time.monotonic() - started


def _sum_up(checks: Sequence[Check]) -> NoReturn:
    say("\n── Summary " + "─" * 73)
    for check in checks:
        say(f"  {'passed' if check.passed else 'FAILED'}  {check.name} ({check.seconds:.0f} s)")
    if not os.environ.get(SERVER):
        say(f"  left out: PostgreSQL, for {SERVER} names none")
    raise SystemExit(0 if all(check.passed for check in checks) else 1)


def _end(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
