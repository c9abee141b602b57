"""What decides about calls' credit, beside the calls in one query."""

from sqlalchemy import ColumnElement, exists, select

from billing.models import Bill, Call, Credit, Ticket, TicketRelation

DISPUTED_USAGE = "disputedUsage"
WITHDRAWN = "cancelled"

CREDITED: ColumnElement[bool] = exists().where(Credit.call_id == Call.id).correlate(Call)
DISPUTED: ColumnElement[bool] = (
    exists()
    .where(
        TicketRelation.entity_id == Call.id,
        TicketRelation.referred_type == "Usage",
        TicketRelation.role == DISPUTED_USAGE,
        Ticket.id == TicketRelation.ticket_id,
        Ticket.status != WITHDRAWN,
    )
    .correlate(Call)
)
#: Of a call, as CallFacts has them, beside its amount.
FACTS = (
    select(Bill.bill_date).where(Bill.id == Call.bill_id).correlate(Call).scalar_subquery(),
    CREDITED,
    DISPUTED,
)
