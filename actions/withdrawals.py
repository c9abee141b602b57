"""A report that its customer takes back: the question, and the answer to it."""

from actions import say
from actions.base import START
from actions.report import just_filed
from actions.turn import Turn
from selfcare.report import Report, ReportAnswer

WITHDRAW = "withdraw_dispute"


def just_filed_of(turn: Turn, reports: "list[Report]") -> "str | None":
    """Which of `reports` "I want to withdraw it" means, right after it was filed."""
    number = just_filed(turn)
    return number if number in [report.number for report in reports] else None


def ask_whether_to_withdraw(turn: Turn, report: Report, again: bool) -> None:
    """What is given up by it."""
    choices = [
        say.choice("button_withdraw", say.answer(WITHDRAW, report.number, "yes")),
        say.choice("button_keep", say.answer(WITHDRAW, report.number, "no")),
    ]
    if again:
        turn.say("utter_ask_withdraw_again", choices=choices, report=report.number)
    elif report.amount and report.offered:
        sums = {"amount": say.money(report.amount), "offered": say.money(report.offered)}
        turn.say("utter_ask_withdraw_offer", choices=choices, report=report.number, **sums)
    elif report.amount:
        amount = say.money(report.amount)
        turn.say("utter_ask_withdraw_sum", choices=choices, report=report.number, amount=amount)
    else:
        turn.say("utter_ask_withdraw", choices=choices, report=report.number)


def withdraw(turn: Turn, report: Report, agreed: bool) -> Report:
    """Tell billing, and the customer that it is taken back; or that it stays."""
    if agreed:
        answer = ReportAnswer.WITHDRAW
        report = turn.services.reports.answer(turn.conversation, report.number, answer)
        filed = turn.services.filing.just_filed(turn.conversation)
        if filed and filed.number == report.number:
            # A "yes" that comes later is no confirmation of it any more.
            turn.services.drafts.start(turn.conversation)
    response = "utter_report_withdrawn" if agreed else "utter_report_kept"
    turn.say(response, report=report.number, choices=START)
    return report
