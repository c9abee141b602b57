"""A part of a disputed sum that is offered: the question, and the answer to it."""

from typing import Any

from actions import say
from actions.base import START
from actions.form import STOP
from actions.in_between import OFFER
from actions.turn import Turn
from selfcare.errors import Rejected
from selfcare.report import Report, ReportAnswer


def ask_whether_to_accept(turn: Turn, report: Report, again: bool) -> None:
    """What follows from either answer."""
    assert report.offered
    assert report.amount
    offered = say.money(report.offered)
    yes, no = (
        say.answer(OFFER, report.number, answer, offered=report.offered.minor)
        for answer in ("yes", "no")
    )
    turn.say(
        "utter_ask_offer_answer_again" if again else "utter_ask_offer_answer",
        choices=[
            say.choice("button_accept_offer", yes, amount=offered),
            say.choice("button_refuse_offer", no),
            STOP,
        ],
        report=report.number,
        offered=offered,
        disputed=say.money(report.amount),
    )


def answer_offer(turn: Turn, before: Report, seen: "int | None", agreed: bool) -> Report:
    """Tell billing, and the customer what came of it; `seen` is the sum that was asked about, in
    minor units. Raises Rejected if something else is offered by now.
    """
    if before.offered is None or before.offered.minor != seen:
        raise Rejected(f"{before.number}: that is not offered any more")
    answer = ReportAnswer.ACCEPT_OFFER if agreed else ReportAnswer.REFUSE_OFFER
    report = turn.services.reports.answer(turn.conversation, before.number, answer, before.offered)
    told: dict[str, Any] = {"report": report.number}
    if not agreed:
        response = "utter_offer_refused" if report.answer_by else "utter_offer_refused_undated"
        if report.answer_by:
            told["answer_by"] = say.day(report.answer_by)
    else:
        told["amount"] = say.money(before.offered)
        response = "utter_offer_accepted_next_bill"
        if report.credit_target == "unpaidBill" and report.credit_bill:
            response, told["bill"] = "utter_offer_accepted_unpaid_bill", report.credit_bill
    turn.say(response, choices=START, **told)
    return report
