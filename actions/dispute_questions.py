"""What else a dispute needs: a bill or a payment, the customer's words, and the confirmation."""

from datetime import date, timedelta
from typing import Any

from actions import say
from actions.calls import (
    ABOUT_A_BILL,
    TRIGGERS,
    account_of,
    cycles_of,
    today_of,
)
from actions.disputed_calls import changes_the_calls, is_about_calls
from actions.form import A_SENTENCE, DIGRESSIONS, OTHER_JOURNEYS, Question, is_question
from actions.turn import Turn
from selfcare.answers import (
    named_cycle,
    read_amount,
    read_cycle,
    read_day,
    read_means,
    read_place,
    says_only,
)
from selfcare.bills import BillingCycle
from selfcare.dispute import (
    ABOUT_PAYMENT,
    LONGEST_WORDS,
    MEANS_OF_PAYMENT,
    NEED_WORDS,
)
from selfcare.entities import Entity, read_entities
from selfcare.lexicon import is_only, says
from selfcare.money import Money

#: What a customer asks the assistant for, and seldom writes to whoever reads the dispute.
NOT_IN_A_STORY = DIGRESSIONS - {"out_of_scope", "greet", "thank", "credit_timing"} | {"go_back"}
SURE_OF_A_REQUEST = 0.9
#: What a question is about that somebody asks the assistant, and not the dispute's reader.
ANSWERED = DIGRESSIONS | OTHER_JOURNEYS
#: Other journeys whose words occur in how, when and what somebody paid.
ABOUT_A_PAYMENT = frozenset({"report_payment", "payment_options"})
EXAMPLE_MINOR_UNITS = 4550
EXAMPLE_DAYS_AGO = 9


def is_about_payment(turn: Turn) -> bool:
    """Whether a payment is disputed."""
    return turn.slots.get("dispute_reason") in ABOUT_PAYMENT


def put(turn: Turn, slot: str, value: Any, **said: Any) -> bool:
    """Note an answer in the draft, and in its slot that it was given."""
    turn.services.drafts.change(turn.conversation, **said)
    turn.set(slot, value)
    return True


class BillQuestion(Question):
    """Which bill, where no calls tell."""

    slot = "disputed_bill"
    resembles = ABOUT_A_BILL

    def is_needed(self, turn: Turn) -> bool:
        """For all but calls and payments."""
        reason = turn.slots.get("dispute_reason")
        return reason not in (None, *ABOUT_PAYMENT) and not is_about_calls(turn)

    def ask(self, turn: Turn, again: bool = False) -> None:
        """Offer the bills, the latest first."""
        choices = [
            say.choice(
                "cycle_billed",
                f'/inform{{"cycle":{position}}}',
                month=say.month(cycle),
                amount=say.money(cycle.bill.amount),
            )
            for position, cycle in enumerate(billed_cycles(turn), 1)
            if cycle.bill
        ]
        turn.say(
            "utter_ask_disputed_bill_again" if again else "utter_ask_disputed_bill", choices=choices
        )

    def read(self, turn: Turn) -> bool:
        """A button, a month, or a position."""
        billed = billed_cycles(turn)
        position = turn.message.entity("cycle")
        if position is not None:
            place = int(position)
            return 1 <= place <= len(billed) and self._take(turn, billed[place - 1])
        cycle = read_cycle(turn.message.text, turn.language, billed)
        return cycle is not None and self._take(turn, cycle)

    def guess(self, turn: Turn) -> bool:
        """The cycle that was chosen before it turned out not to be about calls, or was named."""
        chosen = turn.slots.get("cycle")
        cycle = next((it for it in billed_cycles(turn) if it.key == chosen), None)
        wish = turn.wish(*TRIGGERS)
        if cycle is None and wish:
            cycle = named_cycle(wish.text, turn.language, billed_cycles(turn))
        return cycle is not None and self._take(turn, cycle)

    def _take(self, turn: Turn, cycle: BillingCycle) -> bool:
        if cycle.bill is None:
            return False
        return put(turn, self.slot, cycle.key, bill_id=cycle.bill.id, bill_number=cycle.bill.number)


