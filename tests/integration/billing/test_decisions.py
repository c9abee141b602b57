"""A person decides on a dispute: once, within the rules, and on the record."""

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from billing import reports
from billing.__main__ import main
from billing.balances import balances
from billing.calls import FACTS
from billing.database import Database
from billing.decisions import Desk, Officer
from billing.eligibility import CallFacts, ineligibility
from billing.errors import (
    BillingError,
    DecidedError,
    ForbiddenError,
    InvalidError,
    NotEligibleError,
    NotFoundError,
)
from billing.models import AuditEntry, Bill, Call, Credit, Ticket, TicketStatusChange
from billing.tmf.body import TicketCreate

CUSTOMER, ACCOUNT = "C-1001", "BA-ES-1001"
CLERK, SUPERVISOR = Officer("clerk-1", "clerk"), Officer("supervisor-1", "supervisor")
WORDS = "Hemos comprobado las llamadas y le devolvemos el importe."
POLICY = reports.Policy(age_limit=timedelta(days=90))


def disputable(database: Database, now: datetime) -> list[Call]:
    """Charged calls on the customer's latest bill, the cheapest first."""
    with database.read() as session:
        bill = session.scalars(
            select(Bill).where(Bill.account_id == ACCOUNT).order_by(Bill.bill_date.desc())
        ).first()
        assert bill is not None
        calls = session.scalars(
            select(Call).where(Call.bill_id == bill.id, Call.amount > 0).order_by(Call.amount)
        )
        return list(calls)


def filed(database: Database, now: datetime, calls: list[Call], **changes: Any) -> str:
    """The number of a dispute about the calls."""
    entities = [{"id": it.id, "role": "disputedUsage", "@referredType": "Usage"} for it in calls]
    body = {
        "description": "no las reconozco",
        "severity": "Minor",
        "ticketType": "billingDispute",
        "disputeReason": "unrecognised_call",
        "relatedEntity": entities,
    }
    number, _ = reports.file(
        database, CUSTOMER, TicketCreate.model_validate(body | changes), now, POLICY
    )
    return number


def two_calls(database: Database, now: datetime) -> tuple[str, list[Call]]:
    """A dispute about the two cheapest calls that nobody has disputed yet."""
    calls = disputable(database, now)
    with database.read() as session:
        rows = session.execute(select(Call.id, Call.amount, *FACTS)).all()
    limit = POLICY.age_limit
    free = {row[0] for row in rows if ineligibility(CallFacts(*row[1:]), now, limit) is None}
    two = [call for call in calls if call.id in free][:2]
    return filed(database, now, two), two


def test_a_credit_is_given_call_by_call_on_the_bill_that_can_take_it(
    database: Database, desk: Desk, now: datetime
):
    number, calls = two_calls(database, now)
    total = sum(call.amount for call in calls)
    with database.read() as session:
        before = {bill.id: bill.remaining for bill in balances(session, ACCOUNT)}

    desk.credit(number, CLERK, WORDS, now)

    with database.read() as session:
        ticket = session.get_one(Ticket, number)
        granted = session.scalars(select(Credit).where(Credit.ticket_id == number)).all()
        after = {bill.id: bill.remaining for bill in balances(session, ACCOUNT)}
        steps = session.scalars(
            select(TicketStatusChange.status).where(TicketStatusChange.ticket_id == number)
        ).all()
        last_note = ticket.notes[-1]
    assert (ticket.status, ticket.status_reason, ticket.resolved_at) == (
        "resolved",
        "credited",
        now,
    )
    assert {it.call_id: it.amount for it in granted} == {call.id: call.amount for call in calls}
    assert ticket.credit_bill_id is not None
    assert before[ticket.credit_bill_id] - after[ticket.credit_bill_id] == total
    assert list(steps) == ["acknowledged", "resolved"]
    assert (last_note.author, last_note.text) == ("operator", WORDS)


def test_a_credited_call_cannot_be_disputed_again(database: Database, desk: Desk, now: datetime):
    number, calls = two_calls(database, now)
    desk.credit(number, CLERK, WORDS, now)
    with pytest.raises(NotEligibleError) as refused:
        filed(database, now, calls[:1])
    assert refused.value.reason == "already_credited"


def test_a_refusal_gives_nothing_back_and_says_why(database: Database, desk: Desk, now: datetime):
    number, _ = two_calls(database, now)
    desk.refuse(number, CLERK, "chargeIsDue", "Las llamadas se hicieron desde su línea.", now)
    with database.read() as session:
        ticket = session.get_one(Ticket, number)
        assert session.scalar(select(Credit).where(Credit.ticket_id == number)) is None
        assert ticket.notes[-1].text == "Las llamadas se hicieron desde su línea."
    assert (ticket.status, ticket.status_reason) == ("rejected", "chargeIsDue")


def test_what_is_decided_stays_decided(database: Database, desk: Desk, now: datetime):
    number, _ = two_calls(database, now)
    desk.refuse(number, CLERK, "tooLate", "No.", now)
    with pytest.raises(DecidedError):
        desk.credit(number, SUPERVISOR, WORDS, now)
    with pytest.raises(DecidedError):
        desk.refuse(number, CLERK, "tooLate", "No.", now)


def test_of_many_decisions_at_once_one_wins(database: Database, desk: Desk, now: datetime):
    number, calls = two_calls(database, now)

    def decide(place: int) -> bool:
        officer = Officer(f"clerk-{place}", "clerk")
        try:
            if place % 2:
                desk.credit(number, officer, WORDS, now)
            else:
                desk.refuse(number, officer, "chargeIsDue", "No.", now)
        except DecidedError:
            return False
        return True

    with ThreadPoolExecutor(8) as officers:
        won = sum(officers.map(decide, range(16)))
    assert won == 1
    with database.read() as session:
        granted = session.scalars(select(Credit).where(Credit.ticket_id == number)).all()
        entries = session.scalars(select(AuditEntry).where(AuditEntry.ticket_id == number)).all()
    assert len(granted) in (0, len(calls))
    assert len(entries) == 1


