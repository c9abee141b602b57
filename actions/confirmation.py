"""The summary of what will be sent: only a plain yes sends it, and anything can be changed."""

from typing import Any

from actions import say
from actions.attached import files_of, leave_files_out, words_and_files
from actions.calls import account_of, lines_of_calls
from actions.dispute_questions import billed_cycles, is_about_payment, put
from actions.disputed_calls import NO_CALLS, changes_the_calls, is_about_calls
from actions.form import STOP, Question, means_something_else
from actions.turn import Turn
from selfcare.answers import names_a_place, read_plain_answer, read_step, says_only
from selfcare.draft import Draft
from selfcare.lexicon import says
from selfcare.money import total

#: Whether the customer was asked what to change: then "yes" sends nothing.
CHANGING = "changing"
WITHOUT_FILES = say.choice("button_change_files", '/inform{"step":"files"}')


def agrees(turn: Turn) -> bool:
    """Whether it is a plain yes, in so many words, with no reservation, number or month in it, and
    not to taking back what is not sent yet.

    The classifier alone is not enough: "quick" and "done" sound like a yes to it.
    """
    message = turn.message
    if message.intent != "affirm" or message.is_button:
        return message.intent == "affirm"
    has_word = says(turn.language, message.text, "agreed")
    has_more = any(says(turn.language, message.text, it) for it in ("reservations", "withdraws"))
    return has_word and not has_more and not names_a_place(message.text, turn.language)


class ConfirmQuestion(Question):
    """The summary: send it, or change something."""

    slot = "confirmed"
    resembles = frozenset({"add_dispute_information"})
    change = say.choice("button_change", '/inform{"step":"any"}')

    def ask(self, turn: Turn, again: bool = False) -> None:
        """Everything that will be sent."""
        turn.set(CHANGING, None)
        choices = [say.choice("button_submit", "/affirm"), self.change, STOP]
        if again:
            turn.say("utter_ask_confirmed_again", choices=choices)
            return
        draft = turn.services.drafts.of(turn.conversation) or Draft()
        self.summarise(turn, draft, choices)

    def summarise(self, turn: Turn, draft: Draft, choices: "list[dict[str, Any]]") -> None:
        """What is disputed, why, and in which words."""
        _summarise(turn, draft, choices)

    def read(self, turn: Turn) -> bool:
        """Yes; or what to change, which reopens that question."""
        if turn.follows_a_file and _plain_answer(turn) is None:
            # Written beside a photo, before this summary was seen: "yes, that is the receipt".
            return False
        if changes_the_calls(turn):
            return not turn.is_explained
        says_send = says(turn.language, turn.message.text, "submits")
        may_send = turn.message.is_button or says_send or not turn.slots.get(CHANGING)
        if may_send and agrees(turn):
            return put(turn, self.slot, True, confirmed=True)
        if means_something_else(turn):
            return False
        if not turn.message.is_button and _wants_no_change(turn):
            self.ask(turn)
            turn.is_asking = True
            return True
        step = self.step_named(turn)
        if step in self.steps(turn):
            self.reopen(turn, step)
            return True
        is_undecided = turn.message.intent == "affirm" and not may_send
        if step or is_undecided or self._takes_back(turn):
            turn.set(CHANGING, True)
            turn.say("utter_ask_what_to_change", choices=self.changes(turn))
            turn.is_asking = True
            return True
        return False

    def step_named(self, turn: Turn) -> "str | None":
        """What the customer wants to change, whether or not that is part of it."""
        said = turn.message.entity("step") or read_step(turn.message.text, turn.language)
        return str(said) if said else None

    def _takes_back(self, turn: Turn) -> bool:
        message = turn.message
        is_no = message.intent in ("deny", "go_back")
        return is_no or says(turn.language, message.text, "withdraws")

    def steps(self, turn: Turn) -> "dict[str, tuple[str, ...]]":
        """What can be changed, and the slots that go with it."""
        steps: dict[str, tuple[str, ...]] = {"reason": ("dispute_reason",)}
        if is_about_calls(turn):
            steps["calls"] = ("disputed_calls",)
        elif is_about_payment(turn):
            steps["payment"] = ("payment_amount", "payment_date", "payment_means")
        else:
            steps["bill"] = ("disputed_bill",)
        steps["words"] = ("own_words",)
        return {**steps, **self.step_of_files(turn)}

    def step_of_files(self, turn: Turn) -> "dict[str, tuple[str, ...]]":
        """To leave out the files, where there are any."""
        draft = turn.services.drafts.of(turn.conversation)
        return {"files": ()} if draft and files_of(turn, draft) else {}

    def changes(self, turn: Turn) -> "list[dict[str, Any]]":
        """What can be changed, and the ways out."""
        buttons = [
            say.choice(f"button_change_{step}", f'/inform{{"step":"{step}"}}')
            for step in self.steps(turn)
        ]
        return [*buttons, say.choice("button_submit", "/affirm"), STOP]

    def reopen(self, turn: Turn, step: str) -> None:
        """Ask again what belongs to `step`; the files only go."""
        if step == "files":
            leave_files_out(turn)
            return
        slots = self.steps(turn)[step]
        for slot in slots:
            turn.set(slot, None)
        if step == "reason" and turn.slots.get("disputed_calls") == NO_CALLS:
            turn.set("disputed_bill", None)
        turn.reopened = slots[0]


def _wants_no_change(turn: Turn) -> bool:
    """ "Nothing to add", "no" to what to change: the summary holds."""
    text, was_asked = turn.message.text, bool(turn.slots.get(CHANGING))
    is_no = read_plain_answer(text, turn.language, ("agreed",), ("denied", "nothing_to_add"))
    return is_no is False and (was_asked or not says_only(text, turn.language, "denied"))


def _plain_answer(turn: Turn) -> "bool | None":
    return read_plain_answer(turn.message.text, turn.language, ("agreed",), ("denied",))


def _summarise(turn: Turn, draft: Draft, choices: "list[dict[str, Any]]") -> None:
    common = {"reason": say.reason(draft.reason), "words": words_and_files(turn, draft)}
    if draft.calls:
        zone = account_of(turn).time_zone
        amount = total((call.price for call in draft.calls), draft.calls[0].price.currency)
        listed = [
            say.message(
                "call_in_summary",
                when=say.moment(call.started, zone),
                number=say.phone(call.number),
                price=say.money(call.price),
            )
            for call in draft.calls
        ]
        turn.say(
            "utter_ask_confirmed_calls",
            choices=choices,
            count=len(draft.calls),
            line=lines_of_calls(turn, draft.calls),
            calls=say.first_lines(listed),
            amount=say.money(amount),
            **common,
        )
    elif draft.amount and draft.day and draft.means:
        turn.say(
            "utter_ask_confirmed_payment",
            choices=choices,
            amount=say.money(draft.amount),
            date=say.day(draft.day),
            means=say.message(f"means_{draft.means}"),
            **common,
        )
    else:
        turn.say("utter_ask_confirmed_bill", choices=choices, bill=_bill(turn, draft), **common)


def _bill(turn: Turn, draft: Draft) -> Any:
    """The bill's number, and which one that is."""
    cycle = next(
        (it for it in billed_cycles(turn) if it.bill and it.bill.id == draft.bill_id), None
    )
    if cycle is None or cycle.bill is None:
        return draft.bill_number or ""
    return say.message(
        "bill_in_summary",
        number=cycle.bill.number,
        month=say.month(cycle),
        amount=say.money(cycle.bill.amount),
    )
