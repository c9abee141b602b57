"""How many messages a conversation may send."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

MESSAGES_PER_MINUTE = 120
"""Of one conversation, unless the configuration says otherwise; nobody types so many."""


class RateLimit:
    """A bucket of tokens for each sender; a message costs one, time refills it. It holds as many
    as may be sent at once: `burst`, or those of a minute.
    """

    def __init__(
        self,
        per_minute: int,
        clock: Callable[[], float] = time.monotonic,
        burst: int | None = None,
    ) -> None:
        self._capacity = float(burst or per_minute)
        self._per_second = per_minute / 60
        self._clock = clock
        self._buckets: dict[str, tuple[float, float]] = {}

    def wait(self, sender: str) -> float:
        """Seconds, in tenths and rounded up, until `sender` may send again; 0 takes one token,
        for the message at hand.
        """
        now = self._clock()
        left, since = self._buckets.get(sender, (self._capacity, now))
        left = min(self._capacity, left + (now - since) * self._per_second)
        if left < 1:
            return math.ceil((1 - left) / self._per_second * 10) / 10
        self._buckets[sender] = (left - 1, now)
        self._forget_the_idle(now)
        return 0.0

    def _forget_the_idle(self, now: float) -> None:
        if len(self._buckets) > 10_000:
            refilled = now - self._capacity / self._per_second
            self._buckets = {s: b for s, b in self._buckets.items() if b[1] > refilled}
