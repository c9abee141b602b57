"""What was ordered and promised, on the command line: `order`, `availability`."""

from argparse import Namespace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from billing import clock
from billing.availability import credit_bands, measure_month
from billing.commands.opening import AddParser, opened
from billing.decisions import OPERATOR
from billing.errors import InvalidError, NotFoundError
from billing.models import Account
from billing.month import Month
from billing.orders import keep_order, ordered_item
from billing.settings import Settings


def add_commands(add_parser: AddParser) -> None:
    """Add them."""
    order = add_parser("order", help="keep a signed order as evidence")
    order.add_argument("account", help="as in BA-ES-1001")
    order.add_argument("file", type=Path, help="the signed order as a PDF")
    order.add_argument("--signed", required=True, metavar="AT", help="as in 2026-03-02T17:30")
    order.add_argument("--item", action="append", required=True, metavar="NAME;NUMBER;MONTH;ONCE")
    order.add_argument("--by", default=OPERATOR, help="who keeps it, for the audit trail")
    order.set_defaults(run=_order)
    month = add_parser("availability", help="measure a finished month, and credit it")
    month.add_argument("month", help="as in 2026-10")
    month.add_argument("--by", default=OPERATOR, help="who has it measured, for the audit trail")
    month.set_defaults(run=_availability)


def _order(settings: Settings, arguments: Namespace) -> None:
    """Keep a signed order; a time without a zone is the account's."""
    with opened(settings, "Nothing was kept") as database, database.write() as session:
        account = session.get(Account, arguments.account)
        if account is None:
            raise NotFoundError(f"no account {arguments.account}")
        kept = keep_order(
            session,
            account.id,
            _instant(arguments.signed, account.time_zone),
            [ordered_item(item, account.currency) for item in arguments.item],
            arguments.file.name,
            _content(arguments.file),
            arguments.by,
            clock.now(),
        )
    print(f"Kept for {kept.account_id}: {kept.file_name}, SHA-256 {kept.sha256}")


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise InvalidError(str(error)) from None


def _availability(settings: Settings, arguments: Namespace) -> None:
    """Measure a month that is over."""
    with opened(settings, "Nothing was measured") as database:
        month = _month(arguments.month)
        measured = measure_month(database, month, arguments.by, clock.now(), credit_bands())
    credited = sum(row.credit is not None for row in measured)
    print(f"{month}: {len(measured)} lines measured, {credited} credited")


def _month(written: str) -> Month:
    try:
        return Month.parse(written)
    except ValueError as error:
        raise InvalidError(str(error)) from None


def _instant(written: str, time_zone: str) -> datetime:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        raise InvalidError(f"{written!r} is no time as in 2026-03-02T17:30") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(time_zone))
