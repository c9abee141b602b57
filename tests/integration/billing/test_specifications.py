"""Answers and requests against the published TM Forum specifications and our own schemas."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, Draft202012Validator

from billing.schemas import NAMES
from billing.tmf.body import DisputeReason
from tests.integration.billing import written
from tests.integration.billing.server import (
    ACCOUNT,
    BILL,
    BILL_ON_DEMAND,
    CREDIT,
    CUSTOMER,
    INDIVIDUAL,
    PRODUCT,
    TICKET,
    USAGE,
    Api,
    dispute,
)

SPECIFICATIONS = Path(__file__).parents[2] / "specifications"

REQUIRED_BY_MEANING = {
    "TroubleTicket": {"id", "href", "status", "severity", "ticketType", "creationDate"},
    "Usage": {"id", "href", "usageDate", "status", "usageCharacteristic", "ratedProductUsage"},
    "Product": {"id", "href", "name", "status", "productSerialNumber", "billingAccount"},
    "BillingAccount": {"id", "href", "name", "relatedParty", "billStructure"},
    "CustomerBill": {
        *("id", "href", "billNo", "state", "amountDue", "remainingAmount", "billDocument"),
    },
    "CustomerBillOnDemand": {"id", "href", "state", "customerBill", "billDocument"},
    "AppliedCustomerBillingRate": {"id", "href", "type", "isBilled", "taxIncludedAmount"},
    "Customer": {"id", "href", "name", "status", "engagedParty", "account"},
    "Individual": {"id", "href", "fullName", "languageAbility"},
}


def validator(number: int, definition: str) -> Draft4Validator:
    content = json.loads((SPECIFICATIONS / f"TMF{number}-v4.0.0.swagger.json").read_text("utf-8"))
    return Draft4Validator(
        {"$ref": f"#/definitions/{definition}", "definitions": content["definitions"]},
        format_checker=Draft4Validator.FORMAT_CHECKER,
    )


def own_schema(api: Api, location: str) -> dict[str, Any]:
    schema: dict[str, Any] = api.http.get("/schemas/" + location.rpartition("/")[2]).json()
    return schema


@pytest.mark.parametrize(
    ("number", "definition", "path"),
    [
        (621, "TroubleTicket", TICKET),
        (635, "Usage", USAGE),
        (637, "Product", PRODUCT),
        (666, "BillingAccount", ACCOUNT),
        (678, "CustomerBill", BILL),
        (678, "AppliedCustomerBillingRate", CREDIT),
        (629, "Customer", CUSTOMER),
        (632, "Individual", INDIVIDUAL),
    ],
)
def test_every_answer_fits_its_specification(camille: Api, number: int, definition: str, path: str):
    check = validator(number, definition)
    found = camille.all(path)

    assert found
    for item in found:
        check.validate(item)
        assert set(item) >= REQUIRED_BY_MEANING[definition]


def test_asking_for_a_bill_s_document_fits_its_specification_both_ways(ana: Api):
    bill = ana.bills()[2]
    wish = {
        "name": "specified",
        "billingAccount": bill["billingAccount"],
        "customerBill": {"id": bill["id"], "@referredType": "CustomerBill"},
        "relatedParty": bill["relatedParty"][0],
    }
    validator(678, "CustomerBillOnDemand_Create").validate(wish)

    answer = ana.http.post(BILL_ON_DEMAND, json=wish)

    assert answer.status_code == 201, answer.text
    for shown in (answer.json(), *ana.all(BILL_ON_DEMAND)):
        validator(678, "CustomerBillOnDemand").validate(shown)
        assert set(shown) >= REQUIRED_BY_MEANING["CustomerBillOnDemand"]
        Draft202012Validator(own_schema(ana, shown["@schemaLocation"])).validate(shown)


def test_what_a_system_does_with_a_report_fits_its_specification_both_ways(ana: Api, system: Api):
    party = ana.bills()[0]["relatedParty"][0]
    report = {
        "description": "No tone",
        "severity": "Major",
        "ticketType": "fault",
        "relatedParty": [party],
    }
    validator(621, "TroubleTicket_Create").validate(report)
    filed = system.file(report).json()
    validator(621, "TroubleTicket").validate(filed)

    for change in (
        {"status": "inProgress"},
        {"status": "pending", "note": [{"text": "¿Desde cuándo?"}]},
        {
            "status": "rejected",
            "statusChangeReason": "notOurService",
            "note": [{"text": "No es nuestra red."}],
        },
    ):
        validator(621, "TroubleTicket_Update").validate(change)
        answer = system.http.patch(filed["href"], json=change)
        assert answer.status_code == 200, answer.text
        validator(621, "TroubleTicket").validate(answer.json())


@pytest.mark.parametrize(("number", "path"), [(621, TICKET), (635, USAGE), (678, BILL)])
def test_every_error_fits_its_specification(camille: Api, number: int, path: str):
    for answer in (camille.http.get(f"{path}/nothing"), camille.http.get(f"{path}?limit=x")):
        validator(number, "Error").validate(answer.json())


def test_the_dispute_that_we_take_is_a_ticket_that_they_specify(camille: Api):
    body = dispute(camille.eligible_calls(camille.bills()[1], 1), "specified:1")

    validator(621, "TroubleTicket_Create").validate(body)
    assert camille.file(body).status_code == 201


def test_what_we_take_and_answer_when_it_is_written_is_what_they_specify(system: Api, ana: Api):
    person = _written(system, 632, "Individual", INDIVIDUAL, written.individual())
    owner = _written(system, 629, "Customer", CUSTOMER, written.customer(person))
    account = _written(system, 666, "BillingAccount", ACCOUNT, written.account(owner))
    line = _written(system, 637, "Product", PRODUCT, written.product(account))
    number, at = line["productSerialNumber"], "2026-03-01T09:30:00+01:00"
    _written(system, 635, "Usage", USAGE, written.usage(number, at=at))
    bill = ana.bills()[0]
    _changed(system, 678, "CustomerBill", bill["href"], {"state": bill["state"]})


def _written(api: Api, number: int, definition: str, path: str, body: dict[str, Any]) -> Any:
    """Created and sent back as a change, each way as its specification has it."""
    validator(number, f"{definition}_Create").validate(body)
    created = written.made(api.http.post(path, json=body))
    validator(number, definition).validate(created)
    _changed(api, number, definition, created["href"], created)
    return created


def _changed(api: Api, number: int, definition: str, href: str, body: dict[str, Any]) -> None:
    validator(number, f"{definition}_Update").validate(body)
    answer = api.http.patch(href, json=body)
    assert answer.status_code == 200, answer.text
    validator(number, definition).validate(answer.json())


@pytest.mark.parametrize(
    ("number", "definition", "path", "method"),
    [
        (632, "Individual_Create", INDIVIDUAL, "POST"),
        (629, "Customer_Create", CUSTOMER, "POST"),
        (629, "Customer_Update", f"{CUSTOMER}/C-1001", "PATCH"),
        (666, "BillingAccount_Create", ACCOUNT, "POST"),
        (666, "BillingAccount_Update", f"{ACCOUNT}/BA-ES-1001", "PATCH"),
        (637, "Product_Create", PRODUCT, "POST"),
    ],
)
def test_what_they_require_is_required(
    system: Api, number: int, definition: str, path: str, method: str
):
    content = json.loads((SPECIFICATIONS / f"TMF{number}-v4.0.0.swagger.json").read_text("utf-8"))

    answer = system.http.request(method, path, json={})

    for field in content["definitions"][definition]["required"]:
        assert f"{field}: Field required" in answer.json()["message"]


def test_the_published_example_of_a_dispute_is_understood(camille: Api):
    example = json.loads((SPECIFICATIONS / "example.dispute.json").read_text("utf-8"))
    calls = camille.eligible_calls(camille.bills()[1], 2)
    ids = iter([calls[0]["id"], calls[1]["id"], camille.bills()[1]["id"]])
    for entity in example["relatedEntity"][:3]:
        entity["id"] = next(ids)
    example["relatedEntity"][3]["id"] = camille.all(PRODUCT)[0]["id"]
    example["relatedParty"][0]["id"] = example["note"][0]["author"] = camille.customer_id

    answer = camille.file(example | {"disputeReason": "unrecognised_call"})

    assert answer.status_code == 201, answer.text


@pytest.mark.parametrize("path", [TICKET, ACCOUNT])
def test_an_extension_fits_the_schema_that_it_names(ana: Api, path: str):
    for item in ana.all(path):
        if "@schemaLocation" in item:
            schema = own_schema(ana, item["@schemaLocation"])
            Draft202012Validator.check_schema(schema)
            Draft202012Validator(schema).validate(item)
            assert schema["$id"] == item["@schemaLocation"]
            assert schema["title"] == item["@type"]


def test_every_schema_is_served_as_one(ana: Api):
    for name in NAMES:
        answer = ana.http.get(f"/schemas/{name}.schema.json")
        assert answer.headers["content-type"].startswith("application/schema+json")


def test_the_schema_names_exactly_the_reasons_that_are_taken(ana: Api):
    schema = own_schema(ana, "/BillingDispute.schema.json")

    assert schema["properties"]["disputeReason"]["enum"] == [
        reason.value for reason in DisputeReason
    ]
