"""Reports: what was filed, under which number, and what became of it."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from selfcare.money import Money

#: Crockford's 32 symbols; I, L and O are misread as 1, 1 and 0, U is not used.
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("ILO", "110")
#: What each kind of report begins with, and the recalculation of a bill that one led to.
PREFIXES = ("DSP", "FRD", "FLT", "REQ", "CMP", "MSG", "RCL")
_OURS = re.compile(
    r"\b(" + "|".join(PREFIXES) + r")[\s\-–.]*((?:[0-9A-Z][\s\-–.]{0,3}){8})(?![0-9A-Z])"
)


@dataclass(frozen=True)
class Report:
    """A trouble ticket as its customer sees it.

    `credit_target` says where a credit goes if it is approved: "nextBill", or "unpaidBill"
    with `credit_bill`, the number of that bill. `kind` is the ticket's type: "fault", "request" …
    `offered` is a part of the disputed `amount` that waits for the customer's answer, `question` is
    what the operator asked and waits for. A bill that is calculated anew has a number of its own,
    `recalculation`. `next_step` says what can be done after a refusal: "complaint" … `updated` is
    when it changed last, `answer_at` the instant of `answer_by`, where it has one. `contact` is
    where the answer is wanted besides (mailto:, tel:).
    """

    number: str
    status: str
    filed: date
    reason: str | None
    calls: int
    amount: Money | None
    answer_by: date | None
    credit_target: str | None = None
    credit_bill: str | None = None
    credited: Money | None = None
    note: str | None = None
    note_day: date | None = None
    kind: str | None = None
    offered: Money | None = None
    question: str | None = None
    recalculation: str | None = None
    recalculated_by: date | None = None
    next_step: str | None = None
    updated: datetime | None = None
    answer_at: datetime | None = None
    contact: str | None = None

    def is_called(self, number: str) -> bool:
        """Whether it has this number, or the bill that it led to recalculating has."""
        return number in (self.number, self.recalculation)

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to answer it."""
        return self.status in ("acknowledged", "inProgress", "pending", "held")

    @property
    def is_withdrawn(self) -> bool:
        """Whether its customer took it back: nothing more comes of it."""
        return self.status == "cancelled"

    @property
    def is_resolved(self) -> bool:
        """Whether its customer has to say if that settles it."""
        return self.status == "resolved"


class ReportAnswer(Enum):
    """What a customer can answer on a report of their own."""

    WITHDRAW = "withdraw"
    ACCEPT_OFFER = "accept offer"
    REFUSE_OFFER = "refuse offer"
    CONFIRM = "confirm"


@dataclass(frozen=True)
class ReportNumber:
    """A number as read from a customer's words; `is_valid` by its check symbol."""

    text: str
    is_valid: bool


def read_report_number(words: str) -> ReportNumber | None:
    """The first number of ours in `words`, spaces and misread letters forgiven."""
    found = _OURS.search(words.upper())
    if not found:
        return None
    prefix, written = found.groups()
    symbols = re.sub(r"[^0-9A-Z]", "", written).translate(_MISREAD)
    text = f"{prefix}-{symbols[:4]}-{symbols[4:]}"
    return ReportNumber(text, _is_checked(symbols))


def _is_checked(symbols: str) -> bool:
    """Luhn modulo 32: from the right, every second symbol counts twice, digits of base 32 added."""
    if any(symbol not in SYMBOLS for symbol in symbols):
        return False
    added = 0
    for place, symbol in enumerate(reversed(symbols)):
        value = SYMBOLS.index(symbol) * (place % 2 + 1)
        added += value // 32 + value % 32
    return added % 32 == 0


def statuses() -> tuple[str, ...]:
    """The states of TMF621 that a customer can be told."""
    return (
        "acknowledged",
        "inProgress",
        "pending",
        "held",
        "resolved",
        "rejected",
        "closed",
        "cancelled",
    )
