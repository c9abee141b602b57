"""The audit trail, to read: who did what, and when."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from billing.database import AnySelect, Database
from billing.models import AuditEntry, Ticket
from billing.report_number import tidy
from billing.staff.access import TurnedAway, Who
from billing.staff.listed import UTC
from billing.staff.pages import page, speaker
from billing.staff.said import Event, Say, action
from billing.staff.written import Written

PER_PAGE = 50

router = APIRouter(prefix="/staff", include_in_schema=False)


@dataclass(frozen=True)
class Wanted:
    """What the trail is searched for; each empty where it does not matter."""

    officer: str
    report: str
    day: str

    @property
    def is_readable(self) -> bool:
        """Whether the day is one."""
        return not self.day or _day(self.day) is not None

    def of(self, entries: AnySelect) -> AnySelect:
        """Those entries that are wanted."""
        day = _day(self.day)
        if self.officer:
            entries = entries.where(AuditEntry.actor == self.officer)
        if self.report:
            number = tidy(self.report) or self.report
            entries = entries.where(AuditEntry.ticket_id.endswith(number, autoescape=True))
        if day is not None:
            start = datetime.combine(day, time.min, timezone.utc)
            entries = entries.where(
                AuditEntry.at >= start, AuditEntry.at < start + timedelta(days=1)
            )
        return entries


@router.get("/audit")
def trail(
    request: Request,
    who: Who,
    officer: str = "",
    report: str = "",
    day: str = "",
    number: Annotated[int, Query(alias="page")] = 1,
) -> Response:
    """Entries of the audit trail, the newest first, for those whose role reads it."""
    if not who.audits:
        raise TurnedAway(403, "staff_no_auditor", who.member.language)
    database: Database = request.app.state.database
    wanted = Wanted(*(each.replace("\x00", "").strip()[:60] for each in (officer, report, day)))
    say = speaker(request, who.member.language)
    written = Written(who.member.language, UTC)
    with database.read() as session:
        total = session.scalar(wanted.of(select(func.count(AuditEntry.id)))) or 0
        pages = max(1, -(-total // PER_PAGE))
        number = min(max(number, 1), pages)
        entries = _entries(session, wanted, number, say, written)
    return page(
        request,
        who,
        "audit.html",
        422 if not wanted.is_readable else 200,
        wanted=wanted,
        entries=entries,
        total=total,
        number=number,
        pages=pages,
        address=f"/staff/audit?{urlencode(asdict(wanted))}",
    )


def _entries(
    session: Session, wanted: Wanted, number: int, say: Say, written: Written
) -> list[tuple[AuditEntry, Event]]:
    newest = wanted.of(select(AuditEntry, Ticket.currency).outerjoin(Ticket)).order_by(
        AuditEntry.id.desc()
    )
    rows = session.execute(newest.offset((number - 1) * PER_PAGE).limit(PER_PAGE))
    return [
        (
            entry,
            Event(
                entry.at,
                written.instant(entry.at),
                entry.actor,
                action(say, entry, currency, written),
            ),
        )
        for entry, currency in rows
    ]


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
