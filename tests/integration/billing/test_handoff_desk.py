"""What officers do with conversations, what the assistant is told, and what nobody answers."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import httpx
import pytest
from sqlalchemy import select, text

from billing import clock
from billing.credit_rules import credit_rules
from billing.database import Database
from billing.errors import (
    BillingError,
    ConflictError,
    DecidedError,
    ForbiddenError,
    InvalidError,
    NotFoundError,
)
from billing.events import delivery
from billing.events.delivery import deliver_due
from billing.events.subscriptions import keep_configured, unsubscribe
from billing.events.tables import HANDOFFS, OutboxEntry, Subscription
from billing.handoff import conversations
from billing.handoff.body import HandedOver, Message
from billing.handoff.desk import LONGEST_WORDS, HandoffDesk
from billing.handoff.lapses import give_back_lapsed
from billing.handoff.lines import Speaker
from billing.handoff.presence import arrive, how_many, is_there, leave, see
from billing.models import AuditEntry, Handoff, OfficerPresence
from billing.settings import Settings
from tests.integration.billing.assistant_side import SECRET, conversation
from tests.integration.billing.desk_work import reported
from tests.integration.billing.listener import JSON, Listener, listening, signature
from tests.integration.billing.officers import add_officers
from tests.integration.billing.visitor import MovingClock

MARTA = Speaker("clerk-1", "Marta Zielińska", "clerk")
HUGO = Speaker("clerk-2", "Hugo Marchand", "clerk")
READER = Speaker("reader-1", "Thomas Reid", "auditor")
WAIT, SILENT = timedelta(minutes=10), timedelta(minutes=5)


@pytest.fixture
def assistant(database: Database) -> Iterator[Listener]:
    """The assistant's side: it hears what the desk does."""
    with listening() as listener:
        listen(database, Settings(handoff_secret=SECRET, handoff_callback=listener.address))
        yield listener


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


def test_the_assistant_hears_in_order_what_the_desk_does(database: Database, assistant: Listener):
    id_ = handed_over(database)
    take(database, id_)
    say(database, id_, "Buenos días.", "1")
    writes(database, id_, "Buenos días.")
    say(database, id_, "Lo miro.", "2")
    hand_back(database, id_)
    look(database, times=6)
    assert told(assistant) == [
        ("taken", MARTA.name, None),
        ("said", MARTA.name, "Buenos días."),
        ("said", MARTA.name, "Lo miro."),
        ("handed_back", MARTA.name, None),
    ]
    assert {it["handoff"] for it in assistant.accepted} == {id_}
    assert len({it["eventId"] for it in assistant.accepted}) == 4
    for headers, content in zip(assistant.headers, assistant.contents, strict=True):
        time = headers["X-Event-Time"]
        assert headers["X-Signature-256"] == signature(SECRET, time, content)
        assert headers["Content-Type"] == "application/json"


def test_what_the_assistant_does_not_take_is_told_again_and_nothing_overtakes_it(
    database: Database, assistant: Listener, moving: MovingClock
):
    first, second = handed_over(database), handed_over(database)
    for id_ in (first, second):
        take(database, id_)
        say(database, id_, "Buenos días.", "1")
    assistant.answers = [503]
    look(database, times=4)
    lost = assistant.attempts[0]["handoff"]
    assert {it["handoff"] for it in assistant.accepted} == {first, second} - {lost}
    moving.forward(minutes=1)
    look(database, times=4)

    def of(it: JSON) -> bool:
        return bool(it["handoff"] == lost)

    assert [it["event"] for it in assistant.attempts if of(it)] == ["taken", "taken", "said"]
    assert len({it["eventId"] for it in assistant.attempts if of(it)}) == 2


def test_listeners_of_reports_hear_nothing_of_conversations_nor_the_other_way(
    database: Database, assistant: Listener, now: datetime
):
    with listening() as reports:
        settings = Settings(
            events_callback=reports.address,
            events_secret="s",
            handoff_secret=SECRET,
            handoff_callback=assistant.address,
        )
        listen(database, settings)
        take(database, handed_over(database))
        reported(database, now)
        look(database, times=3)
        assert reports.types() == ["Create"]
        assert [it["event"] for it in assistant.accepted] == ["taken"]


def test_without_a_secret_nothing_is_told_any_more(database: Database, assistant: Listener):
    take(database, handed_over(database))
    listen(database, Settings())
    look(database)
    assert assistant.attempts == []
    with database.read() as session:
        assert session.get(Subscription, HANDOFFS) is None


def test_the_assistant_is_no_listener_that_a_system_could_remove(
    database: Database, assistant: Listener
):
    with database.write() as session, pytest.raises(NotFoundError):
        unsubscribe(session, HANDOFFS)
    take(database, handed_over(database))
    look(database)
    assert len(assistant.accepted) == 1


