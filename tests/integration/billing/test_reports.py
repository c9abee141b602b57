"""Filing a report when the database refuses the first attempt."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from billing import clock, report_number, reports
from billing.database import Database
from billing.tmf.body import TicketCreate

POLICY = reports.Policy(age_limit=timedelta(days=90))
FAULT = {"description": "No tone", "severity": "Major", "ticketType": "fault"}
TAKEN, FREE = "FLT-0000-0000", "FLT-0000-001Y"


def numbers(monkeypatch: pytest.MonkeyPatch, *drawn: str) -> None:
    remaining = iter(drawn)
    monkeypatch.setattr(report_number, "new", lambda _kind: next(remaining))


def file(database: Database, key: str) -> tuple[str, bool]:
    body = TicketCreate.model_validate(FAULT | {"externalId": key})
    return reports.file(database, "C-1001", body, clock.now(), POLICY)


def test_a_number_that_is_taken_is_drawn_again(database: Database, monkeypatch: pytest.MonkeyPatch):
    numbers(monkeypatch, TAKEN, TAKEN, FREE)

    assert file(database, "first") == (TAKEN, True)
    assert file(database, "second") == (FREE, True)
    assert file(database, "first") == (TAKEN, False)


def test_a_refusal_that_does_not_go_away_is_not_hidden(
    database: Database, monkeypatch: pytest.MonkeyPatch
):
    numbers(monkeypatch, TAKEN, TAKEN, TAKEN)
    file(database, "first")

    with pytest.raises(IntegrityError):
        file(database, "second")
