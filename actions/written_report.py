"""A matter whose journey is not built: taken in the customer's words, with a number."""

from typing import Any

from actions import say, when
from actions.attached import (
    ask_where_files_go,
    files_of,
    keep_words_in_draft,
    start_draft,
    words_and_files,
)
from actions.base import SelfcareAction
from actions.calls import ABOUT_A_BILL
from actions.confirmation import WITHOUT_FILES, ConfirmQuestion
from actions.dispute_questions import (
    NOT_IN_A_STORY,
    SURE_OF_A_REQUEST,
    OwnWordsQuestion,
    put,
    take_words,
)
from actions.form import (
    STOP,
    SURE_OF_DIGRESSION,
    Form,
    Question,
    begins_another_journey,
    is_question,
    means_something_else,
)
from actions.messages import TOPIC as MESSAGE
from actions.people import tell_contacts
from actions.reply_questions import (
    ReplyContactQuestion,
    ReplyWayQuestion,
    changes_way,
    is_message,
    reply_to,
)
from actions.signin import SignedInQuestion
from actions.told import answers_what_was_told
from actions.turn import Turn
from actions.written_submission import OWN_SLOTS, topic_and_team
from selfcare.answers import says_only
from selfcare.dispute import LONGEST_WORDS
from selfcare.draft import Draft
from selfcare.lexicon import is_only
from selfcare.written_report import ADDITION, TOPICS

NO_WORDS = say.choice("button_only_file", '/inform{"answer":"no_words"}')
#: Words from which on the first message says enough to be sent as it is.
SAYS_ENOUGH = 4
CHANGE_REPLY = say.choice("button_change_reply", '/inform{"step":"reply"}')
#: Letters without which words say nothing: "hmm", "2".
FEWEST_LETTERS = 5
#: What a sentence without a wish of its own is taken for.
UNCLEAR = frozenset({"nlu_fallback", "inform"})
#: Words from which on what is written at the summary adds to it.
FEWEST_TO_ADD = 2


class SignInToWriteQuestion(SignedInQuestion):
    """The sign-in, where what is written goes to somebody's account."""

    def is_needed(self, turn: Turn) -> bool:
        """Not for what is filed without one."""
        draft = turn.services.drafts.of(turn.conversation)
        return draft is None or not draft.unsigned


class MatterQuestion(OwnWordsQuestion):
    """What it is about, where the first message did not say."""

    def needs_words(self, turn: Turn) -> bool:
        """Nothing else tells what it is about."""
        return True

    def words_like(self, turn: Turn) -> "frozenset[str]":
        """ "I'd like to leave a message" is what is being done."""
        return self.resembles | _same_matter(turn)

    def ask(self, turn: Turn, again: bool = False) -> None:
        """Say what becomes of the words, and ask for them."""
        draft = turn.services.drafts.of(turn.conversation) or Draft()
        if draft.about:
            choices = [NO_WORDS, STOP] if _may_be_a_file_alone(turn) else [STOP]
            turn.say("utter_ask_answer", choices=choices, report=draft.about)
            return
        if draft.promised and not again:
            turn.say("utter_ask_message", choices=[STOP], by=when.by(turn, draft.promised))
            return
        response = "utter_ask_matter_again" if again else "utter_ask_matter"
        turn.say(response, choices=[STOP])

    def read(self, turn: Turn) -> bool:
        """Words that say something; to what the operator asked, "two" or "yes" may say it all."""
        if turn.message.entity("answer") == "no_words":
            return _may_be_a_file_alone(turn) and put(turn, self.slot, False, words="")
        if _about(turn):
            words = turn.message.text
            is_answer = words != "" and not means_something_else(turn)
            return is_answer and take_words(turn, self.slot, words)
        letters = sum(letter.isalpha() for letter in turn.message.text)
        if letters < FEWEST_LETTERS:
            return False
        return _takes_message(turn, self.slot) if is_message(turn) else super().read(turn)

    def guess(self, turn: Turn) -> bool:
        """The first message, if it was a whole sentence."""
        draft = turn.services.drafts.of(turn.conversation)
        if draft is None or not draft.words:
            return False
        turn.set(self.slot, True)
        return True


