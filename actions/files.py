"""A photo or a document comes: where it goes is known from what is being done, or is asked."""

from dataclasses import replace
from typing import Any

from rasa_sdk.events import FollowupAction

from actions import say
from actions.attached import (
    AFTER_FILE,
    ATTACH,
    FILE_FORM,
    FILE_REPORT,
    KNOWN,
    RETRY,
    SEND_FILE,
    ask_where_files_go,
    attach_files,
    is_words,
    leave_files,
    note_file_wish,
    put_with_draft,
    tell_what_is_attached,
    tell_what_is_missing,
)
from actions.base import PERSON, START, SelfcareAction
from actions.confirmation import agrees
from actions.dispute import DisputeForm, begin_dispute_of
from actions.form import Form, Question
from actions.report import note_what_it_waits_for, report_button
from actions.signin import SignedInQuestion, SignInForm
from actions.turn import Message, Turn
from actions.written_report import WrittenReportForm, begin_written_report
from selfcare.answers import read_place, read_plain_answer
from selfcare.dispute import LONGEST_WORDS
from selfcare.report import Report, read_report_number
from selfcare.written_report import ADDITION, TOPICS

#: What FILE_REPORT says besides: a dispute or a written report is begun for the file; it stays here
#: for now; there is no file any more.
DISPUTE, WRITTEN, LATER, GONE = "dispute", "written", "later", "gone"
DISPUTES = ("dispute_charge", "report_fraud")
#: How sure the classifier must be of what a file is about: what is begun can be stopped again, and
#: the file stays.
SURE_WHAT_IT_IS_ABOUT = 0.6
#: Reports that are offered as buttons.
OFFERED = 6
NOT_NOW = say.choice("button_not_now", '/inform{"answer":"not_now"}')
ANOTHER = say.choice("button_another_report", '/inform{"answer":"another"}')
NEW_DISPUTE = say.choice("button_file_dispute", '/inform{"answer":"new"}')


class ActionTakeFile(SelfcareAction):
    """A file has come; the channel has kept it already."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_take_file"

    def act(self, turn: Turn) -> None:
        """Where it goes: with the draft under way, with one that waits to be sent, or to a report
        that is asked about. Another form is finished first.
        """
        received = turn.services.received
        file = str(turn.message.entity("file"))
        if not received.has(turn.conversation, file):
            turn.say("utter_file_gone", hours=received.limits.told["hours"])
            return
        turn.set(AFTER_FILE, True)
        draft = turn.services.drafts.of(turn.conversation)
        if turn.form in (DisputeForm.form, WrittenReportForm.form) and draft is not None:
            put_with_draft(turn, draft, file)
        elif turn.form is None and draft and draft.confirmed and draft.report is None:
            self._put_with_what_was_confirmed(turn, file)
        elif turn.form in (None, FILE_FORM):
            count = len(received.waiting(turn.conversation))
            turn.say("utter_file_received", count=count)
            if turn.form is None:
                ask_where_files_go(turn)
        else:
            self._keep_for_later(turn)

    def _put_with_what_was_confirmed(self, turn: Turn, file: str) -> None:
        """Billing could not be reached: the customer's yes stands, and the file goes along."""
        drafts = turn.services.drafts
        draft = drafts.of(turn.conversation)
        if draft and file not in draft.files:
            drafts.save(turn.conversation, replace(draft, files=(*draft.files, file)))
        turn.say("utter_file_with_unsent", choices=[RETRY, PERSON])

    def _keep_for_later(self, turn: Turn) -> None:
        told = turn.services.received.limits.told
        if turn.form == SignInForm.form and not turn.slots.get("resume"):
            note_file_wish(turn)
            turn.set("resume", FILE_FORM)
            turn.say("utter_file_received", count=1)
        else:
            turn.say("utter_file_kept", hours=told["hours"])


