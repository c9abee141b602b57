"""The operator's systems work on reports, as officers within the rules of the desk."""

from itertools import count

import httpx
import pytest
from sqlalchemy import select

from billing.database import Database
from billing.models import AuditEntry
from billing.settings import Settings
from tests.integration.billing.server import JSON, TICKET, Api, dispute, system_token
from tests.integration.billing.test_errors import REPORT, check

WORDS = {"note": [{"text": "Hemos mirado su caso."}]}
_keys = count(1)


@pytest.fixture
def fault(ana: Api) -> JSON:
    """A report of hers that is no dispute."""
    filed: JSON = ana.file(REPORT | {"externalId": f"system-fault:{next(_keys)}"}).json()
    return filed


@pytest.fixture
def disputed(camille: Api) -> JSON:
    """A dispute about one of her calls."""
    calls = camille.eligible_calls(camille.bills()[1], 1)
    filed: JSON = camille.file(dispute(calls)).json()
    return filed


def patch(api: Api, ticket: JSON, **changes: object) -> httpx.Response:
    return api.http.patch(ticket["href"], json=changes)


def done(answer: httpx.Response) -> JSON:
    assert answer.status_code == 200, answer.text
    ticket: JSON = answer.json()
    return ticket


def trail(settings: Settings, ticket: JSON) -> list[tuple[str, str]]:
    """Who did what on the report."""
    database = Database(settings.database)
    with database.read() as session:
        entries = session.scalars(
            select(AuditEntry).where(AuditEntry.ticket_id == ticket["id"]).order_by(AuditEntry.id)
        )
        told = [(entry.actor, entry.action) for entry in entries]
    database.close()
    return told


def test_a_system_takes_asks_and_resolves_and_the_customer_closes(
    ana: Api, system: Api, fault: JSON, billing_settings: Settings
):
    taken = done(patch(system, fault, status="inProgress"))
    assert (taken["status"], taken["statusChangeReason"]) == ("inProgress", "underReview")

    asked = done(patch(system, fault, status="pending", note=[{"text": "¿Desde cuándo?"}]))
    assert (asked["status"], asked["statusChangeReason"]) == ("pending", "informationRequired")

    answered = done(patch(ana, fault, note=[{"text": "Desde ayer."}]))
    assert answered["status"] == "inProgress"

    merged = [*answered["note"], {"text": "Hemos cambiado la tarjeta.", "author": "operator"}]
    resolved = done(patch(system, fault, status="resolved", note=merged))
    assert [note["author"] for note in resolved["note"]] == ["operator", "C-1001", "operator"]
    check(patch(system, fault, status="closed"), 403, "forbidden")
    assert done(patch(ana, fault, status="closed"))["status"] == "closed"
    assert trail(billing_settings, fault) == [
        ("crm", "take"),
        ("crm", "ask"),
        ("C-1001", "answer"),
        ("crm", "resolve"),
        ("C-1001", "answer"),
    ]


def test_a_note_of_a_system_is_the_operator_s(ana: Api, system: Api, fault: JSON):
    done(patch(system, fault, **WORDS))

    (note,) = ana.http.get(fault["href"]).json()["note"]
    assert (note["author"], note["text"]) == ("operator", "Hemos mirado su caso.")


def test_a_system_may_send_the_whole_report_with_what_it_changes(system: Api, fault: JSON):
    taken = done(patch(system, fault, **fault | {"status": "inProgress"}))
    told = done(patch(system, fault, **taken | WORDS))

    assert (taken["status"], len(told["note"])) == ("inProgress", 1)
    assert done(patch(system, fault, **told)) == told


def test_a_report_that_is_sent_back_with_its_offer_is_what_it_was(
    camille: Api, system: Api, disputed: JSON
):
    offer = {"creditOffer": {"amount": {"unit": "EUR", "value": 0.01}}}
    offered = done(patch(system, disputed, status="pending", **offer | WORDS))

    assert done(patch(system, disputed, **offered)) == offered
    seen = offered | {"status": "resolved"}
    other = {"creditOffer": {"amount": {"unit": "EUR", "value": 0.02}}}
    check(patch(camille, disputed, **seen | other), 409, "decided")
    assert done(patch(camille, disputed, **seen))["status"] == "resolved"


def test_the_same_again_counts_once(system: Api, fault: JSON):
    once = done(patch(system, fault, status="resolved", **WORDS))
    again = done(patch(system, fault, status="resolved", **WORDS))

    assert once == again


def test_a_system_gives_back_what_its_role_may(camille: Api, system: Api, disputed: JSON):
    credited = done(patch(system, disputed, status="resolved", **WORDS))

    assert (credited["status"], credited["statusChangeReason"]) == ("resolved", "credited")
    refusal = {"statusChangeReason": "chargeIsDue"}
    check(patch(system, disputed, status="rejected", **refusal, **WORDS), 409, "decided")


def test_a_system_offers_a_part_and_the_customer_takes_it(
    camille: Api, system: Api, disputed: JSON
):
    part = {"unit": "EUR", "value": 0.01}
    offered = done(patch(system, disputed, status="pending", creditOffer={"amount": part}, **WORDS))
    assert offered["creditOffer"]["amount"] == part

    accepted = done(patch(camille, disputed, status="resolved", creditOffer={"amount": part}))
    assert accepted["statusChangeReason"] == "offerAccepted"


