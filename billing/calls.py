"""Calls with what decides about their credit, for a whole page in two queries."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from billing.eligibility import CallFacts, Ineligible, ineligibility
from billing.models import Call, Credit, Ticket, TicketRelation

DISPUTED_USAGE = "disputedUsage"
WITHDRAWN = "cancelled"


def ineligibilities(
    session: Session,
    calls: Collection[tuple[Call, datetime | None]],
    now: datetime,
    age_limit: timedelta,
) -> dict[str, Ineligible | None]:
    """By call id, why no credit can be asked; each call comes with its bill's date."""
    ids = [call.id for call, _ in calls]
    credited = set(session.scalars(select(Credit.call_id).where(Credit.call_id.in_(ids))))
    disputed = set(
        session.scalars(
            select(TicketRelation.entity_id)
            .join(Ticket, Ticket.id == TicketRelation.ticket_id)
            .where(
                TicketRelation.entity_id.in_(ids),
                TicketRelation.referred_type == "Usage",
                TicketRelation.role == DISPUTED_USAGE,
                Ticket.status != WITHDRAWN,
            )
        )
    )
    return {
        call.id: ineligibility(
            CallFacts(call.amount, bill_date, call.id in credited, call.id in disputed),
            now,
            age_limit,
        )
        for call, bill_date in calls
    }
