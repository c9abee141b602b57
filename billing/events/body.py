"""An event as its listener reads it: TMF621's of reports, the assistant's of conversations."""

from billing.events.kinds import MOVED
from billing.events.tables import OutboxEntry
from billing.models import HandoffLine, Ticket
from billing.tmf.query import JSON
from billing.tmf.tickets import PATH
from billing.tmf.values import moment, present


def body_of(entry: OutboxEntry) -> JSON:
    """What happened to which report, or in which conversation."""
    if entry.line is not None:
        return _of_handoff(entry, entry.line)
    assert entry.ticket is not None, "what is no conversation's is a report's"
    return _of_report(entry, entry.ticket)


def _of_handoff(entry: OutboxEntry, line: HandoffLine) -> JSON:
    """What the desk did, or an officer said: the words are what it is for."""
    return {
        "eventId": entry.event_id,
        "handoff": line.handoff_id,
        "event": entry.event_type,
        "officer": line.officer_name,
        "text": line.text,
        "at": moment(line.at),
    }


def _of_report(entry: OutboxEntry, ticket: Ticket) -> JSON:
    """Words, sums and names are not in it: who may see them reads the report."""
    happened_at = moment(entry.happened_at)
    return present(
        {
            "eventId": entry.event_id,
            "eventTime": happened_at,
            "eventType": entry.event_type,
            "fieldPath": entry.field_path,
            "event": {
                "troubleTicket": present(
                    {
                        "id": ticket.id,
                        "href": f"/tmf-api/{PATH}/{ticket.id}",
                        "ticketType": ticket.ticket_type,
                        "status": entry.status,
                        "statusChangeReason": entry.status_reason,
                        "statusChangeDate": happened_at if entry.event_type == MOVED else None,
                        "lastUpdate": happened_at,
                        "relatedParty": ticket.customer_id
                        and [
                            {
                                "id": ticket.customer_id,
                                "role": "customer",
                                "@referredType": "Customer",
                            }
                        ],
                        "@type": "TroubleTicket",
                    }
                )
            },
        }
    )
