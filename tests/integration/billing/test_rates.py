"""Applied billing rates: what a bill is made of, to the cent, and what was credited."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select

from billing.contracts import LineMonth
from billing.database import Database
from billing.decisions import Desk, Officer
from billing.models import Bill, Call, Credit, Plan
from billing.settings import Settings
from tests.integration.billing.server import (
    BILL,
    CREDIT,
    PRODUCT,
    TICKET,
    USAGE,
    Api,
    dispute,
    price,
    serving,
)
from tests.integration.billing.test_errors import check

CHARGES = {"type": "appliedBillingCharge"}
CREDITS = {"type": "appliedBillingCredit"}
CUSTOMERS = ["ana", "camille", "agnieszka", "oliver"]


@pytest.fixture
def own(database: Database, database_address: str) -> Iterator[Api]:
    """The Spanish customer, on a database of the test's own."""
    with serving(Settings(database_url=database_address)) as address:
        api = Api(address, "es")
        yield api
        api.http.close()


def cents(money: dict[str, Any]) -> int:
    return round(money["value"] * 100)


def total(rates: list[dict[str, Any]]) -> int:
    return sum(cents(rate["taxIncludedAmount"]) for rate in rates)


def characteristics(rate: dict[str, Any]) -> dict[str, str]:
    return {it["name"]: it["value"] for it in rate["characteristic"]}


def charges(api: Api, bill: dict[str, Any], kind: str) -> dict[str | None, dict[str, Any]]:
    """A bill's charges of a kind, by line; None for one of the whole bill."""
    return {
        rate.get("product", {}).get("id"): rate
        for rate in api.all(CREDIT, bill__id=bill["id"], **CHARGES)
        if characteristics(rate) == {"chargeType": kind}
    }


@pytest.mark.parametrize("who", CUSTOMERS)
def test_the_charges_of_a_bill_are_what_it_asks_for(request: pytest.FixtureRequest, who: str):
    api: Api = request.getfixturevalue(who)
    for bill in api.bills():
        found = api.all(CREDIT, bill__id=bill["id"], **CHARGES)

        assert total(found) == cents(bill["amountDue"])
        assert all(rate["isBilled"] and rate["date"] == bill["billDate"] for rate in found)
        assert all(rate["periodCoverage"] == bill["billingPeriod"] for rate in found)


def test_each_line_has_its_fee_and_its_usage(ana: Api):
    lines = {line["id"]: line["name"] for line in ana.all(PRODUCT)}
    for bill in ana.bills():
        fees, usage = charges(ana, bill, "recurringCharge"), charges(ana, bill, "usageCharge")

        assert set(fees) == set(usage) == set(lines)
        assert {id_: rate["product"]["name"] for id_, rate in fees.items()} == lines
        assert sorted(cents(rate["taxIncludedAmount"]) for rate in fees.values()) == [1290, 1490]
        for id_, rate in usage.items():
            calls = ana.all(USAGE, billId=bill["id"], productRef__id=str(id_))
            assert cents(rate["taxIncludedAmount"]) == sum(map(price, calls))


def test_a_fee_that_has_changed_since_is_not_told_for_what_was_billed(own: Api, database: Database):
    with database.write() as session:
        session.get_one(Plan, "PLAN-34910123471").monthly_fee += 100

    for bill in own.bills():
        fees = charges(own, bill, "recurringCharge")
        assert {id_: cents(rate["taxIncludedAmount"]) for id_, rate in fees.items()} == {None: 2780}
        assert total(own.all(CREDIT, bill__id=bill["id"], **CHARGES)) == cents(bill["amountDue"])


def test_usage_that_its_calls_do_not_explain_is_one_sum(own: Api, database: Database):
    latest, *others = own.bills()
    with database.write() as session:
        session.get_one(Bill, latest["id"]).usage_charges += 1

    assert set(charges(own, own.bills()[0], "usageCharge")) == {None}
    assert len(charges(own, others[0], "usageCharge")) == 2
    for bill in own.bills():
        assert total(own.all(CREDIT, bill__id=bill["id"], **CHARGES)) == cents(bill["amountDue"])


def test_a_bill_without_usage_has_no_charge_for_it(own: Api, database: Database):
    latest = own.bills()[0]
    with database.write() as session:
        session.get_one(Bill, latest["id"]).usage_charges = 0
        for call in session.scalars(select(Call).where(Call.bill_id == latest["id"])):
            call.amount = 0

    assert charges(own, latest, "usageCharge") == {}
    assert total(own.all(CREDIT, bill__id=latest["id"], **CHARGES)) == 2780


