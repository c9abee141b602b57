"""A bill's PDF, and asking for it: whose it is, what it says, and that its sums are the bill's."""

import io
import re
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from pypdf import PdfReader
from sqlalchemy import select

from billing import clock
from billing.database import Database
from billing.models import Payment
from billing.settings import Settings
from tests.integration.billing.server import (
    ACCOUNT,
    BILL,
    BILL_ON_DEMAND,
    CREDIT,
    JSON,
    USAGE,
    Api,
    system_token,
)
from tests.integration.billing.test_errors import check

WHO = {"ana": "es", "camille": "fr", "agnieszka": "pl", "oliver": "en"}
#: As the document calls them: what is due, what remains, a line's calls, what is carried over.
NAMES = {
    "es": ("Total a pagar, IVA incluido", "Pendiente de pago", "Total de esta línea"),
    "fr": ("Total à payer, TVA comprise", "Reste à payer", "Total de cette ligne"),
    "pl": ("Do zapłaty brutto", "Pozostało do zapłaty", "Razem dla tego numeru"),
    "en": ("Amount due, VAT included", "Still to be paid", "Total for this line"),
}
CALL = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4} \d{2}:\d{2}:\d{2}")


@pytest.fixture(params=list(WHO))
def customer(request: pytest.FixtureRequest) -> tuple[Api, str]:
    """Each customer with the language of theirs."""
    return request.getfixturevalue(request.param), WHO[request.param]


def path_of(bill: JSON) -> str:
    """Where the bill says that its document is, on the site of the test."""
    (document,) = bill["billDocument"]
    url: str = document["url"]
    assert url.startswith("http://127.0.0.1:8080/tmf-api/")
    return url.removeprefix("http://127.0.0.1:8080")


def read(api: Api, bill: JSON) -> PdfReader:
    answer = api.http.get(path_of(bill))
    assert answer.status_code == 200, answer.text
    return PdfReader(io.BytesIO(answer.content))


def lines_of(reader: PdfReader) -> list[str]:
    return [line for page in reader.pages for line in page.extract_text().splitlines()]


def minor(written: str) -> int:
    """Minor units of what is written with two decimals: the digits, and a minus."""
    digits = int(re.sub(r"\D", "", written))
    return -digits if "−" in written else digits


def after(lines: list[str], name: str) -> list[int]:
    """The amounts beside a name."""
    return [minor(lines[place + 1]) for place, line in enumerate(lines) if line == name]


def cents(money: JSON) -> int:
    return round(money["value"] * 100)


def test_its_sums_are_the_bill_s(customer: tuple[Api, str]):
    api, language = customer
    due, remaining, line_total = NAMES[language]
    for bill in api.bills():
        lines = lines_of(read(api, bill))
        calls = api.all(USAGE, billId=bill["id"])
        prices = [minor(lines[place + 4]) for place, line in enumerate(lines) if CALL.match(line)]

        assert after(lines, due) == [cents(bill["amountDue"])]
        assert after(lines, remaining) == [cents(bill["remainingAmount"])]
        assert len(prices) == len(calls)
        billed = [call["ratedProductUsage"][0]["taxIncludedRatingAmount"] for call in calls]
        assert sum(prices) == sum(map(cents, billed)) == sum(after(lines, line_total))
        given = [minor(line) for line in lines if line.startswith("−")]
        notes = api.all(CREDIT, bill__id=bill["id"], type="appliedBillingCredit")
        credited = [cents(note["taxIncludedAmount"]) for note in notes]
        paid = [cents(part["appliedAmount"]) for part in bill["appliedPayment"]]
        assert sorted(given) == sorted(-amount for amount in credited + paid)


def test_it_says_whose_it_is_until_when_and_how_to_dispute_it(customer: tuple[Api, str]):
    api, language = customer
    bill = api.bills()[0]
    reader = read(api, bill)
    (account,) = api.all(ACCOUNT)
    said = "\n".join(lines_of(reader))

    for part in (bill["billNo"], account["id"], account["name"], account["timeZone"]):
        assert part in said
    assert "http://127.0.0.1:8080" in said
    assert "Telvia" in said
    assert str(reader.root_object["/Lang"]) == language
    assert reader.metadata is not None
    assert bill["billNo"] in (reader.metadata.title or "")
    pages = len(reader.pages)
    for number, page in enumerate(reader.pages, start=1):
        foot = page.extract_text().splitlines()[-1]
        assert re.findall(r"\d+", foot) == [str(number), str(pages)]


def test_no_letter_is_missing(customer: tuple[Api, str]):
    api, _ = customer
    said = "".join(lines_of(read(api, api.bills()[0])))

    assert "�" not in said
    assert "\x00" not in said


def test_it_is_sent_as_a_file_that_nobody_keeps(ana: Api):
    bill = ana.bills()[0]
    answer = ana.http.get(path_of(bill))

    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"] == (
        f"attachment; filename*=UTF-8''{bill['billNo']}.pdf"
    )


