"""What a message answers while no form is open: the report that was told of last waits for it."""

from dataclasses import asdict, replace

from rasa_sdk.events import FollowupAction

from actions.attached import ask_where_files_go, start_draft
from actions.form import is_question
from actions.in_between import OFFER
from actions.report import tell
from actions.report_answers import NO, WORDS, YES, begin_answer
from actions.sending import tell_how_to_send_it, wants_to_send_a_file
from actions.settled import CONFIRM, read_settled, what_is_wrong
from actions.turn import Turn
from selfcare.answers import read_plain_answer
from selfcare.lexicon import is_only, says
from selfcare.report import read_report_number
from selfcare.written_report import ADDITION

#: What an answer to the operator's question is taken for: "my son made it", "the router is lost".
MAY_BE_AN_ANSWER = frozenset(
    {
        "inform", "affirm", "deny", "nlu_fallback", "out_of_scope", "dispute_charge",
        "report_fraud", "report_fault", "report_payment", "report_lost_equipment", ADDITION,
    }
)  # fmt: skip
COMPLAINT = "escalate_complaint"
#: What "that's not right" and "I want to complain" are taken for.
MAY_BE_A_COMPLAINT = frozenset(
    {"deny", "dispute_charge", "nlu_fallback", "out_of_scope", COMPLAINT, "inform"}
)
#: What "yes", "no" and "that's ridiculous" are taken for; the last one is asked about.
SAYS_OF_AN_OFFER = frozenset({"affirm", "deny", "nlu_fallback", "out_of_scope"})
#: What "how much was it?" is taken for.
ASKS_FOR_THE_SUM = frozenset({"view_bill", "explain_bill", "coverage_plans"})
#: Words up to which "I want to answer the question" has no answer in it yet.
AN_ANNOUNCEMENT = 6
#: Words from which on a question has a bill of its own in it.
A_LONG_QUESTION = 6


def answers_what_was_told(turn: Turn) -> bool:
    """Whether the message answers what was told of a report; if so, that is gone on with. Nothing
    is sent yet, and no money moves, by a word that may mean something else: that is asked about.
    """
    if turn.form or turn.message.is_button:
        return False
    if wants_to_send_a_file(turn):
        _goes_on_with_files(turn)
        return True
    asked = (_asks_about_a_recalculation, _asks_whether_to_pay, _asks_when_somebody_comes)
    if any(is_asked(turn) for is_asked in asked):
        return True
    told = turn.wish("check_report_status")
    if told is None:
        return False
    number, waits_for = told.entity("report_number"), told.entity("waits_for")
    if _asks_for_another(turn, number):
        return True
    if waits_for == "question":
        return _answers_the_question(turn, number)
    if waits_for == "reading" and turn.message.intent == "affirm":
        turn.events.append(FollowupAction("action_report_status"))
        return True
    if waits_for == "offer":
        return _answers_the_offer(turn, number)
    if waits_for == "complaint":
        return _complains(turn, number)
    return waits_for == "settled" and _says_whether_it_is_settled(turn, number)


def _asks_when_somebody_comes(turn: Turn) -> bool:
    """ "When does the technician come?", right after a fault was filed: it is told of."""
    if turn.message.intent != "track_order" or not is_question(turn.message.text):
        return False
    filed = turn.services.filing.just_filed(turn.conversation)
    if filed is None or filed.kind != "fault":
        return False
    asked = replace(turn.message, intent="check_report_status", text="", entities={})
    turn.services.views.note_wish(turn.conversation, asdict(asked))
    tell(turn, turn.services.reports.one(turn.conversation, filed.number))
    turn.events.append(FollowupAction("action_listen"))
    return True


def _goes_on_with_files(turn: Turn) -> None:
    """Those that wait already are asked about; else it is said how one is sent."""
    if turn.services.received.waiting(turn.conversation):
        ask_where_files_go(turn)
    else:
        tell_how_to_send_it(turn)
        turn.events.append(FollowupAction("action_listen"))


def asks_back(turn: Turn) -> bool:
    """Whether it is "what did you ask me?"; if so, the report that waits for an answer is told of,
    or those that do are offered.
    """
    is_about_it = says(turn.language, turn.message.text, "asks_back")
    if turn.form or not is_about_it or not turn.services.reports.has_any(turn.conversation):
        return False
    told = turn.wish("check_report_status")
    number = told.entity("report_number") if told else None
    reports = turn.services.reports.of(turn.conversation)
    waiting = [report for report in reports if report.question or report.offered]
    meant = [report for report in waiting if report.number == number] or waiting
    if not meant:
        return False
    asked = replace(turn.message, intent="check_report_status", text="", entities={})
    turn.services.views.note_wish(turn.conversation, asdict(asked))
    if len(meant) == 1:
        tell(turn, meant[0])
    else:
        turn.events.append(FollowupAction("action_report_status"))
    return True


