"""What is filed, as TMF621 tickets (see docs/architecture.md)."""

from datetime import timezone
from typing import Any

from selfcare.dispute import Dispute
from selfcare.written_report import WrittenReport

Json = dict[str, Any]

#: What TMF621 itself has of what we file.
SPECIFIED = {
    "name",
    "description",
    "ticketType",
    "severity",
    "externalId",
    "channel",
    "relatedEntity",
    "relatedParty",
    "note",
    "requestedResolutionDate",
}


def dispute_ticket(dispute: Dispute) -> Json:
    """A TMF621 ticket with the BillingDispute extension."""
    bills = {call.bill_id for call in dispute.calls if call.bill_id}
    if dispute.bill_id:
        bills.add(dispute.bill_id)
    ticket: Json = {
        "@type": "BillingDispute",
        "@baseType": "TroubleTicket",
        "name": "Billing dispute",
        "description": f"Billing dispute: {dispute.reason}",
        "ticketType": "billingDispute",
        "severity": "Minor",
        "externalId": dispute.key,
        "channel": {"id": dispute.channel, "name": dispute.channel},
        "disputeReason": dispute.reason,
        "relatedEntity": [
            *(
                {"id": call.id, "role": "disputedUsage", "@referredType": "Usage"}
                for call in dispute.calls
            ),
            *(
                {"id": bill, "role": "disputedBill", "@referredType": "CustomerBill"}
                for bill in sorted(bills)
            ),
            *(
                {"id": line, "role": "service", "@referredType": "Product"}
                for line in sorted({call.line_id for call in dispute.calls})
            ),
        ],
    }
    if dispute.words:
        ticket["note"] = [{"text": dispute.words}]
    if dispute.payment:
        paid = {
            "unit": dispute.payment.amount.currency,
            "value": float(dispute.payment.amount.major),
        }
        ticket["disputedAmount"] = paid
        ticket["disputedPayment"] = {
            "amount": paid,
            "date": dispute.payment.day.isoformat(),
            "means": dispute.payment.means,
        }
    return ticket


def written_ticket(written: WrittenReport) -> Json:
    """A TMF621 ticket in the customer's words; its name says what it is about."""
    ticket: Json = {
        "name": written.topic,
        "description": f"Written report: {written.topic}",
        "ticketType": written.ticket_type,
        "severity": "Minor",
        "externalId": written.key,
        "channel": {"id": written.channel, "name": written.channel},
        "note": [{"text": written.words}],
    }
    parties = []
    if written.writer:
        ticket |= {"@type": "UnsignedReport", "@baseType": "TroubleTicket"}
        ticket["language"] = written.language
        conversation = {"id": written.writer, "role": "writer", "@referredType": "Conversation"}
        parties.append(conversation)
    if written.contact:
        contact = {"id": written.contact, "role": "contact", "@referredType": "ContactMedium"}
        parties.append(contact)
    if parties:
        ticket["relatedParty"] = parties
    if written.promised:
        promised = written.promised.astimezone(timezone.utc).isoformat()
        ticket["requestedResolutionDate"] = promised.replace("+00:00", "Z")
    return ticket


def plain_ticket(ticket: Json) -> Json:
    """The same in what TMF621 itself has: the description says the reason, and the payment."""
    plain = {name: value for name, value in ticket.items() if name in SPECIFIED}
    payment = ticket.get("disputedPayment")
    if payment:
        paid = f"{payment['amount']['value']:.2f} {payment['amount']['unit']}"
        plain["description"] += f"; {paid}, paid on {payment['date']} by {payment['means']}"
    return plain
