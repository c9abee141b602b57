"""The port to the operator's billing. Every call is made with the customer's own token."""

from abc import ABC, abstractmethod
from datetime import datetime

from selfcare.account import Account, Line
from selfcare.bills import Bill
from selfcare.calls import Call
from selfcare.dispute import Dispute
from selfcare.money import Money
from selfcare.received import ReceivedFile
from selfcare.report import Report, ReportAnswer
from selfcare.written_report import WrittenReport


class Billing(ABC):
    """What the operator's side knows and does for a signed-in customer.

    Every method raises Unavailable, TimedOut or SignedOut; others are named where they occur.
    """

    @abstractmethod
    def account(self, token: str) -> Account:
        """The customer's billing account."""

    @abstractmethod
    def lines(self, token: str) -> list[Line]:
        """The active telephone lines, ordered by number."""

    @abstractmethod
    def bills(self, token: str, account: Account) -> list[Bill]:
        """The bills issued to the account."""

    @abstractmethod
    def calls(self, token: str, account: Account, since: datetime, before: datetime) -> list[Call]:
        """The calls of all lines that started in `since` ≤ t < `before`, the latest first."""

    @abstractmethod
    def file_dispute(self, token: str, account: Account, dispute: Dispute) -> Report:
        """File it, once: the same key answers with the same report.

        Raises NotEligible or Rejected.
        """

    @abstractmethod
    def file_written_report(self, token: str, account: Account, written: WrittenReport) -> Report:
        """File it, once: the same key answers with the same report. Raises Rejected."""

    @abstractmethod
    def find_report(self, token: str, key: str) -> Report | None:
        """The report filed under this idempotency key, if it arrived."""

    @abstractmethod
    def reports(self, token: str) -> list[Report]:
        """The customer's reports, the latest first."""

    @abstractmethod
    def report(self, token: str, number: str) -> Report:
        """One report by its number. Raises NotFound."""

    @abstractmethod
    def answer_report(
        self, token: str, number: str, answer: ReportAnswer, offered: Money | None = None
    ) -> Report:
        """Withdraw a report, accept or refuse what was `offered` for it, confirm that it is
        settled; given twice it counts once. Raises NotFound, and Rejected where it comes too late.
        """

    @abstractmethod
    def reopen_report(self, token: str, number: str, words: str) -> Report:
        """Have what was resolved looked at again, for the reason in the customer's `words`; where
        the other side reopens nothing, they are added to it. Raises NotFound, Rejected.
        """

    @abstractmethod
    def add_to_report(self, token: str, number: str, words: str) -> Report:
        """Add the customer's words to a report; until the operator writes again, the same words
        count once. Raises NotFound and Rejected.
        """

    @abstractmethod
    def attach(self, token: str, number: str, file: ReceivedFile) -> None:
        """Put a file on a report; one that `was_tried` and is there by now counts once. Raises
        NotFound, and Rejected where the other side does not take it.
        """
