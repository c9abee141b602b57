"""What customers answer to their reports, over TMF621."""

from typing import Any

import pytest

from selfcare.billing_tmf import TICKETS, TmfBilling
from selfcare.errors import Rejected, TimedOut, Unavailable
from selfcare.report import ReportAnswer
from tests.unit.selfcare.fakes import TOKEN, euros
from tests.unit.selfcare.operator_answers import ANSWER, ITS_TICKET, OFFERED, QUESTION
from tests.unit.selfcare.operator_server import NEVER, OperatorServer, Reply


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (ReportAnswer.WITHDRAW, "cancelled"),
        (ReportAnswer.ACCEPT_OFFER, "resolved"),
        (ReportAnswer.REFUSE_OFFER, "inProgress"),
        (ReportAnswer.CONFIRM, "closed"),
    ],
)
def test_an_answer_is_a_change_of_status(
    operator: OperatorServer, billing: TmfBilling, answer: ReportAnswer, status: str
):
    path = f"{TICKETS}/DSP-068V-CD18"
    operator.tell("PATCH", path, Reply({**ITS_TICKET, "status": status}))
    assert billing.answer_report(TOKEN, "DSP-068V-CD18", answer).status == status
    assert operator.requests("PATCH", path)[0].json() == {"status": status}


def test_the_offer_that_is_accepted_is_named(operator: OperatorServer, billing: TmfBilling):
    path = f"{TICKETS}/DSP-068V-CD18"
    operator.tell("PATCH", path, Reply({**ITS_TICKET, "status": "resolved"}))
    billing.answer_report(TOKEN, "DSP-068V-CD18", ReportAnswer.ACCEPT_OFFER, euros(450))
    assert operator.requests("PATCH", path)[0].json() == {
        "status": "resolved",
        "creditOffer": {"amount": {"unit": "EUR", "value": 4.5}},
    }


def test_an_answer_that_comes_too_late_is_rejected(operator: OperatorServer, billing: TmfBilling):
    operator.tell("PATCH", f"{TICKETS}/DSP-068V-CD18", Reply({"code": "decided"}, 409))
    with pytest.raises(Rejected):
        billing.answer_report(TOKEN, "DSP-068V-CD18", ReportAnswer.WITHDRAW)


def test_an_answer_that_arrived_before_the_time_out_is_seen(
    operator: OperatorServer, impatient: TmfBilling
):
    path = f"{TICKETS}/DSP-068V-CD18"
    operator.tell("PATCH", path, NEVER)
    operator.tell("GET", path, Reply({**ITS_TICKET, "status": "cancelled"}))
    report = impatient.answer_report(TOKEN, "DSP-068V-CD18", ReportAnswer.WITHDRAW)
    assert report.status == "cancelled"
    assert len(operator.requests("PATCH", path)) == 1


@pytest.mark.parametrize("found", [Reply({**ITS_TICKET, "status": "pending"}), Reply({}, 503)])
def test_an_answer_that_was_not_seen_to_arrive_is_a_time_out(
    operator: OperatorServer, impatient: TmfBilling, found: Reply
):
    path = f"{TICKETS}/DSP-068V-CD18"
    operator.tell("PATCH", path, NEVER)
    operator.tell("GET", path, found)
    with pytest.raises(TimedOut):
        impatient.answer_report(TOKEN, "DSP-068V-CD18", ReportAnswer.WITHDRAW)
    assert len(operator.requests("PATCH", path)) == 1


@pytest.mark.parametrize("notes", [[], [QUESTION], [ANSWER, QUESTION]])
def test_words_are_added_after_all_that_was_said(
    operator: OperatorServer, billing: TmfBilling, notes: list[Any]
):
    path = f"{TICKETS}/DSP-068V-CD18"
    operator.tell("GET", path, Reply({**ITS_TICKET, "note": notes}))
    operator.tell("PATCH", path, Reply(ITS_TICKET))
    billing.add_to_report(TOKEN, "DSP-068V-CD18", "Desde casa")

    (patch,) = operator.requests("PATCH", path)
    assert patch.json() == {"note": [*notes, {"text": "Desde casa"}]}


def test_words_that_have_arrived_are_not_sent_again(operator: OperatorServer, billing: TmfBilling):
    path = f"{TICKETS}/DSP-068V-CD18"
    operator.tell("GET", path, Reply({**ITS_TICKET, "note": [QUESTION, ANSWER]}))
    billing.add_to_report(TOKEN, "DSP-068V-CD18", "Desde casa")

    assert operator.requests("PATCH", path) == []


@pytest.mark.parametrize("nonsense", [b"", b"[]", b'{"note": 7}', b'{"note": [7]}'])
def test_nothing_is_added_to_what_cannot_be_read(
    operator: OperatorServer, billing: TmfBilling, nonsense: bytes
):
    path = f"{TICKETS}/DSP-068V-CD18"
    operator.tell("GET", path, Reply(nonsense))
    with pytest.raises(Unavailable):
        billing.add_to_report(TOKEN, "DSP-068V-CD18", "Desde casa")
    assert operator.requests("PATCH", path) == []


PATH = f"{TICKETS}/DSP-068V-CD18"


CANCELLED = {**ITS_TICKET, "status": "cancelled"}


@pytest.mark.parametrize("etag", [None, 'W/"7"', "7"])
def test_without_a_strong_etag_no_condition_is_sent(
    operator: OperatorServer, billing: TmfBilling, etag: str | None
):
    operator.tell("GET", PATH, Reply(ITS_TICKET, 200, {"ETag": etag} if etag else {}))
    operator.tell("PATCH", PATH, Reply(CANCELLED))
    billing.report(TOKEN, "DSP-068V-CD18")
    billing.answer_report(TOKEN, "DSP-068V-CD18", ReportAnswer.WITHDRAW)
    assert "If-Match" not in operator.requests("PATCH", PATH)[0].headers


