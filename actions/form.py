"""Forms: a row of questions, asked and read in one place.

Rasa calls a form's `validate_<form>` action at every turn of the form. It decides whether the
message answers the open question before any rule does; if it does not and means something
else, the form steps back, a rule answers, and the question is asked again.
"""

from abc import ABC, abstractmethod
from typing import Any, ClassVar

from rasa_sdk.events import SlotSet

from actions import say
from actions.attached import AFTER_FILE, FILE_FORM, SEND_FILE
from actions.base import PERSON, SelfcareAction, explain
from actions.handoff import ask_for_person
from actions.in_between import ANSWERS, OFFER_TOLD, PUT_ASIDE, comes_in_between, put_aside
from actions.sending import tell_how_to_send_it, wants_to_send_a_file
from actions.turn import Turn
from selfcare.answers import names_a_place
from selfcare.errors import SelfcareError
from selfcare.lexicon import says
from selfcare.report import read_report_number
from selfcare.written_report import TOPICS

REQUESTED = "requested_slot"
#: How sure the classifier must be that a message means something else than an answer.
SURE_OF_DIGRESSION = 0.8
#: What loses the customer's place: it takes more to be believed, most of all over an answer.
GIVING_UP = frozenset({"cancel", "log_out", "restart"})
SURE_OF_GIVING_UP = 0.85
#: While nothing is sent yet, these two are the same.
TAKING_BACK = frozenset({"withdraw_dispute", "cancel"})
SURE_WITHOUT_READING = 0.9
#: What may be asked or said in the middle of a form.
DIGRESSIONS = frozenset(
    {
        "greet", "goodbye", "thank", "cancel", "help", "bot_challenge",
        "change_language", "human_handoff", "complain_about_bot", "out_of_scope", "log_in",
        "log_out", "login_problem", "view_account", "check_report_status", "credit_timing",
        "opening_hours", "foreign_language", "restart", "report_news", "person_left", SEND_FILE,
    }
)  # fmt: skip
#: What has a form of its own; in the middle of another one it waits for its turn.
OTHER_JOURNEYS = ANSWERS | {*TOPICS, "report_fraud"}
#: Words of a message from which on it is a sentence.
A_SENTENCE = 4
STOP = say.choice("button_cancel", "/cancel")


def means_something_else(turn: Turn) -> bool:
    """Whether the message, surely enough, asks for something that a rule answers."""
    message = turn.message
    if _is_beside_a_photo(turn):
        return False
    if message.is_button or message.intent not in DIGRESSIONS:
        return message.intent in DIGRESSIONS
    if message.intent not in GIVING_UP:
        # A person or a machine, it is no answer: unsure between two is sure of one of them.
        return turn.likelihood(DIGRESSIONS) >= SURE_OF_DIGRESSION
    # "The first three", "from the beginning of October" are answers.
    is_place = names_a_place(message.text, turn.language)
    return message.confidence >= SURE_OF_GIVING_UP and not is_place


def _is_beside_a_photo(turn: Turn) -> bool:
    """ "Good morning, this is from my bank": whatever it sounds like, it belongs to the photo."""
    is_sentence = len(turn.message.text.split()) >= A_SENTENCE
    sounds_like = turn.message.intent in ("greet", "thank", "out_of_scope")
    return turn.follows_a_file and is_sentence and sounds_like


def asks_for_something_else(turn: Turn, question: "Question") -> bool:
    """Whether it is no answer by any reading: a sentence that asks for something, or giving up.

    Short words may be mistaken for something else, and digits are an answer's, unless they
    are a report's number.
    """
    message = turn.message
    if not means_something_else(turn) and not begins_another_journey(turn, question):
        return False
    if read_report_number(message.text):
        return True
    if any(letter.isdigit() for letter in message.text):
        return False
    if message.intent in GIVING_UP or message.intent == "change_language":
        # "Both Spanish ones" are calls, and may be taken for a wish for another language.
        return message.confidence >= SURE_WITHOUT_READING
    return len(message.text.split()) >= A_SENTENCE


def is_question(text: str) -> bool:
    """Whether somebody asks: that is no story."""
    return text.rstrip().endswith("?")


def begins_another_journey(turn: Turn, question: "Question") -> bool:
    """Whether the message, surely enough, wants something that has a form of its own."""
    message = turn.message
    if message.intent in question.words_like(turn) or message.intent not in OTHER_JOURNEYS:
        return False
    return message.confidence >= SURE_OF_DIGRESSION


