"""Codes by which somebody may hear how a report stands, elsewhere than where it was filed.

A code goes to the address of e-mail that was given with the report. Nobody learns by asking whether
there is a report of that number, or an address with it: every number gets a row and the same words,
and what is looked up and sent happens afterwards, beside the conversation (`send_due`).
"""

import hmac
import logging
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum

from sqlalchemy import delete, func, select, update

from selfcare.contact import EMAIL, bare, way_of
from selfcare.errors import NotFound, SelfcareError
from selfcare.mail import Mail
from selfcare.report import Report
from selfcare.reports import Unsigned
from selfcare.secrets_box import SecretsBox
from selfcare.store import StatusCodeRow, StatusMailRow, Store

logger = logging.getLogger(__name__)

DIGITS = 6
LIFETIME = timedelta(minutes=10)
#: Wrong tries for one report, and how long after the last of them they count.
TRIES = 5
COUNTED = timedelta(hours=1)
#: Codes that an address gets in that time, of whatever reports: anybody can give anybody's.
MAILS = 5
#: How long after a mail server did not take a code it is tried again.
AGAIN_AFTER = timedelta(seconds=30)


class Tried(Enum):
    """What became of a code."""

    RIGHT = "right"
    WRONG = "wrong"
    #: It ran out, or there is none.
    OVER = "over"
    #: There were too many wrong ones.
    BARRED = "barred"


class StatusCodes:
    """Asked for, sent, and tried; each report has one at a time."""

    def __init__(
        self,
        unsigned: Unsigned,
        mail: Mail,
        store: Store,
        box: SecretsBox,
        now: Callable[[], datetime],
    ) -> None:
        self._unsigned = unsigned
        self._mail = mail
        self._store = store
        self._box = box
        self._now = now

    def ask(self, number: str, language: str) -> "datetime | None":
        """Have a code sent, unless one that is still good was; or from when on that can be asked
        again, because too many were wrong.
        """
        now = self._now().timestamp()
        with self._store.session() as session:
            old = now - COUNTED.total_seconds()
            forgotten = (StatusCodeRow.expires < now, StatusCodeRow.counted_from < old)
            session.execute(delete(StatusCodeRow).where(*forgotten))
            row = session.get(StatusCodeRow, number)
            if row is None:
                row = StatusCodeRow(report=number, tries=0, counted_from=now, expires=now)
                session.add(row)
            if row.counted_from <= old:
                row.tries = 0
            if row.tries >= TRIES:
                again = row.counted_from + COUNTED.total_seconds()
                return datetime.fromtimestamp(again, self._now().tzinfo)
            if row.expires <= now:
                row.language, row.digest, row.settled = language, "", False
                row.due, row.expires = now, now + LIFETIME.total_seconds()
        return None

    def check(self, number: str, code: str) -> Tried:
        """Whether it is the code; a right one is good once, a wrong one counts."""
        now = self._now().timestamp()
        digest = self._digest(number, code)
        with self._store.session() as session:
            # SQLite locks no row, but whoever writes: of tries at once each is counted.
            session.execute(
                update(StatusCodeRow).where(StatusCodeRow.report == number).values(report=number)
            )
            row = session.get(StatusCodeRow, number)
            if row is None or row.expires <= now:
                return Tried.OVER
            if row.tries >= TRIES:
                return Tried.BARRED
            if hmac.compare_digest(digest, row.digest):
                row.expires = now
                return Tried.RIGHT
            row.tries, row.counted_from = row.tries + 1, now
            return Tried.BARRED if row.tries >= TRIES else Tried.WRONG

    def report(self, number: str) -> Report:
        """The report of whoever had the right code. Raises NotFound, Unavailable."""
        return self._unsigned.ask(lambda billing, token: billing.report(token, number))

    def send_due(self) -> None:
        """Send what was asked for; what cannot be sent now is tried again while it is good."""
        now = self._now().timestamp()
        with self._store.session() as session:
            rows = session.scalars(
                select(StatusCodeRow).where(
                    StatusCodeRow.settled.is_(False),
                    StatusCodeRow.due <= now,
                    StatusCodeRow.expires > now,
                )
            ).all()
            for row in rows:
                row.due = now + AGAIN_AFTER.total_seconds()
            due = [(str(row.report), str(row.language)) for row in rows]
        for number, language in due:
            self._try_to_send(number, language)

    def _try_to_send(self, number: str, language: str) -> None:
        try:
            self._send(number, language)
        except SelfcareError as error:
            logger.warning("a code cannot be sent yet: %s", type(error).__name__)

    def _send(self, number: str, language: str) -> None:
        try:
            contact = self.report(number).contact
        except NotFound:
            contact = None
        code = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
        is_for_mail = contact is not None and way_of(contact) == EMAIL and self._may_have(contact)
        # Before it is sent: whoever reads it at once finds it here.
        self._keep(number, self._digest(number, code) if is_for_mail else "", not is_for_mail)
        if contact is not None and is_for_mail:
            self._mail.send_code(bare(contact), code, number, language)
            self._note_sent(contact)
            self._keep(number, self._digest(number, code), True)

    def _may_have(self, contact: str) -> bool:
        """Whether the address has not had enough of them."""
        with self._store.session() as session:
            recent = select(func.count()).where(
                StatusMailRow.contact == self._of_contact(contact),
                StatusMailRow.sent > self._now().timestamp() - COUNTED.total_seconds(),
            )
            return int(session.scalar(recent)) < MAILS

    def _note_sent(self, contact: str) -> None:
        now = self._now().timestamp()
        with self._store.session() as session:
            old = StatusMailRow.sent <= now - COUNTED.total_seconds()
            session.execute(delete(StatusMailRow).where(old))
            session.add(StatusMailRow(contact=self._of_contact(contact), sent=now))

    def _of_contact(self, contact: str) -> str:
        return self._box.digest(f"mail {contact.casefold()}")

    def _keep(self, number: str, digest: str, settled: bool) -> None:
        with self._store.session() as session:
            row = session.get(StatusCodeRow, number)
            if row is not None:
                row.digest, row.settled = digest, settled

    def _digest(self, number: str, code: str) -> str:
        return self._box.digest(f"status {number} {code}")
