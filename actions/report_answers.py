"""A customer's answer on a report of their own: take it back, accept or refuse an offer, say
whether it is settled.
"""

from dataclasses import asdict, replace
from typing import Any

from rasa_sdk.events import FollowupAction, SlotSet

from actions import say
from actions.base import PERSON, START, SelfcareAction
from actions.form import STOP, Form, Question
from actions.in_between import OFFER, PUT_ASIDE, go_back
from actions.offers import answer_offer, ask_whether_to_accept
from actions.report import report_button, tell
from actions.settled import (
    CONFIRM,
    StillWrongQuestion,
    close,
    look_again,
    read_settled,
    settled_choices,
    what_is_wrong,
)
from actions.signin import SignedInQuestion
from actions.turn import Message, Turn
from actions.withdrawals import WITHDRAW, ask_whether_to_withdraw, just_filed_of, withdraw
from selfcare.answers import read_place, read_plain_answer
from selfcare.errors import NotFound, Rejected, SelfcareError, TimedOut
from selfcare.lexicon import says
from selfcare.report import Report, ReportNumber, read_report_number

WISHES = frozenset({WITHDRAW, OFFER, CONFIRM})
#: What may be asked about the report while its answer is waited for.
ABOUT_THE_REPORT = frozenset({*WISHES, "add_dispute_information", "view_bill", "explain_bill"})
OWN_SLOTS = ("answered_report", "report_answer", StillWrongQuestion.slot)
#: What the first question's slot says: which report is known; or there is none, the one that was
#: named cannot be answered any more, the customer would rather leave it.
KNOWN, NONE, OVER, LEFT = "known", "none", "over", "left"
#: More than one report, by the lexicon's keys.
SEVERAL = ("all", "both", "several")
#: What the second one's says.
YES, NO = "yes", "no"
#: The words that answer, by the lexicon's keys.
WORDS = {
    WITHDRAW: (("agreed", "withdraws"), ("denied", "keeps")),
    OFFER: (("agreed", "accepts"), ("denied", "refuses")),
}
#: What a report waits for whose question is left open (`actions/told.py`).
WAITS_FOR = {OFFER: "offer", CONFIRM: "settled"}
#: What is said where there is nothing to answer.
NOTHING = {
    WITHDRAW: "utter_nothing_to_withdraw",
    OFFER: "utter_no_offers",
    CONFIRM: "utter_nothing_to_confirm",
}


class AnsweredReportQuestion(Question):
    """Which report it is about."""

    slot = "answered_report"
    takes_stories = True
    resembles = ABOUT_THE_REPORT

    def guess(self, turn: Turn) -> bool:
        """The one that was named, or the only one; that there is none is an answer, too."""
        named, open_ones = _named(turn), _open_ones(turn)
        if named is not None:
            if self._take_named(turn, named):
                return True
            _note(turn, report_number=None)
        elif len(open_ones) == 1:
            return self._take(turn, open_ones[0].number)
        elif _wish(turn).intent == WITHDRAW and (number := just_filed_of(turn, open_ones)):
            return self._take(turn, number)
        if not open_ones:
            turn.set(self.slot, NONE)
        return not open_ones

    def ask(self, turn: Turn, again: bool = False) -> None:
        """Offer those that wait for it, the latest first."""
        buttons = [_button(report) for report in _open_ones(turn)]
        turn.say(f"utter_ask_answered_report_{_wish(turn).intent}", choices=[*buttons, STOP])

    def read(self, turn: Turn) -> bool:
        """A button, a number, or a place on the list; or rather none of them."""
        if _wishes_anew(turn):
            return True
        number = turn.message.entity("report_number")
        named = read_report_number(str(number or turn.message.text))
        if named is not None:
            return self._take_named(turn, named)
        if any(says(turn.language, turn.message.text, several) for several in SEVERAL):
            turn.explain("utter_one_report_at_a_time")
            return False
        if turn.message.intent == "deny":
            turn.set(self.slot, LEFT)
            return True
        report = read_place(turn.message.text, turn.language, _open_ones(turn))
        return report is not None and self._take(turn, report.number)

    def _take_named(self, turn: Turn, named: ReportNumber) -> bool:
        """Whether there is a report of that number; where there is none, that is said."""
        reports = turn.services.reports.of(turn.conversation)
        report = next((it for it in reports if it.is_called(named.text)), None)
        if report is not None and _waits(_wish(turn), report):
            return self._take(turn, report.number)
        if report is not None:
            _note(turn, report_number=report.number)
            turn.set(self.slot, OVER)
            return True
        response = "utter_report_not_found" if named.is_valid else "utter_report_number_wrong"
        turn.explain(response, report=named.text)
        return False

    def _take(self, turn: Turn, number: str) -> bool:
        _note(turn, report_number=number)
        turn.set(self.slot, KNOWN)
        return True


