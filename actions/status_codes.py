"""How a report stands, for whoever has its number and the code that was sent to its contact."""

import re
from dataclasses import asdict, replace
from typing import Any

from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet

from actions import say
from actions.base import PERSON, START, SelfcareAction
from actions.form import STOP, Form, Question
from actions.turn import Turn
from selfcare.codes import DIGITS, Tried
from selfcare.errors import NotFound
from selfcare.report import statuses

#: What the button says that has a code sent.
CODE = "code"
#: What can have been filed without signing in.
UNSIGNED_PREFIXES = ("MSG", "REQ", "FLT", "CMP")
_CODE = re.compile(rf"(?<!\d)\d{{3}}[ -]?\d{{{DIGITS - 3}}}(?!\d)")


def tell_other_ways(turn: Turn, number: str) -> None:
    """Who did not sign in when it was filed need not sign in now: what there is instead."""
    if not number.startswith(UNSIGNED_PREFIXES) or turn.services.reports.unsigned is None:
        return
    phone, choices = say.phone(turn.services.hours.operator.phone), code_choices(turn, number)
    turn.say(
        "utter_status_by_code" if choices else "utter_status_where_filed",
        phone=phone,
        choices=choices,
    )


def code_choices(turn: Turn, number: str) -> "list[dict[str, Any]]":
    """The button that has a code sent, where one can be, and the report may have been filed so."""
    if turn.services.codes is None or not number.startswith(UNSIGNED_PREFIXES):
        return []
    payload = f'/check_report_status{{"report_number":"{number}","answer":"{CODE}"}}'
    return [say.choice("button_send_code", payload)]


def wants_code(turn: Turn) -> bool:
    """Whether it is the button that has a code sent, where one can be."""
    is_wish = turn.message.is_button and turn.message.entity("answer") == CODE
    return is_wish and turn.services.codes is not None


def begin_code(turn: Turn, number: str) -> None:
    """Have a code sent, and ask for it; the words are the same whether there is such a report."""
    codes = turn.services.codes
    if codes is None:
        return
    again = codes.ask(number, turn.language)
    if again is not None:
        _tell_barred(turn)
        return
    asked = replace(turn.message, intent="check_report_status", entities={"report_number": number})
    turn.services.views.note_wish(turn.conversation, asdict(asked))
    turn.say("utter_code_sent", report=number)
    turn.set("status_code", None)
    turn.events += [ActiveLoop(None), SlotSet("requested_slot", None)]
    turn.events.append(FollowupAction("status_code_form"))


class StatusCodeQuestion(Question):
    """The code; a wrong one may be tried again, a few times."""

    slot = "status_code"

    def ask(self, turn: Turn, again: bool = False) -> None:
        """Six digits."""
        response = "utter_ask_status_code_again" if again else "utter_ask_status_code"
        turn.say(response, choices=[STOP])

    def read(self, turn: Turn) -> bool:
        """What became of it is known when it ends, one way or the other."""
        found = _CODE.search(turn.message.text)
        codes = turn.services.codes
        if found is None or codes is None:
            return False
        tried = codes.check(_number(turn), re.sub(r"\D", "", found[0]))
        if tried is Tried.WRONG:
            turn.explain("utter_code_wrong")
            return False
        turn.set(self.slot, tried.value)
        return True


class StatusCodeForm(Form):
    """The code alone."""

    form = "status_code_form"
    questions = (StatusCodeQuestion(),)


class ActionTellStatus(SelfcareAction):
    """How the report stands, and no more: no words, no sums."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_tell_status"

    def act(self, turn: Turn) -> None:
        """By what became of the code."""
        became, codes = turn.slots.get("status_code"), turn.services.codes
        turn.set("status_code", None)
        if became == Tried.RIGHT.value and codes is not None:
            number = _number(turn)
            report = codes.report(number)
            known = report.status if report.status in statuses() else "acknowledged"
            status = say.message(f"status_{known}")
            turn.say("utter_status_alone", report=number, status=status, choices=START)
        elif became == Tried.BARRED.value:
            _tell_barred(turn)
        else:
            turn.say("utter_code_over", choices=code_choices(turn, _number(turn)))


def _tell_barred(turn: Turn) -> None:
    phone = say.phone(turn.services.hours.operator.phone)
    turn.say("utter_code_barred", phone=phone, choices=[PERSON])


def _number(turn: Turn) -> str:
    wish = turn.wish("check_report_status")
    number = wish.entity("report_number") if wish else None
    if not number:
        raise NotFound("no report was asked for")
    return str(number)
