"""What officers do with reports at the desk, who may, and what happens when two do it at once."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from billing import clock, reports, unsigned
from billing.app import create_app
from billing.balances import balances
from billing.contracts import OrderedItem
from billing.database import Database
from billing.demo import fill
from billing.models import Attachment, AuditEntry, Credit, CreditOffer, Payment, Ticket
from billing.orders import keep_order
from billing.settings import Settings
from billing.staff.acts import ACTS
from billing.tmf.body import TicketCreate
from tests.integration.billing.databases import empty_database
from tests.integration.billing.officers import ROLES, Browser, add_officers, path_of, text_of
from tests.integration.billing.server import running

ANA, ANAS_ACCOUNT = "C-1001", "BA-ES-1001"
CAMILLE = "C-1002"
OLIVER, OLIVERS_ACCOUNT = "C-1004", "BA-GB-1004"
LISTED = re.compile(r'<th scope="row"><a href="/staff/reports/([\w-]+)')
POLICY = reports.Policy(age_limit=timedelta(days=90))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Database]]:
    """A desk with the demonstration's customers, and officers: its address and its database."""
    directory = tmp_path_factory.mktemp("office")
    with empty_database(directory) as place:
        settings = Settings(aclaro_var=directory, database_url=place)
        app = create_app(settings)
        database: Database = app.state.database
        database.migrate()
        with database.write() as session:
            fill(session, clock.now())
        add_officers(database, settings, clock.now())
        with running(app) as url:
            yield url, database


@pytest.fixture
def database(office: tuple[str, Database]) -> Database:
    """The desk's; what a test changes, it has filed itself."""
    return office[1]


@pytest.fixture(scope="module")
def signed_in(office: tuple[str, Database]) -> dict[str, Browser]:
    """The browser of each officer."""
    browsers = {name: Browser(office[0]) for name in ROLES}
    for name, browser in browsers.items():
        assert path_of(browser.sign_in(name)) == "/staff"
    return browsers


@pytest.fixture
def clerk(signed_in: dict[str, Browser]) -> Browser:
    """A clerk who is signed in."""
    return signed_in["clerk-1"]


@pytest.fixture
def other(signed_in: dict[str, Browser]) -> Browser:
    """Another clerk."""
    return signed_in["clerk-2"]


@pytest.fixture
def lead(signed_in: dict[str, Browser]) -> Browser:
    """A supervisor."""
    return signed_in["lead-1"]


@pytest.fixture
def auditor(signed_in: dict[str, Browser]) -> Browser:
    """Somebody who only reads."""
    return signed_in["reader-1"]


def fee(database: Database, now: datetime, value: float, account: str = ANAS_ACCOUNT) -> str:
    """The number of a dispute about a fee of that sum."""
    customer, unit = (ANA, "EUR") if account == ANAS_ACCOUNT else (OLIVER, "GBP")
    body = {
        "description": "Cuota de alta <no avisada>",
        "severity": "Minor",
        "ticketType": "billingDispute",
        "disputeReason": "setup_fee",
        "disputedAmount": {"unit": unit, "value": value},
        "relatedEntity": [{"id": account, "role": "account", "@referredType": "BillingAccount"}],
    }
    create = TicketCreate.model_validate(body)
    return reports.file(database, customer, create, now, POLICY)[0]


def open_dispute(database: Database, customer: str = ANA) -> Ticket:
    """The demonstration's, about one call on the latest bill."""
    with database.read() as session:
        return session.scalars(
            select(Ticket).where(
                Ticket.customer_id == customer,
                Ticket.external_id.startswith("demo:"),
                Ticket.status == "inProgress",
            )
        ).one()


def status_of(database: Database, number: str) -> tuple[str, str | None]:
    with database.read() as session:
        ticket = session.get_one(Ticket, number)
        return ticket.status, ticket.status_reason


def acted(database: Database, number: str) -> list[tuple[str, str]]:
    with database.read() as session:
        statement = select(AuditEntry).where(AuditEntry.ticket_id == number)
        return [(entry.actor, entry.action) for entry in session.scalars(statement)]


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


@pytest.mark.parametrize("path", ["", "/credit", "/refuse"])
@pytest.mark.parametrize("number", ["DSP-0000-0000", "x", "%00"])
def test_there_is_no_page_of_a_report_that_is_not_there(clerk: Browser, number: str, path: str):
    assert clerk.get(f"/staff/reports/{number}{path}").status_code == 404


