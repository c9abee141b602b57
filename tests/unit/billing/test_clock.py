"""The clock: the present, or a start that is given."""

import importlib
from datetime import datetime, timedelta, timezone

import pytest

from billing import clock


@pytest.fixture(autouse=True)
def _clock_as_it_was(monkeypatch: pytest.MonkeyPatch):
    yield
    monkeypatch.undo()
    importlib.reload(clock)


def test_it_tells_the_present_in_utc(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("ACLARO_NOW", raising=False)
    importlib.reload(clock)

    assert abs(clock.now() - datetime.now(timezone.utc)) < timedelta(seconds=5)


def test_it_starts_where_it_is_told_and_runs_on(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ACLARO_NOW", "2026-03-29T00:59:59Z")
    importlib.reload(clock)

    first = clock.now()

    start = datetime(2026, 3, 29, 0, 59, 59, tzinfo=timezone.utc)
    assert timedelta(0) <= first - start < timedelta(seconds=5)
    # Two looks within one microsecond show the same: a clock that stands fails by its time-out.
    while clock.now() == first:
        pass
    assert clock.now() > first


def test_a_start_without_a_time_zone_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ACLARO_NOW", "2026-03-29T00:59:59")

    with pytest.raises(ValueError, match="time zone"):
        importlib.reload(clock)