class SendQuestion(ConfirmQuestion):
    """The words as they will be sent."""

    change = say.choice("button_other_words", '/inform{"step":"words"}')

    def words_like(self, turn: Turn) -> "frozenset[str]":
        """More about the same matter is no other one."""
        return self.resembles | _same_matter(turn)

    def step_named(self, turn: Turn) -> "str | None":
        """Only what this is made of: "it was less last month" is about a bill, and adds to it."""
        step = super().step_named(turn)
        return step if step == "any" or step in self.steps(turn) else None

    def summarise(self, turn: Turn, draft: Draft, choices: "list[dict[str, Any]]") -> None:
        """What it is about, in which words, and who answers it."""
        words = words_and_files(turn, draft)
        if draft.promised:
            told = {"words": words, "reply": reply_to(draft), "by": when.by(turn, draft.promised)}
            choices = [choices[0], ConfirmQuestion.change, choices[-1]]
            turn.say("utter_ask_confirmed_message", choices=choices, **told)
        elif draft.about:
            turn.say("utter_ask_confirmed_answer", choices=choices, report=draft.about, words=words)
        else:
            told = {**topic_and_team(draft), "words": words}
            turn.say("utter_ask_confirmed_report", choices=choices, **told)

    def steps(self, turn: Turn) -> "dict[str, tuple[str, ...]]":
        """The words, whether files go along, and where the answer to a message goes."""
        steps: dict[str, tuple[str, ...]] = {"words": ("own_words",), **self.step_of_files(turn)}
        if is_message(turn):
            steps["reply"] = ("reply_way", "reply_contact")
        return steps

    def changes(self, turn: Turn) -> "list[dict[str, Any]]":
        """Other words, without the files, another way for the answer, or the ways out."""
        no_files = [WITHOUT_FILES] if self.step_of_files(turn) else []
        ways = [CHANGE_REPLY] if is_message(turn) else []
        return [self.change, *no_files, *ways, say.choice("button_submit", "/affirm"), STOP]

    def read(self, turn: Turn) -> bool:
        """As everywhere; what is neither yes nor no nor another wish is added to the words. More
        of the same matter is, whatever it names: "nor do messages arrive" changes no text.
        """
        if _tells_more(turn):
            return self._add(turn)
        return super().read(turn) or changes_way(turn) or self._adds(turn)

    def _adds(self, turn: Turn) -> bool:
        message = turn.message
        is_wish = means_something_else(turn) and not _is_a_figure(turn)
        is_other = is_wish or begins_another_journey(turn, self)
        if is_other or message.intent in ("affirm", "deny", "go_back"):
            return False
        return len(message.text.split()) >= FEWEST_TO_ADD and self._add(turn)

    def _add(self, turn: Turn) -> bool:
        draft = turn.services.drafts.of(turn.conversation)
        if draft is None:
            return False
        words = f"{draft.words}\n{turn.message.text}"
        if len(words) > LONGEST_WORDS:
            turn.explain("utter_own_words_too_long", limit=LONGEST_WORDS)
            return False
        turn.services.drafts.change(turn.conversation, words=words)
        return True

    def reopen(self, turn: Turn, step: str) -> None:
        """The old words, or the old address, are no answer any more."""
        old: dict[str, dict[str, Any]] = {
            "words": {"words": ""},
            "reply": {"contact": None, "reply_by": None},
        }
        if step in old:
            turn.services.drafts.change(turn.conversation, **old[step])
        super().reopen(turn, step)


class WrittenReportForm(Form):
    """Sign in, say it, send it; of a message that is left, say also where the answer goes."""

    form = "written_report_form"
    has_draft = True
    questions = (
        SignInToWriteQuestion(),
        MatterQuestion(),
        ReplyWayQuestion(),
        ReplyContactQuestion(),
        SendQuestion(),
    )

    def keep_words(self, turn: Turn) -> bool:
        """They are, or are added to, what is sent."""
        return keep_words_in_draft(turn)

    def is_no_answer(self, turn: Turn, question: Question) -> bool:
        """More of the same matter begins no other journey."""
        return not _tells_more(turn) and super().is_no_answer(turn, question)

    def ask_again(self, turn: Turn, question: Question) -> None:
        """What is told while the sign-in is waited for is no wrong answer: it is sent as well."""
        waits_for_sign_in = question.slot == "signed_in"
        if waits_for_sign_in and _tells_more(turn, UNCLEAR) and self.keep_words(turn):
            super().ask(turn, question)
        else:
            super().ask_again(turn, question)


