"""What officers do with reports besides deciding: take, ask, tell, resolve, find."""

from datetime import datetime

from billing.database import Database
from tests.integration.billing.officers import Browser, text_of
from tests.integration.billing.staff_reports.filed import fault, fee, open_dispute, status_of


def test_whoever_takes_a_report_looks_after_it(
    clerk: Browser, other: Browser, database: Database, now: datetime
):
    number = fee(database, now, 12.5)
    clerk.get(f"/staff/reports/{number}")
    done = clerk.send(f"/staff/reports/{number}/take")
    assert "You look after this report now." in done.text
    assert f"/staff/reports/{number}/take" not in done.text
    assert status_of(database, number) == ("inProgress", "underReview")
    assert number in clerk.get("/staff", queue="mine").text
    assert number not in other.get("/staff", queue="mine").text
    assert "Looked after by clerk-1" in text_of(other.get(f"/staff/reports/{number}"))


def test_a_question_waits_for_the_customer(clerk: Browser, database: Database, now: datetime):
    number = fee(database, now, 12.5)
    assert "necesitamos un dato más" in clerk.get(f"/staff/reports/{number}/ask").text
    clerk.send(f"/staff/reports/{number}/ask", words="¿Desde qué teléfono llamó?")
    assert status_of(database, number) == ("pending", "informationRequired")
    assert number in clerk.get("/staff", queue="waiting").text


def test_the_customer_is_told_something_and_the_report_stays(
    clerk: Browser, database: Database, now: datetime
):
    number = fee(database, now, 12.5)
    clerk.act(number, "note", "Seguimos con ello.")
    assert status_of(database, number) == ("acknowledged", None)
    assert "Seguimos con ello." in clerk.get(f"/staff/reports/{number}").text


def test_what_is_no_dispute_is_resolved_or_rejected(
    clerk: Browser, database: Database, now: datetime
):
    solved, unsolvable = fault(database, now), fault(database, now)
    page = clerk.get(f"/staff/reports/{solved}")
    assert f"{solved}/credit" not in page.text
    assert clerk.get(f"/staff/reports/{solved}/credit").status_code == 409
    clerk.act(solved, "resolve", "Ya funciona.")
    assert status_of(database, solved) == ("resolved", "resolvedByOperator")
    clerk.act(unsolvable, "reject", "No es posible.", reason="notPossible")
    assert status_of(database, unsolvable) == ("rejected", "notPossible")
    assert clerk.get(f"/staff/reports/{open_dispute(database).id}/resolve").status_code == 409


def test_a_charge_found_undue_is_recalculated_and_then_given_back(
    clerk: Browser, database: Database, now: datetime
):
    number = fee(database, now, 12.5)
    done = clerk.act(number, "find", "El cargo no era correcto.", reason="undue")
    assert "RCL-" in done.text
    assert status_of(database, number) == ("inProgress", "recalculation")
    assert "the charge was wrong" not in clerk.get(f"/staff/reports/{number}/find").text
    clerk.act(number, "credit", "Sí.")
    assert status_of(database, number) == ("resolved", "credited")


def test_a_charge_found_due_is_not_given_back(clerk: Browser, database: Database, now: datetime):
    number = fee(database, now, 12.5)
    page = clerk.act(number, "find", "El cargo es correcto.", reason="due")
    assert f"{number}/credit" not in page.text
    assert clerk.get(f"/staff/reports/{number}/credit").status_code == 409