def billed_cycles(turn: Turn) -> "list[BillingCycle]":
    """The cycles that have a bill, the latest first."""
    return [cycle for cycle in cycles_of(turn) if cycle.bill]


class PaymentAmountQuestion(Question):
    """How much was paid."""

    slot = "payment_amount"
    resembles = ABOUT_A_PAYMENT

    def is_needed(self, turn: Turn) -> bool:
        """For a payment that was not credited."""
        return is_about_payment(turn)

    def ask(self, turn: Turn, again: bool = False) -> None:
        """With an example of how to write it, if it was not read."""
        if not again:
            turn.say("utter_ask_payment_amount")
            return
        example = Money(EXAMPLE_MINOR_UNITS, account_of(turn).currency)
        turn.say("utter_ask_payment_amount_again", example=say.money(example))

    def read(self, turn: Turn) -> bool:
        """A sum of money in the account's currency."""
        amount = read_amount(turn.message.text, turn.language, account_of(turn).currency)
        return amount is not None and put(turn, self.slot, amount.minor, amount=amount)

    def guess(self, turn: Turn) -> bool:
        """The one sum that was named at the start."""
        sums = [it for it in _said_at_the_start(turn) if it.name == "amount"]
        currency = account_of(turn).currency
        if len(sums) != 1 or sums[0].value["currency"] != currency or _is_known(turn, "amount"):
            return False
        amount = Money(sums[0].value["minor"], currency)
        return put(turn, self.slot, amount.minor, amount=amount)


class PaymentDateQuestion(Question):
    """On what day it was paid."""

    slot = "payment_date"
    resembles = ABOUT_A_PAYMENT

    def is_needed(self, turn: Turn) -> bool:
        """For a payment that was not credited."""
        return is_about_payment(turn)

    def ask(self, turn: Turn, again: bool = False) -> None:
        """Today and yesterday as buttons."""
        choices = [
            say.choice("button_today", '/inform{"answer":"today"}'),
            say.choice("button_yesterday", '/inform{"answer":"yesterday"}'),
        ]
        if again:
            example = say.day(today_of(turn) - timedelta(days=EXAMPLE_DAYS_AGO))
            turn.say("utter_ask_payment_date_again", choices=choices, example=example)
        else:
            turn.say("utter_ask_payment_date", choices=choices)

    def read(self, turn: Turn) -> bool:
        """A day that is not to come."""
        today = today_of(turn)
        ago = {"today": 0, "yesterday": 1}.get(str(turn.message.entity("answer")))
        if ago is not None:
            day = today - timedelta(days=ago)
        else:
            now = turn.services.now().astimezone(account_of(turn).zone)
            written = turn.message.text
            read = read_day(written, turn.language, now) if written else None
            if read is None:
                return False
            day = read
        if day > today:
            turn.explain("utter_payment_date_in_future")
            return False
        return put(turn, self.slot, day.isoformat(), day=day)

    def guess(self, turn: Turn) -> bool:
        """The one day that was named at the start."""
        named = [it.value for it in _said_at_the_start(turn) if it.name == "date"]
        days = [date.fromisoformat(it) for it in named]
        if len(days) != 1 or days[0] > today_of(turn) or _is_known(turn, "day"):
            return False
        return put(turn, self.slot, days[0].isoformat(), day=days[0])


def _said_at_the_start(turn: Turn) -> "list[Entity]":
    """The values in the words with which the dispute began."""
    wish = turn.wish("dispute_charge")
    if wish is None or not wish.text:
        return []
    now = turn.services.now().astimezone(account_of(turn).zone)
    return read_entities(wish.text, turn.language, now, country="")


def _is_known(turn: Turn, name: str) -> bool:
    """Whether it was answered before and is asked for again: then the start does not tell it."""
    draft = turn.services.drafts.of(turn.conversation)
    return draft is not None and getattr(draft, name) is not None


