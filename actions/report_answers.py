"""A customer's answer on a report of their own: take it back, accept or refuse an offer."""

from dataclasses import asdict
from typing import Any

from rasa_sdk.events import SlotSet

from actions import say
from actions.base import PERSON, START, SelfcareAction
from actions.form import STOP, Form, Question
from actions.report import report_buttons, tell
from actions.signin import SignedInQuestion
from actions.turn import Message, Turn
from selfcare.answers import names_a_place, read_place
from selfcare.errors import NotFound, Rejected, SelfcareError, TimedOut
from selfcare.lexicon import says
from selfcare.report import Report, ReportAnswer, read_report_number

WITHDRAW, OFFER = "withdraw_dispute", "answer_offer"
WISHES = frozenset({WITHDRAW, OFFER})
#: Values of the first question's slot where nothing has to be asked any more: there is no report
#: to answer on, or the one that was named cannot be answered.
NONE, TOLD = "none", "told"
OWN_SLOTS = ("answered_report", "report_answer")
#: Words up to which "I accept" and "I refuse" are the whole answer.
A_SHORT_ANSWER = 4


class AnsweredReportQuestion(Question):
    """Which report it is about."""

    slot = "answered_report"
    resembles = frozenset({*WISHES, "add_dispute_information"})

    def guess(self, turn: Turn) -> bool:
        """The one that was named, or the only one; that there is none is an answer, too."""
        open_ones = _open_ones(turn)
        number = _number(turn)
        if number in [report.number for report in open_ones]:
            return self._take(turn, number)
        if number and _is_there(turn, number):
            _note(turn, number)
            turn.set(self.slot, TOLD)
            return True
        if len(open_ones) == 1:
            return self._take(turn, open_ones[0].number)
        if not open_ones:
            turn.set(self.slot, NONE)
        return not open_ones

    def ask(self, turn: Turn, again: bool = False) -> None:
        """Offer those that wait for it, the latest first."""
        kind = "withdraw" if _wish(turn).intent == WITHDRAW else "offer"
        buttons = report_buttons(_open_ones(turn), 1, _payload)
        turn.say(f"utter_ask_answered_report_{kind}", choices=[*buttons, STOP])

    def read(self, turn: Turn) -> bool:
        """A button, a number, or a place on the list."""
        open_ones = _open_ones(turn)
        number = turn.message.entity("report_number")
        written = read_report_number(str(number or turn.message.text))
        if written is None:
            report = read_place(turn.message.text, turn.language, open_ones)
            return report is not None and self._take(turn, report.number)
        is_one = written.text in [report.number for report in open_ones]
        return is_one and self._take(turn, written.text)

    def _take(self, turn: Turn, number: Any) -> bool:
        _note(turn, number)
        turn.set(self.slot, "known")
        return True


class ReportAnswerQuestion(Question):
    """Yes or no: to the offer, or to taking the report back."""

    slot = "report_answer"
    resembles = WISHES

    def is_needed(self, turn: Turn) -> bool:
        """Where there is a report to answer on."""
        return turn.slots.get("answered_report") not in (NONE, TOLD)

    def ask(self, turn: Turn, again: bool = False) -> None:
        """What follows from either answer."""
        report = turn.services.billing.report(turn.token, _wish(turn).entity("report_number"))
        suffix = "_again" if again else ""
        if _wish(turn).intent == WITHDRAW:
            has_sum = report.amount is not None and not again
            response = "utter_ask_withdraw_sum" if has_sum else f"utter_ask_withdraw{suffix}"
            turn.say(
                response, choices=_yes_or_no("button_withdraw", "button_keep"), report=report.number
            )
            return
        offered = say.money(report.offered) if report.offered else ""
        disputed = say.money(report.amount) if report.amount else ""
        accept = say.choice("button_accept_offer", "/affirm", amount=offered)
        sums: dict[str, Any] = {"offered": offered}
        if not again:
            sums["disputed"] = disputed
        turn.say(
            f"utter_ask_offer_answer{suffix}",
            choices=[accept, say.choice("button_refuse_offer", "/deny"), STOP],
            report=report.number,
            **sums,
        )

    def read(self, turn: Turn) -> bool:
        """Only a plain yes or no: both move money."""
        answer = _yes_or_no_of(turn, _wish(turn).intent)
        if answer:
            turn.set(self.slot, answer)
        return answer is not None


class ReportAnswerForm(Form):
    """Sign in, which report, yes or no."""

    form = "report_answer_form"
    questions = (SignedInQuestion(), AnsweredReportQuestion(), ReportAnswerQuestion())

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
        for slot in (*OWN_SLOTS, "signed_in"):
            turn.set(slot, None)


