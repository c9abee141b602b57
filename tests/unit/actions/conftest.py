"""What tests of the actions share."""

from pathlib import Path

import pytest

from tests.unit.actions.customer import Customer
from tests.unit.selfcare.fakes import World


@pytest.fixture
def world(tmp_path: Path) -> World:
    """An operator with one customer, who is signed in."""
    world = World(tmp_path)
    world.sign_in()
    return world


@pytest.fixture
def customer(world: World) -> Customer:
    """The customer, at the beginning of a conversation."""
    return Customer(world)
