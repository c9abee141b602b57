"""A written report as a trouble ticket."""

import pytest

from selfcare.draft import Draft
from selfcare.ticket_tmf import written_ticket
from selfcare.written_report import TICKET_TYPES, TOPICS, WrittenReport, team_for

WRITTEN = WrittenReport("key-1", "web", "report_fault", "no hay tono")


def test_a_written_report_is_a_ticket_with_the_customers_words():
    ticket = written_ticket(WRITTEN)
    assert (ticket["ticketType"], ticket["externalId"]) == ("fault", "key-1")
    assert ticket["note"] == [{"text": "no hay tono"}]
    assert ticket["channel"] == {"id": "web", "name": "web"}
    assert {"description", "severity", "ticketType"} <= set(ticket), "what TMF621 demands"


def test_every_topic_has_a_kind_that_billing_takes_and_a_team():
    assert set(TICKET_TYPES.values()) == {"fault", "request", "complaint", "message"}
    assert {team_for(topic) for topic in TOPICS} == {"billing", "technical", "complaints", "care"}


def test_a_draft_without_a_topic_is_no_written_report():
    with pytest.raises(ValueError, match="topic"):
        Draft().written_report("web")
