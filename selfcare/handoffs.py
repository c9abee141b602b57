"""Who waits for a person or is with one: rows that outlive every restart.

What the desk is to hear are errands, which `selfcare.people` runs; what the customer is to hear are
events, which the channels tell. A hand-off ends for a reason, and is over once the assistant has
said that it is back.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from sqlalchemy import delete, exists, select, update
from sqlalchemy.exc import IntegrityError

from selfcare import handoff
from selfcare.back_to_assistant import asks_for_assistant
from selfcare.handoff import Words
from selfcare.signin import Conversation
from selfcare.store import HandoffErrandRow, HandoffEventRow, HandoffRow, Store

OPENING, WAITING, WITH_PERSON, ENDED = "opening", "waiting", "with_person", "ended"
#: What a customer hears: the first two from the desk; is somebody still there, is something late,
#: has something come after the end.
TAKEN, SAID, STILL_THERE, LATE, MISSED = "taken", "said", "still_there", "late", "missed"
#: Why a hand-off ends: the first two are the desk's words, and `LOST` is what could not be opened.
HANDED_BACK, UNANSWERED = "handed_back", "unanswered"
BY_CUSTOMER, SILENCE, CLOSED, LOST = "customer", "silence", "closed", "lost"
#: What the desk hears of an end that it does not know of; otherwise that the customer left.
REASONS = {BY_CUSTOMER: handoff.CUSTOMER_ENDED, CLOSED: handoff.CLOSED_FOR_TODAY}
#: After its end a hand-off is remembered so long: what comes late is known for what it is.
KEPT = timedelta(days=7)
WORDS_ERRAND, END_ERRAND, UNTOLD_ERRAND = "words", "end", "untold"


@dataclass(frozen=True)
class Live:
    """A hand-off as it stands: `heard` is when the customer wrote last, `said` the person."""

    id: str
    conversation: Conversation
    language: str
    state: str
    reference: str | None
    officer: str | None
    ending: str | None
    opened: datetime
    heard: datetime
    said: datetime
    asked: bool
    is_late: bool


@dataclass(frozen=True)
class Errand:
    """Something for the desk: words, the reason of the end, or that a person's are not told."""

    position: int
    handoff: str
    kind: str
    words: Words

    @property
    def is_of_customer(self) -> bool:
        """Whether they are words of the customer's."""
        return self.kind == WORDS_ERRAND


@dataclass(frozen=True)
class Told:
    """Something for the customer, with the name of the person it is from."""

    event_id: str
    event: str
    conversation: Conversation
    officer: str
    text: str


