"""Reading the API: lists, pages, filters, one by its id, only one's own."""

import re
from datetime import datetime

import pytest

from billing.report_number import is_valid
from tests.integration.billing.server import (
    ACCOUNT,
    BILL,
    CREDIT,
    JSON,
    PRODUCT,
    TICKET,
    USAGE,
    Api,
    price,
    traits,
)

LISTS = [USAGE, PRODUCT, ACCOUNT, BILL, CREDIT, TICKET]


@pytest.mark.parametrize("path", LISTS)
def test_a_whole_list_is_200_with_its_counts(ana: Api, path: str):
    answer = ana.get(path, limit=1000)

    assert answer.status_code == 200
    count = str(len(answer.json()))
    assert (answer.headers["X-Total-Count"], answer.headers["X-Result-Count"]) == (count, count)


@pytest.mark.parametrize("path", LISTS)
def test_each_of_a_list_is_found_by_its_id_and_looks_the_same(ana: Api, path: str):
    for item in ana.all(path)[:5]:
        alone = ana.http.get(item["href"])
        assert alone.status_code == 200
        alone_now, item_now = alone.json(), item
        alone_now.pop("accountBalance", None), item_now.pop("accountBalance", None)
        assert alone_now == item_now


@pytest.mark.parametrize("path", LISTS)
def test_another_customer_s_things_are_not_there(ana: Api, oliver: Api, path: str):
    for item in oliver.all(path)[:3]:
        answer = ana.http.get(f"{path}/{item['id']}")
        assert answer.status_code == 404
        assert answer.json()["code"] == "notFound"
        assert ana.all(path, id=item["id"]) == []


@pytest.mark.parametrize("path", LISTS)
def test_asking_for_another_customer_s_list_gives_an_empty_one(ana: Api, oliver: Api, path: str):
    if path == CREDIT:
        assert ana.all(path, billingAccount__id=oliver.all(ACCOUNT)[0]["id"]) == []
    else:
        assert ana.all(path, relatedParty__id=oliver.customer_id) == []


def test_part_of_a_list_is_206(ana: Api):
    answer = ana.get(USAGE, limit=10, offset=20)

    assert answer.status_code == 206
    assert answer.headers["X-Result-Count"] == "10"
    assert int(answer.headers["X-Total-Count"]) == len(ana.all(USAGE))


def test_the_pages_together_are_the_list(ana: Api):
    pages: list[list[JSON]] = []
    while len(page := ana.get(USAGE, limit=37, offset=37 * len(pages)).json()) == 37:
        pages.append(page)
    pages.append(page)

    assert [call for page in pages for call in page] == ana.all(USAGE)


def test_a_page_past_the_end_is_empty_and_says_how_many_there_are(ana: Api):
    answer = ana.get(BILL, offset=50)

    assert (answer.json(), answer.headers["X-Total-Count"]) == ([], "5")


def test_only_the_fields_asked_for_are_sent_and_always_the_id(ana: Api):
    product = ana.get(PRODUCT, fields="name,productSerialNumber").json()[0]
    account = ana.http.get(product["href"], params={"fields": "status"}).json()

    assert set(product) == {"id", "href", "name", "productSerialNumber"}
    assert set(account) == {"id", "href", "status"}


def test_fields_may_be_named_one_by_one(ana: Api):
    for named in ("fields=name,status", "fields=name&fields=status"):
        assert set(ana.http.get(f"{PRODUCT}?{named}").json()[0]) == {"id", "href", "name", "status"}


@pytest.mark.parametrize("query", ["id=A,B", "id=A&id=B", "id.eq=A&id=B", "id=A;id=B"])
def test_several_values_of_one_attribute_are_each_enough(ana: Api, query: str):
    first, second, *_ = [bill["id"] for bill in ana.bills()]
    asked = re.sub("[AB]", lambda letter: {"A": first, "B": second}[letter[0]], query)

    assert [bill["id"] for bill in ana.http.get(f"{BILL}?{asked}").json()] == [first, second]


