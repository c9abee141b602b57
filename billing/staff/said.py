"""What happened, in an officer's language: the history of a report, the audit trail."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from billing.decisions import OPERATOR
from billing.models import WRITER, AuditEntry
from billing.staff.dossier import Dossier
from billing.staff.written import Written


class Say(Protocol):
    """Says a text of the pages in the officer's language."""

    def __call__(self, key: str, **args: str | int) -> str:
        """The text of this key."""


@dataclass(frozen=True)
class Event:
    """Something that happened: `who` is a name, `text` in the officer's language, `words` in the
    customer's.
    """

    at: datetime
    when: str
    who: str
    text: str
    words: str = ""


def coded(say: Say, family: str, code: str) -> str:
    """What a code of ours is called ("kind", "fraud"); those of other systems stay as they are."""
    try:
        return say(f"staff_{family}_{code}")
    except LookupError:
        return code


def status(say: Say, code: str, reason: str | None) -> str:
    """A status and its reason."""
    said = coded(say, "status", code)
    if reason is None:
        return said
    return say("staff_status_why", status=said, reason=coded(say, "reason", reason))


def action(say: Say, entry: AuditEntry, currency: str | None, written: Written) -> str:
    """What an entry of the audit trail tells, with its details."""
    said = coded(say, "action", entry.action)
    told = [_detail(say, name, value, currency, written) for name, value in entry.detail.items()]
    return f"{said} ({', '.join(told)})" if told else said


def _detail(say: Say, name: str, value: str, currency: str | None, written: Written) -> str:
    if name == "amount" and currency is not None:
        return written.money(int(value), currency)
    if name == "reason":
        return coded(say, "reason", value)
    if name == "status":
        return status(say, value, None)
    if name == "role":
        return say("staff_as_role", role=value)
    if name == "handoff":
        return value[:8]
    if name == "undue":
        return say("staff_reason_undue" if value == "True" else "staff_reason_due")
    return say("staff_factor", factor=value) if name == "factor" else value


def history(found: Dossier, say: Say, written: Written) -> list[Event]:
    """All that happened to a report, the newest first."""

    def event(at: datetime, who: str, text: str, words: str = "") -> Event:
        return Event(at, written.instant(at), who, text, words)

    ticket = found.ticket
    events = [
        *(
            event(step.changed_at, "", status(say, step.status, step.reason))
            for step in ticket.status_changes
        ),
        *(
            event(note.written_at, author(note.author, found, say), say("staff_wrote"), note.text)
            for note in ticket.notes
        ),
        *(
            event(it.at, author(it.actor, found, say), action(say, it, ticket.currency, written))
            for it in found.entries
        ),
    ]
    return sorted(events, key=lambda it: it.at, reverse=True)


def author(name: str, found: Dossier, say: Say) -> str:
    """Who acted or wrote: the customer by name, officers by their user names."""
    if found.customer and name == found.customer.id:
        return found.customer.name
    if name == WRITER:
        return say("staff_customer")
    return say("staff_operator") if name == OPERATOR else name
