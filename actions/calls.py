"""The calls of a line in a billing cycle: choosing them and looking at them."""

import re
from datetime import date
from typing import Any

from actions import say
from actions.base import PERSON, SelfcareAction
from actions.call_content import asking, call_list, cost_by_kind
from actions.form import Form, Question
from actions.signin import SignedInQuestion
from actions.turn import Turn
from selfcare.account import Account, Line
from selfcare.answers import correction_in, named_cycle, read_cycle, read_line, read_position
from selfcare.bills import BillingCycle, billing_cycles
from selfcare.calls import Call
from selfcare.lexicon import is_only, says
from selfcare.money import total

#: Calls on one page of a list that is only looked at.
PAGE = 10
#: The value of the slot `line` for all numbers of the account.
ALL_LINES = "all"
#: Intents that start looking at calls or disputing them.
TRIGGERS = ("view_call_activity", "dispute_charge", "report_fraud")
#: Other journeys whose words occur in the name of a bill: "October's bill, please".
ABOUT_A_BILL = frozenset({"view_bill", "explain_bill", "request_invoice"})
#: And in the name of a line: "all my numbers".
ABOUT_A_NUMBER = frozenset({"change_number", "port_number"})


def lines_of(turn: Turn) -> "list[Line]":
    """The customer's lines."""
    return turn.services.billing.lines(turn.token)


def account_of(turn: Turn) -> Account:
    """The customer's account."""
    return turn.services.billing.account(turn.token)


def cycles_of(turn: Turn) -> "list[BillingCycle]":
    """The customer's billing cycles, the running one first."""
    account = account_of(turn)
    today = turn.services.now().astimezone(account.zone).date()
    return billing_cycles(turn.services.billing.bills(turn.token, account), today)


def cycle_in_view(turn: Turn) -> BillingCycle:
    """The chosen cycle."""
    chosen = turn.slots.get("cycle")
    cycles = cycles_of(turn)
    return next((cycle for cycle in cycles if cycle.key == chosen), cycles[0])


def calls_in_view(turn: Turn, cycle: BillingCycle) -> "list[Call]":
    """The calls of the chosen line and cycle, the latest first."""
    account = account_of(turn)
    calls = turn.services.billing.calls(turn.token, account, *cycle.instants(account))
    line = turn.slots.get("line")
    return [call for call in calls if line in (None, ALL_LINES, call.line_id)]


def line_in_view(turn: Turn) -> Any:
    """The chosen line, as it is told."""
    chosen = turn.slots.get("line")
    numbers = [line.number for line in lines_of(turn) if chosen in (None, ALL_LINES, line.id)]
    return say.several([say.phone(number) for number in numbers])


def lines_of_calls(turn: Turn, calls: "tuple[Call, ...]") -> Any:
    """The numbers that calls were made from, as they are told."""
    used = {call.line_id for call in calls}
    return say.several([say.phone(line.number) for line in lines_of(turn) if line.id in used])


class LineQuestion(Question):
    """Which telephone number, if there are several."""

    slot = "line"
    resembles = ABOUT_A_NUMBER

    def ask(self, turn: Turn, again: bool = False) -> None:
        """Offer each number, and all of them."""
        lines = lines_of(turn)
        choices = [
            say.choice("button_line", f'/inform{{"line":{position}}}', number=say.phone(it.number))
            for position, it in enumerate(lines, 1)
        ]
        choices.append(say.choice("button_all_lines", '/inform{"answer":"all"}'))
        choices.extend(self.extra_choices())
        turn.say("utter_ask_line_again" if again else "utter_ask_line", choices=choices)

    def read(self, turn: Turn) -> bool:
        """A button, the end of the number, a position, or all."""
        lines = lines_of(turn)
        position = turn.message.entity("line")
        if turn.message.entity("answer") == "all":
            chosen: str | None = ALL_LINES
        elif position is not None:
            chosen = _at(lines, position)
        else:
            chosen = self._written(turn, lines)
        names_cycle = self._keep_cycle(turn)
        if chosen is None:
            if names_cycle:
                turn.is_explained = True
                self.ask(turn)
            return False
        turn.set(self.slot, chosen)
        return True

    def extra_choices(self) -> "list[dict[str, Any]]":
        """Other ways on, after the lines."""
        return []

    def _keep_cycle(self, turn: Turn) -> bool:
        """ "The mobile, last month": the cycle need not be asked for any more. "The last one" is
        a line.
        """
        words = turn.message.text
        if not words or read_position(words, turn.language, len(lines_of(turn))):
            return False
        named = named_cycle(words, turn.language, cycles_of(turn))
        if named:
            turn.set("cycle", named.key)
        return named is not None

    def guess(self, turn: Turn) -> bool:
        """The only number there is, or one that was named at the start."""
        lines = lines_of(turn)
        if len(lines) == 1:
            turn.set(self.slot, lines[0].id)
            return True
        wish = turn.wish(*TRIGGERS)
        named = read_line(wish.text, turn.language, lines) if wish else None
        if wish is None or named is None or not any(_ends(wish.text, line) for line in lines):
            return False
        turn.set(self.slot, named.id)
        return True

    def _written(self, turn: Turn, lines: "list[Line]") -> "str | None":
        words = turn.message.text
        if says(turn.language, words, "all_lines") or _does_not_know(turn):
            return ALL_LINES  # who does not know which line finds the call among all of them
        line = read_line(words, turn.language, lines)
        return line.id if line else None


