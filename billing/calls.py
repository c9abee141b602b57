"""What decides about calls' credit, beside the calls in one query."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session

from billing.eligibility import CallFacts, Ineligible, ineligibility
from billing.models import Call, Credit, Ticket, TicketRelation

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


def ineligibilities(
    session: Session,
    calls: Collection[tuple[Call, datetime | None]],
    now: datetime,
    age_limit: timedelta,
) -> dict[str, Ineligible | None]:
    """By call id, why no credit can be asked; each call comes with its bill's date."""
    ids = [call.id for call, _ in calls]
    done = {
        id_: (credited, disputed)
        for id_, credited, disputed in session.execute(
            select(Call.id, CREDITED, DISPUTED).where(Call.id.in_(ids))
        )
    }
    return {
        call.id: ineligibility(CallFacts(call.amount, bill_date, *done[call.id]), now, age_limit)
        for call, bill_date in calls
    }