def test_an_answer_is_to_what_the_customer_was_told(operator: OperatorServer, billing: TmfBilling):
    operator.tell("GET", PATH, Reply(ITS_TICKET, 200, {"etag": '"7"'}))
    operator.tell("PATCH", PATH, Reply(CANCELLED))
    billing.report(TOKEN, "DSP-068V-CD18")
    billing.answer_report(TOKEN, "DSP-068V-CD18", ReportAnswer.WITHDRAW)
    assert operator.requests("PATCH", PATH)[0].headers["If-Match"] == '"7"'


def test_what_somebody_changed_meanwhile_is_read_again_and_answered_once_more(
    operator: OperatorServer, billing: TmfBilling
):
    seen, changed = (Reply(OFFERED, 200, {"ETag": f'"{version}"'}) for version in (7, 8))
    operator.tell("GET", PATH, seen, changed)
    resolved = Reply({**ITS_TICKET, "status": "resolved"})
    operator.tell("PATCH", PATH, Reply({"code": 40, "reason": "changed"}, 412), resolved)
    billing.report(TOKEN, "DSP-068V-CD18")
    accept = ReportAnswer.ACCEPT_OFFER
    report = billing.answer_report(TOKEN, "DSP-068V-CD18", accept, euros(450))

    assert report.status == "resolved"
    conditions = [it.headers["If-Match"] for it in operator.requests("PATCH", PATH)]
    assert conditions == ['"7"', '"8"']


@pytest.mark.parametrize(
    "now",
    [
        CANCELLED,
        {**OFFERED, "creditOffer": {"amount": {"unit": "EUR", "value": 4.0}}},
        {**OFFERED, "creditOffer": None},
    ],
)
def test_an_offer_that_is_another_one_now_is_not_accepted(
    operator: OperatorServer, billing: TmfBilling, now: dict[str, Any]
):
    operator.tell("GET", PATH, Reply(now, 200, {"ETag": '"8"'}))
    operator.tell("PATCH", PATH, Reply({"code": "changed"}, 412))
    accept = ReportAnswer.ACCEPT_OFFER
    with pytest.raises(Rejected):
        billing.answer_report(TOKEN, "DSP-068V-CD18", accept, euros(450))
    assert len(operator.requests("PATCH", PATH)) == 1


def test_who_is_overtaken_twice_is_rejected(operator: OperatorServer, billing: TmfBilling):
    operator.tell("GET", PATH, Reply(ITS_TICKET, 200, {"ETag": '"8"'}))
    operator.tell("PATCH", PATH, Reply({"code": "changed"}, 412))
    with pytest.raises(Rejected):
        billing.answer_report(TOKEN, "DSP-068V-CD18", ReportAnswer.WITHDRAW)
    assert len(operator.requests("PATCH", PATH)) == 2


@pytest.mark.parametrize(("body", "status"), [(b"", 204), (b"", 200), ({"id": "1"}, 200)])
def test_an_answer_that_was_taken_without_a_word_is_looked_at(
    operator: OperatorServer, billing: TmfBilling, body: Any, status: int
):
    operator.tell("PATCH", PATH, Reply(body, status))
    operator.tell("GET", PATH, Reply(CANCELLED))
    report = billing.answer_report(TOKEN, "DSP-068V-CD18", ReportAnswer.WITHDRAW)
    assert report.status == "cancelled"


def test_a_success_that_changed_nothing_is_no_success(
    operator: OperatorServer, billing: TmfBilling
):
    operator.tell("PATCH", PATH, Reply(ITS_TICKET))
    with pytest.raises(Rejected):
        billing.answer_report(TOKEN, "DSP-068V-CD18", ReportAnswer.WITHDRAW)


@pytest.mark.parametrize(
    ("answer", "status", "is_taken"),
    [
        (ReportAnswer.ACCEPT_OFFER, "closed", True),
        (ReportAnswer.WITHDRAW, "closed", False),
        (ReportAnswer.REFUSE_OFFER, "rejected", False),
    ],
)
def test_only_what_is_resolved_may_be_closed_at_once(
    operator: OperatorServer,
    billing: TmfBilling,
    answer: ReportAnswer,
    status: str,
    is_taken: bool,
):
    operator.tell("PATCH", PATH, Reply({**ITS_TICKET, "status": status}))
    if is_taken:
        assert billing.answer_report(TOKEN, "DSP-068V-CD18", answer).status == status
        return
    with pytest.raises(Rejected):
        billing.answer_report(TOKEN, "DSP-068V-CD18", answer)


WORDS = "me siguen cobrando"


@pytest.mark.parametrize("reopens", [True, False])
def test_the_words_are_on_the_report_whether_or_not_it_is_opened_again(
    operator: OperatorServer, billing: TmfBilling, reopens: bool
):
    path = f"{TICKETS}/DSP-068V-CD18"
    resolved = {**ITS_TICKET, "status": "resolved"}
    reopened = Reply({**ITS_TICKET, "status": "inProgress"})
    operator.tell("GET", path, Reply(resolved))
    refusal = Reply({"code": "decided"}, 409)
    operator.tell("PATCH", path, Reply(resolved), reopened if reopens else refusal)

    assert billing.reopen_report(TOKEN, "DSP-068V-CD18", WORDS).is_open is reopens
    words, status = operator.requests("PATCH", path)
    assert words.json()["note"][-1] == {"text": WORDS}
    assert status.json() == {"status": "inProgress"}
