"""A credit that waits for the next bill goes on it when that is imported: once, and as a whole."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import select, update

from billing.balances import balances
from billing.database import Database
from billing.decisions import Desk
from billing.models import AuditEntry, Bill, Credit, Payment, Ticket
from billing.waiting_credits import put_on
from tests.integration.billing.importing import EXAMPLE, Engineer, example, written
from tests.integration.billing.test_decisions import CLERK, WORDS, two_calls

ISSUED = datetime(2026, 10, 31, 23, tzinfo=timezone.utc)
BEFORE = ISSUED - timedelta(days=5)
ACCOUNT = "EX-A1"


@pytest.fixture
def imported(engineer: Engineer) -> Iterator[Database]:
    """Where the example's accounts are, and none of their bills."""
    for kind in ("customers", "accounts"):
        assert engineer.imports(kind, EXAMPLE / f"{kind}.csv").code == 0
    database = Database(engineer.address)
    yield database
    database.close()


def give(database: Database, **amounts: int) -> None:
    """Credits of the account's, given one day after the other, that wait for its next bill."""
    with database.write() as session:
        session.add_all(
            Credit(
                id=id_,
                account_id=ACCOUNT,
                amount=amount,
                created_at=BEFORE + timedelta(days=place),
            )
            for place, (id_, amount) in enumerate(amounts.items())
        )


def bills_of(database: Database) -> dict[str, str | None]:
    """By credit, the bill that it is on."""
    with database.read() as session:
        return {credit.id: credit.bill_id for credit in session.scalars(select(Credit))}


def remaining(database: Database) -> dict[str, int]:
    with database.read() as session:
        return {bill.id: bill.remaining for bill in balances(session, ACCOUNT)}


def test_the_next_bill_takes_what_waited_for_it_and_is_lower(
    imported: Database, engineer: Engineer
):
    give(imported, first=500, second=357)

    assert engineer.imports("bills", EXAMPLE / "bills.csv").code == 0

    assert bills_of(imported) == {"first": "EX-B1", "second": "EX-B1"}
    assert remaining(imported) == {"EX-B1": 1857 - 857}
    with imported.read() as session:
        told = [(it.action, it.detail) for it in session.scalars(select(AuditEntry))]
    assert told == [
        ("billCredit", {"bill": "ES202610EX1", "amount": "500"}),
        ("billCredit", {"bill": "ES202610EX1", "amount": "357"}),
    ]


def test_what_is_imported_again_takes_nothing_more(imported: Database, engineer: Engineer):
    engineer.imports("bills", EXAMPLE / "bills.csv")
    give(imported, late=500)

    assert engineer.imports("bills", EXAMPLE / "bills.csv").code == 0

    assert bills_of(imported) == {"late": None}


def test_a_credit_is_never_split_and_waits_for_a_bill_that_can_take_it(
    imported: Database, engineer: Engineer, tmp_path: Path
):
    give(imported, large=1858, small=1857, last=1)
    later = {
        "id": "EX-B9",
        "number": "ES202611EX1",
        "bill_date": "2026-12-01T00:00:00+01:00",
        "due_date": "2026-12-29T00:00:00+01:00",
        "next_bill_date": "2027-01-01T00:00:00+01:00",
        "usage_charges": "30.00",
    }
    (bill,) = (row for row in example("bills") if row["account_id"] == ACCOUNT)

    assert engineer.imports("bills", written(tmp_path / "b.csv", [bill | later, bill])).code == 0

    assert bills_of(imported) == {"large": "EX-B9", "small": "EX-B1", "last": "EX-B9"}


def test_a_bill_that_was_issued_before_takes_no_credit(imported: Database, engineer: Engineer):
    with imported.write() as session:
        after = ISSUED + timedelta(seconds=1)
        session.add(Credit(id="after", account_id=ACCOUNT, amount=5, created_at=after))
        session.add(Credit(id="other", account_id="EX-A2", amount=99_999, created_at=BEFORE))

    assert engineer.imports("bills", EXAMPLE / "bills.csv").code == 0

    assert bills_of(imported) == {"after": None, "other": None}


def test_the_calls_of_a_dispute_are_credited_together_and_the_report_says_where(
    database: Database, desk: Desk, now: datetime
):
    number, calls = two_calls(database, now)
    latest = calls[0].bill_id
    with database.write() as session:
        session.execute(update(Credit).values(bill_id=latest))  # nothing else waits
        (owed,) = (it.remaining for it in balances(session, "BA-ES-1001") if it.id == latest)
        paid = Payment(id="PAY-ALL", bill_id=latest, amount=owed, paid_at=now, means="card")
        session.add(paid)
    desk.credit(number, CLERK, WORDS, now)
    whole = sum(call.amount for call in calls)

    for id_, amount, takes in (("TOO-SMALL", whole - 1, False), ("NEXT", whole, True)):
        with database.write() as session:
            session.add(issued_after(session.get_one(Bill, latest), id_, amount, now))
            session.flush()
            put_on(session, [id_], now)
        with database.read() as session:
            given = session.scalars(select(Credit).where(Credit.ticket_id == number)).all()
            ticket = session.get_one(Ticket, number)
        assert {credit.bill_id for credit in given} == {id_ if takes else None}
        assert (ticket.credit_target, ticket.credit_bill_id) == ("nextBill", id_ if takes else None)


def issued_after(bill: Bill, id_: str, amount: int, now: datetime) -> Bill:
    """Another bill of the account, that is issued a moment later."""
    return Bill(
        id=id_,
        account_id=bill.account_id,
        number=id_,
        period_start=bill.period_end,
        period_end=now,
        bill_date=now + timedelta(seconds=1),
        due_date=now + timedelta(days=28),
        next_bill_date=now + timedelta(days=30),
        fixed_charges=amount,
        usage_charges=0,
    )