def test_credits_given_at_once_do_not_come_off_a_bill_that_cannot_take_them_all(
    database: Database, desk: Desk, now: datetime
):
    with database.read() as session:
        bill = next(bill for bill in balances(session, ACCOUNT) if bill.remaining > 0)
    most = {"unit": "EUR", "value": (bill.remaining * 3 // 4) / 100}
    entity = [{"id": bill.id, "role": "disputedBill", "@referredType": "CustomerBill"}]
    wanted = {"disputeReason": "setup_fee", "disputedAmount": most, "relatedEntity": entity}
    numbers = [filed(database, now, [], **wanted) for _ in range(6)]

    with ThreadPoolExecutor(6) as officers:
        list(officers.map(lambda number: desk.credit(number, SUPERVISOR, WORDS, now), numbers))

    with database.read() as session:
        left = {each.id: each.remaining for each in balances(session, ACCOUNT)}
        tickets = [session.get_one(Ticket, number) for number in numbers]
        targets = sorted(ticket.credit_target or "" for ticket in tickets)
    assert left[bill.id] == bill.remaining - bill.remaining * 3 // 4
    assert targets == ["nextBill"] * 5 + ["unpaidBill"]


def test_above_a_clerks_limit_a_supervisor_decides(database: Database, desk: Desk, now: datetime):
    number = filed(
        database,
        now,
        [],
        disputeReason="setup_fee",
        disputedAmount={"unit": "EUR", "value": 50.01},
        relatedEntity=[{"id": ACCOUNT, "role": "account", "@referredType": "BillingAccount"}],
    )
    with pytest.raises(ForbiddenError):
        desk.credit(number, CLERK, WORDS, now)
    desk.credit(number, SUPERVISOR, WORDS, now)
    with database.read() as session:
        (credit,) = session.scalars(select(Credit).where(Credit.ticket_id == number))
    assert (credit.amount, credit.call_id) == (5001, None)


@pytest.mark.parametrize(
    ("officer", "amount", "words", "error"),
    [
        (CLERK, 1, WORDS, InvalidError),
        (CLERK, -1, WORDS, InvalidError),
        (CLERK, None, "  ", InvalidError),
        (Officer("visitor", "visitor"), None, WORDS, ForbiddenError),
    ],
)
def test_a_credit_outside_the_rules_changes_nothing(
    database: Database,
    desk: Desk,
    now: datetime,
    officer: Officer,
    amount: int | None,
    words: str,
    error: type[BillingError],
):
    number, _ = two_calls(database, now)
    with pytest.raises(error):
        desk.credit(number, officer, words, now, amount)
    with database.read() as session:
        assert session.get_one(Ticket, number).status == "acknowledged"
        assert session.scalar(select(Credit).where(Credit.ticket_id == number)) is None
        assert session.scalar(select(AuditEntry)) is None


def test_a_reason_that_the_rules_do_not_know_is_refused(desk: Desk, now: datetime):
    with pytest.raises(InvalidError):
        desk.refuse("DSP-0000-0000", CLERK, "noIdea", "No.", now)


def test_what_is_no_dispute_is_not_decided(database: Database, desk: Desk, now: datetime):
    fault = {"description": "no hay línea", "severity": "Major", "ticketType": "fault"}
    number, _ = reports.file(database, CUSTOMER, TicketCreate.model_validate(fault), now, POLICY)
    for unknown in (number, "DSP-0000-0000"):
        with pytest.raises(NotFoundError):
            desk.credit(unknown, CLERK, WORDS, now)


#: As each database writes over a row that is there.
OVER = {
    "sqlite": "insert or replace into audit_entry (id, at, actor, action, detail)"
    " select id, at, 'x', action, detail from audit_entry",
    "postgresql": "insert into audit_entry (id, at, actor, action, detail)"
    " select id, at, 'x', action, detail from audit_entry"
    " on conflict (id) do update set actor = 'x'",
}


@pytest.mark.parametrize(
    "change",
    ["update audit_entry set actor = 'x'", "delete from audit_entry", OVER],
    ids=["update", "delete", "over"],
)
def test_nobody_edits_the_audit_trail(
    database: Database, desk: Desk, now: datetime, change: str | dict[str, str]
):
    number, _ = two_calls(database, now)
    desk.credit(number, CLERK, WORDS, now)
    statement = change if isinstance(change, str) else change[database.engine.name]

    def edit() -> None:
        with database.write() as session:
            session.execute(text(statement))

    with pytest.raises(DatabaseError, match="not changed"):
        edit()
    with database.read() as session:
        (entry,) = session.scalars(select(AuditEntry))
    assert (entry.actor, entry.action, entry.at) == (CLERK.name, "decide", now)
    assert entry.detail["role"] == "clerk"


def test_a_decision_on_the_command_line(
    database: Database, database_address: str, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    number, _ = two_calls(database, now)
    monkeypatch.setenv("DATABASE_URL", database_address)
    monkeypatch.setattr(sys, "argv", ["billing", "decide", number, WORDS, "--by", "me", "--credit"])
    main()
    with database.read() as session:
        assert session.get_one(Ticket, number).status == "resolved"
        (entry,) = session.scalars(select(AuditEntry))
    assert entry.actor == "me"
    with pytest.raises(SystemExit, match="Nothing was decided"):
        main()
