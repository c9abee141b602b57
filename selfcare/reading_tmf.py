"""What TM Forum servers answer, read tolerantly in form and strictly in sense.

Ids may be integers, sums text, instants of any precision, optional fields missing or null. What
cannot be read at all is Unavailable; the log names the field and the reason, never the value.
"""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from dateutil.parser import isoparse

from selfcare.account import Account, Home, Line
from selfcare.bills import Bill
from selfcare.calls import Call
from selfcare.errors import Unavailable
from selfcare.money import Money
from selfcare.report import Report, statuses

logger = logging.getLogger(__name__)

T = TypeVar("T")
Read = Callable[[Any], T]

#: A day without a time.
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CURRENCY = re.compile(r"[A-Z]{3}")

#: Whose notes are not the customer's own.
OPERATOR = "operator"
#: Why a report waits whose customer was asked something.
INFORMATION_REQUIRED = "informationRequired"


class Unreadable(Unavailable):
    """An answer came that cannot be read: of a write, it may have been carried out."""


class _Odd(ValueError):
    """Why a value cannot be read, without the value."""


def unreadable(where: str, why: str) -> Unreadable:
    """Tells the operator's engineer; the error is for the caller to raise."""
    logger.warning("billing's answer cannot be read: %s %s", where, why)
    return Unreadable(f"{where} {why}")


@dataclass(frozen=True)
class Item:
    """A JSON object of an answer, and where it stands there; null is the same as missing."""

    content: Any
    where: str

    def __post_init__(self) -> None:
        if not isinstance(self.content, dict):
            raise unreadable(self.where, "is no object")

    def need(self, name: str, read: "Read[T]") -> T:
        """A field that has to be there."""
        value = self.may(name, read)
        if value is None:
            raise unreadable(f"{self.where}.{name}", "is missing")
        return value

    def may(self, name: str, read: "Read[T]") -> "T | None":
        """A field that may be missing."""
        value = self.content.get(name)
        if value is None:
            return None
        try:
            return read(value)
        except _Odd as odd:
            raise unreadable(f"{self.where}.{name}", str(odd)) from None
        except (ValueError, ArithmeticError):
            raise unreadable(f"{self.where}.{name}", "is out of range or malformed") from None

    def item(self, name: str) -> "Item":
        """An object in this one; an empty one if it is missing."""
        return Item(self.content.get(name) or {}, f"{self.where}.{name}")

    def items(self, name: str) -> "list[Item]":
        """The objects of an array; none if it is missing."""
        array = self.content.get(name) or []
        if not isinstance(array, list):
            raise unreadable(f"{self.where}.{name}", "is no array")
        return [Item(it, f"{self.where}.{name}[]") for it in array]

    def money(self, name: str, currency: str) -> "Money | None":
        """A sum, in the account's `currency` where it names none."""
        sum_ = self.item(name)
        unit = sum_.may("unit", _currency) or currency
        return sum_.may("value", lambda value: Money.of(_number(value), unit))

    def characteristics(self, name: str) -> "Item":
        """An array of names and values, as one object."""
        return Item(
            {it.need("name", _text): it.content.get("value") for it in self.items(name)},
            f"{self.where}.{name}",
        )


def read_account(content: Any, home: Home) -> Account:
    """A TMF666 billing account. It has no place for currency, zone and country: ours says them in
    an extension, others' accounts have those of the operator's home.
    """
    account = Item(content, "billingAccount")
    return Account(
        id=account.need("id", _id),
        holder=account.need("name", _text),
        currency=account.may("currency", _currency) or home.currency,
        time_zone=account.may("timeZone", _zone) or home.time_zone,
        country=account.may("country", _text) or home.country,
    )


def read_line(content: Any) -> "Line | None":
    """The line that a TMF637 product is, if it is active and has a number."""
    product = Item(content, "product")
    number = product.may("productSerialNumber", _id)
    if not number or product.may("status", _text) not in (None, "active"):
        return None
    return Line(product.need("id", _id), number)


