"""Whatever goes wrong below /tmf-api has TM Forum's error body."""

import json
from typing import Any

import httpx
import pytest

from tests.integration.billing.server import ACCOUNT, BILL, PRODUCT, TICKET, USAGE, Api

REPORT = {"description": "No tone", "severity": "Major", "ticketType": "fault"}


def check(answer: httpx.Response, status: int, code: str) -> dict[str, Any]:
    body: dict[str, Any] = answer.json()
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    assert body["code"] == code
    assert body["status"] == str(status)
    assert body["reason"]
    assert set(body) <= {"code", "reason", "message", "status"}
    return body


@pytest.mark.parametrize("path", [USAGE, PRODUCT, ACCOUNT, BILL, TICKET, f"{TICKET}/DSP-7F3K-29QX"])
@pytest.mark.parametrize("header", [None, "", "Bearer", "Bearer nobody", "Basic ZXM6", "es"])
def test_without_a_valid_token_it_is_401_with_a_challenge(
    billing_address: str, path: str, header: str | None
):
    headers = {} if header is None else {"Authorization": header}

    answer = httpx.get(billing_address + path, headers=headers, trust_env=False)

    check(answer, 401, "notSignedIn")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_writing_without_a_token_is_401_whatever_is_sent(billing_address: str):
    answer = httpx.post(billing_address + TICKET, json=REPORT, trust_env=False)

    check(answer, 401, "notSignedIn")


@pytest.mark.parametrize("path", ["/tmf-api/", "/tmf-api/nothing", f"{USAGE}/", f"{USAGE}/a/b"])
def test_an_address_that_is_not_there_is_404(ana: Api, path: str):
    check(ana.http.get(path), 404, "notFound")


@pytest.mark.parametrize("id_", ["USG-NONE", "%F0%9F%98%80", "..%2F..%2Fetc", "x" * 5000, "'--"])
def test_an_id_that_is_not_there_is_404(ana: Api, id_: str):
    check(ana.http.get(f"{BILL}/{id_}"), 404, "notFound")


@pytest.mark.parametrize(("method", "path"), [("DELETE", TICKET), ("PUT", USAGE), ("POST", BILL)])
def test_a_method_that_is_not_offered_is_405_and_says_which_are(ana: Api, method: str, path: str):
    answer = ana.http.request(method, path, json={})

    check(answer, 405, "methodNotAllowed")
    assert "GET" in answer.headers["Allow"] or "POST" in answer.headers["Allow"]


@pytest.mark.parametrize(
    "query",
    [
        "limit=-1",
        "limit=ten",
        "limit=1.5",
        "limit=",
        "limit=99999999999999999999",
        "offset=-5",
        "offset=٣",
        "sort=price",
        "sort=",
        "colour=red",
        "usageDate.gte=yesterday",
        "usageDate.gte=2026-10-01",
        "usageDate.gte=2026-10-01T00:00:00",
        "usageDate.gte=2026-10-01T00:00:00Z,2026-11-01T00:00:00Z",
        "usageDate.near=2026-10-01",
        "ratedProductUsage.isBilled=perhaps",
        "id=" + "x" * 2000,
        "id=a%00b",
        "%00=1",
    ],
)
def test_a_query_that_makes_no_sense_is_400(ana: Api, query: str):
    check(ana.http.get(f"{USAGE}?{query}"), 400, "invalid")


@pytest.mark.parametrize(
    ("query", "finds"),
    [
        ("usageDate=0001-01-01T00:00:00%2B03:04", False),
        ("usageDate.lt=0001-01-01T00:00:00%2B14:00", False),
        ("usageDate.gt=0001-01-01T00:00:00%2B03:04", True),
        ("usageDate.lt=9999-12-31T23:59:59-01:00", True),
        ("usageDate.gt=9999-12-31T23:59:59-14:00", False),
    ],
)
def test_an_instant_at_the_end_of_time_is_understood(ana: Api, query: str, finds: bool):
    answer = ana.http.get(f"{USAGE}?{query}")
    assert answer.is_success, answer.text
    assert bool(answer.json()) == finds


def test_a_null_byte_in_the_address_is_400(ana: Api):
    check(ana.http.get(f"{BILL}/a%00b"), 400, "invalid")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"text"',
        b"\xff\xfe",
        b'{"description": NaN}',
        b"[" * 50_000,
        b'{"description":"a\\u0000b","severity":"Minor","ticketType":"fault"}',
        b'{"description":"\\ud800","severity":"Minor","ticketType":"fault"}',
    ],
)
def test_a_body_that_is_not_a_report_is_400(ana: Api, content: bytes):
    answer = ana.http.post(TICKET, content=content, headers={"Content-Type": "application/json"})

    check(answer, 400, "invalid")


