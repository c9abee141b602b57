"""What the operator knows: a table each. Instants are aware and in UTC."""

from billing.models.audit import AuditEntry
from billing.models.base import Base, UtcDateTime
from billing.models.bills import Bill, Call, Credit, Payment
from billing.models.customers import Account, Customer, Line, Plan
from billing.models.handoffs import Handoff, HandoffLine, OfficerPresence
from billing.models.tickets import (
    WRITER,
    Attachment,
    CreditOffer,
    Decision,
    Finding,
    Recalculation,
    Ticket,
    TicketNote,
    TicketRelation,
    TicketStatusChange,
)

__all__ = [
    "WRITER",
    "Account",
    "Attachment",
    "AuditEntry",
    "Base",
    "Bill",
    "Call",
    "Credit",
    "CreditOffer",
    "Customer",
    "Decision",
    "Finding",
    "Handoff",
    "HandoffLine",
    "Line",
    "OfficerPresence",
    "Payment",
    "Plan",
    "Recalculation",
    "Ticket",
    "TicketNote",
    "TicketRelation",
    "TicketStatusChange",
    "UtcDateTime",
]
