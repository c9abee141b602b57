"""Signing in without a password in the chat: the OAuth 2.0 device grant (RFC 8628), or the word of
the operator's own page for a customer who is logged in there.
"""

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from selfcare.errors import SelfcareError, SignedOut, Unavailable
from selfcare.secrets_box import InvalidToken, SecretsBox
from selfcare.store import PendingRow, SignInRow, Store, VisitRow

logger = logging.getLogger(__name__)

#: Seconds without a message after which a customer is signed out.
IDLE = 15 * 60
#: A code with less than this many seconds left is not handed out again.
LEAST_LEFT = 60
#: RFC 8628, 3.5: "slow_down" adds five seconds.
SLOWER = 5


class Conversation(NamedTuple):
    """Where a customer writes: a channel and the sender's id there."""

    channel: str
    sender: str

    @property
    def key(self) -> str:
        """Names the conversation in the store."""
        return f"{self.channel}:{self.sender}"

    @classmethod
    def of(cls, key: str) -> "Conversation":
        """The conversation that `key` names."""
        return cls(*key.split(":", 1))


@dataclass(frozen=True)
class DeviceCode:
    """What the provider hands out: the customer opens `link` and compares `user_code`."""

    device_code: str
    user_code: str
    link: str
    expires_in: int
    interval: int


@dataclass(frozen=True)
class Token:
    """An access token that is valid for `expires_in` seconds, and its owner's name."""

    text: str
    expires_in: int
    name: str


class Refused(SelfcareError):
    """The customer said no on the operator's page, or the code ran out."""


class SlowDown(SelfcareError):
    """The provider wants to be asked less often."""


class Provider(ABC):
    """The operator's sign-in. Every method raises Unavailable."""

    @abstractmethod
    def begin(self, language: str) -> DeviceCode:
        """Start a device grant; the pages will be in `language`."""

    @abstractmethod
    def poll(self, device_code: str) -> Token | None:
        """The token, or nothing while the customer is busy. Raises Refused or SlowDown."""

    @abstractmethod
    def exchange(self, visitor: str) -> Token:
        """The token for a visitor's, which the operator's page has signed. Raises Refused."""

    @abstractmethod
    def revoke(self, token: str) -> None:
        """Make the token useless."""


@dataclass(frozen=True)
class Prompt:
    """What the customer needs for signing in; `is_repeated` if it was shown before."""

    link: str
    code: str
    is_repeated: bool


