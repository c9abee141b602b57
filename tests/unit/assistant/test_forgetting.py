"""Conversations in which nobody has written for long are forgotten, and no others."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.events import ActionExecuted, SessionStarted
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from assistant import forgetting
from assistant.conversation import Conversation
from assistant.forgetting import forget
from assistant.stores import ConversationStore, open_database
from scripts.settings import ROOT
from selfcare.store import (
    DraftRow,
    HandoffErrandRow,
    HandoffEventRow,
    HandoffRow,
    Store,
    UnsignedReportRow,
    ViewRow,
    WishRow,
)
from tests.unit.assistant.dialogue import domain_of

DOMAIN = domain_of("intents: [greet]")
SAID = SQLTrackerStore.SQLEvent
NOW = datetime(2026, 11, 18, 10, tzinfo=timezone.utc)
MONTH = timedelta(days=30)


@pytest.fixture
def conversations(tmp_path: Path) -> Engine:
    engine = open_database(f"sqlite:///{tmp_path / 'tracker.db'}")
    SQLTrackerStore.Base.metadata.create_all(engine)
    return engine


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.at(f"sqlite:///{tmp_path / 'selfcare.db'}")


def writes(conversations: Engine, sender: str, *moments: datetime) -> None:
    with Session(conversations, future=True) as session, session.begin():
        for moment in moments:
            row = {"sender_id": sender, "type_name": "user", "data": '{"text": "Soy Ana"}'}
            session.add(SAID(timestamp=moment.timestamp(), **row))


def remembers(store: Store, conversation: str) -> None:
    with store.session() as session:
        session.add(WishRow(conversation=conversation, content="{}"))
        session.add(ViewRow(conversation=conversation, content="{}"))
        session.add(DraftRow(conversation=conversation, key="k", content="{}"))
        session.add(UnsignedReportRow(report=f"MSG of {conversation}", conversation=conversation))
        seconds = {"opened": 0, "heard": 0, "said": 0}
        session.add(
            HandoffRow(
                id=f"h {conversation}",
                conversation=conversation,
                language="es",
                state="ended",
                **seconds,
            )
        )
        of_it: dict[str, Any] = {"handoff": f"h {conversation}", "text": "Soy Ana"}
        session.add(HandoffErrandRow(message="m", kind="said", at=0, **of_it))
        session.add(HandoffEventRow(event_id=conversation, event="said", officer="", **of_it))


def senders(conversations: Engine) -> list[str]:
    with Session(conversations, future=True) as session:
        return sorted(session.scalars(sa.select(SAID.sender_id).distinct()))


def remembered(store: Store) -> dict[str, list[str]]:
    """What is left, by the name of its table."""
    owners = {rows: rows.conversation for rows in (WishRow, ViewRow, DraftRow, HandoffRow)}
    owners |= {rows: rows.handoff for rows in (HandoffErrandRow, HandoffEventRow)}
    with store.session() as session:
        found = {rows: session.scalars(sa.select(owner)).all() for rows, owner in owners.items()}
    return {rows.__tablename__: sorted(of) for rows, of in found.items() if of}


def test_what_was_said_long_ago_is_forgotten_with_what_is_remembered_of_it(
    conversations: Engine, store: Store
):
    writes(conversations, "old", NOW - 3 * MONTH, NOW - 2 * MONTH)
    remembers(store, "web:old")

    assert forget(conversations, store, NOW - MONTH) == 1

    assert senders(conversations) == []
    assert remembered(store) == {}
    assert forget(conversations, store, NOW - MONTH) == 0


def test_who_has_written_since_keeps_everything(conversations: Engine, store: Store):
    writes(conversations, "faithful", NOW - 3 * MONTH, NOW)
    writes(conversations, "old", NOW - 3 * MONTH)
    remembers(store, "web:faithful")
    before = remembered(store)

    assert forget(conversations, store, NOW - MONTH) == 1

    assert senders(conversations) == ["faithful"]
    assert remembered(store) == before


def test_whose_report_it_is_stays_known(conversations: Engine, store: Store):
    writes(conversations, "old", NOW - 2 * MONTH)
    remembers(store, "telegram:old")

    forget(conversations, store, NOW - MONTH)

    with store.session() as session:
        (report,) = session.scalars(sa.select(UnsignedReportRow.report))
    assert report == "MSG of telegram:old"


def test_who_was_forgotten_begins_anew_also_where_the_server_still_remembers(
    conversations: Engine, store: Store
):
    server = ConversationStore(DOMAIN, host=str(conversations.url))
    asyncio.run(server.save(spoken(server)))

    assert forget(conversations, store, datetime.now(timezone.utc)) == 1

    assert asyncio.run(server.retrieve("ana")) is None
    asyncio.run(server.save(spoken(server)))
    again = asyncio.run(server.retrieve("ana"))
    assert again is not None
    assert len(again.events) == 2


def spoken(server: ConversationStore) -> Conversation:
    tracker = server.init_tracker("ana")
    tracker.append([SessionStarted(), ActionExecuted("action_listen")])
    return tracker


def test_many_are_forgotten(conversations: Engine, store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(forgetting, "AT_ONCE", 2)
    for number in range(5):
        writes(conversations, f"old-{number}", NOW - 2 * MONTH)
        remembers(store, f"whatsapp:old-{number}")

    assert forget(conversations, store, NOW - MONTH) == 5
    assert (senders(conversations), remembered(store)) == ([], {})


@pytest.mark.parametrize(
    ("days", "kept"), [(None, ["young"]), ("1", []), ("200", ["old", "young"])]
)
def test_the_command_keeps_them_for_as_many_days_as_are_set(
    conversations: Engine, tmp_path: Path, days: str | None, kept: list[str]
):
    today = datetime.fromtimestamp(time.time(), timezone.utc)
    writes(conversations, "young", today - timedelta(days=89))
    writes(conversations, "old", today - timedelta(days=91))
    environment = {**os.environ, "ACLARO_VAR": str(tmp_path), "SELFCARE_DATABASE_URL": ""}
    environment |= {"TRACKER_URL": str(conversations.url), "ACLARO_NOW": "2031-01-01T00:00:00Z"}
    if days:
        environment["FORGET_AFTER_DAYS"] = days

    command = [sys.executable, "-m", "assistant", "forget"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )

    assert done.stdout == f"conversations: {2 - len(kept)}\n"
    assert senders(conversations) == kept