def test_the_same_bill_is_the_same_document_until_it_is_paid(
    agnieszka: Api, billing_settings: Settings
):
    bill = agnieszka.bills()[0]
    first, second = (agnieszka.http.get(path_of(bill)).content for _ in range(2))
    database = Database(billing_settings.database)
    payment = Payment(id="PAY-DOC", bill_id=bill["id"], amount=100, means="cheque")
    payment.paid_at = clock.now()
    with database.write() as session:
        session.add(payment)
    third = agnieszka.http.get(path_of(bill)).content
    with database.write() as session:
        session.delete(session.scalars(select(Payment).where(Payment.id == "PAY-DOC")).one())
    database.close()

    assert first == second
    assert third != first
    assert "−1,00" in "".join(lines_of(PdfReader(io.BytesIO(third))))


def test_it_is_its_owner_s_and_the_operator_s(billing_address: str, ana: Api, oliver: Api):
    path = path_of(ana.bills()[0])

    def asked(token: str | None) -> httpx.Response:
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        return httpx.get(billing_address + path, headers=headers, trust_env=False)

    check(asked(None), 401, "notSignedIn")
    check(asked("en"), 404, "notFound")
    check(asked(system_token("operator.usage", "operator.tickets")), 403, "outOfScope")
    for scope in ("operator.read", "operator.bills"):
        assert asked(system_token(scope)).content == asked("es").content
    check(ana.http.get(f"{BILL}/NOBODY/document"), 404, "notFound")


def test_the_latest_bill_of_an_account_is_asked_for_and_found_again(ana: Api):
    latest = ana.bills()[0]
    wish = {"billingAccount": latest["billingAccount"], "name": "Mi factura"}

    answer = ana.http.post(BILL_ON_DEMAND, json=wish)
    again = ana.http.post(BILL_ON_DEMAND, json=wish)

    assert (answer.status_code, again.status_code) == (201, 200)
    asked = answer.json()
    assert answer.headers["Location"] == asked["href"]
    assert (asked["state"], asked["name"]) == ("done", "Mi factura")
    assert asked["customerBill"]["id"] == latest["id"]
    assert asked["billDocument"] == latest["billDocument"]
    assert ana.http.get(asked["href"]).json() == asked == again.json()
    assert asked in ana.all(BILL_ON_DEMAND, customerBill__id=latest["id"])


def test_what_is_asked_for_many_times_at_once_is_asked_for_once(ana: Api):
    wish = {"customerBill": {"id": ana.bills()[3]["id"]}, "name": "at once"}

    with ThreadPoolExecutor(8) as windows:
        answers = list(windows.map(lambda _: ana.http.post(BILL_ON_DEMAND, json=wish), range(16)))

    assert sorted(answer.status_code for answer in answers) == [200] * 15 + [201]
    assert len({answer.json()["id"] for answer in answers}) == 1


def test_any_bill_may_be_named(ana: Api):
    oldest = ana.bills()[-1]
    answer = ana.http.post(BILL_ON_DEMAND, json={"customerBill": {"id": oldest["id"]}})

    assert answer.status_code == 201, answer.text
    assert answer.json()["customerBill"]["id"] == oldest["id"]


def test_a_system_asks_for_a_customer_who_finds_it(billing_address: str, oliver: Api, ana: Api):
    bills = Api(billing_address, system_token("operator.bills"))
    wish = {
        "customerBill": {"id": oliver.bills()[0]["id"]},
        "relatedParty": {"id": oliver.customer_id},
    }
    asked = bills.http.post(BILL_ON_DEMAND, json=wish).json()
    bills.http.close()

    assert oliver.http.get(asked["href"]).json() == asked
    check(ana.http.get(asked["href"]), 404, "notFound")
    assert asked["id"] not in {it["id"] for it in ana.all(BILL_ON_DEMAND)}


@pytest.mark.parametrize(
    ("wish", "status", "code"),
    [
        ({}, 400, "invalid"),
        ({"name": "mine"}, 400, "invalid"),
        ({"billingAccount": "BA-ES-1001"}, 400, "invalid"),
        ({"billingAccount": {}}, 400, "invalid"),
        ({"billingAccount": {"id": "BA-GB-1004"}}, 404, "notFound"),
        ({"billingAccount": {"id": "BA-NONE"}}, 404, "notFound"),
        ({"customerBill": {"id": "BILL-NONE"}}, 404, "notFound"),
        (
            {"billingAccount": {"id": "BA-ES-1001"}, "relatedParty": {"id": "C-1004"}},
            404,
            "notFound",
        ),
    ],
    ids=str,
)
def test_what_is_not_there_or_another_s_is_not_asked_for(
    ana: Api, wish: JSON, status: int, code: str
):
    before = ana.all(BILL_ON_DEMAND)

    check(ana.http.post(BILL_ON_DEMAND, json=wish), status, code)

    assert ana.all(BILL_ON_DEMAND) == before


def test_another_customer_s_bill_is_not_asked_for(ana: Api, oliver: Api):
    wish = {"customerBill": {"id": oliver.bills()[0]["id"]}}
    check(ana.http.post(BILL_ON_DEMAND, json=wish), 404, "notFound")
