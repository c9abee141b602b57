"""Minutes of availability, counted as a clock would; and what missing a promise is worth."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from billing.availability import Availability, Band, availability, credit_bands, credit_due
from billing.money import share_of
from billing.month import Month

START = datetime(2026, 10, 1, tzinfo=timezone.utc)
END = START + timedelta(hours=6)
MINUTE = timedelta(minutes=1)
Outages = list[tuple[datetime, datetime | None]]

moments = st.integers(-3600, 7 * 3600).map(lambda seconds: START + timedelta(seconds=seconds))
outages = st.lists(st.tuples(moments, st.none() | moments), max_size=8)


def counted(start: datetime, end: datetime, outages: Outages) -> tuple[int, int]:
    """The same, minute by minute."""
    planned = lost = 0
    minute = START - timedelta(hours=2)
    while minute < end:
        if minute >= start:
            planned += 1
            lost += any(
                began < minute + MINUTE and (ended or end) > minute and began < (ended or end)
                for began, ended in outages
            )
        minute += MINUTE
    return planned, lost


@settings(max_examples=300, deadline=None)
@given(start=moments, outages=outages)
def test_the_minutes_are_those_of_a_count_one_by_one(start: datetime, outages: Outages):
    found = availability(start, END, outages)

    assert (found.planned, found.lost) == counted(start, END, outages)


@settings(max_examples=100, deadline=None)
@given(outages=outages, share=st.integers(0, 8))
def test_the_order_of_outages_and_their_repetition_do_not_matter(outages: Outages, share: int):
    again = outages[::-1] + outages[:share]

    assert availability(START, END, again) == availability(START, END, outages)


@given(planned=st.integers(1, 50_000), data=st.data())
def test_ppm_are_between_none_and_all_and_never_rounded_up(planned: int, data: st.DataObject):
    lost = data.draw(st.integers(0, planned))
    ppm = Availability(planned, lost).ppm

    assert 0 <= ppm <= 1_000_000
    assert ppm * planned <= (planned - lost) * 1_000_000 < (ppm + 1) * planned


def test_a_minute_that_is_touched_is_lost():
    second = timedelta(seconds=1)

    assert availability(START, END, [(START + 59 * second, START + 61 * second)]).lost == 2
    assert availability(START, END, [(START + 60 * second, START + 120 * second)]).lost == 1


def test_an_outage_that_lasts_takes_the_rest_of_the_month():
    assert availability(START, END, [(END - 90 * MINUTE, None)]).lost == 90


@pytest.mark.parametrize(
    ("month", "zone", "minutes"),
    [
        ("2026-10", "Europe/Madrid", 31 * 1440 + 60),
        ("2026-03", "Europe/Warsaw", 31 * 1440 - 60),
        ("2026-02", "Europe/Paris", 28 * 1440),
        ("2028-02", "Europe/London", 29 * 1440),
        ("2026-12", "Europe/London", 31 * 1440),
        ("2026-10", "Asia/Kolkata", 31 * 1440),
    ],
)
def test_a_month_has_the_minutes_of_its_time_zone(month: str, zone: str, minutes: int):
    start, end = Month.parse(month).bounds(zone)

    assert availability(start, end, []) == Availability(minutes, 0)


def test_a_month_begins_at_its_own_midnight():
    start, end = Month.parse("2026-12").bounds("Europe/Madrid")

    assert start == datetime(2026, 11, 30, 23, tzinfo=timezone.utc)
    assert end == datetime(2026, 12, 31, 23, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("moment", "month"),
    [("2026-01-01", "2025-12"), ("2026-12-31", "2026-11"), ("2026-02-01", "2026-01")],
)
def test_the_month_that_is_over(moment: str, month: str):
    assert str(Month.before(datetime.fromisoformat(moment))) == month


@pytest.mark.parametrize(
    "written", ["", "2026", "2026-00", "2026-13", "2026-1", "2026-10-01", "٢٠٢٦-10", "0001-01"]
)
def test_what_is_no_month_is_refused(written: str):
    with pytest.raises(ValueError, match="no month"):
        Month.parse(written)


BANDS = (Band(1, 500), Band(2_000, 1_000), Band(10_000, 10_000))


@pytest.mark.parametrize(
    ("promised", "measured", "credit"),
    [
        (None, 0, 0),
        (995_000, 1_000_000, 0),
        (995_000, 995_000, 0),
        (995_000, 994_999, 75),
        (995_000, 993_001, 75),
        (995_000, 993_000, 149),
        (995_000, 985_000, 1490),
        (995_000, 0, 1490),
    ],
)
def test_the_further_below_the_promise_the_greater_the_credit(
    promised: int | None, measured: int, credit: int
):
    assert credit_due(1490, promised, measured, BANDS) == credit


def test_the_operators_bands_go_up_to_the_whole_fee_and_no_further():
    bands = credit_bands()

    assert [band.below_ppm for band in bands] == sorted({band.below_ppm for band in bands})
    assert [band.share for band in bands] == sorted({band.share for band in bands})
    assert (bands[0].below_ppm, bands[-1].share) == (1, 10_000)


@given(amount=st.integers(0, 10**9), share=st.integers(0, 10_000))
def test_a_share_is_rounded_to_the_nearest_half_a_unit_upwards(amount: int, share: int):
    part = share_of(amount, share)

    assert -5_000 < amount * share - part * 10_000 + 1 <= 5_000
