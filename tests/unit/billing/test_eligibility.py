"""When a credit can be asked for a call."""

import re
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing.credit_rules import FILE
from billing.eligibility import ALWAYS, CallFacts, Ineligible, ineligibility, read_reasons
from billing.money import billed

NOW = datetime(2026, 11, 22, 10, tzinfo=timezone.utc)
LIMIT = timedelta(days=90)
ORDINARY = CallFacts(amount=121, bill_date=NOW - timedelta(days=21), credited=False, disputed=False)

facts = st.builds(
    CallFacts,
    amount=st.integers(0, 10_000_000).map(lambda rated: billed(rated, "EUR")),
    bill_date=st.none()
    | st.timedeltas(timedelta(0), timedelta(days=400)).map(lambda age: NOW - age),
    credited=st.booleans(),
    disputed=st.booleans(),
)


def changed(**values: object) -> CallFacts:
    return CallFacts(**{**vars(ORDINARY), **values})


def test_a_charged_call_on_a_recent_bill_is_eligible():
    assert ineligibility(ORDINARY, NOW, LIMIT) is None


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (changed(credited=True), Ineligible.ALREADY_CREDITED),
        (changed(disputed=True), Ineligible.ALREADY_DISPUTED),
        (changed(amount=0), Ineligible.INCLUDED_IN_PLAN),
        (changed(bill_date=None), Ineligible.UNBILLED),
        (changed(bill_date=NOW - timedelta(days=91)), Ineligible.TOO_OLD),
    ],
)
def test_each_reason_stands_alone(call: CallFacts, reason: Ineligible):
    assert ineligibility(call, NOW, LIMIT) is reason


def test_the_last_moment_of_the_limit_is_in_time_and_the_next_is_not():
    last = changed(bill_date=NOW - LIMIT)

    assert ineligibility(last, NOW, LIMIT) is None
    assert ineligibility(last, NOW + timedelta(microseconds=1), LIMIT) is Ineligible.TOO_OLD


def test_what_was_done_about_a_call_is_said_before_its_age():
    old = NOW - timedelta(days=300)

    assert ineligibility(changed(bill_date=old, credited=True, disputed=True), NOW, LIMIT) is (
        Ineligible.ALREADY_CREDITED
    )
    assert ineligibility(changed(bill_date=old, disputed=True), NOW, LIMIT) is (
        Ineligible.ALREADY_DISPUTED
    )


@given(facts)
def test_an_eligible_call_was_charged_billed_in_time_and_is_neither_credited_nor_disputed(
    call: CallFacts,
):
    eligible = ineligibility(call, NOW, LIMIT) is None

    assert eligible == (
        call.amount > 0
        and call.bill_date is not None
        and NOW - call.bill_date <= LIMIT
        and not call.credited
        and not call.disputed
    )


@given(facts)
def test_a_reason_is_true_of_the_call_that_it_is_given_for(call: CallFacts):
    match ineligibility(call, NOW, LIMIT):
        case Ineligible.ALREADY_CREDITED:
            assert call.credited
        case Ineligible.ALREADY_DISPUTED:
            assert call.disputed
        case Ineligible.INCLUDED_IN_PLAN:
            assert call.amount == 0
        case Ineligible.UNBILLED:
            assert call.bill_date is None
        case Ineligible.TOO_OLD:
            assert call.bill_date is not None
            assert NOW - call.bill_date > LIMIT


@given(facts, st.timedeltas(timedelta(0), timedelta(days=400)))
def test_a_call_that_is_not_eligible_does_not_become_so_by_waiting(
    call: CallFacts, wait: timedelta
):
    if ineligibility(call, NOW, LIMIT) is not None:
        assert ineligibility(call, NOW + wait, LIMIT) is not None


@given(facts)
def test_once_disputed_or_credited_a_call_is_not_eligible_again(call: CallFacts):
    for field in ("credited", "disputed"):
        settled = CallFacts(**{**vars(call), field: True})
        assert ineligibility(settled, NOW, LIMIT) is not None


def test_the_operator_s_rules_say_what_stands_against_a_credit_and_what_comes_first():
    old = changed(bill_date=NOW - timedelta(days=400), disputed=True)

    assert ineligibility(old, NOW, LIMIT, [Ineligible.TOO_OLD, *ALWAYS]) is Ineligible.TOO_OLD
    assert ineligibility(changed(bill_date=None), NOW, LIMIT, list(ALWAYS)) is None


@pytest.mark.parametrize(
    "reasons", ["already_credited, already_disputed", "expensive, already_credited", ""]
)
def test_rules_that_would_give_money_twice_are_no_rules(tmp_path: Path, reasons: str):
    rules = tmp_path / "credit_rules.yml"
    own = re.sub(r"ineligible: \[.*\]", f"ineligible: [{reasons}]", FILE.read_text("utf-8"))
    rules.write_text(own, encoding="utf-8")

    with pytest.raises(ValueError, match=r"must be among them|is not a valid Ineligible"):
        read_reasons(rules)
