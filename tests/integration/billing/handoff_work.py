"""What happens in conversations at the desk, in tests: handed over, taken, written in, ended."""

import asyncio
from datetime import timedelta

import httpx
from sqlalchemy import select

from billing import clock
from billing.credit_rules import credit_rules
from billing.database import Database
from billing.events import delivery
from billing.events.delivery import deliver_due
from billing.events.subscriptions import keep_configured
from billing.handoff import conversations
from billing.handoff.body import HandedOver, Message
from billing.handoff.desk import HandoffDesk
from billing.handoff.lapses import give_back_lapsed
from billing.handoff.lines import Speaker
from billing.models import AuditEntry, Handoff
from billing.settings import Settings
from tests.integration.billing.assistant_side import conversation
from tests.integration.billing.listener import Listener

MARTA = Speaker("clerk-1", "Marta Zielińska", "clerk")
HUGO = Speaker("clerk-2", "Hugo Marchand", "clerk")
READER = Speaker("reader-1", "Thomas Reid", "auditor")
WAIT, SILENT = timedelta(minutes=10), timedelta(minutes=5)


def listen(database: Database, settings: Settings) -> None:
    with database.write() as session:
        keep_configured(session, settings, clock.now())


def handed_over(database: Database, **changes: object) -> str:
    """The id of a conversation that waits."""
    body = HandedOver.model_validate(conversation(**changes))
    return conversations.hand_over(database, body, clock.now())[0].id


def writes(database: Database, id_: str, words: str) -> None:
    """The customer writes."""
    now = clock.now()
    written = {"id": f"m {now.isoformat()}", "text": words, "at": now.isoformat()}
    message = Message.model_validate(written)
    with database.write() as session:
        assert conversations.write(session, id_, message, now)


def take(database: Database, id_: str, speaker: Speaker = MARTA, seen: str = "") -> None:
    with database.write() as session:
        HandoffDesk(session, credit_rules()).take(id_, speaker, seen, clock.now())


def say(
    database: Database, id_: str, words: str, message_id: str, speaker: Speaker = MARTA
) -> None:
    with database.write() as session:
        HandoffDesk(session, credit_rules()).say(id_, speaker, message_id, words, clock.now())


def hand_back(database: Database, id_: str, speaker: Speaker = MARTA) -> None:
    with database.write() as session:
        HandoffDesk(session, credit_rules()).hand_back(id_, speaker, clock.now())


def end(database: Database, id_: str, speaker: Speaker = MARTA) -> None:
    with database.write() as session:
        HandoffDesk(session, credit_rules()).end(id_, speaker, clock.now())


def lapse(database: Database) -> int:
    return give_back_lapsed(database, clock.now(), WAIT, SILENT)


def look(database: Database, times: int = 1) -> None:
    """A worker's looks at the outbox."""

    async def looked() -> None:
        async with httpx.AsyncClient(trust_env=False, timeout=delivery.TIMEOUT) as client:
            for _ in range(times):
                await deliver_due(database, client)

    asyncio.run(looked())


def told(listener: Listener) -> list[tuple[str, str | None, str | None]]:
    """What the assistant has accepted: event, officer, words."""
    return [(it["event"], it["officer"], it["text"]) for it in listener.accepted]


def state(database: Database, id_: str) -> tuple[str, str | None, str | None]:
    with database.read() as session:
        handoff = session.get_one(Handoff, id_)
    return handoff.state, handoff.officer, handoff.outcome


def trail(database: Database, id_: str) -> list[tuple[str, str]]:
    """Who did what with a conversation."""
    with database.read() as session:
        entries = session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
    return [(it.actor, it.action) for it in entries if it.detail.get("handoff") == id_]
