"""What a report's page tells an officer."""

import re
from datetime import datetime

import pytest

from billing.contracts import OrderedItem
from billing.database import Database
from billing.models import Attachment, Ticket
from billing.orders import keep_order
from tests.integration.billing.officers import Browser, path_of, text_of
from tests.integration.billing.staff_reports.filed import (
    ANA,
    ANAS_ACCOUNT,
    OLIVER,
    by_the_assistant,
    fee,
    open_dispute,
    unsigned_report,
)


def test_a_reports_page_tells_all_that_decides(clerk: Browser, database: Database):
    ticket = open_dispute(database)
    page = clerk.get(f"/staff/reports/{ticket.id}")
    said = text_of(page)
    assert page.status_code == 200
    for told in (
        *("Ana Belén Castro Ruiz", "Español", "No reconozco esta llamada.", "Disputed calls"),
        *("other call", "Disputed bills", "Still owed", "Other reports of this customer"),
        *("Give it all back", "Offer a part", "Refuse", "local to the account: Madrid", "€"),
    ):
        assert told in said, told


def test_words_of_customers_are_words_and_no_markup(
    clerk: Browser, database: Database, now: datetime
):
    page = clerk.get(f"/staff/reports/{fee(database, now, 2.5)}")
    assert "&lt;no avisada&gt;" in page.text


@pytest.mark.parametrize("path", ["", "/refuse"])
def test_the_customers_words_are_quoted_and_no_code_of_the_assistants(
    clerk: Browser, database: Database, now: datetime, path: str
):
    quoted = by_the_assistant(database, now, "Nadie me avisó.")
    page = clerk.get(f"/staff/reports/{quoted}{path}")
    assert '<blockquote lang="es">Nadie me avisó.</blockquote>' in page.text
    wordless = clerk.get(f"/staff/reports/{by_the_assistant(database, now)}{path}")
    assert wordless.status_code == 200
    assert "<blockquote" not in wordless.text
    for each in (page, wordless):
        assert "setup_fee" not in text_of(each)


@pytest.mark.parametrize("path", ["", "/credit", "/refuse"])
@pytest.mark.parametrize("number", ["DSP-0000-0000", "x", "%00"])
def test_there_is_no_page_of_a_report_that_is_not_there(clerk: Browser, number: str, path: str):
    assert clerk.get(f"/staff/reports/{number}{path}").status_code == 404


def test_an_act_that_is_none_is_not_there(clerk: Browser, database: Database, now: datetime):
    number = fee(database, now, 12.5)
    assert clerk.get(f"/staff/reports/{number}/abolish").status_code == 404
    clerk.get("/staff")
    assert clerk.send(f"/staff/reports/{number}/abolish").status_code == 404


def test_what_an_act_does_not_ask_for_changes_nothing(clerk: Browser, database: Database):
    number = open_dispute(database, OLIVER).id
    plain = clerk.get(f"/staff/reports/{number}/credit")
    assert clerk.get(f"/staff/reports/{number}/credit", reason="mood", sum="9").text == plain.text


def test_what_customers_attached_and_signed_is_there_to_download(
    clerk: Browser, database: Database, now: datetime
):
    number = fee(database, now, 12.5)
    pdf = b"%PDF-1.7 signed"
    with database.write() as session:
        ticket = session.get_one(Ticket, number)
        ticket.attachments.append(
            Attachment(
                author=ANA,
                attached_at=now,
                name="factura año.pdf",
                mime_type="application/pdf",
                size=len(pdf),
                sha256="x",
                content=pdf,
            )
        )
        item = OrderedItem(name="Telvia Casa", number=None, monthly=1490, one_off=0)
        keep_order(session, ANAS_ACCOUNT, now, [item], "order.pdf", pdf, "test", now)
    page = clerk.get(f"/staff/reports/{number}")
    assert "Telvia Casa €14.90" in text_of(page)
    paths = re.findall(r"/staff/(?:attachments|orders)/\d+", page.text)
    documents = [clerk.get(path) for path in paths]
    assert [document.content for document in documents].count(pdf) == 2
    for document in documents:
        assert document.headers["content-disposition"].startswith("attachment; ")
        assert document.headers["x-content-type-options"] == "nosniff"
        assert document.headers["cache-control"] == "private, no-store"
    assert "factura año.pdf" in page.text
    assert clerk.get("/staff/attachments/999").status_code == 404
    assert clerk.get("/staff/orders/999").status_code == 404


def test_a_report_of_somebody_who_has_not_signed_in_says_so_and_where_the_answer_goes(
    clerk: Browser, database: Database
):
    number = unsigned_report(database, "tel:+34600123456")

    shown = clerk.get(f"/staff/reports/{number}")
    assert "Not signed in" in text_of(shown)
    assert "+34 600 12 34 56" in text_of(shown)
    assert 'href="tel:+34600123456"' in shown.text
    assert '<blockquote lang="pl">Nie mam zasięgu.</blockquote>' in shown.text
    assert "Not signed in" in text_of(clerk.get("/staff"))
    clerk.get(f"/staff/reports/{number}/resolve")
    done = clerk.send(f"/staff/reports/{number}/resolve", words="Zasięg wrócił.")
    assert path_of(done) == f"/staff/reports/{number}?done=resolve"
    assert "Zasięg wrócił." in text_of(done)
