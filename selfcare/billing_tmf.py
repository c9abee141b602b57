"""Billing over HTTP, as TM Forum Open APIs v4 have it (see docs/architecture.md)."""

import time
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from selfcare.account import Account, Line
from selfcare.billing import Billing
from selfcare.bills import Bill
from selfcare.calls import Call
from selfcare.dispute import Dispute
from selfcare.errors import NotFound, Rejected, TimedOut, Unavailable
from selfcare.money import Money
from selfcare.operator_http import OperatorHttp
from selfcare.report import Report, ReportAnswer
from selfcare.ticket_tmf import dispute_ticket, written_ticket
from selfcare.written_report import WrittenReport

TICKETS = "/tmf-api/troubleTicket/v4/troubleTicket"
USAGE = "/tmf-api/usageManagement/v4/usage"
PRODUCTS = "/tmf-api/productInventory/v4/product"
ACCOUNTS = "/tmf-api/accountManagement/v4/billingAccount"
BILLS = "/tmf-api/customerBillManagement/v4/customerBill"
CREDITS = "/tmf-api/customerBillManagement/v4/appliedCustomerBillingRate"

PAGE = 200
MOST_PAGES = 25
#: Seconds for which the account and its lines are taken as they were read.
REMEMBERED = 60.0

#: The status to which each answer brings a ticket.
STATUSES = {
    ReportAnswer.WITHDRAW: "cancelled",
    ReportAnswer.ACCEPT_OFFER: "resolved",
    ReportAnswer.REFUSE_OFFER: "inProgress",
    ReportAnswer.CONFIRM: "closed",
}

Json = dict[str, Any]


class TmfBilling(Billing):
    """The adapter to a backend, ours or another operator's."""

    def __init__(self, http: OperatorHttp) -> None:
        self._http = http
        self._accounts: dict[str, tuple[float, Account]] = {}
        self._lines: dict[str, tuple[float, list[Line]]] = {}

    def account(self, token: str) -> Account:
        known = _fresh(self._accounts, token)
        if known:
            return known
        for account in self._list(ACCOUNTS, token):
            with _Reading():
                read = _account(account)
            self._accounts[token] = (time.monotonic(), read)
            return read
        raise NotFound("this customer has no billing account")

    def lines(self, token: str) -> list[Line]:
        known = _fresh(self._lines, token)
        if known:
            return known
        with _Reading():
            lines = [
                Line(product["id"], product["productSerialNumber"])
                for product in self._list(PRODUCTS, token, status="active")
                if product.get("productSerialNumber")
            ]
        lines.sort(key=lambda line: line.number)
        self._lines[token] = (time.monotonic(), lines)
        return lines

    def bills(self, token: str, account: Account) -> list[Bill]:
        with _Reading():
            return [
                _bill(bill, account)
                for bill in self._list(BILLS, token, **{"billingAccount.id": account.id})
            ]

    def calls(self, token: str, account: Account, since: datetime, before: datetime) -> list[Call]:
        span = {"usageDate.gte": _instant(since), "usageDate.lt": _instant(before)}
        with _Reading():
            return [
                _call(usage, account)
                for usage in self._list(USAGE, token, sort="-usageDate", **span)
            ]

    def file_dispute(self, token: str, account: Account, dispute: Dispute) -> Report:
        return self._file(token, account, dispute_ticket(dispute))

    def file_written_report(self, token: str, account: Account, written: WrittenReport) -> Report:
        return self._file(token, account, written_ticket(written))

    def _file(self, token: str, account: Account, body: Json) -> Report:
        try:
            ticket = self._http.send("POST", TICKETS, token, body=body).json_body
        except TimedOut:
            # It may have arrived: look before anybody sends it again.
            found = self._look_for(token, body["externalId"])
            if found is None:
                raise
            return found
        with _Reading():
            return _report(ticket, account.zone)

    def _look_for(self, token: str, key: str) -> Report | None:
        """The report that a lost answer was about, if billing can tell."""
        try:
            return self.find_report(token, key)
        except Unavailable:
            return None

    def find_report(self, token: str, key: str) -> Report | None:
        tickets = list(self._list(TICKETS, token, externalId=key))
        zone = self.account(token).zone
        with _Reading():
            return _report(tickets[0], zone) if tickets else None

    def reports(self, token: str) -> list[Report]:
        zone = self.account(token).zone
        with _Reading():
            return [
                _report(ticket, zone) for ticket in self._list(TICKETS, token, sort="-creationDate")
            ]

    def report(self, token: str, number: str) -> Report:
        account = self.account(token)
        answer = self._http.send("GET", f"{TICKETS}/{quote(number, safe='')}", token)
        credit_notes = self._list(
            CREDITS, token, **{"type": "appliedBillingCredit", "billingAccount.id": account.id}
        )
        with _Reading():
            report = _report(answer.json_body, account.zone)
            credited = sum(
                Money.of(credit["taxIncludedAmount"]["value"], account.currency).minor
                for credit in credit_notes
                if _characteristics(credit, "characteristic").get("troubleTicketId") == number
            )
        if not credited:
            return report
        return _with_credit(report, Money(credited, account.currency))

    def answer_report(
        self, token: str, number: str, answer: ReportAnswer, offered: Money | None = None
    ) -> Report:
        zone = self.account(token).zone
        path, status = f"{TICKETS}/{quote(number, safe='')}", STATUSES[answer]
        body: Json = {"status": status}
        if offered is not None:
            amount = {"unit": offered.currency, "value": float(offered.major)}
            body["creditOffer"] = {"amount": amount}
        try:
            ticket = self._http.send("PATCH", path, token, body=body).json_body
        except TimedOut:
            # It may have arrived: look before anybody sends it again.
            found = self._look_at(token, number)
            if found is None or found.status != status:
                raise
            return found
        with _Reading():
            return _report(ticket, zone)

    def reopen_report(self, token: str, number: str, words: str) -> Report:
        zone, path = self.account(token).zone, f"{TICKETS}/{quote(number, safe='')}"
        with _Reading():
            # A merge patch replaces lists: the notes that are there go along.
            notes = self._http.send("GET", path, token).json_body.get("note") or []
        body = {"note": [*notes, {"text": words}]}
        try:
            reopened = {**body, "status": "inProgress"}
            ticket = self._http.send("PATCH", path, token, body=reopened).json_body
        except Rejected:
            ticket = self._http.send("PATCH", path, token, body=body).json_body
        with _Reading():
            return _report(ticket, zone)

    def _look_at(self, token: str, number: str) -> Report | None:
        """The report that a lost answer was about, if billing can tell."""
        try:
            return self.report(token, number)
        except Unavailable:
            return None

    def _list(self, path: str, token: str, **query: Any) -> Iterator[Json]:
        """Every item of a list, page by page; other servers may not tell the total."""
        for page in range(MOST_PAGES):
            asked = {**query, "limit": PAGE, "offset": page * PAGE}
            answer = self._http.send("GET", path, token, query=asked)
            items = answer.json_body
            if not isinstance(items, list):
                raise Unavailable(f"{path} did not answer with a list")
            yield from items
            total = answer.headers.get("X-Total-Count", "")
            seen = page * PAGE + len(items)
            if len(items) < PAGE or (total.isdigit() and seen >= int(total)):
                return


