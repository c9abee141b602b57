"""Whose token it is: the port behind which sign-in lives."""

from typing import Annotated, Protocol

from fastapi import Depends, Request, Security
from fastapi.security import HTTPBearer
from sqlalchemy.orm import Session

from billing.database import Database


class TokenReader(Protocol):
    """Reads an access token."""

    def __call__(self, session: Session, access_token: str) -> str | None:
        """The id of the customer whom the token stands for; None if it is not valid (any more)."""


class NotSignedInError(Exception):
    """There is no valid Bearer token with the request."""


#: For the description of the API alone: what is wrong is answered below.
_BEARER = HTTPBearer(auto_error=False, description="A customer's access token, by the device grant")


def current_customer(request: Request, _: Annotated[object, Security(_BEARER)] = None) -> str:
    """The id of the signed-in customer.

    Raises NotSignedInError without a valid Bearer token.
    """
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise NotSignedInError
    database: Database = request.app.state.database
    reader: TokenReader = request.app.state.customer_id_of
    with database.read() as session:
        customer_id = reader(session, token.strip())
    if customer_id is None:
        raise NotSignedInError
    return customer_id


CurrentCustomer = Annotated[str, Depends(current_customer)]
