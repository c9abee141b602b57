"""What happens in a conversation, line by line; the assistant is told of what the desk does."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from billing.events.tables import HANDOFFS, WAITING, OutboxEntry
from billing.models import Handoff, HandoffLine

SAID = "said"
TAKEN, HANDED_BACK, ENDED, UNANSWERED = "taken", "handed_back", "ended", "unanswered"
CUSTOMER, ASSISTANT, OFFICER, DESK = "customer", "assistant", "officer", "desk"
#: What the desk does, and what the assistant is told of it: either way it is its turn again.
TOLD = {
    TAKEN: "taken",
    HANDED_BACK: "handed_back",
    ENDED: "handed_back",
    UNANSWERED: "unanswered",
}


@dataclass(frozen=True)
class Speaker:
    """An officer who talks with a customer: `name` is what the customer reads."""

    user_name: str
    name: str
    role: str


def customer_wrote(
    session: Session, handoff: Handoff, message_id: str, text: str, at: datetime
) -> None:
    """The customer's words."""
    line = HandoffLine(handoff_id=handoff.id, event=SAID, who=CUSTOMER, at=at)
    line.message_id, line.text = message_id, text
    session.add(line)


def customer_went(session: Session, handoff: Handoff, reason: str, at: datetime) -> None:
    """The customer wants no person any more, or is not there."""
    session.add(HandoffLine(handoff_id=handoff.id, event=reason, who=CUSTOMER, at=at))


def officer_wrote(
    session: Session, handoff: Handoff, speaker: Speaker, message_id: str, text: str, at: datetime
) -> None:
    """An officer's words, on their way to the customer."""
    line = HandoffLine(handoff_id=handoff.id, event=SAID, who=OFFICER, at=at)
    line.message_id, line.text = message_id, text
    line.officer, line.officer_name = speaker.user_name, speaker.name
    _tell(session, handoff, line, SAID)


def desk_did(
    session: Session, handoff: Handoff, event: str, speaker: Speaker | None, at: datetime
) -> None:
    """A step of the desk, or of one of its officers."""
    line = HandoffLine(handoff_id=handoff.id, event=event, who=DESK, at=at)
    if speaker is not None:
        line.officer, line.officer_name = speaker.user_name, speaker.name
    _tell(session, handoff, line, TOLD[event])


def is_known(session: Session, handoff: Handoff, message_id: str) -> bool:
    """Whether a message of this id has come before."""
    known = select(HandoffLine.id).where(
        HandoffLine.handoff_id == handoff.id, HandoffLine.message_id == message_id
    )
    return session.scalar(known) is not None


def _tell(session: Session, handoff: Handoff, line: HandoffLine, event: str) -> None:
    """Put it into the outbox, in the transaction in which it happens."""
    session.add(
        OutboxEntry(
            subscription_id=HANDOFFS,
            handoff_id=handoff.id,
            line=line,
            event_id=str(uuid4()),
            event_type=event,
            status=handoff.state,
            happened_at=line.at,
            state=WAITING,
            due_at=line.at,
            attempts=0,
        )
    )