def test_a_system_says_what_was_found(system: Api, disputed: JSON):
    reason = {"statusChangeReason": "recalculation"}
    found = done(patch(system, disputed, status="inProgress", **reason, **WORDS))
    assert found["recalculation"]["number"].startswith("RCL-")

    reason = {"statusChangeReason": "chargeIsDue"}
    found = done(patch(system, disputed, status="inProgress", **reason, **WORDS))
    assert "recalculation" not in found
    check(patch(system, disputed, status="resolved", **WORDS), 409, "decided")
    refused = done(patch(system, disputed, status="rejected", **reason, **WORDS))
    assert refused["nextStep"] == "complaint"


def test_above_the_limit_of_its_role_a_system_is_refused(agnieszka: Api, system: Api):
    big = {"unit": "PLN", "value": 200.01}
    filed = agnieszka.file(
        REPORT | {"ticketType": "billingDispute", "disputeReason": "other", "disputedAmount": big}
    ).json()

    check(patch(system, filed, status="resolved", **WORDS), 403, "forbidden")
    now = system.http.get(filed["href"]).json()
    assert (now["status"], now.get("note")) == ("acknowledged", [])


@pytest.mark.parametrize("status", ["inProgress", "pending", "resolved", "rejected"])
def test_a_system_without_a_role_does_nothing(billing_address: str, fault: JSON, status: str):
    stranger = Api(billing_address, system_token("operator.tickets", client_id="newcomer"))

    reason = {"statusChangeReason": "notPossible"} if status == "rejected" else {}
    check(patch(stranger, fault, status=status, **reason, **WORDS), 403, "forbidden")
    check(patch(stranger, fault, **WORDS), 403, "forbidden")
    stranger.http.close()


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"status": "cancelled"}, 403, "forbidden"),
        ({"status": "held"}, 403, "forbidden"),
        ({"status": "acknowledged"}, 403, "forbidden"),
        ({"status": "resolved"}, 400, "invalid"),
        ({"status": "rejected"} | WORDS, 400, "invalid"),
        ({"status": "rejected", "statusChangeReason": "tooLate"} | WORDS, 400, "invalid"),
        ({"status": "inProgress", "statusChangeReason": "why"} | WORDS, 400, "invalid"),
        ({"status": "inProgress", "statusChangeReason": "chargeIsDue"} | WORDS, 404, "notFound"),
        ({"severity": "Minor"}, 403, "forbidden"),
        ({"statusChangeReason": "notPossible"} | WORDS, 400, "invalid"),
        ({"status": "resolved", "statusChangeReason": "notPossible"} | WORDS, 400, "invalid"),
        ({"creditOffer": {"amount": {"unit": "EUR", "value": 1}}} | WORDS, 400, "invalid"),
        ({"note": [{"text": "a"}, {"text": "b"}]}, 400, "invalid"),
        ({"note": [{"text": "a", "author": "C-1001"}]}, 403, "forbidden"),
        ({"note": [{"text": "a", "id": "77", "author": "operator"}]}, 403, "forbidden"),
        (
            {"status": "pending", "creditOffer": {"amount": {"unit": "EUR", "value": 1}}} | WORDS,
            400,
            "invalid",
        ),
    ],
    ids=str,
)
def test_what_a_report_s_life_does_not_have_is_refused(
    system: Api, fault: JSON, changes: JSON, status: int, code: str
):
    check(patch(system, fault, **changes), status, code)

    now = system.http.get(fault["href"]).json()
    assert (now["status"], now["note"]) == ("acknowledged", [])


def test_a_report_that_is_not_there_is_404(system: Api):
    check(system.http.patch(f"{TICKET}/FLT-NONE", json=WORDS), 404, "notFound")


def test_a_customer_gives_no_reason_for_a_status(ana: Api, fault: JSON):
    change = {"status": "cancelled", "statusChangeReason": "resolvedByOperator"}
    assert "statusChangeReason" in check(patch(ana, fault, **change), 403, "forbidden")["message"]


def test_a_system_files_for_a_customer_and_is_on_the_trail(
    oliver: Api, system: Api, billing_settings: Settings
):
    party = {"id": oliver.customer_id, "role": "customer", "@referredType": "Customer"}
    body = REPORT | {"relatedParty": [party], "externalId": "crm:1"}

    answer = system.file(body)
    again = system.file(body)

    assert (answer.status_code, again.status_code) == (201, 200)
    filed = answer.json()
    assert oliver.http.get(filed["href"]).json() == filed == again.json()
    assert trail(billing_settings, filed) == [("crm", "file")]


@pytest.mark.parametrize(
    ("parties", "status", "code"),
    [
        ([], 400, "invalid"),
        ([("C-1001", "customer"), ("C-1002", "customer")], 400, "invalid"),
        ([("C-1001", "reporter")], 400, "invalid"),
        ([("C-NONE", "customer")], 404, "notFound"),
    ],
)
def test_a_system_says_whose_report_it_is(
    system: Api, parties: list[tuple[str, str]], status: int, code: str
):
    named = [{"id": id_, "role": role, "@referredType": "Customer"} for id_, role in parties]
    check(system.file(REPORT | {"relatedParty": named}), status, code)


def test_a_system_files_nothing_about_another_customer_s_call(system: Api, ana: Api, oliver: Api):
    calls = oliver.eligible_calls(oliver.bills()[0], 1)
    party = {"id": ana.customer_id, "role": "customer", "@referredType": "Customer"}

    check(system.file(dispute(calls, relatedParty=[party])), 404, "notFound")


def test_a_report_is_never_deleted(ana: Api, system: Api, fault: JSON):
    answer = system.http.delete(fault["href"])

    check(answer, 405, "methodNotAllowed")
    assert answer.headers["Allow"] == "GET, PATCH"
    check(ana.http.delete(fault["href"]), 403, "outOfScope")
    assert ana.http.get(fault["href"]).status_code == 200
