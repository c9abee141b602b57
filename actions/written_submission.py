"""Sending what a customer has written down, and saying what became of it."""

from typing import Any

from rasa_sdk.events import SlotSet

from actions import say, when
from actions.attached import attach_files, tell_what_is_attached, tell_what_is_missing
from actions.base import PERSON, START, SelfcareAction
from actions.reply_questions import reply_to
from actions.turn import Turn
from selfcare.draft import Draft
from selfcare.errors import NotFound, Rejected, SelfcareError, TimedOut
from selfcare.filing import Filed
from selfcare.report import Report
from selfcare.written_report import TOPICS, team_for

#: What a written report was asked for.
OWN_SLOTS = ("own_words", "reply_way", "reply_contact", "confirmed")


class ActionSubmitWrittenReport(SelfcareAction):
    """Send the confirmed words, once, and give the number that the backend gave."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_submit_written_report"

    def act(self, turn: Turn) -> None:
        """Submit, and say who answers by when."""
        draft = turn.services.drafts.of(turn.conversation) or Draft()
        token = "" if draft.unsigned else turn.token
        filed = turn.services.filing.submit(turn.conversation, token)
        report = filed.report
        choices = [say.choice("button_follow_up", say.follow_up(report.number))]
        turn.events.extend(SlotSet(slot, None) for slot in OWN_SLOTS)
        attached = attach_files(turn, report.number, filed.gone)
        response, told = self._told(turn, filed)
        if not self._is_files_alone(turn):
            turn.say(response, choices=None if attached.done else choices, **told)
        if draft.unsigned and draft.promised and not filed.before:
            turn.say("utter_message_belongs_here")
        tell_what_is_attached(turn, report.number, attached, choices)
        tell_what_is_missing(turn, report.number, attached)

    def _is_files_alone(self, turn: Turn) -> bool:
        """Whether nothing else was sent: then what became of the files says it all."""
        draft = turn.services.drafts.of(turn.conversation)
        return draft is not None and draft.about is not None and not draft.words

    def _told(self, turn: Turn, filed: Filed) -> "tuple[str, dict[str, Any]]":
        """What is said of the report, and by when who answers it."""
        report = filed.report
        if filed.before:
            return "utter_written_report_filed_before", {"report": report.number}
        draft = turn.services.drafts.of(turn.conversation) or Draft()
        if draft.promised:
            return "utter_message_filed", self._told_of_message(draft, report, turn)
        told: dict[str, Any] = {"report": report.number}
        response = "utter_added_to_report"
        if not draft.about:
            told["team"] = topic_and_team(draft)["team"]
            response = "utter_written_report_filed"
        if report.answer_by:
            told["answer_by"] = say.day(report.answer_by)
        else:
            response += "_undated"
        return response, told

    def _told_of_message(self, draft: Draft, report: Report, turn: Turn) -> "dict[str, Any]":
        """Its number, and by when the answer is where, as billing has agreed to."""
        if report.answer_at and report.answer_at == draft.promised:
            by = when.by(turn, report.answer_at)
        elif report.answer_by:
            by = say.message("by_day", day=say.day(report.answer_by))
        else:
            by = say.message("by_soon")
        return {"report": report.number, "by": by, "reply": reply_to(draft)}

    def failed(self, turn: Turn, error: SelfcareError) -> None:
        """The draft stays, so that it can be sent again."""
        again = say.choice("button_retry", self.retry)
        if isinstance(error, NotFound):
            turn.say("utter_written_report_gone", choices=START)
        elif isinstance(error, TimedOut):
            turn.say("utter_written_report_unsure", choices=[again, PERSON])
        elif isinstance(error, Rejected):
            turn.say("utter_written_report_rejected", choices=[PERSON])
        else:
            super().failed(turn, error)


def topic_and_team(draft: Draft) -> "dict[str, Any]":
    """What the draft is about, and who answers that, as messages name them."""
    topic = draft.topic if draft.topic in TOPICS else "contact_form"
    named = say.message(f"topic_{topic}")
    if draft.follows:
        named = say.message("topic_after", topic=named, report=draft.follows)
    return {"topic": named, "team": say.message(f"team_{team_for(topic)}")}