def read_bill(content: Any, account: Account) -> "Bill | None":
    """A TMF678 bill, if it is this account's."""
    bill = Item(content, "customerBill")
    if not _is_of(bill, account):
        return None
    number = bill.need("id", _id)
    first, last = _period(bill.item("billingPeriod"), account)
    due = bill.money("amountDue", account.currency)
    amount = bill.money("taxIncludedAmount", account.currency) or due
    if amount is None:
        raise unreadable("customerBill", "has neither taxIncludedAmount nor amountDue")
    settled = Money(0, amount.currency) if bill.may("state", _text) == "settled" else None
    return Bill(
        id=number,
        number=bill.may("billNo", _id) or number,
        first=first,
        last=last,
        amount=amount,
        remaining=bill.money("remainingAmount", account.currency) or settled or due or amount,
        due=bill.may("paymentDueDate", _day_in(account)),
    )


def read_call(content: Any, account: Account) -> Call:
    """A TMF635 usage."""
    usage = Item(content, "usage")
    said = usage.characteristics("usageCharacteristic")
    rated = next(iter(usage.items("ratedProductUsage")), Item({}, "usage.ratedProductUsage"))
    eligible = str(said.content.get("creditEligible")).lower() == "true"  # some write it as text
    why_not = said.may("creditIneligibilityReason", _text)
    return Call(
        id=usage.need("id", _id),
        line_id=said.may("productId", _id) or rated.item("productRef").need("id", _id),
        started=usage.need("usageDate", _instant),
        number=said.need("calledNumber", _id),
        kind=said.need("callType", _text),
        country=said.need("destinationCountry", _text),
        duration=said.need("duration", lambda value: int(_number(value))),
        price=rated.money("taxIncludedRatingAmount", account.currency)
        or Money(0, account.currency),
        bill_id=said.may("billId", _id),
        ineligible=None if eligible else why_not or "other",
    )


def read_report(content: Any, account: Account) -> Report:
    """A TMF621 ticket; the fields of a dispute are our extension and may all be missing."""
    ticket = Item(content, "troubleTicket")
    day = _day_in(account)
    target = ticket.item("creditTarget")
    notes = [it for it in ticket.items("note") if it.content.get("author") == OPERATOR]
    note = notes[-1] if notes else Item({}, "troubleTicket.note")
    related = ticket.items("relatedEntity")
    recalculation = ticket.item("recalculation")
    return Report(
        number=ticket.need("id", _id),
        status=ticket.need("status", _status),
        filed=ticket.need("creationDate", day),
        reason=ticket.may("disputeReason", _text),
        calls=sum(1 for entity in related if entity.content.get("role") == "disputedUsage"),
        amount=ticket.money("disputedAmount", account.currency),
        answer_by=ticket.may("expectedResolutionDate", day),
        credit_target=target.may("type", _text),
        credit_bill=target.item("bill").may("billNo", _id),
        note=note.may("text", _text),
        note_day=note.may("date", day),
        kind=ticket.may("ticketType", _text),
        offered=ticket.item("creditOffer").money("amount", account.currency),
        question=_question(ticket, notes),
        recalculation=recalculation.may("number", _id),
        recalculated_by=recalculation.may("resolutionDate", day),
        next_step=ticket.may("nextStep", _text),
        updated=ticket.may("lastUpdate", _instant),
        answer_at=ticket.may("expectedResolutionDate", _instant_if_any),
        contact=_contact(ticket),
    )


def _instant_if_any(value: Any) -> "datetime | None":
    """An instant; nothing where it is a day."""
    return None if _is_day(value) else _instant(value)


def _contact(ticket: Item) -> "str | None":
    """Where the answer is wanted besides."""
    contacts = [it for it in ticket.items("relatedParty") if it.content.get("role") == "contact"]
    return contacts[0].need("id", _id) if contacts else None


