"""Typed values for messages: the Fluent generator writes them in the customer's way."""

import json
from datetime import date, datetime, time, timezone
from typing import Any

from selfcare.bills import BillingCycle
from selfcare.calls import Call
from selfcare.money import Money

Value = Any

#: Kinds of call whose place is not a country.
PLACES = ("local", "mobile", "premium")
KINDS = (*PLACES, "international", "roaming")
INELIGIBLE = ("too_old", "already_credited", "already_disputed", "included_in_plan", "unbilled")


def money(amount: Money) -> Value:
    """A sum of money."""
    return {"money": amount.minor, "currency": amount.currency}


def day(value: date) -> Value:
    """A calendar day."""
    return {"day": value.isoformat()}


def weekday(value: date) -> Value:
    """A day of the next weeks, with its weekday and without its year."""
    return {"weekday": value.isoformat()}


def moment(value: datetime, zone: str, style: str = "short") -> Value:
    """An instant as the clocks of `zone` show it; `style` is short or time."""
    instant = value.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")
    return {"instant": instant, "zone": zone, "style": style}


def clock(value: time) -> Value:
    """An hour of every week, by the operator's clock."""
    return {"clock": f"{value:%H:%M}"}


def month(cycle: BillingCycle) -> Value:
    """The month of a billing cycle."""
    return {"month": cycle.month}


def period(cycle: BillingCycle) -> Value:
    """The days of a billing cycle."""
    return {"period": [cycle.first.isoformat(), cycle.last.isoformat()]}


def phone(number: str) -> Value:
    """A telephone number (E.164)."""
    return {"phone": number}


def message(name: str, **args: Value) -> Value:
    """Another message, inside this one."""
    return {"message": name, "args": args}


def several(values: "list[Value]") -> Value:
    """A list, joined as the language joins lists."""
    return {"list": values}


def lines(values: "list[Value]") -> Value:
    """A list with a line for each."""
    return {"lines": values}


#: Calls that are told one by one; of more, only how many.
LISTED = 3


def first_lines(values: "list[Value]") -> Value:
    """The first of several things with a line for each, and how many more there are."""
    if len(values) <= LISTED:
        return lines(values)
    return lines([*values[:LISTED], message("more_calls", count=len(values) - LISTED)])


def choice(title: str, payload: str, **args: Value) -> "dict[str, Any]":
    """A button: the message that is its title, and what it sends."""
    return {"title": title, "args": args, "payload": payload}


def follow_up(number: str) -> str:
    """What the button sends that asks what became of a report."""
    return f'/check_report_status{{"report_number":"{number}"}}'


def answer(wish: str, number: str, said: str, **seen: int) -> str:
    """What a button sends that answers on a report, wherever the conversation is by then: which
    report, "yes" or "no", and what the customer saw when it was asked, as `offered` in minor units.
    """
    told = {"report_number": number, "answer": said, **seen}
    return f"/{wish}{json.dumps(told, separators=(',', ':'))}"


def reason(code: "str | None") -> Value:
    """Why something is disputed."""
    return message(f"reason_{code or 'other'}")


def ineligible(code: str) -> Value:
    """Why no credit can be asked for a call."""
    return message(f"ineligible_{code if code in INELIGIBLE else 'other'}")


def call_title(call: Call, zone: str) -> Value:
    """When a call was and to whom."""
    return message("call_title", when=moment(call.started, zone), number=phone(call.number))


def call_detail(call: Call) -> Value:
    """Where a call went and how long it took."""
    name = "call_detail" if call.is_charged else "call_detail_free"
    return message(name, place=place(call), duration={"duration": call.duration})


def kind_of_call(call: Call) -> str:
    """The kind of a call; `other` where it is none that we have a word for."""
    return call.kind if call.kind in KINDS else "other"


def place(call: Call) -> Value:
    """Where a call went."""
    if call.kind in PLACES:
        return message(f"place_{call.kind}")
    name = "place_roaming" if call.kind == "roaming" else "place_international"
    return message(name, country={"country": call.country})