def begin_written_report(turn: Turn) -> None:
    """A new draft: of the message where it says enough; after a button, of the one that was
    unclear.
    """
    unclear = turn.wish("nlu_fallback") if turn.message.is_button else None
    words = unclear.text if unclear else turn.message.text
    turn.note_wish()
    says_enough = len(words.split()) >= SAYS_ENOUGH and len(words) <= LONGEST_WORDS
    start_draft(
        turn,
        topic=turn.message.intent,
        words=words if says_enough else "",
    )
    for slot in (*OWN_SLOTS, "signed_in"):
        turn.set(slot, None)
    if len(words) > LONGEST_WORDS:
        turn.say("utter_own_words_too_long", limit=LONGEST_WORDS)
    if turn.message.intent == "report_lost_equipment":
        turn.say("utter_block_the_line")
        tell_contacts(turn)
    turn.services.drafts.change(turn.conversation, **_related_report(turn))


class ActionStartWrittenReport(SelfcareAction):
    """A new draft about what was just said."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_start_written_report"

    def act(self, turn: Turn) -> None:
        """Where files wait, they are what there is to add."""
        if answers_what_was_told(turn):
            return
        if turn.message.intent == ADDITION and turn.services.received.waiting(turn.conversation):
            says_enough = len(turn.message.text.split()) >= SAYS_ENOUGH
            ask_where_files_go(turn, turn.message.text if says_enough else "")
        else:
            begin_written_report(turn)


def _same_matter(turn: Turn) -> "frozenset[str]":
    """What words about the matter of the draft are taken for."""
    draft = turn.services.drafts.of(turn.conversation)
    topic = draft.topic if draft else None
    return ABOUT_A_BILL if topic in ABOUT_A_BILL else frozenset({topic} if topic else ())


def _tells_more(turn: Turn, or_means: "frozenset[str]" = frozenset()) -> bool:
    """Whether a sentence is about the matter of the draft, and no question on it."""
    message, matter = turn.message, _same_matter(turn)
    is_same = bool(matter) and message.intent in matter | or_means
    return is_same and len(message.text.split()) >= SAYS_ENOUGH and not is_question(message.text)


def _is_a_figure(turn: Turn) -> bool:
    """ "50 pounds", "on the 3rd": to a classifier, that is none of our business."""
    has_digits = any(sign.isdigit() for sign in turn.message.text)
    return has_digits and turn.message.intent in ("out_of_scope", "greet", "thank")


def _may_be_a_file_alone(turn: Turn) -> bool:
    """Whether a photo may be the whole answer to what the operator asked."""
    draft = turn.services.drafts.of(turn.conversation)
    return draft is not None and draft.about is not None and bool(files_of(turn, draft))


def _about(turn: Turn) -> "str | None":
    """The report to which the draft's words will be added, if they are an answer."""
    draft = turn.services.drafts.of(turn.conversation)
    return draft.about if draft else None


def _related_report(turn: Turn) -> "dict[str, Any]":
    """The report whose question is answered, the button's or the only one that has one; or the one
    that is over and that this follows.
    """
    number = turn.message.entity("report_number") if turn.message.is_button else None
    if number and turn.message.intent != ADDITION:
        return _related(turn, "follows", number)
    knows_any = turn.services.reports.has_any(turn.conversation)
    reports = turn.services.reports.of(turn.conversation) if knows_any else []
    if number:
        is_over = any(it.number == number and not it.is_open for it in reports)
        return _related(turn, "follows" if is_over else "about", number)
    asked = [it.number for it in reports if it.question]
    if turn.message.intent == ADDITION and len(asked) == 1:
        return _related(turn, "about", asked[0])
    return {}


def _related(turn: Turn, how: str, number: str) -> "dict[str, Any]":
    """What is written on a report that was filed without a sign-in takes none either."""
    unsigned = turn.services.reports.was_filed_in(turn.conversation, number)
    return {how: number, "unsigned": unsigned, "language": turn.language}


def _takes_message(turn: Turn, slot: str) -> bool:
    """Any words but those that are surely for the assistant: who asks something asks a person. What
    they are about says whose desk it is for.
    """
    message = turn.message
    is_for_the_assistant = message.intent in NOT_IN_A_STORY and message.intent != "human_handoff"
    if is_for_the_assistant and message.confidence >= SURE_OF_A_REQUEST:
        return False
    if is_only(turn.language, message.text, "nothing_to_add"):
        return False
    if says_only(message.text, turn.language, "leaves_message", "agreed", "courtesies"):
        return False
    is_sure = message.intent in TOPICS and message.confidence >= SURE_OF_DIGRESSION
    topic = message.intent if is_sure and message.intent != ADDITION else MESSAGE
    turn.services.drafts.change(turn.conversation, topic=topic)
    return take_words(turn, slot, message.text)
