"""An import that is killed goes on where it ended; two at once do not get in each other's way."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import select

from billing.database import Database
from billing.errors import InvalidError
from billing.imports.importer import Importer
from billing.imports.kinds import KINDS
from billing.imports.progress import ImportProgress
from billing.imports.reading import CsvFile, Place
from tests.integration.billing.databases import empty_database
from tests.integration.billing.importing import Engineer, many_calls

KILLS = int(os.environ.get("KILLS", "3"))
CALLS, ROWS = 1500 * KILLS, "40"
LONGEST_RUN = 60  # seconds


@pytest.fixture
def ready(engineer: Engineer) -> Engineer:
    """An engineer who has all that calls refer to."""
    engineer.imports_what_comes_before("calls")
    return engineer


@contextmanager
def importing(address: str, file: Path) -> Iterator["subprocess.Popen[str]"]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "billing", "import", "calls", str(file), "--rows", ROWS]
    with subprocess.Popen(
        command,
        env=os.environ | {"DATABASE_URL": address},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def line_of(database: Database) -> int:
    """How far the calls have come."""
    with database.read() as session:
        statement = select(ImportProgress.line).where(ImportProgress.kind == "calls")
        return session.scalars(statement).one_or_none() or 0


def killed(address: str, file: Path, chance: random.Random) -> int:
    """The line that an import came to before it was killed, soon after it had gone on."""
    database = Database(address)
    before, deadline = line_of(database), time.monotonic() + LONGEST_RUN
    with importing(address, file) as process:
        while line_of(database) <= before and process.poll() is None:
            assert time.monotonic() < deadline, "the import does not go on"
        time.sleep(chance.random() / 10)
        process.kill()
    line = line_of(database)
    database.close()
    return line


def test_an_import_killed_at_any_moment_ends_as_one_that_was_not(
    ready: Engineer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    file = many_calls(tmp_path / "calls.csv", range(CALLS))
    report = tmp_path / "calls.refused.csv"
    chance = random.Random(1)

    lines = [killed(ready.address, file, chance) for _ in range(KILLS)]
    told = ready.imports("calls", file, "--rows", ROWS)

    refused = len(range(0, CALLS, 13))
    assert lines == sorted(set(lines)), "it did not go on"
    assert lines[-1] <= CALLS, "nothing was left to go on with"
    assert told.code == 1
    assert f"{CALLS - refused} imported, 0 already there, {refused} refused" in told.out
    text = report.read_bytes()
    (tmp_path / "clean").mkdir()
    with empty_database(tmp_path / "clean") as address:
        clean = Engineer(address, monkeypatch, capsys)
        clean.imports_what_comes_before("calls")
        assert clean.imports("calls", file).code == 1
        assert ready.rows("calls") == clean.rows("calls")
    assert report.read_bytes() == text


def importer(database: Database, file: Path) -> Importer:
    calls = KINDS["calls"]
    return Importer(database, calls, CsvFile(file, calls.columns), file.with_suffix(".refused.csv"))


class Interrupted(Exception):
    """Somebody pressed Ctrl-C."""


def interrupt_after(batches: int, begun: Importer) -> None:
    """Import so many batches of ten rows."""
    places: list[Place] = []

    def advance(place: Place) -> None:
        places.append(place)
        if len(places) == batches:
            raise Interrupted

    with pytest.raises(Interrupted):
        begun.run(begun.begin(), 10, advance)


def test_what_a_lost_transaction_reported_is_reported_once(ready: Engineer, tmp_path: Path):
    file = many_calls(tmp_path / "calls.csv", range(60))
    database = Database(ready.address)
    interrupt_after(3, importer(database, file))
    with (tmp_path / "calls.refused.csv").open("ab") as report:
        report.write(b"K000039,what the next batch had reported when it was lo")

    begun = importer(database, file)
    summary = begun.run(begun.begin(), 10, lambda _: None)

    database.close()
    assert (summary.imported, summary.refused) == (55, 5)
    report_lines = (tmp_path / "calls.refused.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[0] for line in report_lines] == [
        "id",
        *("K000000", "K000013", "K000026", "K000039", "K000052"),
    ]


def test_what_is_refused_no_longer_is_reported_no_longer(ready: Engineer, tmp_path: Path):
    file = many_calls(tmp_path / "calls.csv", range(39))
    database = Database(ready.address)
    interrupt_after(3, importer(database, file))
    database.close()
    whole = (tmp_path / "calls.refused.csv").read_bytes()
    with (tmp_path / "calls.refused.csv").open("ab") as report:
        report.write(b"K000038,refused by a transaction that was lost\n")

    assert ready.imports("calls", file).code == 1
    assert (tmp_path / "calls.refused.csv").read_bytes() == whole


def test_without_its_report_an_import_begins_again(ready: Engineer, tmp_path: Path):
    file = many_calls(tmp_path / "calls.csv", range(60))
    database = Database(ready.address)
    interrupt_after(3, importer(database, file))
    database.close()
    (tmp_path / "calls.refused.csv").unlink()

    told = ready.imports("calls", file)

    assert "calls.csv: 28 imported, 27 already there, 5 refused" in told.out
    assert len((tmp_path / "calls.refused.csv").read_text(encoding="utf-8").splitlines()) == 6


def test_an_import_that_goes_on_overwrites_no_other_file(ready: Engineer, tmp_path: Path):
    file = many_calls(tmp_path / "calls.csv", range(1, 60))
    other = tmp_path / "other.csv"
    other.write_bytes(b"somebody's work\n" * 1000)
    database = Database(ready.address)
    interrupt_after(1, importer(database, file))
    assert "is no report" in ready.imports("calls", file, "--refused", other).err
    interrupt_after(2, importer(database, file))
    database.close()
    assert "is no report" in ready.imports("calls", file, "--refused", other).err

    assert other.read_bytes() == b"somebody's work\n" * 1000


def test_it_is_told_where_an_import_goes_on(ready: Engineer, tmp_path: Path):
    file = many_calls(tmp_path / "calls.csv", range(60))
    database = Database(ready.address)
    interrupt_after(3, importer(database, file))
    database.close()

    told = ready.imports("calls", file)

    assert told.err == "calls.csv: going on after line 31\n"
    assert told.out.startswith("calls.csv: 55 imported, 0 already there, 5 refused")


def test_a_file_that_was_changed_begins_at_its_first_row(ready: Engineer, tmp_path: Path):
    file = many_calls(tmp_path / "calls.csv", range(60))
    database = Database(ready.address)
    interrupt_after(3, importer(database, file))
    database.close()
    many_calls(file, range(61))

    assert "29 imported, 27 already there, 5 refused" in ready.imports("calls", file).out


def test_who_comes_second_with_the_same_file_stops(ready: Engineer, tmp_path: Path):
    file = many_calls(tmp_path / "calls.csv", range(60))
    database = Database(ready.address)
    first, second = importer(database, file), importer(database, file)
    place, other_place = first.begin(), second.begin()

    summary = first.run(place, 10, lambda _: None)
    with pytest.raises(InvalidError, match="somebody else is importing"):
        second.run(other_place, 10, lambda _: None)

    database.close()
    assert (summary.imported, summary.refused) == (55, 5)
    assert len(ready.rows("calls")) == 55


def test_two_processes_with_the_same_file_import_it_once(ready: Engineer, tmp_path: Path):
    file = many_calls(tmp_path / "calls.csv", range(2000))

    with importing(ready.address, file) as one, importing(ready.address, file) as other:
        said = [process.communicate(timeout=LONGEST_RUN) for process in (one, other)]
        codes = {one.returncode, other.returncode}

    refused = len(range(0, 2000, 13))
    assert codes <= {1, 2}, said
    assert 1 in codes, said
    assert len(ready.rows("calls")) == 2000 - refused
    lines = (tmp_path / "calls.refused.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == refused + 1
