"""What becomes of the messages that Meta has taken."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from assistant.channels.delivery import Delivery
from assistant.channels.whatsapp.customers import Customers
from assistant.channels.whatsapp.sent import Sent, place_of
from assistant.channels.whatsapp.updates import Status

logger = logging.getLogger(__name__)

OUTSIDE_THE_WINDOW = 131047
TRANSIENT = frozenset({1, 2, 4, 80007, 130429, 131000, 131016, 131056, 131057, 135000})
"""Errors after which the same message may arrive: unknown ones, temporary outages, rate limits."""


class Statuses:
    """Notes what has arrived, and sends again what may arrive the next time."""

    def __init__(
        self,
        customers: Customers,
        sent: Sent,
        delivery: Delivery,
        now: Callable[[], datetime],
    ) -> None:
        self._customers = customers
        self._sent = sent
        self._delivery = delivery
        self._now = now

    def take(self, status: Status) -> None:
        """Take note of it; nothing personal is logged."""
        place = place_of(status.mark)
        customer = self._customers.by_number(place.customer) if place else None
        if status.state != "failed":
            if place and customer:
                self._sent.arrived(place, status)
            return
        logger.warning("WhatsApp could not deliver a message: error %s", status.code)
        if not (place and customer and self._sent.failed(place, status)):
            return
        if status.code == OUTSIDE_THE_WINDOW:
            self._customers.close(customer, status.at)
        if status.code == OUTSIDE_THE_WINDOW or status.code in TRANSIENT:
            self._delivery.take_back(customer.sender, place.seq, place.piece)
