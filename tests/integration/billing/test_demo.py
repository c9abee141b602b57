"""The demonstration's customers: plausible, complete, and the same for the same moment."""

from collections import Counter
from datetime import datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import phonenumbers
import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from billing import report_number
from billing.balances import balances
from billing.calls import FACTS
from billing.database import Database
from billing.demo import fill
from billing.demo.people import CUSTOMERS, PASSWORD, DemoCustomer
from billing.eligibility import CallFacts, Ineligible, ineligibility
from billing.models import Account, Bill, Call, Credit, Customer, Line, Payment, Ticket
from billing.money import billed
from billing.signin.passwords import is_password
from billing.site.languages import LANGUAGES

NOW = datetime(2026, 11, 22, 19, 30, 12, tzinfo=timezone.utc)
LIMIT = timedelta(days=90)
TABLES = (Customer, Account, Line, Bill, Call, Payment, Credit, Ticket)


def filled(address: str, *moments: datetime) -> Database:
    database = Database(address)
    database.migrate()
    for moment in moments:
        with database.write() as session:
            fill(session, moment)
    return database


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory):
    database = filled(f"sqlite:///{tmp_path_factory.mktemp('demo') / 'billing.db'}", NOW)
    with database.read() as session:
        yield session
    database.close()


def contents(database: Database) -> list[list[tuple[object, ...]]]:
    with database.read() as session:
        return [
            [
                tuple(row)
                for row in session.execute(
                    select(
                        *(c for c in table.__table__.columns if c.name != "password_hash")
                    ).order_by(table.__table__.c.id)
                )
            ]
            for table in TABLES
        ]


def calls_of(session: Session, country: str) -> list[Call]:
    return list(
        session.scalars(select(Call).join(Line).join(Account).where(Account.country == country))
    )


def test_filling_twice_changes_nothing_even_on_another_day(empty_address: str):
    once = filled(empty_address, NOW)
    before = contents(once)
    with once.write() as session:
        fill(session, NOW + timedelta(days=40))

    assert contents(once) == before
    once.close()


def test_the_same_moment_gives_the_same_calls(tmp_path: Path):
    first = filled(f"sqlite:///{tmp_path / 'a.db'}", NOW)
    second = filled(f"sqlite:///{tmp_path / 'b.db'}", NOW)

    assert contents(first) == contents(second)
    first.close()
    second.close()


def test_every_customer_can_sign_in_with_the_password_that_is_told(session: Session):
    customers = session.scalars(select(Customer)).all()

    assert {c.user_name for c in customers} == {f"demo-{language}" for language in LANGUAGES}
    assert all(is_password(PASSWORD, c.password_hash) for c in customers)


def test_every_number_is_valid_and_of_its_country(session: Session):
    for number, country in session.execute(
        select(Line.number, Account.country).join(Account)
    ).all():
        parsed = phonenumbers.parse(number)
        assert phonenumbers.is_valid_number(parsed), number
        assert phonenumbers.region_code_for_number(parsed) == country
    for number, country in session.execute(
        select(Call.called_number, Call.destination_country)
    ).all():
        parsed = phonenumbers.parse(number)
        assert phonenumbers.is_valid_number(parsed), number
        assert phonenumbers.region_code_for_number(parsed) == country


@pytest.mark.parametrize("customer", CUSTOMERS, ids=lambda customer: customer.user_name)
def test_a_customer_has_lines_cycles_and_about_three_hundred_calls(
    session: Session, customer: DemoCustomer
):
    calls = calls_of(session, customer.country)

    assert len({call.line_id for call in calls}) >= 2
    assert len({call.bill_id for call in calls}) == 6
    assert 280 <= len(calls) <= 320
    assert {call.call_type for call in calls} == {
        "local",
        "mobile",
        "international",
        "premium",
        "roaming",
    }
    assert "MA" in {call.destination_country for call in calls}


@pytest.mark.parametrize(
    "now",
    [
        NOW,
        datetime(2026, 12, 1, 0, 0, 1, tzinfo=timezone.utc),
        datetime(2027, 1, 1, 12, tzinfo=timezone.utc),
        datetime(2027, 3, 3, 23, 59, tzinfo=timezone.utc),
        datetime(2027, 3, 4, 0, 1, tzinfo=timezone.utc),
        datetime(2027, 3, 28, 1, tzinfo=timezone.utc),
        datetime(2028, 2, 29, 9, tzinfo=timezone.utc),
    ],
    ids=str,
)
def test_on_any_day_every_cycle_of_every_line_has_charged_calls_all_in_the_past(
    tmp_path: Path, now: datetime
):
    database = filled(f"sqlite:///{tmp_path / 'billing.db'}", now)
    with database.read() as session:
        charged = Counter(
            session.execute(select(Call.line_id, Call.bill_id).where(Call.amount > 0))
        )
        latest_call = session.scalar(select(func.max(Call.started_at)))
        tickets = session.scalars(select(Ticket)).all()
    database.close()

    assert len(charged) == 6 * sum(len(customer.lines) for customer in CUSTOMERS)
    assert min(charged.values()) >= 8
    assert latest_call is not None
    assert latest_call < now
    assert all(ticket.updated_at <= now for ticket in tickets)
    assert all(ticket.answer_due_at > now for ticket in tickets if ticket.status == "inProgress")