def _answers_the_offer(turn: Turn) -> bool:
    """Whether it is yes or no to "would you like to talk to a person?", which was asked last;
    "send it" is meant for the question.
    """
    message = turn.message
    if says(turn.language, message.text, "submits"):
        return False
    is_short = len(message.text.split()) < A_SENTENCE
    is_answer = message.intent in ("affirm", "deny") and is_short and not message.is_button
    return turn.was_offered_a_person and is_answer


class Question(ABC):
    """One slot of a form: when it is needed, how it is asked, how an answer is read."""

    slot: ClassVar[str]
    #: Whether an answer may be a whole story, in which everything occurs.
    takes_stories: ClassVar[bool] = False
    #: Other journeys whose words answers to this question are made of: "October's bill, please".
    resembles: "ClassVar[frozenset[str]]" = frozenset()

    def words_like(self, turn: Turn) -> "frozenset[str]":
        """Other journeys that answers to this question sound like, in this turn."""
        return self.resembles

    def is_needed(self, turn: Turn) -> bool:
        """Whether this customer has to be asked."""
        return True

    @abstractmethod
    def ask(self, turn: Turn, again: bool = False) -> None:
        """Ask; `again` after an answer that was not understood."""

    @abstractmethod
    def read(self, turn: Turn) -> bool:
        """Take the answer from the message and set slots; whether it was one."""

    def guess(self, turn: Turn) -> bool:
        """Take the answer from what was said before, without asking; whether that worked."""
        return False


