"""What the pages say about the operator: `operator.json`, read in a visitor's way."""

import json
from dataclasses import dataclass
from datetime import time
from functools import cache
from pathlib import Path
from typing import Any

import phonenumbers
from babel import Locale
from babel.dates import format_time

DATA = Path(__file__).with_name("operator.json")


@dataclass(frozen=True)
class Hours:
    """Open from the first weekday to the last (0 is Monday), in the operator's local time."""

    first: int
    last: int
    opens: time
    closes: time

    def written(self, language: str) -> str:
        """As in "Mon–Fri 08:00–18:00"."""
        locale = Locale.parse(language)
        names = locale.days["stand-alone"]["abbreviated"]
        days = dict.fromkeys(names[day] for day in (self.first, self.last))
        times = (format_time(each, "HH:mm", locale=locale) for each in (self.opens, self.closes))
        written = f"{'–'.join(days)} {'–'.join(times)}"
        return written[0].upper() + written[1:]


@dataclass(frozen=True)
class Operator:
    """The operator's contacts; `language` is what a visitor without a known one gets."""

    language: str
    phone: str
    email: str
    address: str
    city: str
    country: str
    time_zone: str
    phone_hours: list[Hours]
    office_hours: list[Hours]

    @property
    def phone_written(self) -> str:
        """The telephone number as it is written abroad, not to be broken at a line's end."""
        written = phonenumbers.format_number(
            phonenumbers.parse(self.phone), phonenumbers.PhoneNumberFormat.INTERNATIONAL
        )
        return written.replace(" ", "\N{NO-BREAK SPACE}")


@cache
def read_operator(path: Path = DATA) -> Operator:
    """The operator of this file."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    hours = data.pop("hours")
    return Operator(
        **data,
        phone_hours=[_hours(each) for each in hours["phone"]],
        office_hours=[_hours(each) for each in hours["office"]],
    )


def _hours(row: dict[str, Any]) -> Hours:
    return Hours(
        row["first"],
        row["last"],
        time.fromisoformat(row["opens"]),
        time.fromisoformat(row["closes"]),
    )
