"""Where a credit will go: the written rule."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing.balances import BillBalance
from billing.credit_target import CreditOff, bill_to_credit

START = datetime(2026, 6, 1, tzinfo=timezone.utc)


def bills(*remaining: int) -> list[BillBalance]:
    """Bills of successive months, the oldest first."""
    return [
        BillBalance(
            id=f"B{month}",
            number=f"F{month}",
            bill_date=START + timedelta(days=30 * month),
            due_date=START + timedelta(days=30 * month + 28),
            remaining=left,
        )
        for month, left in enumerate(remaining, start=1)
    ]


def target(amount: int | None, disputed: set[str], *remaining: int) -> str | None:
    bill = bill_to_credit(amount, disputed, bills(*remaining))
    return None if bill is None else bill.id


def test_paid_bills_are_made_good_on_the_next_one():
    assert target(500, {"B1"}, 0, 0) is None


def test_a_paid_bill_is_made_good_on_the_next_one_even_if_another_is_unpaid():
    assert target(500, {"B1"}, 0, 4000) is None


def test_an_unpaid_bill_is_lowered():
    assert target(500, {"B2"}, 0, 4000) == "B2"


def test_of_several_unpaid_bills_the_latest_is_lowered():
    assert target(500, {"B1"}, 3000, 4000) == "B2"


def test_a_part_paid_bill_that_cannot_take_the_whole_credit_is_passed_over():
    assert target(500, {"B2"}, 3000, 499) == "B1"
    assert target(500, {"B2"}, 3000, 500) == "B2"


def test_a_credit_that_no_unpaid_bill_covers_goes_on_the_next_bill():
    assert target(5000, {"B1", "B2"}, 3000, 499) is None


def test_one_unpaid_bill_among_the_disputed_ones_is_enough():
    assert target(500, {"B1", "B2"}, 0, 4000) == "B2"


def test_without_an_amount_the_latest_unpaid_bill_is_named():
    assert target(None, {"B1"}, 3000, 4000, 0) == "B2"


def test_a_dispute_that_names_no_bill_lowers_what_is_due():
    assert target(500, set(), 0, 4000) == "B2"
    assert target(500, set(), 0, 0) is None


def test_an_account_without_bills_gets_it_on_the_next_one():
    assert target(500, set()) is None


@given(
    st.none() | st.integers(1, 10_000),
    st.sets(st.sampled_from(["B1", "B2", "B3", "B4"])),
    st.lists(st.integers(0, 10_000), max_size=4),
)
def test_a_bill_is_lowered_only_by_what_it_can_take_and_only_the_latest_such(
    amount: int | None, disputed: set[str], remaining: list[int]
):
    chosen = bill_to_credit(amount, disputed, bills(*remaining))

    if chosen is not None:
        later = [bill for bill in bills(*remaining) if bill.bill_date > chosen.bill_date]
        assert chosen.remaining >= max(amount or 0, 1)
        assert all(bill.remaining < max(amount or 0, 1) for bill in later)


@pytest.mark.parametrize(
    ("rule", "chosen"),
    [
        (CreditOff.LATEST_UNPAID, "B3"),
        (CreditOff.DISPUTED_UNPAID, "B1"),
        (CreditOff.NEXT_BILL, None),
    ],
)
def test_the_operator_s_rule_says_which_unpaid_bill_comes_first(
    rule: CreditOff, chosen: str | None
):
    bill = bill_to_credit(500, {"B1", "B2"}, bills(4000, 100, 4000), rule)

    assert (bill and bill.id) == chosen


@pytest.mark.parametrize("rule", CreditOff)
def test_by_every_rule_paid_bills_are_made_good_on_the_next_one(rule: CreditOff):
    assert bill_to_credit(500, {"B1"}, bills(0, 4000), rule) is None
