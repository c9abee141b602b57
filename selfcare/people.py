"""People: calling one, taking them what customers write, and not waiting for ever."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from selfcare.errors import SelfcareError, TimedOut, Unavailable
from selfcare.handoff import ENDED, Ended, Handoff, Place, Presence, Wish
from selfcare.handoffs import (
    BY_CUSTOMER,
    CLOSED,
    END_ERRAND,
    LATE,
    MISSED,
    OPENING,
    SILENCE,
    STILL_THERE,
    UNANSWERED,
    UNTOLD_ERRAND,
    WAITING,
    WITH_PERSON,
    Errand,
    Handoffs,
    Live,
)
from selfcare.hours import Hours
from selfcare.signin import Conversation

logger = logging.getLogger(__name__)

#: Channels in which nothing can be said that nobody asked for.
WITHOUT_A_WAY_BACK = frozenset({"rest"})
#: An opening that took so long is none: whoever asked has been told so.
OPENED_WITHIN = timedelta(minutes=1)
#: Words that the desk has not heard for so long are late, and the customer hears so.
LATE_AFTER = timedelta(minutes=1)
#: Before an errand is tried again; each pause is twice the one before.
FIRST_PAUSE = timedelta(seconds=2)
LONGEST_PAUSE = timedelta(seconds=30)


@dataclass(frozen=True)
class Patience:
    """How long somebody is waited for: the person who is to come, or to answer; the customer, until
    they are asked whether they are there, and after that. A desk may be less patient.
    """

    person: timedelta = timedelta(minutes=15)
    customer: timedelta = timedelta(minutes=10)
    after_asking: timedelta = timedelta(minutes=5)


class People:
    """The people at the desk, for the conversations that need them."""

    def __init__(
        self,
        desk: Handoff | None,
        handoffs: Handoffs,
        hours: Hours,
        now: Callable[[], datetime],
        patience: Patience | None = None,
    ) -> None:
        self._desk = desk
        self._hours = hours
        self._now = now
        self._patience = patience or Patience()
        self._pauses: dict[str, tuple[datetime, timedelta]] = {}
        self.handoffs = handoffs

    def presence(self, channel: str) -> Presence | None:
        """Who can take over a conversation of this channel now; None if nobody can, for whatever
        reason.
        """
        if self._desk is None or not self.answer_in(channel) or not self._is_open(channel):
            return None
        try:
            presence = self._desk.presence()
        except SelfcareError as error:
            logger.warning("nobody knows who is at the desk: %s", error)
            return None
        return presence if presence.present else None

    def answer_in(self, channel: str) -> bool:
        """Whether people answer in this channel at all."""
        return self._desk is not None and channel not in WITHOUT_A_WAY_BACK

    def call(self, wish: Wish) -> Place:
        """Hand a conversation over; its place among those that wait. Raises SelfcareError."""
        if self._desk is None:
            raise Unavailable("there is no desk")
        id_ = self.handoffs.begin(wish.conversation, wish.language)
        try:
            reference = self._open(self._desk, id_, wish)
        except SelfcareError:
            self.handoffs.give_up(id_)
            raise
        self.handoffs.waits(id_, reference)
        try:
            return self._desk.place(reference)
        except SelfcareError as error:
            logger.warning("the place in the queue is not known: %s", error)
            return Place(WAITING, 0, 0)

    def place(self, live: Live) -> Place | None:
        """Where it stands; None if nobody knows at the moment."""
        if self._desk is None or live.reference is None:
            return None
        try:
            return self._desk.place(live.reference)
        except Ended:
            return Place(ENDED, 0, 0)
        except SelfcareError as error:
            logger.warning("the place in the queue is not known: %s", error)
            return None

    def stop_waiting(self, conversation: Conversation) -> bool:
        """The customer wants no person any more; whether one had been called."""
        live = self.handoffs.of(conversation)
        if live is None:
            return False
        self.handoffs.end(live.id, BY_CUSTOMER, is_said=True)
        return True

    def run_errands(self) -> None:
        """Take to the desk what it is to hear, each hand-off's in order; what cannot be taken now
        waits, and so does what comes after it.
        """
        if self._desk is None:
            return
        waiting: set[str] = set()
        for errand in self.handoffs.errands():
            is_next = errand.handoff not in waiting and self._is_due(errand)
            if not is_next or not self._run(self._desk, errand):
                waiting.add(errand.handoff)

    def mind_the_time(self) -> None:
        """End what nobody takes, answers or comes back to; the customer is asked before."""
        for live in self.handoffs.live():
            if live.state == OPENING and self._is_over(live.opened, OPENED_WITHIN):
                self.handoffs.give_up(live.id)
            elif live.state == WAITING:
                self._mind_who_waits(live)
            elif live.state == WITH_PERSON:
                self._mind_who_talks(live)

    def _mind_who_waits(self, live: Live) -> None:
        if not self._is_open(live.conversation.channel):
            self.handoffs.end(live.id, CLOSED)
        elif self._is_over(live.opened, self._patience.person):
            self.handoffs.end(live.id, UNANSWERED)

    def _mind_who_talks(self, live: Live) -> None:
        if live.heard > live.said:
            if self._is_over(live.heard, self._patience.person):
                self.handoffs.end(live.id, UNANSWERED)
        elif self._is_over(live.said, self._patience.customer + self._patience.after_asking):
            self.handoffs.end(live.id, SILENCE)
        elif not live.asked and self._is_over(live.said, self._patience.customer):
            self.handoffs.note(live.id, asked=True)
            self.handoffs.tell(live.id, STILL_THERE)

    def _open(self, desk: Handoff, id_: str, wish: Wish) -> str:
        """A second time after a time-out: under the same id it is opened once."""
        try:
            return desk.open(id_, wish)
        except TimedOut:
            return desk.open(id_, wish)

    def _run(self, desk: Handoff, errand: Errand) -> bool:
        """Whether it is done, one way or another."""
        live = self.handoffs.find(errand.handoff)
        reference = (live.reference if live else None) or errand.handoff
        try:
            if errand.kind == END_ERRAND:
                desk.end(reference, errand.words.text)
            elif errand.kind == UNTOLD_ERRAND:
                desk.untold(reference, errand.words.id)
            else:
                desk.hear(reference, errand.words)
        except (Unavailable, TimedOut) as error:
            logger.warning("the desk has not heard something yet: %s", error)
            self._pause(errand, live)
            return False
        except SelfcareError as error:
            logger.warning("the desk does not hear something: %s", error)
            self._miss(errand, live, error)
        self.handoffs.ran(errand)
        self._pauses.pop(errand.handoff, None)
        if live and live.is_late:
            self.handoffs.note(live.id, is_late=False)
        return True

    def _miss(self, errand: Errand, live: Live | None, error: SelfcareError) -> None:
        if live is None or not errand.is_of_customer:
            return
        if live.officer:
            self.handoffs.tell(live.id, MISSED, once=f"missed-{errand.words.id}")
        if isinstance(error, Ended):
            self.handoffs.is_over(live.id)

    def _pause(self, errand: Errand, live: Live | None) -> None:
        _, before = self._pauses.get(errand.handoff, (None, FIRST_PAUSE / 2))
        pause = min(2 * before, LONGEST_PAUSE)
        self._pauses[errand.handoff] = (self._now() + pause, pause)
        is_late = errand.is_of_customer and self._is_over(errand.words.at, LATE_AFTER)
        if live and live.state == WITH_PERSON and is_late and not live.is_late:
            self.handoffs.note(live.id, is_late=True)
            self.handoffs.tell(live.id, LATE)

    def _is_due(self, errand: Errand) -> bool:
        due, _ = self._pauses.get(errand.handoff, (self._now(), None))
        return due <= self._now()

    def _is_over(self, since: datetime, patience: timedelta) -> bool:
        return self._now() - since >= patience

    def _is_open(self, channel: str) -> bool:
        return self._hours.of(self._hours.operator.chat_of(channel)).is_open