def test_the_assistant_is_where_rasa_is_unless_told_otherwise():
    settings = Settings(rasa_url="http://rasa:5005/")
    assert settings.handoff_address == "http://rasa:5005/webhooks/handoff/"
    elsewhere = Settings(handoff_callback="http://elsewhere/")
    assert elsewhere.handoff_address == "http://elsewhere/"


def test_of_two_officers_at_once_one_has_it(database: Database, assistant: Listener):
    id_ = handed_over(database)

    def try_to_take(speaker: Speaker) -> str:
        try:
            take(database, id_, speaker)
        except ConflictError:
            return ""
        return speaker.user_name

    with ThreadPoolExecutor(2) as officers:
        winners = [name for name in officers.map(try_to_take, (MARTA, HUGO)) if name]
    assert len(winners) == 1
    assert state(database, id_) == ("taken", winners[0], None)
    assert trail(database, id_) == [(winners[0], "handoffTake")]
    look(database, times=2)
    assert len(assistant.accepted) == 1


def test_an_officer_takes_over_from_another_whom_they_saw(database: Database, assistant: Listener):
    id_ = handed_over(database)
    take(database, id_, MARTA)
    with pytest.raises(ConflictError):
        take(database, id_, HUGO, seen="")
    take(database, id_, HUGO, seen=MARTA.user_name)
    take(database, id_, HUGO, seen="whoever")
    with pytest.raises(ConflictError):
        say(database, id_, "¿Sigue ahí?", "1", MARTA)
    say(database, id_, "Sigo yo.", "1", HUGO)
    look(database, times=4)
    assert told(assistant) == [
        ("taken", MARTA.name, None),
        ("taken", HUGO.name, None),
        ("said", HUGO.name, "Sigo yo."),
    ]


def test_a_message_is_sent_once(database: Database, assistant: Listener):
    id_ = handed_over(database)
    take(database, id_)
    with ThreadPoolExecutor(3) as senders:
        list(senders.map(lambda _: say(database, id_, "Buenos días.", "m-1"), range(3)))
    look(database, times=4)
    assert told(assistant)[1:] == [("said", MARTA.name, "Buenos días.")]


@pytest.mark.parametrize("words", ["", "x" * (LONGEST_WORDS + 1), "a\x00b"])
def test_words_that_cannot_be_sent_are_refused(database: Database, assistant: Listener, words: str):
    id_ = handed_over(database)
    take(database, id_)
    with pytest.raises(InvalidError):
        say(database, id_, words, "1")
    with pytest.raises(InvalidError):
        say(database, id_, "Hola", "")


def test_nobody_writes_who_has_not_taken_it(database: Database, assistant: Listener):
    id_ = handed_over(database)
    for act in (hand_back, end):
        with pytest.raises(ConflictError):
            act(database, id_)
    with pytest.raises(ConflictError):
        say(database, id_, "Hola", "1")
    assert trail(database, id_) == []


def test_who_only_reads_does_nothing(database: Database, assistant: Listener):
    id_ = handed_over(database)
    for act in (take, hand_back, end):
        with pytest.raises(ForbiddenError):
            act(database, id_, READER)
    with pytest.raises(ForbiddenError):
        say(database, id_, "Hola", "1", READER)
    with pytest.raises(NotFoundError):
        take(database, "no such conversation")


@pytest.mark.parametrize("how", ["customer", "handed back", "ended"])
def test_what_is_over_stays_over(database: Database, assistant: Listener, how: str):
    id_ = handed_over(database)
    take(database, id_)
    if how == "customer":
        with database.write() as session:
            conversations.end(session, id_, "customer_left", clock.now())
    elif how == "ended":
        end(database, id_)
    else:
        hand_back(database, id_)
    for act in (take, hand_back, end):
        with pytest.raises(DecidedError):
            act(database, id_)
    with pytest.raises(BillingError):
        say(database, id_, "Hola", "1")
    look(database, times=3)
    assert [event for event, _, _ in told(assistant)] == (
        ["taken"] if how == "customer" else ["taken", "handed_back"]
    )
    assert state(database, id_)[0] == "ended"


def test_everything_is_on_the_trail_under_its_report(database: Database, assistant: Listener):
    number = reported(database, clock.now())
    id_ = handed_over(database, summary={"wish": "report_fault", "report": number})
    take(database, id_)
    say(database, id_, "Buenos días.", "1")
    end(database, id_)
    assert trail(database, id_) == [
        ("clerk-1", "handoffTake"),
        ("clerk-1", "handoffSay"),
        ("clerk-1", "handoffEnd"),
    ]
    with database.read() as session:
        entries = session.scalars(select(AuditEntry).where(AuditEntry.ticket_id == number)).all()
    assert len(entries) == 3
    assert "Buenos" not in str([entry.detail for entry in entries])


