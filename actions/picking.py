"""What a customer picks from the list last shown, where no question is open."""

from dataclasses import asdict, replace

from rasa_sdk.events import FollowupAction

from actions.dispute import begin_dispute
from actions.disputed_calls import choice_of
from actions.report import tell
from actions.turn import Turn
from selfcare.answers import read_day, read_place
from selfcare.lexicon import lexicon, says
from selfcare.report import Report

#: Words of a message that says which report is meant, and nothing else.
LONGEST_DESCRIPTION = 7


def picks_from_a_list(turn: Turn) -> bool:
    """Whether the message names something in the list in view; if so, that is gone on with."""
    if not turn.message.text or not turn.services.reports.has_any(turn.conversation):
        return False
    return _picks_a_report(turn) or _picks_calls(turn)


def _picks_a_report(turn: Turn) -> bool:
    """ "The second" of the reports that were listed last, "the one of the 14th", "the open one"."""
    if turn.wish("check_report_status") is None:
        return False
    reports = turn.services.reports.of(turn.conversation)
    report = read_place(turn.message.text, turn.language, reports) or _described(turn, reports)
    if report is None:
        return False
    tell(turn, report)
    return True


def _described(turn: Turn, reports: "list[Report]") -> "Report | None":
    """The only one of its day, or of its state."""
    words, language = turn.message.text, turn.language
    states = [it for it in lexicon(language)["states"] if says(language, words, "states", it)]
    fitting = [report for report in reports if report.status in states]
    if not states and any(sign.isdigit() for sign in words):
        day = read_day(words, language, turn.services.now())
        fitting = [report for report in reports if report.filed == day]
    is_more = len(words.split()) > LONGEST_DESCRIPTION or says(language, words, "not_settled")
    return fitting[0] if len(fitting) == 1 and not is_more else None


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
