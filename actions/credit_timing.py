"""When a credit appears."""

from dataclasses import asdict, replace

from actions import say
from actions.base import SelfcareAction
from actions.report import tell
from actions.turn import Turn
from selfcare.report import Report

CREDIT_GOES_TO = ("nextBill", "unpaidBill")


class ActionCreditTiming(SelfcareAction):
    """Of the dispute that was filed just now, or of any."""

    retry = "/credit_timing"

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_credit_timing"

    def act(self, turn: Turn) -> None:
        """Where the credit goes, and by when it is decided."""
        filed = turn.services.filing.just_filed(turn.conversation)
        if filed is None or filed.credit_target not in CREDIT_GOES_TO:
            choices = [say.choice("button_check_report", "/check_report_status")]
            turn.say("utter_credit_timing", choices=choices)
            return
        asked = replace(turn.message, intent="check_report_status", text="", entities={})
        turn.services.views.note_wish(turn.conversation, asdict(asked))
        _tell_where_it_goes(turn, filed)
        tell(turn, turn.services.reports.one(turn.conversation, filed.number))


def _tell_where_it_goes(turn: Turn, report: Report) -> None:
    if report.credit_target == "nextBill":
        turn.say("utter_credit_next_bill")
    elif report.credit_bill:
        turn.say("utter_credit_unpaid_bill", bill=report.credit_bill)
