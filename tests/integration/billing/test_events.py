"""What happens to a report is in the outbox with it, and is what TMF621 calls it."""

import json
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from billing import reports
from billing.answers import answer
from billing.database import Database
from billing.decisions import Desk
from billing.errors import InvalidError
from billing.events.body import body_of
from billing.events.subscriptions import keep_configured
from billing.events.tables import OutboxEntry, Subscription
from billing.models import Ticket
from billing.settings import Settings
from billing.tmf.body import TicketCreate, TicketUpdate
from tests.integration.billing.listener import JSON, short
from tests.integration.billing.test_decisions import CLERK, CUSTOMER, POLICY, WORDS, two_calls
from tests.integration.billing.test_specifications import SPECIFICATIONS, validator

LISTENED_TO = Settings(events_callback="http://127.0.0.1:9/events", events_secret="s" * 32)


@pytest.fixture(autouse=True)
def _somebody_listens(database: Database, now: datetime) -> None:
    with database.write() as session:
        keep_configured(session, LISTENED_TO, now)


def events(database: Database) -> list[JSON]:
    """All that were ever put into the outbox, the oldest first."""
    statement = select(OutboxEntry).options(joinedload(OutboxEntry.ticket))
    with database.read() as session:
        return [body_of(entry) for entry in session.scalars(statement.order_by(OutboxEntry.id))]


def latest(database: Database, since: int) -> list[str]:
    """The types, and the fields, of the events after the first so many."""
    return [
        " ".join([short(event), *filter(None, [event.get("fieldPath")])])
        for event in events(database)[since:]
    ]


def test_a_new_report_is_one_event(database: Database, now: datetime):
    number, _ = two_calls(database, now)

    (event,) = events(database)
    ticket = event["event"]["troubleTicket"]
    assert short(event) == "Create"
    assert (ticket["id"], ticket["status"]) == (number, "acknowledged")
    assert ticket["relatedParty"][0]["id"] == CUSTOMER


def test_a_report_filed_twice_is_new_once(database: Database, now: datetime):
    body = {
        "description": "no las reconozco",
        "severity": "Minor",
        "ticketType": "message",
        "externalId": "once",
    }
    for _ in range(2):
        reports.file(database, CUSTOMER, TicketCreate.model_validate(body), now, POLICY)

    assert latest(database, 0) == ["Create"]


def test_a_credit_is_a_change_of_status_and_a_resolution(
    database: Database, desk: Desk, now: datetime
):
    number, _ = two_calls(database, now)
    later = now + timedelta(minutes=1)

    desk.credit(number, CLERK, WORDS, later)

    told = latest(database, 1)
    assert {"StatusChange", "Resolved", "AttributeValueChange note"} <= set(told)
    for event in events(database)[1:]:
        ticket = event["event"]["troubleTicket"]
        assert (ticket["status"], ticket["statusChangeReason"]) == ("resolved", "credited")
        assert ticket["lastUpdate"] == event["eventTime"]


def test_an_offer_asks_its_customer_for_something(database: Database, desk: Desk, now: datetime):
    number, _ = two_calls(database, now)

    desk.offer(number, CLERK, 1, WORDS, now)

    assert sorted(latest(database, 1)) == [
        "AttributeValueChange creditOffer",
        "AttributeValueChange note",
        "InformationRequired",
        "StatusChange",
    ]


def test_a_refused_offer_is_told(database: Database, desk: Desk, now: datetime):
    number, _ = two_calls(database, now)
    desk.offer(number, CLERK, 1, WORDS, now)
    before = len(events(database))

    with database.write() as session:
        answer(session, session.get_one(Ticket, number), "inProgress", now)

    assert sorted(latest(database, before)) == ["AttributeValueChange creditOffer", "StatusChange"]


def test_a_refused_dispute_is_no_resolution(database: Database, desk: Desk, now: datetime):
    number, _ = two_calls(database, now)

    desk.refuse(number, CLERK, "chargeIsDue", WORDS, now)

    assert sorted(latest(database, 1)) == ["AttributeValueChange note", "StatusChange"]


def test_a_note_is_told_without_its_words(database: Database, now: datetime):
    number, _ = two_calls(database, now)
    body = TicketUpdate.model_validate({"note": [{"text": "estaba en Sevilla"}]})
    with database.write() as session:
        reports.add_notes(session, Ticket.customer_id == CUSTOMER, number, body, now)

    assert latest(database, 1) == ["AttributeValueChange note"]
    told = json.dumps(events(database))
    assert "Sevilla" not in told
    with database.read() as session:
        assert session.get_one(Ticket, number).description not in told


def test_another_severity_and_deadline_are_changes(database: Database, now: datetime):
    number, _ = two_calls(database, now)

    with database.write() as session:
        ticket = session.get_one(Ticket, number)
        ticket.severity, ticket.updated_at = "Major", now
        ticket.answer_due_at = now + timedelta(days=30)

    assert sorted(latest(database, 1)) == [
        "AttributeValueChange expectedResolutionDate",
        "AttributeValueChange severity",
    ]


def test_what_is_flushed_before_the_end_is_told_too(database: Database, now: datetime):
    number, _ = two_calls(database, now)

    with database.write() as session:
        ticket = session.get_one(Ticket, number)
        ticket.move("inProgress", None, now)
        session.flush()
        ticket.move("held", "waitsForAnotherOperator", now)

    assert latest(database, 1) == ["StatusChange"]
    assert events(database)[-1]["event"]["troubleTicket"]["status"] == "held"


def test_what_did_not_happen_is_not_told(database: Database, desk: Desk, now: datetime):
    number, _ = two_calls(database, now)

    with pytest.raises(InvalidError):
        desk.credit(number, CLERK, "   ", now)

    assert latest(database, 1) == []


def test_two_listeners_hear_of_the_same_event(database: Database, now: datetime):
    with database.write() as session:
        keep_configured(session, LISTENED_TO, now)
        session.add(
            Subscription(
                id="only-resolved",
                callback="http://127.0.0.1:9/other",
                query="eventType=TroubleTicketResolvedEvent,TroubleTicketCreateEvent",
                secret="t" * 32,
                created_at=now,
            )
        )
    two_calls(database, now)

    first, second = events(database)
    assert first == second


def test_every_event_fits_its_specification(database: Database, desk: Desk, now: datetime):
    first, _ = two_calls(database, now)
    desk.offer(first, CLERK, 1, WORDS, now)
    with database.write() as session:
        answer(session, session.get_one(Ticket, first), "resolved", now)

    told = events(database)
    assert {short(event) for event in told} == {
        "Create",
        "AttributeValueChange",
        "StatusChange",
        "InformationRequired",
        "Resolved",
    }
    for event in told:
        validator(621, event["eventType"]).validate(event)
    example = json.loads((SPECIFICATIONS / "example.status_change_event.json").read_text("utf-8"))
    changed = next(event for event in told if short(event) == "StatusChange")
    assert set(changed) >= set(example)
    assert set(changed["event"]["troubleTicket"]) >= set(example["event"]["troubleTicket"])
