"""By when the operator answers."""

from datetime import datetime, timezone
from typing import get_args

from billing.deadlines import answer_due, answer_times, reminder_due
from billing.tmf.body import TicketType


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=timezone.utc)  # type: ignore[misc, arg-type]


def test_a_weekend_does_not_count():
    friday = utc(2026, 11, 20, 10)

    assert answer_due(friday, 1, "ES", "Europe/Madrid") == utc(2026, 11, 23, 22, 59, 59)


def test_a_public_holiday_of_the_account_s_country_does_not_count():
    tuesday = utc(2026, 11, 10, 10)

    assert answer_due(tuesday, 1, "PL", "Europe/Warsaw") == utc(2026, 11, 12, 22, 59, 59)
    assert answer_due(tuesday, 1, "GB", "Europe/London") == utc(2026, 11, 11, 23, 59, 59)


def test_the_day_is_the_one_of_the_account_s_time_zone():
    late_on_monday_in_utc = utc(2026, 11, 23, 23, 30)

    due = answer_due(late_on_monday_in_utc, 1, "FR", "Europe/Paris")

    assert due == utc(2026, 11, 25, 22, 59, 59)


def test_ten_business_days_are_two_weeks_without_holidays():
    assert answer_due(utc(2026, 11, 9, 9), 10, "GB", "Europe/London") == utc(
        2026, 11, 23, 23, 59, 59
    )


def test_a_reminder_comes_on_the_morning_of_a_business_day_before():
    due = answer_due(utc(2026, 11, 20, 10), 1, "ES", "Europe/Madrid")  # on Monday the 23rd

    assert reminder_due(due, 1, "ES", "Europe/Madrid") == utc(2026, 11, 19, 23)
    assert reminder_due(due, 0, "ES", "Europe/Madrid") == utc(2026, 11, 22, 23)


def test_every_kind_of_report_has_a_time_for_its_answer():
    times = answer_times()

    assert set(times) == set(get_args(TicketType))
    assert all(0 <= time.remind_before < time.answer for time in times.values())
