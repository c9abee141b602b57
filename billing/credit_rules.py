"""What can be credited, off which bill, by whom, why it may be refused, and who recalculates:
data, in `credit_rules.yml`.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from billing.errors import ForbiddenError, InvalidError

FILE = Path(__file__).with_name("credit_rules.yml")


@dataclass(frozen=True)
class Route:
    """Which team recalculates a bill, and in how many business days."""

    owner: str
    business_days: int


@dataclass(frozen=True)
class CreditRules:
    """Reasons against a credit, the first of which counts; off which bill it comes, see
    `credit_target`; role → currency → the most, in minor units, that it decides on; who reads the
    audit trail; reasons to refuse a dispute, and to reject other reports, each with its customer's
    next step; routes of recalculations; and the role in which each of the operator's systems works.
    """

    ineligible: list[str]
    credit_off: str
    limits: dict[str, dict[str, int]]
    auditors: list[str]
    refusals: dict[str, str]
    rejections: dict[str, str]
    recalculation: dict[str, Route]
    systems: dict[str, str]

    def check_role(self, role: str) -> None:
        """Raises ForbiddenError for a role that answers no reports."""
        if role not in self.limits:
            raise ForbiddenError(f"a {role} answers no reports")

    @property
    def roles(self) -> list[str]:
        """Every role that there is."""
        return list(dict.fromkeys([*self.limits, *self.auditors]))

    def may_give(self, role: str, amount: int, currency: str) -> bool:
        """Whether the role decides on so much, in minor units."""
        limits = self.limits.get(role)
        return limits is not None and (not limits or amount <= limits.get(currency, 0))

    def role_of(self, system: str) -> str:
        """The role of a system. Raises ForbiddenError for one that the rules do not name."""
        if system not in self.systems:
            raise ForbiddenError(f"{system} has no role in the credit rules")
        return self.systems[system]

    def check_credit(self, role: str, amount: int, currency: str) -> None:
        """Raises ForbiddenError where the role may not give so much back."""
        self.check_role(role)
        if not self.may_give(role, amount, currency):
            raise ForbiddenError(f"a {role} may not give so much back: ask a supervisor")

    def check_refusal(self, role: str, reason: str) -> None:
        """Raises ForbiddenError for a role that decides nothing, InvalidError for the reason."""
        self.check_role(role)
        _check_among(self.refusals, reason)

    def check_rejection(self, role: str, reason: str) -> None:
        """Raises ForbiddenError for a role that decides nothing, InvalidError for the reason."""
        self.check_role(role)
        _check_among(self.rejections, reason)

    def next_step(self, reason: str | None) -> str | None:
        """What the customer of a report that was refused for this reason can do; None if the rules
        do not know the reason (any more).
        """
        return (self.refusals | self.rejections).get(reason or "")


def _check_among(reasons: dict[str, str], reason: str) -> None:
    if reason not in reasons:
        raise InvalidError(f"the reason is none of: {', '.join(reasons)}")


@cache
def credit_rules(path: Path = FILE) -> CreditRules:
    """The operator's rules."""
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    routes = {name: Route(**route) for name, route in read.pop("recalculation").items()}
    return CreditRules(**read, recalculation=routes)
