"""What happens when two work on a report at once, or something else happened meanwhile."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from sqlalchemy import select

from billing.balances import balances
from billing.database import Database
from billing.models import Credit, Payment, Ticket
from tests.integration.billing.officers import Browser, text_of
from tests.integration.billing.staff_reports.filed import (
    OLIVERS_ACCOUNT,
    acted,
    fee,
    status_of,
)


def test_who_was_faster_is_named_and_nothing_typed_is_lost(
    clerk: Browser, other: Browser, database: Database, now: datetime
):
    number = fee(database, now, 12.5)
    clerk.get(f"/staff/reports/{number}/credit")
    other.act(number, "refuse", "No.", reason="chargeIsDue")

    page = clerk.send(f"/staff/reports/{number}/credit", words="What I typed for ten minutes.")
    assert page.status_code == 409
    said = text_of(page)
    assert "clerk-2" in said
    assert re.search(r"decided \([^)]*the charge is due", said)
    assert "What I typed for ten minutes." in said
    assert status_of(database, number) == ("rejected", "chargeIsDue")
    late = clerk.get(f"/staff/reports/{number}/credit")
    assert (late.status_code, "clerk-2" in late.text) == (409, True)


def test_what_the_customer_wrote_meanwhile_is_looked_at_first(
    clerk: Browser, database: Database, now: datetime
):
    number = fee(database, now, 12.5)
    clerk.get(f"/staff/reports/{number}/refuse", reason="tooLate")
    with database.write() as session:
        session.get_one(Ticket, number).updated_at = now + timedelta(minutes=1)
    page = clerk.send(f"/staff/reports/{number}/refuse", words="No, lo sentimos.")
    assert page.status_code == 409
    assert "No, lo sentimos." in page.text
    assert status_of(database, number)[0] == "acknowledged"
    clerk.send(f"/staff/reports/{number}/refuse", words="No, lo sentimos.")
    assert status_of(database, number) == ("rejected", "tooLate")


def test_a_payment_meanwhile_changes_where_the_money_goes_and_is_said(
    clerk: Browser, database: Database, now: datetime
):
    number = fee(database, now, 12.5, OLIVERS_ACCOUNT)
    clerk.get(f"/staff/reports/{number}/credit")
    with database.write() as session:
        for bill in balances(session, OLIVERS_ACCOUNT):
            if bill.remaining > 0:
                payment = Payment(
                    id=f"PAY-{bill.id}-9", bill_id=bill.id, amount=bill.remaining, paid_at=now
                )
                payment.means = "card"
                session.add(payment)
    page = clerk.send(f"/staff/reports/{number}/credit", words="Sí.")
    assert page.status_code == 409
    assert "on the next bill" in page.text
    clerk.send(f"/staff/reports/{number}/credit", words="Sí.")
    assert status_of(database, number) == ("resolved", "credited")
    with database.read() as session:
        (credit,) = session.scalars(select(Credit).where(Credit.ticket_id == number))
    assert credit.bill_id is None


def test_of_two_decisions_at_once_one_wins(
    signed_in: dict[str, Browser], database: Database, now: datetime
):
    number = fee(database, now, 12.5)
    browsers = [signed_in[name] for name in ("clerk-1", "clerk-2", "lead-1")]
    for browser in browsers:
        browser.get(f"/staff/reports/{number}/credit")
    with ThreadPoolExecutor(3) as pool:
        pages = list(
            pool.map(lambda it: it.send(f"/staff/reports/{number}/credit", words="Sí."), browsers)
        )
    assert sorted(page.status_code for page in pages) == [200, 409, 409]
    assert len(acted(database, number)) == 1


def test_a_report_that_somebody_else_took_is_not_taken_from_them_unseen(
    clerk: Browser, other: Browser, database: Database, now: datetime
):
    number = fee(database, now, 12.5)
    for browser in (clerk, other):
        browser.get(f"/staff/reports/{number}")
    clerk.send(f"/staff/reports/{number}/take")
    page = other.send(f"/staff/reports/{number}/take")
    assert page.status_code == 409
    assert "clerk-1, took it" in text_of(page)
    assert "Looked after by clerk-1" in text_of(other.get(f"/staff/reports/{number}"))
