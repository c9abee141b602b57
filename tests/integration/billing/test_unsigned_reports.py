"""Reports of people who have not signed in: who files them, who sees them, what becomes of them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count

import httpx
import pytest
from sqlalchemy import select

from billing import clock
from billing.access import READ, TICKETS, UNSIGNED
from billing.credit_rules import credit_rules
from billing.database import Database
from billing.decisions import Desk, Officer
from billing.errors import InvalidError
from billing.models import AuditEntry, Ticket
from billing.settings import Settings
from billing.signin import clients
from billing.signin.tables import OperatorClient
from tests.integration.billing.server import JSON, TICKET, Api, system_token
from tests.integration.billing.test_errors import check

WRITER = "5b1d0c8e7f"
EMAIL = {"id": "mailto:ana@example.com", "role": "contact", "@referredType": "ContactMedium"}
_keys = count(1)


def written(**changes: object) -> JSON:
    """A message of somebody who has not signed in."""
    return {
        "description": "Written report: contact_form",
        "severity": "Minor",
        "ticketType": "message",
        "name": "contact_form",
        "externalId": f"unsigned:{next(_keys)}",
        "language": "es",
        "channel": {"id": "web", "name": "web"},
        "relatedParty": [
            {"id": WRITER, "role": "writer", "@referredType": "Conversation"},
            EMAIL,
        ],
        "note": [{"text": "No tengo línea desde ayer."}],
        **changes,
    }


def api_of(address: str, token: str) -> Iterator[Api]:
    api = Api(address, token)
    yield api
    api.http.close()


@pytest.fixture
def assistant(billing_address: str) -> Iterator[Api]:
    """The system that files for people who have not signed in, and may do no more."""
    yield from api_of(billing_address, system_token(UNSIGNED, client_id="assistant"))


@pytest.fixture
def other(billing_address: str) -> Iterator[Api]:
    """Another one of its kind."""
    yield from api_of(billing_address, system_token(UNSIGNED, client_id="kiosk"))


def filed(api: Api, **changes: object) -> JSON:
    answer = api.file(written(**changes))
    assert answer.status_code == 201, answer.text
    ticket: JSON = answer.json()
    return ticket


def test_it_has_a_number_its_words_its_contact_and_no_customer(assistant: Api):
    ticket = filed(assistant)

    assert ticket["id"].startswith("MSG-")
    assert ticket["@type"] == "UnsignedReport"
    assert ticket["language"] == "es"
    assert [(it["role"], it["id"]) for it in ticket["relatedParty"]] == [
        ("writer", WRITER),
        ("contact", "mailto:ana@example.com"),
    ]
    (note,) = ticket["note"]
    assert (note["author"], note["text"]) == ("writer", "No tengo línea desde ayer.")
    assert assistant.get(f"{TICKET}/{ticket['id']}").json() == ticket


def test_the_same_key_is_the_same_report(assistant: Api):
    body = written()
    first, again = assistant.file(body), assistant.file(body)

    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    other_words = body | {"note": [{"text": "Otra cosa."}]}
    check(assistant.file(other_words), 409, "keyReused")


def test_nobody_sees_it_but_who_filed_it_and_the_operator(
    assistant: Api, other: Api, ana: Api, system: Api
):
    ticket = filed(assistant)

    check(other.get(f"{TICKET}/{ticket['id']}"), 404, "notFound")
    check(ana.get(f"{TICKET}/{ticket['id']}"), 404, "notFound")
    assert ticket["id"] not in [it["id"] for it in [*other.all(TICKET), *ana.all(TICKET)]]
    assert system.get(f"{TICKET}/{ticket['id']}").json()["id"] == ticket["id"]
    key = ticket["externalId"]
    assert [it["id"] for it in assistant.all(TICKET, externalId=key)] == [ticket["id"]]


def test_it_sees_no_report_of_a_customer_and_adds_nothing_to_one(assistant: Api, ana: Api):
    theirs = ana.file({"description": "Avería", "severity": "Minor", "ticketType": "fault"}).json()

    check(assistant.get(f"{TICKET}/{theirs['id']}"), 404, "notFound")
    answer = assistant.http.patch(theirs["href"], json={"note": [{"text": "x"}]})
    check(answer, 404, "notFound")


def test_a_system_that_reads_all_still_adds_nothing_to_a_customers_report(
    billing_address: str, ana: Api
):
    theirs = ana.file({"description": "Avería", "severity": "Minor", "ticketType": "fault"}).json()
    token = system_token(UNSIGNED, READ, client_id="assistant")
    answer = httpx.patch(
        billing_address + theirs["href"],
        json={"note": [{"text": "x"}]},
        headers={"Authorization": f"Bearer {token}"},
        trust_env=False,
    )
    check(answer, 404, "notFound")


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"ticketType": "billingDispute", "disputeReason": "other"}, 403, "forbidden"),
        (
            {"relatedEntity": [{"id": "BILL-1", "role": "x", "@referredType": "CustomerBill"}]},
            403,
            "forbidden",
        ),
        ({"language": None}, 400, "invalid"),
        ({"language": "Spanish"}, 400, "invalid"),
        (
            {
                "relatedParty": [
                    {"id": WRITER, "role": "writer", "@referredType": "Conversation"},
                    {"id": "C-1001", "role": "customer", "@referredType": "Customer"},
                ]
            },
            400,
            "invalid",
        ),
        (
            {
                "relatedParty": [
                    {"id": WRITER, "role": "writer", "@referredType": "Conversation"},
                    {"id": "other", "role": "writer", "@referredType": "Conversation"},
                ]
            },
            400,
            "invalid",
        ),
    ],
)
def test_what_takes_a_customer_or_says_too_little_is_refused(
    assistant: Api, changes: JSON, status: int, code: str
):
    check(assistant.file(written(**changes)), status, code)


@pytest.mark.parametrize(
    "contact", ["ana@example.com", "mailto:ana", "tel:600123456", "tel:+34", "https://x.example"]
)
def test_a_contact_that_is_none_is_refused(assistant: Api, contact: str):
    parties = [
        {"id": WRITER, "role": "writer", "@referredType": "Conversation"},
        {"id": contact, "role": "contact", "@referredType": "ContactMedium"},
    ]
    check(assistant.file(written(relatedParty=parties)), 400, "invalid")


def test_without_a_writer_it_files_for_nobody(assistant: Api):
    named = [{"id": "C-1001", "role": "customer", "@referredType": "Customer"}]
    check(assistant.file(written(relatedParty=named)), 403, "outOfScope")
    check(assistant.file(written(relatedParty=[])), 403, "outOfScope")


@pytest.mark.parametrize("scope", [TICKETS, READ])
def test_no_other_scope_files_for_people_who_have_not_signed_in(billing_address: str, scope: str):
    token = system_token(scope, client_id="crm")
    answer = httpx.post(
        billing_address + TICKET,
        json=written(),
        headers={"Authorization": f"Bearer {token}"},
        trust_env=False,
    )
    check(answer, 403, "outOfScope")


def test_a_customer_is_answered_where_they_want_it_too(ana: Api):
    body = {"description": "x", "severity": "Minor", "ticketType": "message"}
    ticket = ana.file(body | {"relatedParty": [EMAIL]}).json()

    assert [(it["role"], it["id"]) for it in ticket["relatedParty"]] == [
        ("customer", "C-1001"),
        ("contact", "mailto:ana@example.com"),
    ]


def test_a_promise_that_is_sooner_is_the_deadline(assistant: Api):
    soon = (clock.now() + timedelta(hours=2)).replace(microsecond=0)
    promised = soon.isoformat().replace("+00:00", "Z")
    assert filed(assistant, requestedResolutionDate=promised)["expectedResolutionDate"] == promised


@pytest.mark.parametrize("ahead", [timedelta(minutes=1), timedelta(days=30), -timedelta(days=1)])
def test_any_other_wish_leaves_the_deadline_as_it_is(assistant: Api, ahead: timedelta):
    wished = (clock.now() + ahead).isoformat().replace("+00:00", "Z")
    usual = filed(assistant)["expectedResolutionDate"]
    assert filed(assistant, requestedResolutionDate=wished)["expectedResolutionDate"] == usual


def test_the_operator_asks_and_the_writer_answers_through_the_system(
    assistant: Api, system: Api, billing_settings: Settings
):
    ticket = filed(assistant)
    asked = {"status": "pending", "note": [{"text": "¿Qué línea es?"}]}
    assert system.http.patch(ticket["href"], json=asked).status_code == 200

    answered = assistant.http.patch(ticket["href"], json={"note": [{"text": "La 600."}]}).json()

    assert [note["author"] for note in answered["note"]] == ["writer", "operator", "writer"]
    assert (answered["status"], answered["statusChangeReason"]) == (
        "inProgress",
        "customerAnswered",
    )
    database = Database(billing_settings.database)
    with database.read() as session:
        entries = session.scalars(
            select(AuditEntry).where(AuditEntry.ticket_id == ticket["id"]).order_by(AuditEntry.id)
        )
        told = [(entry.actor, entry.action) for entry in entries]
    database.close()
    assert told == [("assistant", "file"), ("crm", "ask"), ("writer", "answer")]


def test_the_writer_takes_it_back_and_confirms_it(assistant: Api, system: Api):
    withdrawn = filed(assistant)
    answer = assistant.http.patch(withdrawn["href"], json={"status": "cancelled"})
    assert answer.json()["status"] == "cancelled"

    settled = filed(assistant)
    words = {"status": "resolved", "note": [{"text": "Ya está."}]}
    assert system.http.patch(settled["href"], json=words).status_code == 200
    answer = assistant.http.patch(settled["href"], json={"status": "closed"})
    assert answer.json()["status"] == "closed"


def test_the_assistant_of_the_settings_has_one_scope_and_the_secret_as_it_is(database: Database):
    def kept(secret: str) -> OperatorClient:
        settings = Settings(assistant_client_id="assistant", assistant_client_secret=secret)
        with database.write() as session:
            clients.keep_configured(session, settings, clock.now())
            return session.get_one(OperatorClient, "assistant")

    assert kept("one").scopes == [UNSIGNED]
    assert clients.is_secret(kept("two"), "two")
    assert not clients.is_secret(kept("two"), "one")
    with database.write() as session:
        clients.disable(session, "assistant")
    assert not kept("three").active


def test_the_settings_name_no_system_that_may_do_more(database: Database):
    with database.write() as session:
        clients.add(session, "crm", [TICKETS], clock.now())
    settings = Settings(assistant_client_id="crm", assistant_client_secret="secret")
    with database.write() as session, pytest.raises(InvalidError):
        clients.keep_configured(session, settings, clock.now())


def test_a_downgrade_keeps_such_reports_and_they_come_back(database: Database, now: datetime):
    with database.write() as session:
        settings = Settings(assistant_client_id="assistant", assistant_client_secret="secret")
        clients.keep_configured(session, settings, now)
        template = session.scalars(select(Ticket).limit(1)).one()
        values = {column.name: getattr(template, column.name) for column in Ticket.__table__.c}
        values |= {"id": "MSG-0000-0000", "customer_id": None, "account_id": None}
        values |= {"external_id": "k", "ticket_type": "message", "status": "acknowledged"}
        values |= {"filed_by": "assistant", "writer": WRITER, "contact": "tel:+34600123456"}
        session.add(Ticket(**values))

    database.downgrade("0012")
    database.migrate()

    with database.read() as session:
        ticket = session.get_one(Ticket, "MSG-0000-0000")
    assert (ticket.customer_id, ticket.filed_by, ticket.contact) == (None, None, None)
    desk = Desk(database, credit_rules())
    desk.resolve(ticket.id, Officer("clerk-1", "clerk"), "Hecho.", now)
