"""A written report: a matter in the customer's own words, which a person answers."""

from dataclasses import dataclass
from datetime import datetime

#: What more there is to say on a report.
ADDITION = "add_dispute_information"
#: What it can be about (an intent), and the kind of trouble ticket that it becomes.
TICKET_TYPES = {
    "view_bill": "message",
    "explain_bill": "message",
    "payment_options": "message",
    "report_payment": "request",
    "request_invoice": "request",
    ADDITION: "message",
    "escalate_complaint": "complaint",
    "contact_form": "message",
    "report_fault": "fault",
    "report_lost_equipment": "fault",
    "request_service": "request",
    "port_number": "request",
    "move_service": "request",
    "change_number": "request",
    "update_details": "request",
    "transfer_ownership": "request",
    "reconnect_service": "request",
    "cancel_service": "request",
    "track_order": "request",
    "coverage_plans": "message",
}
TOPICS = tuple(TICKET_TYPES)

_BILLING = (
    "view_bill",
    "explain_bill",
    "payment_options",
    "report_payment",
    "request_invoice",
    ADDITION,
    "reconnect_service",
)


def team_for(topic: str) -> str:
    """Who answers: billing, technical, complaints or care."""
    if topic in _BILLING:
        return "billing"
    return {"fault": "technical", "complaint": "complaints"}.get(TICKET_TYPES[topic], "care")


@dataclass(frozen=True)
class WrittenReport:
    """What is submitted, under an idempotency key made when the draft was.

    `contact` is where the answer is wanted besides (mailto:, tel:), `promised` by when. `writer`
    stands for the conversation of somebody who has not signed in, and speaks `language`.
    """

    key: str
    channel: str
    topic: str
    words: str
    contact: str | None = None
    promised: datetime | None = None
    writer: str | None = None
    language: str | None = None

    @property
    def ticket_type(self) -> str:
        """The kind of trouble ticket."""
        return TICKET_TYPES[self.topic]
