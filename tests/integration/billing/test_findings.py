"""Whether a charge was undue is found before anything is recalculated or given back."""

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from jsonschema import Draft202012Validator
from sqlalchemy import select

from billing import report_number
from billing.__main__ import main
from billing.database import Database
from billing.deadlines import answer_due
from billing.decisions import Desk
from billing.dunning import DunningNotice
from billing.errors import DecidedError, ForbiddenError, InvalidError, NotFoundError
from billing.models import AuditEntry, Credit
from billing.schemas import read as read_schema
from billing.settings import Settings
from tests.integration.billing.desk_work import CLERK, VISITOR, life, read, reported, say, trail
from tests.integration.billing.server import TICKET, Api, serving
from tests.integration.billing.test_decisions import two_calls

WORDS = "Se le cobró de más."
SPAIN = ("ES", "Europe/Madrid")


@pytest.fixture
def number(database: Database, now: datetime) -> str:
    """A dispute about two calls."""
    return two_calls(database, now)[0]


def test_an_undue_charge_opens_a_recalculation(
    database: Database, desk: Desk, number: str, now: datetime
):
    opened = desk.find(number, CLERK, undue=True, words=WORDS, now=now)
    ticket = read(database, number)
    (recalculation,) = ticket.recalculations
    assert opened == recalculation.id
    assert opened.startswith("RCL-")
    assert report_number.is_valid(opened)
    assert (recalculation.route, recalculation.owner) == ("beforeCollection", "billing")
    assert recalculation.due_at == answer_due(now, 5, *SPAIN)
    assert ticket.found_undue
    assert ticket.notes[-1].text == WORDS
    assert life(database, number)[-1] == ("inProgress", "recalculation")
    with database.read() as session:
        (entry,) = session.scalars(select(AuditEntry).where(AuditEntry.ticket_id == number))
    assert (entry.actor, entry.action) == (CLERK.name, "find")
    assert entry.detail == {"undue": "True", "recalculation": opened, "role": "clerk"}


def test_a_bill_in_collection_is_recalculated_by_another_team(
    database: Database, desk: Desk, now: datetime
):
    number, (call, *_) = two_calls(database, now)
    notice = DunningNotice(bill_id=call.bill_id, level=1, amount=1, sent_at=now)
    with database.write() as session:
        session.add(notice)
    desk.find(number, CLERK, undue=True, words=WORDS, now=now)
    (recalculation,) = read(database, number).recalculations
    assert (recalculation.route, recalculation.owner) == ("inCollection", "loyalty")
    assert recalculation.due_at == answer_due(now, 10, *SPAIN)


def test_a_credit_closes_the_recalculation(
    database: Database, desk: Desk, number: str, now: datetime
):
    later = now + timedelta(days=1)
    desk.find(number, CLERK, undue=True, words=WORDS, now=now)
    desk.credit(number, CLERK, WORDS, later)
    ticket = read(database, number)
    assert [it.closed_at for it in ticket.recalculations] == [later]
    assert [it.undue for it in ticket.findings] == [True]


def test_who_withdraws_a_dispute_closes_its_recalculation(
    database: Database, desk: Desk, number: str, now: datetime
):
    desk.find(number, CLERK, undue=True, words=WORDS, now=now)
    say(database, number, "cancelled", now)
    assert read(database, number).open_recalculation is None


def test_of_a_charge_that_is_due_nothing_is_given_back_until_it_is_found_undue(
    database: Database, desk: Desk, number: str, now: datetime
):
    assert desk.find(number, CLERK, undue=False, words="No hay error.", now=now) is None
    assert life(database, number)[-1] == ("inProgress", "underReview")
    with pytest.raises(DecidedError):
        desk.credit(number, CLERK, WORDS, now)
    with pytest.raises(DecidedError):
        desk.offer(number, CLERK, 1, WORDS, now)
    with database.read() as session:
        assert session.scalar(select(Credit).where(Credit.ticket_id == number)) is None
    assert desk.find(number, CLERK, undue=True, words=WORDS, now=now)
    desk.credit(number, CLERK, WORDS, now)
    assert read(database, number).status == "resolved"


def test_a_second_look_closes_a_recalculation(
    database: Database, desk: Desk, number: str, now: datetime
):
    desk.find(number, CLERK, undue=True, words=WORDS, now=now)
    with pytest.raises(DecidedError):
        desk.find(number, CLERK, undue=True, words=WORDS, now=now)
    desk.find(number, CLERK, undue=False, words="No hay error.", now=now)
    ticket = read(database, number)
    assert (ticket.open_recalculation, ticket.found_undue) == (None, False)
    assert len(ticket.recalculations) == 1


