"""What tests share; importable in both environments."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator

import pytest
from hypothesis import settings

from tests.faults import Faults
from tests.stack import PARTS, Stack, running_stack

LOG_TAIL = 6_000  # characters

settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("developer", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "developer")


@pytest.fixture(scope="session")
def whole_stack() -> Iterator[Stack]:
    """Site, actions and Rasa with the trained model, started once for all tests."""
    with running_stack() as stack:
        yield stack


@pytest.fixture
def stack(whole_stack: Stack) -> Iterator[Stack]:
    """The running stack; whatever a test stops or breaks is mended after it."""
    whole_stack.start_missing()
    yield whole_stack
    if whole_stack.faults:
        whole_stack.faults.clear()
    whole_stack.start_missing()


@pytest.fixture
def faults(stack: Stack) -> Faults:
    """The proxy between the assistant and billing, without a fault and with nothing counted."""
    assert stack.faults
    stack.faults.clear()
    return stack.faults


@pytest.fixture
def fresh_billing(stack: Stack) -> None:
    """Billing as it was at the start: no dispute of an earlier test is in it."""
    stack.restore_billing()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What the stack's parts printed last stands beside what failed in it."""
    report = yield
    stack = getattr(item, "funcargs", {}).get("stack")
    if report.when == "call" and report.failed and isinstance(stack, Stack):
        for part in PARTS:
            report.sections.append((f"log of {part}", stack.log(part)[-LOG_TAIL:]))
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser last: while Playwright is there, no other test can run an event loop."""
    items.sort(key=lambda item: "browser" in item.path.parts)
