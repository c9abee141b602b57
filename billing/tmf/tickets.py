"""TMF621 trouble tickets: customers' reports, disputes among them."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated

from fastapi import Path, Request
from sqlalchemy import select
from sqlalchemy.orm import selectinload
from starlette.responses import JSONResponse

from billing import clock, reports
from billing.access import CurrentCustomer
from billing.answers import answer
from billing.credit_rules import credit_rules
from billing.database import AnyRow, AnySelect
from billing.models import Bill, CreditOffer, Customer, Recalculation, Ticket
from billing.reports import BILLING_DISPUTE, Policy
from billing.settings import Settings
from billing.tmf.body import TicketCreate, TicketUpdate
from billing.tmf.described import WRITING_ERRORS
from billing.tmf.query import JSON, Attribute, instant
from billing.tmf.resource import Reading, Resource, database_of, reading_of, reading_router
from billing.tmf.values import customer_party, moment, money, present

PATH = "troubleTicket/v4/troubleTicket"


def select_tickets(customer_id: str) -> AnySelect:
    """The customer's reports."""
    return (
        select(Ticket, Customer)
        .join(Customer, Customer.id == Ticket.customer_id)
        .where(Ticket.customer_id == customer_id)
        .options(
            selectinload(Ticket.relations),
            selectinload(Ticket.notes),
            selectinload(Ticket.status_changes),
            selectinload(Ticket.offers),
            selectinload(Ticket.recalculations),
            selectinload(Ticket.credit_bill),
        )
    )


def render_tickets(reading: Reading, rows: Sequence[AnyRow]) -> list[JSON]:
    """Reports as TroubleTicket; disputes, and others that were rejected, as its extensions."""
    return [
        present(_ticket(ticket, customer) | _extension(ticket, reading.settings))
        for ticket, customer in rows
    ]


def _ticket(ticket: Ticket, customer: Customer) -> JSON:
    return {
        "id": ticket.id,
        "href": f"/tmf-api/{PATH}/{ticket.id}",
        "externalId": ticket.external_id,
        "ticketType": ticket.ticket_type,
        "name": ticket.name,
        "description": ticket.description,
        "severity": ticket.severity,
        "status": ticket.status,
        "statusChangeReason": ticket.status_reason,
        "statusChangeDate": moment(ticket.status_changes[-1].changed_at),
        "creationDate": moment(ticket.created_at),
        "lastUpdate": moment(ticket.updated_at),
        "expectedResolutionDate": moment(ticket.answer_due_at),
        "resolutionDate": ticket.resolved_at and moment(ticket.resolved_at),
        "channel": ticket.channel_id
        and present({"id": ticket.channel_id, "name": ticket.channel_name}),
        "relatedParty": [customer_party(customer)],
        "relatedEntity": [
            present(
                {
                    "id": relation.entity_id,
                    "role": relation.role,
                    "name": relation.name,
                    "@referredType": relation.referred_type,
                }
            )
            for relation in ticket.relations
        ],
        "note": [
            {
                "id": str(note.id),
                "author": note.author,
                "date": moment(note.written_at),
                "text": note.text,
            }
            for note in ticket.notes
        ],
        "statusChange": [
            present(
                {
                    "status": change.status,
                    "changeReason": change.reason,
                    "changeDate": moment(change.changed_at),
                }
            )
            for change in ticket.status_changes
        ],
        "@type": "TroubleTicket",
    }


def _extension(ticket: Ticket, settings: Settings) -> JSON:
    is_rejected = ticket.status == "rejected"
    next_step = credit_rules().next_step(ticket.status_reason) if is_rejected else None
    if ticket.ticket_type == BILLING_DISPUTE and ticket.currency is not None:
        name, own = "BillingDispute", _dispute(ticket, ticket.currency)
    elif next_step:
        name, own = "RejectedReport", {}
    else:
        return {}
    return {
        "@type": name,
        "@baseType": "TroubleTicket",
        "@schemaLocation": f"{settings.public_url}/schemas/{name}.schema.json",
        "nextStep": next_step,
        **own,
    }


def _dispute(ticket: Ticket, currency: str) -> JSON:
    return {
        "disputeReason": ticket.dispute_reason,
        "disputedAmount": None
        if ticket.disputed_amount is None
        else money(ticket.disputed_amount, currency),
        "disputedPayment": None
        if ticket.payment_amount is None
        else {
            "amount": money(ticket.payment_amount, currency),
            "date": ticket.payment_date,
            "means": ticket.payment_means,
        },
        "recalculation": ticket.open_recalculation and _recalculation(ticket.open_recalculation),
        "creditOffer": ticket.open_offer and _offer(ticket.open_offer, currency),
        "creditTarget": present(
            {"type": ticket.credit_target, "bill": _credit_bill(ticket.credit_bill)}
        ),
    }


def _recalculation(opened: Recalculation) -> JSON:
    due = moment(opened.due_at)
    return {"number": opened.id, "owner": opened.owner, "resolutionDate": due}


def _offer(offer: CreditOffer, currency: str) -> JSON:
    return {"amount": money(offer.amount, currency), "offeredAt": moment(offer.offered_at)}


def _credit_bill(bill: Bill | None) -> JSON | None:
    return None if bill is None else {"id": bill.id, "billNo": bill.number}


TROUBLE_TICKET = Resource(
    PATH,
    {
        "id": Attribute(Ticket.id),
        "externalId": Attribute(Ticket.external_id),
        "status": Attribute(Ticket.status),
        "ticketType": Attribute(Ticket.ticket_type),
        "creationDate": Attribute(Ticket.created_at, instant),
        "lastUpdate": Attribute(Ticket.updated_at, instant),
        "relatedParty.id": Attribute(Ticket.customer_id),
    },
    "-creationDate",
    select_tickets,
    render_tickets,
)

router = reading_router(TROUBLE_TICKET)


@router.post(f"/{PATH}", tags=["troubleTicket"], responses=WRITING_ERRORS, status_code=201)
def create(request: Request, customer_id: CurrentCustomer, body: TicketCreate) -> JSONResponse:
    """File a report: 201, or 200 if the same one was filed before."""
    settings: Settings = request.app.state.settings
    policy = Policy(timedelta(days=settings.dispute_age_limit_days))
    number, is_new = reports.file(database_of(request), customer_id, body, clock.now(), policy)
    return _shown(request, customer_id, number, 201 if is_new else 200)


@router.patch(f"/{PATH}/{{id}}", tags=["troubleTicket"], responses=WRITING_ERRORS)
def update(
    request: Request,
    id_: Annotated[str, Path(alias="id")],
    customer_id: CurrentCustomer,
    body: TicketUpdate,
) -> JSONResponse:
    """Append the customer's own notes; withdraw, confirm or deny a solution, answer an offer."""
    with database_of(request).write() as session:
        now = clock.now()
        ticket = reports.add_notes(session, customer_id, id_, body, now)
        if body.status is not None:
            seen = body.credit_offer.amount if body.credit_offer else None
            answer(session, ticket, body.status, now, seen)
    return _shown(request, customer_id, id_, 200)


def _shown(request: Request, customer_id: str, number: str, status: int) -> JSONResponse:
    with database_of(request).read() as session:
        ticket = TROUBLE_TICKET.find(reading_of(request, session), customer_id, number)
    headers = {"Location": ticket["href"]} if status == 201 else None
    return JSONResponse(ticket, status, headers)
