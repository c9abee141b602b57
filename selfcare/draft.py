"""The dispute or the written report under way in a conversation.

It lives in the store, not in Rasa's slots: it holds ids and the customer's own words.
"""

import json
import uuid
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import Any

from selfcare.calls import Call
from selfcare.dispute import Dispute, Payment
from selfcare.money import Money
from selfcare.report import Report
from selfcare.signin import Conversation
from selfcare.store import DraftRow, Store
from selfcare.wire import call_from_json, call_to_json, report_from_json, report_to_json
from selfcare.written_report import WrittenReport


@dataclass(frozen=True)
class Draft:
    """What has been said so far: of a dispute, or with a `topic` of a written report.

    Words for a report that is there already are `about` its number; a report of its own that
    `follows` one that is over begins with that number.
    A message that is left while nobody is there is `promised` an answer by then, at `contact`
    (mailto:, tel:) or with none in the chat; `unsigned`: its customer, who speaks
    `language`, need not sign in for it.
    `report` once the backend has confirmed the submission, at `filed_at` (seconds since 1970).
    """

    key: str = field(default_factory=lambda: str(uuid.uuid4()))
    topic: str | None = None
    about: str | None = None
    follows: str | None = None
    calls: "tuple[Call, ...]" = ()
    bill_id: str | None = None
    bill_number: str | None = None
    reason: str | None = None
    words: str = ""
    amount: Money | None = None
    day: date | None = None
    means: str | None = None
    promised: datetime | None = None
    contact: str | None = None
    reply_by: str | None = None
    unsigned: bool = False
    language: str | None = None
    confirmed: bool = False
    report: Report | None = None
    filed_at: int = 0

    def written_report(self, channel: str) -> WrittenReport:
        """What is submitted where there is a topic. Raises ValueError without one."""
        if self.topic is None:
            raise ValueError("a written report has a topic")
        words = f"{self.follows}: {self.words}" if self.follows else self.words
        return WrittenReport(
            self.key,
            channel,
            self.topic,
            words,
            contact=self.contact,
            promised=self.promised,
            language=self.language,
        )

    def dispute(self, channel: str) -> Dispute:
        """What is submitted where there is no topic."""
        payment = None
        if self.amount and self.day and self.means:
            payment = Payment(self.amount, self.day, self.means)
        return Dispute(
            key=self.key,
            channel=channel,
            reason=self.reason or "other",
            words=self.words,
            calls=self.calls,
            bill_id=self.bill_id,
            payment=payment,
        )


class Drafts:
    """The drafts of all conversations."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def start(self, conversation: Conversation, **said: Any) -> Draft:
        """A new draft in place of any other, with an idempotency key of its own."""
        return self.save(conversation, Draft(**said))

    def of(self, conversation: Conversation) -> Draft | None:
        """The conversation's draft."""
        with self._store.session() as session:
            row = session.get(DraftRow, conversation.key)
            return _draft(row) if row else None

    def change(self, conversation: Conversation, **said: Any) -> Draft:
        """Put down something that the customer said; nothing is confirmed by that."""
        draft = self.of(conversation)
        if draft is None or draft.report:
            draft = Draft()
        return self.save(conversation, replace(draft, **{"confirmed": False, **said}))

    def save(self, conversation: Conversation, draft: Draft) -> Draft:
        """Keep the draft as it is."""
        with self._store.session() as session:
            session.merge(
                DraftRow(
                    conversation=conversation.key,
                    key=draft.key,
                    content=json.dumps(_content(draft)),
                    confirmed=draft.confirmed,
                    report=json.dumps(report_to_json(draft.report)) if draft.report else None,
                )
            )
        return draft

    def drop(self, conversation: Conversation) -> None:
        """Forget the draft unless it was submitted."""
        with self._store.session() as session:
            row = session.get(DraftRow, conversation.key)
            if row is not None and row.report is None:
                session.delete(row)


def _content(draft: Draft) -> dict[str, Any]:
    return {
        "topic": draft.topic,
        "about": draft.about,
        "follows": draft.follows,
        "calls": [call_to_json(call) for call in draft.calls],
        "bill_id": draft.bill_id,
        "bill_number": draft.bill_number,
        "reason": draft.reason,
        "words": draft.words,
        "amount": asdict(draft.amount) if draft.amount else None,
        "day": draft.day.isoformat() if draft.day else None,
        "means": draft.means,
        "promised": draft.promised.isoformat() if draft.promised else None,
        "contact": draft.contact,
        "reply_by": draft.reply_by,
        "unsigned": draft.unsigned,
        "language": draft.language,
        "filed_at": draft.filed_at,
    }


def _draft(row: DraftRow) -> Draft:
    said = json.loads(row.content)
    return Draft(
        key=row.key,
        topic=said.get("topic"),
        about=said.get("about"),
        follows=said.get("follows"),
        calls=tuple(call_from_json(call) for call in said["calls"]),
        bill_id=said["bill_id"],
        bill_number=said["bill_number"],
        reason=said["reason"],
        words=said["words"],
        amount=Money(**said["amount"]) if said["amount"] else None,
        day=date.fromisoformat(said["day"]) if said["day"] else None,
        means=said["means"],
        promised=datetime.fromisoformat(said["promised"]) if said.get("promised") else None,
        contact=said.get("contact"),
        reply_by=said.get("reply_by"),
        unsigned=said.get("unsigned", False),
        language=said.get("language"),
        filed_at=said["filed_at"],
        confirmed=row.confirmed,
        report=report_from_json(json.loads(row.report)) if row.report else None,
    )
