"""What cron does: reminders of deadlines, notices of overdue bills; forgets what is long over."""

from argparse import Namespace
from datetime import timedelta

from sqlalchemy.orm import Session

from billing import clock
from billing.commands.opening import AddParser, opened
from billing.dunning import DunningNotice, dun
from billing.forgetting import forget
from billing.models import Bill
from billing.money import to_decimal
from billing.reminders import remind
from billing.settings import Settings


def add_commands(add_parser: AddParser) -> None:
    """Add them."""
    reminding = add_parser("remind", help="of reports whose answer is due soon; every hour")
    reminding.set_defaults(run=_remind)
    dunning = add_parser("dun", help="send notices of bills that are overdue; every day")
    dunning.set_defaults(run=_dun)
    forgetting = add_parser("forget", help="what was said in talks that are long over; every day")
    forgetting.set_defaults(run=_forget)


def _remind(settings: Settings, _arguments: Namespace) -> None:
    with opened(settings) as database, database.write() as session:
        reports = remind(session, clock.now())
    for report in reports:
        print(f"{report.id} due {report.answer_due_at:%Y-%m-%d %H:%M} UTC", report.owner or "-")


def _dun(settings: Settings, _arguments: Namespace) -> None:
    with opened(settings) as database, database.write() as session:
        sent = [_described(session, notice) for notice in dun(session, clock.now())]
    for notice in sent:
        print(notice)


def _forget(settings: Settings, _arguments: Namespace) -> None:
    before = clock.now() - timedelta(days=settings.forget_after_days)
    with opened(settings) as database:
        forgotten = forget(database, before)
    print(f"conversations: {forgotten.conversations}, contacts: {forgotten.contacts}")


def _described(session: Session, notice: DunningNotice) -> str:
    bill = session.get_one(Bill, notice.bill_id)
    currency = bill.account.currency
    return f"{bill.number} notice {notice.level}: {to_decimal(notice.amount, currency)} {currency}"