class Form(SelfcareAction):
    """Asks its questions in their order; the slot of an answered one is set."""

    #: Whether it ends in something that is sent.
    has_draft: ClassVar[bool] = False

    @property
    @abstractmethod
    def form(self) -> str:
        """The form's name in the domain."""

    @property
    @abstractmethod
    def questions(self) -> "tuple[Question, ...]":
        """The form's questions, in their order."""

    def name(self) -> str:
        """As Rasa wants it."""
        return f"validate_{self.form}"

    def act(self, turn: Turn) -> None:
        """One turn of the form."""
        open_question = self._question(turn.slots.get(REQUESTED))
        if turn.slots.get(AFTER_FILE) and turn.message.intent != SEND_FILE:
            turn.follows_a_file = not turn.message.is_button
            turn.set(AFTER_FILE, None)
        if turn.slots.get(PUT_ASIDE) == self.form:
            turn.set(PUT_ASIDE, None)
            self.come_back(turn)
        elif open_question is None or turn.form != self.form:
            self.go_on(turn)
        elif turn.returns_to_form:
            self.come_back(turn)
        elif comes_in_between(turn):
            turn.events.append(SlotSet(REQUESTED, open_question.slot))
            put_aside(turn)
        elif self.form != FILE_FORM and not turn.follows_a_file and wants_to_send_a_file(turn):
            tell_how_to_send_it(turn)
            self.ask(turn, open_question)
        elif self.takes_it_back(turn, open_question):
            self.step_back(turn, open_question)
        elif _answers_the_offer(turn):
            self.answer_the_offer(turn, open_question)
        elif self.is_no_answer(turn, open_question):
            self.set_aside(turn, open_question)
        else:
            self.hear(turn, open_question)

    def set_aside(self, turn: Turn, question: Question) -> None:
        """What has a form of its own waits: a rule would open that form inside this one."""
        if begins_another_journey(turn, question):
            self.ask_again(turn, question)
        else:
            self.step_back(turn, question)

    def hear(self, turn: Turn, question: Question) -> None:
        """Take the answer and go on; or find what else the message is."""
        if turn.slots.get(OFFER_TOLD):
            turn.set(OFFER_TOLD, None)
        if question.read(turn):
            turn.set("misses", 0)
            if turn.is_asking:
                turn.set(question.slot, None)
                turn.events.append(SlotSet(REQUESTED, question.slot))
            else:
                self.go_on(turn)
        elif turn.is_explained:
            self.ask_again(turn, question)
        elif turn.message.intent == "go_back" and self.go_back(turn, question):
            turn.set("misses", 0)
        elif means_something_else(turn):
            self.step_back(turn, question)
        else:
            self.ask_again(turn, question)

    def takes_it_back(self, turn: Turn, question: Question) -> bool:
        """Whether what is not sent yet is withdrawn, which means to stop."""
        message = turn.message
        is_wish = message.intent == "withdraw_dispute" and not message.is_button
        is_sure = is_wish and turn.likelihood(TAKING_BACK) >= SURE_OF_GIVING_UP
        is_other = question.takes_stories or read_report_number(message.text) is not None
        return self.has_draft and is_sure and not is_other

    def is_no_answer(self, turn: Turn, question: Question) -> bool:
        """Whether nothing has to be read: a button says what it means, another language is
        answered first, and a sentence that asks for something else holds no answer.
        """
        message = turn.message
        if message.is_button:
            return message.intent in DIGRESSIONS
        if message.intent == "foreign_language":
            return True
        return not question.takes_stories and asks_for_something_else(turn, question)

    def step_back(self, turn: Turn, question: Question) -> None:
        """Only the open question's name: Rasa takes that for "no answer" and asks the rules."""
        turn.events = [SlotSet(REQUESTED, question.slot)]

    def go_on(self, turn: Turn) -> None:
        """Ask the next open question, or finish; who was signed out meanwhile signs in first."""
        if not turn.services.signin.is_signed_in(turn.conversation):
            turn.set("signed_in", None)
        for question in self.questions:
            if not question.is_needed(turn) or turn.slots.get(question.slot) is not None:
                continue
            if question.slot == turn.reopened or not question.guess(turn):
                self.ask(turn, question)
                return
        turn.events.append(SlotSet(REQUESTED, None))

    def come_back(self, turn: Turn) -> None:
        """Ask again after something else was answered."""
        self.go_on(turn)

    def ask(self, turn: Turn, question: Question) -> None:
        """Ask, whatever goes wrong on the way."""
        turn.set(question.slot, None)
        turn.events.append(SlotSet(REQUESTED, question.slot))
        question.ask(turn)

    def ask_again(self, turn: Turn, question: Question) -> None:
        """The message was no answer: ask in other words; now and then, offer a person."""
        turn.set(question.slot, None)
        turn.events.append(SlotSet(REQUESTED, question.slot))
        if turn.is_explained:
            return
        if turn.follows_a_file and turn.message.intent not in ANSWERS and self.keep_words(turn):
            question.ask(turn)
            return
        if begins_another_journey(turn, question):
            turn.say("utter_one_thing_at_a_time")
            question.ask(turn)
            return
        question.ask(turn, again=not turn.message.is_button)
        if turn.message.is_button:
            return
        turn.miss()
        if turn.was_offered_a_person:
            turn.say("utter_not_understood_again", choices=[PERSON, STOP])

    def keep_words(self, turn: Turn) -> bool:
        """What is no answer and was written beside a photo; whether there is a place for it."""
        return False

    def answer_the_offer(self, turn: Turn, question: Question) -> None:
        """Yes: whom to reach, and how. Either way the question stays, and comes again."""
        turn.set("misses", 0)
        if turn.message.intent == "affirm":
            ask_for_person(turn)
        self.ask(turn, question)

    def go_back(self, turn: Turn, asked: Question) -> bool:
        """Reopen the question before `asked`; whether there is one."""
        earlier: Question | None = None
        for question in self.questions:
            if question is asked:
                break
            if question.is_needed(turn) and self.can_go_back_to(turn, question):
                earlier = question
        if earlier is None:
            return False
        self.ask(turn, earlier)
        return True

    def can_go_back_to(self, turn: Turn, question: Question) -> bool:
        """Whether it was answered, by the customer."""
        return turn.slots.get(question.slot) is not None

    def signed_out(self, turn: Turn) -> None:
        """Keep what was entered; the sign-in becomes the open question."""
        turn.services.signin.forget(turn.conversation)
        turn.set("signed_in", None)
        try:
            self.go_on(turn)
        except SelfcareError as error:
            explain(turn, error, self.retry)

    def failed(self, turn: Turn, error: SelfcareError) -> None:
        """Keep the question open: the next message, or "Try again", takes it up."""
        asked = turn.slots.get(REQUESTED)
        for event in turn.events:
            if event.get("event") == "slot" and event.get("name") == REQUESTED:
                asked = event["value"]
        turn.events.append(SlotSet(REQUESTED, asked or self.questions[0].slot))
        turn.set("misses", 0)
        explain(turn, error, self.retry)

    def _question(self, slot: Any) -> "Question | None":
        return next((question for question in self.questions if question.slot == slot), None)