@pytest.mark.parametrize("who", CUSTOMERS)
def test_every_rate_says_what_of_it_is_tax(request: pytest.FixtureRequest, who: str):
    rates = request.getfixturevalue(who).all(CREDIT)
    assert rates
    for rate in rates:
        (tax,) = rate["appliedTax"]
        untaxed, taxed = cents(rate["taxExcludedAmount"]), cents(rate["taxIncludedAmount"])
        assert untaxed + cents(tax["taxAmount"]) == taxed
        assert untaxed * (100 + tax["taxRate"]) / 100 == pytest.approx(taxed, abs=0.7)
        assert tax["taxCategory"] == "VAT"


def test_every_rate_is_found_by_its_id_and_by_its_owner_alone(ana: Api, oliver: Api):
    rates = ana.all(CREDIT)

    assert len({rate["id"] for rate in rates}) == len(rates)
    for rate in rates:
        assert ana.http.get(rate["href"]).json() == rate
        check(oliver.http.get(rate["href"]), 404, "notFound")
    assert not {rate["id"] for rate in rates} & {rate["id"] for rate in oliver.all(CREDIT)}


def test_pages_of_rates_neither_overlap_nor_leave_gaps(ana: Api):
    everything = [rate["id"] for rate in ana.all(CREDIT)]
    pages = [ana.get(CREDIT, limit=7, offset=offset) for offset in range(0, len(everything), 7)]

    assert [rate["id"] for page in pages for rate in page.json()] == everything
    assert {page.headers["X-Total-Count"] for page in pages} == {str(len(everything))}


def test_rates_are_filtered_by_line(ana: Api):
    line = ana.all(PRODUCT)[0]["id"]
    everything = ana.all(CREDIT)

    found = ana.all(CREDIT, product__id=line)
    assert found
    assert found == [it for it in everything if it.get("product", {}).get("id") == line]


def test_a_credit_for_calls_names_their_line(ana: Api):
    (ticket,) = ana.all(TICKET, status="resolved")
    for credit in ana.all(CREDIT, troubleTicketId=ticket["id"]):
        call = ana.http.get(f"{USAGE}/{characteristics(credit)['usageId']}").json()
        line = call["ratedProductUsage"][0]["productRef"]["id"]
        assert credit["product"]["id"] == line


def test_a_credit_for_availability_says_of_which_line_and_month(own: Api, database: Database):
    with database.read() as session:
        row = session.scalars(
            select(LineMonth)
            .join(Credit, Credit.id == LineMonth.credit_id)
            .where(Credit.account_id == "BA-ES-1001")
        ).one()
    credit = own.http.get(f"{CREDIT}/{row.credit_id}").json()

    assert credit["name"] == "Availability credit"
    assert f"available in {row.month}, 99.5000 % promised" in credit["description"]
    assert characteristics(credit) == {"lineId": row.line_id, "month": row.month}
    assert credit["product"]["id"] == row.line_id
    assert (credit["type"], credit["isBilled"]) == ("appliedBillingCredit", False)
    assert "bill" not in credit
    assert cents(credit["taxIncludedAmount"]) == 149
    assert credit in own.all(CREDIT, **CREDITS)


def test_a_credit_on_an_unpaid_bill_lowers_what_remains_of_it(
    own: Api, database: Database, desk: Desk, now: datetime
):
    unpaid = own.bills()[0]
    calls = own.eligible_calls(unpaid, 2)
    filed = own.file(dispute(calls)).json()
    desk.credit(filed["id"], Officer("clerk-1", "clerk"), "Se lo devolvemos.", now)

    granted = own.all(CREDIT, troubleTicketId=filed["id"])
    assert {rate["bill"]["id"] for rate in granted} == {unpaid["id"]}
    assert {rate["isBilled"] for rate in granted} == {True}
    assert total(granted) == sum(map(price, calls))
    after = own.http.get(f"{BILL}/{unpaid['id']}").json()
    assert cents(after["remainingAmount"]) == cents(unpaid["remainingAmount"]) - total(granted)
    assert after["state"] == "partiallyPaid"
    assert own.all(CREDIT, bill__id=unpaid["id"], **CREDITS) == granted


def test_a_credit_that_no_ticket_explains_is_shown_too(own: Api, database: Database, now: datetime):
    goodwill = Credit(id="CR-GOODWILL", account_id="BA-ES-1001", amount=500, created_at=now)
    with database.write() as session:
        session.add(goodwill)

    credit = own.http.get(f"{CREDIT}/CR-GOODWILL").json()
    assert (credit["name"], cents(credit["taxIncludedAmount"])) == ("Credit", 500)
    assert "product" not in credit