class SignIn:
    """Who is signed in where, and who is about to be."""

    def __init__(
        self, provider: Provider, store: Store, box: SecretsBox, now: Callable[[], datetime]
    ) -> None:
        self._provider = provider
        self._store = store
        self._box = box
        self._now = now

    def begin(self, conversation: Conversation, language: str) -> Prompt:
        """A link and a code; the ones handed out before while they are good for a minute."""
        with self._store.session() as session:
            row = session.get(PendingRow, conversation.key)
            if row and not row.finished and row.expires - self._seconds() > LEAST_LEFT:
                return Prompt(row.link, row.user_code, is_repeated=True)
        code = self._provider.begin(language)
        with self._store.session() as session:
            session.merge(
                PendingRow(
                    conversation=conversation.key,
                    device_code=self._box.lock(code.device_code),
                    user_code=code.user_code,
                    link=code.link,
                    expires=self._seconds() + code.expires_in,
                    interval=code.interval,
                    poll_at=self._instant() + code.interval,
                    finished=False,
                )
            )
        return Prompt(code.link, code.user_code, is_repeated=False)

    def meets(self, conversation: Conversation, log_in: str) -> bool:
        """Note by which log-in on the operator's page the customer is here; whether `accept` is
        called for: nobody is signed in, and the customer has not signed out since that log-in.
        """
        with self._store.session() as session:
            row = session.get(VisitRow, conversation.key)
            if row is None or row.log_in != log_in:
                session.merge(VisitRow(conversation=conversation.key, log_in=log_in, left=False))
            elif row.left:
                return False
        return not self.is_signed_in(conversation)

    def accept(self, conversation: Conversation, visitor: str) -> None:
        """Sign in who is logged in on the operator's page: `visitor` is its word for that, good for
        once. Raises Refused and Unavailable.
        """
        token = self._provider.exchange(visitor)
        with self._store.session() as session:
            self._keep(session, conversation.key, token)

    def token_of(self, conversation: Conversation, keeps_awake: bool = True) -> str:
        """The customer's token; using it keeps the sign-in awake, unless it is not the customer
        who uses it. Raises SignedOut.
        """
        with self._store.session() as session:
            row = session.get(SignInRow, conversation.key)
            if row is None:
                raise SignedOut("not signed in")
            if self._is_over(row):
                session.delete(row)
                token = None
            else:
                token = self._unlocked(row.token)
                if keeps_awake:
                    row.used = self._seconds()
        if token is None:
            raise SignedOut("the sign-in is over")
        return token

    def name_of(self, conversation: Conversation) -> str | None:
        """The customer's name while signed in."""
        with self._store.session() as session:
            row = session.get(SignInRow, conversation.key)
            return None if row is None or self._is_over(row) else str(row.name)

    def is_signed_in(self, conversation: Conversation) -> bool:
        """Whether `token_of` would answer."""
        return self.name_of(conversation) is not None

    def sign_out(self, conversation: Conversation) -> bool:
        """Sign out at the customer's wish: by the same log-in the page does not sign in again.
        Whether there was a sign-in.
        """
        with self._store.session() as session:
            row = session.get(VisitRow, conversation.key)
            if row is not None:
                row.left = True
        return self.forget(conversation)

    def forget(self, conversation: Conversation) -> bool:
        """Sign out here, whatever the provider says. Whether there was a sign-in."""
        token = None
        with self._store.session() as session:
            row = session.get(SignInRow, conversation.key)
            if row is not None:
                token = self._unlocked(row.token)
                session.delete(row)
            session.execute(delete(PendingRow).where(PendingRow.conversation == conversation.key))
        if token:
            self._revoke(token)
        return token is not None

    def poll_due(self) -> None:
        """Ask the provider about every pending sign-in whose time has come."""
        with self._store.session() as session:
            due = session.scalars(
                select(PendingRow).where(
                    PendingRow.finished.is_(False), PendingRow.poll_at <= self._instant()
                )
            ).all()
            for row in due:
                row.poll_at = self._instant() + row.interval
            waiting = [(row.conversation, bytes(row.device_code), row.expires) for row in due]
        for key, device_code, expires in waiting:
            if expires < self._seconds():
                self._drop_pending(key)
            else:
                self._poll(key, device_code)

    def finished(self) -> list[Conversation]:
        """Conversations whose sign-in came and that have not been told yet."""
        with self._store.session() as session:
            rows = session.scalars(select(PendingRow).where(PendingRow.finished.is_(True)))
            return [Conversation.of(row.conversation) for row in rows]

    def told(self, conversation: Conversation) -> None:
        """The conversation went on: nothing is pending there any more."""
        self._drop_pending(conversation.key)

    def _poll(self, key: str, device_code: bytes) -> None:
        opened = self._unlocked(device_code)
        if opened is None:
            self._drop_pending(key)
            return
        try:
            token = self._provider.poll(opened)
        except Refused:
            self._drop_pending(key)
        except SlowDown:
            self._poll_slower(key)
        except Unavailable:
            logger.warning("the sign-in service cannot be reached; it will be asked again")
        else:
            if token is not None and not self._keep_if_waited_for(key, device_code, token):
                self._revoke(token.text)

    def _keep_if_waited_for(self, key: str, device_code: bytes, token: Token) -> bool:
        """Whether it was: the customer may have signed out while the provider was asked."""
        with self._store.session() as session:
            row = session.get(PendingRow, key, with_for_update=True)
            if row is None or bytes(row.device_code) != device_code:
                return False
            self._keep(session, key, token)
        return True

    def _keep(self, session: Session, key: str, token: Token) -> None:
        session.merge(
            SignInRow(
                conversation=key,
                token=self._box.lock(token.text),
                expires=self._seconds() + token.expires_in,
                used=self._seconds(),
                name=token.name,
            )
        )
        row = session.get(PendingRow, key)
        if row is not None:
            row.finished = True

    def _revoke(self, token: str) -> None:
        try:
            self._provider.revoke(token)
        except Unavailable:
            logger.warning("a token could not be revoked; it expires by itself")

    def _poll_slower(self, key: str) -> None:
        with self._store.session() as session:
            row = session.get(PendingRow, key)
            if row is not None:
                row.interval += SLOWER
                row.poll_at = self._instant() + row.interval

    def _drop_pending(self, key: str) -> None:
        with self._store.session() as session:
            session.execute(delete(PendingRow).where(PendingRow.conversation == key))

    def _is_over(self, row: SignInRow) -> bool:
        ends = min(row.expires, row.used + IDLE)
        return bool(ends <= self._seconds()) or self._unlocked(row.token) is None

    def _unlocked(self, locked: bytes) -> str | None:
        try:
            return self._box.open(locked)
        except InvalidToken:  # the key was changed: whoever was signed in signs in again
            return None

    def _seconds(self) -> int:
        return int(self._now().timestamp())

    def _instant(self) -> float:
        """Not rounded: a provider minds being asked a fraction of a second too early."""
        return self._now().timestamp()
