"""An event as TMF621 writes it."""

from billing.events.kinds import MOVED
from billing.events.tables import OutboxEntry
from billing.tmf.query import JSON
from billing.tmf.tickets import PATH
from billing.tmf.values import moment, present


def body_of(entry: OutboxEntry) -> JSON:
    """What happened to which report. Words, sums and names are not in it: who may see them reads
    the report.
    """
    happened_at, ticket = moment(entry.happened_at), entry.ticket
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
