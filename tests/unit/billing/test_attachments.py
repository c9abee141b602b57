"""What the operator's rules let customers attach."""

import base64
from datetime import datetime, timezone

import pytest

from billing.attachments import NO_ATTACHMENTS, AttachmentRules, attach
from billing.errors import InvalidError
from billing.models import Ticket
from billing.tmf.body import Attached

NOW = datetime(2026, 11, 22, tzinfo=timezone.utc)
PDF = b"%PDF-1.4\n%%EOF\n"
RULES = AttachmentRules(("application/pdf",), len(PDF), 2)


def bring(ticket: Ticket, rules: AttachmentRules, *names: str, content: bytes = PDF) -> None:
    encoded = base64.b64encode(content).decode()
    attach(ticket, [Attached(name=name, content=encoded) for name in names], "C-1", NOW, rules)


def test_the_same_content_by_the_same_name_is_there_once():
    ticket = Ticket()
    bring(ticket, RULES, "a.pdf", "a.pdf", "b.pdf", "a.pdf")

    assert [it.name for it in ticket.attachments] == ["a.pdf", "b.pdf"]


def test_no_more_are_added_than_the_rules_allow():
    with pytest.raises(InvalidError, match="at most 2"):
        bring(Ticket(), RULES, "a.pdf", "b.pdf", "c.pdf")


def test_a_byte_too_many_is_refused():
    with pytest.raises(InvalidError, match="1 to 15 bytes"):
        bring(Ticket(), RULES, "a.pdf", content=PDF + b"\n")


def test_stricter_rules_do_not_stand_in_the_way_of_what_adds_nothing():
    ticket = Ticket()
    bring(ticket, RULES, "a.pdf", "b.pdf")

    bring(ticket, NO_ATTACHMENTS)
    bring(ticket, AttachmentRules(RULES.types, RULES.largest, 1), "a.pdf")
    assert len(ticket.attachments) == 2


def test_without_rules_nothing_is_attached():
    with pytest.raises(InvalidError):
        bring(Ticket(), NO_ATTACHMENTS, "a.pdf")
