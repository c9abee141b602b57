"""The kinds of events that there are of reports, and the query that chooses among them."""

from urllib.parse import parse_qsl

from billing.errors import InvalidError

CREATED = "TroubleTicketCreateEvent"
CHANGED = "TroubleTicketAttributeValueChangeEvent"
MOVED = "TroubleTicketStatusChangeEvent"
RESOLVED = "TroubleTicketResolvedEvent"
INFORMATION_REQUIRED = "TroubleTicketInformationRequiredEvent"
KINDS = frozenset({CREATED, CHANGED, MOVED, RESOLVED, INFORMATION_REQUIRED})


def wanted_by(query: str, event_type: str) -> bool:
    """Whether a listener's query lets this type through; an empty one lets all."""
    return not query or event_type in read_query(query)


def read_query(query: str) -> frozenset[str]:
    """The types of `eventType=A,B`.

    Raises InvalidError for anything else: a condition left aside would tell too much.
    """
    try:
        pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=True)
    except ValueError:
        pairs = []
    kinds = frozenset(kind for _, value in pairs for kind in value.split(","))
    if not pairs or {name for name, _ in pairs} != {"eventType"} or not kinds <= KINDS:
        raise InvalidError(f"query is eventType= and some of: {', '.join(sorted(KINDS))}")
    return kinds
