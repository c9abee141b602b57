"""WhatsApp as the assistant writes to it: at its pace, within its window, nothing twice."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from assistant.channels.delivery import (
    HeldError,
    Piece,
    Platform,
    PostponedError,
    RefusedError,
)
from assistant.channels.outbox import Entry, Outbox
from assistant.channels.whatsapp.customers import Customer, Customers
from assistant.channels.whatsapp.graph import Graph
from assistant.channels.whatsapp.pace import Pace
from assistant.channels.whatsapp.sent import Place, Sent
from assistant.channels.whatsapp.templates import Templates
from assistant.rendering.message import read_message
from assistant.rendering.whatsapp import Labels, whatsapp_pieces
from assistant.texts import Texts

logger = logging.getLogger(__name__)


class WhatsAppPlatform(Platform):
    """Sends by the Graph API."""

    def __init__(
        self,
        graph: Graph,
        outbox: Outbox,
        customers: Customers,
        sent: Sent,
        pace: Pace,
        templates: Templates,
        say: Texts,
        now: Callable[[], datetime],
    ) -> None:
        self._graph = graph
        self._outbox = outbox
        self._customers = customers
        self._sent = sent
        self._pace = pace
        self._templates = templates
        self._say = say
        self._now = now
        self._shown: set[asyncio.Task[Any]] = set()

    def pieces(self, entry: Entry) -> Sequence[Piece]:
        """The messages of WhatsApp, each with its place in the conversation."""
        message = read_message(entry.body)
        labels = Labels(
            choose=self._say.render(message.language, "whatsapp_choose"),
            more=self._say.render(message.language, "whatsapp_more"),
        )
        pieces = whatsapp_pieces(message, labels)
        return [{**it, "seq": entry.body["seq"], "piece": n} for n, it in enumerate(pieces)]

    async def send(self, sender: str, piece: Piece) -> None:
        """Send one piece, unless it is there already; outside the window, ask the customer to come
        and read it.
        """
        customer = self._customers.get(sender)
        place = Place(customer.number, piece["seq"], piece["piece"])
        if self._sent.has(place):
            return
        if not self._customers.is_open(customer, self._now()):
            await self._knock(customer)
        await self._pace.turn(sender)
        # The pause was long enough for the status of an earlier attempt.
        if self._sent.has(place):
            return
        asked = self._now()
        try:
            message_id = await self._graph.send(customer.address, piece, place.mark)
        except HeldError:
            self._customers.close(customer, asked)
            raise PostponedError from None
        finally:
            self._pace.answered(sender)
        self._sent.note(place, message_id, self._now())

    async def typing(self, sender: str, on: bool) -> None:
        """Show it in the background: it goes out by itself when the answer is there."""
        message_id = self._customers.last_message(self._customers.get(sender))
        if on and message_id:
            task = asyncio.create_task(self._show_typing(message_id))
            self._shown.add(task)
            task.add_done_callback(self._shown.discard)

    async def _knock(self, customer: Customer) -> None:
        """Ask the customer to come and read, if it is not too soon to ask again.

        Raises HeldError, unless the customer has written meanwhile.
        """
        if self._customers.may_knock(customer, self._now()):
            template = self._templates.announcing(self._customers.waiting(customer))
            language = self._outbox.language(customer.sender) or ""
            await self._pace.turn(customer.sender)
            if self._customers.is_open(customer, self._now()):
                return
            try:
                await self._graph.send_template(customer.address, template, language)
            except RefusedError as error:
                logger.error("The template %s cannot be sent: %s", template.name, error)
            finally:
                self._pace.answered(customer.sender)
            self._customers.knocked(customer, self._now())
        if not self._customers.is_open(customer, self._now()):
            raise HeldError

    async def _show_typing(self, message_id: str) -> None:
        try:
            await self._graph.show_typing(message_id)
        except Exception as error:
            logger.debug("Nobody sees that the assistant is busy: %s", type(error).__name__)