@pytest.mark.parametrize(
    "change",
    [
        {"description": None},
        {"description": ""},
        {"description": "x" * 4001},
        {"severity": "Enormous"},
        {"ticketType": "joke"},
        {"externalId": ""},
        {"externalId": "k" * 129},
        {"externalId": 5},
        {"note": "text"},
        {"note": [{"text": ""}]},
        {"note": [{"text": "a", "date": "2026-11-22"}]},
        {"note": [{"text": "a", "date": "0001-01-01T00:00:00+03:04"}]},
        {"relatedEntity": [{"id": "USG-1"}]},
        {"relatedEntity": [{"id": "S", "role": "star", "@referredType": "Star"}]},
        {"relatedEntity": [{"id": "a", "role": "r", "@referredType": "Usage"}] * 501},
        {"channel": {}},
        {"relatedParty": [{"id": "C-1001"}]},
    ],
    ids=lambda change: str(change)[:60],
)
def test_a_report_with_a_wrong_field_is_400_and_nothing_is_kept(
    ana: Api, change: dict[str, object]
):
    before = len(ana.all(TICKET))

    check(ana.file(REPORT | change), 400, "invalid")

    assert len(ana.all(TICKET)) == before


@pytest.mark.parametrize("field", ["description", "severity", "ticketType"])
def test_each_field_that_the_specification_requires_is_required(ana: Api, field: str):
    body = {name: value for name, value in REPORT.items() if name != field}

    assert field in check(ana.file(body), 400, "invalid")["message"]


@pytest.mark.parametrize("value", ["12", True, "1e2", [12]])
def test_an_amount_is_a_number(ana: Api, value: object):
    disputed = {"disputedAmount": {"unit": "EUR", "value": value}, "disputeReason": "wrong_rate"}

    check(ana.file(REPORT | {"ticketType": "billingDispute"} | disputed), 400, "invalid")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/xml"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "multipart/form-data; boundary=x"},
        {"Content-Type": "nonsense"},
        {"Content-Type": "application/json-patch+json"},
        {"Content-Type": "application/json", "Content-Encoding": "gzip"},
    ],
    ids=str,
)
@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_a_body_that_is_not_plain_json_is_415_and_says_what_is_taken(
    ana: Api, method: str, headers: dict[str, str]
):
    path = TICKET if method == "POST" else f"{TICKET}/FLT-NONE"
    answer = ana.http.request(method, path, content=json.dumps(REPORT), headers=headers)

    check(answer, 415, "unsupportedMediaType")
    taken = answer.headers["Accept-Patch" if method == "PATCH" else "Accept-Post"]
    assert "application/json" in taken


@pytest.mark.parametrize("type_", ["application/json; charset=utf-8", "Application/JSON"])
def test_json_may_say_how_it_is_written(ana: Api, type_: str):
    answer = ana.http.post(TICKET, content=json.dumps(REPORT), headers={"Content-Type": type_})

    assert answer.status_code == 201


def test_a_merge_patch_may_say_that_it_is_one(ana: Api):
    filed = ana.file(REPORT).json()
    merge = {"Content-Type": "application/merge-patch+json"}
    answer = ana.http.patch(filed["href"], content=b'{"note":[{"text":"a"}]}', headers=merge)

    assert (answer.status_code, answer.json()["note"][0]["text"]) == (200, "a")


def test_what_is_changed_only_if_it_is_still_the_same_is_not_changed_unseen(ana: Api):
    filed = ana.file(REPORT).json()
    for condition, status in (('"seen"', 412), ('W/"seen"', 412), ("*", 200)):
        answer = ana.http.patch(filed["href"], json={}, headers={"If-Match": condition})
        assert answer.status_code == status
        assert status == 200 or check(answer, 412, "preconditionFailed")


def test_a_body_that_is_too_large_is_413(ana: Api):
    answer = ana.file(REPORT | {"description": "x" * 300_000})

    check(answer, 413, "tooLarge")


def test_a_body_that_is_too_large_is_413_also_if_it_does_not_say_its_size(ana: Api):
    answer = ana.http.post(TICKET, content=iter([b"x" * 60_000] * 10))

    check(answer, 413, "tooLarge")


def test_what_is_not_below_tmf_api_is_not_answered_in_its_way(ana: Api):
    answer = ana.http.get("/schemas/Nothing.schema.json")

    assert answer.status_code == 404
    assert "code" not in answer.text


def test_healthz_needs_no_token(billing_address: str):
    answer = httpx.get(f"{billing_address}/healthz", trust_env=False)

    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
