"""What customers answer on their own reports, over HTTP."""

from typing import Any

import pytest

from tests.integration.billing.server import TICKET, Api

REPORT = {"description": "No tone", "severity": "Major", "ticketType": "fault"}


@pytest.fixture
def ticket(ana: Api) -> dict[str, Any]:
    body: dict[str, Any] = ana.file(REPORT).json()
    return body


def answer(api: Api, ticket: dict[str, Any], status: Any):
    return api.http.patch(f"{TICKET}/{ticket['id']}", json={"status": status})


def test_a_report_is_withdrawn_once(ana: Api, ticket: dict[str, Any]):
    first, again = (answer(ana, ticket, "cancelled") for _ in range(2))
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json() == again.json() == ana.http.get(ticket["href"]).json()
    withdrawn = first.json()
    assert (withdrawn["status"], withdrawn["statusChangeReason"]) == (
        "cancelled",
        "withdrawnByCustomer",
    )
    steps = [step["status"] for step in withdrawn["statusChange"]]
    assert steps == ["acknowledged", "cancelled"]


@pytest.mark.parametrize("status", ["resolved", "inProgress", "closed"])
def test_where_the_reports_life_has_no_way_it_is_409(ana: Api, ticket: dict[str, Any], status: str):
    refused = answer(ana, ticket, status)
    assert (refused.status_code, refused.json()["code"]) == (409, "decided")
    assert ana.http.get(ticket["href"]).json() == ticket


@pytest.mark.parametrize(
    ("status", "code"),
    [("acknowledged", 403), ("held", 403), ("", 400), (7, 400), ("x" * 129, 400)],
)
def test_other_statuses_are_refused(ana: Api, ticket: dict[str, Any], status: Any, code: int):
    assert answer(ana, ticket, status).status_code == code
    assert ana.http.get(ticket["href"]).json() == ticket


def test_nobody_answers_on_somebody_elses_report(ana: Api, oliver: Api, ticket: dict[str, Any]):
    assert answer(oliver, ticket, "cancelled").status_code == 404
    assert ana.http.get(ticket["href"]).json() == ticket


def test_words_may_come_with_the_answer(ana: Api, ticket: dict[str, Any]):
    body = {"status": "cancelled", "note": [{"text": "it works again"}]}
    changed = ana.http.patch(f"{TICKET}/{ticket['id']}", json=body).json()
    assert changed["status"] == "cancelled"
    assert [note["text"] for note in changed["note"]] == ["it works again"]
