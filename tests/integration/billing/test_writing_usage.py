"""TMF635: call records come in once, and stay once somebody relies on them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest

from billing import clock
from billing.database import Database
from billing.models import Bill
from billing.settings import Settings
from tests.integration.billing.server import BILL, JSON, PRODUCT, USAGE, Api, dispute, traits
from tests.integration.billing.test_errors import check
from tests.integration.billing.trail import told
from tests.integration.billing.written import made, new_line, usage

YESTERDAY = clock.now().replace(microsecond=0) - timedelta(days=1)
_seconds = count(1)


def a_moment() -> str:
    """Each time another second."""
    return (YESTERDAY - timedelta(seconds=next(_seconds))).isoformat()


@pytest.fixture
def line(system: Api) -> JSON:
    """A line of a new customer."""
    return new_line(system)


@pytest.fixture
def number(line: JSON) -> str:
    return str(line["productSerialNumber"])


@pytest.fixture
def bill_id(line: JSON, billing_settings: Settings) -> str:
    """A bill of that customer."""
    start, end = YESTERDAY - timedelta(days=30), YESTERDAY
    id_ = f"BILL-{line['id']}"
    database = Database(billing_settings.database)
    with database.write() as session:
        session.add(
            Bill(
                id=id_,
                number=id_,
                account_id=line["billingAccount"]["id"],
                period_start=start,
                period_end=end,
                bill_date=end,
                due_date=end + timedelta(days=28),
                next_bill_date=end + timedelta(days=30),
                fixed_charges=1490,
                usage_charges=0,
            )
        )
    database.close()
    return id_


@pytest.fixture
def call(system: Api, number: str) -> JSON:
    """A call that has come in, rated."""
    return made(system.http.post(USAGE, json=usage(number, at=a_moment())))


def rating(price: float, unit: str = "EUR") -> JSON:
    return {"ratedProductUsage": [{"taxIncludedRatingAmount": {"unit": unit, "value": price}}]}


def test_a_call_record_comes_in_and_is_the_customer_s(
    ana: Api, oliver: Api, system: Api, billing_settings: Settings
):
    number, at = ana.all(PRODUCT)[0]["productSerialNumber"], a_moment()
    call = made(system.http.post(USAGE, json=usage(number, at=at, price=0.234999)))

    assert datetime.fromisoformat(call["usageDate"]) == datetime.fromisoformat(at)
    assert call["status"] == "rated"
    assert call["ratedProductUsage"][0]["taxIncludedRatingAmount"] == {"unit": "EUR", "value": 0.23}
    about = traits(call)
    assert (about["callingNumber"], about["calledNumber"]) == (number, "+34612345999")
    assert (about["duration"], about["callType"]) == (61, "mobile")
    assert about["creditIneligibilityReason"] == "unbilled"
    assert ana.http.get(call["href"]).json() == call
    check(oliver.http.get(call["href"]), 404, "notFound")
    assert told(billing_settings, call["id"]) == [("crm", "create usage", {})]
    assert system.http.delete(call["href"]).status_code == 204


def test_the_same_record_again_is_the_one_that_is_there(system: Api, number: str):
    body = usage(number, at=a_moment())
    call = made(system.http.post(USAGE, json=body))

    again = system.http.post(USAGE, json=body)
    shown_again = system.http.post(USAGE, json=call)

    assert (again.status_code, again.json()) == (200, call)
    assert (shown_again.status_code, shown_again.json()) == (200, call)
    check(system.http.post(USAGE, json=body | rating(0.24)), 409, "conflict")
    longer = usage(number, at=body["usageDate"], duration=62)
    assert made(system.http.post(USAGE, json=longer))["id"] != call["id"]


def test_a_record_that_comes_in_many_times_at_once_is_one_call(system: Api, number: str):
    body = usage(number, at=a_moment())

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: system.http.post(USAGE, json=body), range(8)))

    assert sorted(answer.status_code for answer in answers) == [*[200] * 7, 201]
    assert len({answer.json()["id"] for answer in answers}) == 1


def test_billed_usage_names_its_bill(oliver: Api, system: Api, number: str, bill_id: str):
    call = made(system.http.post(USAGE, json=usage(number, at=a_moment(), billId=bill_id)))
    assert (call["status"], traits(call)["billId"]) == ("billed", bill_id)

    for id_ in (oliver.bills()[0]["id"], "BILL-NONE"):
        check(
            system.http.post(USAGE, json=usage(number, at=a_moment(), billId=id_)), 404, "notFound"
        )
    rated = usage(number, at=a_moment())
    made(system.http.post(USAGE, json=rated))
    now_billed = usage(number, at=rated["usageDate"], billId=bill_id)
    check(system.http.post(USAGE, json=now_billed), 409, "conflict")
    only_rated = usage(number, at=a_moment(), billId=bill_id) | {"status": "rated"}
    check(system.http.post(USAGE, json=only_rated), 400, "invalid")
    check(
        system.http.post(USAGE, json=usage(number, at=a_moment()) | {"status": "billed"}),
        400,
        "invalid",
    )


def test_a_call_is_rated_anew_and_then_billed_and_then_stays(
    system: Api, call: JSON, number: str, bill_id: str, billing_settings: Settings
):
    rated = system.http.patch(call["href"], json=rating(1.5)).json()
    assert rated["ratedProductUsage"][0]["taxIncludedRatingAmount"]["value"] == 1.5

    on_bill = usage(number, at=call["usageDate"], billId=bill_id)
    changes = {name: on_bill[name] for name in ("status", "usageCharacteristic")}
    billed = system.http.patch(call["href"], json=changes).json()
    assert (billed["status"], traits(billed)["billId"]) == ("billed", bill_id)

    assert system.http.patch(call["href"], json=changes).json() == billed
    check(system.http.patch(call["href"], json=rating(1.6)), 409, "conflict")
    check(system.http.patch(call["href"], json={"status": "rated"}), 409, "conflict")
    again = usage(number, at=call["usageDate"], price=1.5)
    assert system.http.post(USAGE, json=again).json() == billed  # it has been billed since
    check(system.http.delete(call["href"]), 409, "conflict")
    assert [
        (action, detail.get("amount")) for _, action, detail in told(billing_settings, call["id"])
    ] == [
        ("create usage", None),
        ("change usage", "23 → 150"),
        ("change usage", None),
    ]


def test_what_is_shown_can_be_sent_back_and_changes_nothing(system: Api, call: JSON):
    assert system.http.patch(call["href"], json=call).json() == call
    assert system.http.patch(call["href"], json={}).json() == call


def test_when_a_call_was_rated_can_be_corrected(system: Api, call: JSON):
    (rated,) = call["ratedProductUsage"]
    at = {"ratingDate": "2026-03-01T10:00:00Z"}

    changed = system.http.patch(call["href"], json={"ratedProductUsage": [rated | at]}).json()

    assert changed["ratedProductUsage"] == [rated | at]


def test_a_call_that_nobody_relies_on_is_deleted(
    system: Api, call: JSON, billing_settings: Settings
):
    answer = system.http.delete(call["href"])

    assert (answer.status_code, answer.content) == (204, b"")
    check(system.http.get(call["href"]), 404, "notFound")
    check(system.http.delete(call["href"]), 404, "notFound")
    actions = [action for _, action, _ in told(billing_settings, call["id"])]
    assert actions == ["create usage", "delete usage"]


def test_a_call_that_a_report_was_ever_about_stays(camille: Api, system: Api):
    (call,) = camille.eligible_calls(camille.bills()[1], 1)
    filed = camille.file(dispute([call])).json()

    check(system.http.delete(call["href"]), 409, "conflict")
    check(system.http.patch(call["href"], json=rating(0.01)), 409, "conflict")
    camille.http.patch(filed["href"], json={"status": "cancelled"})
    check(system.http.delete(call["href"]), 409, "conflict")
    assert camille.http.get(call["href"]).status_code == 200


def test_an_unbilled_call_in_a_fraud_report_is_neither_changed_nor_deleted(system: Api, call: JSON):
    entity = {"id": call["id"], "role": "disputedUsage", "@referredType": "Usage"}
    report = {"description": "Robo", "severity": "Critical", "ticketType": "fraud"}
    party = {"relatedParty": call["relatedParty"]}
    filed = system.file(report | party | {"relatedEntity": [entity]})
    assert filed.status_code == 201, filed.text

    check(system.http.patch(call["href"], json=rating(0.01)), 409, "conflict")
    check(system.http.delete(call["href"]), 409, "conflict")


def test_a_call_stays_on_its_line_and_is_no_other_call_s_twin(system: Api, call: JSON, number: str):
    other = new_line(system)["productSerialNumber"]
    moved = usage(other, at=call["usageDate"])["usageCharacteristic"]
    check(system.http.patch(call["href"], json={"usageCharacteristic": moved}), 403, "forbidden")
    theirs = {
        "ratedProductUsage": [rating(1)["ratedProductUsage"][0] | {"productRef": {"id": "P"}}]
    }
    check(system.http.patch(call["href"], json=theirs), 403, "forbidden")

    twin = made(system.http.post(USAGE, json=usage(number, at=a_moment())))
    check(system.http.patch(twin["href"], json={"usageDate": call["usageDate"]}), 409, "conflict")


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"relatedParty": []}, 403, "forbidden"),
        ({"id": "USG-OTHER"}, 403, "forbidden"),
        ({"description": "A call to nobody"}, 403, "forbidden"),
        ({"status": "recycled"}, 400, "invalid"),
        ({"status": None}, 400, "invalid"),
        ({"status": "billed"}, 400, "invalid"),
        ({"usageDate": "2999-01-01T00:00:00Z"}, 400, "invalid"),
        ({"usageCharacteristic": []}, 400, "invalid"),
        ({"ratedProductUsage": []}, 400, "invalid"),
        (rating(-1), 400, "invalid"),
        (rating(1, "PLN"), 400, "invalid"),
    ],
    ids=str,
)
def test_a_change_that_makes_no_sense_changes_nothing(
    system: Api, call: JSON, change: JSON, status: int, code: str
):
    check(system.http.patch(call["href"], json=change), status, code)

    assert system.http.get(call["href"]).json() == call


@pytest.mark.parametrize(
    "change",
    [
        {"callingNumber": None},
        {"calledNumber": None},
        {"duration": None},
        {"destinationCountry": None},
        {"callType": None},
        {"callingNumber": 34910123471},
        {"callingNumber": "910123471"},
        {"calledNumber": "+34'; drop table call; --"},
        {"calledNumber": "+34\x00612345182"},
        {"calledNumber": "+999999999999999"},
        {"calledNumber": "+3461234518²"},
        {"duration": "61"},
        {"duration": -1},
        {"duration": 10**7},
        {"duration": 10**300},
        {"duration": 1.5},
        {"duration": True},
        {"destinationCountry": "XX"},
        {"destinationCountry": {"code": "ES"}},
        {"callType": "telepathy"},
        {"billId": 7},
        {"at": "yesterday"},
        {"at": "2026-10-01T12:00:00"},
        {"at": "0001-01-01T00:00:00+14:00"},
        {"at": "9999-12-31T23:59:59-14:00"},
        {"at": 1_700_000_000},
        {"price": "0.23"},
        {"price": -0.01},
        {"price": 0.0000001},
        {"price": 1_000_000.01},
        {"price": 10**400},
        {"unit": "PLN"},
        {"unit": "euro"},
    ],
    ids=str,
)
def test_a_record_with_a_wrong_value_does_not_come_in(system: Api, number: str, change: Any):
    sent: dict[str, Any] = {"at": a_moment(), "callingNumber": number} | change
    body = usage(sent.pop("callingNumber"), **sent)
    before = system.get(USAGE, limit=1).headers["X-Total-Count"]

    check(system.http.post(USAGE, json=body), 400, "invalid")

    assert system.get(USAGE, limit=1).headers["X-Total-Count"] == before


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"usageDate": None}, 400, "invalid"),
        ({"usageDate": "2999-01-01T00:00:00Z"}, 400, "invalid"),
        ({"usageCharacteristic": None}, 400, "invalid"),
        ({"usageCharacteristic": "duration=61"}, 400, "invalid"),
        ({"usageCharacteristic": [{"name": "duration", "value": 1}] * 2}, 400, "invalid"),
        ({"usageCharacteristic": [{"name": "a", "value": 1}] * 5_000}, 400, "invalid"),
        ({"ratedProductUsage": []}, 400, "invalid"),
        ({"ratedProductUsage": rating(1)["ratedProductUsage"] * 2}, 400, "invalid"),
        ({"status": "received"}, 400, "invalid"),
        ({"status": "billed; --"}, 400, "invalid"),
        ({"relatedParty": [{"id": "C-1002", "@referredType": "Customer"}]}, 404, "notFound"),
        ({"description": "x" * 1_000_000}, 413, "tooLarge"),
    ],
    ids=lambda change: str(change)[:50],
)
def test_a_record_that_makes_no_sense_does_not_come_in(
    system: Api, number: str, change: JSON, status: int, code: str
):
    body = usage(number, at=a_moment()) | change

    check(system.http.post(USAGE, json=body), status, code)


@pytest.mark.parametrize("calling", ["+34600000000", "+442079460123"])
def test_nobody_s_line_calls_nobody(system: Api, calling: str):
    check(system.http.post(USAGE, json=usage(calling, at=a_moment())), 404, "notFound")


def test_a_record_is_of_the_product_that_it_names(system: Api, line: JSON):
    body = usage(line["productSerialNumber"], at=a_moment())
    for product, status in ((new_line(system), 404), (line, 201)):
        body["ratedProductUsage"][0]["productRef"] = {"id": product["id"]}
        assert system.http.post(USAGE, json=body).status_code == status


def test_a_customer_brings_in_changes_and_deletes_no_call(ana: Api):
    call, number = ana.all(USAGE)[0], ana.all(PRODUCT)[0]["productSerialNumber"]
    check(ana.http.post(USAGE, json=usage(number, at=a_moment())), 403, "outOfScope")
    check(ana.http.patch(call["href"], json=rating(0)), 403, "outOfScope")
    check(ana.http.delete(call["href"]), 403, "outOfScope")
    assert ana.http.get(call["href"]).json() == call


def test_a_line_with_a_call_stays(system: Api, line: JSON, call: JSON):
    assert call["ratedProductUsage"][0]["productRef"]["id"] == line["id"]
    assert call["relatedParty"][0]["id"] == line["relatedParty"][0]["id"]
    check(system.http.delete(line["href"]), 409, "conflict")


@pytest.mark.parametrize("state", ["new", "onHold", "validated", "partiallyPaid", "settled"])
def test_a_bill_s_state_follows_from_its_payments(ana: Api, system: Api, state: str):
    bill = ana.bills()[0]
    assert bill["state"] == "sent"

    message = check(system.http.patch(bill["href"], json={"state": state}), 409, "conflict")

    assert message["message"].startswith("the bill is sent: ")
    assert ana.http.get(bill["href"]).json() == bill


def test_a_bill_s_own_state_is_confirmed(ana: Api, system: Api):
    settled, sent = ana.bills()[1], ana.bills()[0]
    for bill in (settled, sent):
        assert system.http.patch(bill["href"], json={"state": bill["state"]}).json() == bill
        assert system.http.patch(bill["href"], json=bill).json() == bill
    check(system.http.patch(settled["href"], json={"state": "sent"}), 409, "conflict")
    for wrong in ("paid", 7, None, "sent'; --"):
        check(system.http.patch(sent["href"], json={"state": wrong}), 400, "invalid")
    check(system.http.patch(sent["href"], json={"amountDue": {"value": 0}}), 403, "forbidden")
    check(system.http.patch(f"{BILL}/BILL-NONE", json={"state": "sent"}), 404, "notFound")
    check(ana.http.patch(sent["href"], json={"state": "settled"}), 403, "outOfScope")
