"""Fills the database with demonstration customers: the same ones for the same moment."""

from datetime import datetime, timedelta
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from billing.demo.calls import DemoCall, calls_of_cycle, night_call, twin
from billing.demo.contracts import add_contract
from billing.demo.cycles import BILLED_CYCLES, Cycle, cycle_day, cycles
from billing.demo.people import CUSTOMERS, PASSWORD, DemoCustomer, DemoLine
from billing.demo.reports import add_reports
from billing.models import Account, Bill, Call, Customer, Line, Payment, Plan
from billing.money import billed
from billing.signin.passwords import hash_password

CALLS_PER_BILL_DOUBLED = 2
LATEST = BILLED_CYCLES - 1


def fill(session: Session, now: datetime) -> None:
    """Add every demonstration customer who is not there yet."""
    for customer in CUSTOMERS:
        if session.get(Customer, customer.id) is None:
            _add(session, customer, now)


def _add(session: Session, customer: DemoCustomer, now: datetime) -> None:
    chance = Random(customer.user_name)
    zone = ZoneInfo(customer.time_zone)
    periods = cycles(now, zone)
    account = _account(customer, periods[0].start - timedelta(days=400), cycle_day(now, zone))
    session.add(account)
    lines = [_line(account, customer, line, periods[0]) for line in customer.lines]
    session.add_all(lines)
    session.flush()

    numbers = count(1)
    billed_calls: list[list[Call]] = []
    bills: list[Bill] = []
    for age, cycle in enumerate(periods):
        calls = [
            _recorded(customer, line, call, numbers)
            for line, demo_line in zip(lines, customer.lines, strict=True)
            for call in _calls(chance, customer, demo_line, cycle, age, now)
        ]
        if age <= LATEST:
            bill = _bill(account, customer, cycle, calls)
            bills.append(bill)
            billed_calls.append(calls)
            session.add(bill)
            session.flush()
            for call in calls:
                call.bill_id = bill.id
        session.add_all(calls)
    session.flush()
    granted = add_reports(session, chance, customer, account, bills, billed_calls, now)
    for bill in bills[:LATEST]:
        credited = sum(credit.amount for credit in granted if credit.bill_id == bill.id)
        session.add(_payment(customer, bill, bill.amount_due - credited, 1, bill.due_date))
    _pay_latest(session, customer, bills[LATEST])
    add_contract(session, customer, account, lines, now)


def _calls(
    chance: Random,
    customer: DemoCustomer,
    line: DemoLine,
    cycle: Cycle,
    age: int,
    now: datetime,
) -> list[DemoCall]:
    calls = calls_of_cycle(chance, customer, line, cycle, min(cycle.end, now))
    first_line = line is customer.lines[0]
    if first_line and LATEST - 1 <= age <= LATEST:
        charged = [call for call in calls if call.rated_millionths]
        calls += [twin(call) for call in chance.sample(charged, CALLS_PER_BILL_DOUBLED)]
    if first_line and age == LATEST:
        calls.append(night_call(customer, cycle))
    return sorted(calls, key=lambda call: call.started_at)


def _account(customer: DemoCustomer, opened_at: datetime, day: int) -> Account:
    return Account(
        id=f"BA-{customer.country}-{customer.id[2:]}",
        customer=Customer(
            id=customer.id,
            name=customer.name,
            user_name=customer.user_name,
            password_hash=hash_password(PASSWORD),
            language=customer.language,
        ),
        name=customer.name,
        time_zone=customer.time_zone,
        currency=customer.currency,
        country=customer.country,
        tax_rate=customer.tax_rate,
        cycle_day=day,
        opened_at=opened_at,
    )


def _line(account: Account, customer: DemoCustomer, line: DemoLine, first: Cycle) -> Line:
    digits = line.number.lstrip("+")
    return Line(
        id=f"P-{digits}",
        account=account,
        plan=Plan(
            id=f"PLAN-{digits}",
            name=line.plan,
            currency=customer.currency,
            monthly_fee=line.monthly_fee,
            included_call_types=list(line.included),
            promised_ppm=line.promised_ppm,
        ),
        number=line.number,
        status="active",
        started_at=first.start - timedelta(days=400),
    )


def _recorded(customer: DemoCustomer, line: Line, call: DemoCall, numbers: "count[int]") -> Call:
    return Call(
        id=f"USG-{customer.country}-{next(numbers):05}",
        customer_id=customer.id,
        line_id=line.id,
        called_number=call.called_number,
        started_at=call.started_at,
        duration=call.duration,
        call_type=call.call_type,
        destination_country=call.country,
        rated_millionths=call.rated_millionths,
        amount=billed(call.rated_millionths, customer.currency),
        rated_at=call.started_at + timedelta(seconds=call.duration + 90),
    )


def _bill(account: Account, customer: DemoCustomer, cycle: Cycle, calls: list[Call]) -> Bill:
    return Bill(
        id=f"BILL-{account.id[3:]}-{cycle.month}",
        account_id=account.id,
        number=f"{customer.country}{cycle.month.replace('-', '')}{customer.id[2:]}",
        period_start=cycle.start,
        period_end=cycle.end,
        bill_date=cycle.end,
        due_date=cycle.due,
        next_bill_date=cycle.following,
        fixed_charges=sum(line.monthly_fee for line in customer.lines),
        usage_charges=sum(call.amount for call in calls),
    )


def _payment(
    customer: DemoCustomer, bill: Bill, amount: int, part: int, paid_at: datetime
) -> Payment:
    return Payment(
        id=f"PAY-{bill.id[5:]}-{part}",
        bill_id=bill.id,
        amount=amount,
        paid_at=paid_at,
        means=customer.means,
    )


def _pay_latest(session: Session, customer: DemoCustomer, bill: Bill) -> None:
    for part, percentage in enumerate(customer.latest_bill_paid, start=1):
        amount = bill.amount_due * percentage // 100
        paid_at = bill.bill_date + timedelta(days=part)
        session.add(_payment(customer, bill, amount, part, paid_at))