def test_of_many_findings_at_once_one_opens_a_recalculation(
    database: Database, desk: Desk, number: str, now: datetime
):
    def find(_: int) -> bool:
        try:
            desk.find(number, CLERK, undue=True, words=WORDS, now=now)
        except DecidedError:
            return False
        return True

    with ThreadPoolExecutor(8) as officers:
        assert sum(officers.map(find, range(8))) == 1
    ticket = read(database, number)
    assert (len(ticket.findings), len(ticket.recalculations)) == (1, 1)


@pytest.mark.parametrize("act", ["credit", "offer", "refuse"])
def test_a_decision_without_a_finding_records_its_own(
    database: Database, desk: Desk, number: str, now: datetime, act: str
):
    if act == "credit":
        desk.credit(number, CLERK, WORDS, now)
    elif act == "offer":
        desk.offer(number, CLERK, 1, WORDS, now)
    else:
        desk.refuse(number, CLERK, "chargeIsDue", WORDS, now)
    ticket = read(database, number)
    (finding,) = ticket.findings
    assert (finding.officer, finding.undue, finding.found_at) == (CLERK.name, act != "refuse", now)
    assert ticket.recalculations == []


def test_a_refusal_keeps_what_was_found(database: Database, desk: Desk, number: str, now: datetime):
    desk.find(number, CLERK, undue=True, words=WORDS, now=now)
    desk.refuse(number, CLERK, "alreadyCredited", "Ya está abonado.", now)
    ticket = read(database, number)
    assert [it.undue for it in ticket.findings] == [True]
    assert ticket.open_recalculation is None


def test_a_finding_outside_the_rules_changes_nothing(
    database: Database, desk: Desk, number: str, now: datetime
):
    fault = reported(database, now)
    with pytest.raises(ForbiddenError):
        desk.find(number, VISITOR, undue=True, words=WORDS, now=now)
    with pytest.raises(InvalidError):
        desk.find(number, CLERK, undue=True, words=" ", now=now)
    with pytest.raises(NotFoundError):
        desk.find(fault, CLERK, undue=True, words=WORDS, now=now)
    ticket = read(database, number)
    assert (ticket.findings, ticket.recalculations, ticket.notes) == ([], [], [])
    assert trail(database, number) == []
    desk.offer(number, CLERK, 1, WORDS, now)
    with pytest.raises(DecidedError):
        desk.find(number, CLERK, undue=False, words=WORDS, now=now)


def test_a_finding_on_the_command_line(
    database: Database,
    database_address: str,
    number: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setenv("DATABASE_URL", database_address)
    command = ["billing", "find", number, WORDS, "--by", "me"]
    monkeypatch.setattr(sys, "argv", [*command, "--undue"])
    main()
    (recalculation,) = read(database, number).recalculations
    assert capsys.readouterr().out.strip() == recalculation.id
    monkeypatch.setattr(sys, "argv", [*command, "--due"])
    main()
    assert read(database, number).found_undue is False


def test_the_customer_sees_recalculation_and_next_step(
    database: Database, desk: Desk, database_address: str, number: str, now: datetime
):
    request = reported(database, now, "request")
    with serving(Settings(database_url=database_address)) as address:
        ana = Api(address, "es")

        def seen(which: str) -> dict[str, object]:
            ticket: dict[str, object] = ana.http.get(f"{TICKET}/{which}").json()
            if "@schemaLocation" in ticket:
                schema = read_schema(str(ticket["@type"]))
                Draft202012Validator(schema).validate(ticket)
            return ticket

        assert not {"recalculation", "nextStep"} & set(seen(number))
        assert seen(request)["@type"] == "TroubleTicket"
        opened = desk.find(number, CLERK, undue=True, words=WORDS, now=now)
        due = answer_due(now, 5, *SPAIN).isoformat().replace("+00:00", "Z")
        assert seen(number)["recalculation"] == {
            "number": opened,
            "owner": "billing",
            "resolutionDate": due,
        }
        desk.refuse(number, CLERK, "evidenceMissing", "Falta el justificante.", now)
        desk.reject(request, CLERK, "notPossible", "No es posible.", now)
        assert seen(number)["nextStep"] == "addInformation"
        assert "recalculation" not in seen(number)
        assert (seen(request)["@type"], seen(request)["nextStep"]) == (
            "RejectedReport",
            "complaint",
        )
        ana.http.close()