class PaymentMeansQuestion(Question):
    """How it was paid."""

    slot = "payment_means"
    resembles = ABOUT_A_PAYMENT

    def is_needed(self, turn: Turn) -> bool:
        """For a payment that was not credited."""
        return is_about_payment(turn)

    def ask(self, turn: Turn, again: bool = False) -> None:
        """The usual means as buttons."""
        choices = [
            say.choice(f"means_{means}", f'/inform{{"answer":"{means}"}}')
            for means in MEANS_OF_PAYMENT
        ]
        response = "utter_ask_payment_means_again" if again else "utter_ask_payment_means"
        turn.say(response, choices=choices)

    def read(self, turn: Turn) -> bool:
        """A button or the word for it."""
        text = turn.message.text
        means = (
            turn.message.entity("answer")
            or read_place(text, turn.language, MEANS_OF_PAYMENT)
            or read_means(text, turn.language)
        )
        return means in MEANS_OF_PAYMENT and put(turn, self.slot, means, means=means)


class OwnWordsQuestion(Question):
    """What the customer wants to add; some reasons say nothing without it."""

    slot = "own_words"
    takes_stories = True

    def needs_words(self, turn: Turn) -> bool:
        """Whether it says nothing without them."""
        return turn.slots.get("dispute_reason") in NEED_WORDS

    def ask(self, turn: Turn, again: bool = False) -> None:
        """Ask for what this reason needs; where nothing is needed, nothing is an answer."""
        reason = turn.slots.get("dispute_reason")
        if reason in ("payment_plan_denied", "service_lost"):
            turn.say(f"utter_ask_own_words_{reason}")
        elif self.needs_words(turn):
            turn.say("utter_ask_own_words_needed")
        else:
            no_words = say.choice("button_no_words", '/inform{"answer":"no_words"}')
            turn.say("utter_ask_own_words", choices=[no_words])

    def read(self, turn: Turn) -> bool:
        """Any words that ask for nothing else; "no" where none are needed."""
        words = turn.message.text
        optional = not self.needs_words(turn)
        if changes_the_calls(turn):
            return not turn.is_explained
        if optional and _wants_it_sent(turn):
            return put(turn, self.slot, False, words="")
        if turn.message.entity("answer") == "no_words" and optional:
            return put(turn, self.slot, False, words="")
        if is_only(turn.language, words, "nothing_to_add"):
            return optional and put(turn, self.slot, False, words="")
        if not any(letter.isalpha() for letter in words) or _asks_for_something(turn):
            return False
        if _says_no(turn):
            return optional and put(turn, self.slot, False, words="")
        return take_words(turn, self.slot, words)


def take_words(turn: Turn, slot: str, words: str) -> bool:
    """Keep them in the draft, unless there are more than anybody could pass on."""
    if len(words) > LONGEST_WORDS:
        turn.explain("utter_own_words_too_long", limit=LONGEST_WORDS)
        return False
    return put(turn, slot, True, words=words)


def _asks_for_something(turn: Turn) -> bool:
    """Whether words that could be part of a story surely ask for something else, or only agree."""
    message = turn.message
    if message.intent == "affirm" and len(message.text.split()) < A_SENTENCE:
        return True
    if is_question(message.text) and message.intent in ANSWERED:
        return True
    return message.intent in NOT_IN_A_STORY and message.confidence >= SURE_OF_A_REQUEST


def _wants_it_sent(turn: Turn) -> bool:
    """ "Yes, send it": there is nothing to add."""
    text, language = turn.message.text, turn.language
    is_all = says_only(text, language, "submits", "agreed", "courtesies")
    return is_all and says(language, text, "submits")


def _says_no(turn: Turn) -> bool:
    """Whether a few words refuse, surely enough: a story may begin with "no" as well."""
    message = turn.message
    is_short = len(message.text.split()) < A_SENTENCE
    return message.intent == "deny" and is_short and message.confidence >= SURE_OF_A_REQUEST
