"""A finished month is measured once: each line, and a credit where the promise was missed."""

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import func, select

from billing import clock
from billing.__main__ import main
from billing.availability import credit_bands, measure_month
from billing.contracts import LineMonth, Outage
from billing.database import Database
from billing.errors import InvalidError
from billing.models import AuditEntry, Bill, Credit, Line, Plan
from billing.month import Month

MONTH = Month(2026, 9)
LINE, ACCOUNT = "P-34910123471", "BA-ES-1001"
PROMISED = 995_000


@pytest.fixture
def now() -> datetime:
    """In the middle of a month, after the one that is measured."""
    return datetime(2026, 11, 22, 10, tzinfo=timezone.utc)


@pytest.fixture
def outage(database: Database) -> Outage:
    """Ten hours without the line, in the month that is measured."""
    began = datetime(2026, 9, 10, 6, tzinfo=timezone.utc)
    outage = Outage(
        id="OUT-1",
        line_id=LINE,
        began_at=began,
        ended_at=began + timedelta(hours=10),
        reported_by="C-1001",
    )
    with database.write() as session:
        session.add(outage)
    return outage


def measure(database: Database, now: datetime, month: Month = MONTH) -> list[LineMonth]:
    return measure_month(database, month, "clerk-1", now, credit_bands())


def total(database: Database, table: type) -> int:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_every_line_is_measured_and_who_missed_the_promise_credits(
    database: Database, outage: Outage, now: datetime
):
    rows = {row.line_id: row for row in measure(database, now)}

    assert len(rows) == total(database, Line)
    row = rows.pop(LINE)
    assert (row.planned_minutes, row.lost_minutes) == (30 * 1440, 600)
    assert (row.measured_ppm, row.promised_ppm) == (986_111, PROMISED)
    assert row.credit is not None
    assert row.credit.amount == 149  # 10 % of 14.90
    assert (row.credit.account_id, row.credit.bill_id) == (ACCOUNT, None)
    assert all(other.credit is None for other in rows.values())
    assert {other.measured_ppm for other in rows.values()} == {1_000_000}


def test_the_credit_is_on_the_record(database: Database, outage: Outage, now: datetime):
    measure(database, now)

    with database.read() as session:
        (entry,) = session.scalars(select(AuditEntry))
    assert (entry.actor, entry.action, entry.ticket_id) == ("clerk-1", "availability", None)
    assert entry.detail == {
        "line": LINE,
        "month": "2026-09",
        "measured": "986111",
        "promised": "995000",
        "credit": f"CR-{LINE}-2026-09",
        "amount": "149",
    }


def test_measured_again_nothing_is_added(database: Database, outage: Outage, now: datetime):
    measure(database, now)
    before = [total(database, table) for table in (LineMonth, Credit, AuditEntry)]

    assert measure(database, now + timedelta(days=1)) == []
    assert [total(database, table) for table in (LineMonth, Credit, AuditEntry)] == before


def test_two_at_once_credit_once(database: Database, outage: Outage, now: datetime):
    credits_before = total(database, Credit)
    with ThreadPoolExecutor(4) as pool:
        runs = list(pool.map(lambda _: measure(database, now), range(4)))

    assert sum(len(run) for run in runs) == total(database, Line)
    assert total(database, Credit) == credits_before + 1


def test_a_line_that_began_within_the_month_counts_from_then(
    database: Database, outage: Outage, now: datetime
):
    with database.write() as session:
        session.get_one(Line, LINE).started_at = datetime(
            2026, 9, 10, 15, 0, 30, tzinfo=timezone.utc
        )

    (row,) = (row for row in measure(database, now) if row.line_id == LINE)
    assert (row.planned_minutes, row.lost_minutes) == (20 * 1440 + 7 * 60 - 1, 59)


@pytest.mark.parametrize("late", [timedelta(0), timedelta(minutes=1)])
def test_a_line_that_began_later_is_not_measured(
    database: Database, now: datetime, late: timedelta
):
    _, end = MONTH.bounds("Europe/Madrid")
    with database.write() as session:
        session.get_one(Line, LINE).started_at = end + late

    assert LINE not in {row.line_id for row in measure(database, now)}


def test_without_a_promise_there_is_no_credit(database: Database, outage: Outage, now: datetime):
    with database.write() as session:
        session.get_one(Plan, f"PLAN-{LINE[2:]}").promised_ppm = None

    (row,) = (row for row in measure(database, now) if row.line_id == LINE)
    assert (row.promised_ppm, row.credit) == (None, None)


def test_what_the_month_before_and_after_lost_is_not_this_one_s(database: Database, now: datetime):
    start, end = MONTH.bounds("Europe/Madrid")
    with database.write() as session:
        session.add_all(
            [
                Outage(
                    id="OUT-1",
                    line_id=LINE,
                    began_at=start - timedelta(days=2),
                    ended_at=start,
                    reported_by="x",
                ),
                Outage(id="OUT-2", line_id=LINE, began_at=end, ended_at=None, reported_by="x"),
            ]
        )

    assert {row.lost_minutes for row in measure(database, now)} == {0}


def test_a_month_is_measured_once_it_is_over_everywhere(database: Database):
    over_in_madrid = datetime(2026, 9, 30, 22, 30, tzinfo=timezone.utc)
    before = total(database, LineMonth)

    with pytest.raises(InvalidError, match="not over for BA-GB-1004"):
        measure(database, over_in_madrid)
    assert total(database, LineMonth) == before
    assert measure(database, over_in_madrid + timedelta(minutes=30))


def test_no_bill_that_is_there_changes(database: Database, outage: Outage, now: datetime):
    measure(database, now)

    with database.read() as session:
        credit = session.get_one(Credit, f"CR-{LINE}-2026-09")
        assert credit.bill_id is None
        assert session.scalar(select(func.count()).select_from(Bill)) == 20


def run(monkeypatch: pytest.MonkeyPatch, address: str, *arguments: str) -> None:
    monkeypatch.setenv("DATABASE_URL", address)
    monkeypatch.setattr(sys, "argv", ["billing", "availability", *arguments])
    main()


def test_a_month_on_the_command_line(
    database: Database,
    database_address: str,
    outage: Outage,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setattr(clock, "now", lambda: now)
    run(monkeypatch, database_address, "2026-09")
    run(monkeypatch, database_address, "2026-09")

    assert capsys.readouterr().out.splitlines() == [
        "2026-09: 9 lines measured, 1 credited",
        "2026-09: 0 lines measured, 0 credited",
    ]


@pytest.mark.parametrize("month", ["2026-11", "2027-01", "September", "2026-13"])
def test_what_is_no_finished_month_is_refused_on_the_command_line(
    database: Database,
    database_address: str,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
    month: str,
):
    monkeypatch.setattr(clock, "now", lambda: now)

    with pytest.raises(SystemExit, match="Nothing was measured"):
        run(monkeypatch, database_address, month)


def test_the_demonstration_has_an_outage_that_was_credited(database: Database, now: datetime):
    with database.read() as session:
        rows = session.execute(
            select(LineMonth, Credit).join(Credit, Credit.id == LineMonth.credit_id)
        ).all()

    assert len(rows) == 4
    for row, credit in rows:
        assert (row.month, row.lost_minutes) == ("2026-10", 580)
        assert credit.bill_id is None
