"""A person instead of the assistant: the port of a desk at which people are."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime

from selfcare.errors import SelfcareError
from selfcare.signin import Conversation

#: How a hand-off stands at the desk.
WAITING, TAKEN, ENDED = "waiting", "taken", "ended"
#: Why it is over, in the desk's words.
CUSTOMER_LEFT, CUSTOMER_ENDED, CLOSED_FOR_TODAY = (
    "customer_left",
    "customer_ended",
    "closed_for_today",
)
#: So much of what was said before is handed over.
MOST_LINES = 50


class Ended(SelfcareError):
    """The desk knows nothing of this hand-off, or it is over there."""


@dataclass(frozen=True)
class Line:
    """Something that was said before; `who` is customer or assistant."""

    who: str
    text: str
    at: datetime


@dataclass(frozen=True)
class Customer:
    """Who is signed in."""

    name: str
    account: str


@dataclass(frozen=True)
class Wish:
    """What a person hears about the conversation that is handed over."""

    conversation: Conversation
    language: str
    intent: str | None = None
    report: str | None = None
    customer: Customer | None = None
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Presence:
    """How many are at the desk, and how many customers wait."""

    present: int
    waiting: int


@dataclass(frozen=True)
class Place:
    """How a hand-off stands: waiting (at `position`, 1 is next), taken or ended."""

    state: str
    position: int
    present: int


@dataclass(frozen=True)
class Words:
    """What the customer wrote to the person, under the id of the message."""

    id: str
    text: str
    at: datetime


class Handoff(ABC):
    """A desk at which people are. Every method raises Unavailable and TimedOut."""

    @abstractmethod
    def presence(self) -> Presence:
        """Who is there."""

    @abstractmethod
    def open(self, id_: str, wish: Wish) -> str:
        """Ask for a person, once for an id; how the desk calls it from now on."""

    @abstractmethod
    def place(self, reference: str) -> Place:
        """How it stands. Raises Ended."""

    @abstractmethod
    def hear(self, reference: str, words: Words) -> None:
        """Let the person hear the customer, once for an id. Raises Ended."""

    @abstractmethod
    def untold(self, reference: str, words: str) -> None:
        """What a person wrote under the id `words`, after the end, is told to nobody: let them
        know, once. Raises Ended.
        """

    @abstractmethod
    def end(self, reference: str, reason: str) -> None:
        """The customer does not need a person any more, or is gone. Raises Ended."""
