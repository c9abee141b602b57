"""Signing in and out, and the account."""

from typing import Any

from rasa_sdk.events import FollowupAction, SlotSet

from actions import say
from actions.base import START, SelfcareAction
from actions.form import Form, Question
from actions.turn import Turn


class SignedInQuestion(Question):
    """A form's first question: answered by signing in on the operator's page."""

    slot = "signed_in"

    def ask(self, turn: Turn, again: bool = False) -> None:
        """Give the link and the code; the same ones while they are good."""
        prompt = turn.services.signin.begin(turn.conversation, turn.language)
        response = "utter_sign_in_waiting" if again else "utter_sign_in"
        if not again and _was_signed_out(turn):
            response = "utter_signed_out_meanwhile"
        link = {
            "kind": "link",
            "title": say.message("button_sign_in"),
            "url": prompt.link,
            "code": prompt.code,
        }
        turn.say(response, content=link, code=prompt.code, link=prompt.link)

    def read(self, turn: Turn) -> bool:
        """Whatever the message says: the sign-in has come, or it has not."""
        name = turn.services.signin.name_of(turn.conversation)
        if name is None:
            return False
        turn.say("utter_signed_in", name=name)
        turn.set(self.slot, True)
        return True

    def guess(self, turn: Turn) -> bool:
        """Who is signed in already is not asked."""
        if not turn.services.signin.is_signed_in(turn.conversation):
            return False
        turn.set(self.slot, True)
        return True


def _was_signed_out(turn: Turn) -> bool:
    """Whether the sign-in was lost in the middle of this form, and not at the customer's wish."""
    was_signed_in = turn.tracker.get_slot("signed_in") is True and turn.form is not None
    return was_signed_in and turn.message.intent != "log_out"


class SignInForm(Form):
    """Nothing but the sign-in; what waits for it goes on afterwards."""

    form = "sign_in_form"
    questions = (SignedInQuestion(),)


class ActionSignIn(SelfcareAction):
    """Start signing in, unless that is done."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_sign_in"

    def act(self, turn: Turn) -> None:
        """Open the sign-in form, where no other form asks for it."""
        name = turn.services.signin.name_of(turn.conversation)
        if name:
            turn.say("utter_already_signed_in", name=name)
        elif not turn.form:
            turn.set("resume", None)
            turn.set("signed_in", None)
            turn.events.append(FollowupAction("sign_in_form"))


class ActionResume(SelfcareAction):
    """Signed in: go on with what was asked for before."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_resume"

    def act(self, turn: Turn) -> None:
        """Follow up what waited, or offer what there is."""
        waiting: Any = turn.slots.get("resume")
        name = turn.services.signin.name_of(turn.conversation)
        if name and turn.slots.get("signed_in") is None:
            turn.say("utter_signed_in", name=name)
        turn.set("signed_in", None)
        turn.set("resume", None)
        if waiting:
            turn.events.append(FollowupAction(waiting))
        else:
            turn.say("utter_what_next", choices=START)


class ActionLogOut(SelfcareAction):
    """Sign out here; a draft stays."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_log_out"

    def act(self, turn: Turn) -> None:
        """Forget the token, whatever the provider says."""
        was_signed_in = turn.services.signin.sign_out(turn.conversation)
        turn.services.views.hide(turn.conversation)
        turn.say("utter_logged_out" if was_signed_in else "utter_not_signed_in")
        if not turn.form:
            turn.events.extend(SlotSet(slot, None) for slot in ("signed_in", "line", "cycle"))


class ActionLoginProblem(SelfcareAction):
    """What to do about a forgotten password, a lock, a code that does not come."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_login_problem"

    def act(self, turn: Turn) -> None:
        """Name the ways out and a person's number."""
        turn.say("utter_login_problem", phone=say.phone(turn.services.hours.operator.phone))


class ActionAccount(SelfcareAction):
    """The account number, the holder and the lines."""

    retry = "/view_account"

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_account"

    def act(self, turn: Turn) -> None:
        """Read them out."""
        billing, token = turn.services.billing, turn.token
        account, lines = billing.account(token), billing.lines(token)
        turn.say(
            "utter_account",
            account=account.id,
            name=account.holder,
            count=len(lines),
            lines=say.several([say.phone(line.number) for line in lines]),
        )