class CycleQuestion(Question):
    """Which billing cycle."""

    slot = "cycle"
    resembles = ABOUT_A_BILL | ABOUT_A_NUMBER

    def ask(self, turn: Turn, again: bool = False) -> None:
        """Offer each cycle, the running one first."""
        choices = [
            _cycle_choice(position, cycle) for position, cycle in enumerate(cycles_of(turn), 1)
        ]
        choices.extend(self.extra_choices())
        turn.say("utter_ask_cycle_again" if again else "utter_ask_cycle", choices=choices)

    def read(self, turn: Turn) -> bool:
        """A button, a month, "last month", or a position."""
        cycles = cycles_of(turn)
        position = turn.message.entity("cycle")
        if position is not None:
            key = _at_cycle(cycles, position)
        else:
            named = read_cycle(turn.message.text, turn.language, cycles)
            key = named.key if named else None
        if key is None:
            return _corrects_the_line(turn)
        turn.set(self.slot, key)
        return True

    def extra_choices(self) -> "list[dict[str, Any]]":
        """Other ways on, after the cycles."""
        return []

    def guess(self, turn: Turn) -> bool:
        """A cycle that was named at the start; a bare number there is none."""
        wish = turn.wish(*TRIGGERS)
        named = named_cycle(wish.text, turn.language, cycles_of(turn)) if wish else None
        if named is None:
            return False
        turn.set(self.slot, named.key)
        return True


def _corrects_the_line(turn: Turn) -> bool:
    """ "Actually no, all my numbers": the cycle is still to be chosen."""
    is_correction = correction_in(turn.message.text, turn.language) is not None
    return is_correction and LineQuestion().read(turn)


def _cycle_choice(position: int, cycle: BillingCycle) -> "dict[str, Any]":
    payload = f'/inform{{"cycle":{position}}}'
    if cycle.bill is None:
        return say.choice("cycle_current", payload, month=say.month(cycle))
    return say.choice(
        "cycle_billed", payload, month=say.month(cycle), amount=say.money(cycle.bill.amount)
    )


def _at(lines: "list[Line]", position: Any) -> "str | None":
    place = int(position)
    return lines[place - 1].id if 1 <= place <= len(lines) else None


def _at_cycle(cycles: "list[BillingCycle]", position: Any) -> "str | None":
    place = int(position)
    return cycles[place - 1].key if 1 <= place <= len(cycles) else None


def _does_not_know(turn: Turn) -> bool:
    """ "No sé, es del mes pasado"."""
    parts = re.split(r"[,.;!?]", turn.message.text)
    return any(is_only(turn.language, part, "unknown") for part in parts)


def _ends(text: str, line: Line) -> bool:
    """Whether `text` has at least the last three digits of the number."""
    digits = "".join(letter for letter in text if letter.isdigit())
    return line.number[-3:] in digits


class CallsForm(Form):
    """Which line and which cycle to look at."""

    form = "calls_form"
    questions = (SignedInQuestion(), LineQuestion(), CycleQuestion())


class ActionStartCalls(SelfcareAction):
    """Look at calls: from the beginning, or on another page of the same list."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_start_calls"

    def act(self, turn: Turn) -> None:
        """Open the questions, unless the list in view is to be turned over."""
        turn.note_wish()
        turn.set("signed_in", None)
        step = turn.message.entity("step")
        if turn.message.entity("page") is not None:
            return
        if wants_more(turn):
            return
        if step != "cycle":
            turn.set("line", None)
        if step != "line":
            turn.set("cycle", None)


class ActionShowCalls(SelfcareAction):
    """One page of the calls of a line in a cycle."""

    retry = "/view_call_activity"

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_show_calls"

    def act(self, turn: Turn) -> None:
        """Totals first, then the calls; those that can be disputed can be marked."""
        account, cycle = account_of(turn), cycle_in_view(turn)
        calls = calls_in_view(turn, cycle)
        span = {"line": line_in_view(turn), "period": say.period(cycle)}
        if not calls:
            turn.say("utter_no_calls", choices=[OTHER_CYCLE, PERSON], **span)
            return
        first = _first_of_page(turn, len(calls))
        page = calls[first - 1 : first - 1 + PAGE]
        last = first + len(page) - 1
        turn.services.views.show(turn.conversation, calls, last)
        if first == 1:
            cost = total((call.price for call in calls), account.currency)
            chart = cost_by_kind(calls, account.currency)
            turn.say("utter_calls", content=chart, count=len(calls), total=say.money(cost), **span)
        can_mark = any(call.ineligible is None for call in page)
        turn.say(
            asking(turn, "utter_calls_page") if can_mark else "utter_calls_page_to_look_at",
            choices=_ways_on(last, len(calls), can_mark),
            content=call_list(page, account, first, can_mark, "/dispute_charge"),
            first=first,
            last=last,
            count=len(calls),
        )


OTHER_CYCLE = say.choice("button_other_cycle", '/view_call_activity{"step":"cycle"}')


def wants_more(turn: Turn) -> bool:
    """Whether the customer asks for the rest of the list in view: "show more"."""
    view = turn.services.views.of(turn.conversation)
    is_asked = is_only(turn.language, turn.message.text, "more")
    return is_asked and view.until < len(view.calls)


def _first_of_page(turn: Turn, count: int) -> int:
    if wants_more(turn):
        return turn.services.views.of(turn.conversation).until + 1
    wanted = (int(turn.message.entity("page") or 1) - 1) * PAGE + 1
    return wanted if wanted <= count else 1


def _ways_on(last: int, count: int, can_mark: bool) -> "list[dict[str, Any]]":
    ways = []
    if last < count:
        page = last // PAGE + 1
        ways.append(say.choice("button_more", f'/view_call_activity{{"page":{page}}}'))
    if can_mark:
        ways.append(say.choice("button_dispute_these", "/dispute_charge"))
    return [*ways, OTHER_CYCLE]


def today_of(turn: Turn) -> date:
    """The day it is for the customer."""
    return turn.services.now().astimezone(account_of(turn).zone).date()
