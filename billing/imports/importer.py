"""The import of one file, batch by batch, from where the last one ended."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import IntegrityError

from billing import clock
from billing.database import Database
from billing.errors import InvalidError
from billing.imports.kinds import Kind
from billing.imports.loading import Batch, validated
from billing.imports.progress import ImportProgress, locked
from billing.imports.reading import CsvFile, Line, Place
from billing.imports.refusals import RefusalReport

ROWS_A_BATCH = 5000

Advance = Callable[[Place], None]


@dataclass(frozen=True)
class Summary:
    """What became of a file's rows."""

    imported: int
    already_there: int
    refused: int


class Importer:
    """Imports a file of one kind; killed at any moment, it goes on from there the next time."""

    def __init__(self, database: Database, kind: Kind, file: CsvFile, report: Path) -> None:
        self._database = database
        self._kind = kind
        self._file = file
        self._report = RefusalReport(report, file.path.name, file.columns)

    def begin(self) -> Place:
        """Where to go on: where the last import was ended, or at the first row.

        A file whose import was finished begins again, and so does one whose report is gone: what
        is in the tables counts as already there.
        """
        key = (self._kind.name, self._file.sha256)
        try:
            with self._database.write() as session:
                progress = session.get(ImportProgress, key, with_for_update=True)
                if progress is None:
                    progress = ImportProgress(kind=key[0], sha256=key[1])
                    progress.begin(self._file, clock.now())
                    session.add(progress)
                elif progress.finished_at or not self._report.holds(progress.report_bytes):
                    progress.begin(self._file, clock.now())
                self._report.keep(progress.report_bytes)
                return progress.place
        except IntegrityError:
            raise InvalidError(f"somebody else is importing {self._file.path.name}") from None

    def run(self, place: Place, rows_a_batch: int, advance: Advance) -> Summary:
        """Import what comes after `place`, telling of each batch that is in.

        Raises InvalidError where somebody else imports the same file or the same rows just now;
        what went in before stays.
        """
        for lines, after in self._file.batches(place, rows_a_batch):
            self._import(lines, place, after)
            place = after
            advance(place)
        with self._database.write() as session:
            progress = locked(session, self._kind.name, self._file.sha256, place)
            progress.finished_at = clock.now()
            return Summary(progress.imported, progress.already_there, progress.refused)

    def _import(self, lines: list[Line], place: Place, after: Place) -> None:
        rows, malformed = validated(self._kind, self._file, lines)
        batch = Batch(self._kind, self._file, refusals=malformed)
        try:
            with self._database.write() as session:
                progress = locked(session, self._kind.name, self._file.sha256, place)
                batch.load(session, rows)
                refusals = sorted(batch.refusals, key=lambda refusal: refusal.line)
                progress.report_bytes = self._report.write(refusals, progress.report_bytes)
                progress.byte, progress.line = after
                progress.imported += len(batch.new)
                progress.already_there += batch.already_there
                progress.refused += len(refusals)
        except IntegrityError:
            raise InvalidError(
                f"somebody else imports rows of {self._file.path.name}: give the command again"
            ) from None