def test_a_call_is_on_the_bill_of_the_cycle_in_which_it_was_made(session: Session):
    for call, bill in session.execute(select(Call, Bill).join(Bill)):
        assert bill.period_start <= call.started_at < bill.period_end


def test_a_bill_asks_for_the_fees_and_for_what_its_calls_were_billed_at(session: Session):
    for bill in session.scalars(select(Bill)):
        usage = session.scalar(select(func.sum(Call.amount)).where(Call.bill_id == bill.id))
        assert bill.usage_charges == usage


def test_a_call_is_billed_at_its_rated_price_rounded(session: Session):
    for call, currency in session.execute(
        select(Call, Account.currency).join(Line, Line.id == Call.line_id).join(Account)
    ):
        assert call.amount == billed(call.rated_millionths, currency)


def test_older_bills_are_paid_and_the_latest_is_not(session: Session):
    for account in session.scalars(select(Account)):
        latest, *older = balances(session, account.id)
        assert latest.remaining > 0
        assert [bill.remaining for bill in older] == [0, 0, 0, 0]


def test_the_latest_bill_is_unpaid_or_part_paid_differently(session: Session):
    payments: Counter[str] = Counter()
    for account in session.scalars(select(Account)):
        latest = balances(session, account.id)[0]
        payments[account.country] = len(
            session.scalars(select(Payment).where(Payment.bill_id == latest.id)).all()
        )

    assert payments == {"ES": 0, "FR": 1, "PL": 0, "GB": 2}


@pytest.mark.parametrize("customer", CUSTOMERS, ids=lambda customer: customer.user_name)
def test_there_is_a_call_for_every_reason_and_many_that_are_eligible(
    session: Session, customer: DemoCustomer
):
    calls = calls_of(session, customer.country)
    of_these = Call.id.in_([call.id for call in calls])
    counted = Counter(
        ineligibility(CallFacts(*facts), NOW, LIMIT)
        for facts in session.execute(select(Call.amount, *FACTS).where(of_these))
    )

    assert set(counted) == {None, *Ineligible}
    assert counted[None] > 40
    assert counted[Ineligible.ALREADY_CREDITED] == 3
    assert counted[Ineligible.ALREADY_DISPUTED] == 1


@pytest.mark.parametrize("customer", CUSTOMERS, ids=lambda customer: customer.user_name)
def test_some_calls_were_charged_twice(session: Session, customer: DemoCustomer):
    calls = sorted(calls_of(session, customer.country), key=lambda call: call.started_at)
    doubled = [
        call
        for call, following in pairwise(calls)
        if call.called_number == following.called_number
        and call.amount == following.amount > 0
        and following.started_at - call.started_at == timedelta(seconds=1)
    ]

    assert len(doubled) == 4


@pytest.mark.parametrize("customer", CUSTOMERS, ids=lambda customer: customer.user_name)
def test_one_call_of_the_latest_bill_hurts(session: Session, customer: DemoCustomer):
    dearest = max(calls_of(session, customer.country), key=lambda call: call.amount)
    latest = balances(session, f"BA-{customer.country}-{customer.id[2:]}")[0]
    euros = dearest.amount / 100 / {"PLN": 4.3, "GBP": 0.86}.get(customer.currency, 1)

    assert dearest.bill_id == latest.id
    assert 38 < euros < 42
    assert dearest.call_type in ("international", "premium")
    assert dearest.started_at.astimezone(ZoneInfo(customer.time_zone)).hour in (2, 3)


def test_reports_have_valid_numbers_and_one_was_credited(session: Session):
    tickets = session.scalars(select(Ticket)).all()

    assert all(report_number.is_valid(ticket.id) for ticket in tickets)
    for ticket in tickets:
        credited = session.scalar(
            select(func.sum(Credit.amount)).where(Credit.ticket_id == ticket.id)
        )
        assert credited == (ticket.disputed_amount if ticket.status == "resolved" else None)
