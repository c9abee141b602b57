"""What tests of the customer's business share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from selfcare.billing_tmf import ACCOUNTS, CREDITS, TmfBilling
from selfcare.operator_http import OperatorHttp
from tests.unit.selfcare.fakes import World
from tests.unit.selfcare.operator_answers import HOME, ITS_ACCOUNT
from tests.unit.selfcare.operator_server import OperatorServer, Reply, serving


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A customer, an operator and a clock, on a database of their own."""
    return World(tmp_path)


@pytest.fixture
def operator() -> Iterator[OperatorServer]:
    """An operator with one account, no credits, and nothing else."""
    with serving() as server:
        server.tell("GET", ACCOUNTS, Reply([ITS_ACCOUNT]))
        server.tell("GET", CREDITS, Reply([]))
        yield server


@pytest.fixture
def billing(operator: OperatorServer) -> TmfBilling:
    """The adapter before that operator."""
    return TmfBilling(OperatorHttp(operator.url), HOME)


@pytest.fixture
def impatient(operator: OperatorServer) -> TmfBilling:
    """An adapter that does not wait long."""
    return TmfBilling(OperatorHttp(operator.url, timeout=(0.5, 0.15)), HOME)
