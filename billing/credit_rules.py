"""Who may decide what, and why a credit may be refused: data, in `credit_rules.yml`."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from billing.errors import ForbiddenError, InvalidError

FILE = Path(__file__).with_name("credit_rules.yml")


@dataclass(frozen=True)
class CreditRules:
    """Role → currency → the most, in minor units, that it decides on; who reads the audit trail;
    and reasons to refuse.
    """

    limits: dict[str, dict[str, int]]
    auditors: list[str]
    refusals: list[str]

    @property
    def roles(self) -> list[str]:
        """Every role that there is."""
        return list(dict.fromkeys([*self.limits, *self.auditors]))

    def may_give(self, role: str, amount: int, currency: str) -> bool:
        """Whether the role decides on so much, in minor units."""
        limits = self.limits.get(role)
        return limits is not None and (not limits or amount <= limits.get(currency, 0))

    def check_credit(self, role: str, amount: int, currency: str) -> None:
        """Raises ForbiddenError where the role may not give so much back."""
        if role not in self.limits:
            raise ForbiddenError(f"a {role} decides on no credits")
        if not self.may_give(role, amount, currency):
            raise ForbiddenError(f"a {role} may not give so much back: ask a supervisor")

    def check_refusal(self, role: str, reason: str) -> None:
        """Raises ForbiddenError for a role that decides nothing, InvalidError for the reason."""
        if role not in self.limits:
            raise ForbiddenError(f"a {role} refuses no credits")
        if reason not in self.refusals:
            raise InvalidError(f"the reason is none of: {', '.join(self.refusals)}")


@cache
def credit_rules(path: Path = FILE) -> CreditRules:
    """The operator's rules."""
    return CreditRules(**yaml.safe_load(path.read_text(encoding="utf-8")))