def test_what_is_asked_of_other_attributes_besides_is_asked_of_each(ana: Api):
    first, second, *_ = ana.bills()

    found = ana.http.get(f"{BILL}?id={first['id']}&state={first['state']}&id={second['id']}").json()

    assert [bill["id"] for bill in found] == [first["id"]]


def test_an_instant_s_plus_sign_may_come_as_it_is(ana: Api):
    by_offset = ana.http.get(f"{USAGE}?limit=1000&usageDate.gte=2026-10-01T02:00:00+02:00")

    assert by_offset.json() == ana.all(USAGE, usageDate__gte="2026-10-01T00:00:00Z")


def test_calls_of_a_period_are_those_between_its_ends_the_latest_first(ana: Api):
    period = ana.bills()[1]["billingPeriod"]
    start, end = period["startDateTime"], period["endDateTime"]

    calls = ana.all(USAGE, usageDate__gte=start, usageDate__lte=end)

    moments = [datetime.fromisoformat(call["usageDate"].replace("Z", "+00:00")) for call in calls]
    assert moments == sorted(moments, reverse=True)
    assert {traits(call)["billId"] for call in calls} == {ana.bills()[1]["id"]}
    assert calls == ana.all(USAGE, billId=ana.bills()[1]["id"])


def test_an_instant_may_come_in_any_time_zone(ana: Api):
    in_madrid = ana.all(USAGE, usageDate__gte="2026-01-01T01:00:00+01:00")

    assert in_madrid == ana.all(USAGE, usageDate__gte="2026-01-01T00:00:00Z")


def test_calls_of_one_line_are_from_its_number(ana: Api):
    for line in ana.all(PRODUCT, status="active"):
        calls = ana.all(USAGE, productRef__id=line["id"])
        assert {traits(call)["callingNumber"] for call in calls} == {line["productSerialNumber"]}
        assert {traits(call)["productId"] for call in calls} == {line["id"]}


def test_a_list_can_be_sorted_the_other_way(ana: Api):
    assert ana.all(BILL, sort="billDate") == ana.all(BILL, sort="-billDate")[::-1]


@pytest.mark.parametrize(
    ("path", "attributes"),
    [
        (USAGE, ["id", "usageDate", "status", "ratedProductUsage.isBilled", "billId"]),
        (
            PRODUCT,
            ["id", "name", "status", "productSerialNumber", "startDate", "productOffering.id"],
        ),
        (ACCOUNT, ["id", "name"]),
        (BILL, ["id", "billNo", "state", "billDate", "paymentDueDate"]),
        (CREDIT, ["id", "date", "type", "isBilled", "bill.id", "troubleTicketId"]),
        (TICKET, ["id", "status", "ticketType", "externalId", "creationDate", "lastUpdate"]),
        (TICKET, ["name", "severity", "expectedResolutionDate", "resolutionDate"]),
    ],
)
def test_a_list_can_be_sorted_by_what_it_can_be_filtered_by(
    ana: Api, path: str, attributes: list[str]
):
    everything = {item["id"] for item in ana.all(path)}
    for attribute in attributes:
        assert {item["id"] for item in ana.all(path, sort=f"-{attribute},id")} == everything


def test_bills_are_filtered_by_state(ana: Api, camille: Api):
    assert [bill["state"] for bill in ana.bills()] == ["sent"] + ["settled"] * 4
    assert ana.all(BILL, state="sent") == ana.bills()[:1]
    assert camille.all(BILL, state="partiallyPaid,sent") == camille.bills()[:1]
    assert len(camille.all(BILL, state="settled")) == 4


def test_what_was_paid_and_credited_is_what_does_not_remain(oliver: Api):
    for bill in oliver.bills():
        paid = sum(part["appliedAmount"]["value"] for part in bill["appliedPayment"])
        credits_ = oliver.all(CREDIT, bill__id=bill["id"], type="appliedBillingCredit")
        credited = sum(credit["taxIncludedAmount"]["value"] for credit in credits_)
        remaining = bill["amountDue"]["value"] - paid - credited
        assert remaining == pytest.approx(bill["remainingAmount"]["value"], abs=0.001)