def test_an_act_that_is_none_is_not_there(clerk: Browser, database: Database, now: datetime):
    number = fee(database, now, 12.5)
    assert clerk.get(f"/staff/reports/{number}/abolish").status_code == 404
    clerk.get("/staff")
    assert clerk.send(f"/staff/reports/{number}/abolish").status_code == 404


def test_the_whole_sum_is_given_back_after_saying_how_much_and_where_to(
    clerk: Browser, database: Database
):
    ticket = open_dispute(database, CAMILLE)
    assert ticket.disputed_amount is not None
    page = clerk.get(f"/staff/reports/{ticket.id}/credit")
    sum_ = f"€{ticket.disputed_amount / 100:.2f}"
    assert f"Give back {sum_}" in text_of(page)
    assert "to bill FR" in text_of(page)
    assert "Merci de nous avoir prévenus" in page.text, "in the customer's language"

    done = clerk.send(f"/staff/reports/{ticket.id}/credit", words="Un avoir suit.\r\nMerci.")
    assert path_of(done) == f"/staff/reports/{ticket.id}?done=credit"
    assert "The amount has been given back" in done.text
    assert status_of(database, ticket.id) == ("resolved", "credited")
    assert acted(database, ticket.id) == [("clerk-1", "decide")]
    with database.read() as session:
        (credit,) = session.scalars(select(Credit).where(Credit.ticket_id == ticket.id))
        words = session.get_one(Ticket, ticket.id).notes[-1].text
    assert credit.amount == ticket.disputed_amount
    assert words == "Un avoir suit.\nMerci."


@pytest.mark.parametrize("typed", ["1,25", "1.25", " 1,25 € ", "EUR 1.25"])
def test_a_part_is_offered_however_its_sum_is_written(
    clerk: Browser, database: Database, now: datetime, typed: str
):
    number = fee(database, now, 12.5)
    page = clerk.get(f"/staff/reports/{number}/offer", sum=typed)
    assert "Offer €1.25" in text_of(page)
    assert "1,25\xa0€" in page.text, "in the customer's way of writing sums"
    clerk.send(f"/staff/reports/{number}/offer", words="Le ofrecemos una parte.")
    assert status_of(database, number) == ("pending", "creditOffered")
    with database.read() as session:
        (offer,) = session.scalars(select(CreditOffer).where(CreditOffer.ticket_id == number))
    assert (offer.amount, offer.officer) == (125, "clerk-1")
    assert "An offer is waiting" in clerk.get(f"/staff/reports/{number}").text


@pytest.mark.parametrize(
    "typed", ["0", "-1", "abc", "1,255", "1.2345", "1e3", "12,50", "13", "9" * 40, "١٢"]
)
def test_what_is_no_part_is_not_offered(
    clerk: Browser, database: Database, now: datetime, typed: str
):
    number = fee(database, now, 12.5)
    page = clerk.get(f"/staff/reports/{number}/offer", sum=typed)
    assert page.status_code == 422
    assert "Nothing has been done yet" in page.text
    clerk.get(f"/staff/reports/{number}/offer", sum="1")
    refused = clerk.send(f"/staff/reports/{number}/offer", sum=typed, words="Una parte.")
    assert refused.status_code == 422
    assert status_of(database, number) == ("acknowledged", None)


def test_a_refusal_asks_for_its_reason_and_brings_words_for_it(
    clerk: Browser, database: Database, now: datetime
):
    number = fee(database, now, 12.5, OLIVERS_ACCOUNT)
    choice = clerk.get(f"/staff/reports/{number}/refuse")
    assert "the charge is due" in choice.text
    page = clerk.get(f"/staff/reports/{number}/refuse", reason="chargeIsDue")
    assert "calculated correctly under your plan" in page.text
    clerk.send(f"/staff/reports/{number}/refuse", words="The calls were made from your line.")
    assert status_of(database, number) == ("rejected", "chargeIsDue")


def test_a_reason_that_the_rules_do_not_know_is_refused(
    clerk: Browser, database: Database, now: datetime
):
    number = fee(database, now, 12.5)
    assert clerk.get(f"/staff/reports/{number}/refuse", reason="mood").status_code == 422
    clerk.get(f"/staff/reports/{number}/refuse", reason="tooLate")
    answer = clerk.send(f"/staff/reports/{number}/refuse", reason="mood", words="No.")
    assert answer.status_code == 422
    assert status_of(database, number)[0] == "acknowledged"