def _asks_about_a_recalculation(turn: Turn) -> bool:
    """ "What is RCL-7R6G-4MX7?": it is told of with its report."""
    text = turn.message.text
    named = read_report_number(text)
    if named is None or not named.text.startswith("RCL") or len(text.split()) >= A_LONG_QUESTION:
        return False
    asked = replace(turn.message, intent="check_report_status")
    turn.services.views.note_wish(turn.conversation, asdict(asked))
    turn.events.append(FollowupAction("action_report_status"))
    return True


def _asks_whether_to_pay(turn: Turn) -> bool:
    """ "Do I pay now or not?", while something is disputed: what is not disputed is paid."""
    is_about_it = says(turn.language, turn.message.text, "whether_to_pay")
    if not is_about_it or not turn.services.reports.has_any(turn.conversation):
        return False
    reports = turn.services.reports.of(turn.conversation)
    if not any(report.is_open and report.amount for report in reports):
        return False
    turn.say("utter_pay_meanwhile")
    turn.events.append(FollowupAction("action_listen"))
    return True


def _asks_for_another(turn: Turn, number: "str | None") -> bool:
    """ "And the other one?": the report that was not told of, or those from which to choose."""
    if number is None or not is_only(turn.language, turn.message.text, "the_other"):
        return False
    reports = turn.services.reports.of(turn.conversation)
    others = [report for report in reports if report.number != number]
    if len(others) == 1:
        tell(turn, others[0])
        turn.events.append(FollowupAction("action_listen"))
        return True
    asked = replace(turn.message, intent="check_report_status", text="", entities={})
    turn.services.views.note_wish(turn.conversation, asdict(asked))
    turn.events.append(FollowupAction("action_report_status"))
    return True


def _answers_the_question(turn: Turn, number: str) -> bool:
    """Whatever is no other wish: the customer sees what is added before it is. Who only says that
    they want to answer is told the question again.
    """
    message = turn.message
    if len(message.text.split()) <= AN_ANNOUNCEMENT and asks_back(turn):
        turn.events.append(FollowupAction("action_listen"))
        return True
    if message.intent not in MAY_BE_AN_ANSWER or message.text.rstrip().endswith("?"):
        return False
    start_draft(turn, topic=ADDITION, words=message.text, about=number)
    unsigned = turn.services.reports.was_filed_in(turn.conversation, number)
    turn.services.drafts.change(turn.conversation, unsigned=unsigned)
    _open_the_written_form(turn)
    return True


def _answers_the_offer(turn: Turn, number: str) -> bool:
    """ "Yes", "how much? Not enough!", "how much was it?": the offer and its sum are asked for."""
    message = turn.message
    is_plain = read_plain_answer(message.text, turn.language, *WORDS[OFFER]) is not None
    is_about_it = any(says(turn.language, message.text, it) for it in ("accepts", "refuses"))
    is_said_of_it = is_plain or is_about_it or message.intent in SAYS_OF_AN_OFFER
    if not is_said_of_it and not _asks_for_the_sum(turn):
        return False
    begin_answer(turn, OFFER, report_number=number)
    return True


def _complains(turn: Turn, number: str) -> bool:
    """ "That's not right", of a refusal: a complaint that follows it, in the customer's words."""
    text = turn.message.text
    is_complaint = turn.message.intent in MAY_BE_A_COMPLAINT
    if not is_complaint or not says(turn.language, text, "complains"):
        return False
    is_story = len(text.split()) >= A_LONG_QUESTION
    unsigned = turn.services.reports.was_filed_in(turn.conversation, number)
    start_draft(turn, topic=COMPLAINT, words=text if is_story else "", follows=number)
    turn.services.drafts.change(turn.conversation, unsigned=unsigned, language=turn.language)
    _open_the_written_form(turn)
    return True


def _open_the_written_form(turn: Turn) -> None:
    for slot in ("own_words", "confirmed", "signed_in"):
        turn.set(slot, None)
    turn.note_wish()
    turn.events.append(FollowupAction("written_report_form"))


def _asks_for_the_sum(turn: Turn) -> bool:
    text = turn.message.text
    is_short = len(text.split()) < A_LONG_QUESTION and text.rstrip().endswith("?")
    return is_short and turn.message.intent in ASKS_FOR_THE_SUM


def _says_whether_it_is_settled(turn: Turn, number: str) -> bool:
    settled = read_settled(turn)
    if settled is None and turn.message.intent not in ("affirm", "deny"):
        return False
    said = {True: YES, False: NO, None: None}[settled]
    words = what_is_wrong(turn) if settled is False else None
    begin_answer(turn, CONFIRM, report_number=number, answer=said, words=words)
    return True
