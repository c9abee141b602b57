"""Who is logged in on the operator's page: a signed cookie, which ends with the browser, and with
the password by which it began.

Its times are true time: `ACLARO_NOW` does not move what is signed.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime

from fastapi import Request, Response
from itsdangerous import BadData, URLSafeTimedSerializer

from billing.database import Database
from billing.key_file import key_in
from billing.models import Customer
from billing.settings import Settings
from billing.signin.codes import digest

FILE = "log_in.key"
LONGEST = 2 * 3600  # seconds


@dataclass(frozen=True)
class LogIn:
    """A customer who is logged in on the page, since when."""

    customer: Customer
    since: datetime


class LogIns:
    """Writes and reads the cookie."""

    def __init__(self, key: bytes, is_secure: bool) -> None:
        self._signer = URLSafeTimedSerializer(key, salt="log-in by password")
        self._is_secure = is_secure

    def begin(self, response: Response, customer: Customer) -> None:
        """Let the browser hold the log-in until it is closed."""
        response.set_cookie(
            self._name,
            self._signer.dumps([customer.id, digest(customer.password_hash)]),
            path="/",
            secure=self._is_secure,
            httponly=True,
            samesite="lax",
        )

    def end(self, response: Response) -> None:
        """Have the browser forget the log-in."""
        response.delete_cookie(
            self._name, path="/", secure=self._is_secure, httponly=True, samesite="lax"
        )

    def of(self, request: Request) -> LogIn | None:
        """The log-in of the browser that asks, unless there is none or it is over."""
        try:
            (customer_id, of_password), since = self._signer.loads(
                request.cookies.get(self._name, ""), max_age=LONGEST, return_timestamp=True
            )
        except BadData:
            return None
        database: Database = request.app.state.database
        with database.read() as session:
            customer = session.get(Customer, customer_id)
        if customer is None or digest(customer.password_hash) != of_password:
            return None
        return LogIn(customer, since)

    @property
    def _name(self) -> str:
        # `__Host-` keeps other subdomains from planting a cookie of theirs; browsers want TLS.
        return "__Host-account" if self._is_secure else "account"


def log_ins(settings: Settings) -> LogIns:
    """Signed by a key that is made once."""
    key = key_in(settings.aclaro_var / FILE, lambda: secrets.token_hex(32).encode())
    return LogIns(key, settings.public_url.startswith("https:"))


def log_in_of(request: Request) -> LogIn | None:
    """The log-in of the browser that asks, if there is one."""
    kept: LogIns = request.app.state.log_ins
    return kept.of(request)