class _Reading:
    """Turns what is missing or odd in an answer into Unavailable: nothing is made up."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: Any, error: Any, traceback: Any) -> None:
        if isinstance(error, (KeyError, IndexError, TypeError, ValueError, AttributeError)):
            raise Unavailable("billing gave an answer that cannot be read") from error


def _fresh(known: "dict[str, tuple[float, Any]]", token: str) -> Any:
    for key, (read, _) in list(known.items()):
        if time.monotonic() - read > REMEMBERED:
            known.pop(key, None)
    return known[token][1] if token in known else None


def _instant(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    if moment.tzinfo is None:
        raise ValueError("an instant without a time zone")
    return moment


def _day(text: str, zone: ZoneInfo) -> date:
    return _moment(text).astimezone(zone).date()


def _money(value: Json) -> Money:
    return Money.of(value["value"], value["unit"])


def _characteristics(thing: Json, field: str) -> Json:
    return {item["name"]: item["value"] for item in thing.get(field) or []}


def _account(account: Json) -> Account:
    return Account(
        id=account["id"],
        holder=account["name"],
        currency=account["currency"],
        time_zone=account["timeZone"],
        country=account["country"],
    )


def _bill(bill: Json, account: Account) -> Bill:
    period = bill["billingPeriod"]
    due = bill.get("paymentDueDate")
    return Bill(
        id=bill["id"],
        number=bill.get("billNo") or bill["id"],
        first=_day(period["startDateTime"], account.zone),
        last=_day(period["endDateTime"], account.zone),
        amount=_money(bill.get("taxIncludedAmount") or bill["amountDue"]),
        remaining=_money(bill["remainingAmount"]),
        due=_day(due, account.zone) if due else None,
    )


def _call(usage: Json, account: Account) -> Call:
    said = _characteristics(usage, "usageCharacteristic")
    rated = (usage.get("ratedProductUsage") or [{}])[0]
    price = rated.get("taxIncludedRatingAmount")
    eligible = str(said.get("creditEligible")).lower() == "true"  # some write it as a string
    return Call(
        id=usage["id"],
        line_id=said.get("productId") or rated["productRef"]["id"],
        started=_moment(usage["usageDate"]),
        number=said["calledNumber"],
        kind=said["callType"],
        country=said["destinationCountry"],
        duration=int(said["duration"]),
        price=_money(price) if price else Money(0, account.currency),
        bill_id=said.get("billId"),
        ineligible=None if eligible else said.get("creditIneligibilityReason") or "other",
    )


def _report(ticket: Json, zone: ZoneInfo) -> Report:
    target = ticket.get("creditTarget") or {}
    expected = ticket.get("expectedResolutionDate")
    disputed = ticket.get("disputedAmount")
    offer = ticket.get("creditOffer")
    notes = [note for note in ticket.get("note") or [] if note.get("author") == "operator"]
    related = ticket.get("relatedEntity") or []
    return Report(
        number=ticket["id"],
        status=ticket["status"],
        filed=_day(ticket["creationDate"], zone),
        reason=ticket.get("disputeReason"),
        calls=sum(1 for entity in related if entity.get("role") == "disputedUsage"),
        amount=_money(disputed) if disputed else None,
        answer_by=_day(expected, zone) if expected else None,
        credit_target=target.get("type"),
        credit_bill=(target.get("bill") or {}).get("billNo"),
        note=notes[-1]["text"] if notes else None,
        note_day=_day(notes[-1]["date"], zone) if notes else None,
        kind=ticket.get("ticketType"),
        offered=_money(offer["amount"]) if offer else None,
        updated=_moment(ticket["lastUpdate"]) if ticket.get("lastUpdate") else None,
    )


def _with_credit(report: Report, credited: Money) -> Report:
    return Report(**{**report.__dict__, "credited": credited})
