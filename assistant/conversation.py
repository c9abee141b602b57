"""A conversation as Rasa's tracker, quick to copy however long it has become."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Iterable

from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import ActionExecuted, Event
from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import DialogueStateTracker


class Conversation(DialogueStateTracker):
    """A tracker that copies its state instead of replaying all that was ever said.

    `stored` is how many of its events the tracker store holds, `newest` the row of the last one.
    """

    def __init__(self, sender_id: str, slots: Iterable[Slot]) -> None:
        super().__init__(sender_id, slots)
        self.stored = 0
        self.newest: int | None = None
        self._applied: list[Event] = []
        self._applied_of = 0

    def applied_events(self) -> list[Event]:
        """Return what was not taken back; events are only added, so their number tells if news."""
        if self._applied_of != len(self.events):
            self._applied, self._applied_of = super().applied_events(), len(self.events)
        return self._applied.copy()

    def copy(self) -> Conversation:
        """Return a tracker in the same state; what happens to either is unknown to the other."""
        twin = Conversation(self.sender_id, ())
        twin.events = self.events.copy()
        twin.slots = {name: copy.copy(slot) for name, slot in self.slots.items()}
        twin.followup_action = self.followup_action
        twin.latest_action = self.latest_action
        twin.latest_message = self.latest_message
        twin.latest_bot_utterance = self.latest_bot_utterance
        twin.active_loop = self.active_loop and dataclasses.replace(self.active_loop)
        twin._paused = self._paused
        twin.stored, twin.newest = self.stored, self.newest
        twin._applied, twin._applied_of = self._applied, self._applied_of
        return twin

    def append(self, events: Iterable[Event]) -> None:
        """Apply what happened, as it was stored."""
        for event in events:
            self.update(event)


def latest_states(tracker: DialogueStateTracker, domain: Domain, count: int) -> list[State]:
    """Return the states before the latest `count` actions, the present one included.

    They are the last of those that `Domain.states_for_tracker_history` returns, which describes
    every state since the conversation began.
    """
    applied = tracker.applied_events()
    to_come = 1 + sum(isinstance(event, ActionExecuted) for event in applied)
    past = tracker.init_copy()
    states = []
    for event in applied:
        if isinstance(event, ActionExecuted):
            if to_come <= count:
                states.append(domain.get_active_state(past))
            to_come -= 1
        event.apply_to(past)
    return [*states, domain.get_active_state(past)]
