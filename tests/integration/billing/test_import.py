"""`python -m billing import`: what is imported, what is already there, what cannot be read."""

import csv
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from billing.access import SELFCARE, Caller, TokenReader
from billing.app import create_app
from billing.database import Database
from billing.imports.kinds import KINDS
from billing.imports.progress import ImportProgress
from billing.models import Call, Customer
from billing.settings import Settings
from billing.signin.passwords import is_password
from tests.integration.billing.importing import (
    EXAMPLE,
    Engineer,
    Told,
    example,
    many_calls,
    reported,
    written,
)
from tests.integration.billing.server import BILL, USAGE, Api, running, traits


class OliversToken(TokenReader):
    """Every token is the example's second customer's."""

    def __call__(self, session: Session, access_token: str) -> Caller | None:
        return Caller("EX-C2", frozenset({SELFCARE}), "aclaro")


def progress(engineer: Engineer) -> ImportProgress:
    database = Database(engineer.address)
    with database.read() as session:
        found = session.scalars(select(ImportProgress)).one()
    database.close()
    return found


def test_the_example_of_the_documentation_is_imported_and_served(
    engineer: Engineer, tmp_path: Path
):
    told = engineer.imports(EXAMPLE, "--check-usage")

    assert (told.code, told.err) == (0, "")
    assert told.out.splitlines()[-3:] == [
        "calls.csv: 5 imported, 0 already there, 0 refused",
        "payments.csv: 1 imported, 0 already there, 0 refused",
        "outages.csv: 1 imported, 0 already there, 0 refused",
    ]
    settings = Settings(aclaro_var=tmp_path, database_url=engineer.address)
    with running(create_app(settings, OliversToken())) as address:
        oliver = Api(address, "en")
        (bill,) = oliver.all(BILL)
        (call,) = oliver.all(USAGE, billId="EX-B2")
        oliver.http.close()
    assert bill["amountDue"] == {"unit": "GBP", "value": 17.92}
    assert traits(call)["callType"] == "roaming"


