"""`python -m billing import`: files of customers, numbers, bills and calls."""

import argparse
import sys
from pathlib import Path

from billing.commands.opening import AddParser, opened
from billing.database import Database
from billing.errors import InvalidError
from billing.imports.bar import bar
from billing.imports.importer import ROWS_A_BATCH, Importer
from billing.imports.kinds import KINDS, Kind
from billing.imports.reading import CsvFile
from billing.imports.usage_check import differences
from billing.settings import Settings

SOME_REFUSED, STOPPED, INTERRUPTED = 1, 2, 130
REPORT_SUFFIX = ".refused.csv"


def add_commands(add_parser: AddParser) -> None:
    """Add it."""
    parser = add_parser("import", help="customers, numbers, bills and calls from CSV")
    parser.set_defaults(run=_run)
    parser.add_argument(
        "what", help=f"{', '.join(KINDS)}; or a directory with files of these names"
    )
    parser.add_argument("file", nargs="?", type=Path, help="CSV, as docs/import.md says")
    parser.add_argument(
        "--refused",
        type=Path,
        metavar="PATH",
        help="the report of refused rows; FILE.refused.csv beside the file unless told otherwise",
    )
    parser.add_argument(
        "--check-usage",
        action="store_true",
        help="afterwards, warn of bills that do not charge what their calls add up to",
    )
    parser.add_argument("--rows", type=_rows, default=ROWS_A_BATCH, help="rows a transaction")


def _run(settings: Settings, arguments: argparse.Namespace) -> None:
    """Import the file or the directory.

    Raises SystemExit: 1 where rows were refused, 2 where it could not begin or go on.
    """
    with opened(settings) as database:
        try:
            refused = sum(
                _import(database, kind, file, report, arguments.rows)
                for kind, file, report in _opened(arguments)
            )
            if arguments.check_usage:
                _warn_of_differences(database)
        except (InvalidError, OSError) as error:
            print(f"Not imported: {error}", file=sys.stderr)
            raise SystemExit(STOPPED) from None
        except KeyboardInterrupt:
            print("Interrupted: the same command goes on from here.", file=sys.stderr)
            raise SystemExit(INTERRUPTED) from None
    if refused:
        raise SystemExit(SOME_REFUSED)


def _opened(arguments: argparse.Namespace) -> list[tuple[Kind, CsvFile, Path]]:
    """Every file to import with its report: each can be read, before anything is imported."""
    if arguments.what in KINDS:
        if arguments.file is None:
            raise InvalidError(f"which file of {arguments.what}?")
        return [_open(KINDS[arguments.what], arguments.file, arguments.refused)]
    if arguments.file or arguments.refused:
        raise InvalidError(f"{arguments.what} is none of: {', '.join(KINDS)}")
    return [_open(kind, path, None) for kind, path in _files(Path(arguments.what))]


def _open(kind: Kind, path: Path, report: Path | None) -> tuple[Kind, CsvFile, Path]:
    file = CsvFile(path, kind.columns)
    report = report or path.with_suffix(REPORT_SUFFIX)
    if report.resolve() == path.resolve():
        raise InvalidError(f"{report} is the file itself: it cannot be the report")
    return kind, file, report


def _files(directory: Path) -> list[tuple[Kind, Path]]:
    """The directory's files in the order in which one refers to another."""
    if not directory.is_dir():
        raise InvalidError(f"{directory} is no directory and none of: {', '.join(KINDS)}")
    found = {path.name for path in directory.glob("*.csv") if not _is_report(path)}
    named = {f"{name}.csv": kind for name, kind in KINDS.items()}
    if unknown := sorted(found - named.keys()):
        raise InvalidError(f"{', '.join(unknown)}: files are named {', '.join(named)}")
    if not found:
        raise InvalidError(f"{directory} has no CSV files")
    return [(kind, directory / name) for name, kind in named.items() if name in found]


def _is_report(path: Path) -> bool:
    return path.name.endswith(REPORT_SUFFIX)


def _import(database: Database, kind: Kind, file: CsvFile, report: Path, rows: int) -> int:
    """Import one file and say what became of it; returns how many rows were refused."""
    importer = Importer(database, kind, file, report)
    start = importer.begin()
    if start != file.start:
        print(f"{file.path.name}: going on after line {start.line}", file=sys.stderr)
    with bar(file.path.name, start, file.size) as advance:
        summary = importer.run(start, rows, advance)
    told = f" (see {report})" if summary.refused else ""
    print(
        f"{file.path.name}: {summary.imported} imported, "
        f"{summary.already_there} already there, {summary.refused} refused{told}"
    )
    return summary.refused


def _warn_of_differences(database: Database) -> None:
    with database.read() as session:
        for bill, charged, calls in differences(session):
            print(
                f"Warning: bill {bill} charges {charged} minor units for usage, "
                f"and its calls add up to {calls}",
                file=sys.stderr,
            )


def _rows(written: str) -> int:
    rows = int(written)
    if not 1 <= rows <= ROWS_A_BATCH:
        raise argparse.ArgumentTypeError(f"1 to {ROWS_A_BATCH}")
    return rows
