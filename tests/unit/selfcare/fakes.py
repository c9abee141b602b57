"""Stand-ins for the operator's side: subclasses of the ports, and a customer's small world."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet

from selfcare.account import Account, Line
from selfcare.attaching import Attaching
from selfcare.billing import Billing
from selfcare.billing_tmf import STATUSES
from selfcare.bills import Bill
from selfcare.bootstrap import Selfcare
from selfcare.calls import Call
from selfcare.codes import StatusCodes
from selfcare.credentials import Credentials
from selfcare.dispute import Dispute
from selfcare.draft import Drafts
from selfcare.errors import NotFound, Rejected, SelfcareError, SignedOut
from selfcare.filing import Filing
from selfcare.handoffs import Handoffs
from selfcare.hours import Hours, Operator
from selfcare.mail import Mail
from selfcare.money import Money
from selfcare.news import News
from selfcare.people import People
from selfcare.received import ReceivedFile, ReceivedFiles
from selfcare.report import Report, ReportAnswer
from selfcare.reports import Reports, Unsigned
from selfcare.secrets_box import SecretsBox
from selfcare.signin import Conversation, DeviceCode, Provider, Refused, SignIn, Token
from selfcare.store import Store
from selfcare.views import Views
from selfcare.written_report import WrittenReport
from tests.unit.selfcare.fake_desk import FakeDesk

#: A Wednesday, 11 o'clock in Madrid.
NOW = datetime(2026, 11, 18, 10, 0, tzinfo=timezone.utc)
TOKEN = "token-of-ana-7731"
NAME = "Ana Castro"
CHAT = Conversation("web", "5eb63bbbe01eeed0")
OTHER_CHAT = Conversation("web", "92cbd4e7a0f1c3d8")
KEY = Fernet.generate_key()

ACCOUNT = Account("BA-1", NAME, "EUR", "Europe/Madrid", "ES")
HOME = Line("P-1", "+34910123471")
MOBILE = Line("P-2", "+34612345182")


def euros(minor: int) -> Money:
    return Money(minor, "EUR")


def bill_of(month: int, minor: int = 2490) -> Bill:
    """The bill over a month of 2026."""
    following = date(2026, month + 1, 1)
    last = following - timedelta(days=1)
    due = following + timedelta(days=28)
    amount = euros(minor)
    return Bill(f"B-{month}", f"F-2026-{month}", date(2026, month, 1), last, amount, amount, due)


def call(
    number: str,
    day: int,
    minor: int = 121,
    *,
    line: Line = HOME,
    month: int = 10,
    kind: str = "mobile",
    country: str = "ES",
    ineligible: str | None = None,
) -> Call:
    """A call of 2026 at half past eight in the morning, on the bill of its month."""
    started = datetime(2026, month, day, 7, 30, tzinfo=timezone.utc)
    name = f"U-{month}-{day}-{number[-3:]}"
    price = euros(minor)
    bill = f"B-{month}"
    return Call(name, line.id, started, number, kind, country, 65, price, bill, ineligible)


#: October: four charged calls of the first line, one of the second, one without a charge.
OCTOBER = [
    call("+212520123777", 28, 840, kind="international", country="MA"),
    call("+34612345666", 20),
    call("+34806123457", 18, 999, kind="premium"),
    call("+34612345111", 9, 310, ineligible="already_credited"),
    call("+34612345222", 7, 55, line=MOBILE),
    call("+34910123000", 3, 0, kind="local", ineligible="included_in_plan"),
]


class MovingClock:
    """A clock that stands until it is moved."""

    def __init__(self, moment: datetime = NOW) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def move(self, **by: float) -> None:
        """Forward, by what `timedelta` takes."""
        self.moment += timedelta(**by)


class FakeBilling(Billing):
    """Billing with one customer; `fails` names the errors that its methods raise."""

    def __init__(self) -> None:
        self.tokens = {TOKEN}
        self.its_account = ACCOUNT
        self.its_lines = [MOBILE, HOME]
        self.its_bills = [bill_of(9, 1990), bill_of(10)]
        self.its_calls = list(OCTOBER)
        self.its_reports: list[Report] = []
        self.filed: dict[str, Dispute] = {}
        self.written: dict[str, WrittenReport] = {}
        self.added: list[tuple[str, str]] = []
        #: Numbers of reports and names of the files on them.
        self.attached: list[tuple[str, str]] = []
        #: Names of files that are refused.
        self.refuses: set[str] = set()
        self.fails: dict[str, SelfcareError] = {}
        self.requests: list[str] = []
        #: Raised once a dispute is filed: the answer to it is lost.
        self.loses_answer: SelfcareError | None = None
        #: Whether what is resolved can be opened again.
        self.reopens = True
        self._numbers: dict[str, str] = {}

    def account(self, token: str) -> Account:
        self._asked("account", token)
        return self.its_account

    def lines(self, token: str) -> list[Line]:
        self._asked("lines", token)
        return sorted(self.its_lines, key=lambda line: line.number)

    def bills(self, token: str, account: Account) -> list[Bill]:
        self._asked("bills", token)
        return list(self.its_bills)

    def calls(self, token: str, account: Account, since: datetime, before: datetime) -> list[Call]:
        self._asked("calls", token)
        within = [it for it in self.its_calls if since <= it.started < before]
        return sorted(within, key=lambda it: it.started, reverse=True)

    def file_dispute(self, token: str, account: Account, dispute: Dispute) -> Report:
        self._asked("file_dispute", token)
        self.filed.setdefault(dispute.key, dispute)
        amount = sum(it.price.minor for it in dispute.calls)
        return self._file(
            token,
            dispute.key,
            reason=dispute.reason,
            calls=len(dispute.calls),
            amount=euros(amount) if amount else None,
        )

    def file_written_report(self, token: str, account: Account, written: WrittenReport) -> Report:
        self._asked("file_written_report", token)
        self.written.setdefault(written.key, written)
        return self._file(
            token, written.key, reason=None, calls=0, amount=None, kind=written.ticket_type
        )

    def find_report(self, token: str, key: str) -> Report | None:
        self._asked("find_report", token)
        return self.report(token, self._numbers[key]) if key in self._numbers else None

    def reports(self, token: str) -> list[Report]:
        self._asked("reports", token)
        return list(self.its_reports)

    def report(self, token: str, number: str) -> Report:
        self._asked("report", token)
        for report in self.its_reports:
            if report.number == number:
                return report
        raise NotFound(number)

    def answer_report(
        self, token: str, number: str, answer: ReportAnswer, offered: Money | None = None
    ) -> Report:
        self._asked("answer_report", token)
        report = self.report(token, number)
        status = STATUSES[answer]
        needs_offer = answer in (ReportAnswer.ACCEPT_OFFER, ReportAnswer.REFUSE_OFFER)
        is_late = not report.is_open or (needs_offer and not report.offered)
        if answer is ReportAnswer.CONFIRM:
            is_late = not report.is_resolved
        if report.status != status and is_late:
            raise Rejected(f"{number} is {report.status}")
        answered = replace(report, status=status, offered=None)
        self.its_reports[self.its_reports.index(report)] = answered
        if self.loses_answer:
            error, self.loses_answer = self.loses_answer, None
            raise error
        return answered

    def reopen_report(self, token: str, number: str, words: str) -> Report:
        self._asked("reopen_report", token)
        report = self.report(token, number)
        self.added.append((number, words))
        if not self.reopens:
            return report
        reopened = replace(report, status="inProgress")
        self.its_reports[self.its_reports.index(report)] = reopened
        return reopened

    def add_to_report(self, token: str, number: str, words: str) -> Report:
        self._asked("add_to_report", token)
        report = self.report(token, number)
        self.added.append((number, words))
        answered = replace(report, status="inProgress", question=None)
        self.its_reports[self.its_reports.index(report)] = answered
        return answered

    def attach(self, token: str, number: str, file: ReceivedFile) -> None:
        self._asked("attach", token)
        report = self.report(token, number)
        if file.name in self.refuses:
            raise Rejected(f"{file.name} on {number}")
        if not file.was_tried or (number, file.name) not in self.attached:
            self.attached.append((number, file.name))
            answered = replace(report, question=None, files=report.files + 1)
            self.its_reports[self.its_reports.index(report)] = answered
        if self.loses_answer:
            error, self.loses_answer = self.loses_answer, None
            raise error

    def _file(self, token: str, key: str, **told: Any) -> Report:
        if key not in self._numbers:
            number = self._numbers[key] = f"DSP-TEST-{len(self._numbers) + 1:04}"
            self.its_reports.insert(0, replace(a_report(number), **told))
        if self.loses_answer:
            error, self.loses_answer = self.loses_answer, None
            raise error
        return self.report(token, self._numbers[key])

    def _asked(self, what: str, token: str) -> None:
        self.requests.append(what)
        if what in self.fails:
            raise self.fails[what]
        if token not in self.tokens:
            raise SignedOut("not a token of ours")


def a_report(number: str = "DSP-068V-CD18") -> Report:
    """A dispute of one call that was filed today."""
    return Report(
        number=number,
        status="acknowledged",
        filed=date(2026, 11, 18),
        reason="unrecognised_call",
        calls=1,
        amount=euros(999),
        answer_by=date(2026, 12, 2),
        credit_target="nextBill",
    )


class FakeProvider(Provider):
    """A sign-in page whose customer does what `answers` says, poll by poll."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.polled: list[str] = []
        self.revoked: list[str] = []
        self.exchanged: list[str] = []
        self.refused: set[str] = set()
        self.answers: list[Token | SelfcareError | None] = []
        self.is_down: SelfcareError | None = None
        self.expires_in = 900
        self.interval = 1

    def begin(self, language: str) -> DeviceCode:
        self._fail_if_down()
        self.begun.append(language)
        number = len(self.begun)
        code = f"WDJB-{number:04}"
        link = f"https://telvia.example/device?user_code={code}"
        return DeviceCode(f"device-{number}", code, link, self.expires_in, self.interval)

    def poll(self, device_code: str) -> Token | None:
        self._fail_if_down()
        self.polled.append(device_code)
        answer = self.answers.pop(0) if self.answers else None
        if isinstance(answer, SelfcareError):
            raise answer
        return answer

    def exchange(self, visitor: str) -> Token:
        """Every visitor is Ana; a token serves once."""
        self._fail_if_down()
        self.exchanged.append(visitor)
        if visitor in self.refused or self.exchanged.count(visitor) > 1:
            raise Refused("invalid_grant")
        return Token(TOKEN, 3600, NAME)

    def revoke(self, token: str) -> None:
        self._fail_if_down()
        self.revoked.append(token)

    def _fail_if_down(self) -> None:
        if self.is_down:
            raise self.is_down


