"""Who asks, and what they may: the port behind which sign-in lives.

A customer's token has the scope `selfcare` and sees what is the customer's own. The operator's own
systems have tokens for the operator's scopes, and see everything that their scopes let them see.
"""

from dataclasses import dataclass
from typing import Annotated, Any, Final, Protocol

from fastapi import Depends, Request, Security
from fastapi.openapi.models import OAuthFlowClientCredentials, OAuthFlows
from fastapi.security import HTTPBearer, OAuth2
from sqlalchemy import ColumnElement, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from billing.database import Database

SELFCARE: Final = "selfcare"
READ: Final = "operator.read"
TICKETS: Final = "operator.tickets"
USAGE: Final = "operator.usage"
BILLS: Final = "operator.bills"
CUSTOMERS: Final = "operator.customers"
EVENTS: Final = "operator.events"
UNSIGNED: Final = "operator.unsigned"
#: What the operator's systems can be let do.
OPERATOR_SCOPES: Final = {
    READ: "Read everything of every customer",
    TICKETS: "File, answer and decide on customers' reports",
    USAGE: "Bring in usage",
    BILLS: "Ask for bills' documents, and change bills",
    CUSTOMERS: "Write customers, individuals, accounts and products",
    EVENTS: "Listen to events",
    UNSIGNED: "File reports for people who have not signed in, and read and answer those alone",
}


@dataclass(frozen=True)
class Caller:
    """Whom a token stands for: a customer, or with no `customer_id` a system of the operator's."""

    customer_id: str | None
    scopes: frozenset[str]
    client_id: str

    def owns(self, customer_id: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
        """The condition that a row is the customer's own; the operator's are all of them."""
        return true() if self.customer_id is None else customer_id == self.customer_id


class TokenReader(Protocol):
    """Reads an access token."""

    def __call__(self, session: Session, access_token: str) -> Caller | None:
        """Whom the token stands for; None if it is not valid (any more)."""


class NotSignedInError(Exception):
    """There is no valid Bearer token with the request."""


class OutOfScopeError(Exception):
    """The token is valid, and for other things than what takes one of these scopes."""

    def __init__(self, scopes: tuple[str, ...]) -> None:
        super().__init__(f"this takes a token with the scope {' or '.join(scopes)}")
        self.needed = " ".join(scopes)


def caller_of(request: Request) -> Caller:
    """Whoever sent the request.

    Raises NotSignedInError without a valid Bearer token.
    """
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise NotSignedInError
    database: Database = request.app.state.database
    read_token: TokenReader = request.app.state.read_token
    with database.read() as session:
        caller = read_token(session, token.strip())
    if caller is None:
        raise NotSignedInError
    return caller


#: For the description of the API alone: what is wrong is answered here.
_CUSTOMER = HTTPBearer(
    scheme_name="customer",
    auto_error=False,
    description=f"A customer's access token, by the device grant, for the scope {SELFCARE}",
)
_SYSTEM = OAuth2(
    flows=OAuthFlows(
        clientCredentials=OAuthFlowClientCredentials(
            tokenUrl="/oauth/token", scopes=OPERATOR_SCOPES
        )
    ),
    scheme_name="system",
    auto_error=False,
    description="The access token of one of the operator's systems, by client credentials",
)


def requires(*scopes: str) -> Any:
    """The dependency on a token with one of the scopes; it gives the Caller.

    Raises NotSignedInError, OutOfScopeError.
    """
    operators = [scope for scope in scopes if scope != SELFCARE]
    system = Security(_SYSTEM, scopes=operators)
    # A scheme that is named twice is described once.
    customer = Security(_CUSTOMER, scopes=[SELFCARE]) if SELFCARE in scopes else system

    def permitted(
        request: Request,
        _system: Annotated[object, system],
        _customer: Annotated[object, customer],
    ) -> Caller:
        caller = caller_of(request)
        if caller.scopes.isdisjoint(scopes):
            raise OutOfScopeError(scopes)
        return caller

    return Depends(permitted)
