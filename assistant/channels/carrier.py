"""How what is said reaches the customers of one channel."""

from __future__ import annotations

from abc import ABC, abstractmethod

from assistant.channels.outbox import Entry


class Carrier(ABC):
    """Takes the entries of conversations to their customers, each conversation's in order."""

    @abstractmethod
    async def carry(self, sender: str, entry: Entry) -> None:
        """Something was said; it is in the outbox already."""

    @abstractmethod
    async def typing(self, sender: str, on: bool) -> None:
        """The assistant is busy with an answer, or no longer."""

    @abstractmethod
    async def answered(self, sender: str, message_id: str) -> None:
        """The turn of the customer's message is over."""
