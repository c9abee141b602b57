"""A guard against work without end: not a measure of speed, which `make bench` takes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

#: What backtracks without end takes minutes; what does not, a hundredth of this.
MOST_SECONDS = 5.0


@contextmanager
def soon_done() -> Iterator[None]:
    """Fails if it took that much of the processor's time: a busy machine's clock tells nothing."""
    started = time.process_time()
    yield
    assert time.process_time() - started < MOST_SECONDS