def test_the_running_cycle_has_calls_and_no_bill(ana: Api):
    unbilled = ana.all(USAGE, status="rated")

    assert unbilled
    assert all("billId" not in traits(call) for call in unbilled)
    assert min(call["usageDate"] for call in unbilled) >= ana.bills()[0]["billDate"]
    reasons = {traits(call)["creditIneligibilityReason"] for call in unbilled}
    assert reasons <= {"unbilled", "included_in_plan"}


def test_a_reason_is_given_exactly_where_no_credit_can_be_asked(ana: Api):
    reasons = set()
    for call in ana.all(USAGE):
        call_traits = traits(call)
        assert call_traits["creditEligible"] == ("creditIneligibilityReason" not in call_traits)
        reasons.add(call_traits.get("creditIneligibilityReason"))

    assert reasons == {
        None,
        "too_old",
        "already_credited",
        "already_disputed",
        "included_in_plan",
        "unbilled",
    }


def test_calls_that_the_plan_includes_cost_nothing(ana: Api):
    included = [
        call
        for call in ana.all(USAGE)
        if traits(call).get("creditIneligibilityReason") == "included_in_plan"
    ]

    assert {price(call) for call in included} == {0}
    assert {call["ratedProductUsage"][0]["usageRatingTag"] for call in included} == {
        "included usage"
    }


@pytest.mark.parametrize(
    ("who", "zone", "currency", "country"),
    [
        ("ana", "Europe/Madrid", "EUR", "ES"),
        ("camille", "Europe/Paris", "EUR", "FR"),
        ("agnieszka", "Europe/Warsaw", "PLN", "PL"),
        ("oliver", "Europe/London", "GBP", "GB"),
    ],
)
def test_time_zone_currency_and_country_belong_to_the_account(
    request: pytest.FixtureRequest, who: str, zone: str, currency: str, country: str
):
    (account,) = request.getfixturevalue(who).all(ACCOUNT)

    assert (account["timeZone"], account["currency"], account["country"]) == (
        zone,
        currency,
        country,
    )


def test_the_account_says_what_is_owed_and_what_is_disputed(ana: Api):
    (account,) = ana.all(ACCOUNT)
    balances = {
        balance["balanceType"]: balance["amount"]["value"] for balance in account["accountBalance"]
    }
    open_ones = ana.all(TICKET, status="acknowledged,inProgress")
    disputed = sum(ticket.get("disputedAmount", {"value": 0})["value"] for ticket in open_ones)

    assert balances["amount due"] == ana.bills()[0]["remainingAmount"]["value"]
    assert balances["disputed balance"] == pytest.approx(disputed)
    assert account["paymentStatus"] in ("due", "late")


def test_a_credited_dispute_leads_to_its_credits(ana: Api):
    (ticket,) = ana.all(TICKET, status="resolved")
    credits_ = ana.all(CREDIT, troubleTicketId=ticket["id"])

    assert is_valid(ticket["id"])
    assert [change["status"] for change in ticket["statusChange"]] == [
        "acknowledged",
        "inProgress",
        "resolved",
    ]
    assert ticket["statusChangeReason"] == "credited"
    assert sum(credit["taxIncludedAmount"]["value"] for credit in credits_) == pytest.approx(
        ticket["disputedAmount"]["value"]
    )
    assert all(credit["isBilled"] and credit["bill"]["id"] for credit in credits_)


def test_a_credit_without_a_bill_waits_for_the_next_one(ana: Api):
    for_a_call, for_an_outage = sorted(
        ana.all(CREDIT, isBilled="false"), key=lambda waiting: waiting["id"]
    )

    for waiting in (for_a_call, for_an_outage):
        assert "bill" not in waiting
        assert waiting["billingAccount"]["id"] == ana.all(ACCOUNT)[0]["id"]


def test_what_is_true_or_false_can_be_compared(ana: Api):
    whole, billed = ana.all(USAGE), ana.all(USAGE, ratedProductUsage__isBilled="true")

    assert ana.all(USAGE, ratedProductUsage__isBilled__gt="false") == billed
    assert ana.all(USAGE, ratedProductUsage__isBilled__lte="true") == whole
