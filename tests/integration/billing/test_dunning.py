"""Overdue bills are dunned step by step, without what is disputed."""

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from billing.__main__ import main
from billing.database import Database
from billing.decisions import Desk
from billing.dunning import DunningNotice, dun, is_in_collection, notice_days
from billing.models import Bill, Payment, Ticket
from tests.integration.billing.desk_work import CLERK, say
from tests.integration.billing.test_decisions import ACCOUNT, filed, two_calls

DAY = timedelta(days=1)


@pytest.fixture
def bill(database: Database) -> Bill:
    """Ana's latest bill, of which nothing is paid."""
    with database.read() as session:
        latest = session.scalars(
            select(Bill).where(Bill.account_id == ACCOUNT).order_by(Bill.bill_date.desc())
        ).first()
        assert latest is not None
    return latest


@pytest.fixture
def overdue(database: Database, bill: Bill, now: datetime) -> datetime:
    """The moment at which its first notice is due; the demonstration's dispute is withdrawn."""
    with database.read() as session:
        open_ones = session.scalars(
            select(Ticket.id).where(Ticket.account_id == ACCOUNT, Ticket.status == "inProgress")
        ).all()
    for number in open_ones:
        say(database, number, "cancelled", now)
    return bill.due_date + notice_days()[0] * DAY


def sent(database: Database, bill: Bill, now: datetime) -> list[tuple[int, int]]:
    """Level and amount of what is sent now about the bill."""
    with database.write() as session:
        return [(it.level, it.amount) for it in dun(session, now) if it.bill_id == bill.id]


def test_a_bill_is_dunned_once_a_step_and_no_more(
    database: Database, bill: Bill, overdue: datetime
):
    first, second, third = overdue, overdue + 14 * DAY, overdue + 28 * DAY
    whole = bill.amount_due
    assert sent(database, bill, first - timedelta(seconds=1)) == []
    assert sent(database, bill, first) == [(1, whole)]
    assert sent(database, bill, first) == sent(database, bill, second - DAY) == []
    assert sent(database, bill, second) == [(2, whole)]
    assert sent(database, bill, third) == [(3, whole)]
    assert sent(database, bill, third + 400 * DAY) == []


def test_who_was_not_dunned_in_time_is_not_dunned_twice_in_a_row(
    database: Database, bill: Bill, overdue: datetime
):
    assert sent(database, bill, overdue + 100 * DAY) == [(1, bill.amount_due)]
    assert sent(database, bill, overdue + 101 * DAY) == []
    assert sent(database, bill, overdue + 114 * DAY) == [(2, bill.amount_due)]


def test_a_dunned_bill_is_in_collection(database: Database, bill: Bill, overdue: datetime):
    with database.read() as session:
        assert not is_in_collection(session, [bill.id])
    sent(database, bill, overdue)
    with database.read() as session:
        assert is_in_collection(session, [bill.id, "another"])
        assert not is_in_collection(session, [])


def test_what_is_paid_is_not_dunned(database: Database, bill: Bill, overdue: datetime):
    with database.write() as session:
        session.add(Payment(id="P", bill_id=bill.id, amount=10, paid_at=overdue, means="card"))
    assert sent(database, bill, overdue) == [(1, bill.amount_due - 10)]
    with database.write() as session:
        rest = bill.amount_due - 10
        session.add(Payment(id="Q", bill_id=bill.id, amount=rest, paid_at=overdue, means="card"))
    assert sent(database, bill, overdue + 14 * DAY) == []


def test_the_calls_of_an_open_dispute_are_not_dunned(
    database: Database, desk: Desk, bill: Bill, overdue: datetime, now: datetime
):
    number, calls = two_calls(database, now)
    assert {call.bill_id for call in calls} == {bill.id}
    disputed = sum(call.amount for call in calls)
    assert sent(database, bill, overdue) == [(1, bill.amount_due - disputed)]
    desk.refuse(number, CLERK, "chargeIsDue", "No.", now)
    assert sent(database, bill, overdue + 14 * DAY) == [(2, bill.amount_due)]


@pytest.mark.parametrize(
    ("dispute", "left"),
    [
        ({"disputeReason": "setup_fee", "disputedAmount": {"unit": "EUR", "value": 1.5}}, 150),
        ({"disputeReason": "other"}, None),
        (
            {
                "disputeReason": "payment_not_credited",
                "disputedPayment": {
                    "amount": {"unit": "EUR", "value": 2},
                    "date": "2026-01-02",
                    "means": "card",
                },
            },
            200,
        ),
    ],
    ids=["a stated sum", "no sum", "a payment"],
)
@pytest.mark.parametrize("names_the_bill", [True, False])
def test_what_a_dispute_is_about_is_not_dunned(
    database: Database,
    bill: Bill,
    overdue: datetime,
    now: datetime,
    dispute: dict[str, object],
    left: int | None,
    names_the_bill: bool,
):
    entity = {"id": ACCOUNT, "role": "account", "@referredType": "BillingAccount"}
    if names_the_bill:
        entity = {"id": bill.id, "role": "disputedBill", "@referredType": "CustomerBill"}
    filed(database, now, [], **dispute, relatedEntity=[entity])
    expected = [] if left is None else [(1, bill.amount_due - left)]
    assert sent(database, bill, overdue) == expected


def test_a_dispute_about_another_bill_changes_nothing(
    database: Database, bill: Bill, overdue: datetime, now: datetime
):
    with database.read() as session:
        another = session.scalar(
            select(Bill).where(Bill.account_id == ACCOUNT, Bill.id != bill.id).limit(1)
        )
        assert another is not None
    entity = {"id": another.id, "role": "disputedBill", "@referredType": "CustomerBill"}
    filed(database, now, [], disputeReason="other", relatedEntity=[entity])
    assert sent(database, bill, overdue) == [(1, bill.amount_due)]


def test_two_runs_at_once_send_one_notice(database: Database, bill: Bill, overdue: datetime):
    with ThreadPoolExecutor(4) as runs:
        found = list(runs.map(lambda _: sent(database, bill, overdue), range(4)))
    assert sorted(found) == [[], [], [], [(1, bill.amount_due)]]
    with database.read() as session:
        notices = session.scalars(
            select(DunningNotice).where(DunningNotice.bill_id == bill.id)
        ).all()
    assert len(notices) == 1


def test_dunning_on_the_command_line(
    database: Database,
    database_address: str,
    bill: Bill,
    overdue: datetime,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setenv("DATABASE_URL", database_address)
    monkeypatch.setattr("billing.clock.now", lambda: overdue)
    monkeypatch.setattr(sys, "argv", ["billing", "dun"])
    main()
    amount = bill.amount_due / 100
    assert f"{bill.number} notice 1: {amount} EUR" in capsys.readouterr().out.splitlines()
    main()
    assert capsys.readouterr().out == ""
