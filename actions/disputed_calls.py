"""Which calls are disputed: line, cycle, and the calls themselves."""

from dataclasses import replace
from typing import Any

from actions import say
from actions.call_content import asking, call_list
from actions.calls import (
    CycleQuestion,
    LineQuestion,
    account_of,
    calls_in_view,
    cycle_in_view,
    cycles_of,
    line_in_view,
)
from actions.form import Question
from actions.turn import Message, Turn
from selfcare.answers import correction_in, named_cycle, read_step
from selfcare.calls import Call
from selfcare.choice import NO_CALL, Choice, read_choice, read_positions, says_none
from selfcare.dispute import ABOUT_CALLS
from selfcare.lexicon import is_only, says
from selfcare.money import total

#: The value of the slot `disputed_calls` where the dispute is about something else.
NO_CALLS = "none"

#: Why a call cannot be disputed that can be, once it is on a bill.
UNBILLED = "unbilled"

NOT_A_CALL = say.choice("button_not_a_call", '/inform{"answer":"not_a_call"}')
OTHER_CYCLE = say.choice("button_other_cycle", '/inform{"step":"cycle"}')
OTHER_LINE = say.choice("button_other_line", '/inform{"step":"line"}')
WAYS_OUT = [OTHER_CYCLE, NOT_A_CALL]


def is_about_calls(turn: Turn) -> bool:
    """Whether calls have to be chosen: unless the reason, or the customer, says otherwise."""
    if turn.slots.get("disputed_calls") is not None:
        return bool(turn.slots["disputed_calls"] != NO_CALLS)
    return turn.slots.get("dispute_reason") in (None, "other", *ABOUT_CALLS)


def says_not_a_call(turn: Turn) -> bool:
    """Whether the customer said that it is about something else; then that is remembered."""
    if turn.message.entity("answer") != "not_a_call":
        return False
    turn.set("disputed_calls", NO_CALLS)
    turn.services.drafts.change(turn.conversation, calls=())
    return True


class AboutCalls(Question):
    """A question that only calls need, with a way out for those who dispute something else."""

    def is_needed(self, turn: Turn) -> bool:
        """Only for calls."""
        return is_about_calls(turn)

    def read(self, turn: Turn) -> bool:
        """An answer, or that it is not about calls."""
        return says_not_a_call(turn) or super().read(turn)  # type: ignore[safe-super]

    def extra_choices(self) -> "list[dict[str, Any]]":
        """The way out."""
        return [NOT_A_CALL]


class DisputedLine(AboutCalls, LineQuestion):
    """Which number the calls are from."""


class DisputedCycle(AboutCalls, CycleQuestion):
    """Which cycle the calls are in."""


