"""News of reports: what happened to them, and which conversation has not heard of it yet."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError

from selfcare.report import Report
from selfcare.signin import Conversation
from selfcare.store import FollowedReportRow, NewsRow, Store

#: What nobody could be told of in this time is told no more.
KEPT = timedelta(days=7)


class News:
    """A report belongs to the conversation in which it was filed, answered or shown last; what
    happened to it since is news there.
    """

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    def take(self, event_id: str, report: str, happened: datetime) -> bool:
        """Keep an event, once; False if it came before."""
        received = self._now()
        row = NewsRow(
            event_id=event_id,
            report=report,
            happened=happened.timestamp(),
            received=received.timestamp(),
        )
        try:
            with self._store.session() as session:
                old = (received - KEPT).timestamp()
                session.execute(delete(NewsRow).where(NewsRow.received < old))
                session.add(row)
        except IntegrityError:
            return False
        return True

    def follow(self, conversation: Conversation, report: Report) -> None:
        """This conversation knows how the report stands, and hears of what comes."""
        seen = (report.updated or self._now()).timestamp()
        self._see(conversation, report.number, seen)

    def untold(self) -> list[tuple[Conversation, str]]:
        """Conversations and the numbers of reports that there is news of."""
        with self._store.session() as session:
            rows = session.execute(
                select(FollowedReportRow.conversation, FollowedReportRow.report)
                .join(NewsRow, NewsRow.report == FollowedReportRow.report)
                .where(NewsRow.happened > FollowedReportRow.seen)
                .distinct()
            )
            return [(Conversation.of(key), number) for key, number in rows]

    def is_untold(self, conversation: Conversation, number: str) -> bool:
        """Whether this conversation has something to hear of this report."""
        return (conversation, number) in self.untold()

    def told(self, conversation: Conversation, number: str) -> None:
        """This conversation has heard that there is news, whatever it is."""
        with self._store.session() as session:
            newest = session.scalar(
                select(func.max(NewsRow.happened)).where(NewsRow.report == number)
            )
        if newest is not None:
            self._see(conversation, number, newest)

    def _see(self, conversation: Conversation, number: str, seen: float) -> None:
        with self._store.session() as session:
            row = session.get(FollowedReportRow, number)
            session.merge(
                FollowedReportRow(
                    report=number,
                    conversation=conversation.key,
                    seen=max(seen, row.seen) if row else seen,
                )
            )
