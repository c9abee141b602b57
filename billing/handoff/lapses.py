"""Conversations that nobody takes, or whose officer has fallen silent, go back to the assistant."""

import asyncio
import logging
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from billing import clock
from billing.database import Database
from billing.decisions import OPERATOR
from billing.handoff.conversations import TAKEN, WAITING, close
from billing.handoff.desk import note_handoff
from billing.handoff.lines import UNANSWERED, Speaker, desk_did
from billing.models import Handoff, HandoffLine
from billing.settings import Settings

log = logging.getLogger(__name__)

#: Seconds between two looks.
LOOK_EVERY = 5.0


async def watch(database: Database, settings: Settings) -> None:
    """Look for ever; any number of processes may, each conversation is given back once."""
    wait = timedelta(minutes=settings.handoff_wait_minutes)
    silent = timedelta(minutes=settings.handoff_silent_minutes)
    while True:
        try:
            await asyncio.to_thread(give_back_lapsed, database, clock.now(), wait, silent)
        except SQLAlchemyError as error:
            log.warning("conversations cannot be watched: %s", type(error).__name__)
        await asyncio.sleep(LOOK_EVERY)


def give_back_lapsed(database: Database, now: datetime, wait: timedelta, silent: timedelta) -> int:
    """Give back what waits, or waits for its officer's words, for too long; how many those were."""
    lapsed = _lapsed(now, wait, silent)
    with database.read() as session:
        if session.scalar(select(Handoff.id).where(lapsed).limit(1)) is None:
            return 0
    with database.write() as session:
        handoffs = session.scalars(
            select(Handoff).where(lapsed).with_for_update(skip_locked=True)
        ).all()
        for handoff in handoffs:
            _give_back(session, handoff, now)
    return len(handoffs)


def _lapsed(now: datetime, wait: timedelta, silent: timedelta) -> ColumnElement[bool]:
    return or_(
        and_(Handoff.state == WAITING, Handoff.opened_at <= now - wait),
        and_(Handoff.state == TAKEN, Handoff.owed_since <= now - silent),
    )


def _give_back(session: Session, handoff: Handoff, now: datetime) -> None:
    speaker = _silent_speaker(session, handoff)
    close(handoff, UNANSWERED, now)
    desk_did(session, handoff, UNANSWERED, speaker, now)
    note_handoff(session, handoff, OPERATOR, "handoffUnanswered", now)


def _silent_speaker(session: Session, handoff: Handoff) -> Speaker | None:
    """Who had it, by the name that the customer has read; None if nobody took it."""
    if handoff.officer is None:
        return None
    taken = (
        select(HandoffLine.officer_name)
        .where(HandoffLine.handoff_id == handoff.id, HandoffLine.officer == handoff.officer)
        .order_by(HandoffLine.id.desc())
        .limit(1)
    )
    return Speaker(handoff.officer, session.scalars(taken).one() or handoff.officer, "")
