"""How far the import of a file has come, in the same transaction as what was imported."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, Session, mapped_column

from billing.errors import InvalidError
from billing.imports.reading import CsvFile, Place
from billing.models import Base


class ImportProgress(Base):
    """A file, known by its content, and what has become of its lines up to `byte`.

    `report_bytes` is how long the report of the refused ones was by then.
    """

    __tablename__ = "import_progress"

    kind: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(primary_key=True)
    file_name: Mapped[str]
    byte: Mapped[int] = mapped_column(BigInteger)
    line: Mapped[int] = mapped_column(BigInteger)
    imported: Mapped[int] = mapped_column(BigInteger)
    already_there: Mapped[int] = mapped_column(BigInteger)
    refused: Mapped[int] = mapped_column(BigInteger)
    report_bytes: Mapped[int] = mapped_column(BigInteger)
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]

    @property
    def place(self) -> Place:
        """Where the next batch begins."""
        return Place(self.byte, self.line)

    def begin(self, file: CsvFile, now: datetime) -> None:
        """Start at the first row, for the first time or again."""
        self.file_name = file.path.name
        self.byte, self.line = file.start
        self.imported = self.already_there = self.refused = self.report_bytes = 0
        self.started_at, self.finished_at = now, None


def locked(session: Session, kind: str, sha256: str, place: Place) -> ImportProgress:
    """The file's progress, for this transaction alone.

    Raises InvalidError if somebody else has gone on from `place` meanwhile.
    """
    progress = session.get_one(ImportProgress, (kind, sha256), with_for_update=True)
    if progress.place != place or progress.finished_at is not None:
        raise InvalidError(f"somebody else is importing {progress.file_name}")
    return progress
