"""Calls as a channel shows them: a list to mark, and a chart of what they cost."""

from typing import Any

from actions import say
from actions.turn import Turn
from selfcare.account import Account
from selfcare.calls import Call
from selfcare.money import Money, total

#: The channels that show a list whose calls are marked; in the others they are named by numbers.
MARKING = ("web", "telegram")


def asking(turn: Turn, response: str) -> str:
    """The response that asks for calls of a list in the way in which this channel takes them."""
    return response if turn.conversation.channel in MARKING else f"{response}_by_number"


def call_list(
    calls: "list[Call]", account: Account, first: int, can_mark: bool, intent: str
) -> "dict[str, Any]":
    """The calls as a list whose positions begin at `first`; `intent` takes what is marked.

    `title`, `detail` and `note` are a call in lines of text, `cells` the same call in a table.
    """
    return {
        "kind": "calls",
        "label": say.message("calls_label"),
        "items": [
            {
                "position": position,
                "title": say.call_title(call, account.time_zone),
                "detail": say.call_detail(call),
                "price": say.money(call.price),
                "note": _note(call),
                "cells": _cells(call, account.time_zone),
                "selected": False,
                "enabled": call.ineligible is None,
            }
            for position, call in enumerate(calls, first)
        ],
        "payload": intent + '{"choice":"%s"}',
        "submit": say.message("button_dispute_marked") if can_mark else None,
        "select": "many" if can_mark else "none",
    }


def cost_by_kind(calls: "list[Call]", currency: str) -> "dict[str, Any] | None":
    """What the calls cost by kind, the dearest first; nothing where one kind costs all there is."""
    prices: dict[str, list[Money]] = {}
    for call in calls:
        if call.is_charged:
            prices.setdefault(say.kind_of_call(call), []).append(call.price)
    if len(prices) < 2:
        return None
    costs = [(kind, total(its_prices, currency)) for kind, its_prices in prices.items()]
    costs.sort(key=lambda each: each[1].minor, reverse=True)
    dearest = costs[0][1].minor
    return {
        "kind": "chart",
        "title": say.message("chart_cost_by_kind"),
        "bars": [_bar(kind, cost, dearest) for kind, cost in costs],
    }


def _bar(kind: str, cost: Money, dearest: int) -> "dict[str, Any]":
    return {
        "label": say.message(f"kind_{kind}"),
        "value": say.money(cost),
        "share": round(cost.minor / dearest, 4),
    }


def _note(call: Call) -> Any:
    """Why no credit can be asked; that a call was included is in its detail already."""
    if call.ineligible is None or (call.ineligible == "included_in_plan" and not call.is_charged):
        return None
    return say.ineligible(call.ineligible)


def _cells(call: Call, zone: str) -> "dict[str, Any]":
    return {
        "when": say.moment(call.started, zone),
        "number": say.phone(call.number),
        "place": say.place(call),
        "length": {"duration": call.duration},
        "note": say.ineligible(call.ineligible) if call.ineligible else None,
    }
