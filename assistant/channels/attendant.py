"""Who looks after a customer in the assistant's place: then the assistant keeps quiet."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod

from assistant.channels.outbox import Waiting
from assistant.clock import now
from selfcare.handoff import Words
from selfcare.handoffs import Handoffs
from selfcare.signin import Conversation

FILE = "/send_file"
"""How a file arrives: it goes to a report, and the assistant asks which."""


class Attendant(ABC):
    """Is asked about every message before the assistant reads it."""

    @abstractmethod
    async def takes(self, conversation: Conversation, message: Waiting, shown: str | None) -> bool:
        """Whether it takes the message, and the assistant says nothing; `shown` is what the
        customer sees of it. The same message may come again after a restart.
        """


class Nobody(Attendant):
    """The assistant looks after everybody itself."""

    async def takes(self, conversation: Conversation, message: Waiting, shown: str | None) -> bool:
        """Never."""
        return False


class PersonAttendant(Attendant):
    """A person who was called: hears everything that the customer sees themselves say.

    What only a channel says, a file that was sent or a greeting, is the assistant's.
    """

    def __init__(self, handoffs: Handoffs) -> None:
        self._handoffs = handoffs

    async def takes(self, conversation: Conversation, message: Waiting, shown: str | None) -> bool:
        """Whether a person is there."""
        if not shown or message.text.startswith(FILE):
            return False
        words = Words(message.id, shown, now())
        return await asyncio.to_thread(self._handoffs.hear, conversation, words, message.text)
