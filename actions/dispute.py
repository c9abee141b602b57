"""Disputing calls, a payment or a bill: from the first question to the report number."""

from rasa_sdk.events import FollowupAction, SlotSet

from actions import say
from actions.attached import (
    SEND_FILE,
    attach_files,
    keep_words_in_draft,
    start_draft,
    tell_what_is_attached,
    tell_what_is_missing,
)
from actions.base import PERSON, START, SelfcareAction
from actions.confirmation import ConfirmQuestion
from actions.dispute_questions import (
    BillQuestion,
    OwnWordsQuestion,
    PaymentAmountQuestion,
    PaymentDateQuestion,
    PaymentMeansQuestion,
)
from actions.dispute_reason import ReasonQuestion
from actions.disputed_calls import DisputedCallsQuestion, DisputedCycle, DisputedLine
from actions.form import Form, Question
from actions.signin import SignedInQuestion
from actions.told import answers_what_was_told
from actions.turn import Turn
from selfcare.dispute import ABOUT_CALLS
from selfcare.errors import NotEligible, NotFound, Rejected, SelfcareError, TimedOut
from selfcare.report import Report

#: What the form asks about this dispute alone; line and cycle may come from a list in view.
OWN_SLOTS = (
    "disputed_calls",
    "more_reasons_shown",
    "dispute_reason",
    "disputed_bill",
    "payment_amount",
    "payment_date",
    "payment_means",
    "own_words",
    "confirmed",
    "changing",
)
#: Questions at which people tell what happened instead.
BEFORE_THE_REASON = ("line", "cycle", "disputed_calls")


class DisputeForm(Form):
    """What, why, in which words, and whether to send it."""

    form = "dispute_form"
    has_draft = True
    questions = (
        SignedInQuestion(),
        DisputedLine(),
        DisputedCycle(),
        DisputedCallsQuestion(),
        ReasonQuestion(),
        BillQuestion(),
        PaymentAmountQuestion(),
        PaymentDateQuestion(),
        PaymentMeansQuestion(),
        OwnWordsQuestion(),
        ConfirmQuestion(),
    )

    def come_back(self, turn: Turn) -> None:
        """Say where we are before asking again; a photo leads nowhere else."""
        if turn.slots.get("signed_in") and turn.message.intent != SEND_FILE:
            turn.say("utter_back_to_dispute")
        self.go_on(turn)

    def ask_again(self, turn: Turn, question: Question) -> None:
        """Why it is wrong is no wrong answer to which call it is: it is known from then on."""
        if question.slot in BEFORE_THE_REASON and ReasonQuestion().read_early(turn):
            turn.set("misses", 0)
            super().ask(turn, question)
        else:
            super().ask_again(turn, question)

    def keep_words(self, turn: Turn) -> bool:
        """They become the customer's own words."""
        return keep_words_in_draft(turn)

    def can_go_back_to(self, turn: Turn, question: Question) -> bool:
        """The sign-in is not an answer; "not about calls" is one of the calls question."""
        return question.slot != "signed_in" and super().can_go_back_to(turn, question)


def begin_dispute(turn: Turn) -> None:
    """A new draft, for the wish in this message."""
    turn.note_wish()
    start_draft(turn)
    for slot in (*OWN_SLOTS, "signed_in"):
        turn.set(slot, None)
    if not turn.services.views.of(turn.conversation).calls:
        turn.set("line", None)
        turn.set("cycle", None)


def begin_dispute_of(turn: Turn) -> None:
    """A new draft, with what this very message says already."""
    begin_dispute(turn)
    reason = turn.message.reason()
    if reason and reason != "other":
        turn.say("utter_reason_understood", reason=say.reason(reason))
        turn.set("dispute_reason", reason)
        turn.services.drafts.change(turn.conversation, reason=reason)
        if reason not in ABOUT_CALLS:
            turn.set("disputed_calls", "none")


class ActionStartDispute(SelfcareAction):
    """A new draft; a list of calls in view carries over."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_start_dispute"

    def act(self, turn: Turn) -> None:
        """Forget earlier answers, keep what this very message already says."""
        if not answers_what_was_told(turn):
            begin_dispute_of(turn)


class ActionSubmitDispute(SelfcareAction):
    """Send the confirmed draft, once, and give the number that the backend gave."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_submit_dispute"

    def act(self, turn: Turn) -> None:
        """Submit and say what happens next."""
        filed = turn.services.filing.submit(turn.conversation, turn.token)
        answer_by = filed.report.answer_by
        response = "utter_dispute_filed_before" if filed.before else "utter_dispute_filed"
        if answer_by is None:
            response += "_undated"
        dated = {"answer_by": say.day(answer_by)} if answer_by else {}
        turn.say(response, report=filed.report.number, **dated)
        attached = attach_files(turn, filed.report.number, filed.gone)
        tell_what_is_attached(turn, filed.report.number, attached)
        if not filed.before:
            self._say_where_the_credit_goes(turn, filed.report)
        tell_what_is_missing(turn, filed.report.number, attached)
        turn.services.views.hide(turn.conversation)
        turn.events.extend(SlotSet(slot, None) for slot in (*OWN_SLOTS, "line", "cycle"))

    def failed(self, turn: Turn, error: SelfcareError) -> None:
        """The draft stays; a call that is no longer eligible is chosen again."""
        if isinstance(error, NotFound):
            turn.say("utter_draft_gone", choices=[AGAIN, PERSON])
        elif isinstance(error, NotEligible):
            turn.say("utter_dispute_not_eligible")
            self._reopen(turn, "disputed_calls")
        elif isinstance(error, TimedOut):
            turn.say(
                "utter_dispute_unsure", choices=[say.choice("button_retry", self.retry), PERSON]
            )
        elif isinstance(error, Rejected):
            turn.say("utter_dispute_rejected", choices=[PERSON])
            self._reopen(turn, "confirmed")
        else:
            super().failed(turn, error)

    def _reopen(self, turn: Turn, slot: str) -> None:
        """Ask one question of the form again; the rest of the draft stays."""
        turn.services.drafts.change(turn.conversation, confirmed=False)
        turn.set(slot, None)
        turn.set("confirmed", None)
        turn.events.append(FollowupAction("dispute_form"))

    def _say_where_the_credit_goes(self, turn: Turn, report: Report) -> None:
        choices = [say.choice("button_follow_up", say.follow_up(report.number))]
        if report.credit_target == "nextBill":
            turn.say("utter_credit_next_bill", choices=choices)
        elif report.credit_target == "unpaidBill" and report.credit_bill:
            follows = [] if report.calls else choices
            turn.say("utter_credit_unpaid_bill", bill=report.credit_bill, choices=follows)
            if report.calls:
                turn.say("utter_pay_meanwhile", choices=choices)
        else:
            turn.say("utter_what_next", choices=[*choices, *START[:2]])


AGAIN = say.choice("button_dispute_again", "/dispute_charge")