class ReportAnswerQuestion(Question):
    """Yes or no: to the offer, or to taking the report back."""

    slot = "report_answer"
    takes_stories = True
    resembles = ABOUT_THE_REPORT

    def is_needed(self, turn: Turn) -> bool:
        """Where there is a report to answer on."""
        return turn.slots.get("answered_report") == KNOWN

    def guess(self, turn: Turn) -> bool:
        """A button may have said it; nothing has to be asked of a report that has moved on."""
        if not _waits(_wish(turn), _report(turn)):
            turn.set("answered_report", OVER)
            return True
        said = _wish(turn).entity("answer")
        if said not in (YES, NO):
            return False
        turn.set(self.slot, said)
        return True

    def ask(self, turn: Turn, again: bool = False) -> None:
        """What follows from either answer."""
        report = _report(turn)
        if _wish(turn).intent == WITHDRAW:
            ask_whether_to_withdraw(turn, report, again)
        elif _wish(turn).intent == CONFIRM:
            choices = settled_choices(report.number)
            turn.say("utter_ask_settled", choices=choices, report=report.number)
        elif report.offered and report.amount:
            _note(turn, offered=report.offered.minor)
            ask_whether_to_accept(turn, report, again)
        else:
            tell(turn, report)

    def read(self, turn: Turn) -> bool:
        """Only a plain yes or no, since both move money; or that another report is meant."""
        if _wishes_anew(turn) or self._means_another(turn):
            return True
        if not _waits(_wish(turn), _report(turn)):
            turn.set("answered_report", OVER)
            return True
        if says(turn.language, turn.message.text, "thinks_it_over"):
            turn.set("answered_report", LEFT)
            return True
        answer = _yes_or_no(turn)
        if answer is None:
            return False
        turn.set(self.slot, YES if answer else NO)
        if not answer and _wish(turn).intent == CONFIRM:
            _note(turn, words=what_is_wrong(turn))
        return True

    def _means_another(self, turn: Turn) -> bool:
        named = read_report_number(turn.message.text)
        if named is None or named.text == _number(turn):
            return False
        if named.text not in [report.number for report in _open_ones(turn)]:
            return False
        _note(turn, report_number=named.text)
        return True


class SignInToAnswerQuestion(SignedInQuestion):
    """The sign-in, where the report is an account's."""

    def is_needed(self, turn: Turn) -> bool:
        """Not for one that was filed in this conversation without it."""
        wish = turn.wish(*WISHES)
        number = wish.entity("report_number") if wish else None
        reports = turn.services.reports
        if number:
            return not reports.was_filed_in(turn.conversation, str(number))
        return not reports.has_any(turn.conversation)


class ReportAnswerForm(Form):
    """Sign in, which report, yes or no."""

    form = "report_answer_form"
    questions = (
        SignInToAnswerQuestion(),
        AnsweredReportQuestion(),
        ReportAnswerQuestion(),
        StillWrongQuestion(),
    )

    def can_go_back_to(self, turn: Turn, question: Question) -> bool:
        """Only to the choice of a report, where there was one."""
        is_choice = question.slot == "answered_report" and len(_open_ones(turn)) > 1
        return is_choice and super().can_go_back_to(turn, question)


class ActionStartReportAnswer(SelfcareAction):
    """Remember what is wished for, and of which report."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_start_report_answer"

    def act(self, turn: Turn) -> None:
        """Earlier answers are none to this."""
        turn.note_wish()
        turn.set("signed_in", None)
        turn.set(PUT_ASIDE, None)
        _ask_anew(turn)


class ActionAnswerReport(SelfcareAction):
    """Tell billing the answer, once, and the customer what came of it."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_answer_report"

    def act(self, turn: Turn) -> None:
        """Withdraw, accept, refuse, confirm; or say that there is nothing to answer."""
        wish = turn.wish(*WISHES)
        which, is_yes = turn.slots.get("answered_report"), turn.slots.get("report_answer") == YES
        if which == LEFT:
            leave_open(turn)
        elif which == NONE:
            turn.say(NOTHING[_wish(turn).intent], choices=START)
        elif which == OVER:
            report = _report(turn)
            turn.say("utter_report_cannot_be_answered", report=report.number)
            tell(turn, report)
        else:
            answered = _ANSWERS[_wish(turn).intent](turn, is_yes)
            turn.services.news.follow(turn.conversation, answered)
        turn.events.extend(SlotSet(slot, None) for slot in OWN_SLOTS)
        go_back(turn, wish)

    def failed(self, turn: Turn, error: SelfcareError) -> None:
        """What was decided meanwhile is told; what may not have arrived can be said again."""
        wish = turn.wish(*WISHES)
        self._tell_what_failed(turn, error, wish)
        go_back(turn, wish)

    def _tell_what_failed(self, turn: Turn, error: SelfcareError, wish: "Message | None") -> None:
        number = wish.entity("report_number") if wish else None
        if wish is None or number is None:
            super().failed(turn, error)
            return
        self.retry = f'/{wish.intent}{{"report_number":"{number}"}}'
        if isinstance(error, Rejected):
            turn.say("utter_report_moved_on", report=number)
            tell(turn, turn.services.reports.one(turn.conversation, number))
        elif isinstance(error, TimedOut):
            choices = [say.choice("button_retry", self.retry), PERSON]
            turn.say("utter_report_answer_unsure", choices=choices)
        else:
            super().failed(turn, error)


