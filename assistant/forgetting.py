"""Conversations in which nobody has written for long are not kept for ever: neither what was said
nor what is remembered of them between turns. Which report was filed where stays, so that whoever
writes there again still hears of it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from assistant.stores import open_database
from selfcare.signin import Conversation
from selfcare.store import (
    DraftRow,
    HandoffErrandRow,
    HandoffEventRow,
    HandoffRow,
    PendingRow,
    ReceivedFileRow,
    SignInRow,
    Store,
    ViewRow,
    VisitRow,
    WishRow,
)

DAYS = "90"
AT_ONCE = 500
"""Conversations in one statement: databases take so many values, and others wait no longer."""

_SAID = SQLTrackerStore.SQLEvent
_REMEMBERED = (DraftRow, WishRow, ViewRow, SignInRow, PendingRow, VisitRow, ReceivedFileRow)


def forget_old() -> int:
    """Forget what is older than `FORGET_AFTER_DAYS`; how many conversations that were."""
    days = int(os.environ.get("FORGET_AFTER_DAYS") or DAYS)
    before = datetime.now(timezone.utc) - timedelta(days=days)  # Rasa dates events by true time
    return forget(open_database(os.environ["TRACKER_URL"]), Store.from_environment(), before)


def forget(conversations: Engine, store: Store, before: datetime) -> int:
    """Forget those in which nothing has happened since; how many there were. What is remembered
    goes first: whoever is stopped in between finds the rest again.
    """
    with Session(conversations, future=True) as session:
        silent = (
            sa.select(_SAID.sender_id)
            .group_by(_SAID.sender_id)
            .having(sa.func.max(_SAID.timestamp) <= before.timestamp())
        )
        senders = list(session.scalars(silent))
    _forget_remembered(store, set(senders))
    for some in _portions(senders):
        with Session(conversations, future=True) as session, session.begin():
            old = _SAID.sender_id.in_(some), _SAID.timestamp <= before.timestamp()
            session.execute(sa.delete(_SAID).where(*old))
    return len(senders)


def _forget_remembered(store: Store, senders: set[str]) -> None:
    with store.session() as session:
        for rows in (*_REMEMBERED, HandoffRow):
            keys = session.scalars(sa.select(rows.conversation).distinct())
            for some in _portions([key for key in keys if Conversation.of(key).sender in senders]):
                if rows is HandoffRow:
                    _forget_errands(session, some)
                session.execute(sa.delete(rows).where(rows.conversation.in_(some)))


def _forget_errands(session: Session, conversations: list[str]) -> None:
    of_these = sa.select(HandoffRow.id).where(HandoffRow.conversation.in_(conversations))
    for rows in (HandoffErrandRow, HandoffEventRow):
        theirs = sa.delete(rows).where(rows.handoff.in_(of_these))
        session.execute(theirs, execution_options={"synchronize_session": False})


def _portions(of: list[str]) -> Iterator[list[str]]:
    return (of[start : start + AT_ONCE] for start in range(0, len(of), AT_ONCE))
