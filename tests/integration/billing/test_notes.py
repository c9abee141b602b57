"""Notes on a report: a customer adds own ones, and nobody erases anything."""

from typing import Any

import pytest

from tests.integration.billing.server import TICKET, Api

REPORT = {"description": "No tone", "severity": "Major", "ticketType": "fault"}


@pytest.fixture
def ticket(ana: Api) -> dict[str, Any]:
    """A fresh report with one note."""
    body: dict[str, Any] = ana.file(REPORT | {"note": [{"text": "since eight"}]}).json()
    return body


def patch(api: Api, ticket: dict[str, Any], body: Any):
    return api.http.patch(
        f"{TICKET}/{ticket['id']}",
        json=body,
        headers={"Content-Type": "application/merge-patch+json"},
    )


def texts(ticket: dict[str, Any]) -> list[str]:
    return [note["text"] for note in ticket["note"]]


def test_a_note_is_appended_as_the_customer_s_own(ana: Api, ticket: dict[str, Any]):
    answer = patch(ana, ticket, {"note": [{"text": "and since nine the phone is dead"}]})

    changed = answer.json()
    assert answer.status_code == 200
    assert texts(changed) == ["since eight", "and since nine the phone is dead"]
    assert changed["note"][1]["author"] == ana.customer_id
    assert changed["lastUpdate"] > ticket["lastUpdate"]
    assert ana.http.get(ticket["href"]).json() == changed


def test_the_whole_list_with_a_new_note_adds_only_the_new_one(ana: Api, ticket: dict[str, Any]):
    changed = patch(ana, ticket, {"note": [*ticket["note"], {"text": "more"}]}).json()

    assert texts(changed) == ["since eight", "more"]


def test_known_notes_are_recognised_without_their_ids(ana: Api, ticket: dict[str, Any]):
    known = {name: ticket["note"][0][name] for name in ("author", "date", "text")}

    assert texts(patch(ana, ticket, {"note": [known]}).json()) == ["since eight"]


def test_the_same_note_sent_again_with_its_date_is_added_once(ana: Api, ticket: dict[str, Any]):
    note = {"text": "more", "date": "2026-11-01T10:00:00Z"}

    patch(ana, ticket, {"note": [note]})

    assert texts(patch(ana, ticket, {"note": [note]}).json()) == ["since eight", "more"]


def test_an_empty_list_erases_nothing(ana: Api, ticket: dict[str, Any]):
    unchanged = patch(ana, ticket, {"note": []}).json()

    assert texts(unchanged) == ["since eight"]
    assert unchanged["lastUpdate"] == ticket["lastUpdate"]


@pytest.mark.parametrize(
    "body",
    [
        {"status": "rejected"},
        {"statusChangeReason": "credited"},
        {"description": "other"},
        {"disputedAmount": {"unit": "EUR", "value": 1}},
        {"note": [{"text": "we were wrong", "author": "operator"}]},
        {"note": [{"id": "999999", "text": "new with an id"}]},
        {"note": [{"text": "fine"}], "severity": "Critical"},
    ],
    ids=str,
)
def test_anything_but_own_new_notes_is_403_and_changes_nothing(
    ana: Api, ticket: dict[str, Any], body: Any
):
    answer = patch(ana, ticket, body)

    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert ana.http.get(ticket["href"]).json() == ticket


def test_the_whole_report_with_a_new_note_adds_only_the_note(ana: Api, ticket: dict[str, Any]):
    changed = patch(ana, ticket, ticket | {"note": [*ticket["note"], {"text": "more"}]})

    assert changed.status_code == 200, changed.text
    assert texts(changed.json()) == ["since eight", "more"]
    assert changed.json()["statusChange"] == ticket["statusChange"]


def test_what_the_report_says_already_may_be_said_beside_a_note(ana: Api, ticket: dict[str, Any]):
    change = {"@type": "TroubleTicket", "severity": ticket["severity"], "note": [{"text": "more"}]}

    assert texts(patch(ana, ticket, change).json()) == ["since eight", "more"]


def test_a_known_note_cannot_be_reworded(ana: Api, ticket: dict[str, Any]):
    reworded = ticket["note"][0] | {"text": "since seven"}

    assert patch(ana, ticket, {"note": [reworded]}).status_code == 403


def test_another_customer_s_report_cannot_be_added_to(oliver: Api, ticket: dict[str, Any]):
    assert patch(oliver, ticket, {"note": [{"text": "hello"}]}).status_code == 404


@pytest.mark.parametrize("body", [[], "text", {"note": "text"}, {"note": [{"text": "a\x00b"}]}])
def test_a_patch_that_makes_no_sense_is_400(ana: Api, ticket: dict[str, Any], body: Any):
    assert patch(ana, ticket, body).status_code == 400


def test_a_note_s_date_cannot_lie_in_the_future(ana: Api, ticket: dict[str, Any]):
    note = {"text": "more", "date": "2099-01-01T00:00:00Z"}

    changed = patch(ana, ticket, {"note": [note]}).json()

    assert changed["note"][1]["date"] == changed["lastUpdate"]
