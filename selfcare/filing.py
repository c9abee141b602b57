"""Filing a draft once, whatever happens between the confirmation and the answer."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from selfcare.billing import Billing
from selfcare.draft import Draft, Drafts
from selfcare.errors import NotFound
from selfcare.news import News
from selfcare.report import Report
from selfcare.reports import Reports
from selfcare.signin import Conversation

#: Seconds in which a second "yes" is the same confirmation once more.
SAME_CONFIRMATION = 60
#: Seconds for which what was filed may be meant by "forget it".
JUST_NOW = 900


@dataclass(frozen=True)
class Filed:
    """The report that the backend confirmed; `before` if it had been confirmed already."""

    report: Report
    before: bool


class Filing:
    """Submits drafts that the customer has confirmed."""

    def __init__(
        self,
        billing: Billing,
        reports: Reports,
        drafts: Drafts,
        news: News,
        now: Callable[[], datetime],
    ) -> None:
        self._billing = billing
        self._reports = reports
        self._drafts = drafts
        self._news = news
        self._now = now

    def submit(self, conversation: Conversation, token: str) -> Filed:
        """File the confirmed draft under its key: twice the same key is one dispute. `token` is not
        looked at for one that is filed without a sign-in.

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
        report = self._file(conversation, token, draft)
        self._news.follow(conversation, report)
        self._drafts.save(conversation, replace(draft, report=report, filed_at=self._seconds()))
        return Filed(report, before=False)

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

    def _file(self, conversation: Conversation, token: str, draft: Draft) -> Report:
        channel = conversation.channel
        if draft.about and draft.unsigned:
            return self._reports.add(conversation, draft.about, draft.words)
        if draft.about:
            return self._billing.add_to_report(token, draft.about, draft.words)
        if draft.unsigned:
            return self._reports.file_unsigned(conversation, draft.written_report(channel))
        account = self._billing.account(token)
        if draft.topic:
            return self._billing.file_written_report(token, account, draft.written_report(channel))
        return self._billing.file_dispute(token, account, draft.dispute(channel))

    def _seconds(self) -> int:
        return int(self._now().timestamp())
