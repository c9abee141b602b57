"""A bill on which something was charged unduly is calculated anew, by the team of its route."""

from datetime import datetime

from sqlalchemy.orm import Session

from billing import report_number
from billing.credit_rules import CreditRules
from billing.deadlines import answer_due
from billing.disputes import DISPUTED_BILL
from billing.dunning import is_in_collection
from billing.models import Account, Recalculation, Ticket
from billing.report_number import Kind


def open_recalculation(
    session: Session, ticket: Ticket, rules: CreditRules, now: datetime
) -> Recalculation:
    """Open one for a dispute: its route is another once the disputed bill is in collection."""
    in_collection = is_in_collection(session, ticket.related(DISPUTED_BILL))
    name = "inCollection" if in_collection else "beforeCollection"
    route = rules.recalculation[name]
    account = session.get_one(Account, ticket.account_id)
    recalculation = Recalculation(
        id=report_number.new(Kind.RECALCULATION),
        route=name,
        owner=route.owner,
        opened_at=now,
        due_at=answer_due(now, route.business_days, account.country, account.time_zone),
    )
    ticket.recalculations.append(recalculation)
    return recalculation