@pytest.mark.parametrize("words", ["", "  \r\n ", "x" * 2001, "nothing\x00"])
def test_without_words_that_can_be_sent_nothing_happens(
    clerk: Browser, database: Database, now: datetime, words: str
):
    number = fee(database, now, 12.5)
    page = clerk.act(number, "credit", words)
    assert page.status_code == 422
    assert status_of(database, number)[0] == "acknowledged"


def test_above_a_clerks_limit_the_desk_says_so_and_a_supervisor_decides(
    clerk: Browser, lead: Browser, database: Database, now: datetime
):
    number = fee(database, now, 50.01)
    page = clerk.get(f"/staff/reports/{number}")
    assert "up to €50.00" in text_of(page)
    assert f"/staff/reports/{number}/credit" not in page.text
    assert clerk.get(f"/staff/reports/{number}/credit").status_code == 422
    clerk.get(f"/staff/reports/{number}/offer", sum="1")
    for act, fields in (("credit", {}), ("offer", {"sum": "50.00"})):
        answer = clerk.send(f"/staff/reports/{number}/{act}", words="Sí.", **fields)
        assert answer.status_code in (422, 409), act
    assert status_of(database, number)[0] == "acknowledged"

    assert "given back" in lead.act(number, "credit", "Sí.").text
    assert status_of(database, number) == ("resolved", "credited")


def test_a_part_within_the_limit_is_a_clerks_to_offer(
    clerk: Browser, database: Database, now: datetime
):
    number = fee(database, now, 80)
    assert "Offer €50.00" in text_of(clerk.get(f"/staff/reports/{number}/offer", sum="50"))
    assert clerk.get(f"/staff/reports/{number}/offer", sum="50.01").status_code == 422


@pytest.mark.parametrize("act", ACTS)
def test_an_auditor_reads_and_cannot_act(
    auditor: Browser, database: Database, now: datetime, act: str
):
    number = fee(database, now, 12.5)
    page = auditor.get(f"/staff/reports/{number}")
    assert page.status_code == 200
    assert f"/staff/reports/{number}/{act}" not in page.text
    assert auditor.get(f"/staff/reports/{number}/{act}").status_code == 403
    auditor.get("/staff")
    fields = {"words": "No.", "sum": "0,01", "reason": "tooLate"}
    assert auditor.send(f"/staff/reports/{number}/{act}", **fields).status_code == 403
    assert status_of(database, number) == ("acknowledged", None)
    assert acted(database, number) == []


@pytest.mark.parametrize("act", ACTS)
def test_without_its_token_no_form_does_anything(
    clerk: Browser, database: Database, now: datetime, act: str
):
    number = fee(database, now, 12.5)
    clerk.get(f"/staff/reports/{number}/refuse", reason="tooLate")
    fields = {**clerk.hidden, "words": "No.", "reason": "tooLate"}
    for token in ({}, {"csrf": ""}, {"csrf": "x" * 64}):
        posted = {name: value for name, value in fields.items() if name != "csrf"} | token
        answer = clerk.http.post(f"/staff/reports/{number}/{act}", data=posted)
        assert answer.status_code == 403
    assert acted(database, number) == []


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


def fault(database: Database, now: datetime) -> str:
    """The number of a report that is no dispute."""
    body = {"description": "No hay línea.", "severity": "Major", "ticketType": "fault"}
    return reports.file(database, ANA, TicketCreate.model_validate(body), now, POLICY)[0]


def test_whoever_takes_a_report_looks_after_it(
    clerk: Browser, other: Browser, database: Database, now: datetime
):
    number = fee(database, now, 12.5)
    clerk.get(f"/staff/reports/{number}")
    done = clerk.send(f"/staff/reports/{number}/take")
    assert "You look after this report now." in done.text
    assert f"/staff/reports/{number}/take" not in done.text
    assert status_of(database, number) == ("inProgress", "underReview")
    assert number in clerk.get("/staff", queue="mine").text
    assert number not in other.get("/staff", queue="mine").text
    assert "Looked after by clerk-1" in text_of(other.get(f"/staff/reports/{number}"))


