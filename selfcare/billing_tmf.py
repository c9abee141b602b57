"""Billing over HTTP, as TM Forum Open APIs v4 have it (see docs/operators.md)."""

import logging
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import quote, unquote

from selfcare.account import Account, Home, Line
from selfcare.billing import Billing
from selfcare.bills import Bill
from selfcare.calls import Call
from selfcare.dispute import Dispute
from selfcare.errors import Changed, NotFound, Rejected, SelfcareError, SignedOut, TimedOut
from selfcare.list_tmf import read_list
from selfcare.money import Money, total
from selfcare.operator_http import Answer, NotUnderstood, OperatorHttp
from selfcare.reading_tmf import (
    Unreadable,
    is_said,
    notes_of,
    read_account,
    read_bill,
    read_call,
    read_creation,
    read_credit,
    read_key,
    read_line,
    read_number,
    read_report,
)
from selfcare.report import Report, ReportAnswer
from selfcare.ticket_tmf import dispute_ticket, plain_ticket, written_ticket
from selfcare.written_report import WrittenReport

logger = logging.getLogger(__name__)

TICKETS = "/tmf-api/troubleTicket/v4/troubleTicket"
USAGE = "/tmf-api/usageManagement/v4/usage"
PRODUCTS = "/tmf-api/productInventory/v4/product"
ACCOUNTS = "/tmf-api/accountManagement/v4/billingAccount"
BILLS = "/tmf-api/customerBillManagement/v4/customerBill"
CREDITS = "/tmf-api/customerBillManagement/v4/appliedCustomerBillingRate"

#: Seconds for which the account, its lines and a ticket's ETag are taken as they were read.
REMEMBERED = 60.0

#: The status to which each answer brings a ticket.
STATUSES = {
    ReportAnswer.WITHDRAW: "cancelled",
    ReportAnswer.ACCEPT_OFFER: "resolved",
    ReportAnswer.REFUSE_OFFER: "inProgress",
    ReportAnswer.CONFIRM: "closed",
}

Json = dict[str, Any]
K = TypeVar("K")
V = TypeVar("V")


