"""Where officers find reports and customers: queues, the search, the trail."""

import re
from datetime import datetime, timedelta

import pytest

from billing.database import Database
from tests.integration.billing.officers import Browser, path_of, text_of
from tests.integration.billing.staff_reports.filed import (
    ANA,
    LISTED,
    OLIVER,
    fee,
    open_dispute,
    unsigned_report,
)


def test_a_queue_lists_what_is_open_the_most_urgent_first(
    clerk: Browser, database: Database, now: datetime
):
    late = fee(database, now - timedelta(days=60), 3.0)
    page = clerk.get("/staff")
    listed = LISTED.findall(page.text)
    assert listed[0] == late
    assert open_dispute(database).id in listed
    overdue = clerk.get("/staff", queue="overdue")
    assert LISTED.findall(overdue.text) == [late]
    assert "days overdue" in overdue.text


def test_a_long_queue_has_pages(clerk: Browser, database: Database, now: datetime):
    numbers = {fee(database, now, (100 + place) / 100) for place in range(30)}
    pages = int(re.findall(r"Page 1 of (\d+)", clerk.get("/staff").text)[0])
    texts = [clerk.get("/staff", page=page + 1).text for page in range(pages)]
    seen = [number for text in texts for number in LISTED.findall(text)]
    assert numbers <= set(seen)
    assert len(seen) == len(set(seen))
    assert f"Page {pages} of {pages}" in clerk.get("/staff", page=999).text
    assert f"Page 1 of {pages}" in clerk.get("/staff", page=-3).text


@pytest.mark.parametrize("spelt", ["{}", " {} ", "dsp{body}", "DSP {body}", "{body}"])
def test_a_report_number_is_found_however_it_is_typed(
    clerk: Browser, database: Database, spelt: str
):
    number = open_dispute(database).id
    typed = spelt.format(number, body=number[4:].replace("-", "").lower())
    assert path_of(clerk.search(typed)) == f"/staff/reports/{number}"


@pytest.mark.parametrize("typed", ["ana castro", "CASTRO", "+34 910 123 471", "910123471"])
def test_reports_are_found_by_their_customer(clerk: Browser, database: Database, typed: str):
    page = clerk.search(typed)
    assert f"/staff/customers/{ANA}" in page.text
    assert LISTED.findall(page.text)
    assert open_dispute(database, OLIVER).id not in page.text


@pytest.mark.parametrize("typed", ["", "   ", "%", "_", "zzz", "\x00", "DSP-0000-0001", "9" * 400])
def test_what_fits_nothing_finds_nothing(clerk: Browser, typed: str):
    page = clerk.search(typed)
    assert page.status_code == 200
    assert "/staff/reports/" not in page.text


def test_what_is_above_every_limit_is_a_queue_of_the_supervisors(
    clerk: Browser, lead: Browser, database: Database, now: datetime
):
    number = fee(database, now, 50.01)
    assert "aboveLimits" not in clerk.get("/staff").text
    listed = LISTED.findall(lead.get("/staff", queue="aboveLimits").text)
    assert number in listed
    assert open_dispute(database).id not in listed


def test_a_queue_that_is_none_is_not_there(clerk: Browser):
    assert clerk.get("/staff", queue="secret").status_code == 404


def test_customers_are_found_by_name_with_their_bills_and_calls(clerk: Browser):
    found = clerk.search("camille")
    assert "/staff/customers/C-1002" in found.text
    customer = clerk.get("/staff/customers/C-1002")
    assert "+33 1 99 00 12 74" in text_of(customer).replace("\xa0", " ")
    bill = re.findall(r"/staff/bills/[\w-]+", customer.text)[0]
    page = clerk.get(bill)
    assert "Page 1 of" in page.text
    assert "credit note" in clerk.get(re.findall(r"/staff/bills/[\w-]+", customer.text)[1]).text
    assert clerk.get(bill, page=99).status_code == 200


@pytest.mark.parametrize("path", ["customers/C-9", "bills/B-9", "customers/%00", "bills/%00"])
def test_what_nobody_has_is_not_there(clerk: Browser, path: str):
    assert clerk.get(f"/staff/{path}").status_code == 404


def test_a_search_is_no_address_that_a_log_could_keep(clerk: Browser):
    assert clerk.http.get("/staff/search?q=castro").status_code == 405
    assert clerk.http.post("/staff/search", data={"q": "castro"}).status_code == 403


def test_a_report_is_found_by_the_contact_given_with_it(clerk: Browser, database: Database):
    by_phone = unsigned_report(database, "tel:+34699888777")
    by_email = unsigned_report(database, "mailto:Ola@example.com")

    clerk.get("/staff")
    assert path_of(clerk.send("/staff/search", q="699 888 777")) == f"/staff/reports/{by_phone}"
    clerk.get("/staff")
    assert path_of(clerk.send("/staff/search", q="ola@EXAMPLE.com")) == f"/staff/reports/{by_email}"


def test_the_trail_is_for_supervisors_and_auditors(clerk: Browser, lead: Browser, auditor: Browser):
    assert clerk.get("/staff/audit").status_code == 403
    assert "/staff/audit" not in clerk.get("/staff").text
    for browser in (lead, auditor):
        assert browser.get("/staff/audit").status_code == 200


def test_the_trail_is_filtered_by_officer_report_and_day(
    clerk: Browser, lead: Browser, database: Database, now: datetime
):
    number = fee(database, now, 12.5)
    clerk.act(number, "refuse", "No.", reason="tooLate")
    by_report = text_of(lead.get("/staff/audit", report=number.lower().replace("-", "")))
    assert "One entry." in by_report
    assert re.search(r"decided \([^)]*disputed too late", by_report)
    assert "signed in" not in by_report
    by_officer = text_of(lead.get("/staff/audit", officer="clerk-1"))
    assert "signed in" in by_officer
    assert "clerk-2" not in by_officer
    today, long_ago = now.date().isoformat(), "2020-01-01"
    assert "No entries." not in text_of(lead.get("/staff/audit", day=today))
    assert "No entries." in text_of(lead.get("/staff/audit", day=long_ago))
    assert lead.get("/staff/audit", day="yesterday").status_code == 422
    assert "No entries." in text_of(lead.get("/staff/audit", officer="%", report="\x00_"))
