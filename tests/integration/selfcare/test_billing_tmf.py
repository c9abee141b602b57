"""The adapter before the real billing, with the demonstration's customers."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timezone

import pytest

from selfcare.billing_tmf import TmfBilling
from selfcare.bills import billing_cycles
from selfcare.calls import Call
from selfcare.dispute import Dispute, Payment
from selfcare.errors import NotEligible, NotFound, Rejected, SignedOut
from selfcare.money import Money, total
from selfcare.report import ReportAnswer, read_report_number
from selfcare.signin import Token
from selfcare.signin_oauth import OAuthProvider
from tests.stack import NOW

TODAY = datetime.fromisoformat(NOW.replace("Z", "+00:00")).date()


@pytest.fixture
def token(signs_in: Callable[[str], Token]) -> str:
    """Ana's token."""
    return signs_in("demo-es").text


def dispute(reason: str = "fraud", **said: object) -> Dispute:
    return replace(Dispute(str(uuid.uuid4()), "web", reason, "No he sido yo"), **said)  # type: ignore[arg-type]


def billed_calls(billing: TmfBilling, token: str) -> list[Call]:
    """The calls of the latest billed cycle."""
    account = billing.account(token)
    cycle = next(it for it in billing_cycles(billing.bills(token, account), TODAY) if it.bill)
    return billing.calls(token, account, *cycle.instants(account))


def eligible(billing: TmfBilling, token: str) -> Call:
    return next(it for it in billed_calls(billing, token) if not it.ineligible)


def test_a_customer_has_an_account_and_lines(billing: TmfBilling, token: str):
    account = billing.account(token)
    lines = billing.lines(token)

    assert (account.holder, account.currency) == ("Ana Belén Castro Ruiz", "EUR")
    assert (account.time_zone, account.country) == ("Europe/Madrid", "ES")
    assert [line.number for line in lines] == ["+34612345182", "+34910123471"]


def test_bills_cover_whole_cycles_without_a_gap(billing: TmfBilling, token: str):
    running, *billed = billing_cycles(billing.bills(token, billing.account(token)), TODAY)

    assert running.bill is None
    assert running.first <= TODAY <= running.last
    assert len(billed) == 5
    for later, earlier in zip([running, *billed], billed, strict=False):
        assert (later.first - earlier.last).days == 1


def test_the_calls_of_a_cycle_are_its_own_the_latest_first(billing: TmfBilling, token: str):
    account = billing.account(token)
    lines = {line.id for line in billing.lines(token)}
    for cycle in billing_cycles(billing.bills(token, account), TODAY):
        since, before = cycle.instants(account)
        calls = billing.calls(token, account, since, before)

        assert calls
        assert all(since <= call.started < before for call in calls)
        assert [it.started for it in calls] == sorted((it.started for it in calls), reverse=True)
        assert {call.line_id for call in calls} <= lines
        assert {call.bill_id for call in calls} == {cycle.bill.id if cycle.bill else None}


def test_calls_of_the_running_cycle_cannot_be_disputed_yet(billing: TmfBilling, token: str):
    account = billing.account(token)
    running = billing_cycles(billing.bills(token, account), TODAY)[0]
    calls = billing.calls(token, account, *running.instants(account))

    assert all(call.ineligible for call in calls)
    assert "unbilled" in {call.ineligible for call in calls}


def test_disputed_calls_are_filed_and_found_again(billing: TmfBilling, token: str):
    account = billing.account(token)
    call = eligible(billing, token)
    about = dispute(calls=(call,))
    report = billing.file_dispute(token, account, about)
    number = read_report_number(report.number)

    assert number is not None
    assert number.is_valid
    assert number.text == report.number
    assert (report.calls, report.amount) == (1, total([call.price], "EUR"))
    assert report.is_open
    assert report.answer_by is not None
    assert report.answer_by > TODAY
    assert billing.report(token, report.number) == report
    assert billing.find_report(token, about.key) == report
    assert billing.reports(token)[0] == report