class FileReportQuestion(Question):
    """To which report the files that wait are added."""

    slot = FILE_REPORT
    takes_stories = True
    resembles = frozenset({*TOPICS, "report_fraud"})

    def guess(self, turn: Turn) -> bool:
        """Files are not kept for ever."""
        if turn.services.received.waiting(turn.conversation):
            return False
        turn.set(self.slot, GONE)
        return True

    def ask(self, turn: Turn, again: bool = False) -> None:
        """The report of which was spoken last, or the only one; else those there are."""
        count = len(turn.services.received.waiting(turn.conversation))
        reports = _reports(turn)
        meant = _meant(turn, reports)
        if not reports:
            begin = say.choice("button_begin_dispute", '/inform{"answer":"new"}')
            turn.say("utter_ask_file_dispute", choices=[begin, NOT_NOW], count=count)
        elif meant is not None:
            others = [ANOTHER] if len(reports) > 1 else []
            choices = [_yes(meant), *others, NEW_DISPUTE, NOT_NOW]
            response = "utter_ask_file_report_again" if again else "utter_ask_file_report"
            turn.say(response, choices=choices, count=count, report=meant.number)
        else:
            buttons = [report_button(it, _to(it)) for it in reports[:OFFERED]]
            choices = [*buttons, NEW_DISPUTE, NOT_NOW]
            response = "utter_ask_which_file_report"
            if again:
                response = "utter_ask_which_file_report_again"
            turn.say(response, choices=choices, count=count)

    def read(self, turn: Turn) -> bool:
        """A button, a number, a place on the list, yes or no; or what the file is about begins
        something new.
        """
        named = turn.message.entity("report_number") or turn.message.text
        if number := read_report_number(str(named)):
            return self._take_named(turn, number.text)
        if turn.message.is_button:
            if number_of_theirs := turn.message.entity("report_number"):
                return self._take_named(turn, str(number_of_theirs))
            return self._take_answer(turn, turn.message.entity("answer"))
        reports = _reports(turn)
        said = _yes_or_no(turn)
        if said is not None:
            return self._take_yes_or_no(turn, reports, said)
        place = None
        if _meant(turn, reports) is None:
            place = read_place(turn.message.text, turn.language, reports[:OFFERED])
        if place is not None:
            return self._take(turn, place)
        return self._begins_something(turn)

    def _take_named(self, turn: Turn, number: str) -> bool:
        every = turn.services.billing.reports(turn.token)
        report = next((it for it in every if it.is_called(number)), None)
        if report is not None:
            return self._take(turn, report)
        turn.explain("utter_report_not_found", report=number)
        return False

    def _take_answer(self, turn: Turn, answer: Any) -> bool:
        if answer == "another":
            return self._ask_for_another(turn)
        known = {"new": DISPUTE, "not_now": LATER}
        if answer in known:
            turn.set(self.slot, known[answer])
        return answer in known

    def _take_yes_or_no(self, turn: Turn, reports: "list[Report]", said: bool) -> bool:
        meant = _meant(turn, reports)
        if said and meant is not None:
            return self._take(turn, meant)
        if said and reports:
            return False
        if not said and meant is not None and len(reports) > 1:
            return self._ask_for_another(turn)
        turn.set(self.slot, DISPUTE if said else LATER)
        return True

    def _ask_for_another(self, turn: Turn) -> bool:
        _note(turn, _wish(turn), report_number=None, another=True)
        turn.is_asking = True
        self.ask(turn)
        return True

    def _begins_something(self, turn: Turn) -> bool:
        message = turn.message
        if message.confidence < SURE_WHAT_IT_IS_ABOUT or message.intent == ADDITION:
            return False
        if message.intent in DISPUTES:
            turn.set(self.slot, DISPUTE)
        elif message.intent in TOPICS:
            turn.set(self.slot, WRITTEN)
        else:
            return False
        return True

    def _take(self, turn: Turn, report: Report) -> bool:
        _note(turn, _wish(turn), report_number=report.number)
        turn.set(self.slot, KNOWN)
        return True


class FileForm(Form):
    """Sign in, say to which report."""

    form = FILE_FORM
    questions = (SignedInQuestion(), FileReportQuestion())

    def keep_words(self, turn: Turn) -> bool:
        """What is written beside a photo becomes a note on the report."""
        if not is_words(turn):
            return False
        wish = _wish(turn)
        before = wish.entity("words")
        words = f"{before}\n{turn.message.text}" if before else turn.message.text
        if len(words) > LONGEST_WORDS:
            turn.explain("utter_own_words_too_long", limit=LONGEST_WORDS)
            return True
        _note(turn, wish, words=words)
        turn.say("utter_words_with_file")
        return True


