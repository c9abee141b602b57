"""What an officer can do with a report, and the draft of it: sum, reason and words."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from billing.credit_rules import CreditRules
from billing.decisions import Desk, Officer, credited_bill
from billing.errors import InvalidError
from billing.models import Ticket
from billing.money import from_decimal
from billing.reports import BILLING_DISPUTE, OPEN
from billing.site.forms import Form

LONGEST_WORDS = 2000  # characters
NEXT_BILL = "next"
SUM = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,2})?")


@dataclass(frozen=True)
class Draft:
    """What an officer has chosen and typed so far. `amount` in minor units and `target`, the bill
    that a credit lowers, are known once the choice is made; `seen` is the state of the report that
    the officer saw; `problem` names a text.
    """

    act: str
    sum: str = ""
    reason: str = ""
    words: str = ""
    seen: str = ""
    amount: int | None = None
    target: str = ""
    bill_number: str = ""
    problem: str | None = None

    @property
    def is_ready(self) -> bool:
        """Whether only the words are missing."""
        act = ACTS[self.act]
        return (self.amount is not None or not act.money) and bool(self.reason or not act.reasons)


@dataclass(frozen=True)
class Act:
    """One way to go on with a report. `reasons`: those of which it needs one; `has_words`: whether
    the customer is told something.
    """

    carry_out: Callable[[Desk, str, Officer, Draft, datetime], object]
    possible: Callable[[Ticket], bool]
    money: bool = False
    reasons: Callable[[CreditRules, Ticket], list[str]] | None = None
    has_words: bool = True


def _is_open(ticket: Ticket) -> bool:
    return ticket.status in OPEN


def _unanswered(ticket: Ticket) -> bool:
    return _is_open(ticket) and ticket.open_offer is None


def _undecided(ticket: Ticket) -> bool:
    return _unanswered(ticket) and ticket.ticket_type == BILLING_DISPUTE


def _no_dispute(ticket: Ticket) -> bool:
    return _is_open(ticket) and ticket.ticket_type != BILLING_DISPUTE


def _can_be_credited(ticket: Ticket) -> bool:
    return _undecided(ticket) and ticket.found_undue is not False


def _can_be_parted(ticket: Ticket) -> bool:
    return _can_be_credited(ticket) and (ticket.disputed_amount or 0) > 1


def _findings(_rules: CreditRules, ticket: Ticket) -> list[str]:
    return ["due"] if ticket.open_recalculation else ["undue", "due"]


def _take(desk: Desk, number: str, officer: Officer, _draft: Draft, now: datetime) -> None:
    desk.take(number, officer, now)


def _find(desk: Desk, number: str, officer: Officer, draft: Draft, now: datetime) -> None:
    desk.find(number, officer, draft.reason == "undue", draft.words, now)


def _credit(desk: Desk, number: str, officer: Officer, draft: Draft, now: datetime) -> None:
    desk.credit(number, officer, draft.words, now, draft.amount)


def _offer(desk: Desk, number: str, officer: Officer, draft: Draft, now: datetime) -> None:
    assert draft.amount is not None, "an offer that is ready has a sum"
    desk.offer(number, officer, draft.amount, draft.words, now)


def _refuse(desk: Desk, number: str, officer: Officer, draft: Draft, now: datetime) -> None:
    desk.refuse(number, officer, draft.reason, draft.words, now)


def _ask(desk: Desk, number: str, officer: Officer, draft: Draft, now: datetime) -> None:
    desk.ask(number, officer, draft.words, now)


def _note(desk: Desk, number: str, officer: Officer, draft: Draft, now: datetime) -> None:
    desk.note(number, officer, draft.words, now)


def _resolve(desk: Desk, number: str, officer: Officer, draft: Draft, now: datetime) -> None:
    desk.resolve(number, officer, draft.words, now)


def _reject(desk: Desk, number: str, officer: Officer, draft: Draft, now: datetime) -> None:
    desk.reject(number, officer, draft.reason, draft.words, now)


ACTS = {
    "take": Act(_take, _is_open, has_words=False),
    "credit": Act(_credit, _can_be_credited, money=True),
    "offer": Act(_offer, _can_be_parted, money=True),
    "resolve": Act(_resolve, _no_dispute),
    "find": Act(_find, _undecided, reasons=_findings),
    "ask": Act(_ask, _unanswered),
    "note": Act(_note, _is_open),
    "refuse": Act(_refuse, _undecided, reasons=lambda rules, _: list(rules.refusals)),
    "reject": Act(_reject, _no_dispute, reasons=lambda rules, _: list(rules.rejections)),
}


def possible(ticket: Ticket, officer: Officer) -> list[str]:
    """What an officer can do with a report as it stands."""
    return [
        name
        for name, act in ACTS.items()
        if act.possible(ticket) and not (name == "take" and ticket.owner == officer.name)
    ]


def state_of(ticket: Ticket) -> str:
    """What changes whenever somebody does something with the report."""
    return f"{ticket.updated_at.isoformat()} {ticket.owner or ''}"


def drafted(act: str, form: Form) -> Draft:
    """What a form or an address holds."""
    words = form.get("words", "").replace("\r\n", "\n").strip()
    return Draft(act, form.get("sum", "").strip(), form.get("reason", ""), words)


def completed(
    session: Session, draft: Draft, ticket: Ticket, rules: CreditRules, role: str
) -> Draft:
    """The draft with sum and target worked out, or with the problem that there is with it."""
    act = ACTS[draft.act]
    if act.reasons is None:
        draft = replace(draft, reason="")
    elif draft.reason not in act.reasons(rules, ticket):
        return replace(draft, reason="", problem="staff_choose_reason" if draft.reason else None)
    return _with_sum(session, draft, ticket, rules, role) if act.money else draft


def _with_sum(
    session: Session, draft: Draft, ticket: Ticket, rules: CreditRules, role: str
) -> Draft:
    assert ticket.currency is not None, "a dispute has a currency"
    amount = ticket.disputed_amount if draft.act == "credit" else None
    if amount is not None:
        draft = replace(draft, sum="")
    elif draft.sum:
        amount = read_sum(draft.sum, ticket.currency)
    else:
        return draft
    if amount is None or amount <= 0:
        return replace(draft, problem="staff_sum_unclear")
    if draft.act == "offer" and amount >= (ticket.disputed_amount or 0):
        return replace(draft, problem="staff_sum_no_part")
    if not rules.may_give(role, amount, ticket.currency):
        return replace(draft, problem="staff_sum_above_limit")
    bill = credited_bill(session, ticket, amount)
    target, number = (NEXT_BILL, "") if bill is None else (bill.id, bill.number)
    return replace(draft, amount=amount, target=target, bill_number=number)


def read_sum(typed: str, currency: str) -> int | None:
    """A sum as it is typed in any of our languages, 12,50 or 12.50, in minor units; None if it is
    none.
    """
    digits = re.sub(r"\s|€|£|zł|" + currency, "", typed, flags=re.IGNORECASE)
    if not SUM.fullmatch(digits):
        return None
    try:
        return from_decimal(digits.replace(",", "."), currency)
    except ValueError:
        return None


def check_words(draft: Draft) -> None:
    """Raises InvalidError for words that cannot be sent."""
    if not ACTS[draft.act].has_words:
        return
    if not draft.words or len(draft.words) > LONGEST_WORDS or "\x00" in draft.words:
        raise InvalidError("the customer is told something, in words")
