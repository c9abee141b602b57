"""What the adapter asks of any TM Forum server, and what it promises of the answers."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any

from selfcare.account import Account, Line
from selfcare.billing_tmf import TmfBilling
from selfcare.bills import Bill
from selfcare.calls import Call
from selfcare.dispute import Dispute, Payment
from selfcare.money import Money
from selfcare.received import ReceivedFile
from selfcare.report import Report, ReportAnswer
from selfcare.written_report import WrittenReport
from tests.unit.selfcare.files import PDF

SINCE = datetime(2000, 1, 1, tzinfo=timezone.utc)
BEFORE = SINCE + timedelta(days=365 * 100)
#: For what is only asked of a server that may have no account to read.
ACCOUNT = Account("BA-1", "Ana", "EUR", "Europe/Madrid", "ES")
CALL = Call("U-1", "P-1", SINCE, "+34910123471", "mobile", "ES", 65, Money(121, "EUR"), "B-1", None)


@dataclass(frozen=True)
class Operation:
    """A call of the port, what holds of every answer to it, and what is asked for it over HTTP."""

    name: str
    ask: Callable[[TmfBilling, str], Any]
    check: Callable[[Any], None]
    asks: str


def name_of(operation: Operation) -> str:
    """What a test of it is called."""
    return operation.name


def check_account(account: Account) -> None:
    assert account.id
    assert len(account.currency) == 3
    assert account.zone


def check_lines(lines: list[Line]) -> None:
    assert all(line.id and line.number for line in lines)
    assert [line.number for line in lines] == sorted(line.number for line in lines)
    assert len({line.id for line in lines}) == len(lines)


def check_bills(bills: list[Bill]) -> None:
    assert all(bill.id and bill.number and bill.first <= bill.last for bill in bills)
    assert len({bill.id for bill in bills}) == len(bills)


def check_calls(calls: list[Call]) -> None:
    assert all(call.started.tzinfo and SINCE <= call.started < BEFORE for call in calls)
    started = [call.started for call in calls]
    assert started == sorted(started, reverse=True)
    assert len({call.id for call in calls}) == len(calls)


def check_report(report: Report) -> None:
    assert report.number
    assert report.status
    assert isinstance(report.filed, date)


def check_reports(reports: list[Report]) -> None:
    for report in reports:
        check_report(report)
    assert [it.filed for it in reports] == sorted((it.filed for it in reports), reverse=True)


def check_found(report: Report | None) -> None:
    assert report is None, "found under a key that was never used"


READING = [
    Operation(
        "account",
        lambda it, token: it.account(token),
        check_account,
        "GET /tmf-api/accountManagement/v4/billingAccount",
    ),
    Operation(
        "lines",
        lambda it, token: it.lines(token),
        check_lines,
        "GET /tmf-api/productInventory/v4/product",
    ),
    Operation(
        "bills",
        lambda it, token: it.bills(token, it.account(token)),
        check_bills,
        "GET /tmf-api/customerBillManagement/v4/customerBill",
    ),
    Operation(
        "calls",
        lambda it, token: it.calls(token, it.account(token), SINCE, BEFORE),
        check_calls,
        "GET /tmf-api/usageManagement/v4/usage",
    ),
    Operation(
        "reports",
        lambda it, token: it.reports(token),
        check_reports,
        "GET /tmf-api/troubleTicket/v4/troubleTicket",
    ),
    Operation(
        "find a report",
        lambda it, token: it.find_report(token, str(uuid.uuid4())),
        check_found,
        "GET /tmf-api/troubleTicket/v4/troubleTicket",
    ),
]


def a_dispute(**about: Any) -> Dispute:
    """A dispute under a key of its own."""
    return Dispute(str(uuid.uuid4()), "web", "fraud", "No he sido yo", **about)


def a_file() -> ReceivedFile:
    """A document under a name of its own."""
    return ReceivedFile("1", f"{uuid.uuid4()}.pdf", "application/pdf", PDF)


def check_nothing(answer: None) -> None:
    assert answer is None


def a_written_report() -> WrittenReport:
    """A written report under a key of its own."""
    return WrittenReport(str(uuid.uuid4()), "web", "report_fault", "No hay tono")


#: What changes something, with made up calls, bills and numbers.
WRITING = [
    Operation(
        "dispute calls",
        lambda it, token: it.file_dispute(token, ACCOUNT, a_dispute(calls=(CALL,))),
        check_report,
        "POST /tmf-api/troubleTicket/v4/troubleTicket",
    ),
    Operation(
        "dispute a payment",
        lambda it, token: it.file_dispute(
            token,
            ACCOUNT,
            a_dispute(payment=Payment(Money(4550, "EUR"), date(2026, 11, 9), "card")),
        ),
        check_report,
        "POST /tmf-api/troubleTicket/v4/troubleTicket",
    ),
    Operation(
        "dispute a bill",
        lambda it, token: it.file_dispute(token, ACCOUNT, a_dispute(bill_id="B-1")),
        check_report,
        "POST /tmf-api/troubleTicket/v4/troubleTicket",
    ),
    Operation(
        "written report",
        lambda it, token: it.file_written_report(token, ACCOUNT, a_written_report()),
        check_report,
        "POST /tmf-api/troubleTicket/v4/troubleTicket",
    ),
    Operation(
        "report",
        lambda it, token: it.report(token, "TT-1"),
        check_report,
        "GET /tmf-api/troubleTicket/v4/troubleTicket/TT-1",
    ),
    *(
        Operation(
            answer.value,
            lambda it, token, answer=answer: it.answer_report(  # type: ignore[misc]
                token, "TT-1", answer, Money(450, "EUR")
            ),
            check_report,
            "PATCH /tmf-api/troubleTicket/v4/troubleTicket/TT-1",
        )
        for answer in ReportAnswer
    ),
    Operation(
        "attach",
        lambda it, token: it.attach(token, "TT-1", a_file()),
        check_nothing,
        "PATCH /tmf-api/troubleTicket/v4/troubleTicket/TT-1",
    ),
]