class ActionAttachFiles(SelfcareAction):
    """It is known where the files go; what could not be attached before is tried again."""

    def name(self) -> str:
        """As Rasa wants it."""
        return ATTACH

    def act(self, turn: Turn) -> None:
        """Add them, begin what they are for, or keep them."""
        said = turn.slots.get(FILE_REPORT)
        if said in (DISPUTE, WRITTEN):
            turn.set(FILE_REPORT, None)
            self._begin(turn, str(said))
        elif said == LATER:
            turn.set(FILE_REPORT, None)
            leave_files(turn)
        elif said == GONE:
            turn.set(FILE_REPORT, None)
            turn.say("utter_file_gone", hours=turn.services.received.limits.told["hours"])
        else:
            self._attach(turn, is_new=said == KNOWN)

    def _attach(self, turn: Turn, is_new: bool) -> None:
        received, wish = turn.services.received, _wish(turn)
        if is_new:
            number = str(wish.entity("report_number"))
            received.send_to(turn.conversation, number, received.waiting(turn.conversation))
            turn.set(FILE_REPORT, None)
        outstanding = received.outstanding(turn.conversation)
        if not outstanding:
            turn.say("utter_file_gone", hours=received.limits.told["hours"])
        for number in outstanding:
            self._attach_to(turn, number, wish)

    def _attach_to(self, turn: Turn, number: str, wish: Message) -> None:
        billing, words = turn.services.billing, wish.entity("words")
        if words and wish.entity("report_number") == number:
            billing.add_to_report(turn.token, number, str(words))
            _note(turn, wish, words=None)
        attached = attach_files(turn, number)
        tell_what_is_attached(turn, number, attached)
        tell_what_is_missing(turn, number, attached)
        if attached.done and not attached.waiting:
            self._say_what_comes(turn, billing.report(turn.token, number))

    def _say_what_comes(self, turn: Turn, report: Report) -> None:
        turn.services.news.follow(turn.conversation, report)
        told = replace(turn.message, intent="check_report_status", text="")
        _note(turn, told, report_number=report.number)
        note_what_it_waits_for(turn, report)
        choices = [say.choice("button_follow_up", say.follow_up(report.number)), *START[:1]]
        if report.is_open and report.answer_by:
            turn.say("utter_report_answer_by", answer_by=say.day(report.answer_by), choices=choices)
        else:
            turn.say("utter_what_next", choices=choices)

    def _begin(self, turn: Turn, what: str) -> None:
        """The files that wait go along by themselves, with the words that came with them."""
        words = _wish(turn).entity("words")
        if what == DISPUTE:
            begin_dispute_of(turn)
        else:
            begin_written_report(turn)
        if words:
            turn.services.drafts.change(turn.conversation, words=words)
            turn.set("own_words", True)
        form = DisputeForm.form if what == DISPUTE else WrittenReportForm.form
        turn.events.append(FollowupAction(form))


def _yes_or_no(turn: Turn) -> "bool | None":
    """In plain words; beside a photo only in nothing else."""
    plain = read_plain_answer(turn.message.text, turn.language, ("agreed",), ("denied",))
    if plain is not None or turn.follows_a_file:
        return plain
    return True if agrees(turn) else None


def _reports(turn: Turn) -> "list[Report]":
    """What somebody still looks at, or its customer has not confirmed; the latest first."""
    every = turn.services.billing.reports(turn.token)
    return [report for report in every if report.is_open or report.is_resolved]


def _meant(turn: Turn, reports: "list[Report]") -> "Report | None":
    """The report of which was spoken last, if it can be added to; or the only one."""
    wish = _wish(turn)
    number = wish.entity("report_number")
    if len(reports) == 1 and not wish.entity("another"):
        return reports[0]
    return next((it for it in reports if it.number == number), None)


def _wish(turn: Turn) -> Message:
    """What is known of where the files go."""
    return turn.wish(SEND_FILE) or replace(turn.message, intent=SEND_FILE, text="", entities={})


def _note(turn: Turn, wish: Message, **found: Any) -> None:
    turn.add_to_wish(wish, **found)


def _to(report: Report) -> str:
    return f'/inform{{"report_number":"{report.number}"}}'


def _yes(report: Report) -> "dict[str, Any]":
    return say.choice("button_yes_add_file", _to(report))