@pytest.fixture
def engineer_beside(
    database_address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Engineer:
    """Who imports files where the demonstration's customers are."""
    return Engineer(database_address, monkeypatch, capsys)


def test_the_example_fits_beside_the_demonstration(engineer_beside: Engineer, database: Database):
    assert engineer_beside.imports(EXAMPLE).code == 0


def test_what_is_imported_is_what_the_file_says(engineer: Engineer):
    engineer.imports(EXAMPLE)

    call = engineer.rows("calls")[0]
    assert (call["rated_millionths"], call["amount"]) == (3_152_117, 315)
    assert call["started_at"] == datetime.fromisoformat("2026-10-14T02:50:09+02:00")
    assert engineer.rows("calls")[4]["bill_id"] is None
    assert call["customer_id"] == engineer.rows("accounts")[0]["customer_id"]
    assert engineer.rows("accounts")[0]["tax_rate"] == 2100
    assert [plan["promised_ppm"] for plan in engineer.rows("plans")] == [995_000, None, None]
    assert [plan["included_call_types"] for plan in engineer.rows("plans")] == [
        ["local"],
        [],
        ["local", "mobile"],
    ]


def test_importing_again_changes_nothing(engineer: Engineer):
    engineer.imports(EXAMPLE)
    before = {kind: engineer.rows(kind) for kind in KINDS}

    told = engineer.imports(EXAMPLE)

    assert told.code == 0
    assert "calls.csv: 0 imported, 5 already there, 0 refused" in told.out
    assert {kind: engineer.rows(kind) for kind in KINDS} == before


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_there_is_not_overwritten(engineer: Engineer, tmp_path: Path, kind: str):
    engineer.imports(EXAMPLE)
    before = engineer.rows(kind)
    column, other = {
        "customers": ("name", "Another"),
        "accounts": ("tax_rate", "5.5"),
        "plans": ("monthly_fee", "1.00"),
        "lines": ("status", "terminated"),
        "bills": ("usage_charges", "0.01"),
        "calls": ("amount", "0.01"),
        "payments": ("amount", "10.01"),
        "outages": ("reported_by", "somebody"),
    }[kind]
    file = written(tmp_path / "changed.csv", [example(kind)[0] | {column: other}])

    assert engineer.imports(kind, file).code == 1

    (refused,) = reported(tmp_path / "changed.refused.csv")
    assert refused == ("2", "id", f"id is there already with another {column}")
    assert engineer.rows(kind) == before


def test_an_imported_customer_has_no_password_that_anybody_knows(engineer: Engineer):
    engineer.imports(EXAMPLE)

    for customer in engineer.rows("customers"):
        hashed = str(customer["password_hash"])
        assert hashed.startswith("$argon2id$")
        assert not any(is_password(word, hashed) for word in ("", "nobody has this password"))


def test_a_password_that_was_set_survives_the_next_import(engineer: Engineer):
    engineer.imports(EXAMPLE)
    database = Database(engineer.address)
    with database.write() as session:
        session.get_one(Customer, "EX-C1").password_hash = "set since"
    database.close()

    assert "2 already there" in engineer.imports("customers", EXAMPLE / "customers.csv").out
    assert engineer.rows("customers")[0]["password_hash"] == "set since"


@pytest.mark.parametrize(
    "secret",
    [{"password": "secret"}, {"password_hash": "$argon2id$v=19$m=8,t=1,p=1$c2FsdA$aGFzaA"}],
)
def test_a_file_with_passwords_is_not_touched(
    engineer: Engineer, tmp_path: Path, secret: dict[str, str]
):
    file = written(tmp_path / "customers.csv", [row | secret for row in example("customers")])

    told = engineer.imports("customers", file)

    assert (told.code, told.out) == (2, "")
    assert f"the columns {next(iter(secret))} are not known" in told.err
    assert engineer.rows("customers") == []


def test_missing_columns_are_named(engineer: Engineer, tmp_path: Path):
    rows = [{"id": "C1", "name": "Ana", "colour": "red"}]
    told = engineer.imports("customers", written(tmp_path / "customers.csv", rows))

    assert told.code == 2
    assert "user_name, language are missing; colour are not known" in told.err


def test_a_column_that_is_there_twice_is_refused(engineer: Engineer, tmp_path: Path):
    file = tmp_path / "customers.csv"
    file.write_text("id,name,user_name,language,name\n", encoding="utf-8")

    assert "name are there twice" in engineer.imports("customers", file).err


def test_columns_may_come_in_any_order(engineer: Engineer, tmp_path: Path):
    rows = [dict(reversed(row.items())) for row in example("customers")]

    assert engineer.imports("customers", written(tmp_path / "c.csv", rows)).code == 0
    assert [row["id"] for row in engineer.rows("customers")] == ["EX-C1", "EX-C2"]


def test_a_directory_is_read_before_anything_of_it_is_imported(engineer: Engineer, tmp_path: Path):
    written(tmp_path / "customers.csv", example("customers"))
    (tmp_path / "calls.csv").write_text("id,colour\n", encoding="utf-8")

    assert engineer.imports(tmp_path).code == 2
    assert engineer.rows("customers") == []


def test_a_file_of_an_unknown_name_is_not_passed_over(engineer: Engineer, tmp_path: Path):
    written(tmp_path / "customers.csv", example("customers"))
    written(tmp_path / "call.csv", example("calls"))

    told = engineer.imports(tmp_path)

    assert told.code == 2
    assert "call.csv: files are named customers.csv" in told.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["callz", "calls.csv"], "callz is none of"),
        (["nowhere"], "nowhere is no directory"),
        (["calls"], "which file of calls?"),
        (["calls", "nowhere.csv"], "nowhere.csv: No such file"),
        (["calls", "."], "Is a directory"),
        ([".", "--refused", "r.csv"], ". is none of"),
    ],
)
def test_what_is_not_there_cannot_be_imported(
    engineer: Engineer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    said: str,
):
    monkeypatch.chdir(tmp_path)
    told = engineer.imports(*arguments)

    assert told.code == 2
    assert said in told.err


def test_an_empty_directory_has_nothing_to_import(engineer: Engineer, tmp_path: Path):
    (tmp_path / "here").mkdir()

    assert engineer.imports(tmp_path / "here").code == 2


