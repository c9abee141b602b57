"""Billing for reports that were filed without a sign-in: the same APIs, and nobody's account."""

from selfcare.account import Account
from selfcare.billing_tmf import TmfBilling
from selfcare.report import Report


class UnsignedTmfBilling(TmfBilling):
    """The adapter with the assistant's own token: days and sums are of the operator's home."""

    def account(self, token: str) -> Account:
        home = self._home
        return Account("", "", home.currency, home.time_zone, home.country)

    def report(self, token: str, number: str) -> Report:
        """No credit is looked for: it would be on a bill."""
        return self._ticket(token, number)
