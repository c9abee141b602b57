"""Conversations with customers as the desk shows them: a line each, and one with all its words."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from billing.handoff.conversations import ENDED, TAKEN, WAITING
from billing.handoff.lines import ASSISTANT, CUSTOMER, SAID
from billing.models import Account, Handoff, HandoffLine, Ticket
from billing.staff.listed import UTC, Listed, listed
from billing.staff.said import Say, coded
from billing.staff.tables import StaffMember
from billing.staff.written import Written


@dataclass(frozen=True)
class TalkRow:
    """A conversation as a list shows it; `minutes` since it waits, or since it was taken. Of one
    that was taken, `owed` is for how many its customer has waited for words; None if not.
    """

    handoff: Handoff
    wish: str
    channel: str
    language: str
    report: Ticket | None
    officer: str
    minutes: int
    owed: int | None


@dataclass(frozen=True)
class SpokenLine:
    """What happened: somebody's words in the customer's language, or a step in the officer's."""

    line: HandoffLine
    who: str
    when: str
    text: str

    @property
    def is_step(self) -> bool:
        """Whether nobody said anything."""
        return self.line.event != SAID


@dataclass(frozen=True)
class Talk:
    """A conversation with what is known around it; its report if we have it."""

    row: TalkRow
    lines: list[SpokenLine]
    account: Account | None
    reports: list[Listed]
    written: Written
    status: str

    @property
    def stands(self) -> str:
        """Its state, and who has it."""
        return f"{self.row.handoff.state} {self.row.handoff.officer or ''}"

    @property
    def is_open(self) -> bool:
        """Whether anything can still be done."""
        return self.row.handoff.state != ENDED


def waiting_rows(session: Session, language: str, say: Say, now: datetime) -> list[TalkRow]:
    """Those who wait, the longest first."""
    waiting = select(Handoff).where(Handoff.state == WAITING)
    return _rows(session, waiting.order_by(Handoff.opened_at, Handoff.id), language, say, now)


def taken_rows(session: Session, language: str, say: Say, now: datetime) -> list[TalkRow]:
    """Those who are with an officer, who has waited longest for words first."""
    taken = select(Handoff).where(Handoff.state == TAKEN)
    ordered = taken.order_by(Handoff.owed_since.is_(None), Handoff.owed_since, Handoff.id)
    return _rows(session, ordered, language, say, now)


def talk(
    session: Session, id_: str, member: StaffMember, say: Say, now: datetime, after: int = 0
) -> Talk | None:
    """The conversation of this id, with its lines after that one; None where there is none."""
    handoff = None if "\x00" in id_ else session.get(Handoff, id_)
    if handoff is None:
        return None
    account = session.get(Account, handoff.account_id) if handoff.account_id else None
    written = Written(member.language, account.time_zone if account else UTC)
    (row,) = _rows(session, select(Handoff).where(Handoff.id == id_), member.language, say, now)
    lines = select(HandoffLine).where(HandoffLine.handoff_id == id_, HandoffLine.id > after)
    return Talk(
        row=row,
        lines=[
            _spoken(line, handoff, say, written)
            for line in session.scalars(lines.order_by(HandoffLine.id))
        ],
        account=account,
        reports=listed(session, [row.report] if row.report else [], member.language, now),
        written=written,
        status=_status(row, member, say),
    )


def wish(say: Say, code: str | None) -> str:
    """What the customer came for: an intent of the assistant's, and its reason."""
    if code is None:
        return say("staff_wish_none")
    intent, _, reason = code.partition("/")
    said = coded(say, "wish", intent)
    return say("staff_wants_why", wish=said, reason=coded(say, "about", reason)) if reason else said


def _rows(
    session: Session,
    handoffs: Select[Handoff],
    language: str,
    say: Say,
    now: datetime,
) -> list[TalkRow]:
    found = session.scalars(handoffs).all()
    members = select(StaffMember).where(StaffMember.user_name.in_({it.officer for it in found}))
    names = {member.user_name: member.name for member in session.scalars(members)}
    numbers = {it.report for it in found}
    tickets = session.scalars(select(Ticket).where(Ticket.id.in_(numbers)))
    reports = {ticket.id: ticket for ticket in tickets}
    languages = Written(language, UTC).locale.languages
    return [
        TalkRow(
            handoff=it,
            wish=wish(say, it.wish),
            channel=coded(say, "channel", it.channel),
            language=str(languages.get(it.language.partition("-")[0].lower(), it.language)),
            report=reports.get(it.report or ""),
            officer=names.get(it.officer or "", it.officer or ""),
            minutes=_minutes(it.taken_at or it.opened_at, now),
            owed=_minutes(it.owed_since, now) if it.state == TAKEN and it.owed_since else None,
        )
        for it in found
    ]


def _minutes(since: datetime, now: datetime) -> int:
    return int((now - since).total_seconds() // 60)


def _spoken(line: HandoffLine, handoff: Handoff, say: Say, written: Written) -> SpokenLine:
    when, name = written.moment(line.at, handoff.opened_at), line.officer_name or ""
    if line.event != SAID:
        return SpokenLine(line, "", when, say(f"staff_step_{line.event}", name=name))
    if line.who == CUSTOMER:
        name = handoff.customer_name or say("staff_not_signed_in")
    elif line.who == ASSISTANT:
        name = say("staff_assistant")
    return SpokenLine(line, name, when, line.text or "")


def _status(row: TalkRow, member: StaffMember, say: Say) -> str:
    handoff = row.handoff
    if handoff.state == ENDED:
        return say("staff_talk_over")
    if handoff.state == WAITING:
        return say("staff_talk_waits")
    if handoff.officer == member.user_name:
        return say("staff_talk_is_yours")
    return say("staff_talk_is_of", name=row.officer)