def test_a_question_waits_for_the_customer(clerk: Browser, database: Database, now: datetime):
    number = fee(database, now, 12.5)
    assert "necesitamos un dato más" in clerk.get(f"/staff/reports/{number}/ask").text
    clerk.send(f"/staff/reports/{number}/ask", words="¿Desde qué teléfono llamó?")
    assert status_of(database, number) == ("pending", "informationRequired")
    assert number in clerk.get("/staff", queue="waiting").text


def test_the_customer_is_told_something_and_the_report_stays(
    clerk: Browser, database: Database, now: datetime
):
    number = fee(database, now, 12.5)
    clerk.act(number, "note", "Seguimos con ello.")
    assert status_of(database, number) == ("acknowledged", None)
    assert "Seguimos con ello." in clerk.get(f"/staff/reports/{number}").text


def test_what_is_no_dispute_is_resolved_or_rejected(
    clerk: Browser, database: Database, now: datetime
):
    solved, unsolvable = fault(database, now), fault(database, now)
    page = clerk.get(f"/staff/reports/{solved}")
    assert f"{solved}/credit" not in page.text
    assert clerk.get(f"/staff/reports/{solved}/credit").status_code == 409
    clerk.act(solved, "resolve", "Ya funciona.")
    assert status_of(database, solved) == ("resolved", "resolvedByOperator")
    clerk.act(unsolvable, "reject", "No es posible.", reason="notPossible")
    assert status_of(database, unsolvable) == ("rejected", "notPossible")
    assert clerk.get(f"/staff/reports/{open_dispute(database).id}/resolve").status_code == 409


def test_a_charge_found_undue_is_recalculated_and_then_given_back(
    clerk: Browser, database: Database, now: datetime
):
    number = fee(database, now, 12.5)
    done = clerk.act(number, "find", "El cargo no era correcto.", reason="undue")
    assert "RCL-" in done.text
    assert status_of(database, number) == ("inProgress", "recalculation")
    assert "the charge was wrong" not in clerk.get(f"/staff/reports/{number}/find").text
    clerk.act(number, "credit", "Sí.")
    assert status_of(database, number) == ("resolved", "credited")


def test_a_charge_found_due_is_not_given_back(clerk: Browser, database: Database, now: datetime):
    number = fee(database, now, 12.5)
    page = clerk.act(number, "find", "El cargo es correcto.", reason="due")
    assert f"{number}/credit" not in page.text
    assert clerk.get(f"/staff/reports/{number}/credit").status_code == 409


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


def test_what_an_act_does_not_ask_for_changes_nothing(clerk: Browser, database: Database):
    number = open_dispute(database, OLIVER).id
    plain = clerk.get(f"/staff/reports/{number}/credit")
    assert clerk.get(f"/staff/reports/{number}/credit", reason="mood", sum="9").text == plain.text


def test_a_search_is_no_address_that_a_log_could_keep(clerk: Browser):
    assert clerk.http.get("/staff/search?q=castro").status_code == 405
    assert clerk.http.post("/staff/search", data={"q": "castro"}).status_code == 403


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
    number = _unsigned(database, "tel:+34600123456")

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


def test_a_report_is_found_by_the_contact_given_with_it(clerk: Browser, database: Database):
    by_phone = _unsigned(database, "tel:+34699888777")
    by_email = _unsigned(database, "mailto:Ola@example.com")

    clerk.get("/staff")
    assert path_of(clerk.send("/staff/search", q="699 888 777")) == f"/staff/reports/{by_phone}"
    clerk.get("/staff")
    assert path_of(clerk.send("/staff/search", q="ola@EXAMPLE.com")) == f"/staff/reports/{by_email}"


def _unsigned(database: Database, contact: str) -> str:
    """The number of a report that somebody who speaks Polish filed without signing in."""
    body = {
        "description": "Written report: contact_form",
        "severity": "Minor",
        "ticketType": "message",
        "language": "pl",
        "relatedParty": [
            {"id": "a-digest", "role": "writer", "@referredType": "Conversation"},
            {"id": contact, "role": "contact", "@referredType": "ContactMedium"},
        ],
        "note": [{"text": "Nie mam zasięgu."}],
    }
    filed, _ = unsigned.file_and_show(
        database,
        "assistant",
        TicketCreate.model_validate(body),
        clock.now(),
        POLICY,
        lambda _session, ticket, _customer: ticket.id,
    )
    return filed
