"""What the assistant may send, checked."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from billing.tmf.body import Body, Instant, Storable, Token, Words

MOST_LINES = 50
#: A tag of BCP 47: `pl`, `fr-CA`.
Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
#: What was said before may be longer than what a customer types: the assistant lists calls.
Said = Annotated[Storable, StringConstraints(min_length=1, max_length=10_000)]


class CustomerBody(Body):
    """Who is signed in."""

    name: Token
    account_id: Token | None = Field(default=None, alias="accountId")


class Summary(Body):
    """What the customer came for, and the report that it is about."""

    wish: Token | None = None
    report: Token | None = None


class Line(Body):
    """What was said before."""

    who: Literal["customer", "assistant"]
    text: Said
    at: Instant


class HandedOver(Body):
    """A conversation as the assistant hands it over."""

    id: UUID
    channel: Token
    language: Language
    customer: CustomerBody | None = None
    summary: Summary
    transcript: Annotated[list[Line], Field(max_length=MOST_LINES)]


class Message(Body):
    """What the customer wrote."""

    id: Token
    text: Words
    at: Instant


class End(Body):
    """Why the customer does not need the desk any more."""

    reason: Literal["customer_left", "customer_ended", "closed_for_today"]
