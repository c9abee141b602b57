"""An engineer at the command line, with files of the documentation's example."""

import csv
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from billing.__main__ import main
from billing.database import Database
from billing.imports.kinds import KINDS

EXAMPLE = Path(__file__).parents[3] / "docs" / "import-example"
BEFORE = {
    "customers": (),
    "accounts": ("customers",),
    "plans": (),
    "lines": ("customers", "accounts", "plans"),
    "bills": ("customers", "accounts"),
    "calls": ("customers", "accounts", "plans", "lines", "bills"),
    "payments": ("customers", "accounts", "bills"),
    "outages": ("customers", "accounts", "plans", "lines"),
}


@dataclass(frozen=True)
class Told:
    """How the command ended and what it said."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Engineer:
    """Runs the command on one database."""

    address: str
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def imports(self, *arguments: object) -> Told:
        """`python -m billing import` with the arguments."""
        self.monkeypatch.setenv("DATABASE_URL", self.address)
        self.monkeypatch.setattr(sys, "argv", ["billing", "import", *map(str, arguments)])
        code = _code_of(main)
        said = self.capsys.readouterr()
        return Told(code, said.out, said.err)

    def imports_what_comes_before(self, kind: str) -> None:
        """The example's files that this kind's rows refer to."""
        for name in BEFORE[kind]:
            assert self.imports(name, EXAMPLE / f"{name}.csv").code == 0

    def rows(self, kind: str) -> list[dict[str, object]]:
        """The whole table, by id."""
        table = KINDS[kind].table
        database = Database(self.address)
        try:
            with database.read() as session:
                found = session.execute(select(table).order_by(table.c.id)).mappings()
                return [dict(row) for row in found]
        finally:
            database.close()


def _code_of(command: Callable[[], None]) -> int:
    try:
        command()
    except SystemExit as ended:
        return int(str(ended.code))
    return 0


def example(kind: str) -> list[dict[str, str]]:
    """The example's rows of a kind."""
    with (EXAMPLE / f"{kind}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def written(path: Path, rows: Sequence[dict[str, str]]) -> Path:
    """A file with these rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def reported(path: Path) -> list[tuple[str, str, str]]:
    """A report's lines, columns and reasons."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            (row["refused_line"], row["refused_column"], row["refused_reason"])
            for row in csv.DictReader(file)
        ]


def many_calls(path: Path, numbers: Iterable[int]) -> Path:
    """Calls of the example's first line; each thirteenth is wrong."""
    pattern = example("calls")[0]
    return written(
        path,
        [
            pattern | {"id": f"K{number:06}", "duration": "long" if number % 13 == 0 else "60"}
            for number in numbers
        ],
    )
