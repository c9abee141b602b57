"""Billing cycles: the billed ones, the running one, and the months they are called by."""

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcare.account import Account
from selfcare.bills import Bill, BillingCycle, billing_cycles
from selfcare.money import Money

ZONES = ("Europe/Madrid", "Europe/Warsaw", "Atlantic/Canary", "America/New_York", "UTC")


def bill(first: date, last: date) -> Bill:
    nothing = Money(0, "EUR")
    return Bill(f"B-{first}", f"F-{first}", first, last, nothing, nothing, None)


def account_in(zone: str) -> Account:
    return Account("BA-1", "Ana", "EUR", zone, "ES")


def test_the_running_cycle_comes_first_and_the_oldest_bill_last():
    september = bill(date(2026, 9, 1), date(2026, 9, 30))
    october = bill(date(2026, 10, 1), date(2026, 10, 31))
    cycles = billing_cycles([september, october], date(2026, 11, 18))

    assert [cycle.bill for cycle in cycles] == [None, october, september]
    assert [cycle.key for cycle in cycles] == ["2026-11-01", "2026-10-01", "2026-09-01"]
    assert [cycle.month for cycle in cycles] == ["2026-11", "2026-10", "2026-09"]
    assert cycles[0].last == date(2026, 11, 30)


def test_without_bills_the_running_month_is_the_only_cycle():
    assert billing_cycles([], date(2026, 2, 1)) == [
        BillingCycle(date(2026, 2, 1), date(2026, 2, 28), None)
    ]


def test_on_the_first_day_after_a_bill_a_new_cycle_runs():
    january = bill(date(2026, 1, 20), date(2026, 2, 19))
    running = billing_cycles([january], date(2026, 2, 20))[0]
    assert (running.first, running.last) == (date(2026, 2, 20), date(2026, 3, 19))


def test_a_cycle_that_is_billed_before_its_end_leaves_no_running_one():
    early = bill(date(2026, 11, 1), date(2026, 11, 30))
    assert billing_cycles([early], date(2026, 11, 30)) == [
        BillingCycle(early.first, early.last, early)
    ]


@pytest.mark.parametrize(
    ("last_billed", "ends"),
    [
        (date(2026, 12, 31), date(2027, 1, 31)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2026, 11, 19), date(2026, 12, 19)),
        (date(2026, 12, 19), date(2027, 1, 19)),
        (date(2027, 1, 29), date(2027, 2, 27)),
        (date(2027, 1, 30), date(2027, 2, 27)),
    ],
)
def test_a_running_cycle_is_one_month_long(last_billed: date, ends: date):
    billed = bill(last_billed - timedelta(days=27), last_billed)
    assert billing_cycles([billed], last_billed + timedelta(days=1))[0].last == ends


@pytest.mark.parametrize(
    ("first", "last", "month"),
    [
        (date(2026, 10, 20), date(2026, 11, 19), "2026-11"),
        (date(2026, 10, 5), date(2026, 11, 4), "2026-10"),
        (date(2026, 12, 20), date(2027, 1, 19), "2027-01"),
        (date(2027, 2, 1), date(2027, 2, 28), "2027-02"),
    ],
)
def test_a_cycle_is_called_by_the_month_in_which_most_of_it_lies(
    first: date, last: date, month: str
):
    assert BillingCycle(first, last, None).month == month


def test_a_day_begins_at_midnight_where_the_account_is():
    october = BillingCycle(date(2026, 10, 1), date(2026, 10, 31), None)
    assert october.instants(account_in("Europe/Madrid")) == (
        datetime(2026, 9, 30, 22, tzinfo=timezone.utc),
        datetime(2026, 10, 31, 23, tzinfo=timezone.utc),  # the clocks went back in between
    )


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.sampled_from(ZONES))
def test_cycles_follow_each_other_without_a_gap_and_today_is_in_the_first(today: date, zone: str):
    account = account_in(zone)
    last_month = today.replace(day=1) - timedelta(days=1)
    billed = bill(last_month.replace(day=1), last_month)
    running, previous = billing_cycles([billed], today)
    begins, ends = running.instants(account)
    noon = datetime(today.year, today.month, today.day, 12, tzinfo=ZoneInfo(zone))

    assert previous.instants(account)[1] == begins
    assert begins <= noon < ends
