"""What a customer picks from the list last shown, where no question is open."""

from dataclasses import asdict, replace

from rasa_sdk.events import FollowupAction

from actions.dispute import begin_dispute
from actions.disputed_calls import choice_of
from actions.report import tell
from actions.turn import Turn
from selfcare.answers import read_place


def picks_from_a_list(turn: Turn) -> bool:
    """Whether the message names something in the list in view; if so, that is gone on with."""
    if not turn.message.text or not turn.services.reports.has_any(turn.conversation):
        return False
    return _picks_a_report(turn) or _picks_calls(turn)


def _picks_a_report(turn: Turn) -> bool:
    """ "The second" of the reports that were listed last."""
    if turn.wish("check_report_status") is None:
        return False
    reports = turn.services.reports.of(turn.conversation)
    report = read_place(turn.message.text, turn.language, reports)
    if report is None:
        return False
    tell(turn, report)
    return True


def _picks_calls(turn: Turn) -> bool:
    """ "2 and 4" of the calls in view: those are disputed."""
    shown = turn.services.views.of(turn.conversation).calls
    choice = choice_of(turn, turn.message, shown)
    if choice is None or not choice.positions:
        return False
    begin_dispute(turn)
    wish = asdict(replace(turn.message, intent="dispute_charge"))
    turn.services.views.note_wish(turn.conversation, wish)
    turn.events.append(FollowupAction("dispute_form"))
    return True
