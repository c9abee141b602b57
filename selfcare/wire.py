"""Calls and reports as JSON, for the store."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from selfcare.calls import Call
from selfcare.money import Money
from selfcare.report import Report

Json = dict[str, Any]


def call_to_json(call: Call) -> Json:
    """A call with its instant as ISO text."""
    return {**asdict(call), "started": call.started.isoformat()}


def call_from_json(content: Json) -> Call:
    """The call that `call_to_json` wrote."""
    return Call(
        **{
            **content,
            "started": datetime.fromisoformat(content["started"]),
            "price": Money(**content["price"]),
        }
    )


def report_to_json(report: Report) -> Json:
    """A report with its days as ISO text."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(report).items()
    }


def report_from_json(content: Json) -> Report:
    """The report that `report_to_json` wrote."""
    return Report(
        **{
            **content,
            "filed": date.fromisoformat(content["filed"]),
            "answer_by": _day(content["answer_by"]),
            "recalculated_by": _day(content.get("recalculated_by")),
            "note_day": _day(content["note_day"]),
            "amount": _money(content["amount"]),
            "credited": _money(content["credited"]),
            "offered": _money(content.get("offered")),
            "updated": _instant(content.get("updated")),
            "answer_at": _instant(content.get("answer_at")),
        }
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _money(content: Json | None) -> Money | None:
    return Money(**content) if content else None