def test_the_same_key_files_once_and_another_body_is_refused(billing: TmfBilling, token: str):
    account = billing.account(token)
    about = dispute(calls=(eligible(billing, token),))
    first = billing.file_dispute(token, account, about)
    before = len(billing.reports(token))

    assert billing.file_dispute(token, account, about) == first
    assert len(billing.reports(token)) == before
    with pytest.raises(Rejected):
        billing.file_dispute(token, account, replace(about, words="Otra cosa"))


def test_a_call_is_not_disputed_twice(billing: TmfBilling, token: str):
    account = billing.account(token)
    call = eligible(billing, token)
    billing.file_dispute(token, account, dispute(calls=(call,)))

    again = next(it for it in billed_calls(billing, token) if it.id == call.id)
    assert again.ineligible == "already_disputed"
    with pytest.raises(NotEligible):
        billing.file_dispute(token, account, dispute(calls=(call,)))


def test_a_payment_is_disputed_with_amount_day_and_means(billing: TmfBilling, token: str):
    payment = Payment(Money(4550, "EUR"), date(2026, 11, 9), "card")
    about = dispute("payment_not_credited", words="", payment=payment)
    report = billing.file_dispute(token, billing.account(token), about)

    assert (report.reason, report.amount) == ("payment_not_credited", Money(4550, "EUR"))
    assert report.calls == 0


def test_a_bill_is_disputed_in_the_customers_words(billing: TmfBilling, token: str):
    account = billing.account(token)
    bill = billing.bills(token, account)[0]
    about = dispute("setup_fee", words="Zażółć gęślą jaźń 🙃", bill_id=bill.id)
    report = billing.file_dispute(token, account, about)

    assert (report.reason, report.calls) == ("setup_fee", 0)
    assert report.note is None  # the customer's own words are no note of the operator


def test_a_dispute_is_withdrawn_once_and_its_call_can_be_disputed_again(
    billing: TmfBilling, token: str
):
    account = billing.account(token)
    call = eligible(billing, token)
    number = billing.file_dispute(token, account, dispute(calls=(call,))).number
    for _ in range(2):
        report = billing.answer_report(token, number, ReportAnswer.WITHDRAW)
        assert (report.number, report.status) == (number, "cancelled")
    for too_late in (ReportAnswer.ACCEPT_OFFER, ReportAnswer.REFUSE_OFFER):
        with pytest.raises(Rejected):
            billing.answer_report(token, number, too_late)
    assert billing.file_dispute(token, account, dispute(calls=(call,))).number != number


def test_the_demonstration_has_a_report_that_was_credited(billing: TmfBilling, token: str):
    settled = [it for it in billing.reports(token) if it.status == "resolved"]
    report = billing.report(token, settled[0].number)

    assert report.credited is not None
    assert report.credited.minor > 0
    assert not report.is_open


def test_a_report_of_somebody_else_is_not_found(
    billing: TmfBilling, token: str, signs_in: Callable[[str], Token]
):
    number = billing.reports(token)[0].number
    with pytest.raises(NotFound):
        billing.report(signs_in("demo-pl").text, number)


def test_a_call_of_somebody_else_cannot_be_disputed(
    billing: TmfBilling, token: str, signs_in: Callable[[str], Token]
):
    stranger = signs_in("demo-fr").text
    foreign = eligible(billing, stranger)
    with pytest.raises((NotFound, Rejected)):
        billing.file_dispute(token, billing.account(token), dispute(calls=(foreign,)))


def test_a_revoked_token_opens_nothing(billing: TmfBilling, provider: OAuthProvider, token: str):
    account = billing.account(token)
    provider.revoke(token)
    since = datetime(2026, 10, 1, tzinfo=timezone.utc)
    for ask in (
        lambda: billing.lines(token),
        lambda: billing.bills(token, account),
        lambda: billing.calls(token, account, since, since),
        lambda: billing.reports(token),
        lambda: billing.file_dispute(token, account, dispute("setup_fee")),
    ):
        with pytest.raises(SignedOut):
            ask()