def leave_open(turn: Turn) -> None:
    """Nothing is answered now; a word that comes later may still answer it."""
    wish = turn.wish(*WISHES)
    number = wish.entity("report_number") if wish else None
    if wish and number and wish.intent in WAITS_FOR:
        entities = {"report_number": number, "waits_for": WAITS_FOR[wish.intent]}
        told = replace(wish, intent="check_report_status", entities=entities)
        turn.services.views.note_wish(turn.conversation, asdict(told))
    turn.say("utter_left_as_it_is", choices=START)


def begin_answer(turn: Turn, intent: str, **entities: Any) -> None:
    """Open the form for a wish that was not said in so many words."""
    wish = {**asdict(turn.message), "intent": intent, "text": "", "entities": entities}
    turn.services.views.note_wish(turn.conversation, wish)
    turn.set(PUT_ASIDE, None)
    _ask_anew(turn)
    turn.events.append(FollowupAction("report_answer_form"))


def _withdraw(turn: Turn, agreed: bool) -> Report:
    return withdraw(turn, _report(turn), agreed)


def _answer_offer(turn: Turn, agreed: bool) -> Report:
    return answer_offer(turn, _report(turn), _wish(turn).entity("offered"), agreed)


def _confirm(turn: Turn, is_settled: bool) -> Report:
    return (close if is_settled else look_again)(turn, _number(turn))


_ANSWERS = {WITHDRAW: _withdraw, OFFER: _answer_offer, CONFIRM: _confirm}


def _wish(turn: Turn) -> Message:
    wish = turn.wish(*WISHES)
    if wish is None:
        raise NotFound("what was wished for is not there any more")
    return wish


def _note(turn: Turn, **found: Any) -> None:
    """Keep beside the wish which report it is about, and what was offered when it was asked."""
    turn.add_to_wish(_wish(turn), **found)


def _wishes_anew(turn: Turn) -> bool:
    """Whether the offer's customer would rather withdraw, or the other way round; or presses a
    button, which says itself what it answers, and on which report.
    """
    message = turn.message
    is_other = message.is_button or message.intent != _wish(turn).intent
    if message.intent not in WISHES or not is_other:
        return False
    before = _wish(turn).entity("before")
    turn.note_wish()
    _note(turn, before=before)
    _ask_anew(turn)
    return True


def _ask_anew(turn: Turn) -> None:
    for slot in OWN_SLOTS:
        turn.set(slot, None)


def _named(turn: Turn) -> "ReportNumber | None":
    wish = _wish(turn)
    return read_report_number(str(wish.entity("report_number") or wish.text))


def _report(turn: Turn) -> Report:
    """The one that was chosen, as it stands now."""
    return turn.services.reports.one(turn.conversation, _number(turn))


def _number(turn: Turn) -> str:
    """The chosen report's."""
    return str(_wish(turn).entity("report_number"))


def _waits(wish: Message, report: Report) -> bool:
    """Whether what is wished for can still be answered on it."""
    if wish.intent == CONFIRM:
        return report.is_resolved
    return report.is_open if wish.intent == WITHDRAW else report.offered is not None


def _open_ones(turn: Turn) -> "list[Report]":
    """The reports that can be answered on."""
    wish = _wish(turn)
    return [it for it in turn.services.reports.of(turn.conversation) if _waits(wish, it)]


def _yes_or_no(turn: Turn) -> "bool | None":
    if turn.message.is_button:
        # Yes and no to something else, which is still on the screen.
        return None
    if _wish(turn).intent == CONFIRM:
        return read_settled(turn)
    yes, no = WORDS[_wish(turn).intent]
    return read_plain_answer(turn.message.text, turn.language, yes, no)


def _button(report: Report) -> "dict[str, Any]":
    payload = f'/inform{{"report_number":"{report.number}"}}'
    amount = report.offered or report.amount
    if amount is None:
        return report_button(report, payload)
    return say.choice(
        "answered_report_title",
        payload,
        report=report.number,
        filed=say.day(report.filed),
        amount=say.money(amount),
    )