class FakeMail(Mail):
    """Keeps what is sent: address, code, number and language."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str, str, str]] = []
        self.is_down: SelfcareError | None = None

    def send_code(self, address: str, code: str, number: str, language: str) -> None:
        if self.is_down:
            raise self.is_down
        self.sent.append((address, code, number, language))


class FakeCredentials(Credentials):
    """The assistant's own; `forgotten` counts the tokens that were refused."""

    def __init__(self) -> None:
        self.forgotten = 0

    def token(self) -> str:
        return TOKEN

    def forget(self) -> None:
        self.forgotten += 1


class World:
    """The services over fakes, on a database file that outlives them."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "selfcare.db"
        self.clock = MovingClock()
        self.billing = FakeBilling()
        #: What the assistant itself sees of billing.
        self.unsigned_billing = FakeBilling()
        self.credentials = FakeCredentials()
        self.mail = FakeMail()
        self.provider = FakeProvider()
        self.desk = FakeDesk()
        self.restart()

    def restart(self, key: bytes = KEY) -> None:
        """The same database and operator, under new services."""
        store = Store.at(f"sqlite:///{self.file}")
        hours = Hours(Operator.from_environment(), self.clock)
        drafts, news = Drafts(store), News(store, self.clock)
        self.store, box = store, SecretsBox(key)
        received = ReceivedFiles(store, self.clock, box)
        signin = SignIn(self.provider, store, box, self.clock)
        unsigned = Unsigned(self.unsigned_billing, self.credentials)
        reports = Reports(self.billing, signin, store, box, unsigned)
        self.services = Selfcare(
            signin=signin,
            billing=self.billing,
            reports=reports,
            drafts=drafts,
            views=Views(store),
            filing=Filing(self.billing, reports, drafts, news, received, self.clock),
            news=news,
            received=received,
            attaching=Attaching(reports, received),
            hours=hours,
            people=People(self.desk, Handoffs(store, self.clock), hours, self.clock),
            codes=StatusCodes(unsigned, self.mail, store, box, self.clock),
            now=self.clock,
        )

    def sign_in(self, conversation: Conversation = CHAT) -> None:
        """The customer of this conversation signs in on the operator's page."""
        signin = self.services.signin
        signin.begin(conversation, "es")
        self.clock.move(seconds=self.provider.interval)
        self.provider.answers = [Token(TOKEN, 3600, NAME)]
        signin.poll_due()
        signin.told(conversation)
