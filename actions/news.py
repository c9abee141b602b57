"""The assistant writes first: something has happened to a report."""

import logging
from dataclasses import asdict, replace

from actions import say
from actions.base import SelfcareAction
from actions.in_between import OFFER_TOLD
from actions.report import tell
from actions.turn import Turn
from selfcare.errors import NotFound, SelfcareError, SignedOut

logger = logging.getLogger(__name__)


class ActionTellNews(SelfcareAction):
    """Tell of a report as it stands now, or only that there is news."""

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_tell_news"

    def act(self, turn: Turn) -> None:
        """Nothing that its customer has done or seen in this conversation is news."""
        number = str(turn.message.entity("report_number"))
        news = turn.services.news
        if not news.is_untold(turn.conversation, number):
            return
        try:
            report = turn.services.reports.one(turn.conversation, number, is_customers_wish=False)
        except SignedOut:
            self._note_told(turn, number, waits_for="reading")
            read = say.choice("button_read_news", say.follow_up(number))
            turn.say("utter_report_news_signed_out", report=number, choices=[read])
            news.told(turn.conversation, number)
            return
        except NotFound:
            # Somebody else is signed in here by now: it is none of their business.
            news.told(turn.conversation, number)
            return
        self._note_told(turn, number)
        if turn.form and report.offered:
            turn.set(OFFER_TOLD, number)
        turn.say("utter_report_news")
        tell(turn, report)

    def _note_told(self, turn: Turn, number: str, **more: str) -> None:
        """ "Yes" and "no" are about it, as if it had been asked about."""
        if not turn.form:
            said = {"report_number": number, **more}
            asked = replace(turn.message, intent="check_report_status", entities=said)
            turn.services.views.note_wish(turn.conversation, asdict(asked))

    def failed(self, turn: Turn, error: SelfcareError) -> None:
        """Nobody has asked for anything: it is told later."""
        logger.warning("news cannot be told yet: %s", type(error).__name__)
