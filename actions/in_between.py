"""A report is answered in the middle of a form: that comes first, then the form goes on."""

from dataclasses import asdict
from typing import Any

from rasa_sdk.events import FollowupAction

from actions.turn import Message, Turn
from selfcare.lexicon import says

OFFER = "answer_offer"
#: What a customer answers on a report.
ANSWERS = frozenset({"withdraw_dispute", OFFER, "confirm_report"})
FORM = "report_answer_form"
#: The sign-in would be over, and what waits for it forgotten, when the other form needs one too.
NOT_PUT_ASIDE = (FORM, "sign_in_form")
#: The report whose offer was told of while a form was open.
OFFER_TOLD = "offer_told"
#: The form that goes on afterwards.
PUT_ASIDE = "put_aside"
#: How sure the classifier must be that it is about the offer, where no word says so.
SURE = 0.8
#: Words from which on a message is a story in which accepting may occur.
A_STORY = 6


def comes_in_between(turn: Turn) -> bool:
    """Whether a report is answered: a button says which; words mean the offer that was just told
    of. "Yes" and "no" alone answer the form's question.
    """
    if turn.form in NOT_PUT_ASIDE or turn.message.intent == "report_news":
        return False
    if turn.message.is_button:
        is_named = turn.message.entity("report_number") is not None
        return is_named and turn.message.intent in ANSWERS
    return turn.slots.get(OFFER_TOLD) is not None and _is_about_an_offer(turn)


def put_aside(turn: Turn) -> None:
    """Open the form that answers the report; the wish behind this one is kept."""
    before = turn.wish()
    told = turn.slots.get(OFFER_TOLD)
    intent, entities = OFFER, {"report_number": told}
    if turn.message.is_button:
        intent, entities = turn.message.intent, turn.message.entities
    wish = {**asdict(turn.message), "intent": intent, "text": ""}
    wish["entities"] = {**entities, "before": asdict(before) if before else None}
    turn.services.views.note_wish(turn.conversation, wish)
    for slot in ("answered_report", "report_answer", "still_wrong", OFFER_TOLD):
        turn.set(slot, None)
    turn.set(PUT_ASIDE, turn.form)
    turn.events.append(FollowupAction(FORM))


def go_back(turn: Turn, answered: "Message | None") -> None:
    """Go on with the form that was put aside when `answered` came in between, if there is one."""
    form = turn.slots.get(PUT_ASIDE)
    if not form:
        return
    before: Any = answered.entity("before") if answered else None
    if before:
        turn.services.views.note_wish(turn.conversation, before)
    turn.events.append(FollowupAction(form))


def _is_about_an_offer(turn: Turn) -> bool:
    text, language = turn.message.text, turn.language
    is_sure = turn.message.intent == OFFER and turn.message.confidence >= SURE
    has_word = any(says(language, text, it) for it in ("accepts", "refuses"))
    return is_sure or (has_word and len(text.split()) < A_STORY)
