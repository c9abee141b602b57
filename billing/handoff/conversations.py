"""The assistant's side of a conversation: it hands one over, passes on what its customer writes,
and takes it away again.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from billing.database import Database
from billing.errors import ConflictError, NotFoundError
from billing.handoff.body import HandedOver, Message
from billing.handoff.lines import SAID, customer_went, customer_wrote, is_known
from billing.handoff.presence import how_many
from billing.models import Handoff, HandoffLine

WAITING, TAKEN, ENDED = "waiting", "taken", "ended"


@dataclass(frozen=True)
class Standing:
    """Where a conversation stands: its place among those that wait, from one, or none; and how many
    officers are there.
    """

    id: str
    state: str
    position: int
    present: int


def hand_over(database: Database, body: HandedOver, now: datetime) -> tuple[Standing, bool]:
    """Put a conversation on the waiting list; how it stands, and whether it is new. One that is
    there already stays as it is, also where the same arrives twice at once.
    """

    def handed() -> tuple[Standing, bool]:
        with database.write() as session:
            handoff = session.get(Handoff, str(body.id))
            if is_new := handoff is None:
                handoff = _new(body, now)
                session.add(handoff)
                session.flush()
            return standing(session, handoff, now), is_new

    try:
        return handed()
    except IntegrityError:
        return handed()


def standing(session: Session, handoff: Handoff, now: datetime) -> Standing:
    """How it stands at this moment."""
    return Standing(handoff.id, handoff.state, _position(session, handoff), how_many(session, now))


def waiting(session: Session) -> int:
    """How many wait for an officer."""
    return session.scalars(select(func.count()).where(Handoff.state == WAITING)).one()


def write(session: Session, id_: str, message: Message, now: datetime) -> bool:
    """Pass on what the customer wrote; whether it is new.

    Raises NotFoundError, and ConflictError where nobody reads it any more.
    """
    handoff = locked(session, id_)
    if is_known(session, handoff, message.id):
        return False
    if handoff.state == ENDED:
        raise ConflictError("the conversation is over")
    customer_wrote(session, handoff, message.id, message.text, min(message.at, now))
    if handoff.owed_since is None:
        handoff.owed_since = now
    return True


def end(session: Session, id_: str, reason: str, now: datetime) -> Handoff:
    """The customer does not need, or does not have, the desk any more. Raises NotFoundError."""
    handoff = locked(session, id_)
    if handoff.state != ENDED:
        customer_went(session, handoff, reason, now)
        close(handoff, reason, now)
    return handoff


def close(handoff: Handoff, outcome: str, now: datetime) -> None:
    """It is over."""
    handoff.state, handoff.outcome, handoff.ended_at = ENDED, outcome, now
    handoff.owed_since = None


def found(session: Session, id_: str) -> Handoff:
    """The conversation. Raises NotFoundError."""
    handoff = session.get(Handoff, id_)
    if handoff is None:
        raise NotFoundError("no conversation with this id")
    return handoff


def locked(session: Session, id_: str) -> Handoff:
    """The conversation, for whoever changes it: one at a time. Raises NotFoundError."""
    handoff = session.get(Handoff, id_, with_for_update=True)
    if handoff is None:
        raise NotFoundError("no conversation with this id")
    return handoff


def _new(body: HandedOver, now: datetime) -> Handoff:
    customer = body.customer
    return Handoff(
        id=str(body.id),
        channel=body.channel,
        language=body.language,
        customer_name=customer.name if customer else None,
        account_id=customer.account_id if customer else None,
        wish=body.summary.wish,
        report=body.summary.report,
        state=WAITING,
        opened_at=now,
        owed_since=now,
        lines=[
            HandoffLine(event=SAID, who=line.who, text=line.text, at=min(line.at, now))
            for line in body.transcript
        ],
    )


def _position(session: Session, handoff: Handoff) -> int:
    if handoff.state != WAITING:
        return 0
    ahead = select(func.count()).where(Handoff.state == WAITING, _is_ahead_of(handoff))
    return session.scalars(ahead).one() + 1


def _is_ahead_of(handoff: Handoff) -> ColumnElement[bool]:
    at_once = (Handoff.opened_at == handoff.opened_at) & (Handoff.id < handoff.id)
    return or_(Handoff.opened_at < handoff.opened_at, at_once)
