"""TMF637: lines are put on accounts, change their plan, are suspended, and end."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from billing.settings import Settings
from tests.integration.billing.server import JSON, PRODUCT, TICKET, Api
from tests.integration.billing.test_errors import REPORT, check
from tests.integration.billing.trail import told
from tests.integration.billing.written import as_party, done, made, new_account, new_line, product


def test_a_line_is_put_on_an_account_and_ends_for_good(system: Api, billing_settings: Settings):
    opened = new_account(system)
    at = "2026-03-01T00:00:00Z"
    line = made(system.http.post(PRODUCT, json=product(opened, startDate=at)))
    assert (line["status"], line["startDate"]) == ("active", at)
    assert line["productOffering"]["id"] == "PLAN-34910123471"

    plan = {"productOffering": {"id": "PLAN-34612345182"}}
    moved = done(system.http.patch(line["href"], json=plan | {"status": "suspended"}))
    assert moved["productOffering"]["id"] == "PLAN-34612345182"
    assert done(system.http.patch(line["href"], json=moved)) == moved
    ended = done(system.http.patch(line["href"], json={"status": "terminated"}))
    assert done(system.http.patch(line["href"], json=ended)) == ended
    check(system.http.patch(line["href"], json={"status": "active"}), 409, "conflict")
    details = [detail for _, _, detail in told(billing_settings, line["id"])]
    assert details == [
        {},
        {
            "status": "active → suspended",
            "plan_id": "PLAN-34910123471 → PLAN-34612345182",
        },
        {"status": "suspended → terminated"},
    ]


def test_a_number_is_one_line_s(system: Api):
    line = new_line(system)
    body = product(new_account(system), productSerialNumber=line["productSerialNumber"])

    check(system.http.post(PRODUCT, json=body), 409, "conflict")


def test_a_number_that_is_asked_for_many_times_at_once_is_one_line_s(system: Api):
    body = product(new_account(system))

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: system.http.post(PRODUCT, json=body), range(8)))

    assert sorted(answer.status_code for answer in answers) == [201, *[409] * 7]


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"status": None}, 400, "invalid"),
        ({"status": "asleep"}, 400, "invalid"),
        ({"productSerialNumber": None}, 400, "invalid"),
        ({"productSerialNumber": "612345678"}, 400, "invalid"),
        ({"productSerialNumber": 34612345678}, 400, "invalid"),
        ({"productSerialNumber": "+34612345678'; --"}, 400, "invalid"),
        ({"productSerialNumber": "+3461\x002345678"}, 400, "invalid"),
        ({"billingAccount": None}, 400, "invalid"),
        ({"billingAccount": {"id": "BA-NONE"}}, 404, "notFound"),
        ({"billingAccount": {"id": "x" * 129}}, 400, "invalid"),
        ({"productOffering": {"id": "PLAN-NONE"}}, 404, "notFound"),
        ({"productOffering": {"id": "' or 1=1 --"}}, 404, "notFound"),
        ({"productOffering": {"id": "PLAN-442079460317"}}, 400, "invalid"),
        ({"productOffering": "PLAN-34910123471"}, 400, "invalid"),
        ({"startDate": "2026-03-01"}, 400, "invalid"),
        ({"startDate": "0001-01-01T00:00:00+14:00"}, 400, "invalid"),
        ({"relatedParty": as_party({"id": "C-1001", "name": "Ana"})}, 404, "notFound"),
        ({"description": "x" * 1_000_000}, 413, "tooLarge"),
    ],
    ids=lambda change: str(change)[:60],
)
def test_a_line_that_makes_no_sense_is_not_put_on_an_account(
    system: Api, change: JSON, status: int, code: str
):
    check(system.http.post(PRODUCT, json=product(new_account(system)) | change), status, code)


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"productSerialNumber": "+34612345678"}, 403, "forbidden"),
        ({"billingAccount": {"id": "BA-ES-1001"}}, 403, "forbidden"),
        ({"startDate": "2026-03-01T00:00:00Z"}, 403, "forbidden"),
        ({"status": "asleep"}, 400, "invalid"),
        ({"status": None}, 400, "invalid"),
        ({"productOffering": {"id": "PLAN-NONE"}}, 404, "notFound"),
        ({"productOffering": {"id": "PLAN-442079460317"}}, 400, "invalid"),
    ],
    ids=str,
)
def test_what_calls_stand_on_is_not_changed(system: Api, change: JSON, status: int, code: str):
    line = new_line(system)

    check(system.http.patch(line["href"], json=change), status, code)

    assert done(system.http.get(line["href"])) == line


def test_a_line_that_a_report_is_about_stays(system: Api):
    line = new_line(system)
    entity = {"id": line["id"], "role": "affectedProduct", "@referredType": "Product"}
    filed = system.file(
        REPORT | {"relatedParty": [line["relatedParty"][0]], "relatedEntity": [entity]}
    )
    assert filed.status_code == 201, filed.text

    check(system.http.delete(line["href"]), 409, "conflict")
    assert system.http.get(f"{TICKET}/{filed.json()['id']}").status_code == 200
