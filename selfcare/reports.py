"""A conversation's reports: the account's that is signed in there, and those filed there without.

A report that was filed without signing in belongs to the conversation. It is not handed to an
account that signs in later: who signs in need not be who wrote.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from sqlalchemy import select

from selfcare.billing import Billing
from selfcare.credentials import Credentials
from selfcare.errors import NotFound, SignedOut, Unavailable
from selfcare.money import Money
from selfcare.report import Report, ReportAnswer
from selfcare.secrets_box import SecretsBox
from selfcare.signin import Conversation, SignIn
from selfcare.store import Store, UnsignedReportRow
from selfcare.written_report import WrittenReport

T = TypeVar("T")


@dataclass(frozen=True)
class Unsigned:
    """Billing as the assistant itself sees it: what was filed without a sign-in, and no more."""

    billing: Billing
    credentials: Credentials

    def ask(self, question: "Callable[[Billing, str], T]") -> T:
        """What billing answers to the assistant; a token that is refused is replaced once.

        Raises what `question` raises, but never SignedOut: no customer could help that.
        """
        try:
            return question(self.billing, self.credentials.token())
        except SignedOut:
            self.credentials.forget()
        try:
            return question(self.billing, self.credentials.token())
        except SignedOut as error:
            raise Unavailable("billing refuses the assistant's own sign-in") from error


class Reports:
    """What a conversation may know of reports, and do with them.

    Every method raises Unavailable and TimedOut, and SignedOut where nobody is signed in and the
    report was not filed in the conversation.
    """

    def __init__(
        self,
        billing: Billing,
        signin: SignIn,
        store: Store,
        box: SecretsBox,
        unsigned: Unsigned | None,
    ) -> None:
        self._billing = billing
        self._signin = signin
        self._store = store
        self._box = box
        self.unsigned = unsigned

    def of(self, conversation: Conversation) -> list[Report]:
        """All of them, the latest first."""
        numbers = self._filed_in(conversation)
        own = [it for it in (self._look_at(number) for number in numbers) if it]
        if own and not self._signin.is_signed_in(conversation):
            return own
        theirs = self._billing.reports(self._signin.token_of(conversation))
        return sorted([*theirs, *own], key=lambda it: it.filed, reverse=True)

    def one(
        self, conversation: Conversation, number: str, is_customers_wish: bool = True
    ) -> Report:
        """One by its number. Reading what nobody asked for keeps no sign-in awake. Raises
        NotFound.
        """
        if self.was_filed_in(conversation, number):
            return self._ask(lambda billing, token: billing.report(token, number))
        token = self._signin.token_of(conversation, keeps_awake=is_customers_wish)
        return self._billing.report(token, number)

    def file_unsigned(self, conversation: Conversation, written: WrittenReport) -> Report:
        """File it without a sign-in, once: the same key answers with the same report. Raises
        Rejected.
        """
        own = replace(written, writer=self._box.digest(conversation.key))

        def file(billing: Billing, token: str) -> Report:
            return billing.file_written_report(token, billing.account(token), own)

        report = self._ask(file)
        with self._store.session() as session:
            row = UnsignedReportRow(report=report.number, conversation=conversation.key)
            session.merge(row)
        return report

    def was_filed_in(self, conversation: Conversation, number: str) -> bool:
        """Whether it was filed in this conversation without a sign-in."""
        with self._store.session() as session:
            row = session.get(UnsignedReportRow, number)
            return row is not None and row.conversation == conversation.key

    def has_any(self, conversation: Conversation) -> bool:
        """Whether `of` answers: somebody is signed in, or something was filed without that."""
        return self._signin.is_signed_in(conversation) or bool(self._filed_in(conversation))

    def answer(
        self,
        conversation: Conversation,
        number: str,
        answer: ReportAnswer,
        offered: Money | None = None,
    ) -> Report:
        """As `Billing.answer_report`."""
        return self._change(
            conversation, number, lambda it, token: it.answer_report(token, number, answer, offered)
        )

    def reopen(self, conversation: Conversation, number: str, words: str) -> Report:
        """As `Billing.reopen_report`."""
        return self._change(
            conversation, number, lambda it, token: it.reopen_report(token, number, words)
        )

    def add(self, conversation: Conversation, number: str, words: str) -> Report:
        """As `Billing.add_to_report`."""
        return self._change(
            conversation, number, lambda it, token: it.add_to_report(token, number, words)
        )

    def _change(
        self, conversation: Conversation, number: str, change: "Callable[[Billing, str], Report]"
    ) -> Report:
        if self.was_filed_in(conversation, number):
            return self._ask(change)
        return change(self._billing, self._signin.token_of(conversation))

    def _filed_in(self, conversation: Conversation) -> list[str]:
        with self._store.session() as session:
            mine = UnsignedReportRow.conversation == conversation.key
            return list(session.scalars(select(UnsignedReportRow.report).where(mine)))

    def _look_at(self, number: str) -> Report | None:
        """The report; nothing where billing has it no more."""
        try:
            return self._ask(lambda billing, token: billing.report(token, number))
        except NotFound:
            return None

    def _ask(self, question: "Callable[[Billing, str], T]") -> T:
        if self.unsigned is None:
            raise Unavailable("the assistant has no credentials of its own")
        return self.unsigned.ask(question)