class TmfBilling(Billing):
    """The adapter to a backend, ours or another operator's, which is at `home` somewhere."""

    def __init__(self, http: OperatorHttp, home: Home) -> None:
        self._http = http
        self._home = home
        self._accounts: dict[str, tuple[float, Account]] = {}
        self._lines: dict[str, tuple[float, list[Line]]] = {}
        self._etags: dict[tuple[str, str], tuple[float, str]] = {}

    def account(self, token: str) -> Account:
        known = _fresh(self._accounts, token)
        if known:
            return known
        for account in self._list(ACCOUNTS, token):
            read = read_account(account, self._home)
            self._accounts[token] = (time.monotonic(), read)
            return read
        raise NotFound("this customer has no billing account")

    def lines(self, token: str) -> list[Line]:
        known = _fresh(self._lines, token)
        if known:
            return known
        products = [read_line(it) for it in self._list(PRODUCTS, token, status="active")]
        lines = sorted((it for it in products if it), key=lambda line: line.number)
        self._lines[token] = (time.monotonic(), lines)
        return lines

    def bills(self, token: str, account: Account) -> list[Bill]:
        listed = self._list(BILLS, token, **{"billingAccount.id": account.id})
        return [bill for bill in (read_bill(it, account) for it in listed) if bill]

    def calls(self, token: str, account: Account, since: datetime, before: datetime) -> list[Call]:
        span = {"usageDate.gte": _instant(since), "usageDate.lt": _instant(before)}
        calls = [read_call(it, account) for it in self._list(USAGE, token, **span)]
        asked = [it for it in calls if since <= it.started < before]
        return sorted(asked, key=lambda call: call.started, reverse=True)

    def file_dispute(self, token: str, account: Account, dispute: Dispute) -> Report:
        return self._file(token, account, dispute_ticket(dispute))

    def file_written_report(self, token: str, account: Account, written: WrittenReport) -> Report:
        return self._file(token, account, written_ticket(written))

    def _file(self, token: str, account: Account, body: Json) -> Report:
        number = None
        try:
            answer = self._post(token, body)
            number = _filed_as(answer)
            return read_report(answer.json_body, account)
        except (TimedOut, Unreadable) as error:
            # It may have arrived: look before anybody sends it again.
            found = self._look_at(token, number) if number else None
            found = found or self._look_for(token, body["externalId"])
            if found is None:
                raise TimedOut(f"{TICKETS}: perhaps filed, but not found") from error
            return found

    def _post(self, token: str, body: Json) -> Answer:
        """Some servers, TM Forum's own among them, take no field that is not in TMF621."""
        try:
            return self._http.send("POST", TICKETS, token, body=body)
        except NotUnderstood as refusal:
            plain = plain_ticket(body)
            if plain == body:
                raise
            logger.warning("filed again without the extension: %s", refusal)
            return self._http.send("POST", TICKETS, token, body=plain)

    def find_report(self, token: str, key: str) -> Report | None:
        account = self.account(token)
        for ticket in self._list(TICKETS, token, externalId=key):
            if read_key(ticket) == key:
                return read_report(ticket, account)
        return None

    def reports(self, token: str) -> list[Report]:
        account = self.account(token)
        tickets = sorted(
            self._list(TICKETS, token), key=lambda it: read_creation(it, account), reverse=True
        )
        return [read_report(ticket, account) for ticket in tickets]

    def report(self, token: str, number: str) -> Report:
        account, report = self.account(token), self._ticket(token, number)
        wanted = {"type": "appliedBillingCredit", "billingAccount.id": account.id}
        listed = self._list(CREDITS, token, **wanted)
        given = [it for it in (read_credit(one, number, account) for one in listed) if it]
        credited = total(given, account.currency)
        return replace(report, credited=credited) if credited.minor else report

    def _ticket(self, token: str, number: str) -> Report:
        answer = self._http.send("GET", _ticket(number), token)
        self._note_etag(token, number, answer)
        return read_report(answer.json_body, self.account(token))

    def answer_report(
        self, token: str, number: str, answer: ReportAnswer, offered: Money | None = None
    ) -> Report:
        change: Json = {"status": STATUSES[answer]}
        if offered is not None:
            amount = {"unit": offered.currency, "value": float(offered.major)}
            change["creditOffer"] = {"amount": amount}
        try:
            return self._change(token, number, change)
        except Changed:
            # Somebody was faster: what the customer answers has to be the same still.
            found = self.report(token, number)
            if not found.is_open or (offered is not None and found.offered != offered):
                raise
            return self._change(token, number, change)

    def _change(self, token: str, number: str, change: Json) -> Report:
        account = self.account(token)
        etag = _fresh(self._etags, (token, number))
        try:
            answer = self._http.send("PATCH", _ticket(number), token, body=change, if_match=etag)
            report = read_report(answer.json_body, account)
        except (TimedOut, Unreadable) as error:
            # It may have arrived: look before anybody sends it again.
            found = self._look_at(token, number)
            if found is None or not _took(found, change):
                raise TimedOut(f"{TICKETS}: perhaps changed, but not seen to be") from error
            return found
        if not _took(report, change):
            raise Rejected(f"{TICKETS}: answered with success and did not change the status")
        return report

    def add_to_report(self, token: str, number: str, words: str) -> Report:
        try:
            return self._add(token, number, words)
        except Changed:
            # Somebody wrote meanwhile: their words stay, too.
            return self._add(token, number, words)

    def _add(self, token: str, number: str, words: str) -> Report:
        account = self.account(token)
        answer = self._http.send("GET", _ticket(number), token)
        self._note_etag(token, number, answer)
        if not is_said(answer.json_body, words):
            # A merge patch replaces the whole list.
            change = {"note": [*notes_of(answer.json_body), {"text": words}]}
            etag = _fresh(self._etags, (token, number))
            answer = self._http.send("PATCH", _ticket(number), token, body=change, if_match=etag)
        return read_report(answer.json_body, account)

    def reopen_report(self, token: str, number: str, words: str) -> Report:
        self.add_to_report(token, number, words)
        as_it_stands = self.report(token, number)
        try:
            return self._change(token, number, {"status": "inProgress"})
        except Rejected:
            return as_it_stands

    def _look_at(self, token: str, number: str) -> Report | None:
        """The report that a lost answer was about, if billing can tell."""
        try:
            return self.report(token, number)
        except SignedOut:
            raise
        except SelfcareError:
            return None

    def _look_for(self, token: str, key: str) -> Report | None:
        """The report that was filed under this key, if billing can tell."""
        try:
            return self.find_report(token, key)
        except SignedOut:
            raise
        except SelfcareError:
            return None

    def _note_etag(self, token: str, number: str, answer: Answer) -> None:
        """A weak ETag matches nothing (RFC 9110), so it is as good as none."""
        etag = answer.headers.get("ETag", "")
        if etag.startswith('"'):
            self._etags[token, number] = (time.monotonic(), etag)

    def _list(self, path: str, token: str, **filters: str) -> Iterator[Any]:
        return read_list(self._http, path, token, **filters)


def _ticket(number: str) -> str:
    return f"{TICKETS}/{quote(number, safe='')}"


def _filed_as(answer: Answer) -> str | None:
    """The number of what was filed: some servers say only where it is."""
    location = answer.headers.get("Location", "")
    return read_number(answer.json_body) or unquote(location.rpartition("/")[2]) or None


def _took(report: Report, change: Json) -> bool:
    """Whether the report is where the change brings it; what is resolved may be closed at once."""
    wished = change["status"]
    return report.status == wished or (wished, report.status) == ("resolved", "closed")


def _fresh(known: dict[K, tuple[float, V]], key: K) -> V | None:
    for old, (read, _) in list(known.items()):
        if time.monotonic() - read > REMEMBERED:
            known.pop(old, None)
    return known[key][1] if key in known else None


def _instant(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")