class DisputedCallsQuestion(Question):
    """Which of the charged calls are wrong."""

    slot = "disputed_calls"
    resembles = frozenset({"report_fraud"})

    def is_needed(self, turn: Turn) -> bool:
        """Unless it is about a payment or a bill."""
        return is_about_calls(turn)

    def ask(self, turn: Turn, again: bool = False) -> None:
        """The calls with a charge; those that cannot be disputed stay in sight, with why."""
        if again:
            turn.say(asking(turn, "utter_ask_disputed_calls_again"), choices=WAYS_OUT)
            return
        account, cycle = account_of(turn), cycle_in_view(turn)
        calls = [call for call in calls_in_view(turn, cycle) if call.is_charged]
        if not calls:
            turn.say(
                "utter_no_disputable_calls",
                choices=[OTHER_CYCLE, OTHER_LINE, NOT_A_CALL],
                line=line_in_view(turn),
                period=say.period(cycle),
            )
            return
        turn.services.views.show(turn.conversation, calls, len(calls))
        can_mark = any(call.ineligible is None for call in calls)
        none = "utter_no_eligible_call_listed"
        if all(call.ineligible == UNBILLED for call in calls):
            none += "_yet"
        turn.say(
            asking(turn, "utter_ask_disputed_calls") if can_mark else none,
            choices=WAYS_OUT,
            content=call_list(calls, account, 1, can_mark, "/inform"),
        )

    def read(self, turn: Turn) -> bool:
        """Positions, words, another list, or that it is not about calls."""
        if says_not_a_call(turn):
            return True
        if turn.message.entity("step") in ("cycle", "line"):
            self._look_elsewhere(turn, turn.message.entity("step"))
            return True
        if is_only(turn.language, turn.message.text, "more"):
            turn.is_explained = True
            self.ask(turn)  # these are all that there are
            return False
        if turn.message.intent == "view_call_activity" and self._names_another_cycle(turn):
            return True
        shown = turn.services.views.of(turn.conversation).calls
        choice = choice_of(turn, turn.message, shown)
        chooses_none = choice is None or choice == NO_CALL
        if chooses_none and self._turns_to_another_cycle(turn):
            return True
        return choice is not None and self.take(turn, choice, shown)

    def guess(self, turn: Turn) -> bool:
        """Calls that were marked on, or named from, the list in view."""
        wish = turn.wish("dispute_charge", "report_fraud")
        shown = turn.services.views.of(turn.conversation).calls
        has_begun = turn.slots.get("requested_slot") is not None
        if wish is None or not shown or has_begun:
            return False
        choice = choice_of(turn, wish, shown)
        if choice is None or choice.missing or not choice.positions:
            return False
        return self.take(turn, choice, shown) and turn.slots.get(self.slot) is not None

    def take(self, turn: Turn, choice: Choice, shown: "tuple[Call, ...]") -> bool:
        """Put the eligible ones down and say which are not; whether anything was understood."""
        if choice.missing:
            turn.explain(
                "utter_calls_not_on_list",
                count=len(choice.missing),
                positions=say.several([str(position) for position in choice.missing]),
                last=len(shown),
                choices=WAYS_OUT,
            )
            return False
        if not choice.positions:
            says_so = says_none(turn.message.text, turn.language)
            response = "utter_no_call_chosen" if says_so else "utter_no_call_matches"
            turn.explain(response, choices=WAYS_OUT)
            return False
        chosen = [shown[position - 1] for position in choice.positions]
        calls = tuple(call for call in chosen if call.ineligible is None)
        _say_ineligible(turn, [call for call in chosen if call.ineligible])
        if not calls:
            none = "utter_no_eligible_call_chosen"
            if any(call.ineligible == UNBILLED for call in chosen):
                none += "_yet"
            turn.explain(none, choices=WAYS_OUT)
            return False
        turn.services.drafts.change(turn.conversation, calls=calls, bill_id=None)
        turn.set(self.slot, ",".join(map(str, choice.positions)))
        amount = total((call.price for call in calls), calls[0].price.currency)
        turn.say("utter_calls_chosen", count=len(calls), amount=say.money(amount))
        return True

    def _look_elsewhere(self, turn: Turn, step: str) -> None:
        """Choose the cycle or the line anew; the calls come after."""
        turn.set(step, None)
        turn.set(self.slot, None)
        turn.reopened = step

    def _turns_to_another_cycle(self, turn: Turn) -> bool:
        """ "October", where the list is November's: its calls are shown."""
        if not turn.message.text:
            return False
        named = named_cycle(turn.message.text, turn.language, cycles_of(turn))
        if named is None or named.key == cycle_in_view(turn).key:
            return False
        turn.set("cycle", named.key)
        turn.set(self.slot, None)
        turn.reopened = self.slot
        return True

    def _names_another_cycle(self, turn: Turn) -> bool:
        if DisputedCycle().read(turn):
            return True
        self._look_elsewhere(turn, "cycle")
        return True


def changes_the_calls(turn: Turn) -> bool:
    """Whether the message goes back to the calls that were marked: "no wait, just 2" marks others,
    "show me the list again" asks for them anew.
    """
    message = turn.message
    if not message.text or turn.slots.get("disputed_calls") in (None, NO_CALLS):
        return False
    corrected = correction_in(message.text, turn.language)
    if corrected:
        shown = turn.services.views.of(turn.conversation).calls
        choice = choice_of(turn, replace(message, text=corrected), shown)
        if choice is not None and choice != NO_CALL:
            DisputedCallsQuestion().take(turn, choice, shown)
            return True
    if not says(turn.language, message.text, "shows_again"):
        return False
    if read_step(message.text, turn.language) != "calls" or message.reason() is not None:
        return False
    turn.set("disputed_calls", None)
    turn.reopened = "disputed_calls"
    return True


def choice_of(turn: Turn, message: Message, shown: "tuple[Call, ...]") -> "Choice | None":
    """What a message chooses: marked on the list, or in words, by the customer's clock."""
    marked = message.entity("choice")
    if marked:
        return read_positions(str(marked), len(shown))
    if not shown or not message.text:
        return None
    now = turn.services.now().astimezone(account_of(turn).zone)
    return read_choice(message.text, turn.language, shown, now)


def _say_ineligible(turn: Turn, calls: "list[Call]") -> None:
    if not calls:
        return
    zone = account_of(turn).time_zone
    lines = [
        say.message(
            "ineligible_call",
            call=say.call_title(call, zone),
            reason=say.ineligible(call.ineligible or "other"),
        )
        for call in calls
    ]
    turn.say("utter_calls_not_eligible", count=len(calls), calls=say.first_lines(lines))