def test_what_nobody_takes_goes_back_to_the_assistant(
    database: Database, assistant: Listener, moving: MovingClock
):
    id_ = handed_over(database, summary={"report": "of another system"})
    moving.forward(minutes=9, seconds=50)
    assert lapse(database) == 0
    moving.forward(seconds=20)
    assert lapse(database) == 1
    assert lapse(database) == 0
    look(database, times=2)
    assert told(assistant) == [("unanswered", None, None)]
    assert state(database, id_) == ("ended", None, "unanswered")
    assert trail(database, id_) == [("operator", "handoffUnanswered")]


def test_an_officer_who_falls_silent_loses_the_conversation(
    database: Database, assistant: Listener, moving: MovingClock
):
    id_ = handed_over(database)
    moving.forward(minutes=9)
    take(database, id_)
    moving.forward(minutes=4)
    say(database, id_, "Buenos días.", "1")
    moving.forward(minutes=60)
    assert lapse(database) == 0, "it is the customer's turn"
    writes(database, id_, "¿Y bien?")
    moving.forward(minutes=3)
    writes(database, id_, "¿Hola?")
    assert lapse(database) == 0
    moving.forward(minutes=3)
    assert lapse(database) == 1, "a second message gives the officer no more time"
    look(database, times=4)
    assert told(assistant)[-1] == ("unanswered", MARTA.name, None)
    assert state(database, id_) == ("ended", "clerk-1", "unanswered")


def test_who_takes_it_and_says_nothing_loses_it_too(
    database: Database, assistant: Listener, moving: MovingClock
):
    take(database, handed_over(database))
    moving.forward(minutes=5, seconds=1)
    assert lapse(database) == 1


def test_two_who_watch_give_it_back_once(
    database: Database, assistant: Listener, moving: MovingClock
):
    handed_over(database)
    moving.forward(minutes=11)
    with ThreadPoolExecutor(3) as watchers:
        assert sum(watchers.map(lambda _: lapse(database), range(3))) == 1


def test_presence_ends_by_a_word_or_by_silence(database: Database, moving: MovingClock):
    add_officers(database, Settings(staff_key="x" * 43 + "="), clock.now())
    with ThreadPoolExecutor(3) as clicks:
        list(clicks.map(lambda _: arrive(database, "clerk-1", clock.now()), range(3)))
    moving.forward(minutes=4)
    with database.write() as session:
        see(session, "clerk-1", clock.now())
        see(session, "clerk-2", clock.now())
    moving.forward(minutes=4)
    with database.read() as session:
        assert how_many(session, clock.now()) == 1
    moving.forward(minutes=2)
    with database.write() as session:
        see(session, "clerk-1", clock.now())
        assert not is_there(session, "clerk-1", clock.now())
        assert how_many(session, clock.now()) == 0
    arrive(database, "clerk-1", clock.now())
    with database.write() as session:
        assert is_there(session, "clerk-1", clock.now())
        leave(session, "clerk-1", clock.now())
        leave(session, "clerk-1", clock.now())
        assert session.scalars(select(OfficerPresence)).all() == []
        entries = session.scalars(select(AuditEntry.action).where(AuditEntry.actor == "clerk-1"))
        assert list(entries) == ["handoffThere", "handoffThere", "handoffAway"]


def test_a_downgrade_takes_conversations_and_leaves_what_happened_to_reports(
    database: Database, assistant: Listener
):
    settings = Settings(
        events_callback="http://127.0.0.1:9/",
        events_secret="s",
        handoff_secret=SECRET,
        handoff_callback=assistant.address,
    )
    listen(database, settings)
    add_officers(database, Settings(staff_key="x" * 43 + "="), clock.now())
    arrive(database, "clerk-1", clock.now())
    number = reported(database, clock.now())
    take(database, handed_over(database))

    database.downgrade("0012")
    with database.engine.connect() as connection:
        left = connection.execute(text("select ticket_id from outbox")).scalars().all()
        listeners = connection.execute(text("select id from event_subscription")).scalars().all()
    assert (left, listeners) == ([number], ["configured"])
    database.migrate()

    with database.read() as session:
        (entry,) = session.scalars(select(OutboxEntry)).all()
    assert (entry.ticket_id, entry.handoff_id, entry.line_id) == (number, None, None)
    listen(database, settings)
    take(database, handed_over(database))
    look(database, times=2)
    assert [it["event"] for it in assistant.accepted] == ["taken"]
