"""A customer's page, and a bill's with its calls: to look things up, nothing is changed there."""

from collections.abc import Sequence

from fastapi import APIRouter, Request, Response
from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from billing import clock
from billing.database import Database
from billing.models import Account, Bill, Call, Credit, Customer, Line, Payment, Ticket
from billing.site.languages import best_of, own_name
from billing.staff.access import TurnedAway, Who
from billing.staff.dossier import REPORTS_LISTED, BilledSum, billed_sums
from billing.staff.listed import listed
from billing.staff.lists import Number
from billing.staff.pages import page, speaker
from billing.staff.said import status
from billing.staff.written import Written, telephone

BILLS_LISTED = 24
CALLS_PER_PAGE = 50

router = APIRouter(prefix="/staff", include_in_schema=False)


@router.get("/customers/{customer_id}")
def show_customer(request: Request, who: Who, customer_id: str) -> Response:
    """Who it is, with accounts, numbers, bills and reports."""
    database: Database = request.app.state.database
    say = speaker(request, who.member.language)
    with database.read() as session:
        customer = None if "\x00" in customer_id else session.get(Customer, customer_id)
        if customer is None:
            raise TurnedAway(404, "staff_unknown", who.member.language)
        accounts = _accounts(session, customer_id)
        bills = {account.id: _latest_bills(session, account) for account in accounts}
        reports = listed(session, _reports(session, customer_id), who.member.language, clock.now())
    return page(
        request,
        who,
        "customer.html",
        customer=customer,
        language_name=own_name(best_of([customer.language]) or who.member.language),
        accounts=[(each, Written(who.member.language, each.time_zone)) for each in accounts],
        bills=bills,
        reports=reports,
        telephone=telephone,
        state=lambda ticket: status(say, ticket.status, None),
    )


@router.get("/bills/{bill_id}")
def show_bill(request: Request, who: Who, bill_id: str, number: Number = 1) -> Response:
    """A bill: its payments and credit notes, and its calls page by page."""
    database: Database = request.app.state.database
    with database.read() as session:
        sums = [] if "\x00" in bill_id else billed_sums(session, [bill_id])
        if not sums:
            raise TurnedAway(404, "staff_unknown", who.member.language)
        bill = sums[0].bill
        account = session.get_one(Account, bill.account_id, options=[joinedload(Account.customer)])
        total = session.scalars(select(func.count()).where(Call.bill_id == bill_id)).one()
        pages = max(1, -(-total // CALLS_PER_PAGE))
        number = min(max(number, 1), pages)
        calls = _calls(session, bill_id, number)
        paid = select(Payment).where(Payment.bill_id == bill_id).order_by(Payment.paid_at)
        payments = session.scalars(paid).all()
        credited = select(Credit).where(Credit.bill_id == bill_id).order_by(Credit.created_at)
        credit_notes = session.scalars(credited).all()
    return page(
        request,
        who,
        "bill.html",
        sums=sums[0],
        account=account,
        written=Written(who.member.language, account.time_zone),
        calls=calls,
        total=total,
        number=number,
        pages=pages,
        payments=payments,
        credit_notes=credit_notes,
        telephone=telephone,
        address=request.url.path,
    )


def _accounts(session: Session, customer_id: str) -> Sequence[Account]:
    lines = joinedload(Account.lines).joinedload(Line.plan)
    accounts = select(Account).options(lines).where(Account.customer_id == customer_id)
    return session.scalars(accounts.order_by(Account.id)).unique().all()


def _latest_bills(session: Session, account: Account) -> list[BilledSum]:
    latest = (
        select(Bill.id)
        .where(Bill.account_id == account.id)
        .order_by(Bill.bill_date.desc())
        .limit(BILLS_LISTED)
    )
    return billed_sums(session, list(session.scalars(latest)))[::-1]


def _reports(session: Session, customer_id: str) -> Sequence[Ticket]:
    reports = select(Ticket).where(Ticket.customer_id == customer_id)
    return session.scalars(reports.order_by(Ticket.created_at.desc()).limit(REPORTS_LISTED)).all()


def _calls(session: Session, bill_id: str, number: int) -> Sequence[Call]:
    calls = (
        select(Call)
        .options(joinedload(Call.line))
        .where(Call.bill_id == bill_id)
        .order_by(Call.started_at, Call.id)
    )
    return session.scalars(calls.offset((number - 1) * CALLS_PER_PAGE).limit(CALLS_PER_PAGE)).all()
