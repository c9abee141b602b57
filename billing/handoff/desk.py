"""The desk's side of a conversation: an officer takes it, writes, hands it back or ends it."""

from datetime import datetime

from sqlalchemy.orm import Session

from billing.audit import note_down
from billing.credit_rules import CreditRules
from billing.errors import ConflictError, DecidedError, InvalidError
from billing.handoff.conversations import ENDED, TAKEN, close, locked
from billing.handoff.lines import Speaker, desk_did, is_known, officer_wrote
from billing.models import Handoff, Ticket

LONGEST_WORDS = 2000  # characters: what every channel carries in one message


class HandoffDesk:
    """What an officer does with conversations, in one transaction; whoever may answer reports may.

    Everything raises NotFoundError, ForbiddenError for a role that only reads, and DecidedError
    where the conversation is over.
    """

    def __init__(self, session: Session, rules: CreditRules) -> None:
        self._session = session
        self._rules = rules

    def take(self, id_: str, speaker: Speaker, seen: str, now: datetime) -> None:
        """Take it, from the waiting list or from the officer who was `seen` to have it.

        Raises ConflictError if somebody else was faster.
        """
        handoff = self._locked(id_, speaker)
        _check_open(handoff)
        if handoff.officer == speaker.user_name:
            return
        if (handoff.officer or "") != seen:
            raise ConflictError("another officer has it")
        handoff.state, handoff.officer, handoff.taken_at = TAKEN, speaker.user_name, now
        handoff.owed_since = now
        desk_did(self._session, handoff, "taken", speaker, now)
        self._note_down(handoff, speaker, "handoffTake", now)

    def say(self, id_: str, speaker: Speaker, message_id: str, text: str, now: datetime) -> None:
        """Write to the customer; the same message is sent once.

        Raises InvalidError for words that cannot be sent, ConflictError for who does not have it.
        """
        if not text or len(text) > LONGEST_WORDS or "\x00" in text:
            raise InvalidError("the customer is told something, in words")
        if not message_id or len(message_id) > 128 or "\x00" in message_id:
            raise InvalidError("a message has an id")
        handoff = self._locked(id_, speaker)
        if is_known(self._session, handoff, message_id):
            return
        _check_own(handoff, speaker)
        officer_wrote(self._session, handoff, speaker, message_id, text, now)
        handoff.owed_since = None
        self._note_down(handoff, speaker, "handoffSay", now)

    def hand_back(self, id_: str, speaker: Speaker, now: datetime) -> None:
        """The assistant goes on. Raises ConflictError for who does not have it."""
        self._finish(id_, speaker, "handed_back", "handoffHandBack", now)

    def end(self, id_: str, speaker: Speaker, now: datetime) -> None:
        """Everything is settled. Raises ConflictError for who does not have it."""
        self._finish(id_, speaker, "ended", "handoffEnd", now)

    def _finish(self, id_: str, speaker: Speaker, outcome: str, action: str, now: datetime) -> None:
        handoff = self._locked(id_, speaker)
        _check_own(handoff, speaker)
        close(handoff, outcome, now)
        desk_did(self._session, handoff, outcome, speaker, now)
        self._note_down(handoff, speaker, action, now)

    def _locked(self, id_: str, speaker: Speaker) -> Handoff:
        self._rules.check_role(speaker.role)
        return locked(self._session, id_)

    def _note_down(self, handoff: Handoff, speaker: Speaker, action: str, now: datetime) -> None:
        note_handoff(self._session, handoff, speaker.user_name, action, now)


def note_handoff(
    session: Session, handoff: Handoff, actor: str, action: str, now: datetime
) -> None:
    """Put it on the trail, under the report that it is about if we have it."""
    ticket = session.get(Ticket, handoff.report) if handoff.report else None
    note_down(session, actor, action, ticket, {"handoff": handoff.id}, now)


def _check_open(handoff: Handoff) -> None:
    if handoff.state == ENDED:
        raise DecidedError("the conversation is over")


def _check_own(handoff: Handoff, speaker: Speaker) -> None:
    _check_open(handoff)
    if handoff.officer != speaker.user_name:
        raise ConflictError("another officer has it, or nobody yet")