def _question(ticket: Item, notes: "list[Item]") -> "str | None":
    """What the operator asked, of a report that waits for the answer: their last words before."""
    if ticket.may("statusChangeReason", _text) != INFORMATION_REQUIRED:
        return None
    since = ticket.may("statusChangeDate", _instant)
    asked = [it for it in notes if since is None or it.need("date", _instant) <= since]
    return asked[-1].may("text", _text) if asked else None


def notes_of(content: Any) -> "list[Any]":
    """The notes of a TMF621 ticket as they stand, to be sent back with another one."""
    return [it.content for it in Item(content, "troubleTicket").items("note")]


def is_said(content: Any, words: str) -> bool:
    """Whether the customer has said it on a TMF621 ticket since the operator wrote last."""
    for note in reversed(notes_of(content)):
        if note.get("author") == OPERATOR:
            return False
        if note.get("text") == words:
            return True
    return False


def read_number(content: Any) -> "str | None":
    """A TMF621 ticket's number, where there is one."""
    return Item(content, "troubleTicket").may("id", _id) if isinstance(content, dict) else None


def read_creation(content: Any, account: Account) -> datetime:
    """When a TMF621 ticket was filed, to sort by."""

    def read(value: Any) -> datetime:
        if _is_day(value):
            return datetime.combine(date.fromisoformat(value), time(), account.zone)
        return _instant(value)

    return Item(content, "troubleTicket").need("creationDate", read)


def read_key(content: Any) -> "str | None":
    """The key under which a TMF621 ticket was filed."""
    return Item(content, "troubleTicket").may("externalId", _id)


def read_credit(content: Any, number: str, account: Account) -> "Money | None":
    """What a TMF678 rate gives back for the report of this number, if that is what it does."""
    rate = Item(content, "appliedCustomerBillingRate")
    given_for = rate.characteristics("characteristic").may("troubleTicketId", _id)
    is_credit = rate.may("type", _text) in (None, "appliedBillingCredit")
    if given_for != number or not is_credit or not _is_of(rate, account):
        return None
    return rate.money("taxIncludedAmount", account.currency)


def _is_of(item: Item, account: Account) -> bool:
    """Whether it is this account's: some servers do not know the filter and answer with all."""
    return item.item("billingAccount").may("id", _id) in (None, account.id)


def _period(period: Item, account: Account) -> "tuple[date, date]":
    """The first and the last day. An end at midnight, as many days into its month as the start,
    is the first instant of the next period.
    """
    day = _day_in(account)
    first, last = period.need("startDateTime", day), period.need("endDateTime", day)
    is_day = _is_day(period.content["endDateTime"])
    if not is_day and last > first and last.day == first.day:
        end = period.need("endDateTime", _instant).astimezone(account.zone)
        if end.time() == time():
            last -= timedelta(days=1)
    return first, last


def _id(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int)) or value == "":
        raise _Odd("is no id")
    return str(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _Odd("is no text")
    return value


def _status(value: Any) -> str:
    """A status in TMF621's spelling; one that it does not know as it stands."""
    said = re.sub(r"[^a-z]", "", _text(value).lower())
    return next((it for it in statuses() if it.lower() == said), _text(value))


def _number(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise _Odd("is no number")
    return Decimal(str(value))


def _currency(value: Any) -> str:
    unit = _text(value).upper()
    if not _CURRENCY.fullmatch(unit):
        raise _Odd("is no currency of ISO 4217")
    return unit


def _zone(value: Any) -> str:
    try:
        return ZoneInfo(_text(value)).key
    except (LookupError, OSError):
        raise _Odd("is no time zone of the IANA database") from None


def _instant(value: Any) -> datetime:
    moment = isoparse(_text(value))
    if moment.tzinfo is None:
        raise _Odd("is an instant without a time zone")
    return moment


def _day_in(account: Account) -> "Read[date]":
    """Reads the day that an instant has where the account is; a day is taken as it stands."""

    def read(value: Any) -> date:
        if _is_day(value):
            return date.fromisoformat(value)
        return _instant(value).astimezone(account.zone).date()

    return read


def _is_day(value: Any) -> bool:
    return isinstance(value, str) and bool(_DAY.fullmatch(value))