class Handoffs:
    """Every conversation that waits for a person or is with one."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    def begin(self, conversation: Conversation, language: str) -> str:
        """A hand-off that the desk does not know yet; its id."""
        id_, now = str(uuid.uuid4()), self._seconds()
        with self._store.session() as session:
            self._forget_old(session)
            session.add(
                HandoffRow(
                    id=id_,
                    conversation=conversation.key,
                    language=language,
                    state=OPENING,
                    opened=now,
                    heard=now,
                    said=now,
                )
            )
        return id_

    def waits(self, id_: str, reference: str) -> None:
        """The desk has taken it on, under its own name for it; somebody may be there by now."""
        with self._store.session() as session:
            session.execute(
                update(HandoffRow).where(HandoffRow.id == id_).values(reference=reference)
            )
            session.execute(
                update(HandoffRow)
                .where(HandoffRow.id == id_, HandoffRow.state == OPENING)
                .values(state=WAITING)
            )

    def give_up(self, id_: str) -> None:
        """It could not be opened, as far as is known; the desk hears so if it knows it."""
        with self._store.session() as session:
            row = session.get(HandoffRow, id_)
            self._end(session, row, LOST, resumed=True)

    def of(self, conversation: Conversation) -> Live | None:
        """The hand-off that goes on in a conversation."""
        with self._store.session() as session:
            row = self._row(session, conversation)
            return _live(row) if row else None

    def is_attended(self, conversation: Conversation) -> bool:
        """Whether a person is there, or was and the assistant has not said that it is back."""
        with self._store.session() as session:
            return (
                session.scalar(
                    select(HandoffRow.id).where(
                        HandoffRow.conversation == conversation.key,
                        (HandoffRow.state == WITH_PERSON)
                        | ((HandoffRow.state == ENDED) & HandoffRow.resumed.is_(False)),
                    )
                )
                is not None
            )

    def hear(self, conversation: Conversation, words: Words, payload: str) -> bool:
        """What the customer wrote or pressed, once for an id; whether a person hears it and the
        assistant keeps quiet. Who waits is answered by the assistant, and a person reads it later.
        """
        with self._store.session() as session:
            row = self._row(session, conversation)
            if row is None:
                return False
            is_there = row.state == WITH_PERSON
            if is_there and (asks_for_assistant(words.text, payload)):
                self._end(session, row, BY_CUSTOMER)
                return True
            if is_there or not payload.startswith("/"):
                self._add_errand(session, row.id, WORDS_ERRAND, words)
            row.heard = max(row.heard, words.at.timestamp())
            row.asked = False
            return is_there

    def take(self, event_id: str, id_: str, event: str, officer: str, text: str) -> bool | None:
        """What the desk tells, once; False if it came before, None of an unknown hand-off."""
        try:
            with self._store.session() as session:
                row = session.get(HandoffRow, id_)
                if row is None:
                    return None
                self._hear_desk(session, row, event_id, event, officer, text)
        except IntegrityError:
            return False
        return True

    def by_reference(self, reference: str) -> str | None:
        """The id of the hand-off that a desk calls so."""
        with self._store.session() as session:
            found: str | None = session.scalar(
                select(HandoffRow.id).where(HandoffRow.reference == reference)
            )
            return found

    def tell(self, id_: str, event: str, text: str = "", once: str | None = None) -> None:
        """Let the customer hear something of ours; under the same `once`, once."""
        try:
            with self._store.session() as session:
                event_id = f"{id_}-{once or uuid.uuid4()}"
                row = session.get(HandoffRow, id_)
                session.add(
                    HandoffEventRow(
                        event_id=event_id,
                        handoff=id_,
                        event=event,
                        officer=row.officer or "",
                        text=text,
                    )
                )
        except IntegrityError:
            return

    def untold(self) -> list[Told]:
        """What customers have not heard yet, in its order."""
        with self._store.session() as session:
            rows = session.execute(
                select(HandoffEventRow, HandoffRow)
                .join(HandoffRow, HandoffRow.id == HandoffEventRow.handoff)
                .where(HandoffEventRow.told.is_(False))
                .order_by(HandoffEventRow.position)
            )
            return [
                Told(
                    event.event_id,
                    event.event,
                    Conversation.of(row.conversation),
                    event.officer,
                    event.text,
                )
                for event, row in rows
            ]

    def told(self, event_id: str) -> None:
        """The customer has heard it; the words are in the conversation, not here."""
        with self._store.session() as session:
            session.execute(
                update(HandoffEventRow)
                .where(HandoffEventRow.event_id == event_id)
                .values(told=True, text="")
            )

    def errands(self) -> list[Errand]:
        """What desks have not heard yet, in its order; nothing of what is being opened."""
        with self._store.session() as session:
            rows = session.scalars(
                select(HandoffErrandRow)
                .join(HandoffRow, HandoffRow.id == HandoffErrandRow.handoff)
                .where(HandoffErrandRow.done.is_(False), HandoffRow.state != OPENING)
                .order_by(HandoffErrandRow.position)
            )
            return [_errand(row) for row in rows]

    def ran(self, errand: Errand) -> None:
        """The desk has heard it."""
        with self._store.session() as session:
            session.execute(
                update(HandoffErrandRow)
                .where(HandoffErrandRow.position == errand.position)
                .values(done=True, text="")
            )

    def find(self, id_: str) -> Live | None:
        """The hand-off of this id."""
        with self._store.session() as session:
            row = session.get(HandoffRow, id_)
            return _live(row) if row else None

    def live(self) -> list[Live]:
        """All that go on."""
        with self._store.session() as session:
            rows = session.scalars(select(HandoffRow).where(HandoffRow.state != ENDED))
            return [_live(row) for row in rows]

    def end(self, id_: str, ending: str, is_said: bool = False) -> None:
        """It is over, and the desk hears so; `is_said` if the customer knows it already."""
        with self._store.session() as session:
            row = session.get(HandoffRow, id_)
            if row is not None and row.state != ENDED:
                self._end(session, row, ending, resumed=is_said)

    def is_over(self, id_: str) -> None:
        """The desk says that it is over, and nothing else: as if it had been handed back."""
        with self._store.session() as session:
            row = session.get(HandoffRow, id_)
            if row is not None and row.state != ENDED:
                row.state, row.ending = ENDED, HANDED_BACK if row.officer else UNANSWERED

    def note(self, id_: str, **what: bool) -> None:
        """That the customer was `asked`, or that words are `is_late`."""
        with self._store.session() as session:
            session.execute(update(HandoffRow).where(HandoffRow.id == id_).values(**what))

    def left(self) -> list[Live]:
        """Ended hand-offs of which the customer has heard everything but that the assistant is
        back.
        """
        untold = exists().where(
            HandoffEventRow.handoff == HandoffRow.id, HandoffEventRow.told.is_(False)
        )
        with self._store.session() as session:
            rows = session.scalars(
                select(HandoffRow).where(
                    HandoffRow.state == ENDED, HandoffRow.resumed.is_(False), ~untold
                )
            )
            return [_live(row) for row in rows]

    def resumed(self, id_: str) -> None:
        """The assistant has said that it is back."""
        self.note(id_, resumed=True)

    def _hear_desk(
        self, session: Any, row: Any, event_id: str, event: str, officer: str, text: str
    ) -> None:
        is_for_customer = row.state != ENDED and event in (TAKEN, SAID)
        is_known = event == TAKEN and row.state == WITH_PERSON and row.officer == officer
        session.add(
            HandoffEventRow(
                event_id=event_id,
                handoff=row.id,
                event=event,
                officer=officer,
                text=text if is_for_customer else "",
                told=is_known or not is_for_customer,
            )
        )
        session.flush()
        if row.state == ENDED:
            if event == SAID:
                words = Words(event_id, "", self._now())
                self._add_errand(session, row.id, UNTOLD_ERRAND, words)
            return
        row.officer = officer or row.officer
        if is_for_customer:
            row.state, row.said, row.asked = WITH_PERSON, self._seconds(), False
        else:
            row.state, row.ending = ENDED, event

    def _end(self, session: Any, row: Any, ending: str, resumed: bool = False) -> None:
        row.state, row.ending, row.resumed = ENDED, ending, resumed
        reason = REASONS.get(ending, handoff.CUSTOMER_LEFT)
        words = Words(END_ERRAND, reason, self._now())
        self._add_errand(session, row.id, END_ERRAND, words)

    def _add_errand(self, session: Any, id_: str, kind: str, words: Words) -> None:
        known = select(HandoffErrandRow.position).where(
            HandoffErrandRow.handoff == id_, HandoffErrandRow.message == words.id
        )
        if session.scalar(known) is None:
            session.add(
                HandoffErrandRow(
                    handoff=id_,
                    message=words.id,
                    kind=kind,
                    text=words.text,
                    at=words.at.timestamp(),
                )
            )

    def _row(self, session: Any, conversation: Conversation) -> Any:
        return session.scalar(
            select(HandoffRow)
            .where(HandoffRow.conversation == conversation.key, HandoffRow.state != ENDED)
            .order_by(HandoffRow.opened.desc())
            .limit(1)
        )

    def _forget_old(self, session: Any) -> None:
        before = self._seconds() - KEPT.total_seconds()
        old = session.scalars(
            select(HandoffRow.id).where(HandoffRow.state == ENDED, HandoffRow.heard < before)
        ).all()
        for rows in (HandoffErrandRow, HandoffEventRow):
            session.execute(delete(rows).where(rows.handoff.in_(old)))
        session.execute(delete(HandoffRow).where(HandoffRow.id.in_(old)))

    def _seconds(self) -> float:
        return self._now().timestamp()


def _live(row: Any) -> Live:
    return Live(
        row.id,
        Conversation.of(row.conversation),
        row.language,
        row.state,
        row.reference,
        row.officer,
        row.ending,
        _instant(row.opened),
        _instant(row.heard),
        _instant(row.said),
        row.asked,
        row.is_late,
    )


def _errand(row: Any) -> Errand:
    words = Words(row.message, row.text, _instant(row.at))
    return Errand(row.position, row.handoff, row.kind, words)


def _instant(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, timezone.utc)
