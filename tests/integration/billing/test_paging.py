"""A list read page after page: by offset from either end, and by the cursor in its links."""

import base64
import json
import re
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from tests.integration.billing.server import (
    ACCOUNT,
    BILL,
    CREDIT,
    JSON,
    PRODUCT,
    TICKET,
    USAGE,
    Api,
)

ORDERS = [
    (USAGE, "-usageDate"),
    (USAGE, "usageDate"),
    (USAGE, "status,-usageDate"),
    (USAGE, "-ratedProductUsage.isBilled,id"),
    (USAGE, "billId"),
    (USAGE, "-billingAccount.id"),
    (PRODUCT, "-productSerialNumber"),
    (ACCOUNT, "name"),
    (BILL, "-state,billDate"),
    (CREDIT, "bill.id"),
    (CREDIT, "-type,-troubleTicketId"),
    (TICKET, "-externalId"),
    (TICKET, "lastUpdate"),
]


def next_address(answer: httpx.Response) -> str | None:
    link = answer.headers.get("Link")
    if link is None:
        return None
    found = re.fullmatch(r'<(\S+)>; rel="next"', link)
    assert found, link
    return found[1]


def cursor_of(answer: httpx.Response) -> str:
    return parse_qs(urlsplit(next_address(answer) or "").query)["cursor"][0]


def forged(**changes: object) -> str:
    form = {"sort": "-usageDate", "total": 1, "values": ["2026-10-01T00:00:00Z", "USG"]} | changes
    return base64.urlsafe_b64encode(json.dumps(form).encode()).decode()


@pytest.mark.parametrize(("path", "sort"), ORDERS)
def test_following_the_links_gives_the_whole_list_once(ana: Api, path: str, sort: str):
    whole = ana.all(path, sort=sort)
    answer = ana.get(path, sort=sort, limit=7)
    read: list[JSON] = answer.json()
    while address := next_address(answer):
        answer = ana.http.get(address)
        assert answer.headers["X-Total-Count"] == str(len(whole))
        read += answer.json()

    assert [item["id"] for item in read] == [item["id"] for item in whole]


@pytest.mark.parametrize("offset", [0, 1, 140, 150, 160, 250, 299, 300, 320, 10_000])
def test_an_offset_leaves_out_as_many_from_whichever_end_it_is_counted(ana: Api, offset: int):
    whole = [call["id"] for call in ana.all(USAGE)]
    page = ana.get(USAGE, offset=offset, limit=20)

    assert [call["id"] for call in page.json()] == whole[offset : offset + 20]
    assert page.headers["X-Total-Count"] == str(len(whole))
    assert ("Link" in page.headers) == (offset + 20 < len(whole))


def test_a_link_keeps_what_was_asked_for(ana: Api):
    bill = ana.bills()[1]["id"]
    address = next_address(ana.get(USAGE, billId=bill, limit=3, offset=2, fields="usageDate"))
    following = ana.http.get(address or "").json()

    assert [set(call) for call in following] == [{"id", "href", "usageDate"}] * 3
    expected = ana.all(USAGE, billId=bill)[5:8]
    assert [call["id"] for call in following] == [call["id"] for call in expected]


def test_nothing_follows_a_list_that_is_whole_or_a_page_of_none(ana: Api):
    assert "Link" not in ana.get(BILL, limit=5).headers
    assert "Link" not in ana.get(BILL, limit=0).headers
    assert ana.get(BILL, limit=0).headers["X-Total-Count"] == "5"


def test_a_cursor_leads_to_nobody_else_s_calls(ana: Api, oliver: Api):
    cursor = cursor_of(ana.get(USAGE, limit=1))
    own = {call["id"] for call in oliver.all(USAGE)}

    assert {call["id"] for call in oliver.get(USAGE, limit=1000, cursor=cursor).json()} <= own


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "x",
        "ñ",
        "bm8",
        forged(sort="usageDate"),
        forged(values=["2026-10-01T00:00:00Z"]),
        forged(values=["yesterday", "USG"]),
        forged(values=["2026-10-01T00:00:00Z", "U\x00"]),
        forged(values=["2026-10-01T00:00:00Z", "\ud800"]),
        forged(values=["2026-10-01T00:00:00Z", "U" * 1001]),
        forged(total=-1),
        forged(total=10**30),
        forged(values="none"),
    ],
)
def test_what_was_never_given_out_is_no_cursor(ana: Api, cursor: str):
    answer = ana.get(USAGE, cursor=cursor)

    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")


def test_a_page_begins_at_an_offset_or_after_a_cursor_not_both(ana: Api):
    cursor = cursor_of(ana.get(USAGE, limit=1))

    assert ana.get(USAGE, cursor=cursor).status_code == 206
    assert ana.get(USAGE, cursor=cursor, offset=0).status_code == 400
