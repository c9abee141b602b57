"""TMF621 trouble tickets: customers' reports, disputes among them."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import selectinload

from billing.access import READ, SELFCARE, TICKETS, UNSIGNED, Caller
from billing.contacts import CONTACT
from billing.credit_rules import credit_rules
from billing.database import AnyRow, AnySelect
from billing.models import WRITER, Bill, CreditOffer, Customer, Recalculation, Ticket
from billing.reports import BILLING_DISPUTE
from billing.settings import Settings
from billing.tmf.attached import attachment_ref
from billing.tmf.query import JSON, Attribute, instant
from billing.tmf.resource import Reading, Resource
from billing.tmf.values import customer_party, moment, money, present

PATH = "troubleTicket/v4/troubleTicket"


def select_tickets(caller: Caller) -> AnySelect:
    """The caller's reports."""
    return (
        select(Ticket, Customer)
        .outerjoin(Customer, Customer.id == Ticket.customer_id)
        .where(_seen_by(caller))
        .options(
            selectinload(Ticket.relations),
            selectinload(Ticket.notes),
            selectinload(Ticket.status_changes),
            selectinload(Ticket.offers),
            selectinload(Ticket.recalculations),
            selectinload(Ticket.attachments),
            selectinload(Ticket.credit_bill),
        )
    )


def _seen_by(caller: Caller) -> ColumnElement[bool]:
    """The customer's own; of a system that files for people who have not signed in, what it filed;
    of the operator's other systems all.
    """
    sees_all = not caller.scopes.isdisjoint({READ, TICKETS})
    if caller.customer_id is None and not sees_all:
        return Ticket.filed_by == caller.client_id
    return caller.owns(Ticket.customer_id)


def render_tickets(reading: Reading, rows: Sequence[AnyRow]) -> list[JSON]:
    """Reports as TroubleTicket; disputes, and others that were rejected, as its extensions."""
    return [
        present(_ticket(ticket, customer) | _extension(ticket, reading.settings))
        for ticket, customer in rows
    ]


def _ticket(ticket: Ticket, customer: Customer | None) -> JSON:
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
        "relatedParty": _parties(ticket, customer) or None,
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
        "attachment": [attachment_ref(attachment) for attachment in ticket.attachments] or None,
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


def _parties(ticket: Ticket, customer: Customer | None) -> list[JSON]:
    """Whose it is, where they wrote without having signed in, and where the answer goes besides."""
    parties = [] if customer is None else [customer_party(customer)]
    if ticket.writer:
        conversation = {"id": ticket.writer, "role": WRITER, "@referredType": "Conversation"}
        parties.append(conversation)
    if ticket.contact:
        contact = {"id": ticket.contact, "role": CONTACT, "@referredType": "ContactMedium"}
        parties.append(contact)
    return parties


def _extension(ticket: Ticket, settings: Settings) -> JSON:
    is_rejected = ticket.status == "rejected"
    next_step = credit_rules().next_step(ticket.status_reason) if is_rejected else None
    if ticket.ticket_type == BILLING_DISPUTE and ticket.currency is not None:
        name, own = "BillingDispute", _dispute(ticket, ticket.currency)
    elif next_step:
        name, own = "RejectedReport", {}
    elif ticket.language:
        name, own = "UnsignedReport", {}
    else:
        return {}
    return {
        "@type": name,
        "@baseType": "TroubleTicket",
        "@schemaLocation": f"{settings.public_url}/schemas/{name}.schema.json",
        "nextStep": next_step,
        "language": ticket.language,
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
        "name": Attribute(Ticket.name),
        "severity": Attribute(Ticket.severity),
        "creationDate": Attribute(Ticket.created_at, instant),
        "lastUpdate": Attribute(Ticket.updated_at, instant),
        "expectedResolutionDate": Attribute(Ticket.answer_due_at, instant),
        "resolutionDate": Attribute(Ticket.resolved_at, instant),
        "relatedParty.id": Attribute(Ticket.customer_id),
    },
    "-creationDate",
    select_tickets,
    render_tickets,
    (SELFCARE, READ, UNSIGNED),
)
