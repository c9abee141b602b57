"""Filing a draft once, whatever happens between the confirmation and the answer."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from selfcare.billing import Billing
from selfcare.draft import Draft, Drafts
from selfcare.errors import NotFound
from selfcare.news import News
from selfcare.received import ReceivedFiles
from selfcare.report import Report
from selfcare.signin import Conversation

#: Seconds in which a second "yes" is the same confirmation once more.
SAME_CONFIRMATION = 60
#: Seconds for which what was filed may be meant by "forget it".
JUST_NOW = 900


@dataclass(frozen=True)
class Filed:
    """The report that the backend confirmed; `before` if it had been confirmed already. `gone` is
    how many of the files that were to go with it were not kept so long.
    """

    report: Report
    before: bool
    gone: int = 0


class Filing:
    """Submits drafts that the customer has confirmed."""

    def __init__(
        self,
        billing: Billing,
        drafts: Drafts,
        news: News,
        received: ReceivedFiles,
        now: Callable[[], datetime],
    ) -> None:
        self._billing = billing
        self._drafts = drafts
        self._news = news
        self._received = received
        self._now = now

    def submit(self, conversation: Conversation, token: str) -> Filed:
        """File the confirmed draft under its key: twice the same key is one dispute. From then on
        its files are meant for the report.

        Raises NotFound if nothing was confirmed or what was said is lost, NotEligible, Rejected,
        Unavailable, TimedOut.
        """
        draft = self._drafts.of(conversation)
        if draft is None or not draft.confirmed:
            raise NotFound("nothing was confirmed")
        if draft.report:
            return Filed(draft.report, before=True)
        if draft.topic is None and draft.reason is None:
            raise NotFound("what was confirmed is not there any more")
        report = self._file(token, draft, conversation.channel)
        self._news.follow(conversation, report)
        kept = self._received.waiting(conversation)
        files = [file for file in draft.files if file in kept]
        self._received.send_to(conversation, report.number, files)
        filed = replace(draft, report=report, files=(), filed_at=self._seconds())
        self._drafts.save(conversation, filed)
        return Filed(report, before=False, gone=len(draft.files) - len(files))

    def awaits_confirmation_again(self, conversation: Conversation) -> bool:
        """Whether a "yes" now means the draft: not arrived yet, or sent a moment ago."""
        draft = self._drafts.of(conversation)
        if draft is None or not draft.confirmed:
            return False
        return draft.report is None or self._seconds() - draft.filed_at <= SAME_CONFIRMATION

    def just_filed(self, conversation: Conversation) -> Report | None:
        """The report that was filed a moment ago, to which "forget it" may still refer."""
        draft = self._drafts.of(conversation)
        if draft is None or self._seconds() - draft.filed_at > JUST_NOW:
            return None
        return draft.report

    def _file(self, token: str, draft: Draft, channel: str) -> Report:
        if draft.about and not draft.words:  # a photo says it all
            return self._billing.report(token, draft.about)
        if draft.about:
            return self._billing.add_to_report(token, draft.about, draft.words)
        account = self._billing.account(token)
        if draft.topic:
            return self._billing.file_written_report(token, account, draft.written_report(channel))
        return self._billing.file_dispute(token, account, draft.dispute(channel))

    def _seconds(self) -> int:
        return int(self._now().timestamp())