class ActionAnswerReport(SelfcareAction):
    """Tell billing the answer, once, and the customer what came of it."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_answer_report"

    def act(self, turn: Turn) -> None:
        """Withdraw, accept, refuse; or say that there is nothing to answer."""
        known, answer = (turn.slots.get(slot) for slot in OWN_SLOTS)
        wish = _wish(turn)
        if known == NONE:
            response = "utter_nothing_to_withdraw" if wish.intent == WITHDRAW else "utter_no_offers"
            turn.say(response, choices=START)
        elif known == TOLD:
            tell(turn, turn.services.billing.report(turn.token, wish.entity("report_number")))
        elif wish.intent == WITHDRAW:
            _withdraw(turn, wish.entity("report_number"), answer == "yes")
        else:
            _answer_offer(turn, wish.entity("report_number"), answer == "yes")
        turn.events.extend(SlotSet(slot, None) for slot in OWN_SLOTS)

    def failed(self, turn: Turn, error: SelfcareError) -> None:
        """What was decided meanwhile is told; what may not have arrived can be said again."""
        wish = turn.wish(*WISHES)
        number = wish.entity("report_number") if wish else None
        if wish is None or number is None:
            super().failed(turn, error)
            return
        self.retry = f'/{wish.intent}{{"report_number":"{number}"}}'
        if isinstance(error, Rejected):
            turn.say("utter_report_moved_on", report=number)
            tell(turn, turn.services.billing.report(turn.token, number))
        elif isinstance(error, TimedOut):
            choices = [say.choice("button_retry", self.retry), PERSON]
            turn.say("utter_report_answer_unsure", choices=choices)
        else:
            super().failed(turn, error)


def _withdraw(turn: Turn, number: str, agreed: bool) -> None:
    if not agreed:
        turn.say("utter_report_kept", report=number, choices=START)
        return
    turn.services.billing.answer_report(turn.token, number, ReportAnswer.WITHDRAW)
    turn.say("utter_report_withdrawn", report=number, choices=START)


def _answer_offer(turn: Turn, number: str, agreed: bool) -> None:
    billing = turn.services.billing
    offered = billing.report(turn.token, number).offered
    if offered is None:
        raise Rejected(f"{number}: nothing is offered any more")
    answer = ReportAnswer.ACCEPT_OFFER if agreed else ReportAnswer.REFUSE_OFFER
    report = billing.answer_report(turn.token, number, answer)
    if not agreed:
        dated = {"answer_by": say.day(report.answer_by)} if report.answer_by else {}
        response = "utter_offer_refused" if dated else "utter_offer_refused_undated"
        turn.say(response, report=number, choices=START, **dated)
    elif report.credit_target == "unpaidBill" and report.credit_bill:
        turn.say(
            "utter_offer_accepted_unpaid_bill",
            report=number,
            amount=say.money(offered),
            bill=report.credit_bill,
            choices=START,
        )
    else:
        amount = say.money(offered)
        turn.say("utter_offer_accepted_next_bill", report=number, amount=amount, choices=START)


def _wish(turn: Turn) -> Message:
    wish = turn.wish(*WISHES)
    if wish is None:
        raise NotFound("what was wished for is not there any more")
    return wish


def _note(turn: Turn, number: str) -> None:
    wish = _wish(turn)
    named = {**wish.entities, "report_number": number}
    turn.services.views.note_wish(turn.conversation, {**asdict(wish), "entities": named})


def _number(turn: Turn) -> "str | None":
    """The report's that was named with the wish."""
    wish = _wish(turn)
    read = read_report_number(str(wish.entity("report_number") or wish.text))
    return read.text if read and read.is_valid else None


def _open_ones(turn: Turn) -> "list[Report]":
    """The reports that can be answered on: open ones, or those with an offer."""
    reports = turn.services.billing.reports(turn.token)
    if _wish(turn).intent == WITHDRAW:
        return [report for report in reports if report.is_open]
    return [report for report in reports if report.offered]


def _is_there(turn: Turn, number: str) -> bool:
    return any(it.number == number for it in turn.services.billing.reports(turn.token))


def _yes_or_no_of(turn: Turn, wish: str) -> "str | None":
    """ "Yes, withdraw it", "I accept", "not enough": what is long may have a condition in it."""
    message, language = turn.message, turn.language
    if message.is_button:
        return {"affirm": "yes", "deny": "no"}.get(message.intent)
    answers_offer = wish == OFFER and len(message.text.split()) <= A_SHORT_ANSWER
    is_meant = message.intent in ("affirm", wish)
    refuses = answers_offer and says(language, message.text, "refuses")
    if message.intent == "deny" or refuses:
        return "no"
    words = ("agreed", "accepts") if answers_offer else ("agreed",)
    has_word = any(says(language, message.text, word) for word in words)
    has_more = any(says(language, message.text, it) for it in ("reservations", "conditions"))
    is_plain = not has_more and not names_a_place(message.text, language)
    return "yes" if is_meant and has_word and is_plain else None


def _payload(report: Report) -> str:
    return f'/inform{{"report_number":"{report.number}"}}'


def _yes_or_no(yes: str, no: str) -> "list[dict[str, Any]]":
    return [say.choice(yes, "/affirm"), say.choice(no, "/deny")]
