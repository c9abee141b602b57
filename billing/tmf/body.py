"""What a customer may send: the parts of TMF621 that we read, checked."""

import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timezone
from enum import Enum
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from typing_extensions import Self


class DisputeReason(str, Enum):
    """What a dispute is about."""

    PAYMENT_NOT_CREDITED = "payment_not_credited"
    PAYMENT_PLAN_DENIED = "payment_plan_denied"
    SERVICE_LOST = "service_lost"
    UNRECOGNISED_CALL = "unrecognised_call"
    FRAUD = "fraud"
    WRONG_RATE = "wrong_rate"
    DUPLICATE_CHARGE = "duplicate_charge"
    NOT_CONTRACTED = "not_contracted"
    HIGHER_THAN_QUOTED = "higher_than_quoted"
    PROMOTION_NOT_APPLIED = "promotion_not_applied"
    SETUP_FEE = "setup_fee"
    CHARGED_AFTER_CANCELLATION = "charged_after_cancellation"
    ROAMING = "roaming"
    NOT_INSTALLED = "not_installed"
    WRONG_PLAN_OR_SIM = "wrong_plan_or_sim"
    OTHER = "other"


TicketType = Literal[
    "billingDispute", "fraud", "fault", "request", "serviceRequest", "complaint", "message"
]


def storable(text: str) -> str:
    """The text. Raises ValueError for one that PostgreSQL could not keep."""
    if "\x00" in text:
        raise ValueError("a null character cannot be stored")
    return text


def _one_line(name: str) -> str:
    if any(unicodedata.category(sign) == "Cc" for sign in name):
        raise ValueError("a file's name has no control characters")
    return name


def _written(value: object) -> object:
    if not isinstance(value, str):
        raise ValueError("a date is written, not counted")
    return value


def in_utc(moment: datetime) -> datetime:
    """The instant in UTC. Raises ValueError where that has no such year: before 1, after 9999."""
    try:
        return moment.astimezone(timezone.utc)
    except OverflowError as error:
        raise ValueError(str(error)) from None


Instant = Annotated[AwareDatetime, BeforeValidator(_written), AfterValidator(in_utc)]
Day = Annotated[date, BeforeValidator(_written)]
Token = Annotated[str, StringConstraints(min_length=1, max_length=128), AfterValidator(storable)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=4000), AfterValidator(storable)]

FileName = Annotated[Token, AfterValidator(_one_line)]


class Body(BaseModel):
    """Unknown fields are left aside, as TMF630 asks."""

    model_config = ConfigDict(populate_by_name=True, extra="ignore")


class Reference(Body):
    """Something that is there, by its id."""

    id: Token


class Money(Body):
    """An amount; the value is read as written, not as a binary fraction."""

    unit: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    value: Annotated[float, Field(gt=0, le=10_000_000, allow_inf_nan=False, strict=True)]


class Channel(Body):
    """Where the customer wrote."""

    id: Token
    name: Token | None = None


class Party(Body):
    """Somebody who has to do with the report."""

    id: Token
    role: Token | None = None
    referred_type: Token = Field(alias="@referredType")


class Entity(Body):
    """What the report is about."""

    id: Token
    role: Token
    referred_type: Literal["Usage", "CustomerBill", "Product", "BillingAccount"] = Field(
        alias="@referredType"
    )


class Note(Body):
    """Words; a note that came from us has an id."""

    id: Token | None = None
    author: Token | None = None
    date: Instant | None = None
    text: Words


class Attached(Body):
    """AttachmentRefOrValue: what is new comes with its content, what came from us has an id."""

    id: Token | None = None
    attachment_type: Token | None = Field(default=None, alias="attachmentType")
    name: FileName | None = None
    description: Words | None = None
    mime_type: Token | None = Field(default=None, alias="mimeType")
    content: str | None = None


class DisputedPayment(Body):
    """A payment that the customer made and misses."""

    amount: Money
    date: Day
    means: Token


class TicketCreate(Body):
    """TroubleTicket_Create, and the fields of our extensions."""

    description: Words
    severity: Literal["Critical", "Major", "Minor"]
    ticket_type: TicketType = Field(alias="ticketType")
    name: Token | None = None
    external_id: Token | None = Field(default=None, alias="externalId")
    channel: Channel | None = None
    related_party: list[Party] = Field(default=[], alias="relatedParty", max_length=20)
    related_entity: list[Entity] = Field(default=[], alias="relatedEntity", max_length=500)
    note: list[Note] = Field(default=[], max_length=50)
    attachment: list[Attached] = Field(default=[], max_length=100)
    dispute_reason: DisputeReason | None = Field(default=None, alias="disputeReason")
    disputed_amount: Money | None = Field(default=None, alias="disputedAmount")
    disputed_payment: DisputedPayment | None = Field(default=None, alias="disputedPayment")
    requested_resolution_date: Instant | None = Field(default=None, alias="requestedResolutionDate")
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] | None = None

    def parties(self, role: str) -> list[str]:
        """The ids of the related parties in that role."""
        return [party.id for party in self.related_party if party.role == role]


class AnsweredOffer(Body):
    """A sum that is offered or given back; in a customer's answer, the offer as they saw it."""

    amount: Money


class TicketUpdate(BaseModel):
    """TroubleTicket_Update: notes, attachments, a status and why, and the offer that is made or
    answered. Everything else is kept as it is, and refused where it is not said as it is.
    """

    model_config = ConfigDict(extra="allow")

    note: list[Note] = Field(default=[], max_length=500)
    attachment: list[Attached] = Field(default=[], max_length=100)
    status: Token | None = None
    status_change_reason: Token | None = Field(default=None, alias="statusChangeReason")
    credit_offer: AnsweredOffer | None = Field(default=None, alias="creditOffer")

    def beside(self, shown: Mapping[str, Any]) -> Self:
        """What it says and the report, as it is shown, does not; with an answer to an offer, the
        offer that was seen.
        """
        said = type(self).model_validate({**shown, "note": []})
        news = {
            name: value
            for name, value in self
            if name in self.model_fields_set and value != getattr(said, name, None)
        }
        if "status" in news and self.credit_offer is not None:
            news["credit_offer"] = self.credit_offer
        return type(self).model_construct(set(news), **news)

    def beyond(self, *known: str) -> str:
        """The names of what was sent besides these, with commas between them."""
        fields = type(self).model_fields
        sent = {
            (fields[name].alias or name) if name in fields else name
            for name in self.model_fields_set
        }
        return ", ".join(sorted(sent - set(known)))
