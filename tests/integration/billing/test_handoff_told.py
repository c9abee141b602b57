"""What the assistant is told of what the desk does: signed, in order, at least once."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from sqlalchemy import select, text

from billing import clock
from billing.database import Database
from billing.errors import (
    NotFoundError,
)
from billing.events.subscriptions import unsubscribe
from billing.events.tables import HANDOFFS, OutboxEntry, Subscription
from billing.handoff.presence import arrive
from billing.settings import Settings
from tests.integration.billing.assistant_side import SECRET
from tests.integration.billing.desk_work import reported
from tests.integration.billing.handoff_work import (
    MARTA,
    hand_back,
    handed_over,
    listen,
    look,
    say,
    take,
    told,
    writes,
)
from tests.integration.billing.listener import JSON, Listener, listening, signature
from tests.integration.billing.officers import add_officers
from tests.integration.billing.visitor import MovingClock


@pytest.fixture
def assistant(database: Database) -> Iterator[Listener]:
    """The assistant's side: it hears what the desk does."""
    with listening() as listener:
        listen(database, Settings(handoff_secret=SECRET, handoff_callback=listener.address))
        yield listener


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
        assert headers["X-Signature-256"] == signature(SECRET, "POST", "/events", time, content)
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
