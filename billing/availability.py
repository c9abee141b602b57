"""How available each line was in a month, and the credit where its contract promised more.

Minutes are those of the clock: a minute in which a line did not work, however short, is lost.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path

import yaml
from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from billing.audit import note_down
from billing.contracts import LineMonth, Outage
from billing.database import Database
from billing.errors import InvalidError
from billing.models import Account, Credit, Line
from billing.money import MILLIONTHS, share_of
from billing.month import Month

FILE = Path(__file__).with_name("availability.yml")
EPOCH, MINUTE = datetime(1970, 1, 1, tzinfo=timezone.utc), timedelta(minutes=1)


@dataclass(frozen=True)
class Availability:
    """The minutes that a line should have worked, and those in which it did not."""

    planned: int
    lost: int

    @property
    def ppm(self) -> int:
        """Parts per million, rounded down: no promise is kept by rounding."""
        return (self.planned - self.lost) * MILLIONTHS // self.planned


@dataclass(frozen=True)
class Band:
    """From `below_ppm` below the promised level: `share` of the fee, in hundredths of 1 %."""

    below_ppm: int
    share: int


def availability(
    start: datetime, end: datetime, outages: Iterable[tuple[datetime, datetime | None]]
) -> Availability:
    """Of a line that shall work from `start` up to, not including, `end`. An outage without an end
    lasts; two at once count once.
    """
    first, last = _minute_after(start), _minute_after(end)
    lost, counted = 0, first
    for began, ended in sorted((began, ended or end) for began, ended in outages):
        if began < ended:
            begin, stop = max(_minute_of(began), counted), min(_minute_after(ended), last)
            lost += max(stop - begin, 0)
            counted = max(counted, stop)
    return Availability(max(last - first, 0), lost)


def credit_due(
    monthly_fee: int, promised_ppm: int | None, measured_ppm: int, bands: Sequence[Band]
) -> int:
    """In minor units; nothing where nothing was promised, or the promise was kept."""
    if promised_ppm is None:
        return 0
    below = promised_ppm - measured_ppm
    shares = [band.share for band in bands if band.below_ppm <= below]
    return share_of(monthly_fee, max(shares, default=0))


def measure_month(
    database: Database, month: Month, actor: str, now: datetime, bands: Sequence[Band]
) -> list[LineMonth]:
    """Measure every line that is not measured yet, account by account; what was added.

    Raises InvalidError if the month is not over for some account.
    """
    with database.read() as session:
        accounts = session.execute(select(Account.id, Account.time_zone).order_by(Account.id)).all()
    for account_id, time_zone in accounts:
        if month.bounds(time_zone)[1] > now:
            raise InvalidError(f"{month} is not over for {account_id}")
    measured: list[LineMonth] = []
    for account_id, _ in accounts:
        with database.write() as session:
            added = measure_account(session, account_id, month, now, bands)
            for row in added:
                if row.credit is not None:
                    _note_credit(session, row, row.credit, actor, now)
        measured += added
    return measured


def measure_account(
    session: Session, account_id: str, month: Month, now: datetime, bands: Sequence[Band]
) -> list[LineMonth]:
    """Measure an account's lines that are not measured yet, and credit them; what was added."""
    # Locked, so that of two at once the second finds what the first has measured.
    account = session.get_one(Account, account_id, with_for_update=True)
    start, end = month.bounds(account.time_zone)
    is_measured = select(LineMonth.line_id).where(LineMonth.month == str(month))
    lines = session.scalars(
        select(Line)
        .where(Line.account_id == account_id, Line.started_at < end, Line.id.not_in(is_measured))
        .options(joinedload(Line.plan))
        .order_by(Line.id)
    ).all()
    outages = _outages(session, [line.id for line in lines], start, end)
    measured = []
    for line in lines:
        found = availability(max(start, line.started_at), end, outages[line.id])
        if found.planned:
            measured.append(_line_month(line, month, found, now, bands))
    session.add_all(measured)
    return measured


def _outages(
    session: Session, line_ids: Sequence[str], start: datetime, end: datetime
) -> dict[str, list[tuple[datetime, datetime | None]]]:
    found: dict[str, list[tuple[datetime, datetime | None]]] = {id_: [] for id_ in line_ids}
    for outage in session.scalars(
        select(Outage).where(
            Outage.line_id.in_(line_ids),
            Outage.began_at < end,
            or_(Outage.ended_at.is_(None), Outage.ended_at > start),
        )
    ):
        found[outage.line_id].append((outage.began_at, outage.ended_at))
    return found


def _line_month(
    line: Line, month: Month, found: Availability, now: datetime, bands: Sequence[Band]
) -> LineMonth:
    promised = line.plan.promised_ppm
    amount = credit_due(line.plan.monthly_fee, promised, found.ppm, bands)
    id_ = f"CR-{line.id}-{month}"
    return LineMonth(
        line_id=line.id,
        month=str(month),
        planned_minutes=found.planned,
        lost_minutes=found.lost,
        measured_ppm=found.ppm,
        promised_ppm=promised,
        measured_at=now,
        credit=Credit(id=id_, account_id=line.account_id, amount=amount, created_at=now)
        if amount
        else None,
    )


def _note_credit(
    session: Session, row: LineMonth, credit: Credit, actor: str, now: datetime
) -> None:
    told = {
        "line": row.line_id,
        "month": row.month,
        "measured": row.measured_ppm,
        "promised": row.promised_ppm,
        "credit": credit.id,
        "amount": credit.amount,
    }
    note_down(session, actor, "availability", None, told, now)


@cache
def credit_bands(path: Path = FILE) -> tuple[Band, ...]:
    """The operator's bands."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(Band(**band) for band in content["bands"])


def _minute_of(moment: datetime) -> int:
    """The minute in which a moment lies, counted from 1970."""
    return (moment - EPOCH) // MINUTE


def _minute_after(moment: datetime) -> int:
    """The first minute that begins at a moment or after it."""
    return -((EPOCH - moment) // MINUTE)