def test_corrected_refusals_are_imported(engineer: Engineer, tmp_path: Path):
    engineer.imports_what_comes_before("calls")
    first, second, third, *_ = example("calls")
    wrong = second | {"duration": "1 min", "call_type": "far"}
    file = written(tmp_path / "calls.csv", [first, wrong, third])

    told = engineer.imports("calls", file)

    assert told.code == 1
    assert told.out.startswith("calls.csv: 2 imported, 0 already there, 1 refused (see ")
    report = tmp_path / "calls.refused.csv"
    assert report.stat().st_mode & 0o777 == 0o600
    with report.open(encoding="utf-8", newline="") as opened:
        (refused,) = csv.DictReader(opened)
    assert refused == wrong | {
        "refused_file": "calls.csv",
        "refused_line": "3",
        "refused_column": "duration; call_type",
        "refused_reason": "duration is not a whole number of seconds; "
        "call_type is not one of local, mobile, international, premium, roaming",
    }
    corrected = written(report, [refused | {"duration": "60", "call_type": "local"}])
    assert engineer.imports("calls", corrected).code == 0
    assert [call["id"] for call in engineer.rows("calls")] == ["EX-U1", "EX-U2", "EX-U3"]


def test_rows_get_in_once_what_they_refer_to_is_there(engineer: Engineer, tmp_path: Path):
    file = written(tmp_path / "accounts.csv", example("accounts"))
    assert engineer.imports("accounts", file).code == 1

    engineer.imports("customers", EXAMPLE / "customers.csv")

    assert engineer.imports("accounts", file) == Told(
        0, "accounts.csv: 2 imported, 0 already there, 0 refused\n", ""
    )
    assert not (tmp_path / "accounts.refused.csv").exists()


def test_the_report_can_be_elsewhere(engineer: Engineer, tmp_path: Path):
    file = written(tmp_path / "accounts.csv", example("accounts"))

    engineer.imports("accounts", file, "--refused", tmp_path / "report.csv")

    assert len(reported(tmp_path / "report.csv")) == 2
    assert not (tmp_path / "accounts.refused.csv").exists()


def test_no_other_file_is_overwritten_by_the_report(engineer: Engineer, tmp_path: Path):
    file = written(tmp_path / "accounts.csv", example("accounts"))
    other = written(tmp_path / "other.csv", example("calls"))

    assert "is no report" in engineer.imports("accounts", file, "--refused", other).err
    assert "is the file itself" in engineer.imports("accounts", file, "--refused", file).err
    assert len(example("calls")) == len(other.read_text(encoding="utf-8").splitlines()) - 1


def test_progress_counts_what_became_of_the_rows(engineer: Engineer, tmp_path: Path):
    engineer.imports_what_comes_before("calls")
    _forget_progress(engineer)
    file = many_calls(tmp_path / "calls.csv", range(30))

    assert engineer.imports("calls", file, "--rows", "7").code == 1

    told = progress(engineer)
    assert (told.file_name, told.line, told.byte) == ("calls.csv", 31, file.stat().st_size)
    assert (told.imported, told.already_there, told.refused) == (27, 0, 3)
    assert told.report_bytes == (tmp_path / "calls.refused.csv").stat().st_size
    assert told.finished_at is not None
    assert [line for line, *_ in reported(tmp_path / "calls.refused.csv")] == ["2", "15", "28"]


def _forget_progress(engineer: Engineer) -> None:
    database = Database(engineer.address)
    with database.write() as session:
        for each in session.scalars(select(ImportProgress)):
            session.delete(each)
    database.close()


@pytest.mark.parametrize("rows", ["0", "5001", "many"])
def test_a_transaction_has_a_sensible_number_of_rows(engineer: Engineer, rows: str):
    assert engineer.imports(EXAMPLE, "--rows", rows).code == 2


def test_bills_that_their_calls_do_not_add_up_to_are_warned_of(engineer: Engineer, tmp_path: Path):
    engineer.imports_what_comes_before("calls")
    told = engineer.imports(
        "calls", written(tmp_path / "calls.csv", example("calls")[:2]), "--check-usage"
    )

    assert told.code == 0
    assert told.err.splitlines() == [
        "Warning: bill EX-B1 charges 367 minor units for usage, and its calls add up to 315",
        "Warning: bill EX-B2 charges 42 minor units for usage, and its calls add up to 0",
    ]


def test_a_disputed_call_stays_as_it_is(
    engineer_beside: Engineer, database: Database, tmp_path: Path
):
    with database.read() as session:
        call = session.scalars(select(Call).where(Call.amount > 0).order_by(Call.id)).first()
        assert call is not None
        row = example("calls")[0] | {"id": call.id, "line_id": call.line_id, "bill_id": ""}
    before = engineer_beside.rows("calls")

    assert engineer_beside.imports("calls", written(tmp_path / "calls.csv", [row])).code == 1
    assert engineer_beside.rows("calls") == before
