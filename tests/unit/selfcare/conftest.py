"""What tests of the customer's business share."""

from pathlib import Path

import pytest

from tests.unit.selfcare.fakes import World


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A customer, an operator and a clock, on a database of their own."""
    return World(tmp_path)
