"""What officers do with conversations, and what happens where nobody answers."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from billing import clock
from billing.database import Database
from billing.errors import (
    BillingError,
    ConflictError,
    DecidedError,
    ForbiddenError,
    InvalidError,
    NotFoundError,
)
from billing.handoff import conversations
from billing.handoff.desk import LONGEST_WORDS
from billing.handoff.lines import Speaker
from billing.handoff.presence import arrive, how_many, is_there, leave, see
from billing.models import AuditEntry, OfficerPresence
from billing.settings import Settings
from tests.integration.billing.assistant_side import SECRET
from tests.integration.billing.desk_work import reported
from tests.integration.billing.handoff_work import (
    HUGO,
    MARTA,
    READER,
    end,
    hand_back,
    handed_over,
    lapse,
    listen,
    look,
    say,
    state,
    take,
    told,
    trail,
    writes,
)
from tests.integration.billing.listener import Listener, listening
from tests.integration.billing.officers import add_officers
from tests.integration.billing.visitor import MovingClock


@pytest.fixture
def assistant(database: Database) -> Iterator[Listener]:
    """The assistant's side: it hears what the desk does."""
    with listening() as listener:
        listen(database, Settings(handoff_secret=SECRET, handoff_callback=listener.address))
        yield listener


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
